"""Hostile inputs keep all laws at a small size; measured with `-m benchmark`, their cost grows with their length."""

import pytest

from tests.hostile.families import FAMILIES
from tests.hostile.measure import MAX_GROWTH_EXPONENT, MAX_MEMORY_FACTOR, growth_of, memory_of
from tests.watched import Watch

SMALL_CHARS = 2_000
MEASURED_EVERY = 16  # families of which one is measured here; `python -m tests.hostile` measures all, in 20 minutes
MAX_SMALL_CPU_SECONDS = 5  # most take a hundredth of a second; what is exponential takes for ever

# What is not mended yet, with its cause; strict, so that a family leaves the list when it is mended.
BROKEN_LAWS: dict[str, str] = {
    "text/biographies": "again: author_bio leaves the last of many",
    "text/captions-of-one-line": "again: a credit is read in what captions leaves",
    "text/captions-with-brackets-opened": "again: a credit is read in what captions leaves",
    "text/contact-lines": "again: contact_line leaves the last of many",
    "text/datelines": "again: behind a dateline stands another",
    "text/dateline-of-dashes": "again: behind a dateline stands another",
}
UNBOUND_TIME: dict[str, str] = {}
UNBOUND_MEMORY: dict[str, str] = {}


def families(broken: dict[str, str], every: int = 1) -> list[object]:
    """All families, or one in so many; those with a known fault are marked as strict expected failures."""
    return [
        pytest.param(name, marks=pytest.mark.xfail(reason=broken[name], strict=True) if name in broken else ())
        for name in list(FAMILIES)[::every]
    ]


@pytest.fixture(scope="module")
def watch():
    with Watch() as server:
        yield server


@pytest.mark.parametrize("name", families(BROKEN_LAWS))
def test_a_hostile_input_keeps_all_laws(name, watch):
    reply = watch.call("tests.hostile.measure:broken_laws", name, SMALL_CHARS, seconds=MAX_SMALL_CPU_SECONDS)
    assert not reply.fault, reply.detail
    assert reply.value == []


@pytest.mark.benchmark
@pytest.mark.parametrize("name", families(UNBOUND_TIME, MEASURED_EVERY))
def test_time_grows_with_the_length_of_a_hostile_input(name, watch):
    growth = growth_of(name, watch)
    assert not growth.fault
    assert max(growth.exponent, growth.dump_exponent) <= MAX_GROWTH_EXPONENT, growth


@pytest.mark.benchmark
@pytest.mark.parametrize("name", families(UNBOUND_MEMORY, MEASURED_EVERY))
def test_memory_stays_within_its_bound_for_a_hostile_input(name, watch):
    memory = memory_of(name, watch)
    assert not memory.fault
    assert memory.factor <= MAX_MEMORY_FACTOR


@pytest.mark.parametrize(
    ("function", "fault"),
    [("tests.hostile.measure:hang", "time"), ("tests.hostile.measure:eat", "memory"), ("os:abort", "died")],
)
def test_a_call_that_hangs_eats_memory_or_dies_is_ended_and_named(function, fault, watch):
    assert watch.call(function, seconds=1, megabytes=64).fault == fault
    assert watch.call("os:getcwd").fault == ""
