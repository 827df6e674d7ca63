"""The second look at a block: what the first look made of its neighbours, its group and the boxes around it.

A paragraph among paragraphs that are the article is one itself; a card among dropped cards is not.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import accumulate

from article_clean.markup.features import FEATURES, MANY, Rows
from article_clean.page import Block

REACH = 3  # neighbours each side
WINDOWS = (2, 4, 7)  # blocks each side whose mean is taken
EVEN = 0.5
LONG = 80  # characters of a block that may begin or end the article

KIN = ("group", "box", "parent", "grandparent")
CONTEXT = (
    "share",
    *(f"share_before_{n}" for n in range(1, REACH + 1)),
    *(f"share_after_{n}" for n in range(1, REACH + 1)),
    *(f"{kin}_{name}" for kin in KIN for name in ("others", "others_text", "size")),
    "text_so_far",
    "from_first",
    "to_last",
    "heading_share",
    *(f"window_{n}" for n in WINDOWS),
    "page_share",
    "page_doubt",
)
ALL = (*FEATURES, *CONTEXT)

_NONE = -1.0
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def context_rows(
    rows: Rows, first: Sequence[Sequence[float]], shares: Sequence[float], wanted: Iterable[int] | None = None
) -> Iterator[list[float]]:
    """The rows of the second look, in the order of `ALL`.

    Args:
        rows: the page that they come from.
        first: its rows of the first look.
        shares: how likely the first look finds each block a part of the article.
        wanted: the blocks of the region to look at, by index; all where none are named.
    """
    blocks, boxes = rows.blocks, rows.boxes
    texts = [float(len(block.text)) for block in blocks]
    own = [block.box for block in blocks]
    parents = [boxes[n].parent if n >= 0 else -1 for n in own]
    grand = [boxes[n].parent if n >= 0 else -1 for n in parents]
    groups = [rows.groups[n] if n >= 0 else None for n in own]
    looked_at = range(len(shares)) if wanted is None else list(wanted)
    kin = [_among(keys, shares, texts, looked_at) for keys in (groups, own, parents, grand)]
    padded = [*[_NONE] * REACH, *shares, *[_NONE] * REACH]
    places = _places(blocks, shares, texts)
    headings = _headings([n >= 0 and boxes[n].tag in _HEADINGS for n in own], shares)
    sums = [0.0, *accumulate(shares)]
    count = len(shares)
    whole = (sums[-1] / count, sum(share * (1 - share) for share in shares) / count) if count else ()
    for n in looked_at:
        before, after = padded[n : n + REACH], padded[n + REACH + 1 : n + 2 * REACH + 1]
        kinship = (value for of in kin for value in of[n])
        yield [
            *first[n], shares[n], *reversed(before), *after, *kinship, *places[n], headings[n],
            *(_mean(sums, max(0, n - reach), min(count, n + reach + 1)) for reach in WINDOWS), *whole,
        ]  # fmt: skip


def _mean(sums: Sequence[float], first: int, end: int) -> float:
    return (sums[end] - sums[first]) / (end - first)


def _among(
    keys: Sequence[Hashable], shares: Sequence[float], texts: Sequence[float], wanted: Sequence[int]
) -> dict[int, tuple[float, float, float]]:
    """For each block the mean share of the others with its key, the same by length of text, and how many there are."""
    sums: dict[Hashable, list[float]] = {}
    for key, share, text in zip(keys, shares, texts, strict=True):
        one = sums.get(key)
        if one is None:
            sums[key] = [share, share * text, text, 1]
        else:
            one[0] += share
            one[1] += share * text
            one[2] += text
            one[3] += 1
    found: dict[int, tuple[float, float, float]] = {}
    for n in wanted:
        share, text = shares[n], texts[n]
        total, weighed, length, size = sums[keys[n]]
        others, weight = size - 1, length - text
        mean = (total - share) / others if others else _NONE
        found[n] = (mean, (weighed - share * text) / weight if weight else _NONE, min(MANY, size))
    return found


def _places(
    blocks: Sequence[Block], shares: Sequence[float], texts: Sequence[float]
) -> list[tuple[float, float, float]]:
    """How much of the likely text has come with a block, and how far the first and the last likely one are."""
    likely = [n for n, share in enumerate(shares) if share > EVEN and len(blocks[n].text) > LONG]
    first, last = (likely[0], likely[-1]) if likely else (0, len(blocks) - 1)
    so_far = list(accumulate(share * text for share, text in zip(shares, texts, strict=True)))
    total = (so_far[-1] if so_far else 0.0) or 1.0
    return [
        (mass / total, max(-MANY, min(MANY, n - first)), max(-MANY, min(MANY, last - n)))
        for n, mass in enumerate(so_far)
    ]


def _headings(marked: Sequence[bool], shares: Sequence[float]) -> list[float]:
    """For each block the share of the last heading above it."""
    found: list[float] = []
    above = _NONE
    for heading, share in zip(marked, shares, strict=True):
        found.append(above)
        if heading:
            above = share
    return found
