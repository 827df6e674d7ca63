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
    rows: dict[tuple[int, str, str], Collection[int]] = {}
    left_out: set[int] = set()
    for index in picked_blocks:
        if index not in left_out and share_of(index) < MOST_LIKELY:
            card = _card_around(page, index)
            if card is None:
                continue
            row = card.parent, card.tag, card.name
            if row not in rows:
                rows[row] = _unlikely_row(page, row, share_of)
            left_out.update(rows[row])
    sizes = {index: len(page.blocks[index].text) for index in picked_blocks}
    if sum(size for index, size in sizes.items() if index in left_out) > MOST_OF_CHOSEN * sum(sizes.values()):
        left_out = set()
    return [index for index in picked_blocks if index not in left_out and not _leads_elsewhere(page, index)]


def _card_around(page: Page, index: int) -> Box | None:
    """The smallest box around a block that holds more than it, if that is a card."""
    for box in islice(page.around(page.blocks[index].box), MOST_ABOVE):
        if box.end - box.first > 1:
            if _is_card(page, box):
                return box
            if box.end - box.first > MOST_BLOCKS:
                return None
    return None


def _is_card(page: Page, box: Box) -> bool:
    """Whether a box holds a title that is a link, and little more."""
    if not 1 < box.end - box.first <= MOST_BLOCKS or box.tag in _NO_CARDS:
        return False
    blocks = page.blocks[box.first : box.end]
    has_title = any(len(block.text) >= LEAST_TITLE and block.linked >= LINKED * len(block.text) for block in blocks)
    return has_title and sum(len(block.text) for block in blocks) <= MOST_TEXT


def _unlikely_row(page: Page, row: tuple[int, str, str], share_of: Callable[[int], float]) -> Collection[int]:
    """The blocks of a row of cards that is hardly a part of the story."""
    cards = [box for box in page.boxes if (box.parent, box.tag, box.name) == row and _is_card(page, box)]
    if len(cards) < LEAST_CARDS:
        return ()
    blocks = [index for card in cards for index in range(card.first, card.end)]
    sizes = {index: page.blocks[index].text.count(" ") + 1 for index in blocks}
    likelihood = sum(size * share_of(index) for index, size in sizes.items())
    return blocks if likelihood < LEAST_LIKELY * sum(sizes.values()) else ()


def _leads_elsewhere(page: Page, index: int) -> bool:
    """Whether a paragraph is a link to another story: ">> How the ferry was saved", "[How the ferry was saved]"."""
    block = page.blocks[index]
    text = block.text
    if block.linked < LINKED * len(text.strip(" >»–-→►[]")) or len(text) < LEAST_TITLE:
        return False
    is_marked = text.startswith(_ARROWS) or (text[0] == "[" and text[-1] == "]")
    return is_marked and block.box >= 0 and page.boxes[block.box].tag in {"p", "div"}
