"""What is shown of Markdown: its blocks of text in boxes, and the edits that make their text of the source."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from article_clean.core.edits import LAYOUT, MARKUP, Edit, packed_edits
from article_clean.core.origin import Block, Box, Page
from article_clean.core.parts import SpanKind
from article_clean.core.structure import Mark
from article_clean.knowledge.word_lists import words
from article_clean.pages.markdown.runs import moved, with_runs

MARKS = "markdown_marks"  # stands as the cleaner of these edits
FRONT = "front_matter"
WHY_MARKS = "marks of Markdown"
WHY_FRONT = "fields of the article, written above its text"
SPANS: Mapping[str, SpanKind] = {"a": "link", "strong": "bold", "em": "italic", "code": "code"}

_UNMADE = -2
_CELLS = frozenset({"th", "td"})
_COUNTED = _CELLS | {"li"}
_KINDS = words("blockquote ul ol table pre li td p h1 h2 h3 h4 h5 h6 figure figcaption")


class MarkdownPage(NamedTuple):
    """Markdown, read.

    Attributes:
        page: its blocks and boxes; `page.text` is what is shown of it.
        marks: the edits that make `page.text` of the source, sorted and disjoint.
        starts: where each block begins in the source.
        spans: the links, bold and italic words and code of its lines, in offsets of the source, as they end.
        numbers: the numbers of items of numbered lists, by the index of the item's box.
        columns: the columns of cells, from 0, by the index of the cell's box.
    """

    page: Page
    marks: Sequence[Edit]
    starts: Sequence[int]
    spans: Sequence[Mark]
    numbers: Mapping[int, int]
    columns: Mapping[int, int]


class Shown:
    """What is shown of a source: its blocks so far, and the edits that led there."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.behind = start  # the last character that is shown
        self.edits: list[Edit] = [Edit(0, start, "", MARKUP, WHY_FRONT, FRONT)] if start else []
        self.texts: list[str] = []
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.starts: list[int] = []
        self.spans: list[Mark] = []
        self.open_spans: list[Mark] = []  # those that begin with the next text start at -1
        self.tags = ["body"]
        self.at_box = [_UNMADE]
        self.counts = [0]  # of the items or cells in each
        self.numbers: dict[int, int] = {}
        self.columns: dict[int, int] = {}
        self.parts: list[str] = []
        self.gap = ""  # what parts the next text of the block from the last one
        self.at = self.linked = self.bold = self.links = self.bolds = 0

    def open(self, tag: str, count: int = 0) -> None:
        """A box begins; of a list `count` is the number before that of its first item."""
        self.flush()
        self.counts[-1] += tag in _COUNTED
        self.tags.append(tag)
        self.at_box.append(_UNMADE)
        self.counts.append(count)

    def close(self) -> None:
        """The innermost box ends."""
        self.flush()
        self.tags.pop()
        self.counts.pop()
        box = self.at_box.pop()
        if box >= 0:
            self.boxes[box].end = len(self.blocks)

    def part(self, gap: str) -> None:
        """A break in the block's text: a space, or the end of a line; two of these end the block."""
        if gap == self.gap == "\n":
            self.flush()
        elif self.parts and self.gap != "\n":
            self.gap = gap

    def show(self, start: int, end: int) -> None:
        """source[start:end], without the white space at its ends that nothing stands before or behind."""
        shown_text = self.source[start:end]
        stripped = shown_text.strip()
        if not stripped:
            self.part(" ") if shown_text and not self.gap else None
            return
        text_start = start + len(shown_text) - len(shown_text.lstrip())
        if text_start > start and not self.gap and self.parts:
            self.gap = " "
        self._append(text_start, stripped)
        self.gap = " " if text_start + len(stripped) < end else ""

    def _append(self, text_start: int, stripped: str) -> None:
        text_gap = self.gap if self.parts else "\n" if self.blocks else ""
        self.edits += _between(self.source, self.behind, text_start, text_gap)
        if self.parts:
            self.parts.append(text_gap)
        else:
            self.starts.append(text_start)
        if self.open_spans and self.open_spans[-1].start < 0:
            self.open_spans = [
                open_span if open_span.start >= 0 else open_span._replace(start=text_start)
                for open_span in self.open_spans
            ]
        self.parts.append(stripped)
        self.behind = text_start + len(stripped)
        self.linked += len(stripped) if self.links else 0
        self.bold += len(stripped) if self.bolds else 0

    def flush(self) -> None:
        """What was shown since the last block is one."""
        self.gap = ""
        if not self.parts:
            return
        text = "".join(self.parts)
        self.parts.clear()
        box = self._boxed()
        self.blocks.append(Block(self.at, text, box, min(self.linked, len(text)), min(self.bold, len(text))))
        self.at += len(text) + 1
        self.linked = self.bold = 0

    def begin(self, tag: str, target: str = "") -> None:
        """A link, or bold or italic words, or code."""
        self.links += tag == "a"
        self.bolds += tag == "strong"
        self.open_spans.append(Mark(-1, -1, SPANS[tag], target or None))

    def end(self, tag_name: str) -> None:
        """The last of these that is open ends."""
        span_depth = next(
            (
                span_depth
                for span_depth, open_span in enumerate(reversed(self.open_spans), 1)
                if open_span.kind == SPANS[tag_name]
            ),
            0,
        )
        if not span_depth:
            return
        self.links -= tag_name == "a"
        self.bolds -= tag_name == "strong"
        open_span = self.open_spans.pop(-span_depth)
        if open_span.start >= 0:
            self.spans.append(open_span._replace(end=self.behind))

    def end_all(self) -> None:
        """The text of a block has been read; what is open still ends with it."""
        self.links = self.bolds = 0
        self.open_spans.clear()

    def _boxed(self) -> int:
        """The index of the innermost box, made with those around it where text is the first in them."""
        box_index = -1
        for tag_level, tag_name in enumerate(self.tags):
            if self.at_box[tag_level] == _UNMADE:
                outer_kinds = self.boxes[box_index].kinds if box_index >= 0 else frozenset()
                box_kinds = outer_kinds | {tag_name} if tag_name in _KINDS else outer_kinds
                box_depth = self.boxes[box_index].depth + 1 if box_index >= 0 else 0
                self.at_box[tag_level] = len(self.boxes)
                self.boxes.append(
                    Box(tag_name, box_index, box_depth, "", box_kinds, hidden=False, first=len(self.blocks))
                )
                if tag_name == "li" and self.tags[tag_level - 1] == "ol":
                    self.numbers[self.at_box[tag_level]] = self.counts[tag_level - 1]
                elif tag_name in _CELLS:
                    self.columns[self.at_box[tag_level]] = self.counts[tag_level - 1] - 1
            box_index = self.at_box[tag_level]
        return box_index

    def result(self) -> MarkdownPage:
        """All of it."""
        while self.tags:
            self.close()
        self.edits += _between(self.source, self.behind, len(self.source), "")
        text = "\n".join(block.text for block in self.blocks)
        page, places = with_runs(Page(text, self.blocks, self.boxes))
        numbers, columns = moved(self.numbers, places), moved(self.columns, places)
        return MarkdownPage(page, packed_edits(self.edits), self.starts, self.spans, numbers, columns)


def _between(source: str, start: int, end: int, gap: str) -> Iterator[Edit]:
    """The edits that leave `gap` of source[start:end]: of a break the first one stays where it stands."""
    passage = source[start:end]
    if passage == gap:
        return
    gap_start = passage.rfind(gap) if gap == " " else passage.find(gap) if gap else -1
    if gap_start < 0:
        markup_text = passage.strip()
        yield Edit(start, end, gap, *((MARKUP, WHY_MARKS, MARKS) if markup_text else (LAYOUT,)))
        return
    for part_start, part_end in ((start, start + gap_start), (start + gap_start + len(gap), end)):
        if part_start < part_end:
            marks_text = source[part_start:part_end].strip()
            yield Edit(part_start, part_end, "", *((MARKUP, WHY_MARKS, MARKS) if marks_text else (LAYOUT,)))
