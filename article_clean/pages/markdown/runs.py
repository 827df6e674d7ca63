"""Runs of a Markdown text: paragraphs that follow one another, and links that do, each in a box of its own.

HTML has boxes around an article and around a menu; Markdown writes one below the other. What is known of a run, its
text, its links, how many of its lines end a sentence, tells of each block in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from article_clean.core.origin import Block, Box, Page
from article_clean.pages.regions import MOST_LINKED, SHORTEST_PROSE

RUN = "section"  # the tag of its box


class Boxed(NamedTuple):
    """A page with boxes around its runs, and the new index of each box."""

    page: Page
    places: Sequence[int]


def with_runs(page: Page) -> Boxed:
    """The page with a box around each of its runs."""
    boxes = page.boxes
    if not boxes:
        return Boxed(page, ())
    tops = [n for n, box in enumerate(boxes) if box.parent == 0]
    starts = {own[0]: (boxes[own[0]].first, boxes[own[-1]].end) for own in _runs(page, tops)}
    made: list[Box] = []
    places: list[int] = []
    run = 0
    for n, box in enumerate(boxes):
        if n in starts:
            first, end = starts[n]
            run = len(made)
            made.append(Box(RUN, 0, 1, "", frozenset(), hidden=False, first=first, end=end))
        places.append(len(made))
        parent = -1 if n == 0 else run if box.parent == 0 else places[box.parent]
        depth = box.depth + (n > 0)
        made.append(Box(box.tag, parent, depth, "", box.kinds, hidden=False, first=box.first, end=box.end))
    blocks = [Block(start, text, places[box], linked, bold) for start, text, box, linked, bold in page.blocks]
    return Boxed(page._replace(blocks=blocks, boxes=made), places)


def moved(by_box: Mapping[int, int], places: Sequence[int]) -> dict[int, int]:
    """Values by the index of a box, by its new index."""
    return {places[n]: value for n, value in by_box.items()}


def _runs(page: Page, tops: Sequence[int]) -> Iterator[list[int]]:
    """The boxes of each run, by their index."""
    own = [page.blocks[page.boxes[n].first : page.boxes[n].end] for n in tops]
    linked = [_is_linked(blocks) for blocks in own]
    for n in range(1, len(tops) - 1):  # one alone parts no run
        if linked[n - 1] == linked[n + 1] != linked[n] and _is_small(own[n]):
            linked[n] = linked[n - 1]
    for _, run in groupby(zip(linked, tops, strict=True), key=lambda pair: pair[0]):
        yield [n for _, n in run]


def _is_linked(blocks: Sequence[Block]) -> bool:
    """Whether these are links, by most of their text."""
    return sum(block.linked for block in blocks) >= MOST_LINKED * sum(len(block.text) for block in blocks)


def _is_small(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and len(blocks[0].text) <= SHORTEST_PROSE
