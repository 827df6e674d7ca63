"""What leads to other stories from within one: rows of cards, and lines that are a mark and a link.

Cards of one row are decided together by the mean likelihood of their words. On shared/pages, out of fold, what had been
chosen of rows below `LEAST_LIKELY` was the article's by 180 words to 1,840; above it, by 4,900 to 1,300.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import islice

from article_clean.core.origin import Box, Page
from article_clean.pages.cards import LEAST_TITLE, LINKED

LEAST_CARDS = 3  # of a row
LEAST_LIKELY = 0.57  # mean of the words of a row that is a part of the story
MOST_OF_CHOSEN = 0.4  # that rows of cards may be; of a listing they are the text
MOST_LIKELY = 0.8  # of a block that is looked up; the model is sure of likelier ones
MOST_BLOCKS = 8  # of a card
MOST_TEXT = 500  # characters of a card
MOST_ABOVE = 3  # boxes around a block that may be its card

_NO_CARDS = frozenset({"p", "ul", "ol", "table", "tr", "body"})
_ARROWS = (">>", "»", "–>", "->", "→", "►")


def without_teasers(page: Page, picked_blocks: Sequence[int], share_of: Callable[[int], float]) -> list[int]:
    """The picked blocks without those that lead to other stories.

    Args:
        page: its blocks and boxes.
        picked_blocks: the chosen blocks, in order.
        share_of: how likely a block is a part of the article.
    """
    card_rows: dict[tuple[int, str, str], Collection[int]] = {}
    left_out: set[int] = set()
    for block_index in picked_blocks:
        if block_index not in left_out and share_of(block_index) < MOST_LIKELY:
            card_box = _card_around(page, block_index)
            if card_box is None:
                continue
            card_row = card_box.parent, card_box.tag, card_box.name
            if card_row not in card_rows:
                card_rows[card_row] = _unlikely_row(page, card_row, share_of)
            left_out.update(card_rows[card_row])
    block_sizes = {block_index: len(page.blocks[block_index].text) for block_index in picked_blocks}
    if sum(
        block_size for block_index, block_size in block_sizes.items() if block_index in left_out
    ) > MOST_OF_CHOSEN * sum(block_sizes.values()):
        left_out = set()
    return [
        block_index
        for block_index in picked_blocks
        if block_index not in left_out and not _leads_elsewhere(page, block_index)
    ]


def _card_around(page: Page, block_index: int) -> Box | None:
    """The smallest box around a block that holds more than it, if that is a card."""
    for outer_box in islice(page.around(page.blocks[block_index].box), MOST_ABOVE):
        if outer_box.end - outer_box.first > 1:
            if _is_card(page, outer_box):
                return outer_box
            if outer_box.end - outer_box.first > MOST_BLOCKS:
                return None
    return None


def _is_card(page: Page, box: Box) -> bool:
    """Whether a box holds a title that is a link, and little more."""
    if not 1 < box.end - box.first <= MOST_BLOCKS or box.tag in _NO_CARDS:
        return False
    box_blocks = page.blocks[box.first : box.end]
    has_title = any(len(block.text) >= LEAST_TITLE and block.linked >= LINKED * len(block.text) for block in box_blocks)
    return has_title and sum(len(block.text) for block in box_blocks) <= MOST_TEXT


def _unlikely_row(page: Page, card_row: tuple[int, str, str], share_of: Callable[[int], float]) -> Collection[int]:
    """The blocks of a row of cards that is hardly a part of the story."""
    card_boxes = [box for box in page.boxes if (box.parent, box.tag, box.name) == card_row and _is_card(page, box)]
    if len(card_boxes) < LEAST_CARDS:
        return ()
    card_blocks = [block_index for card_box in card_boxes for block_index in range(card_box.first, card_box.end)]
    word_counts = {block_index: page.blocks[block_index].text.count(" ") + 1 for block_index in card_blocks}
    likelihood = sum(word_count * share_of(block_index) for block_index, word_count in word_counts.items())
    return card_blocks if likelihood < LEAST_LIKELY * sum(word_counts.values()) else ()


def _leads_elsewhere(page: Page, block_index: int) -> bool:
    """Whether a paragraph is a link to another story: ">> How the ferry was saved", "[How the ferry was saved]"."""
    block = page.blocks[block_index]
    block_text = block.text
    if block.linked < LINKED * len(block_text.strip(" >»–-→►[]")) or len(block_text) < LEAST_TITLE:
        return False
    is_marked = block_text.startswith(_ARROWS) or (block_text[0] == "[" and block_text[-1] == "]")
    return is_marked and block.box >= 0 and page.boxes[block.box].tag in {"p", "div"}
