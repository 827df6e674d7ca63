"""The speed of `clean()`, beside what a reader would compare it with, on the same texts in the same run."""

import gzip
import json
from functools import partial
from itertools import islice

import ftfy
import pytest
from cases import SHARED
from markdown_it import MarkdownIt

from article_clean import DEFAULT, clean
from article_clean.fields import FIELDS
from article_clean.pages.markdown.markdown_blocks import read_blocks
from benchmarks.measure import each_beside
from benchmarks.texts import pages
from benchmarks.to_markdown import to_markdown

PAGES = SHARED / "pages" / "n4k.jsonl.gz"

LARGEST_SHARE = 2.0  # of the CPU of ftfy.fix_text, which mends characters only; measured 1.63 to 1.77, the goal is .35
LARGEST_READER = 0.33  # of the CPU of a clean() without leftovers, and so without confidence; measured .23 to .26
LARGEST_MARKDOWN = 1.5  # times what markdown-it takes alone, more than the text that it shows; measured .65 to 1.45
LARGEST_FIELDS = 0.65  # of the CPU of a clean() without its fields; measured .49 to .53, on another machine .61

pytestmark = pytest.mark.benchmark


def test_an_article_takes_little_more_than_ftfy_takes_to_mend_its_characters():
    texts = pages()
    ours, theirs = each_beside(clean, ftfy.fix_text, texts)
    assert ours <= LARGEST_SHARE * theirs


@pytest.mark.skipif(not PAGES.exists(), reason="the pages of ../shared are not here")
def test_markdown_takes_little_more_than_its_parser_beside_the_text_that_it_shows():
    with gzip.open(PAGES, "rt", encoding="utf-8") as rows:
        sources = [to_markdown(json.loads(row)["html"]) for row in islice(rows, 0, None, 40)]
    shown = {source: read_blocks(source).page.text for source in sources}
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    read, plain = each_beside(
        partial(clean, kind="markdown"), lambda source: clean(shown[source], kind="text"), sources, runs=12
    )
    parsed, _ = each_beside(parser.parse, len, sources, runs=12)
    assert read <= plain + LARGEST_MARKDOWN * parsed


def test_the_fields_take_little_beside_the_other_cleaners():
    others = DEFAULT.without(*(one.name for one in FIELDS))
    ours, theirs = each_beside(clean, partial(clean, pipeline=others), pages())
    assert ours <= (1 + LARGEST_FIELDS) * theirs


def test_the_reader_of_leftovers_takes_little_beside_the_other_cleaners():
    others = DEFAULT.without("leftovers")
    ours, theirs = each_beside(clean, partial(clean, pipeline=others), pages())
    assert ours <= (1 + LARGEST_READER) * theirs
