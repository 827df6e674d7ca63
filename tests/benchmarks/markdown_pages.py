"""The pages of ../shared as the Markdown that crawlers write: whole, and cut down to the story by an extractor.

`PYTHONPATH=tests python -m benchmarks.markdown_pages PAGES.jsonl.gz` writes what the Markdown model is trained on:
`article-clean train blocks PAGES.jsonl.gz -o article_clean/pages/markdown/markdown.json --folds 0`.
`score.py pages --set n4k --fn benchmarks.markdown_pages:held` scores pages as Markdown by models that did not see their
site; `cropped_held` scores what an extractor leaves of them.
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from article_clean import BlockModel, clean
from article_clean.article import Article
from article_clean.training.blocks import block_model
from article_clean.training.pages import TrainingPage, json_rows, training_page
from article_clean.training.truth import labels_of
from benchmarks.folds import Folds
from benchmarks.held_pages import MAKERS, PAGES
from benchmarks.to_markdown import to_markdown
from tests.cases import ROOT

MOST_ABOVE, MOST_BELOW = 4, 3  # blocks around the story that an extractor leaves
LEAST_OF_STORY = 0.5  # of a block's words
_LINK = re.compile(r"(?<!!)\[((?:!\[[^\]]*\]\([^)]*\)|[^\[\]])*)\]\([^()\s]*\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_HEAD = ("Title:", "URL Source:", "Markdown Content:")
_MARKDOWN = ROOT / "tests" / "benchmarks"


def cropped(markdown: str, body: str, seed: str) -> str:
    """The story of a page with a few blocks around it; of every other page without links, of some without its title."""
    chance = random.Random(seed)  # noqa: S311  # the same for the same page
    blocks = markdown.split("\n\n")
    rest = [block for block in blocks if not block.startswith(_HEAD)]
    story = [n for n, share in enumerate(labels_of(rest, body)) if share > LEAST_OF_STORY]
    if not story:
        return markdown
    first = max(0, story[0] - chance.randint(0, MOST_ABOVE))
    text = "\n\n".join(rest[first : story[-1] + 1 + chance.randint(0, MOST_BELOW)])
    if chance.random() < 1 / 2:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    head = "\n\n".join(block for block in blocks[:2] if block.startswith(_HEAD)) if chance.random() < 1 / 2 else ""
    return f"{head}\n\n{text}\n" if head else f"{text}\n"


def rows() -> Iterator[dict[str, str]]:
    """Each page twice: as Markdown of all of it, and of what an extractor leaves."""
    for path in PAGES:
        for row in json_rows(path):
            if body := row.get("body"):
                known = {name: row[name] for name in ("id", "url", "body") if row.get(name)}
                markdown = to_markdown(row["html"], row.get("url") or "")
                yield {**known, "markdown": markdown}
                yield {**known, "markdown": cropped(markdown, body, row["id"])}


def _pages() -> list[TrainingPage]:
    return [page for row in rows() for page in training_page(row)]


HELD = Folds(PAGES, "html", (*MAKERS, "pages/markdown/*.py"), _pages, block_model, kept_as="markdown")


def held(html: str) -> Article:
    """`clean` of a page as Markdown, with a model that was trained without its site."""
    return clean(to_markdown(html), kind="markdown", engine=_load(HELD.model(html)))


@cache
def _load(path: Path) -> BlockModel:
    return BlockModel.load(path)


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", help="the file to write, JSON lines in gzip")
    path = parser.parse_args().output
    with gzip.GzipFile(path, "wb", mtime=0) as lines:
        for row in rows():
            lines.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


if __name__ == "__main__":
    main()
