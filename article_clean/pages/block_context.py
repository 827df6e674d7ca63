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
    *(f"window_{n}" for n in WINDOWS),
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
    own = array("q", (block.box for block in blocks))
    parents = array("q", (boxes[n].parent if n >= 0 else -1 for n in own))
    grand = array("q", (boxes[n].parent if n >= 0 else -1 for n in parents))
    kin = [_Kin(keys, shares, texts) for keys in (_numbered(rows, own), own, parents, grand)]
    around = Shares(shares, texts)
    whole = around.whole()
    headings = _headings((n >= 0 and boxes[n].tag in _HEADINGS for n in own), shares)
    for n, row in first:
        kinship = (value for of in kin for value in of.others(n))
        yield [
            *(row or rows.row(n)), shares[n], *around.beside(n), *kinship, *around.places(n), headings[n],
            *around.around(n, WINDOWS), *whole,
        ]  # fmt: skip


def _numbered(rows: Rows, boxes: Iterable[int]) -> Sequence[int]:
    """The groups of these boxes, by number; -1 for no box."""
    numbers: dict[Group, int] = {}
    return array("q", (numbers.setdefault(rows.groups[n], len(numbers)) if n >= 0 else -1 for n in boxes))


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

    def others(self, n: int) -> tuple[float, float, float]:
        """The mean share of the others with the key of a block, the same by length of text, and how many there are."""
        key, share, text = self._keys[n], self._shares[n], self._texts[n]
        size = self._sizes[key]
        others, weight = size - 1, self._lengths[key] - text
        mean = (self._totals[key] - share) / others if others else NONE
        return mean, (self._weighed[key] - share * text) / weight if weight else NONE, min(MANY, size)


def _headings(marked: Iterable[bool], shares: Sequence[float]) -> Sequence[float]:
    """For each block the share of the last heading above it."""
    found = array("d")
    above = NONE
    for heading, share in zip(marked, shares, strict=True):
        found.append(above)
        if heading:
            above = share
    return found
