"""Long lists held as columns: the same records, the same edits, whatever the length from which lists are packed."""

from collections.abc import Callable
from functools import partial
from operator import itemgetter

import pytest
from cases import FIXTURES
from hypothesis import given
from hypothesis import strategies as st

from article_clean import clean
from article_clean.core import edits, lines, packed
from article_clean.core.document import Document
from article_clean.core.edits import Edit, resolve
from article_clean.core.packed import Growing, Packed, by_word, columns_of
from article_clean.pages import walk

TEXTS = sorted((FIXTURES / "articles").glob("*.txt")) + sorted((FIXTURES / "pages").glob("*.html"))
USERS = (packed, edits, lines, walk)  # each reads the length from which it packs


@pytest.fixture
def everything_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in USERS:
        monkeypatch.setattr(module, "MOST_LISTED", 1)
    monkeypatch.setattr(lines, "SPARSE_CHARS", 1_000_000)


def test_lines_are_packed_where_they_are_many_and_short(monkeypatch):
    monkeypatch.setattr(lines, "MOST_LISTED", 3)
    short, long = "ferry\n" * 4, "The ferry sails again on Tuesday at noon.\n" * 4
    assert isinstance(Document(short).paragraphs, Packed)
    assert isinstance(Document(long).paragraphs, list)
    assert isinstance(Document("ferry\n" * 2).paragraphs, list)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_an_article_is_the_same_where_all_lists_are_packed(path, request):
    raw = path.read_text(encoding="utf-8")
    listed = clean(raw)
    request.getfixturevalue("everything_packed")
    assert clean(raw) == listed


def test_edits_that_are_packed_keep_their_likelihood():
    proposed = [Edit(n, n + 1, "", likelihood=share) for n, share in enumerate([None, 0.25, 1.0, None])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "MOST_LISTED", 1)
        assert [edit.likelihood for edit in edits.packed_edits(proposed)] == [None, 0.25, 1.0, None]


PROPOSALS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 5), st.sampled_from(["", "x"]), st.sampled_from("ab")), max_size=30
)


@given(PROPOSALS)
def test_packed_proposals_are_settled_as_listed_ones_are(spans):
    proposed = [Edit(start, start + length, text, "", "", cleaner) for start, length, text, cleaner in spans]
    listed = resolve(proposed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edits, "MOST_LISTED", 2)
        patch.setattr(packed, "MOST_LISTED", 1)
        assert list(resolve(proposed)) == list(listed)


def pairs(*rows: tuple[int, int]) -> Packed[tuple[int, int]]:
    return Packed(lambda *numbers: numbers, columns_of(rows, 2))


def test_a_slice_of_packed_records_has_those_records():
    records = pairs((1, 2), (3, 4), (5, 6))
    assert list(records[1:]) == [(3, 4), (5, 6)]
    assert list(records[::-1]) == [(5, 6), (3, 4), (1, 2)]
    assert records[-1] == (5, 6)


def test_a_number_past_32_bits_widens_its_column():
    records = pairs((1, 2), (2**32, 4), (2**40, 6))
    assert list(records) == [(1, 2), (2**32, 4), (2**40, 6)]


@pytest.mark.parametrize("hold", [list, lambda rows: pairs(*rows)], ids=["listed", "packed"])
def test_records_are_found_by_a_word(hold: Callable[[list[tuple[int, int]]], object]):
    rows = [(1, 0), (2, 0), (3, 1), (4, 2)]
    index = by_word(hold(rows), lambda row: None if row[1] == 2 else str(row[1]))
    assert {word: list(found) for word, found in index.items()} == {"0": [(1, 0), (2, 0)], "1": [(3, 1)]}
    assert "2" not in index


@pytest.mark.usefixtures("everything_packed")
@given(st.text(alphabet="ab \n\t\u2028İ"))
def test_packed_lines_are_the_lines(text):
    split = [raw.strip() for raw in text.split("\n") if raw.strip()]
    assert [line.text for line in Document(text).lines] == split
    assert [line for line in Document(text).lines if text[line.start : line.end] != line.text] == []


def test_a_list_is_packed_only_where_it_is_long():
    make, numbers = partial(tuple), itemgetter(0, 1)
    assert isinstance(packed.packed([(1, 2)], make, numbers), list)
    assert isinstance(packed.packed([(1, 2)] * packed.MOST_LISTED, make, numbers), Packed)


def test_a_list_that_grows_long_is_packed_and_can_still_be_written(monkeypatch):
    monkeypatch.setattr(packed, "MOST_LISTED", 2)
    grown = Growing(lambda *numbers: numbers, itemgetter(0, 1), 2)
    for n in range(5):
        grown.append((n, 2 * n))
    grown.put(1, 1, 9)
    assert (len(grown), grown.done, grown[1], grown[4]) == (5, 4, (1, 9), (4, 8))
    assert list(grown.held()) == [(0, 0), (1, 9), (2, 4), (3, 6), (4, 8)]
