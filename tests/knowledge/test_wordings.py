"""The wordings that patterns take their words from: what their marks mean, and a table in order, each kind in use."""

import re
from collections import Counter
from itertools import groupby

import pytest
from cases import ROOT

from article_clean.knowledge import wordings
from article_clean.knowledge.wordings import first_words, one_of

CODE = ROOT / "article_clean"
ROWS = [
    tuple(line.split("\t"))
    for line in (CODE / "knowledge" / "wordings.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
KINDS = sorted({kind for kind, _, _ in ROWS})
TABLE = {
    "greeting": ("(good|fair) day[ to you]", "hel~, {visitor}"),
    "visitor": ("dear %w",),
    "offer": ("we'll…send it", "call %d[:%d] now%e"),
    "any": ("%s is new",),
}


@pytest.fixture
def _small_table(monkeypatch):
    monkeypatch.setattr(wordings, "_rows", lambda: TABLE)


@pytest.mark.usefixtures("_small_table")
@pytest.mark.parametrize(
    ("kind", "text", "is_said"),
    [
        ("greeting", "good day", True),
        ("greeting", "fair day to you", True),
        ("greeting", "day to you", False),
        ("greeting", "hello, dear reader", True),
        ("greeting", "hel, dear 7", True),
        ("greeting", "hello, reader", False),
        ("greeting", "good\N{NO-BREAK SPACE}day", True),
        ("offer", "we\N{RIGHT SINGLE QUOTATION MARK}ll gladly send it", True),
        ("offer", "we'll go. send it", False),
        ("offer", "we'll resend it", False),
        ("offer", "call 12:30 now!", True),
        ("offer", "call 12:30 now and then", False),
    ],
)
def test_marks_of_a_wording(kind, text, is_said):
    assert bool(re.fullmatch(one_of(kind), text)) is is_said
    assert bool(re.fullmatch(one_of(kind), text, re.VERBOSE)) is is_said


@pytest.mark.usefixtures("_small_table")
def test_first_words_are_those_a_wording_can_begin_with():
    assert first_words("visitor", "offer") == {"dear", "we", "call"}
    with pytest.raises(ValueError, match="begins with %s"):
        first_words("any")
    with pytest.raises(ValueError, match="begins with ~"):
        first_words("greeting")


def test_rows_of_a_kind_stand_together_and_none_twice():
    assert len([kind for kind, _ in groupby(kind for kind, _, _ in ROWS)]) == len(KINDS)
    assert [row for row, count in Counter(ROWS).items() if count > 1] == []


def test_languages_are_known():
    known = {path.stem for path in (CODE / "knowledge" / "phrases").glob("*.tsv")}
    assert {language for _, language, _ in ROWS} - {"mul"} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_makes_a_pattern_and_is_in_use(kind):
    re.compile(one_of(kind))
    used = re.compile(rf"[\"']{kind}[\"']|\{{{kind}\}}")
    code = (path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    assert any(used.search(text) for text in (*code, *(wording for _, _, wording in ROWS)))


def test_kinds_that_are_taken_as_they_stand_hold_no_marks():
    code = "".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    plain = set(re.findall(r"\bwordings\(\"(\w+)\"\)", code))
    assert plain
    assert [row for row in ROWS if row[0] in plain and re.search(r"[()\[\]{}|…~%]", row[2])] == []
