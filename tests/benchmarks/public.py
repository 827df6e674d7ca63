"""Run a public benchmark on a checkout of its repository: `PYTHONPATH=tests python -m benchmarks.public FOLDER`.

From the project's root. It prints a table in Markdown: `article_clean` as it is, and with quotation marks and fields as
the page prints them, trafilatura on the same pages, and what others publish. Which benchmark it is, the files tell:
https://github.com/adbar/trafilatura, https://github.com/scrapinghub/article-extraction-benchmark or
https://github.com/Murrough-Foley/web-content-extraction-benchmark (WCXB). Nothing is fetched, and nothing is written.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import trafilatura
from cases import SHARED

from article_clean import DEFAULT, clean
from article_clean.training.pages import site_of
from benchmarks.peers import trafilatura_text
from benchmarks.suites import Gold, Row, Suite, UnknownLayoutError, suite_in

HERE = "here"  # the source of a figure that was measured just now
AS_PRINTED = DEFAULT.without("smart_quotes")
LEARNED_FROM = ("pages/*.jsonl.gz", "kinds/*.jsonl.gz", "gold/wild.jsonl.gz")  # in ../shared


def texts(html: bytes) -> dict[str, str]:
    """What each system that is here makes of a page."""
    printed = clean(html, kind="html", pipeline=AS_PRINTED)
    fields = (printed.deck, printed.dateline and printed.dateline.text, printed.body)
    return {
        "article_clean": clean(html, kind="html").body,
        "article_clean, without `smart_quotes`": printed.body,
        "article_clean, without `smart_quotes`, deck and dateline put back": "\n\n".join(filter(None, fields)),
        f"trafilatura {trafilatura.__version__}": trafilatura_text(html),
    }


def rows(suite: Suite, golds: Sequence[Gold], said: Sequence[dict[str, str]]) -> list[Row]:
    """The lines of the table, the highest F1 first."""
    systems = said[0] if said else ()
    ours = [Row(system, suite.figures(golds, [page[system] for page in said]), HERE) for system in systems]
    return sorted([*ours, *suite.others()], key=lambda row: -row.figures["F1"])


def table(lines: Sequence[Row]) -> Iterator[str]:
    """The lines in Markdown; a figure that is not published is left blank."""
    ours_first = sorted(lines, key=lambda row: row.source != HERE)
    columns = list(dict.fromkeys(name for row in ours_first for name in row.figures))
    yield f"| system | {' | '.join(columns)} | source |"
    yield f"|---|{'--:|' * len(columns)}---|"
    for row in lines:
        cells = [f"{row.figures[name]:.3f}".removeprefix("0") if name in row.figures else "" for name in columns]
        yield f"| {row.system} | {' | '.join(cells)} | {row.source} |"


def known_sites() -> frozenset[str]:
    """The sites of all pages and texts that a model or a rule here was made of."""
    sites = set()
    for path in (path for pattern in LEARNED_FROM for path in SHARED.glob(pattern)):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for document in map(json.loads, lines):
                sites.add(document.get("domain") or site_of(document.get("url") or document["id"]))
    return frozenset(sites)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of one benchmark."""
    parser = argparse.ArgumentParser(description="run a public benchmark on a checkout of its repository")
    parser.add_argument("folder", type=Path, help="the root of the checkout")
    parser.add_argument("--split", choices=("dev", "test"), default="test", help="of WCXB; the models here saw dev")
    parser.add_argument("--every", type=int, default=1, help="of so many pages take one; others' figures are of all")
    parser.add_argument("--unseen", action="store_true", help="leave out the sites in ../shared; others' are of all")
    options = parser.parse_args(arguments)
    try:
        suite = suite_in(options.folder, options.split)
    except UnknownLayoutError as error:
        sys.exit(f"{parser.prog}: {error}")
    sites = known_sites() if options.unseen else frozenset()
    pages = (page for page in islice(suite.pages(), 0, None, options.every) if site_of(page.url) not in sites)
    said = [(page.gold, texts(page.html)) for page in pages]
    print(f"{suite.title}: {len(said)} pages\n")
    print("\n".join(table(rows(suite, [gold for gold, _ in said], [told for _, told in said]))))


if __name__ == "__main__":
    main()
