"""What a caption without a credit says of its picture: who stands where in it, or that it is one.

Each form was looked for in the 1,158 bodies of shared/pages, and stands in none of them. No such marks are "… is seen
at the harbour" (in 3 of them), "…, on Monday, May 4, 2020" at the end (in 5), "Jane Doe performs at …" (in 1), and
two equal lines, one below the other (in 5).
"""

import re
from collections.abc import Iterator
from itertools import islice

from article_clean.cleaners.sentences import opening_with
from article_clean.core.document import Document, Line, fold
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.credits.caption_marks import FRONT
from article_clean.knowledge.credits.credit_words import is_photo_mark, words
from article_clean.knowledge.months import month_number
from article_clean.knowledge.sentence_ends import sentence_starts
from article_clean.knowledge.wordings import first_words, one_of, wordings

LONGEST_END = 32  # of what says at the end of a caption that its picture is an old one
OPENING_WORDS = 5  # among which a caption names its picture: "These NIRCam/Webb images show"
SHORTEST_DOUBLED = 25  # characters; a shorter sentence may be said twice
FEWEST_BEFORE_YEAR = 6  # words: a subject, its verb, and the date
DATE_WORDS = 3  # "May 4, 2020", "4. Mai 2020"
LONGEST_PICTURED = 320  # the longest of 19 in the captions of shared/pages has 235

_FROM_SIDE = one_of("from_side")
_OPENING = pattern_of(
    rf"""{_FROM_SIDE}\ ?[:,]\s
      |{one_of("in_this")}\ (?:[\w.,'’-]+\ ){{0,7}}?{one_of("picture")}\b
      |{one_of("picture_told")}\b|{one_of("in_picture")}\s?:""",
    re.VERBOSE,
)
_OPENING_WORDS = first_words("from_side", "in_this", "picture_told", "in_picture")
_IN_BRACKETS = pattern_of(rf"\((?<=[^\W\d_]\ \()(?:{one_of('side')}|(?i:{_FROM_SIDE}))\)")
_SIDES = pattern_of(rf"\b{_FROM_SIDE} ?[:,]\s")
_FRONT_OF_CREDITED = pattern_of(  # a player's button; where it stands; the capitals that Nordic papers begin with
    rf"CLOSE\s+[^\W\d_a-z]|{one_of('picture_place')}\s?:\s|(?=[^a-zß-öø-ÿ]{{4,40}}:\s)[^\W\d_]{{2}}"
)
_COUNT = pattern_of(r"\A\d{1,3} of \d{1,3}\s+")  # of a gallery's pictures, in front
_BESIDE = pattern_of(rf",\s{one_of('beside')}[,.;]")
_WORK = pattern_of(r",\s(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?\W*$")  # "Jane Doe, The Pier, 1997."
_YEAR = pattern_of(r"(?:19|20)\d\d")
_ASIDES = tuple(f", {aside}" for aside in wordings("picture_aside"))
_ENDS = tuple(f" {end}" for end in wordings("old_picture"))
_LAST_LETTERS = frozenset(end[-3:] for end in _ENDS)


def pictured(doc: Document) -> Iterator[Line]:
    """The paragraphs that say where people stand in a picture, or that they describe one ("In this file photo, …")."""
    for paragraph in opening_with(doc, _OPENING_WORDS):
        if len(paragraph.text) <= LONGEST_PICTURED and _OPENING.match(paragraph.folded.lstrip("([")):
            yield paragraph
    for paragraph in doc.paragraphs_with(*_ASIDES):
        if len(paragraph.text) <= LONGEST_PICTURED:
            yield paragraph
    for paragraph in doc.paragraphs:
        if len(paragraph.text) <= LONGEST_PICTURED and _by_its_shape(paragraph):
            yield paragraph


def tells_of_picture(text: str) -> bool:
    """Whether a caption of several sentences says of itself that it is one, whatever credit stands behind it.

    It begins with a caption's mark, says who stands where, or its first sentence has a full date or ends with "photo":
    "Ada Roe speaks on Monday, May 4, 2020, in Oakhaven. She has led the harbour since 2011."

    Args:
        text: the line without its credit.
    """
    text = _COUNT.sub("", text)
    later_starts = [*islice(sentence_starts(text), 2), len(text), len(text)]
    first_sentence, two_sentences = (
        text[: later_starts[0]].rstrip(),
        text[: later_starts[1]].rstrip(),
    )  # prose may stand before a caption glued to it
    folded_first = fold(first_sentence)
    if FRONT.match(text) or _FRONT_OF_CREDITED.match(text) or is_photo_mark(folded_first.partition(":")[0]):
        return True
    if (
        any(aside in folded_first for aside in _ASIDES)
        or _points_at_picture(folded_first)
        or _same(first_sentence, two_sentences[later_starts[0] :])
    ):
        return True
    if (
        _OPENING.match(folded_first.lstrip("(["))
        or _SIDES.search(fold(two_sentences))
        or _BESIDE.search(first_sentence)
        or _says_where(two_sentences)
    ):
        return True
    return (
        folded_first.rstrip(".").rpartition(" ")[2] in words("photo_mark")
        or bool(_WORK.search(first_sentence))
        or _is_dated(first_sentence)
    )


def _points_at_picture(folded: str) -> bool:
    """Whether a sentence begins like "This Hubble image shows …"."""
    opening = folded.split(maxsplit=OPENING_WORDS)[:OPENING_WORDS]
    return bool(opening) and opening[0] in wordings("this") and not words("photo_mark", "mark").isdisjoint(opening)


def _same(sentence: str, next_sentence: str) -> bool:
    """Whether a sentence is printed twice: as the image's alternative text, and as its caption."""
    return len(sentence) >= SHORTEST_DOUBLED and " ".join(sentence.split()) == " ".join(next_sentence.split())


def _is_dated(sentence: str) -> bool:
    """Whether a day, a month and a year stand behind a sentence's verb, as agencies date the first one of a caption.

    "On May 4, 2020, the council …" begins a report; "This May 4, 2020 photo shows …" a caption.
    """
    sentence_words = [word.strip(",.") for word in sentence.split()]
    for word_index, word in enumerate(sentence_words):
        if not _YEAR.fullmatch(word):
            continue
        before_year = sentence_words[max(0, word_index - DATE_WORDS + 1) : word_index]
        after_year = sentence_words[word_index + 1 : word_index + 2]
        stands_late = word_index >= FEWEST_BEFORE_YEAR or any(
            fold(neighbour_word) in words("photo_mark") for neighbour_word in after_year
        )
        if (
            stands_late
            and any(map(month_number, before_year))
            and any(neighbour_word[:1].isdigit() for neighbour_word in before_year)
        ):
            return True
    return False


def _by_its_shape(line: Line) -> bool:
    return _says_where(line.text) or (_says_it_is_old(line.folded) and next(sentence_starts(line.text), None) is None)


def _says_where(text: str) -> bool:
    return "(" in text and _IN_BRACKETS.search(text) is not None


def _says_it_is_old(folded: str) -> bool:
    end = f" {folded}"[-LONGEST_END:].rstrip(".)")
    return end[-3:] in _LAST_LETTERS and end.endswith(_ENDS)
