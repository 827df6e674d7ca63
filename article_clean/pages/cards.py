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
    sizes = {index: len(page.blocks[index].text) for index in picked_blocks}
    total_chars = sum(sizes.values())
    free_chars = sum(sizes[index] for index in picked_blocks if _stands_free(page, index))
    if not total_chars or free_chars > (1 - IN_CARDS) * total_chars:
        return False
    cards = _cards(page)
    if len(cards) < LEAST_CARDS:
        return False
    card_chars = sum(
        sizes[index] for index in picked_blocks if not cards.isdisjoint(_around(page.boxes, page.blocks[index].box))
    )
    return card_chars >= IN_CARDS * total_chars


def _stands_free(page: Page, index: int) -> bool:
    """Whether a block stands alone in its box, and that beside more than a card holds: it is in no card."""
    box = page.boxes[page.blocks[index].box]
    around = page.boxes[box.parent] if box.parent >= 0 else None
    return box.end - box.first == 1 and around is not None and around.end - around.first > MOST_LINES


def _cards(page: Page) -> set[int]:
    """The boxes that are cards: as many of one kind as make a list."""
    card_kinds: dict[int, tuple[str, str]] = {}
    for block in page.blocks:
        if not _is_title(block):
            continue
        card = _card_of(page, block)
        if card is not None:
            card_kinds[card] = (page.boxes[card].tag, page.boxes[card].name)
    kinds = Counter(card_kinds.values())
    return {card for card, kind in card_kinds.items() if kinds[kind] >= LEAST_CARDS}


def _is_title(block: Block) -> bool:
    return is_as_long(block.text, LEAST_TITLE) and block.linked >= LINKED * len(block.text)


def _card_of(page: Page, title: Block) -> int | None:
    """The smallest box around a linked title that holds more than it."""
    for index in _around(page.boxes, title.box):
        box = page.boxes[index]
        if box.end - box.first > MOST_LINES:
            return None
        text = sum(weight(block.text) for block in page.blocks[box.first : box.end])
        if text > MOST_TEXT:
            return None
        if text > weight(title.text):
            return index
    return None


def _around(boxes: Sequence[Box], index: int) -> list[int]:
    indexes: list[int] = []
    while index >= 0 and len(indexes) < MOST_ABOVE:
        indexes.append(index)
        index = boxes[index].parent
    return indexes
