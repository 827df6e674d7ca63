"""Inputs that broke a law once keep all laws; the fuzzer makes the same inputs everywhere and finds what is broken."""

import json

import pytest

from article_clean import Article, Edit
from tests.cases import FIXTURES
from tests.fuzz.check import failures, faults_of, input_in, row_of
from tests.fuzz.inputs import Input
from tests.fuzz.minimise import least
from tests.laws import AGAIN, LAWS, violations
from tests.watched import Watch

FEW_INPUTS = 100  # of the 5,000 that .ci/run cleans
EACH_KIND = [Input("No&#x1b;\ud800", url="\ud800"), Input(b"\xff\0", "html", engine="trafilatura")]


def written_rows() -> list[object]:
    """The inputs of fixtures/hostile; one with a cause under "open" is not mended yet, a strict expected failure."""
    rows = [
        json.loads(line)
        for path in sorted((FIXTURES / "hostile").glob("*.jsonl"))
        for line in path.read_text("utf-8").strip().split("\n")
    ]
    return [
        pytest.param(row, id=row["id"], marks=pytest.mark.xfail(reason=row["open"], strict=True) if row["open"] else ())
        for row in rows
    ]


@pytest.fixture(scope="module")
def watch():
    with Watch() as server:
        yield server


@pytest.mark.parametrize("row", written_rows())
def test_an_input_that_broke_a_law_keeps_all_laws(row, watch):
    faults = faults_of(input_in(row), watch)
    assert [fault for fault in faults if fault[0] != AGAIN or row["law"] == AGAIN] == []


def test_the_first_inputs_of_the_fuzzer_keep_all_laws(watch):
    assert [failure for failure in failures(1, 0, FEW_INPUTS, watch) if failure.law != AGAIN] == []


def test_an_input_is_the_same_in_every_process(watch):
    asked = [watch.call("tests.fuzz.check:digest", 1, 0, 20), watch.call("tests.fuzz.check:digest", 1, 0, 20)]
    with Watch(hash_seed=7) as other:
        asked.append(other.call("tests.fuzz.check:digest", 1, 0, 20))
    assert asked[0] == asked[1] == asked[2]


@pytest.mark.parametrize("given", EACH_KIND)
def test_an_input_comes_back_from_its_row(given):
    assert input_in(json.loads(json.dumps(row_of(given)))) == given


def test_a_failing_input_is_minimised_to_what_makes_it_fail():
    assert "".join(least("the ferry left the quay", lambda parts: {"f", "q"} <= set(parts))) == "fq"


SOURCE = "Share this\n\nThe ferry left."
SHARE = Edit(0, 12, "", "share", "", "share_bar")
BROKEN = {
    "trail": ({"body": "The ferry left."}, []),
    "accounted": ({"body": "The ferry left."}, [Edit(0, 12)]),
    "named": ({"body": "The ferry left."}, [Edit(0, 12, "", "share")]),
    "traced": ({"body": "The ferry sank."}, [SHARE]),
    "fields": ({"body": SOURCE, "headline": "Ferry\x1b[2J"}, []),
    "views": ({"body": SOURCE, "headline": "Ferry\ud800"}, []),
    AGAIN: ({"body": "The ferry left."}, [SHARE]),
}


@pytest.mark.parametrize("law", LAWS)
def test_a_law_notices_when_it_is_broken(law, monkeypatch):
    fields, trail = BROKEN[law]
    article = Article.made((trail,), source=SOURCE).model_copy(update=fields)  # which nothing mends
    monkeypatch.setattr("tests.laws.clean", lambda raw, **_: article if raw is SOURCE else Article(body="cleaned"))
    assert law in {violation.law for violation in violations(SOURCE)}
