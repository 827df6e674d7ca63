"""The five reference inputs, which lie beside the project where it is developed, come out exactly."""

import json

import pytest
from cases import SHARED

from article_clean import clean

SEEDS = SHARED / "seeds"
WANTED = json.loads((SEEDS / "expected.json").read_text(encoding="utf-8")) if SEEDS.is_dir() else {}

pytestmark = pytest.mark.skipif(
    not WANTED, reason="the reference inputs are not part of the project: no ../shared/seeds"
)


@pytest.mark.parametrize("name", WANTED or ["none"])
def test_a_reference_input_comes_out_exactly(name):
    wanted = WANTED[name]
    article = clean((SEEDS / f"{name}.txt").read_bytes())
    assert list(article.paragraphs) == wanted["paragraphs"]
    row = article.model_dump(mode="json")
    assert {key: row[key] for key in ("headline", "deck", "dateline", "published", "captions")} == {
        key: wanted[key] for key in ("headline", "deck", "dateline", "published", "captions")
    }
    assert (article.byline and article.byline.text) == wanted["byline"]
    assert list(article.authors) == wanted["authors"]


@pytest.mark.parametrize("name", WANTED or ["none"])
def test_of_a_reference_input_nothing_else_is_removed(name):
    article = clean((SEEDS / f"{name}.txt").read_bytes())
    taken = [line.strip() for one in article.removed for line in one.text.splitlines() if line.strip()]
    assert taken == [line for one in WANTED[name]["removed"] for line in one["text"].splitlines()]
