"""A page as it reads: blocks of text, one below the other, and the boxes that hold them.

A block is what a browser shows as one paragraph, heading, list item or cell; a box is any element that is not inline.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from article_clean.core.edits import Edit, OffsetMap


@dataclass(slots=True)
class Box:
    """An element that holds blocks.

    Attributes:
        tag: its name in lower case.
        parent: the index of the box around it, -1 for the body.
        depth: how many boxes are around it.
        name: its class, id, role and itemprop, as the page writes them.
        kinds: the names of all boxes around it and of itself that tell what it is for ("nav", "article" …).
        hidden: whether it, or a box around it, is not shown.
        first: the index of its first block.
        end: the index after its last block.
    """

    tag: str
    parent: int
    depth: int
    name: str
    kinds: frozenset[str]
    hidden: bool
    first: int
    end: int = 0


class Block(NamedTuple):
    """A run of text with no other block in it.

    Attributes:
        start: its first code point in `Page.text`.
        text: its lines, white space closed up, a line break for each `<br>`.
        box: the index of the box that holds it.
        linked: how many of its characters are in links.
        bold: how many are bold.
    """

    start: int
    text: str
    box: int
    linked: int
    bold: int

    @property
    def end(self) -> int:
        """The first code point after it in `Page.text`."""
        return self.start + len(self.text)


class Page(NamedTuple):
    """A page as it reads.

    Attributes:
        text: its blocks, one below the other.
        blocks: the blocks, in order.
        boxes: the boxes around them; one comes behind the box around it.
        headlines: the titles that its markup and metadata give, the likeliest first.
    """

    text: str
    blocks: Sequence[Block]
    boxes: Sequence[Box]
    headlines: tuple[str, ...] = ()

    def around(self, box_index: int) -> Iterator[Box]:
        """The box with this index and those around it, the innermost first; none for -1."""
        while box_index >= 0:
            box = self.boxes[box_index]
            yield box
            box_index = box.parent


@dataclass(frozen=True)
class Origin:
    """Where a document's text comes from, when it comes from a page.

    Attributes:
        page: the blocks and boxes.
        passes: the edits that made the document's text of `page.text`, pass by pass.
    """

    page: Page
    passes: tuple[Sequence[Edit], ...]

    def block_at(self, offset: int) -> int:
        """The index of the block that this offset of the document's text lies in."""
        for offset_map in self._maps:
            offset = offset_map.span(offset, offset + 1)[0]
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _maps(self) -> list[OffsetMap]:
        return [OffsetMap(edits) for edits in reversed(self.passes)]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return array("q", (block.start for block in self.page.blocks))
