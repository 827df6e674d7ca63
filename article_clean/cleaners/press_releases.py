"""What surrounds a press release: what it calls itself, its letterhead, and the notes and addresses under its end."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from article_clean.cleaners.sentences import is_late
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.fields.dates.dates import only_date_words, printed_dates
from article_clean.fields.titles import is_prose
from article_clean.knowledge.phrases import OPENING, keys
from article_clean.knowledge.phrases.phrase_lines import begun, by_opening, exact
from article_clean.knowledge.sentence_ends import ends_sentence

MOST_HEAD = 16  # lines above the text: letterhead, addresses, date, contacts, headline
MOST_CONTACT_LINES = 5  # from "Contact:" down to an address or a number
LONGEST_OPENING = 100  # characters of a line that says what it is, for when, and of what day
MOST_LETTERHEAD = 5  # lines: name, street, town, telephone, address; more are a menu
LONGEST_LETTERHEAD = 6  # words of a line of a letterhead, and fewer than the headline has
LONGEST_HEADING = 60  # characters of "About Harbour Ferries (Karstad) Ltd."
FEWEST_DIGITS = 8  # of a telephone number
MOST_NOTES = 16  # lines under the end; more are the foot of a page
LARGEST_SHARE = 0.6  # of the characters above the end may stand under it: a firm's history, addresses

_HASHES = frozenset({"###", "####", "# # #"})  # keys, in which a number is "#", too
_ANY_NUMBER, _THIRTY = "#", "-30-"
_BETWEEN = pattern_of(r"[|•:–—*]|\s-+\s")


@cleaner("press_release", stage="boilerplate", role="other")
def press_release(doc: Document) -> Iterator[Edit]:
    """The frame of a press release: "FOR IMMEDIATE RELEASE", letterhead, contacts, "Notes to editors".

    Why it goes: it is addressed to the desk; a date in it stays for `Article.published`.
    Keeps: the release itself; "press release" in a sentence; sections of an article that are called "Notes" or "About".
    """
    release_lines = set(_says(doc))
    head_lines = (
        list(takewhile(lambda release_line: not is_prose(release_line.text), doc.paragraphs[:MOST_HEAD]))
        if release_lines
        else []
    )
    openings = [release_line for release_line in head_lines if release_line in release_lines]
    if openings:
        yield from _head_edits(doc, head_lines, openings)
    for release_line in _notes(doc, is_release=bool(openings)):
        yield Edit(release_line.start, release_line.end, reason="stands under the end of a press release")


def _says(doc: Document) -> Iterator[Line]:
    """The lines that call something a release, wherever they stand."""
    yield from begun(doc, "release_dated")
    lines = doc.fact(by_opening)
    for opening in _openings() & lines.keys():
        yield from (line for line in lines[opening] if _says_release(line.text))


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase[:OPENING] for phrase in keys("release"))


def _says_release(line_text: str) -> bool:
    """Whether a line consists of such phrases and a date: "PRESS RELEASE | For immediate release: 18 April 2024"."""
    if len(line_text) > LONGEST_OPENING:
        return False
    for printed_date in printed_dates(line_text)[:1]:
        line_text = f"{line_text[: printed_date.start]}|{line_text[printed_date.end :]}"
    part_keys = {key(line_part) for line_part in _BETWEEN.split(line_text)} - {""}
    return bool(part_keys) and part_keys <= keys("release")


def _head_edits(doc: Document, head_lines: Sequence[Line], openings: Sequence[Line]) -> Iterator[Edit]:
    """What says that it is a release, but its date; whom to ask; the letterhead, where the headline stands below it."""
    for head_line in openings:
        line_dates = printed_dates(head_line.text) if _says_release(head_line.text) else []
        date_start, date_end = (
            (line_dates[0].start, line_dates[0].end) if line_dates else (len(head_line.text), len(head_line.text))
        )
        yield from (
            Edit(head_line.start + span_start, head_line.start + span_end)
            for span_start, span_end in ((0, date_start), (date_end, len(head_line.text)))
            if span_start < span_end
        )
    yield from (place_edit for head_line in head_lines if head_line not in openings for place_edit in _place(head_line))
    contacts = list(_contacts(doc, head_lines, openings))
    yield from (Edit(head_line.start, head_line.end, reason="whom the desk may ask") for head_line in contacts)
    texts_below = [
        head_line.text
        for head_line in head_lines
        if head_line.start > openings[0].start and head_line not in [*openings, *contacts]
    ]
    longest = max((len(text_below.split()) for text_below in texts_below if not printed_dates(text_below)), default=0)
    lines_above = list(takewhile(lambda head_line: head_line != openings[0], head_lines))
    for head_line in lines_above if len(lines_above) <= MOST_LETTERHEAD else ():
        if len(head_line.text.split()) < min(LONGEST_LETTERHEAD + 1, longest) and not printed_dates(head_line.text):
            yield Edit(head_line.start, head_line.end, reason="the letterhead of a press release")


def _place(head_line: Line) -> Iterator[Edit]:
    """The place in front of the date, as in letters: "Karstad, le 18 avril 2024"."""
    printed_date = next(iter(printed_dates(head_line.text)), None)
    place_name, comma, date_prefix = head_line.text[: printed_date.start if printed_date else 0].partition(",")
    if (
        printed_date
        and comma
        and printed_date.end == len(head_line.text)
        and place_name.istitle()
        and only_date_words(date_prefix)
    ):
        yield Edit(head_line.start, head_line.start + printed_date.start, reason="where a press release was written")


def _contacts(doc: Document, head_lines: Sequence[Line], openings: Sequence[Line]) -> Iterator[Line]:
    """The lines from "Contact:" down to an address or a number, and lines of those alone."""
    contact_labels = {*begun(doc, "release_contact"), *exact(doc, "release_notes", "release_about")}
    contact_lines: list[Line] = []
    for head_line in head_lines:
        if head_line in contact_labels:
            contact_lines = [head_line]
        elif contact_lines:
            contact_lines.append(head_line)
        if head_line not in openings and _has_address(head_line.text) and len(contact_lines) <= MOST_CONTACT_LINES:
            yield from contact_lines or [head_line]
            contact_lines = []


def _has_address(text: str) -> bool:
    """Whether a line has an address or a telephone number, and no date."""
    if "@" in text or "://" in text or "www." in text:
        return True
    return sum(map(str.isdecimal, text)) >= FEWEST_DIGITS and not printed_dates(text)


def _notes(doc: Document, *, is_release: bool) -> Sequence[Line]:
    """What stands under the end of a release: under a mark of the end, or from the heading of its notes on.

    A text that does not call itself a release is one if it has notes to editors, or contacts under the mark of its end.
    """
    paragraphs, headings = doc.paragraphs, set(exact(doc, "release_notes"))
    contacts = {*headings, *begun(doc, "release_contact")}
    end_lines = set(_ends(doc))
    if not (is_release or headings or (end_lines and contacts)):
        return ()
    for paragraph_index in range(max(0, len(paragraphs) - MOST_NOTES - 1), len(paragraphs)):
        paragraph, lines_below = (
            paragraphs[paragraph_index],
            paragraphs[paragraph_index + (paragraphs[paragraph_index] in end_lines) :],
        )
        opens_notes = paragraph in headings or (is_release and (paragraph in contacts or _is_about(paragraph)))
        if not (opens_notes or paragraph in end_lines) or not (
            lines_below and (is_release or lines_below[0] in contacts)
        ):
            continue
        if is_late(doc, paragraph) and _is_small(paragraphs[:paragraph_index], lines_below):
            return lines_below
    return ()


def _ends(doc: Document) -> Iterator[Line]:
    """The lines that mark an end: "###", "-30-", "-ENDS-"."""
    lines_by_key = doc.by_key()
    yield from (end_line for end_key in _end_keys() & lines_by_key.keys() for end_line in lines_by_key[end_key])
    yield from (end_line for end_line in lines_by_key.get(_ANY_NUMBER, ()) if end_line.text == _THIRTY)


@cache
def _end_keys() -> frozenset[str]:
    return keys("release_end") | _HASHES


def _is_about(line: Line) -> bool:
    """Whether a line heads a firm's history or its addresses: "About Harbour Ferries", "Contact"."""
    if len(line.text) > LONGEST_HEADING or ends_sentence(line.text):
        return False
    opening = key(line.text)
    return opening in keys("release_about") or opening.startswith(tuple(f"{word} " for word in keys("release_history")))


def _is_small(lines_above: Sequence[Line], lines_below: Sequence[Line]) -> bool:
    """Whether far less stands under a line than above it."""
    chars_below = sum(len(line.text) for line in lines_below)
    return chars_below <= LARGEST_SHARE * sum(len(line.text) for line in lines_above)
