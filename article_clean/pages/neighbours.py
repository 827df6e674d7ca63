"""Blocks that their neighbours decide where the model is in doubt, quotes that repeat the story, and slides in it.

The counts are of blocks of shared/pages, out of fold, before this step.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from article_clean.core.origin import Box, Page
from article_clean.core.patterns import pattern_of
from article_clean.learned.tokens import said_in
from article_clean.pages.walk import marks_of

LEAST_BETWEEN = 0.2  # likelihood of a heading or cell between two chosen blocks: 138 were the article's, 50 were not
LEAST_ALONE = 0.5  # of an item, cell or line between two that were left out: of less likely ones 13 were, 71 were not
SHORTEST_QUOTE = 30  # letters of a sentence that is printed once more: 4 were printed twice in the article, 13 were not
LONGEST_SPEAKER = 60  # letters beside a quote, which go with it
MOST_APART = 60  # blocks between a sentence and the quote of it
MOST_OF_SLIDES = 0.2  # share of the chosen text; of a gallery the captions are the story

_BETWEEN = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd"})
_ALONE = frozenset({"div", "li", "td", "th"})
_QUOTES = frozenset({"blockquote", "aside"})
_QUOTE_MARKS = frozenset({"quote", "pullquote", "blockquote"})
_SLIDES = frozenset({"gallery", "slideshow", "slider", "carousel", "slides"})
_COUNTER = pattern_of(r"\d{1,3} ?/ ?\d{1,3}\Z")


def settled(page: Page, picked_blocks: Sequence[int], share_of: Callable[[int], float]) -> list[int]:
    """The picked blocks, with those that belong between them and without those that stand alone.

    Args:
        page: its blocks and boxes.
        picked_blocks: the chosen blocks, in order.
        share_of: how likely a block is a part of the article.
    """
    if not picked_blocks:
        return []
    indexes = set(picked_blocks)
    inner_range = range(picked_blocks[0] + 1, picked_blocks[-1])
    blocks_between = {
        block_index
        for block_index in inner_range
        if block_index not in indexes
        and block_index - 1 in indexes
        and block_index + 1 in indexes
        and _tag(page, block_index) in _BETWEEN
        and share_of(block_index) >= LEAST_BETWEEN
    }
    lone_blocks = {
        block_index
        for block_index in picked_blocks
        if block_index in inner_range
        and _is_alone(block_index, indexes)
        and share_of(block_index) < LEAST_ALONE
        and _tag(page, block_index) in _ALONE
    }
    return sorted(
        (indexes | blocks_between).difference(
            lone_blocks, _pull_quotes(page, picked_blocks), _slides(page, picked_blocks)
        )
    )


def _is_alone(index: int, indexes: Collection[int]) -> bool:
    return index - 1 not in indexes and index + 1 not in indexes


def _tag(page: Page, index: int) -> str:
    box = page.blocks[index].box
    return page.boxes[box].tag if box >= 0 else ""


def _pull_quotes(page: Page, picked_blocks: Sequence[int]) -> Iterator[int]:
    """Quotes in boxes of their own that say a sentence of the story again, with who said it."""
    boxes_around: dict[int, Box | None] = {}
    for block_index in picked_blocks:
        box_index = page.blocks[block_index].box
        if box_index not in boxes_around:
            boxes_around[box_index] = _quote_around(page, box_index)
    quote_boxes = {
        block_index: quote_box
        for block_index in picked_blocks
        if (quote_box := boxes_around[page.blocks[block_index].box]) is not None
    }
    for block_index, quote_box in quote_boxes.items():
        quote_text = _said(page, block_index)
        if len(quote_text) < SHORTEST_QUOTE:
            continue
        story_indexes = (
            near_index
            for near_index in picked_blocks
            if near_index not in quote_boxes and abs(near_index - block_index) <= MOST_APART
        )
        if any(quote_text in _said(page, near_index) for near_index in story_indexes):
            speaker_blocks = [
                near_index for near_index in range(quote_box.first, quote_box.end) if near_index != block_index
            ]
            yield block_index
            if sum(len(page.blocks[near_index].text) for near_index in speaker_blocks) <= LONGEST_SPEAKER:
                yield from speaker_blocks


def _slides(page: Page, picked_blocks: Sequence[int]) -> Sequence[int]:
    """The captions of slides, and their counters: "1/3"."""
    slide_blocks = [block_index for block_index in picked_blocks if _is_of_slide(page, block_index)]
    slide_chars = sum(len(page.blocks[block_index].text) for block_index in slide_blocks)
    return (
        slide_blocks
        if slide_blocks
        and slide_chars <= MOST_OF_SLIDES * sum(len(page.blocks[block_index].text) for block_index in picked_blocks)
        else ()
    )


def _is_of_slide(page: Page, index: int) -> bool:
    box_index = page.blocks[index].box
    if box_index < 0 or not (
        "caption" in page.boxes[box_index].name.lower() or _COUNTER.match(page.blocks[index].text)
    ):
        return False
    return any(not _SLIDES.isdisjoint(marks_of(box.name)) for box in page.around(box_index))


def _said(page: Page, index: int) -> str:
    return f" {' '.join(said_in(page.blocks[index].text))} "


def _quote_around(page: Page, box_index: int) -> Box | None:
    """The box, or the one around it, that is a quote's."""
    quote_box = None
    for box in islice(page.around(box_index), 2):
        if box.tag in _QUOTES or not _QUOTE_MARKS.isdisjoint(marks_of(box.name)):
            quote_box = box
    return quote_box
