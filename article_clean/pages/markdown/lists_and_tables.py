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
            blocks = range(box.first, box.end)
            sizes = {index: len(page.blocks[index].text) for index in blocks}
            total_chars, linked_chars = sum(sizes.values()), sum(page.blocks[index].linked for index in blocks)
            chosen_chars = sum(size for index, size in sizes.items() if index in indexes)
            is_enough = box.tag == _TABLE or chosen_chars >= LEAST_SHARES["li"] * total_chars
            if is_enough and linked_chars < MOST_LINKED * total_chars:
                indexes.update(blocks)
    return sorted(indexes)


def _is_outermost(page: Page, box: Box) -> bool:
    """Whether a box is a table, or a list in no other one."""
    return box.tag == _TABLE or (box.tag in _LISTS and page.boxes[box.parent].tag == RUN)
