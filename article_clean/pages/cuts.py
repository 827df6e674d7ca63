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
FAR = "far from the text of the article"
HIDDEN = "in a box that the page does not show"
COMMENTS = "in a box that the page names after comments"
APART = "behind the story or beside it, a copy of what it says, or in doubt"


def article_cuts(reading: Reading, picked: Sequence[int], shares: Sequence[float], above: Above) -> Sequence[Edit]:
    """The edits that leave the picked blocks, and the captions among them, which the cleaners take.

    Args:
        reading: the page.
        picked: the blocks that are the article, in order.
        shares: for each block of the region how likely it is one.
        above: the fields above the first paragraph.
    """
    return packed_edits(_cuts(reading, picked, shares, above))


def _cuts(reading: Reading, picked: Sequence[int], shares: Sequence[float], above: Above) -> Iterator[Edit]:
    boxes = reading.page.boxes
    roles = {**dict.fromkeys(above.headlines, "headline"), **dict.fromkeys(above.deck, "deck")}
    kept = set(picked).difference(roles, (above.byline,))
    top = above.headlines[-1] if above.headlines else picked[0]
    commented = dict.fromkeys(chain.from_iterable(reading.region.comments), "comments")
    roles = {**commented, **roles}
    for n, block in enumerate(reading.page.blocks):
        if n in kept or (top <= n <= picked[-1] and block.box >= 0 and "figcaption" in boxes[block.box].kinds):
            continue
        if n == above.byline:
            yield from _byline_cuts(block, above)
        else:
            reason, likelihood = _why(reading, n, shares)
            if likelihood is not None and likelihood < EVEN and n not in roles:
                reason, likelihood = APART, None  # the model finds it likelier than not
            if n in commented:
                reason = COMMENTS
            elif block.box >= 0 and boxes[block.box].hidden:
                reason = HIDDEN
            yield Edit(block.start, block.end, "", roles.get(n, "page"), reason, CUTTER, likelihood=likelihood)


def _byline_cuts(block: Block, above: Above) -> Iterator[Edit]:
    """The byline, and what its block says before and behind it: the date, as a rule."""
    if above.signed is None:
        return
    found = above.signed
    for start, end in ((0, found.start), (found.start, found.end), (found.end, len(block.text))):
        if start < end:
            dated = "date_line" if printed_dates(block.text[start:end]) else "page"
            role = "byline" if start == found.start else dated
            yield Edit(block.start + start, block.start + end, "", role, FAR, CUTTER)


def _why(reading: Reading, n: int, shares: Sequence[float]) -> tuple[str, float | None]:
    """The reason for a block's removal, and how likely it is no part of the article, where the model looked at it."""
    at = n - reading.region.first
    if 0 <= at < len(shares):
        return f"part of the page, not of the article: likelihood {shares[at]:.2f}", against(shares[at])
    return FAR, None
