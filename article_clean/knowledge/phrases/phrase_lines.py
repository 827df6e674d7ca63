"""The lines of a document that are interface phrases: whole, beginning like one, or in the company of one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from article_clean.core.document import Document, Line, key
from article_clean.core.packed import by_word
from article_clean.knowledge.phrases import OPENING, Opening, keys, kinds_by_key, kinds_by_opening, name_beginnings
from article_clean.knowledge.sentence_ends import IN_CLASS, goes_on

LONGEST_OPENED = 300  # a phrase and what follows it: the longest of 35 notes on comments in shared/gold has 240
LONGEST_MARKS = 30  # arrows and numbers before the words of a phrase

_MARKS = " -–—•*·|»›→<>#([_"  # most of what may stand before the words of a phrase
LONGEST_NAME = 60  # characters before a colon

# What stands between an opener and a title: a colon of some script, a bar, an arrow, a dash with spaces.
_COLON = re.compile(r"\s?[:：ঃ፦|»›>►→]+\s?|\s[–—-]\s")
_CLOSING = " .!?…*»>→\"')]"
_SENTENCE_END = re.compile(rf"[{IN_CLASS}]\s")
_QUOTES = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"  # no phrase begins with a quotation


def exact(doc: Document, *kinds: str) -> list[Line]:
    """The lines that are a phrase of these kinds and no more, in order."""
    found = doc.fact(_whole)
    return sorted({line for kind in kinds for lines in found.get(kind, ()) for line in lines}) if found else []


def begun(doc: Document, kind: str) -> list[Line]:
    """The lines that begin like a phrase of this kind which any text may follow."""
    return doc.fact(_begun).get(kind, [])


def _whole(doc: Document) -> dict[str, list[Sequence[Line]]]:
    """The lines that are a phrase, by its kinds."""
    found: dict[str, list[Sequence[Line]]] = {}
    by_key, known = doc.by_key(), kinds_by_key()
    for hit in filter(known.__contains__, by_key):
        alone = doc.held(line for line in by_key[hit] if stands_alone(doc, line))
        for kind in known[hit] if alone else ():
            found.setdefault(kind, []).append(alone)
    return found


def _begun(doc: Document) -> dict[str, list[Line]]:
    """The lines that begin like a phrase, by its kinds."""
    found: dict[str, list[Line]] = {}
    known = kinds_by_opening()
    for first, lines in doc.fact(by_opening).items():
        for kind, begins in known[first].items() if first in known else ():
            for line in lines:
                opening = line.folded if line.folded[0].isalpha() else key(line.folded)
                if any(_is_like(opening, one) for one in begins) and stands_alone(doc, line):
                    found.setdefault(kind, []).append(line)
    return found


def opens(kind: str, folded: str) -> bool:
    """Whether a text, given folded, begins like a phrase of this kind that holds any text."""
    return bool(opening_end(kind, folded))


def opening_end(kind: str, folded: str) -> int:
    """Where the phrase of this kind ends that a text, given folded, begins like; 0 without one.

    Any text at the end of a phrase is not part of it.
    """
    start = _first_letter(folded)
    begins = kinds_by_opening().get(folded[start : start + OPENING], {}).get(kind, ())
    opening = next((one for one in begins if _is_like(folded[start:], one)), None)
    if opening is None:
        return 0
    return len(folded) if opening.pieces[-1] else start + len(opening.start)


def _first_letter(folded: str) -> int:
    """Where the words of a text begin behind marks; at its end, if a quotation does."""
    if folded[0].isalpha():
        return 0
    if folded[0] in _QUOTES:
        return len(folded)
    return next((n for n, letter in enumerate(folded[:LONGEST_MARKS]) if letter.isalpha()), len(folded))


def _is_like(text: str, opening: Opening) -> bool:
    """Whether a text begins like a phrase: "more in" does not begin "more intentional"."""
    end = len(opening.start)
    if not text.startswith(opening.start) or (opening.ends_word and text[end : end + 1].isalnum()):
        return False
    return opening.pieces == ("",) or _holds(text, end, opening.pieces)


def _holds(text: str, end: int, pieces: Sequence[str]) -> bool:
    """Whether these pieces stand in a text behind `end`, one after the other in a sentence; the last one at its end."""
    for piece in pieces[:-1]:
        start = end
        end = _piece_end(text, start, piece)
        if end < 0 or _SENTENCE_END.search(text, start, end):
            return False
    last = pieces[-1].strip()
    return not last or (text[end:].rstrip(_CLOSING).endswith(pieces[-1]) and not _SENTENCE_END.search(text, end))


def _piece_end(text: str, start: int, piece: str) -> int:
    """Where a piece ends that stands behind `start`, -1 if none does; its spaces are the edges of words."""
    word = piece.strip()
    place = text.find(word, start)
    while place >= 0:
        end = place + len(word)
        torn = (piece[0] == " " and text[place - 1].isalnum()) or (piece[-1] == " " and text[end : end + 1].isalnum())
        if not torn:
            return end
        place = text.find(word, place + 1)
    return -1


def named(doc: Document, *kinds: str) -> Iterator[tuple[Line, int]]:
    """The lines in which a phrase of these kinds stands before a colon, and where the text behind the colon begins.

    That place counts in the line; where nothing stands behind the colon, it is the line's length.
    """
    names, lines_by_opening = keys(*kinds), doc.fact(by_opening)
    for first in name_beginnings(*kinds).intersection(lines_by_opening):
        for line in lines_by_opening[first]:
            colon = _COLON.search(line.text, _first_letter(line.folded), LONGEST_NAME)
            if colon and key(line.folded[: colon.start()]) in names:
                yield line, colon.end()


def runs(doc: Document, lines: Iterable[Line]) -> Iterator[list[Line]]:
    """These lines in runs: in a run nothing but white space stands between one and the next."""
    text, ends = doc.text, -1
    numbered: list[tuple[int, Line]] = []
    number = 0
    for line in sorted(set(lines)):
        number += line.start > ends and bool(text[max(ends, 0) : line.start].strip() or ends < 0)
        ends = max(ends, line.end)
        numbered.append((number, line))
    for _, run in groupby(numbered, key=lambda pair: pair[0]):
        yield [line for _, line in run]


def touches_an_end(doc: Document, run: list[Line]) -> bool:
    """Whether nothing stands before this run, or nothing behind it."""
    lines = doc.paragraphs
    return run[0].start <= lines[0].start or max(line.end for line in run) >= lines[-1].end


def stands_alone(doc: Document, line: Line) -> bool:
    """Whether the line is a line of its own, not a link that broke out of its sentence nor the tail of a paragraph."""
    above, below = doc.around(line)
    torn = []
    if above and goes_on(above.text, line.text):
        torn.append(line.start)
    if below and goes_on(line.text, below.text):
        torn.append(below.start)
    for start in torn:
        doc.torn[start] = 1
    return not torn


def by_opening(doc: Document) -> Mapping[str, Sequence[Line]]:
    """The lines that are no longer than `LONGEST_OPENED`, by the first characters of their keys."""
    return by_word(doc.paragraphs, _opening)


def _opening(line: Line) -> str | None:
    folded = line.folded
    if len(folded) > LONGEST_OPENED:
        return None
    first = folded[:OPENING]
    if first[0].isalpha():
        return first
    if first[0] in _QUOTES:
        return None
    first = folded[:LONGEST_MARKS].lstrip(_MARKS)[:OPENING]
    return first if first[:1].isalpha() else key(folded[:LONGEST_MARKS])[:OPENING]
