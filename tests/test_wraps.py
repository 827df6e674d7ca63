"""Joining wrapped lines: what the fixture file cannot show in a line or two."""

import textwrap
import time

import pytest

from article_clean.cleaners.line_edges import End, Start, end_of, start_of
from article_clean.cleaners.wrap_width import breaks_of, wrapping_of
from article_clean.cleaners.wraps import hard_wraps
from article_clean.document import Document
from article_clean.edits import apply

_TEXT = """\
The harbour council met late into the evening to weigh whether a second ferry could run to the northern islands
before the winter timetable begins in the third week of October, when the storms make the crossing hard.

Members heard that passenger numbers had risen by almost a fifth since the spring, and that the single vessel
now in service was turned away twice last month because of high winds from the west.

An engineer told the meeting that the older pier would need new fenders and a wider ramp, work that she put at
about four months if the weather held and the timber arrived on time from the mainland.

The council will vote on the plan when it meets again, and several members said that they would support it only
if the fares for islanders stayed as they are today, which nobody was ready to promise.
"""
PARAGRAPHS = [" ".join(one.split()) for one in _TEXT.split("\n\n")]
WIDTHS = [30, 40, 55, 65, 72, 80, 100]
CHANCE = {65, 100}  # here a paragraph ends at the very edge, and nothing but a blank line can tell


def joined(text):
    return [line for line in apply(text, list(hard_wraps(Document(text)))).split("\n") if line]


@pytest.mark.parametrize("width", WIDTHS)
def test_paragraphs_wrapped_at_any_width_come_back_whole(width):
    assert joined("\n\n".join(textwrap.fill(one, width) for one in PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", sorted({*WIDTHS} - CHANCE))
def test_paragraphs_come_back_without_blank_lines_between_them(width):
    assert joined("\n".join(textwrap.fill(one, width) for one in PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", WIDTHS)
def test_the_width_is_found_as_far_as_the_text_tells_it(width):
    text = "\n\n".join(textwrap.fill(one, width) for one in PARAGRAPHS)
    found = wrapping_of(breaks_of(Document(text)))
    longest = max(len(line) for line in text.split("\n"))
    assert longest - 3 <= found.width <= width
    assert found.separated


def test_paragraphs_on_one_line_each_are_no_wraps():
    text = "\n".join(PARAGRAPHS)
    assert not wrapping_of(breaks_of(Document(text))).width
    assert joined(text) == PARAGRAPHS


def test_what_was_joined_has_nothing_left_to_join():
    once = "\n".join(joined("\n".join(textwrap.fill(one, 60) for one in PARAGRAPHS)))
    assert not list(hard_wraps(Document(once)))


def test_a_join_covers_white_space_and_no_more():
    text = "\n".join(textwrap.fill(one, 60) for one in PARAGRAPHS)
    edits = list(hard_wraps(Document(text)))
    assert edits
    assert all(text[edit.start : edit.end] == "\n" and edit.text == " " for edit in edits)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("She left at noon.", End.STOP),
        ("“She left at noon.”", End.STOP),
        ("She left at noon…", End.STOP),
        ("said Cmdr.", End.BINDING),
        ("officials of the U.S.", End.MAYBE),
        ("the plan of the", End.BINDING),
        ("“fairly well,”", End.PAUSE),
        ("the U.S.-", End.HYPHEN),
        ("as follows:", End.COLON),
        ("the islands", End.OPEN),
        ("the “islands”", End.OPEN),
    ],
)
def test_the_end_of_a_line_tells_whether_a_sentence_ends(text, end):
    assert end_of(text) is end


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("and left", Start.LOWER),
        ("“and left", Start.LOWER),
        ("She left", Start.UPPER),
        ("¿Quién vive?", Start.UPPER),
        ("1971 was wet", Start.DIGIT),
        ("1. Wash", Start.MARKER),
        ("• wash", Start.MARKER),
        ("Q: When?", Start.MARKER),
        (", he said", Start.POINT),
        ("島", Start.CASELESS),
    ],
)
def test_the_start_of_a_line_tells_whether_it_goes_on(text, start):
    assert start_of(text) is start


@pytest.mark.parametrize(
    "shape",
    [
        lambda n: "a" * 50 * n,
        lambda n: "\n" * 50 * n,
        lambda n: "a\n" * 20 * n,
        lambda n: "word " * 20 * n + "the\nand so on",
        lambda n: (textwrap.fill(PARAGRAPHS[0], 72) + "\n") * (n // 4),
        lambda n: ("x" * 60 + " the\n" + '"' * 50 + "and\n") * (n // 2),
        lambda n: "A." * 25 * n + "\nand" + "(" * 25 * n,
    ],
    ids=["one line", "newlines", "lines of one letter", "long line", "wrapped", "quotes", "initials"],
)
def test_twice_the_text_takes_twice_the_time(shape):
    def seconds(text):
        best = 9.0
        for _ in range(5):
            doc = Document(text)
            assert doc.lines is not None
            start = time.process_time()
            list(hard_wraps(doc))
            best = min(best, time.process_time() - start)
        return best

    assert seconds(shape(4000)) <= 2.2 * seconds(shape(2000)) + 0.005
