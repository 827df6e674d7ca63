"""Lines that a fixed width or a link broke in, edits that join them to paragraphs out."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from article_clean.cleaners.wraps.edges import BINDING, GOES_ON, End, Start
from article_clean.cleaners.wraps.width import NARROWEST, Break, Wrapping, breaks_of, wrapping_of
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, key
from article_clean.core.edits import LAYOUT, Edit
from article_clean.core.patterns import pattern_of
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

_WORD = pattern_of(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CODE_MARKS = "{}=<>|\\_"
_CODE = pattern_of(r"[{}=\\]|\(\)|^[\w.]+\(.*[);,]$")
_CODE_OR_TABLE = pattern_of(r"[{}=<>|\\]|://|\w_\w|\(\)|^[\w.]+\(.*[);,]$")
_SPEAKER = pattern_of(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}:\s")
_POSSESSIVE = ("'s", "’s")
_POINTS = ",;."
_CLOSED = ENDS | {":"}
_AMID = (Start.LOWER, Start.POINT)
_EDGES = "\"'“”‘’«»¿¡().,;:!?…"
_SPLIT = pattern_of(r"(?<![^\W\d_])([^\W\d_]+)-$")
_LAST = pattern_of(r"(?<![^\W\d_])[^\W\d_]+$")


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
    """Line breaks that come from the width of a column or from a link: "the first / woman to hold the post".

    Why it goes: a paragraph is one line of text; the reader's window wraps it.
    Keeps: lists, verse, headings, signatures, tables and code, a short line that stands alone, and the end of each
    paragraph, with or without a blank line behind it. A text that is not wrapped stays as it is, but for lines that
    plainly go on amid a sentence.
    """
    if not _goes_on_somewhere(doc):
        return
    line_breaks = breaks_of(doc)
    wrapping = wrapping_of(line_breaks)
    is_split = not wrapping.width and sum(map(_is_split, line_breaks)) >= FEWEST_SPLIT
    has_code = any(code_mark in doc.text for code_mark in _CODE_MARKS)
    paragraph_start, goes_on = line_breaks[0].above.start, False
    for line_break, next_break in zip_longest(line_breaks, line_breaks[1:]):
        place = tuple.__new__(
            Place, (doc, wrapping, is_split, has_code, goes_on, line_break.above.end - paragraph_start, next_break)
        )  # quicker than Place(…)
        goes_on = _continues(line_break, place)
        if goes_on:
            yield _join(line_break, doc)
        else:
            paragraph_start = line_break.below.start


def _goes_on_somewhere(doc: Document) -> bool:
    """Whether any line begins as no paragraph does: the cheap test that texts without wraps fail."""
    return any(
        not line_below.text[0].isupper()  # as nearly all lines begin
        and (line_below.text[0] in _POINTS or line_below.text[0].isalpha())
        and (line_above.end - line_above.start >= NARROWEST or line_below.text[0] in _POINTS)
        and line_above.text[-1] not in _CLOSED
        for line_above, line_below in pairwise(doc.lines)
    )


def _join(line_break: Break, doc: Document) -> Edit:
    """The edit that joins two lines: by a space, or by none at a hyphen, a dash, or between unspaced letters."""
    above_end, below_start = line_break.above.end, line_break.below.start
    if line_break.start is Start.POINT or (line_break.start is Start.CASELESS and len(line_break.word) == 1):
        return Edit(above_end, below_start)
    if line_break.end is End.HYPHEN and line_break.start is not Start.OTHER:
        return (
            Edit(above_end - 1, below_start, role=HYPHEN)
            if _is_split_word(line_break, doc)
            else Edit(above_end, below_start)
        )
    if line_break.start is Start.LOWER and line_break.above.text[-1].isalpha() and _is_torn_word(line_break, doc):
        return Edit(above_end, below_start)
    unspaced_dash = line_break.above.text[-1] in "—–" and not line_break.above.text[-2:-1].isspace()
    return Edit(above_end, below_start, "" if unspaced_dash else " ")


def _is_split_word(line_break: Break, doc: Document) -> bool:
    """Whether the hyphen only splits a word: the whole word occurs elsewhere, and the compound does not."""
    word_head, word_tail = _SPLIT.search(line_break.above.text), _WORD.match(line_break.below.text)
    if not word_head or not word_tail:
        return False
    words = doc.fact(_words)
    return word_head[1] + word_tail[0] in words and f"{word_head[1]}-{word_tail[0]}" not in words


def _is_torn_word(line_break: Break, doc: Document) -> bool:
    """Whether a link or a large initial tore a word: "Actuarie / s", "C / ardiovascular".

    One piece has a letter or two and is no word, the other one stands nowhere else, and the whole does.
    """
    text_above = line_break.above.text
    word_head, word_tail = _LAST.search(text_above, text_above.rfind(" ") + 1), _WORD.match(line_break.below.text)
    if not word_head or not word_tail:
        return False
    shorter, longer = sorted((word_head[0], word_tail[0]), key=len)
    if len(shorter) > LONGEST_SCRAP or shorter.lower() in BINDING or shorter.lower() in frequent_words():
        return False
    words = doc.fact(_counts)
    whole_word = word_head[0] + word_tail[0]
    return words[longer] == 1 and (whole_word in words or whole_word.lower() in words)


def _words(doc: Document) -> frozenset[str]:
    """The words of the document, as printed, compounds as one."""
    return frozenset(doc.fact(_counts))


def _counts(doc: Document) -> Counter[str]:
    return Counter(_WORD.findall(doc.text))


def _continues(line_break: Break, place: Place) -> bool:
    """Whether the line below continues the line above."""
    if line_break.blanks > place.wrapping.blanks or line_break.start is Start.MARKER:
        return False
    if line_break.start is Start.POINT:
        return line_break.end in (End.OPEN, End.BINDING) and (
            line_break.length >= PROSE or place.running or place.split
        )
    if not place.wrapping.width:
        return (place.split and _goes_on_at_link(line_break, place)) or _plainly_goes_on(line_break, place)
    is_full = place.wrapping.full(line_break)
    code_pattern = _CODE if is_full else _CODE_OR_TABLE
    if place.coded and (code_pattern.search(line_break.above.text) or code_pattern.search(line_break.below.text)):
        return False
    if is_full:
        return _continues_full_line(line_break, place)
    return (place.wrapping.linked or line_break.length > place.wrapping.width) and _continues_early_break(
        line_break, place
    )


def _is_split(line_break: Break) -> bool:
    """Whether a link plainly ended at this break: the sentence goes on with a mark, or stops at a word that binds."""
    amid = line_break.start is Start.POINT and line_break.end is End.OPEN
    return line_break.blanks == 0 and (amid or (line_break.end is End.BINDING and " " in line_break.above.text))


def _goes_on_at_link(line_break: Break, place: Place) -> bool:
    """In a document that has each link on a line of its own: the sentence goes on at the link, or behind it."""
    has_code = place.coded and any(map(_CODE_OR_TABLE.search, (line_break.above.text, line_break.below.text)))
    if line_break.end not in GOES_ON or has_code:
        return False
    next_break = place.after
    onwards = (
        next_break is not None and next_break.blanks == 0 and next_break.end in GOES_ON and next_break.start in _AMID
    )
    is_binding = line_break.end in (End.BINDING, End.PAUSE) or line_break.above.text.endswith(_POSSESSIVE)
    if line_break.start is Start.LOWER:
        if len(line_break.below.text) >= SPLIT_PROSE or (place.running and place.length >= SPLIT_PROSE):
            return True
        goes_on_below = next_break is not None and (
            next_break.start is Start.POINT or len(next_break.below.text) >= SPLIT_PROSE
        )
        return is_binding or (onwards and goes_on_below)
    if line_break.start in (Start.UPPER, Start.DIGIT, Start.OTHER):
        ends_below = place.running and line_break.below.text[-1] in ENDS
        return (is_binding and (onwards or ends_below)) or (place.running and onwards)
    return False


def _plainly_goes_on(line_break: Break, place: Place) -> bool:
    """In a document that is not wrapped: prose that breaks off amid a sentence, and goes on in lower case."""
    if (
        line_break.start is not Start.LOWER
        or line_break.end not in GOES_ON
        or not (line_break.length >= PROSE or place.running)
    ):
        return False
    if place.coded and (_CODE_OR_TABLE.search(line_break.above.text) or _CODE_OR_TABLE.search(line_break.below.text)):
        return False
    if line_break.end is End.PAUSE:
        return place.running or not line_break.above.text.endswith(";")
    bound = line_break.word in BINDING and (len(line_break.below.text) >= PROSE or line_break.below.text.endswith("."))
    return line_break.end is End.BINDING or bound


def _continues_full_line(line_break: Break, place: Place) -> bool:
    """The line above is full: it goes on below unless a paragraph, or a heading, ends there by chance."""
    if line_break.start is Start.LOWER or line_break.end in (End.BINDING, End.PAUSE, End.COLON):
        return line_break.start is Start.LOWER or not _stands_alone(line_break, place)
    if line_break.end is End.STOP:
        return _sentence_inside_paragraph(line_break, place)
    is_inside = place.running or place.wrapping.separated or not _begins_sentence(line_break, place)
    return is_inside and not _stands_alone(line_break, place)


def _sentence_inside_paragraph(line_break: Break, place: Place) -> bool:
    """A sentence ends at the very edge: its paragraph goes on if blank lines would tell, or if it is short so far."""
    wrapping, next_break = place.wrapping, place.after
    if line_break.deeper or _SPEAKER.match(line_break.below.text) or _stands_alone(line_break, place):
        return False
    if wrapping.separated:
        return True
    if wrapping.slack or (next_break and " " not in line_break.below.text):
        return False
    is_heading = next_break and next_break.end not in (End.STOP, End.MAYBE) and next_break.start is not Start.LOWER
    if next_break and is_heading and not wrapping.full(next_break):
        return False
    return place.length < wrapping.typical or not wrapping.typical


def _continues_early_break(line_break: Break, place: Place) -> bool:
    """The line above is not full: a link began or ended there, or a first word stands alone."""
    if line_break.end not in GOES_ON and line_break.end is not End.MAYBE:
        return False
    width, below_length = place.wrapping.width, len(line_break.below.text)
    is_long = max(line_break.length, below_length) >= MOSTLY_FULL * width
    if line_break.start is Start.LOWER:
        return is_long or place.running or below_length == len(line_break.word)
    if line_break.end in (End.BINDING, End.PAUSE):
        return is_long
    if place.running:
        return line_break.length > width and line_break.start is Start.UPPER and not _begins_sentence(line_break, place)
    return _is_lone_first_word(line_break, place)


def _is_lone_first_word(line_break: Break, place: Place) -> bool:
    """One word on a line of its own that begins the sentence below: "Former / President", not a heading."""
    lone_word = line_break.above.text.lstrip(_EDGES)
    if " " in lone_word or line_break.start not in (Start.UPPER, Start.DIGIT):
        return False
    if lone_word.lower() in BINDING:
        return True
    is_new = line_break.word != lone_word and line_break.word.lower() not in BINDING
    return (
        is_new and line_break.start is Start.UPPER and len(line_break.below.text) >= MOSTLY_FULL * place.wrapping.width
    )


def _begins_sentence(line_break: Break, place: Place) -> bool:
    """The line below begins with a capital that its word has not elsewhere: so the line above was a whole."""
    word = line_break.word.strip(_EDGES)
    return word != word.lower() and word.lower() in place.doc.fact(_words)


def _stands_alone(line_break: Break, place: Place) -> bool:
    """The line below is a short one of the page, not of the text: "No comments:"."""
    text = line_break.below.text
    if len(text) > LONGEST_LABEL:
        return False
    return key(text) in keys("comments", "share", "related") or (text.endswith(":") and place.after is not None)
