"""Each field on the cases of its fixture file in fixtures/fields/, under the default pipeline."""

import re
from itertools import pairwise

import pytest
from cases import FIXTURES, read_cases

from article_clean import DEFAULT, clean
from article_clean.core.cleaner import page
from article_clean.fields import FIELDS

NAMES = [one.name for one in FIELDS]
CASES = [
    pytest.param(case, id=f"{name}: {case.title}")
    for name in NAMES
    for case in read_cases(FIXTURES / "fields" / f"{name}.txt")
]


@pytest.mark.parametrize("case", CASES)
def test_a_field_is_what_is_printed(case):
    article = clean(case.text).model_dump(mode="json")
    assert case.fields
    assert {name: article[name] for name in case.fields} == case.fields


@pytest.mark.parametrize("name", NAMES)
def test_each_field_has_three_cases_that_go_and_three_that_stay(name):
    cases = read_cases(FIXTURES / "fields" / f"{name}.txt")
    assert sum(case.goes for case in cases) >= 3
    assert sum(not case.goes for case in cases) >= 3


@pytest.mark.parametrize("one", FIELDS, ids=NAMES)
def test_each_field_has_a_page_that_says_what_goes_and_what_it_keeps(one):
    assert "Why it goes:" in page(one)
    assert "Keeps:" in page(one)


WHOLE = """Council casts doubt on ferry deal

Members say the plan would cost more than the yearly budget for roads and schools together

By Nora Feldt

July 25, 2016

KARSTAD (AP) — The harbour council on Monday cast doubt on prospects for a ferry deal with the mainland.
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_field_that_is_switched_off_stays_in_the_body(name):
    field = "published" if name == "date_line" else name
    assert getattr(clean(WHOLE), field)
    article = clean(WHOLE, pipeline=DEFAULT.without(name))
    assert getattr(article, field) is None
    assert len(article.body) > len(clean(WHOLE).body)


def test_a_lead_that_lost_its_full_stop_and_its_dateline_is_no_headline():
    lead = "The administration has proposed shared patrols in the strait, two officials said on Friday."
    article = clean(f"KARSTAD, July 1 (UPI) — Two officials speak of shared patrols in the strait\n\n{lead}")
    assert (str(article.dateline), article.headline, article.deck) == ("KARSTAD, July 1 (UPI)", None, None)


PREFIXES = [
    "KARSTAD, " * 2000,
    "A. " * 5000,
    "(AP) - " * 3000,
    "By " + "Nora Feldt, " * 2000,
    "3 May " * 3000,
    "本报" * 5000 + "电",
    "/TASS/. " * 3000,
    "KARSTAD " * 3000,
    "- " * 8000,
]


@pytest.mark.benchmark
@pytest.mark.parametrize("text", PREFIXES, ids=lambda text: re.sub(r"\s+", " ", text[:12]))
def test_a_long_prefix_is_read_to_a_bound(text, benchmark_seconds):
    lines = "\n".join([text] * 3)
    times = [benchmark_seconds(lines[: len(lines) // part]) for part in (2, 1)]
    assert all(later <= 2.6 * earlier + 0.01 for earlier, later in pairwise(times))


@pytest.fixture
def benchmark_seconds():
    from time import process_time  # noqa: PLC0415

    only = DEFAULT.only(*NAMES)

    def seconds(text):
        best = []
        for _ in range(3):
            start = process_time()
            clean(text, pipeline=only)
            best.append(process_time() - start)
        return min(best)

    return seconds
