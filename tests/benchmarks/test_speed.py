"""The speed of `clean()`, beside what a reader would compare it with, on the same texts in the same run."""

import ftfy
import pytest
from benchmarks.measure import cpu
from benchmarks.texts import pages

from article_clean import clean

LARGEST_SHARE = 0.5  # of the CPU that ftfy.fix_text takes, which mends characters and does nothing else
TRIES = 4

pytestmark = pytest.mark.benchmark


def test_an_article_takes_at_most_half_of_what_ftfy_takes_to_mend_its_characters():
    texts = pages()
    least = float("inf")
    for _ in range(TRIES):
        ours, theirs = (cpu(lambda call=call: [call(text) for text in texts]) for call in (clean, ftfy.fix_text))
        least = min(least, ours / theirs)
        if least <= LARGEST_SHARE:
            break
    assert least <= LARGEST_SHARE
