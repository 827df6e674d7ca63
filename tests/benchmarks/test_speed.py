"""The speed of `clean()`, beside what a reader would compare it with, on the same texts in the same run."""

import ftfy
import pytest

from article_clean import DEFAULT, clean
from article_clean.fields import FIELDS
from benchmarks.measure import beside
from benchmarks.texts import pages

LARGEST_SHARE = 2.3  # of the CPU of ftfy.fix_text, which mends characters only; measured 2.00 to 2.15, the goal is .35
LARGEST_READER = 0.35  # of the CPU of a clean() without leftovers; measured .25 to .30, on scraped texts .31
LARGEST_FIELDS = 0.7  # of the CPU of a clean() without its fields; measured .50 to .56, a half of it the titles

pytestmark = pytest.mark.benchmark


def test_an_article_takes_little_more_than_ftfy_takes_to_mend_its_characters():
    texts = pages()
    ours, theirs = beside(lambda: list(map(clean, texts)), lambda: list(map(ftfy.fix_text, texts)))
    assert ours <= LARGEST_SHARE * theirs


def test_the_fields_take_little_beside_the_other_cleaners():
    texts = pages()
    others = DEFAULT.without(*(one.name for one in FIELDS))
    ours, theirs = beside(lambda: list(map(clean, texts)), lambda: [clean(text, pipeline=others) for text in texts])
    assert ours <= (1 + LARGEST_FIELDS) * theirs


def test_the_reader_of_leftovers_takes_little_beside_the_other_cleaners():
    texts = pages()
    others = DEFAULT.without("leftovers")
    ours, theirs = beside(lambda: list(map(clean, texts)), lambda: [clean(text, pipeline=others) for text in texts])
    assert ours <= (1 + LARGEST_READER) * theirs
