"""Joining wrapped lines: what the fixture file cannot show in a line or two."""

import textwrap
import time

import pytest

from article_clean.cleaners.wraps import hard_wraps
from article_clean.cleaners.wraps.edges import End, Start, end_of, start_of
from article_clean.cleaners.wraps.width import breaks_of, wrapping_of
from article_clean.core.document import Document
from article_clean.core.edits import apply

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
    assert [edit for edit in edits if not (text[edit.start : edit.end] == "\n" and edit.text == " ")] == []


CLOSE = "\n".join(textwrap.fill(one, 60) for one in PARAGRAPHS) + "\n"
SPACED = "\n\n".join(textwrap.fill(one, 60) for one in PARAGRAPHS) + "\n\n"
LINKED = CLOSE + "Quill\nhas since left the harbour, and her brother with her, after a\nlong\nquarrel with the town.\n"
PROSE = (
    "boats went out to the banks again in the grey of the morning"  # 60 columns: full at the width of these contexts
)


def row(end):
    return f"{PROSE[: 59 - len(end)].rstrip()} {end}".rjust(59, "w")


@pytest.mark.parametrize("context", [CLOSE, SPACED, LINKED], ids=["close", "spaced", "linked"])
def test_the_contexts_of_the_cases_below_are_wrapped_at_60(context):
    assert wrapping_of(breaks_of(Document(context))).width in {59, 60}


@pytest.mark.parametrize(
    ("context", "above", "below"),
    [
        pytest.param(CLOSE, row("and Olm"), "Quill, who spoke last.", id="a name at the edge"),
        pytest.param(CLOSE, row("the end."), "Nobody was hurt.", id="a sentence ends at the edge of a short paragraph"),
        pytest.param(SPACED, (PROSE + "\n") * 9 + row("the end."), "Nobody was hurt.", id="blank lines would tell"),
        pytest.param(
            LINKED, "In", "1971 the council met on the same day, for the first time.", id="a word before a year"
        ),
        pytest.param(LINKED, "The", "Harbour council met again on Monday, and then no more.", id="an article alone"),
        pytest.param(
            LINKED, "Old", "Quill met the council again on Monday, and then no more.", id="a first word alone"
        ),
        pytest.param(
            LINKED,
            row("and a") + "\nlong talk with the",
            "Harbour council that met to weigh the plan.",
            id="a link behind an article",
        ),
    ],
)
def test_the_line_below_is_joined(context, above, below):
    assert joined(f"{context}{above}\n{below}")[-1].endswith(f"{above[-3:]} {below}")


@pytest.mark.parametrize(
    ("context", "above", "below"),
    [
        pytest.param(CLOSE, row("by Olm"), "No comments:\nPost a Comment", id="a line that stands alone"),
        pytest.param(CLOSE, row("New Pier"), "The council met again.", id="a heading as wide as the text"),
        pytest.param(CLOSE, (PROSE + "\n") * 9 + row("the end."), "Nobody was hurt.", id="a paragraph long enough"),
        pytest.param(CLOSE, row("the end."), "Key facts\nThe pier is old.", id="a heading below a full line"),
        pytest.param(CLOSE, row("by Olm;"), "rows = {}", id="code"),
        pytest.param(SPACED, row("the end."), "Ada Quill: It was not.", id="a speaker"),
        pytest.param(SPACED, row("the end."), "   Nobody was hurt.", id="a first line that is indented"),
        pytest.param(LINKED, "Quay", "Quay is a word for a pier that runs along the shore itself.", id="an entry"),
        pytest.param(
            LINKED, "Pier", "The harbour council met again on Monday, and then no more.", id="a short heading"
        ),
        pytest.param(LINKED, row("and a") + "\nlong talk with Ada", "Quill", id="an early end before a capital"),
        pytest.param(CLOSE, "The pier is old", "and so is the boat.", id="an early end where no link breaks lines"),
    ],
)
def test_the_line_below_stays(context, above, below):
    assert below.split("\n")[0].strip() in {line.strip() for line in joined(f"{context}{above}\n{below}")}


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        (row("the ex-"), "ample was kept as an example.", "the example was"),
        (row("the re-"), "creation is a re-creation, no recreation.", "the re-creation is"),
        (row("the long-"), "term loan was kept.", "the long-term loan"),
        (row("U.S.-"), "backed forces were sent.", "U.S.-backed forces"),
        (row("a move—"), "a bold one—that failed.", "a move—a bold one"),
        (row("a move —"), "a bold one that failed.", "a move — a bold one"),
    ],
)
def test_words_meet_at_the_edge_as_they_are_printed_elsewhere(above, below, together):
    assert together in joined(f"{CLOSE}{above}\n{below}")[-1]


def test_proportional_type_has_slack_and_each_full_stop_at_its_edge_ends_a_paragraph():
    words, lines = " ".join(PARAGRAPHS[:3]).split(), []
    for width in [52, 66, 58, 47, 63, 55, 68, 50, 61, 57] * 2:
        line = textwrap.wrap(" ".join(words), width)[:1]
        lines += line
        words = words[len(" ".join(line).split()) :]
    text = "\n".join(lines)
    assert wrapping_of(breaks_of(Document(text))).slack > 0
    assert joined(f"{text}\n{row('the end.')}\nNobody was hurt.")[-1] == "Nobody was hurt."


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ["wet boots", "and a coat", "of good wool", "and a lamp", "with oil", "for a week"], id="too narrow"
        ),
        pytest.param(
            [
                "harbourmaster emeritus, northern islands district",
                "superintendents retired, western islands quarter",
                "lighthousekeepers active, eastern islands borough",
                "engineers commissioned, southern islands boroughs",
            ],
            id="a list of even lines without words that bind",
        ),
        pytest.param(
            [
                "the buyer pays for the timber that the older pier will need for its ramp;",
                "the seller pays for the fenders.",
            ],
            id="clauses of a contract",
        ),
    ],
)
def test_lists_in_lower_case_stay(lines):
    assert joined("\n".join(lines)) == lines


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
        ("- wash", Start.OTHER),
        ("- Wash", Start.MARKER),
        (", he said", Start.POINT),
        ("島", Start.CASELESS),
    ],
)
def test_the_start_of_a_line_tells_whether_it_goes_on(text, start):
    assert start_of(text) is start


@pytest.mark.benchmark
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
def test_twice_the_text_takes_at_most_2_2_times_as_long(shape):
    def seconds(text):
        best = 9.0
        for _ in range(5):
            doc = Document(text)
            assert doc.lines is not None
            start = time.process_time()
            list(hard_wraps(doc))
            best = min(best, time.process_time() - start)
        return best

    # three doublings: a quadratic rule takes 64 times as long, what other processes do to the clock is less
    assert any(seconds(shape(4000)) <= 2.2**3 * seconds(shape(500)) + 0.002 for _ in range(3))
