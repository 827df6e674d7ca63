"""Lines that a fixed width or a link broke in, edits that join them to paragraphs out."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from article_clean.cleaners.wraps.edges import BINDING, GOES_ON, End, Start
from article_clean.cleaners.wraps.width import NARROWEST, Break, Wrapping, breaks_of, wrapping_of
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, key
from article_clean.core.edits import LAYOUT, Edit
from article_clean.knowledge.language import frequent_words
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.sentence_ends import ENDS

PROSE = 60  # characters; shorter lines that go on in lower case are lists, verse or code more often than prose
LONGEST_LABEL = 40  # characters of a line that stands alone: "No comments:", "Post a Comment"
SPLIT_PROSE = 40  # the same, where links stand on lines of their own
FEWEST_SPLIT = 3  # breaks that only a link makes, in such a document
HYPHEN = "hyphen"  # the role of one that only split a word: printed, so that it goes as more than white space
LONGEST_SCRAP = 2  # letters of a word that a link or a large initial tore off
MOSTLY_FULL = 0.6  # of the width: a line of prose, even if a link broke it early

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CODE_MARKS = "{}=<>|\\_"
_CODE = re.compile(r"[{}=\\]|\(\)|^[\w.]+\(.*[);,]$")
_CODE_OR_TABLE = re.compile(r"[{}=<>|\\]|://|\w_\w|\(\)|^[\w.]+\(.*[);,]$")
_SPEAKER = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}:\s")
_POSSESSIVE = ("'s", "’s")
_POINTS = ",;."
_CLOSED = ENDS | {":"}
_AMID = (Start.LOWER, Start.POINT)
_EDGES = "\"'“”‘’«»¿¡().,;:!?…"
_SPLIT = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
_LAST = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")


class Place(NamedTuple):
    """Where a break stands: what the rules need beyond the break itself.

    Attributes:
        doc: the document.
        wrapping: how it is wrapped.
        split: links stand on lines of their own.
        coded: the document has marks of code or tables, so that lines are looked at for them.
        running: the line above was itself joined to the one before it.
        length: characters of the paragraph so far.
        after: the next break.
    """

    doc: Document
    wrapping: Wrapping
    split: bool
    coded: bool
    running: bool
    length: int
    after: Break | None


@cleaner("hard_wraps", stage="layout", role=LAYOUT)
def hard_wraps(doc: Document) -> Iterator[Edit]:
    """Line breaks that a column's width or a link made: "the first / woman to hold the post".

    Why it goes: the reader's window wraps lines; a paragraph is one line of text.
    Keeps: lists, verse, headings, signatures, tables and code, a short line that stands alone, and the end of each
    paragraph, with or without a blank line behind it. A text that is not wrapped stays as it is, but for lines that
    plainly go on amid a sentence.
    """
    if not _goes_on_somewhere(doc):
        return
    breaks = breaks_of(doc)
    wrapping = wrapping_of(breaks)
    split = not wrapping.width and sum(map(_is_split, breaks)) >= FEWEST_SPLIT
    coded = any(mark in doc.text for mark in _CODE_MARKS)
    start, running = breaks[0].above.start, False
    for brk, after in zip_longest(breaks, breaks[1:]):
        place = tuple.__new__(
            Place, (doc, wrapping, split, coded, running, brk.above.end - start, after)
        )  # quicker than Place(…)
        running = _continues(brk, place)
        if running:
            yield _join(brk, doc)
        else:
            start = brk.below.start


def _goes_on_somewhere(doc: Document) -> bool:
    """Whether any line begins as no paragraph does: the cheap test that texts without wraps fail."""
    return any(
        not below.text[0].isupper()  # as nearly all lines begin
        and (below.text[0] in _POINTS or below.text[0].isalpha())
        and (above.end - above.start >= NARROWEST or below.text[0] in _POINTS)
        and above.text[-1] not in _CLOSED
        for above, below in pairwise(doc.lines)
    )


def _join(brk: Break, doc: Document) -> Edit:
    """The edit that joins two lines: by a space, or by none at a hyphen, a dash, or between unspaced letters."""
    end, start = brk.above.end, brk.below.start
    if brk.start is Start.POINT or (brk.start is Start.CASELESS and len(brk.word) == 1):
        return Edit(end, start)
    if brk.end is End.HYPHEN and brk.start is not Start.OTHER:
        return Edit(end - 1, start, role=HYPHEN) if _is_split_word(brk, doc) else Edit(end, start)
    if brk.start is Start.LOWER and brk.above.text[-1].isalpha() and _is_torn_word(brk, doc):
        return Edit(end, start)
    unspaced_dash = brk.above.text[-1] in "—–" and not brk.above.text[-2:-1].isspace()
    return Edit(end, start, "" if unspaced_dash else " ")


def _is_split_word(brk: Break, doc: Document) -> bool:
    """Whether the hyphen only splits a word: the whole word occurs elsewhere, and the compound does not."""
    left, right = _SPLIT.search(brk.above.text), _WORD.match(brk.below.text)
    if not left or not right:
        return False
    words = doc.fact(_words)
    return left[1] + right[0] in words and f"{left[1]}-{right[0]}" not in words


def _is_torn_word(brk: Break, doc: Document) -> bool:
    """Whether a link or a large initial tore a word: "Actuarie / s", "C / ardiovascular".

    One piece has a letter or two and is no word, the other one stands nowhere else, and the whole does.
    """
    left, right = _LAST.search(brk.above.text), _WORD.match(brk.below.text)
    if not left or not right:
        return False
    short, long = sorted((left[0], right[0]), key=len)
    if len(short) > LONGEST_SCRAP or short.lower() in BINDING or short.lower() in frequent_words():
        return False
    words = doc.fact(_counts)
    whole = left[0] + right[0]
    return words[long] == 1 and (whole in words or whole.lower() in words)


def _words(doc: Document) -> frozenset[str]:
    """The words of the document, as printed, compounds as one."""
    return frozenset(doc.fact(_counts))


def _counts(doc: Document) -> Counter[str]:
    return Counter(_WORD.findall(doc.text))


def _continues(brk: Break, place: Place) -> bool:
    """Whether the line below continues the line above."""
    if brk.blanks > place.wrapping.blanks or brk.start is Start.MARKER:
        return False
    if brk.start is Start.POINT:
        return brk.end in (End.OPEN, End.BINDING) and (brk.length >= PROSE or place.running or place.split)
    if not place.wrapping.width:
        return (place.split and _goes_on_at_link(brk, place)) or _plainly_goes_on(brk, place)
    full = place.wrapping.full(brk)
    code = _CODE if full else _CODE_OR_TABLE
    if place.coded and (code.search(brk.above.text) or code.search(brk.below.text)):
        return False
    if full:
        return _continues_full_line(brk, place)
    return (place.wrapping.linked or brk.length > place.wrapping.width) and _continues_early_break(brk, place)


def _is_split(brk: Break) -> bool:
    """Whether a link plainly ended at this break: the sentence goes on with a mark, or stops at a word that binds."""
    amid = brk.start is Start.POINT and brk.end is End.OPEN
    return brk.blanks == 0 and (amid or (brk.end is End.BINDING and " " in brk.above.text))


def _goes_on_at_link(brk: Break, place: Place) -> bool:
    """In a document that has each link on a line of its own: the sentence goes on at the link, or behind it."""
    coded = place.coded and any(map(_CODE_OR_TABLE.search, (brk.above.text, brk.below.text)))
    if brk.end not in GOES_ON or coded:
        return False
    after = place.after
    onwards = after is not None and after.blanks == 0 and after.end in GOES_ON and after.start in _AMID
    binds = brk.end in (End.BINDING, End.PAUSE) or brk.above.text.endswith(_POSSESSIVE)
    if brk.start is Start.LOWER:
        if len(brk.below.text) >= SPLIT_PROSE or (place.running and place.length >= SPLIT_PROSE):
            return True
        mark = after is not None and (after.start is Start.POINT or len(after.below.text) >= SPLIT_PROSE)
        return binds or (onwards and mark)
    if brk.start in (Start.UPPER, Start.DIGIT, Start.OTHER):
        closes = place.running and brk.below.text[-1] in ENDS
        return (binds and (onwards or closes)) or (place.running and onwards)
    return False


def _plainly_goes_on(brk: Break, place: Place) -> bool:
    """In a document that is not wrapped: prose that breaks off amid a sentence, and goes on in lower case."""
    if brk.start is not Start.LOWER or brk.end not in GOES_ON or not (brk.length >= PROSE or place.running):
        return False
    if place.coded and (_CODE_OR_TABLE.search(brk.above.text) or _CODE_OR_TABLE.search(brk.below.text)):
        return False
    if brk.end is End.PAUSE:
        return place.running or not brk.above.text.endswith(";")
    bound = brk.word in BINDING and (len(brk.below.text) >= PROSE or brk.below.text.endswith("."))
    return brk.end is End.BINDING or bound


def _continues_full_line(brk: Break, place: Place) -> bool:
    """The line above is full: it goes on below unless a paragraph, or a heading, ends there by chance."""
    if brk.start is Start.LOWER or brk.end in (End.BINDING, End.PAUSE, End.COLON):
        return brk.start is Start.LOWER or not _stands_alone(brk, place)
    if brk.end is End.STOP:
        return _sentence_inside_paragraph(brk, place)
    inside = place.running or place.wrapping.separated or not _begins_sentence(brk, place)
    return inside and not _stands_alone(brk, place)


def _sentence_inside_paragraph(brk: Break, place: Place) -> bool:
    """A sentence ends at the very edge: its paragraph goes on if blank lines would tell, or if it is short so far."""
    wrapping, after = place.wrapping, place.after
    if brk.deeper or _SPEAKER.match(brk.below.text) or _stands_alone(brk, place):
        return False
    if wrapping.separated:
        return True
    if wrapping.slack or (after and " " not in brk.below.text):
        return False
    heading = after and after.end not in (End.STOP, End.MAYBE) and after.start is not Start.LOWER
    if after and heading and not wrapping.full(after):
        return False
    return place.length < wrapping.typical or not wrapping.typical


def _continues_early_break(brk: Break, place: Place) -> bool:
    """The line above is not full: a link began or ended there, or a first word stands alone."""
    if brk.end not in GOES_ON and brk.end is not End.MAYBE:
        return False
    width, below = place.wrapping.width, len(brk.below.text)
    long = max(brk.length, below) >= MOSTLY_FULL * width
    if brk.start is Start.LOWER:
        return long or place.running or below == len(brk.word)
    if brk.end in (End.BINDING, End.PAUSE):
        return long
    if place.running:
        return brk.length > width and brk.start is Start.UPPER and not _begins_sentence(brk, place)
    return _is_lone_first_word(brk, place)


def _is_lone_first_word(brk: Break, place: Place) -> bool:
    """One word on a line of its own that begins the sentence below: "Former / President", not a heading."""
    word = brk.above.text.lstrip(_EDGES)
    if " " in word or brk.start not in (Start.UPPER, Start.DIGIT):
        return False
    if word.lower() in BINDING:
        return True
    new = brk.word != word and brk.word.lower() not in BINDING
    return new and brk.start is Start.UPPER and len(brk.below.text) >= MOSTLY_FULL * place.wrapping.width


def _begins_sentence(brk: Break, place: Place) -> bool:
    """The line below begins with a capital that its word has not elsewhere: so the line above was a whole."""
    word = brk.word.strip(_EDGES)
    return word != word.lower() and word.lower() in place.doc.fact(_words)


def _stands_alone(brk: Break, place: Place) -> bool:
    """The line below is a short one of the page, not of the text: "No comments:"."""
    text = brk.below.text
    if len(text) > LONGEST_LABEL:
        return False
    return key(text) in keys("comments", "share", "related") or (text.endswith(":") and place.after is not None)
