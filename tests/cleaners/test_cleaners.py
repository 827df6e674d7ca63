"""Each cleaner, alone, on the cases of its fixture file in fixtures/cleaners/."""

import pytest
from cases import FIXTURES, read_cases

from article_clean import DEFAULT, clean
from article_clean.cleaners import CLEANERS
from article_clean.core.cleaner import page
from article_clean.pages.cuts import CUTTER

CASES = [
    pytest.param(one.name, case, id=f"{one.name}: {case.title}")
    for one in CLEANERS
    for path in [FIXTURES / "cleaners" / f"{one.name}.txt"]
    if path.exists()
    for case in read_cases(path)
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_cleaner_takes_what_goes_and_leaves_what_stays(name, case):
    kind = "html" if case.text.startswith("<html") else "text"
    article = clean(case.text, kind=kind, pipeline=DEFAULT.only(name))
    removed = [removal.text for removal in article.removed if removal.cleaner != CUTTER]
    if case.wanted is not None:
        assert article.body == case.wanted
    else:
        assert removed == case.gone
    if case.goes:
        assert case.gone or case.wanted != case.text, "a case that goes shows something that goes"
    else:
        assert not removed


@pytest.mark.parametrize("name", [one.name for one in CLEANERS])
def test_each_cleaner_has_three_cases_that_go_and_three_that_stay(name):
    cases = read_cases(FIXTURES / "cleaners" / f"{name}.txt")
    assert sum(case.goes for case in cases) >= 3
    assert sum(not case.goes for case in cases) >= 3


@pytest.mark.parametrize("one", CLEANERS, ids=lambda one: one.name)
def test_each_cleaner_has_a_page_that_says_what_goes_and_what_it_keeps(one):
    text = page(one)
    assert "Why it goes:" in text or one.stage in {"characters", "layout"}
    assert "Keeps:" in text
