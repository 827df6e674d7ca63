"""The speed of `clean()`, beside what a reader would compare it with, on the same texts in the same run."""

import ftfy
import pytest

from article_clean import DEFAULT, clean
from article_clean.fields import FIELDS
from benchmarks.measure import beside
from benchmarks.texts import pages

LARGEST_SHARE = 2.0  # of the CPU of ftfy.fix_text, which mends characters only; measured 1.63 to 1.77, the goal is .35
LARGEST_READER = 0.25  # of the CPU of a clean() without leftovers; measured .15 to .17, on scraped texts .23 to .33
LARGEST_FIELDS = 0.55  # of the CPU of a clean() without its fields; measured .43 to .47, most of it the titles

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
