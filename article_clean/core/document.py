"""The frozen view of a text that cleaners read: physical lines, logical paragraphs, and ways to find them fast.

All offsets are half-open, in code points, and count in `Document.text`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import TypeVar

from article_clean.core.breaks import is_line_break
from article_clean.core.composition import composed
from article_clean.core.edits import Edit
from article_clean.core.lines import Line, is_packed, line_of, lines_of
from article_clean.core.literals import ASKED, Look
from article_clean.core.origin import Box, Origin
from article_clean.core.packed import Packed, by_word, packed, started_before
from article_clean.core.patterns import pattern_of
from article_clean.core.public import public

__all__ = ["LONGEST_KEYED", "Document", "Line", "fold", "key"]

MOST_KEYS_KEPT = 10_000  # from one reading of a text to the next: 2 MB
MANY_HINTS = 5  # literals of one question, from which on a look for all that is ever asked pays
LONGEST_KEYED = 100  # a longer line is no interface phrase: the longest of 1,712 in shared/lexicon/trailers_i18n has 95

_DIGIT = pattern_of(r"\d")
_DIGITS = pattern_of(r"\d+(?:[.,]\d+)*(?:[km]\b)?")
_ASCII = bytes(range(128))
_SPAN = itemgetter(0, 1)
_Fact = TypeVar("_Fact")


@public
class Document:
    """A text that does not change, seen as lines.

    `lines` are physical: each line break of the source ends one. `paragraphs` are logical: after the layout stage, a
    paragraph that was wrapped over ten lines is one. If nothing was wrapped, both are the same list. Neither has blank
    lines.

    Args:
        text: the text.
        joins: offsets in `text` where the layout stage joined two physical lines.
        origin: the page that the text comes from, None for plain text.

    Attributes:
        torn: 1 at the start of each line that a cleaner left in the sentence of the line above, see `goes_on`.
        traceless: whether it is seen as if what was removed had never stood there, as when its body is cleaned again.
    """

    __slots__ = (
        "_facts", "_folded", "_keys", "_last_view", "_lines", "_paragraphs", "_text_facts", "joins", "origin", "text",
        "torn", "traceless",
    )  # fmt: skip

    def __init__(self, text: str, joins: Sequence[int] = (), origin: Origin | None = None) -> None:
        self.text = text
        self.joins = joins
        self.origin = origin
        self.traceless = False
        self.torn = bytearray(len(text))  # a set of as many lines takes sixty times as much
        self._folded: str | None = None
        self._lines: Sequence[Line] | None = None
        self._paragraphs: Sequence[Line] | None = None
        self._facts: dict[object, object] = {}
        self._text_facts: dict[object, object] = {}
        self._keys: dict[str, str] = {}
        self._last_view: tuple[Sequence[Edit], bool, Document] | None = None

    @property
    def folded(self) -> str:
        """The text in lower case, of the same length."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def paragraphs(self) -> Sequence[Line]:
        """Logical lines: what the layout stage joined is one."""
        if self._paragraphs is None:
            self._paragraphs = lines_of(self.text, self.folded)
        return self._paragraphs

    @property
    def lines(self) -> Sequence[Line]:
        """Physical lines, as the source broke them."""
        if self._lines is None:
            self._lines = self.held(self._split(self.paragraphs)) if self.joins else self.paragraphs
        return self._lines

    def lines_with(self, *hints: str) -> list[Line]:
        """Find the physical lines with any of these folded literals, in order; an absent one costs only a `find`."""
        return self._holding(self.lines, hints)

    def paragraphs_with(self, *hints: str) -> list[Line]:
        """Find the logical paragraphs with any of these folded literals, in order."""
        return self._holding(self.paragraphs, hints)

    def by_key(self) -> Mapping[str, Sequence[Line]]:
        """The short paragraphs, by `key`: what a phrase list is matched against; part of a paragraph is no phrase."""
        return self.fact(_by_key)

    def fact(self, derive: Callable[["Document"], _Fact]) -> _Fact:
        """Call `derive` on this document, once however many cleaners ask."""
        if derive not in self._facts:
            self._facts[derive] = derive(self)
        return self._facts[derive]  # type: ignore[return-value]  # each value was made by its own key

    def text_fact(self, derive: Callable[[str], _Fact]) -> _Fact:
        """What `derive` finds in the text, found once for all that is seen of it, whatever was removed."""
        if derive not in self._text_facts:
            self._text_facts[derive] = derive(self.text)
        return self._text_facts[derive]  # type: ignore[return-value]  # each value was made by its own key

    def without(self, removed: Sequence[Edit], *, traceless: bool = False) -> "Document":
        """The same text and offsets, seen without what these edits (sorted, disjoint) take away.

        A line that is covered goes; one that is cut at its edge shrinks; a cut inside a line leaves the line as it is.
        Asked again for the same, it gives the same document, with the facts that have been found of it.

        Args:
            removed: the edits.
            traceless: whether nothing is to tell that something was there.
        """
        if not removed and not traceless:
            return self
        if self._last_view and self._last_view[1] == traceless and self._last_view[0] == removed:
            return self._last_view[2]
        view = self.only(self.held(_trimmed(self, self.paragraphs, removed)))
        if self.lines is not self.paragraphs:
            view._lines = self.held(_trimmed(self, self.lines, removed))
        view.traceless = traceless
        self._last_view = [*removed] if isinstance(removed, list) else removed, traceless, view
        return view

    def only(self, paragraphs: Sequence[Line]) -> "Document":
        """The same text and offsets, seen as these of its paragraphs alone."""
        view = Document.__new__(Document)
        view.text, view.joins, view.origin, view._folded = self.text, self.joins, self.origin, self.folded
        view._facts = {_strange: self.fact(_strange), _is_packed: self.fact(_is_packed)}
        view._keys, view.torn, view._text_facts = self._keys, self.torn, self._text_facts
        view._paragraphs, view._lines, view.traceless = paragraphs, None, self.traceless
        view._last_view = None
        return view

    def line(self, start: int, end: int) -> Line:
        """The `Line` at these offsets, which must not begin or end with white space."""
        return line_of(self.text, self.folded, start, end)

    def around(self, line: Line) -> tuple[Line | None, Line | None]:
        """The physical lines above and below a line, None where more than one line break or a page's block ends."""
        lines = self.lines
        index, index_below = (started_before(lines, offset) for offset in (line.start, line.end))
        line_above, line_below = (
            lines[index - 1] if index else None,
            lines[index_below] if index_below < len(lines) else None,
        )
        return (
            line_above if line_above and self._breaks_once(line_above.end, line.start) else None,
            line_below if line_below and self._breaks_once(line.end, line_below.start) else None,
        )

    def _breaks_once(self, start: int, end: int) -> bool:
        return is_line_break(self.text[start:end]) and self.block_at(start - 1) == self.block_at(end)

    @property
    def foreign(self) -> frozenset[str]:
        """The characters of the text, in lower case, that are not ASCII."""
        return self.fact(_strange)

    @property
    def titled(self) -> bool:
        """Whether it comes from a page that says what its headline is, so that no line need be taken for it."""
        return self.origin is not None and bool(self.origin.page.headlines)

    def block_at(self, offset: int) -> int:
        """The index in the page's blocks of the one that this offset of `text` lies in; -1 for plain text."""
        return -1 if self.origin is None else self.origin.block_at(offset)

    def is_preformatted(self, offset: int) -> bool:
        """Whether this offset of `text` lies in a `<pre>` of the page: code, or text that is set by hand."""
        block_index = self.block_at(offset)
        if self.origin is None or block_index < 0 or self.origin.page.blocks[block_index].box < 0:
            return False
        return "pre" in self.origin.page.boxes[self.origin.page.blocks[block_index].box].kinds

    def box_of(self, line: Line) -> Box | None:
        """The box of the page that holds a line, None for plain text."""
        block_index = self.block_at(line.start)
        if self.origin is None or block_index < 0 or self.origin.page.blocks[block_index].box < 0:
            return None
        return self.origin.page.boxes[self.origin.page.blocks[block_index].box]

    def leaves_block(self, edit: Edit) -> bool:
        """Whether an edit reaches from one block of a page into another."""
        return self.origin is not None and self.block_at(max(0, edit.start - 1)) != self.block_at(edit.end)

    def held(self, lines: Iterable[Line]) -> Sequence[Line]:
        """These lines as a list, or packed where they are many and short."""
        if not self.fact(_is_packed):
            return [*lines]
        return packed(lines, partial(line_of, self.text, self.folded), _SPAN)

    def _split(self, paragraphs: Sequence[Line]) -> Iterator[Line]:
        joins, join_index = self.joins, 0
        for paragraph in paragraphs:
            start = paragraph.start
            while join_index < len(joins) and joins[join_index] < paragraph.end:
                if joins[join_index] > start:
                    yield from self._stripped(start, joins[join_index])
                    start = joins[join_index]
                join_index += 1
            yield from self._stripped(start, paragraph.end)

    def _look(self) -> Look:
        """What one pass over the text found of the literals that cleaners ask for; one pass for all views of it."""
        look = self._text_facts.get(Look)
        if not isinstance(look, Look):
            look = self._text_facts[Look] = ASKED.look(self.folded)
        return look

    def _stripped(self, start: int, end: int) -> Iterator[Line]:
        raw_line = self.text[start:end]
        stripped_line = raw_line.strip()
        if stripped_line:
            start += len(raw_line) - len(raw_line.lstrip())
            yield self.line(start, start + len(stripped_line))

    def _holding(self, lines: Sequence[Line], hints: Sequence[str]) -> list[Line]:
        line_indices: set[int] = set()
        folded, strange_chars = self.folded, self.fact(_strange)
        if len(hints) >= MANY_HINTS or Look in self._text_facts:
            hints = ASKED.likely(self._look(), hints)
        starts: Sequence[int] | None = None
        for hint in hints:
            offset = folded.find(hint) if hint.isascii() or not strange_chars.isdisjoint(hint) else -1
            while offset >= 0:
                if starts is None:
                    starts = lines.columns[0] if isinstance(lines, Packed) else [line.start for line in lines]
                line_index = bisect_right(starts, offset) - 1
                if line_index >= 0 and offset < lines[line_index].end:
                    line_indices.add(line_index)
                    offset = lines[line_index].end - 1
                offset = folded.find(hint, offset + 1)
        return [lines[line_index] for line_index in sorted(line_indices)]


def fold(text: str) -> str:
    """Lower case of the same length: `İ`, whose lower case is two code points, stays as it is."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def key(text: str) -> str:
    """The form in which an interface phrase is looked up: folded, numbers as `#`, no outer punctuation.

    >>> key("» 12 Comments:")
    '# comments'
    >>> key("5Comments")
    '#comments'
    """
    return _key_of_folded(fold(text))


def _key_of_folded(folded: str) -> str:
    folded = composed(folded)
    if folded.replace(" ", "").isalpha() and "  " not in folded:
        return folded.strip()
    plain_text = folded.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if _DIGIT.search(plain_text):
        plain_text = _DIGITS.sub("#", plain_text)
    start, end = 0, len(plain_text)
    while start < end and not (plain_text[start].isalnum() or plain_text[start] in "#_"):
        start += 1
    while start < end and not (plain_text[end - 1].isalnum() or plain_text[end - 1] in "#_"):
        end -= 1
    return " ".join(plain_text[start:end].split())


def _by_key(doc: Document) -> Mapping[str, Sequence[Line]]:
    known_keys = doc._keys  # shared with what is seen without some lines: most lines are the same ones

    def key_of(line: Line) -> str | None:
        folded = line.folded
        if len(folded) > LONGEST_KEYED:
            return None
        line_key = known_keys.get(folded)
        if line_key is None:
            line_key = _key_of_folded(folded)
            if len(known_keys) < MOST_KEYS_KEPT:
                known_keys[folded] = line_key
        return line_key

    return by_word(doc.paragraphs, key_of)


def _is_packed(doc: Document) -> bool:
    return is_packed(doc.text)


def _strange(doc: Document) -> frozenset[str]:
    """The characters that are not ASCII: most texts have few, and most hints of other languages need another one."""
    return frozenset(
        doc.folded.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    )


def _trimmed(doc: Document, lines: Iterable[Line], removed: Sequence[Edit]) -> Iterator[Line]:
    """These lines without what was removed at their edges; gone ones are left out."""
    cut_index, cuts = 0, iter(removed)
    cut = next(cuts, None)
    for line in lines:
        while cut and cut.end <= line.start:
            cut_index, cut = cut_index + 1, next(cuts, None)
        if cut is None or cut.start >= line.end:
            yield line
        elif cut.text or cut.start > line.start or cut.end < line.end:
            yield from _rest_of(doc, line, removed, cut_index)


def _rest_of(doc: Document, line: Line, removed: Sequence[Edit], cut_index: int) -> Iterator[Line]:
    """What the cuts from the n-th on leave of a line, if anything."""
    start, end = line.start, line.end
    while start < end and cut_index < len(removed) and _reaches(doc.text, start, removed[cut_index]):
        start = max(start, removed[cut_index].end)
        cut_index += 1
    last_index = started_before(removed, end) - 1
    while (
        last_index >= cut_index
        and not removed[last_index].text
        and not doc.text[min(end, removed[last_index].end) : end].strip()
    ):
        end = min(end, removed[last_index].start)
        last_index -= 1
    if start < end:
        yield from doc._stripped(start, end)


def _reaches(text: str, start: int, cut: Edit) -> bool:
    """Whether a cut takes all of the text from `start` to its end."""
    return not cut.text and not text[start : max(start, cut.start)].strip()
