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
    block_starts = [block.start for block in page.blocks]
    cut_blocks = [bisect_right(block_starts, page_cut.start) - 1 for page_cut in cuts]
    inner_cells = {*_inner_cells(page, {*cut_blocks})} if is_kept(TABLE, keep) else set()
    kept_roles: dict[int, str] = {}
    remaining_cuts: list[Edit] = []
    for page_cut, block_index in zip(cuts, cut_blocks, strict=True):
        cut_role = TABLE if page_cut.role == PAGE and block_index in inner_cells else page_cut.role
        if is_kept(cut_role, keep):
            kept_roles[block_index] = cut_role
        else:
            remaining_cuts.append(page_cut)
    return KeptCuts(packed_edits(remaining_cuts), kept_roles)


def _inner_cells(page: Page, cut_blocks: set[int]) -> Iterator[int]:
    """The cells of tables of data between the first and the last block of the story that the page shows."""
    story_blocks = [block_index for block_index in range(len(page.blocks)) if block_index not in cut_blocks]
    if story_blocks:
        for block_index in cells_of(page):
            is_shown = not any(box.hidden for box in page.around(page.blocks[block_index].box))
            if is_shown and story_blocks[0] < block_index < story_blocks[-1]:
                yield block_index
