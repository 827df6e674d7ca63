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
        self._fences = [sign_match.start() for sign_match in _FENCE.finditer(text)] if self.marks else []
        self._ticks = [sign_match.start() for sign_match in _TICK.finditer(text)] if self.marks else []

    def going(self) -> list[Mark]:
        """Those that are left over, in order."""
        return [self.marks[number] for row in self._read() for number in row.numbers if self._goes(number, row)]

    def _read(self) -> Iterator[Row]:
        """The lines in which not all marks are code."""
        listing_end = -1
        for marked_row in _rows(self.text, self.marks):
            goes_on = listing_end >= 0 and not self.text[listing_end : marked_row.start].strip()
            if marked_row.left > marked_row.numbers.start and (goes_on or self._is_announced(marked_row)):
                listing_end = marked_row.end
                shows_code = True
            else:
                listing_end = -1
                shows_code = marked_row.talk.shows_code or bisect_right(self._fences, marked_row.start) % 2 == 1
            if not shows_code or self._is_wrapped(marked_row):
                yield marked_row

    def _is_announced(self, row: Row) -> bool:
        """Whether the line above ends in a colon and speaks of code: "To make a link, write:"."""
        end_above = row.start
        while end_above and self.text[end_above - 1].isspace():
            end_above -= 1
        line_above = self.text[self.text.rfind("\n", 0, end_above) + 1 : end_above]
        if not line_above.endswith(_ANNOUNCES) or "<" in line_above:
            return False
        talk_above = talk_of([line_above], line_above)
        return talk_above.shows_code or talk_above.names_parts or follows_verb(line_above, len(line_above) - 1)

    def _is_wrapped(self, marked_row: Row) -> bool:
        """Whether a line is a paragraph between a start tag and an end tag."""
        if (
            marked_row.left == marked_row.numbers.start
            or marked_row.right == marked_row.numbers.stop
            or marked_row.left > marked_row.right
        ):
            return False
        opening, closing = self.marks[marked_row.left - 1], self.marks[marked_row.right]
        wrapped = self.text[opening.end : closing.start]
        return bool(opening.breaks and closing.breaks) and len(wrapped) >= LEAST_WRAPPED

    def _goes(self, mark_number: int, marked_row: Row) -> bool:
        """Whether a mark is left over, by itself and by what stands beside it."""
        mark = self.marks[mark_number]
        char_before, char_after = self.text[mark.start - 1 : mark.start], self.text[mark.end : mark.end + 1]
        if self._is_named(mark_number, marked_row) or (
            char_before and char_after and char_after in _QUOTES.get(char_before, "")
        ):
            return False
        if mark.certain:
            return True
        is_edge = mark_number < marked_row.left or mark_number >= marked_row.right
        if marked_row.talk.names_parts and not (mark.breaks and is_edge and mark_number in self._pairs):
            return False
        if mark.breaks and is_edge and (mark_number in self._pairs or mark.closes or not char_before.isalnum()):
            return True
        return (
            self._is_around_words(mark_number)
            if mark_number in self._pairs
            else self._is_glued(mark, char_before, char_after, at_left=mark_number < marked_row.left)
        )

    def _is_named(self, mark_number: int, marked_row: Row) -> bool:
        """Whether a mark, or the start tag that it closes, stands behind a verb or in a span of code."""
        mark_start = self.marks[min(mark_number, self._pairs.get(mark_number, mark_number))].start
        tick_count = bisect_right(self._ticks, mark_start) - bisect_right(self._ticks, marked_row.start - 1)
        return (tick_count % 2 == 1 and self.text.find("`", mark_start, marked_row.end) >= 0) or follows_verb(
            self.text, mark_start
        )

    def _is_around_words(self, mark_number: int) -> bool:
        """Whether a pair stands close around what is between it; "between <b> and </b>" it does not."""
        start_tag, end_tag = sorted((mark_number, self._pairs[mark_number]))
        inner_start, inner_end = self.marks[start_tag].end, self.marks[end_tag].start
        return not (
            self.text[inner_start : inner_start + 1].isspace() and self.text[inner_end - 1 : inner_end].isspace()
        )

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
    first_mark = 0
    while first_mark < len(marks):
        row_start, row_end, last_mark = text.rfind("\n", 0, marks[first_mark].start) + 1, 0, first_mark
        while last_mark < len(marks) and (last_mark == first_mark or marks[last_mark].start < row_end):
            if marks[last_mark].end > row_end:  # or the rest of a long line is searched again for each mark
                row_end = _line_end(text, marks[last_mark].end)
            last_mark += 1
        yield _row(text, marks, (row_start, row_end), range(first_mark, last_mark))
        first_mark = last_mark


def _line_end(text: str, offset: int) -> int:
    line_end = text.find("\n", offset)
    return line_end if line_end >= 0 else len(text)


def _row(text: str, marks: Sequence[Mark], row_span: tuple[int, int], numbers: range) -> Row:
    piece_ends = [*(marks[mark_number].start for mark_number in numbers), row_span[1]]
    piece_starts = [row_span[0], *(marks[mark_number].end for mark_number in numbers)]
    prose_pieces = [
        text[piece_start:piece_end] for piece_start, piece_end in zip(piece_starts, piece_ends, strict=True)
    ]
    word_pieces = [piece_index for piece_index, piece in enumerate(prose_pieces) if piece.strip()]
    left_number = numbers.start + word_pieces[0] if word_pieces else numbers.stop
    right_number = numbers.start + word_pieces[-1] if word_pieces else numbers.start
    return Row(*row_span, numbers, left_number, right_number, talk_of(prose_pieces, text[row_span[0] : row_span[1]]))
