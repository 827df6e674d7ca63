"""Lists and tables within a story, which are chosen as a whole: Markdown says where each begins and ends."""

from collections.abc import Sequence

from article_clean.core.origin import Box, Page
from article_clean.pages.groups import LEAST_SHARES
from article_clean.pages.markdown.runs import RUN
from article_clean.pages.regions import MOST_LINKED

_LISTS = frozenset({"ul", "ol"})
_TABLE = "table"


def with_lists(page: Page, picked: Sequence[int]) -> list[int]:
    """The picked blocks, and the rest of the lists of which enough was picked, and of the tables between them."""
    if not picked:
        return []
    kept = set(picked)
    for box in page.boxes:
        if _is_outermost(page, box) and picked[0] < box.first and box.end <= picked[-1]:
            blocks = range(box.first, box.end)
            sizes = {n: len(page.blocks[n].text) for n in blocks}
            total, linked = sum(sizes.values()), sum(page.blocks[n].linked for n in blocks)
            chosen = sum(size for n, size in sizes.items() if n in kept)
            enough = box.tag == _TABLE or chosen >= LEAST_SHARES["li"] * total
            if enough and linked < MOST_LINKED * total:
                kept.update(blocks)
    return sorted(kept)


def _is_outermost(page: Page, box: Box) -> bool:
    """Whether a box is a table, or a list in no other one."""
    return box.tag == _TABLE or (box.tag in _LISTS and page.boxes[box.parent].tag == RUN)
