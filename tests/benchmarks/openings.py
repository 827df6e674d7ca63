"""Print every dateline found where real articles begin: `python tests/benchmarks/openings.py [--near] [--lines]`.

Two readings: `find_dateline` on the first paragraphs of each article's body, and `clean` on what extractors left of the
page. About one opening in forty has a dateline, so each false one shows. `--near` prints the openings that look like
one (a dash, a colon, a bracket or an agency's name close to the start) and have none, to judge what is missed;
`--lines` reads every line of the texts as if it were a lead.
"""
# ruff: noqa: T201  # it prints

import gzip
import json
import re
import sys
from collections.abc import Iterator
from itertools import islice

from cases import SHARED

from article_clean import clean
from article_clean.fields.datelines.dateline import find_dateline

FIRST_PARAGRAPHS = 3
SHOWN = 110
NEAR = re.compile(r"[^a-z]{0,60}?(?:[-–—:]\s|[(（\[［【/]|\b[A-Z]{3,}\b|[一-鿿가-힣])")
NEAR_PREFIX = 60


def rows(pattern: str) -> Iterator[dict[str, str]]:
    """The records of these files of the shared folder; none where it is absent."""
    for path in sorted(SHARED.glob(pattern)):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def openings() -> Iterator[tuple[str, str]]:
    """The first paragraphs of each page's body, each with the name of its page."""
    for row in rows("pages/*.jsonl.gz"):
        paragraphs = (line.strip() for line in row["body"].split("\n"))
        for n, paragraph in enumerate(islice(filter(None, paragraphs), FIRST_PARAGRAPHS)):
            yield f"{row['id']}#{n}", paragraph


def print_found(texts: Iterator[tuple[str, str]], *, near: bool) -> None:
    """Each paragraph that opens with a dateline; or, with `near`, those that might and do not."""
    found = total = 0
    for name, text in texts:
        dateline = find_dateline(text)
        total += 1
        found += dateline is not None
        if near and not dateline and NEAR.match(text[:NEAR_PREFIX]):
            print(f"{name} ? {text[:SHOWN]}")
        elif not near and dateline:
            print(f"{name} {text[: dateline.end]}|{text[dateline.end : SHOWN]} {dateline.value.model_dump()}")
    print(f"{found} of {total} paragraphs open with a dateline\n")


def print_cleaned() -> None:
    """The dateline of each text that an extractor left, as the whole pipeline reads it."""
    found = total = 0
    for row in rows("texts/residual-*.jsonl.gz"):
        article = clean(row["text"])
        total += 1
        if article.dateline:
            found += 1
            print(f"{row['id']} {article.dateline.text} | {article.body[:60]!r}")
    print(f"{found} of {total} texts have a dateline")


def lines() -> Iterator[tuple[str, str]]:
    """Every line of the dumped pages, for shapes that an article's opening seldom has."""
    for row in rows("texts/innertext*.jsonl.gz"):
        for line in filter(None, map(str.strip, row["text"].split("\n"))):
            yield row["id"], line


if __name__ == "__main__":
    if not SHARED.is_dir():
        sys.exit("the shared texts are not here; nothing to read")
    print_found(lines() if "--lines" in sys.argv else openings(), near="--near" in sys.argv)
    if len(sys.argv) == 1:
        print_cleaned()
