"""The speed of `clean()`, beside what a reader would compare it with, on the same texts in the same run."""

import ftfy
import pytest
from benchmarks.measure import beside
from benchmarks.texts import pages

from article_clean import clean

LARGEST_SHARE = 0.8  # of the CPU of ftfy.fix_text, which mends characters only; measured .51, the goal is .5

pytestmark = pytest.mark.benchmark


def test_an_article_takes_less_than_ftfy_takes_to_mend_its_characters():
    texts = pages()
    ours, theirs = beside(lambda: list(map(clean, texts)), lambda: list(map(ftfy.fix_text, texts)))
    assert ours <= LARGEST_SHARE * theirs
