"""The second look at a block: what the first look made of its neighbours, its group and the boxes around it.

A paragraph among paragraphs that are the article is one itself; a card among dropped cards is not.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from article_clean.learned.shares import BESIDE, NONE, PLACES, WHOLE, Shares
from article_clean.markup.features import FEATURES, MANY, Rows

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
    rows: Rows, first: Mapping[int, Sequence[float] | None], shares: Sequence[float]
) -> Iterator[list[float]]:
    """The rows of the second look, in the order of `ALL`.

    Args:
        rows: the page that they come from.
        first: by index in the region the blocks to look at again, with their rows of the first look; None where such a
            row is to be made again.
        shares: how likely the first look finds each block a part of the article.
    """
    blocks, boxes = rows.blocks, rows.boxes
    texts = [float(len(block.text)) for block in blocks]
    own = [block.box for block in blocks]
    parents = [boxes[n].parent if n >= 0 else -1 for n in own]
    grand = [boxes[n].parent if n >= 0 else -1 for n in parents]
    groups = [rows.groups[n] if n >= 0 else None for n in own]
    kin = [_Kin(keys, shares, texts) for keys in (groups, own, parents, grand)]
    around = Shares(shares, texts)
    whole = around.whole()
    headings = _headings([n >= 0 and boxes[n].tag in _HEADINGS for n in own], shares)
    for n, row in first.items():
        kinship = (value for of in kin for value in of.others(n))
        yield [
            *(row or rows.row(n)), shares[n], *around.beside(n), *kinship, *around.places(n), headings[n],
            *around.around(n, WINDOWS), *whole,
        ]  # fmt: skip


class _Kin:
    """The blocks that have a key in common: the same group, the same box."""

    def __init__(self, keys: Sequence[Hashable], shares: Sequence[float], texts: Sequence[float]) -> None:
        self._keys, self._shares, self._texts = keys, shares, texts
        self._sums: dict[Hashable, list[float]] = {}
        for key, share, text in zip(keys, shares, texts, strict=True):
            one = self._sums.get(key)
            if one is None:
                self._sums[key] = [share, share * text, text, 1]
            else:
                one[0] += share
                one[1] += share * text
                one[2] += text
                one[3] += 1

    def others(self, n: int) -> tuple[float, float, float]:
        """The mean share of the others with the key of a block, the same by length of text, and how many there are."""
        share, text = self._shares[n], self._texts[n]
        total, weighed, length, size = self._sums[self._keys[n]]
        others, weight = size - 1, length - text
        mean = (total - share) / others if others else NONE
        return mean, (weighed - share * text) / weight if weight else NONE, min(MANY, size)


def _headings(marked: Sequence[bool], shares: Sequence[float]) -> list[float]:
    """For each block the share of the last heading above it."""
    found: list[float] = []
    above = NONE
    for heading, share in zip(marked, shares, strict=True):
        found.append(above)
        if heading:
            above = share
    return found
