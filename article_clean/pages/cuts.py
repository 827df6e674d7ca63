"""What a page loses before the cleaners read it: all blocks that are not the article's."""

from collections.abc import Iterator, Sequence
from itertools import chain

from article_clean.core.edits import Edit, packed_edits
from article_clean.core.likelihoods import against
from article_clean.core.origin import Block
from article_clean.fields.dates.dates import printed_dates
from article_clean.learned.shares import EVEN
from article_clean.pages.above import Above
from article_clean.pages.reading import Reading

CUTTER = "page_blocks"  # stands as the cleaner of these edits
PAGE = "page"  # the role of what is no field and no comment
FAR = "far from the text of the article"
HIDDEN = "in a box that the page does not show"
COMMENTS = "in a box that the page names after comments"
APART = "behind the story or beside it, a copy of what it says, or in doubt"


def article_cuts(
    reading: Reading, picked_blocks: Sequence[int], shares: Sequence[float], above: Above
) -> Sequence[Edit]:
    """The edits that leave the picked blocks, and the captions among them, which the cleaners take.

    Args:
        reading: the page.
        picked_blocks: the blocks that are the article, in order.
        shares: for each block of the region how likely it is one.
        above: the fields above the first paragraph.
    """
    return packed_edits(_cuts(reading, picked_blocks, shares, above))


def _cuts(reading: Reading, picked_blocks: Sequence[int], shares: Sequence[float], above: Above) -> Iterator[Edit]:
    boxes = reading.page.boxes
    block_roles = {**dict.fromkeys(above.headlines, "headline"), **dict.fromkeys(above.deck, "deck")}
    body_blocks = set(picked_blocks).difference(block_roles, (above.byline,))
    first_block = above.headlines[-1] if above.headlines else picked_blocks[0]
    comment_roles = dict.fromkeys(chain.from_iterable(reading.region.comments), "comments")
    block_roles = {**comment_roles, **block_roles}
    for block_index, block in enumerate(reading.page.blocks):
        if block_index in body_blocks or (
            first_block <= block_index <= picked_blocks[-1]
            and block.box >= 0
            and "figcaption" in boxes[block.box].kinds
        ):
            continue
        if block_index == above.byline:
            yield from _byline_cuts(block, above)
        else:
            reason, likelihood = _why(reading, block_index, shares)
            if likelihood is not None and likelihood < EVEN and block_index not in block_roles:
                reason, likelihood = APART, None  # the model finds it likelier than not
            if block_index in comment_roles:
                reason = COMMENTS
            elif block.box >= 0 and boxes[block.box].hidden:
                reason = HIDDEN
            yield Edit(
                block.start, block.end, "", block_roles.get(block_index, PAGE), reason, CUTTER, likelihood=likelihood
            )


def _byline_cuts(block: Block, above: Above) -> Iterator[Edit]:
    """The byline, and what its block says before and behind it: the date, as a rule."""
    if above.signed is None:
        return
    signed_byline = above.signed
    for part_start, part_end in (
        (0, signed_byline.start),
        (signed_byline.start, signed_byline.end),
        (signed_byline.end, len(block.text)),
    ):
        if part_start < part_end:
            role_beside = "date_line" if printed_dates(block.text[part_start:part_end]) else PAGE
            part_role = "byline" if part_start == signed_byline.start else role_beside
            yield Edit(block.start + part_start, block.start + part_end, "", part_role, FAR, CUTTER)


def _why(reading: Reading, block_index: int, block_shares: Sequence[float]) -> tuple[str, float | None]:
    """The reason for a block's removal, and how likely it is no part of the article, where the model looked at it."""
    region_index = block_index - reading.region.first
    if 0 <= region_index < len(block_shares):
        block_share = block_shares[region_index]
        return f"part of the page, not of the article: likelihood {block_share:.2f}", against(block_share)
    return FAR, None
