"""The speed of the views, beside the cleaning that they show, on the same text in the same run."""

import pytest

from article_clean import clean
from article_clean.views import notebook, page, terminal
from benchmarks.measure import beside
from benchmarks.texts import library

LARGEST_SHARE = 10  # times the CPU of clean(); measured .2 to .4 on articles, to 2 where every line is joined
LARGEST_TEXT = 100_000  # characters

pytestmark = pytest.mark.benchmark


@pytest.mark.parametrize("view", [page, notebook, terminal])
def test_a_view_takes_at_most_ten_times_as_long_as_cleaning(view):
    text = library(LARGEST_TEXT)
    both, theirs = beside(lambda: view(clean(text)), lambda: clean(text), runs=3)
    assert both - theirs <= LARGEST_SHARE * theirs


@pytest.mark.parametrize("view", [page, notebook, terminal])
def test_a_view_of_twice_the_text_takes_about_twice_as_long(view):
    small, large = (clean(library(size), kind="article") for size in (LARGEST_TEXT // 2, LARGEST_TEXT))
    less, more = beside(lambda: view(small), lambda: view(large), runs=5)
    assert more <= 3 * less
