"""Lists and tables within a story, which are chosen as a whole: Markdown says where each begins and ends."""

from collections.abc import Sequence

from article_clean.core.origin import Box, Page
from article_clean.pages.groups import LEAST_SHARES
from article_clean.pages.markdown.runs import RUN
from article_clean.pages.regions import MOST_LINKED

_LISTS = frozenset({"ul", "ol"})
_TABLE = "table"


def with_lists(page: Page, picked_blocks: Sequence[int]) -> list[int]:
    """The picked blocks, and the rest of the lists of which enough was picked, and of the tables between them."""
    if not picked_blocks:
        return []
    indexes = set(picked_blocks)
    for box in page.boxes:
        if _is_outermost(page, box) and picked_blocks[0] < box.first and box.end <= picked_blocks[-1]:
            box_blocks = range(box.first, box.end)
            block_sizes = {block_index: len(page.blocks[block_index].text) for block_index in box_blocks}
            total_chars, linked_chars = (
                sum(block_sizes.values()),
                sum(page.blocks[block_index].linked for block_index in box_blocks),
            )
            chosen_chars = sum(block_size for block_index, block_size in block_sizes.items() if block_index in indexes)
            is_enough = box.tag == _TABLE or chosen_chars >= LEAST_SHARES["li"] * total_chars
            if is_enough and linked_chars < MOST_LINKED * total_chars:
                indexes.update(box_blocks)
    return sorted(indexes)


def _is_outermost(page: Page, box: Box) -> bool:
    """Whether a box is a table, or a list in no other one."""
    return box.tag == _TABLE or (box.tag in _LISTS and page.boxes[box.parent].tag == RUN)
