"""Chosen blocks that no reader of the page sees: notes, texts for screen readers, dialogs that wait for a click.

Of 1,160 pages of shared/pages 28 hide chosen text. Where it was at most 14 % of what was chosen none of it was the
article's; where it was more, from 23 % to all, it was the article, which a script or a click shows.
"""

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from article_clean.core.origin import Box, Page
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words
from article_clean.pages.walk import marks_of

MOST_UNSEEN = 0.15  # share of the chosen text
SHORTEST_COPY = 40  # characters; a shorter text may be the same by chance
LEAST_SEEN = 150  # characters that are left beside a dialog which holds more

_FOR_EARS = pattern_of(r"visually-?hidden|\bsr-only|screen-reader-text", re.IGNORECASE)
_DIALOG = words("popup modal dialog lightbox overlay")


def seen(page: Page, picked_blocks: Sequence[int]) -> list[int]:
    """The picked blocks without those that the page hides, but for those that a click shows as the article."""
    unseen_boxes = {
        block_index: hidden_box
        for block_index in picked_blocks
        if (hidden_box := _hidden_around(page, page.blocks[block_index].box)) is not None
    }
    if not unseen_boxes:
        return [*picked_blocks]
    total_chars, hidden_chars = _size(page, picked_blocks), _size(page, unseen_boxes)
    if hidden_chars > MOST_UNSEEN * total_chars:
        unseen_boxes = {
            block_index: hidden_box
            for block_index, hidden_box in unseen_boxes.items()
            if not _DIALOG.isdisjoint(marks_of(hidden_box.name))
        }
        if total_chars - _size(page, unseen_boxes) < LEAST_SEEN:
            return [*picked_blocks]
    return sorted(
        {block_index for block_index in picked_blocks if block_index not in unseen_boxes}
        | _copies(page, {page.blocks[block_index].text for block_index in unseen_boxes})
    )


def _copies(page: Page, hidden_texts: Container[str]) -> set[int]:
    """The first blocks that show these texts: code is hidden once more to be copied, articles for machines."""
    first_copies: dict[str, int] = {}
    for block_index, block in enumerate(page.blocks):
        is_copy = len(block.text) > SHORTEST_COPY and block.text in hidden_texts
        if is_copy and _hidden_around(page, block.box) is None:
            first_copies.setdefault(block.text, block_index)
    return set(first_copies.values())


def _hidden_around(page: Page, box_index: int) -> Box | None:
    """The outermost box around a block that is hidden, or the one that is made for screen readers."""
    hidden_box = None
    for box in page.around(box_index):
        if hidden_box and not box.hidden:
            break
        if box.hidden or _is_for_ears(box.name):
            hidden_box = box
    return hidden_box


@lru_cache(maxsize=1024)
def _is_for_ears(name: str) -> bool:
    """Whether a box with this name is read out and not shown."""
    return _FOR_EARS.search(name) is not None


def _size(page: Page, blocks: Iterable[int]) -> int:
    return sum(len(page.blocks[index].text) for index in blocks)
