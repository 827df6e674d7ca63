"""What one pass over a text finds is what each literal finds for itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_clean import Document
from article_clean.core import document, literals
from article_clean.core.literals import LONGEST_LOOK, NO_LOOK, Literals, Look

LETTERS = st.text("ab é\u0130\n", min_size=1, max_size=4)


@pytest.fixture(autouse=True)
def library():
    """The library that looks for many literals at once."""
    return pytest.importorskip("ahocorasick_rs")


def asked(words):
    """The literals of a process that has asked one text for these."""
    gathered = Literals()
    gathered.likely(gathered.look(""), words)
    return gathered


@given(st.lists(LETTERS, min_size=1), st.text("ab é\u0130\n"), LETTERS)
def test_a_look_finds_the_literals_that_a_text_holds(words, text, unknown):
    gathered = asked(words)
    look = gathered.look(text)
    assert set(gathered.likely(look, words)) == {word for word in words if word in text}
    assert unknown in look.known or gathered.likely(look, [*words, unknown]) == [*words, unknown]


@pytest.mark.parametrize("start", [0, LONGEST_LOOK - 1, LONGEST_LOOK - 4, LONGEST_LOOK, 3 * LONGEST_LOOK - 2])
def test_a_long_text_is_looked_at_in_parts_and_nothing_between_them_is_missed(start):
    gathered = asked(["photo", "video", "a"])
    assert gathered.look("x" * start + "photo" + "x" * LONGEST_LOOK).held == {"photo"}


def test_a_text_with_surrogates_is_asked_for_each_by_itself():
    gathered = asked(["photo", "video"])
    assert gathered.look("\ud800 photo") == NO_LOOK
    assert gathered.likely(NO_LOOK, ["photo", "video"]) == ["photo", "video"]


def test_literals_that_come_later_are_known_to_a_later_look():
    gathered = asked(["photo"])
    assert gathered.look("a video") == ({"photo"}, set())
    gathered.likely(NO_LOOK, ["video"])
    assert gathered.look("a video") == ({"photo", "video"}, {"video"})
    gathered.likely(NO_LOOK, ["tide"])
    assert ["tide" in gathered.look("").known for _ in range(3)] == [False, True, True]


def test_no_more_literals_are_gathered_than_are_looked_for_together(monkeypatch):
    monkeypatch.setattr(literals, "MOST_LITERALS", 2)
    gathered = asked(["a", "b"])
    gathered.likely(NO_LOOK, ["c"])
    assert [gathered.look("abc") for _ in range(9)][-1].known == {"a", "b"}


def test_the_lines_with_a_literal_are_the_same_with_and_without_the_library(monkeypatch):
    words = ("ferry", "harbour", "tide", "quay", "pier", "buoy")
    text = "The ferry\n\nThe Harbour and the quay\n\nNothing\n\nTHE BUOY"
    monkeypatch.setattr(document, "ASKED", Literals())
    without = Document(text).paragraphs_with(*words)
    monkeypatch.setattr(document, "ASKED", asked(words))
    looked = Document(text)
    assert looked.paragraphs_with(*words) == without
    monkeypatch.setattr(document.ASKED, "look", lambda _: Look(frozenset(words), frozenset(["tide", "pier"])))
    assert Document(text).paragraphs_with(*words) == []
    assert len(without) == len(["ferry", "harbour", "buoy"])
