"""What a source says of its text beside the words: types of blocks, links, bold and italics, places in the input.

HTML and Markdown come as a `Page` of blocks and boxes; the tags of the boxes give the types of the blocks, in one way
for both. What is inside a block is read once more from the input, when it is asked for: an `Outline` does that.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from article_clean.core.origin import Box, Page
from article_clean.core.parts import BlockKind, SpanKind
from article_clean.core.public import public
from article_clean.core.table_rows import cells_of

GENERATOR = "article_clean"  # in the front matter of Markdown: all below is the article, and has been cleaned

_LISTS = {"ul": False, "ol": True, "menu": False}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_POSTS = (  # classes that networks give the quotation that their script makes an embedded post of
    "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed",
    "reddit-embed", "reddit-card", "fb-post", "text-post-media",
)  # fmt: skip


class Mark(NamedTuple):
    """A link, bold or italic words, or code inside a line.

    Attributes:
        start: its first code point in `Article.source`.
        end: the first code point after it.
        kind: what it is.
        target: of a link, the address it leads to.
    """

    start: int
    end: int
    kind: SpanKind
    target: str | None = None


class Shape(NamedTuple):
    """The type of a block, as the boxes around it give it.

    Attributes:
        kind: what it is.
        level: of a heading, 1 to 6.
        depth: of an item, how many lists it stands in, 1 or more; of a quote, how many quotations.
        ordered: whether the item's list is a numbered one.
        element: the index of the box that makes it so: heading, item, quotation, code, or table; -1 of a paragraph.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    depth: int = 0
    ordered: bool = False
    element: int = -1


class Structure(NamedTuple):
    """What an input says of its blocks.

    Attributes:
        page: the blocks and boxes.
        starts: where each block begins in `Article.source`, ascending: of HTML that is `page.text`.
        marks: the links and the like, by their start; of two that start together, the longer one first.
        numbers: the numbers that items of numbered lists have, by the index of the item's box.
        columns: the column of each cell of a table, from 0, by the index of the cell's box.
    """

    page: Page
    starts: Sequence[int]
    marks: Sequence[Mark] = ()
    numbers: Mapping[int, int] = MappingProxyType({})
    columns: Mapping[int, int] = MappingProxyType({})


class Places(NamedTuple):
    """Where the characters of a source stand in the input, those that are no white space and come from its text.

    Attributes:
        offsets: their offsets in `Article.source`, ascending.
        starts: the first code point of each in the input.
        ends: the first code point behind it: an entity has several.
    """

    offsets: "array[int]"
    starts: "array[int]"
    ends: "array[int]"


class Outline(Protocol):
    """Reads an input once more, for what `clean()` passes over.

    It travels with the article, pickled too: it holds the input and no more, and has `@public` and a place in
    `article_clean/__init__.py`, so that pickles outlive a move of its file.
    """

    def structure(self, source: str) -> Structure | None:
        """What the input says of the blocks of this text, `Article.source`; None where it says nothing."""
        ...

    def places(self, source: str) -> Places | None:
        """Where the characters of this text stand in the input; None where the input is that text."""
        ...


@public
class PlainText(NamedTuple):
    """The outline of plain text: there is nothing beside the words."""

    def structure(self, source: str) -> None:  # noqa: ARG002  # as of every outline
        """Nothing."""
        return

    def places(self, source: str) -> None:  # noqa: ARG002  # as of every outline
        """Nothing: the source is the input."""
        return


def shapes_of(page: Page) -> Iterator[Shape]:
    """The type of each block, from the innermost box around it that gives one."""
    box_shapes = _shapes_of_boxes(page)
    cells = cells_of(page)
    for block_index, block in enumerate(page.blocks):
        if cell := cells.get(block_index):
            yield Shape("row", element=cell.table)
        else:
            yield box_shapes[block.box] if block.box >= 0 else _PARAGRAPH


_PARAGRAPH = Shape()


def _shapes_of_boxes(page: Page) -> list[Shape]:
    shapes: list[Shape] = []
    lists: list[tuple[int, bool]] = []  # around the text of each box: how many, and whether the innermost is numbered
    for box_index, box in enumerate(page.boxes):
        outer_shape = shapes[box.parent] if box.parent >= 0 else _PARAGRAPH
        depth, ordered = lists[box.parent] if box.parent >= 0 else (0, False)
        if box.tag in _LISTS:
            depth, ordered = depth + 1, _LISTS[box.tag]
        lists.append((depth, ordered))
        shapes.append(_shape_of(box_index, box, outer_shape, max(1, depth), ordered) or outer_shape)
    return shapes


def _shape_of(box_index: int, box: Box, outer_shape: Shape, depth: int, ordered: bool) -> Shape | None:
    if box.tag in _HEADINGS:
        return Shape("heading", level=_HEADINGS[box.tag], element=box_index)
    if box.tag == "li":
        return Shape("item", depth=depth, ordered=ordered, element=box_index)
    if box.tag == "pre":
        return Shape("code", element=box_index)
    if box.tag == "blockquote":
        kind: BlockKind = "post" if any(name in box.name for name in _POSTS) else "quote"
        return Shape(kind, depth=1 + (outer_shape.depth if outer_shape.kind == kind else 0), element=box_index)
    return None
