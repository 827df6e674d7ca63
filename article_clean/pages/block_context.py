"""The second look at a block: what the first look made of its neighbours, its group and the boxes around it.

A paragraph among paragraphs that are the article is one itself; a card among dropped cards is not.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from article_clean.learned.shares import BESIDE, NONE, PLACES, WHOLE, Shares
from article_clean.pages.block_features import FEATURES, MANY, Group, Rows

WINDOWS = (2, 4, 7)  # blocks each side whose mean is taken

KIN = ("group", "box", "parent", "grandparent")
CONTEXT = (
    "share",
    *BESIDE,
    *(f"{kin}_{name}" for kin in KIN for name in ("others", "others_text", "size")),
    *PLACES,
    "heading_share",
    *(f"window_{size}" for size in WINDOWS),
    *WHOLE,
)
ALL = (*FEATURES, *CONTEXT)

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def context_rows(
    feature_rows: Rows, first_rows: Iterable[tuple[int, Sequence[float] | None]], block_shares: Sequence[float]
) -> Iterator[list[float]]:
    """The rows of the second look, in the order of `ALL`.

    Args:
        feature_rows: the page that they come from.
        first_rows: the blocks to look at again, by index in the region, with their rows of the first look; None where
            such a row is to be made again.
        block_shares: how likely the first look finds each block a part of the article.
    """
    blocks, boxes = feature_rows.blocks, feature_rows.boxes
    text_sizes = array("d", feature_rows.sizes)
    own_boxes = array("q", (block.box for block in blocks))
    parents = array("q", (boxes[index].parent if index >= 0 else -1 for index in own_boxes))
    grandparents = array("q", (boxes[index].parent if index >= 0 else -1 for index in parents))
    relations = [
        _Kin(keys, block_shares, text_sizes)
        for keys in (_numbered(feature_rows, own_boxes), own_boxes, parents, grandparents)
    ]
    neighbours = Shares(block_shares, text_sizes)
    whole_page = neighbours.whole()
    headings = _headings((index >= 0 and boxes[index].tag in _HEADINGS for index in own_boxes), block_shares)
    for index, first_row in first_rows:
        shares_of_kin = (kin_share for relation in relations for kin_share in relation.others(index))
        yield [
            *(first_row or feature_rows.row(index)), block_shares[index], *neighbours.beside(index), *shares_of_kin,
            *neighbours.places(index), headings[index], *neighbours.around(index, WINDOWS), *whole_page,
        ]  # fmt: skip


def _numbered(rows: Rows, boxes: Iterable[int]) -> Sequence[int]:
    """The groups of these boxes, by number; -1 for no box."""
    numbers: dict[Group, int] = {}
    return array("q", (numbers.setdefault(rows.groups[box], len(numbers)) if box >= 0 else -1 for box in boxes))


class _Kin:
    """The blocks that have a number in common: of their group, of their box.

    Args:
        keys: the number of each block, -1 for none, which is one more.
        shares: how likely each is a part of the article.
        texts: the length of each.
    """

    def __init__(self, kin_keys: Sequence[int], block_shares: Sequence[float], text_sizes: Sequence[float]) -> None:
        self._keys, self._shares, self._texts = kin_keys, block_shares, text_sizes
        zeros = bytes(8 * (max(kin_keys, default=-1) + 2))  # -1 is the last
        self._totals, self._weighed, self._lengths, self._sizes = (array("d", zeros) for _ in range(4))
        for kin_key, block_share, text_size in zip(kin_keys, block_shares, text_sizes, strict=True):
            self._totals[kin_key] += block_share
            self._weighed[kin_key] += block_share * text_size
            self._lengths[kin_key] += text_size
            self._sizes[kin_key] += 1

    def others(self, block_index: int) -> tuple[float, float, float]:
        """The mean share of the others with the key of a block, the same by length of text, and how many there are."""
        kin_key, block_share, text_size = self._keys[block_index], self._shares[block_index], self._texts[block_index]
        kin_count = self._sizes[kin_key]
        other_count, weight = kin_count - 1, self._lengths[kin_key] - text_size
        mean_share = (self._totals[kin_key] - block_share) / other_count if other_count else NONE
        return (
            mean_share,
            (self._weighed[kin_key] - block_share * text_size) / weight if weight else NONE,
            min(MANY, kin_count),
        )


def _headings(are_headings: Iterable[bool], shares: Sequence[float]) -> Sequence[float]:
    """For each block the share of the last heading above it."""
    shares_above = array("d")
    share_above = NONE
    for heading, share in zip(are_headings, shares, strict=True):
        shares_above.append(share_above)
        if heading:
            share_above = share
    return shares_above
