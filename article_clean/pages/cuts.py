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
    roles = {**dict.fromkeys(above.headlines, "headline"), **dict.fromkeys(above.deck, "deck")}
    body_blocks = set(picked_blocks).difference(roles, (above.byline,))
    first_block = above.headlines[-1] if above.headlines else picked_blocks[0]
    comment_roles = dict.fromkeys(chain.from_iterable(reading.region.comments), "comments")
    roles = {**comment_roles, **roles}
    for index, block in enumerate(reading.page.blocks):
        if index in body_blocks or (
            first_block <= index <= picked_blocks[-1] and block.box >= 0 and "figcaption" in boxes[block.box].kinds
        ):
            continue
        if index == above.byline:
            yield from _byline_cuts(block, above)
        else:
            reason, likelihood = _why(reading, index, shares)
            if likelihood is not None and likelihood < EVEN and index not in roles:
                reason, likelihood = APART, None  # the model finds it likelier than not
            if index in comment_roles:
                reason = COMMENTS
            elif block.box >= 0 and boxes[block.box].hidden:
                reason = HIDDEN
            yield Edit(block.start, block.end, "", roles.get(index, PAGE), reason, CUTTER, likelihood=likelihood)


def _byline_cuts(block: Block, above: Above) -> Iterator[Edit]:
    """The byline, and what its block says before and behind it: the date, as a rule."""
    if above.signed is None:
        return
    byline = above.signed
    for start, end in ((0, byline.start), (byline.start, byline.end), (byline.end, len(block.text))):
        if start < end:
            role_beside = "date_line" if printed_dates(block.text[start:end]) else PAGE
            role = "byline" if start == byline.start else role_beside
            yield Edit(block.start + start, block.start + end, "", role, FAR, CUTTER)


def _why(reading: Reading, index: int, shares: Sequence[float]) -> tuple[str, float | None]:
    """The reason for a block's removal, and how likely it is no part of the article, where the model looked at it."""
    region_index = index - reading.region.first
    if 0 <= region_index < len(shares):
        share = shares[region_index]
        return f"part of the page, not of the article: likelihood {share:.2f}", against(share)
    return FAR, None
