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
    top_boxes = [box_index for box_index, box in enumerate(boxes) if box.parent == 0]
    run_starts = {
        run_boxes[0]: (boxes[run_boxes[0]].first, boxes[run_boxes[-1]].end) for run_boxes in _runs(page, top_boxes)
    }
    new_boxes: list[Box] = []
    new_indexes: list[int] = []
    run_index = 0
    for box_index, box in enumerate(boxes):
        if box_index in run_starts:
            first_block, end_block = run_starts[box_index]
            run_index = len(new_boxes)
            new_boxes.append(Box(RUN, 0, 1, "", frozenset(), hidden=False, first=first_block, end=end_block))
        new_indexes.append(len(new_boxes))
        parent_index = -1 if box_index == 0 else run_index if box.parent == 0 else new_indexes[box.parent]
        box_depth = box.depth + (box_index > 0)
        new_boxes.append(
            Box(box.tag, parent_index, box_depth, "", box.kinds, hidden=False, first=box.first, end=box.end)
        )
    blocks = [
        Block(block_start, block_text, new_indexes[box], linked_chars, bold_chars)
        for block_start, block_text, box, linked_chars, bold_chars in page.blocks
    ]
    return Boxed(page._replace(blocks=blocks, boxes=new_boxes), new_indexes)


def moved(by_box: Mapping[int, int], new_indexes: Sequence[int]) -> dict[int, int]:
    """Values by the index of a box, by its new index."""
    return {new_indexes[box_index]: box_value for box_index, box_value in by_box.items()}


def _runs(page: Page, top_boxes: Sequence[int]) -> Iterator[list[int]]:
    """The boxes of each run, by their index."""
    own_blocks = [page.blocks[page.boxes[box_index].first : page.boxes[box_index].end] for box_index in top_boxes]
    are_linked = [_is_linked(box_blocks) for box_blocks in own_blocks]
    for box_index in range(1, len(top_boxes) - 1):  # one alone parts no run
        if are_linked[box_index - 1] == are_linked[box_index + 1] != are_linked[box_index] and _is_small(
            own_blocks[box_index]
        ):
            are_linked[box_index] = are_linked[box_index - 1]
    for _, box_run in groupby(zip(are_linked, top_boxes, strict=True), key=lambda linked_box: linked_box[0]):
        yield [box_index for _, box_index in box_run]


def _is_linked(blocks: Sequence[Block]) -> bool:
    """Whether these are links, by most of their text."""
    return sum(block.linked for block in blocks) >= MOST_LINKED * sum(len(block.text) for block in blocks)


def _is_small(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and len(blocks[0].text) <= SHORTEST_PROSE
