"""What 100 real pages state, told by reading them, beside what is found: right where it is given.

`fixtures/page_facts.tsv` has the facts of every fourth page of publishers, every seventh of news and every 25th of the
open web in ../shared/pages: what the head, JSON-LD or microdata state, and whether that is what a reader would say (a
name that only machines read, a headline as a section or an author as the publisher is not). " || " stands between
answers that are right alike, "; " between keywords, "-" where nothing is stated.
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from cases import FIXTURES, SHARED

from article_clean import Article, clean

PAGES = SHARED / "pages"
NOTHING = "-"
LEAST_RIGHT = 0.95  # of what is given
LEAST_GIVEN = {  # of what stands there; measured .988, .957, .843, 1.0, 1.0
    "modified": 0.97,
    "publisher": 0.94,
    "section": 0.82,
    "keywords": 0.97,
    "url": 0.99,
}
ENOUGH_ALIKE = 0.8  # F1 of two sets of keywords: one of three names that only machines read is forgiven

pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="the pages of ../shared are not here")


@cache
def facts() -> dict[str, dict[str, str]]:
    """The rows of the table by the page's name."""
    names, *rows = [line.split("\t") for line in (FIXTURES / "page_facts.tsv").read_text("utf-8").splitlines()]
    return {row[0]: dict(zip(names, row, strict=True)) for row in rows}


@cache
def found() -> dict[str, Article]:
    """The article of each page of the table."""
    return {name: clean(html, url=url) for name, html, url in _pages()}


def _pages() -> Iterator[tuple[str, str, str]]:
    for path in sorted(PAGES.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.split('"', 4)[3] in facts():
                    page = json.loads(line)
                    yield page["id"], page["html"], page["url"]


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold())).removeprefix("the")


def _address(text: str) -> str:
    return text.partition("://")[2].removeprefix("www.").rstrip("/")


def _are_alike(keywords: tuple[str, ...], answer: str) -> bool:
    own, stated = {*map(_key, keywords)}, {*map(_key, answer.split("; "))}
    return 2 * len(own & stated) >= ENOUGH_ALIKE * (len(own) + len(stated))


READ: dict[str, Callable[[Article, str], bool]] = {
    "modified": lambda article, answer: str(article.modified)[: len(answer)] == answer,
    "publisher": lambda article, answer: _key(article.publisher or "") == _key(answer),
    "section": lambda article, answer: _key(article.section or "") == _key(answer),
    "keywords": lambda article, answer: _are_alike(article.keywords, answer),
    "url": lambda article, answer: _address(article.url or "") == _address(answer),
}


def test_the_table_has_a_hundred_pages():
    assert len(facts()) == 100 == len(found())


@pytest.mark.parametrize("field", READ)
def test_what_is_given_is_right(field):
    given = [name for name, article in found().items() if getattr(article, field)]
    right = [
        name
        for name in given
        if any(READ[field](found()[name], answer) for answer in facts()[name][field].split(" || "))
    ]
    stated = [name for name, row in facts().items() if row[field] != NOTHING]
    shares = (len(right) / len(given), len({*right} & {*stated}) / len(stated))
    sys.stdout.write(f"{field}: {shares[0]:.3f} right of {len(given)} given, {shares[1]:.3f} of {len(stated)} found\n")
    wrong = [(name, getattr(found()[name], field), facts()[name][field]) for name in given if name not in right]
    assert shares[0] >= LEAST_RIGHT, wrong
    assert shares[1] >= LEAST_GIVEN[field], [name for name in stated if name not in right]
