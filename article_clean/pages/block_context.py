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
    rows: Rows, first: Iterable[tuple[int, Sequence[float] | None]], shares: Sequence[float]
) -> Iterator[list[float]]:
    """The rows of the second look, in the order of `ALL`.

    Args:
        rows: the page that they come from.
        first: the blocks to look at again, by index in the region, with their rows of the first look; None where such
            a row is to be made again.
        shares: how likely the first look finds each block a part of the article.
    """
    blocks, boxes = rows.blocks, rows.boxes
    texts = array("d", rows.sizes)
    own_boxes = array("q", (block.box for block in blocks))
    parents = array("q", (boxes[index].parent if index >= 0 else -1 for index in own_boxes))
    grandparents = array("q", (boxes[index].parent if index >= 0 else -1 for index in parents))
    relations = [_Kin(keys, shares, texts) for keys in (_numbered(rows, own_boxes), own_boxes, parents, grandparents)]
    neighbours = Shares(shares, texts)
    whole_page = neighbours.whole()
    headings = _headings((index >= 0 and boxes[index].tag in _HEADINGS for index in own_boxes), shares)
    for index, row in first:
        shares_of_kin = (value for relation in relations for value in relation.others(index))
        yield [
            *(row or rows.row(index)), shares[index], *neighbours.beside(index), *shares_of_kin,
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

    def __init__(self, keys: Sequence[int], shares: Sequence[float], texts: Sequence[float]) -> None:
        self._keys, self._shares, self._texts = keys, shares, texts
        zeros = bytes(8 * (max(keys, default=-1) + 2))  # -1 is the last
        self._totals, self._weighed, self._lengths, self._sizes = (array("d", zeros) for _ in range(4))
        for key, share, text in zip(keys, shares, texts, strict=True):
            self._totals[key] += share
            self._weighed[key] += share * text
            self._lengths[key] += text
            self._sizes[key] += 1

    def others(self, index: int) -> tuple[float, float, float]:
        """The mean share of the others with the key of a block, the same by length of text, and how many there are."""
        key, share, text = self._keys[index], self._shares[index], self._texts[index]
        size = self._sizes[key]
        other_count, weight = size - 1, self._lengths[key] - text
        mean = (self._totals[key] - share) / other_count if other_count else NONE
        return mean, (self._weighed[key] - share * text) / weight if weight else NONE, min(MANY, size)


def _headings(are_headings: Iterable[bool], shares: Sequence[float]) -> Sequence[float]:
    """For each block the share of the last heading above it."""
    shares_above = array("d")
    share_above = NONE
    for heading, share in zip(are_headings, shares, strict=True):
        shares_above.append(share_above)
        if heading:
            share_above = share
    return shares_above
