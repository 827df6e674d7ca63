"""Whole articles: each fixtures/articles/NAME.txt gives exactly the article of NAME.json."""

import json

import pytest
from cases import FIXTURES

from article_clean import clean

NAMES = sorted(path.stem for path in (FIXTURES / "articles").glob("*.txt"))


def read(name):
    """The raw text of an article, and what is to come out of it."""
    path = FIXTURES / "articles" / name
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return path.with_suffix(".txt").read_text(encoding="utf-8"), wanted


def removed_lines(article):
    """What was removed, line by line with its role: how many edits take a block does not matter."""
    return [[one.role, line.strip()] for one in article.removed for line in one.text.splitlines() if line.strip()]


def seen(article):
    """The article in the shape of the JSON files."""
    row = article.model_dump(mode="json", include={"headline", "deck", "dateline", "published", "captions"})
    row["byline"] = article.byline and article.byline.text
    row["authors"] = list(article.authors)
    row["paragraphs"] = list(article.paragraphs)
    row["removed"] = removed_lines(article)
    return row


def test_there_are_a_dozen_articles():
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_an_article_comes_out_exactly(name):
    raw, wanted = read(name)
    assert seen(clean(raw)) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_a_body_again_changes_nothing(name):
    body = clean(read(name)[0]).body
    assert clean(body).body == body
