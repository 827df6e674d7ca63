"""The second look at a line: what the first look made of the lines around it.

A short line among paragraphs that are the article is one itself, a heading; one among dropped lines is not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from article_clean.cleaners.furniture.features import FEATURES, Rows
from article_clean.learned.shares import BESIDE, PLACES, WHOLE, Shares

WINDOWS = (2, 4, 7, 15)  # lines each side whose mean is taken
CONTEXT = ("share", *BESIDE, *PLACES, *(f"window_{n}" for n in WINDOWS), *WHOLE, "text_share")
ALL = (*FEATURES, *CONTEXT)


def context_rows(
    rows: Rows,
    first: Sequence[Sequence[float]] | Mapping[int, Sequence[float]],
    shares: Sequence[float],
    wanted: Iterable[int] | None = None,
) -> Iterator[list[float]]:
    """The rows of the second look, in the order of `ALL`.

    Args:
        rows: the lines that they come from.
        first: their rows of the first look, at least those of the lines that are wanted.
        shares: how likely the first look finds each line a part of the article.
        wanted: the lines to look at, by index; all where none are named.
    """
    around = Shares(shares, rows.lengths)
    places, whole = around.places(), around.whole()
    text = sum(share * length for share, length in zip(shares, rows.lengths, strict=True)) / (sum(rows.lengths) or 1)
    for n in range(len(shares)) if wanted is None else wanted:
        yield [*first[n], shares[n], *around.beside(n), *places[n], *around.around(n, WINDOWS), *whole, text]
