"""What a page's cuts would take and a caller wants kept: it stays in the text, known by its blocks."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from article_clean.core.edits import Edit, packed_edits
from article_clean.core.keep import TABLE, KeepName, is_kept
from article_clean.core.origin import Page
from article_clean.core.table_rows import cells_of
from article_clean.pages.cuts import PAGE


class KeptCuts(NamedTuple):
    """The cuts that remain, and the roles of the blocks that they leave because a caller wants it, by their index."""

    cuts: Sequence[Edit]
    roles: Mapping[int, str]


def without_kept(page: Page, cuts: Sequence[Edit], keep: Sequence[KeepName]) -> KeptCuts:
    """The cuts without those whose passages shall stay.

    Args:
        page: the page.
        cuts: what leaves the article's blocks, sorted and disjoint; none reaches over two blocks.
        keep: what shall stay.
    """
    starts = [block.start for block in page.blocks]
    cut_blocks = [bisect_right(starts, cut.start) - 1 for cut in cuts]
    inner_cells = {*_inner_cells(page, {*cut_blocks})} if is_kept(TABLE, keep) else set()
    roles: dict[int, str] = {}
    remaining_cuts: list[Edit] = []
    for cut, block_index in zip(cuts, cut_blocks, strict=True):
        role = TABLE if cut.role == PAGE and block_index in inner_cells else cut.role
        if is_kept(role, keep):
            roles[block_index] = role
        else:
            remaining_cuts.append(cut)
    return KeptCuts(packed_edits(remaining_cuts), roles)


def _inner_cells(page: Page, cut_blocks: set[int]) -> Iterator[int]:
    """The cells of tables of data between the first and the last block of the story that the page shows."""
    story_blocks = [index for index in range(len(page.blocks)) if index not in cut_blocks]
    if story_blocks:
        for index in cells_of(page):
            is_shown = not any(box.hidden for box in page.around(page.blocks[index].box))
            if is_shown and story_blocks[0] < index < story_blocks[-1]:
                yield index
