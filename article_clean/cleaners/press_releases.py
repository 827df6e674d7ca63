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
    head = list(takewhile(lambda line: not is_prose(line.text), doc.paragraphs[:MOST_HEAD])) if release_lines else []
    openings = [line for line in head if line in release_lines]
    if openings:
        yield from _head_edits(doc, head, openings)
    for line in _notes(doc, is_release=bool(openings)):
        yield Edit(line.start, line.end, reason="stands under the end of a press release")


def _says(doc: Document) -> Iterator[Line]:
    """The lines that call something a release, wherever they stand."""
    yield from begun(doc, "release_dated")
    lines = doc.fact(by_opening)
    for opening in _openings() & lines.keys():
        yield from (line for line in lines[opening] if _says_release(line.text))


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase[:OPENING] for phrase in keys("release"))


def _says_release(text: str) -> bool:
    """Whether a line consists of such phrases and a date: "PRESS RELEASE | For immediate release: 18 April 2024"."""
    if len(text) > LONGEST_OPENING:
        return False
    for date in printed_dates(text)[:1] if any(map(str.isdecimal, text)) else ():
        text = f"{text[: date.start]}|{text[date.end :]}"
    parts = {key(part) for part in _BETWEEN.split(text)} - {""}
    return bool(parts) and parts <= keys("release")


def _head_edits(doc: Document, head: Sequence[Line], openings: Sequence[Line]) -> Iterator[Edit]:
    """What says that it is a release, but its date; whom to ask; the letterhead, where the headline stands below it."""
    for line in openings:
        dates = printed_dates(line.text) if _says_release(line.text) else []
        date_start, date_end = (dates[0].start, dates[0].end) if dates else (len(line.text), len(line.text))
        yield from (
            Edit(line.start + start, line.start + end)
            for start, end in ((0, date_start), (date_end, len(line.text)))
            if start < end
        )
    yield from (edit for line in head if line not in openings for edit in _place(line))
    contacts = list(_contacts(doc, head, openings))
    yield from (Edit(line.start, line.end, reason="whom the desk may ask") for line in contacts)
    below = [line.text for line in head if line.start > openings[0].start and line not in [*openings, *contacts]]
    longest = max((len(text.split()) for text in below if not printed_dates(text)), default=0)
    above = list(takewhile(lambda line: line != openings[0], head))
    for line in above if len(above) <= MOST_LETTERHEAD else ():
        if len(line.text.split()) < min(LONGEST_LETTERHEAD + 1, longest) and not printed_dates(line.text):
            yield Edit(line.start, line.end, reason="the letterhead of a press release")


def _place(line: Line) -> Iterator[Edit]:
    """The place in front of the date, as in letters: "Karstad, le 18 avril 2024"."""
    date = next(iter(printed_dates(line.text)), None)
    place, comma, date_prefix = line.text[: date.start if date else 0].partition(",")
    if date and comma and date.end == len(line.text) and place.istitle() and only_date_words(date_prefix):
        yield Edit(line.start, line.start + date.start, reason="where a press release was written")


def _contacts(doc: Document, head: Sequence[Line], openings: Sequence[Line]) -> Iterator[Line]:
    """The lines from "Contact:" down to an address or a number, and lines of those alone."""
    labels = {*begun(doc, "release_contact"), *exact(doc, "release_notes", "release_about")}
    group: list[Line] = []
    for line in head:
        if line in labels:
            group = [line]
        elif group:
            group.append(line)
        if line not in openings and _has_address(line.text) and len(group) <= MOST_CONTACT_LINES:
            yield from group or [line]
            group = []


def _has_address(text: str) -> bool:
    """Whether a line has an address or a telephone number, and no date."""
    if "@" in text or "://" in text or "www." in text:
        return True
    return sum(map(str.isdecimal, text)) >= FEWEST_DIGITS and not printed_dates(text)


def _notes(doc: Document, *, is_release: bool) -> Sequence[Line]:
    """What stands under the end of a release: under a mark of the end, or from the heading of its notes on.

    A text that does not call itself a release is one if it has notes to editors, or contacts under the mark of its end.
    """
    lines, headings = doc.paragraphs, set(exact(doc, "release_notes"))
    contacts = {*headings, *begun(doc, "release_contact")}
    ends = set(_ends(doc))
    if not (is_release or headings or (ends and contacts)):
        return ()
    for index in range(max(0, len(lines) - MOST_NOTES - 1), len(lines)):
        line, below = lines[index], lines[index + (lines[index] in ends) :]
        opens_notes = line in headings or (is_release and (line in contacts or _is_about(line)))
        if not (opens_notes or line in ends) or not (below and (is_release or below[0] in contacts)):
            continue
        if is_late(doc, line) and _is_small(lines[:index], below):
            return below
    return ()


def _ends(doc: Document) -> Iterator[Line]:
    """The lines that mark an end: "###", "-30-", "-ENDS-"."""
    by_key = doc.by_key()
    yield from (line for end_key in _end_keys() & by_key.keys() for line in by_key[end_key])
    yield from (line for line in by_key.get(_ANY_NUMBER, ()) if line.text == _THIRTY)


@cache
def _end_keys() -> frozenset[str]:
    return keys("release_end") | _HASHES


def _is_about(line: Line) -> bool:
    """Whether a line heads a firm's history or its addresses: "About Harbour Ferries", "Contact"."""
    if len(line.text) > LONGEST_HEADING or ends_sentence(line.text):
        return False
    opening = key(line.text)
    return opening in keys("release_about") or opening.startswith(tuple(f"{word} " for word in keys("release_history")))


def _is_small(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether far less stands under a line than above it."""
    length = sum(len(line.text) for line in below)
    return length <= LARGEST_SHARE * sum(len(line.text) for line in above)
