"""Cards on a page: boxes of one kind, each with a title that is a link and few words about what it leads to."""

from collections import Counter
from collections.abc import Sequence

from article_clean.core.origin import Block, Box, Page
from article_clean.knowledge.word_counts import is_as_long, weight

LEAST_TITLE = 12  # letters of a linked title; buttons and categories are shorter
LINKED = 0.9  # share of a title that is the link; marks stand beside it
MOST_ABOVE = 4  # boxes around a block that may be its card
MOST_TEXT = 500  # letters of a card
MOST_LINES = 12
LEAST_CARDS = 5
IN_CARDS = 0.9  # share of the chosen text that stands in cards, where the page is a list


def is_list(page: Page, picked_blocks: Sequence[int]) -> bool:
    """Whether what was chosen of a page is a list of teasers.

    Args:
        page: its blocks and boxes.
        picked_blocks: the blocks that were chosen as its article.
    """
    block_sizes = {block_index: len(page.blocks[block_index].text) for block_index in picked_blocks}
    total_chars = sum(block_sizes.values())
    free_chars = sum(block_sizes[block_index] for block_index in picked_blocks if _stands_free(page, block_index))
    if not total_chars or free_chars > (1 - IN_CARDS) * total_chars:
        return False
    card_boxes = _cards(page)
    if len(card_boxes) < LEAST_CARDS:
        return False
    card_chars = sum(
        block_sizes[block_index]
        for block_index in picked_blocks
        if not card_boxes.isdisjoint(_around(page.boxes, page.blocks[block_index].box))
    )
    return card_chars >= IN_CARDS * total_chars


def _stands_free(page: Page, block_index: int) -> bool:
    """Whether a block stands alone in its box, and that beside more than a card holds: it is in no card."""
    box = page.boxes[page.blocks[block_index].box]
    parent_box = page.boxes[box.parent] if box.parent >= 0 else None
    return box.end - box.first == 1 and parent_box is not None and parent_box.end - parent_box.first > MOST_LINES


def _cards(page: Page) -> set[int]:
    """The boxes that are cards: as many of one kind as make a list."""
    card_kinds: dict[int, tuple[str, str]] = {}
    for block in page.blocks:
        if not _is_title(block):
            continue
        card_index = _card_of(page, block)
        if card_index is not None:
            card_kinds[card_index] = (page.boxes[card_index].tag, page.boxes[card_index].name)
    kind_counts = Counter(card_kinds.values())
    return {card_index for card_index, card_kind in card_kinds.items() if kind_counts[card_kind] >= LEAST_CARDS}


def _is_title(block: Block) -> bool:
    return is_as_long(block.text, LEAST_TITLE) and block.linked >= LINKED * len(block.text)


def _card_of(page: Page, title_block: Block) -> int | None:
    """The smallest box around a linked title that holds more than it."""
    for box_index in _around(page.boxes, title_block.box):
        box = page.boxes[box_index]
        if box.end - box.first > MOST_LINES:
            return None
        text_weight = sum(weight(block.text) for block in page.blocks[box.first : box.end])
        if text_weight > MOST_TEXT:
            return None
        if text_weight > weight(title_block.text):
            return box_index
    return None


def _around(boxes: Sequence[Box], index: int) -> list[int]:
    indexes: list[int] = []
    while index >= 0 and len(indexes) < MOST_ABOVE:
        indexes.append(index)
        index = boxes[index].parent
    return indexes
