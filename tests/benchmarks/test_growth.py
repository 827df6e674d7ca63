"""Time grows with the length of the text and no faster; memory stays within a bound a character."""

import pytest
from benchmarks.measure import cpu, peak
from benchmarks.texts import SHAPES, library

from article_clean import clean

GREATEST_GROWTH = 2.2  # times the CPU for twice the text
MOST_BYTES = 30  # a character, at the peak, beyond the input
REAL = ["articles", "one_line", "wrapped", "short_lines", "blank_lines"]  # shapes that scraped texts have
TRIES = 4  # noise can push one ratio up; it does not do so four times

pytestmark = pytest.mark.benchmark


def growth(shape, size, runs):
    """How many times the CPU twice the text takes: the least of several tries."""
    texts = [SHAPES[shape](n) for n in (size, 2 * size)]
    least = float("inf")
    for _ in range(TRIES):
        once, twice = (cpu(lambda text=text: clean(text, kind="text"), runs) for text in texts)
        least = min(least, twice / once)
        if least <= GREATEST_GROWTH:
            break
    return least


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_twice_the_time(shape):
    assert growth(shape, 250_000, runs=3) <= GREATEST_GROWTH


def test_five_megabytes_to_ten_take_twice_the_time():
    assert growth("articles", 5_000_000, runs=2) <= GREATEST_GROWTH


@pytest.mark.parametrize("shape", REAL)
def test_memory_stays_within_thirty_bytes_a_character(shape):
    text = SHAPES[shape](1_000_000)
    assert peak(lambda: clean(text, kind="text")) <= MOST_BYTES * len(text)


def test_the_trail_is_built_only_when_it_is_asked_for():
    article = clean(library(5_000))
    assert "trail" not in vars(article)
    assert article.removed
    assert "trail" in vars(article)
