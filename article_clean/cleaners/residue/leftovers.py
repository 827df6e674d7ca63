"""Which marks of HTML in a text are left over from a page, and which the text speaks of.

What a machine writes goes: attributes, comments, scripts, tags at the edge of a line or glued to a word, pairs around
words. What a writer writes stays: tags that are named ("write <b>bold</b>"), quoted, in code, in a line about HTML, or
alone between two spaces, as placeholders are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from article_clean.cleaners.residue.html_marks import Mark, marks_of, partners
from article_clean.cleaners.residue.talk import Talk, follows_verb, talk_of
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.sentence_ends import ENDS

LEAST_WRAPPED = 80  # characters between two tags at the edges of a line that make it a paragraph, whatever it speaks of
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "„": "“”", "(": ")", "「": "」"}
_ENDED = tuple(ENDS | frozenset(':"”)'))
_ANNOUNCES = (":", "：")
_FENCE = pattern_of(r"^[ \t]*+(?:```|~~~)", re.MULTILINE)
_TICK = pattern_of("`")


class Row(NamedTuple):
    """A line that has marks.

    Attributes:
        start: its first code point.
        end: the first code point after it.
        numbers: the indices of its marks.
        left: the number of the first one that does not stand at the line's beginning, after other marks at most.
        right: the number of the first of those that stand at its end.
        talk: what its words say.
    """

    start: int
    end: int
    numbers: range
    left: int
    right: int
    talk: Talk


class Leftovers:
    """The marks of one text, and what is known of each.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks = list(marks_of(text))
        self._pairs = partners(self.marks)
        self._fences = [match.start() for match in _FENCE.finditer(text)] if self.marks else []
        self._ticks = [match.start() for match in _TICK.finditer(text)] if self.marks else []

    def going(self) -> list[Mark]:
        """Those that are left over, in order."""
        return [self.marks[number] for row in self._read() for number in row.numbers if self._goes(number, row)]

    def _read(self) -> Iterator[Row]:
        """The lines in which not all marks are code."""
        listing_end = -1
        for row in _rows(self.text, self.marks):
            goes_on = listing_end >= 0 and not self.text[listing_end : row.start].strip()
            if row.left > row.numbers.start and (goes_on or self._is_announced(row)):
                listing_end = row.end
                shows_code = True
            else:
                listing_end = -1
                shows_code = row.talk.shows_code or bisect_right(self._fences, row.start) % 2 == 1
            if not shows_code or self._is_wrapped(row):
                yield row

    def _is_announced(self, row: Row) -> bool:
        """Whether the line above ends in a colon and speaks of code: "To make a link, write:"."""
        end = row.start
        while end and self.text[end - 1].isspace():
            end -= 1
        above = self.text[self.text.rfind("\n", 0, end) + 1 : end]
        if not above.endswith(_ANNOUNCES) or "<" in above:
            return False
        talk = talk_of([above], above)
        return talk.shows_code or talk.names_parts or follows_verb(above, len(above) - 1)

    def _is_wrapped(self, row: Row) -> bool:
        """Whether a line is a paragraph between a start tag and an end tag."""
        if row.left == row.numbers.start or row.right == row.numbers.stop or row.left > row.right:
            return False
        opening, closing = self.marks[row.left - 1], self.marks[row.right]
        wrapped = self.text[opening.end : closing.start]
        return bool(opening.breaks and closing.breaks) and len(wrapped) >= LEAST_WRAPPED

    def _goes(self, number: int, row: Row) -> bool:
        """Whether a mark is left over, by itself and by what stands beside it."""
        mark = self.marks[number]
        char_before, char_after = self.text[mark.start - 1 : mark.start], self.text[mark.end : mark.end + 1]
        if self._is_named(number, row) or (char_before and char_after and char_after in _QUOTES.get(char_before, "")):
            return False
        if mark.certain:
            return True
        is_edge = number < row.left or number >= row.right
        if row.talk.names_parts and not (mark.breaks and is_edge and number in self._pairs):
            return False
        if mark.breaks and is_edge and (number in self._pairs or mark.closes or not char_before.isalnum()):
            return True
        return (
            self._is_around_words(number)
            if number in self._pairs
            else self._is_glued(mark, char_before, char_after, at_left=number < row.left)
        )

    def _is_named(self, number: int, row: Row) -> bool:
        """Whether a mark, or the start tag that it closes, stands behind a verb or in a span of code."""
        start = self.marks[min(number, self._pairs.get(number, number))].start
        ticks = bisect_right(self._ticks, start) - bisect_right(self._ticks, row.start - 1)
        return (ticks % 2 == 1 and self.text.find("`", start, row.end) >= 0) or follows_verb(self.text, start)

    def _is_around_words(self, number: int) -> bool:
        """Whether a pair stands close around what is between it; "between <b> and </b>" it does not."""
        start_tag, end_tag = sorted((number, self._pairs[number]))
        start, end = self.marks[start_tag].end, self.marks[end_tag].start
        return not (self.text[start : start + 1].isspace() and self.text[end - 1 : end].isspace())

    def _is_glued(self, mark: Mark, char_before: str, char_after: str, *, at_left: bool) -> bool:
        """Whether a tag without its partner stands at a word as nobody writes it who speaks of the tag."""
        if mark.closes:
            return bool(char_before.strip())
        if mark.breaks == "\n":
            ends_sentence = self.text[max(0, mark.start - 2) : mark.start].rstrip().endswith(_ENDED)
            return bool(char_before.strip() or char_after.strip()) or ends_sentence
        if mark.breaks and char_before.isalnum():
            return char_after.isupper() and self.text[mark.start + 1].islower()  # and not `List<P>`
        if mark.breaks:
            return bool(char_before.strip() or char_after.strip())
        return bool(char_after.strip()) and not char_before.isalnum() and (len(mark.name) > 1 or at_left)


def _rows(text: str, marks: Sequence[Mark]) -> Iterator[Row]:
    """The lines that have marks; one of several lines counts with its first."""
    first = 0
    while first < len(marks):
        start, end, last = text.rfind("\n", 0, marks[first].start) + 1, 0, first
        while last < len(marks) and (last == first or marks[last].start < end):
            if marks[last].end > end:  # or the rest of a long line is searched again for each mark
                end = _line_end(text, marks[last].end)
            last += 1
        yield _row(text, marks, (start, end), range(first, last))
        first = last


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


def _row(text: str, marks: Sequence[Mark], span: tuple[int, int], numbers: range) -> Row:
    starts = [*(marks[number].start for number in numbers), span[1]]
    ends = [span[0], *(marks[number].end for number in numbers)]
    prose = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    words = [index for index, piece in enumerate(prose) if piece.strip()]
    left_number = numbers.start + words[0] if words else numbers.stop
    right_number = numbers.start + words[-1] if words else numbers.start
    return Row(*span, numbers, left_number, right_number, talk_of(prose, text[span[0] : span[1]]))
