"""The second look at a line: what the first look made of the lines around it.

A short line among paragraphs that are the article is one itself, a heading; one among dropped lines is not.
"""

from collections.abc import Iterator, Mapping, Sequence

from article_clean.cleaners.readers.pages.line_features import FEATURES, Row, Rows
from article_clean.learned.shares import BESIDE, PLACES, WHOLE, Shares

WINDOWS = (2, 4, 7, 15)  # lines each side whose mean is taken
CONTEXT = ("share", *BESIDE, *PLACES, *(f"window_{n}" for n in WINDOWS), *WHOLE, "text_share")
ALL = (*FEATURES, *CONTEXT)


def context_rows(rows: Rows, first_rows: Mapping[int, Row], shares: Sequence[float]) -> Iterator[Row]:
    """The rows of the second look, in the order of `ALL`.

    Args:
        rows: the lines that they come from.
        first_rows: by index the lines to look at again, with their rows of the first look.
        shares: how likely each line has been found a part of the article.
    """
    around = Shares(shares, rows.lengths)
    text_row = around.whole()
    text_share = sum(share * length for share, length in zip(shares, rows.lengths, strict=True)) / (
        sum(rows.lengths) or 1
    )
    for index, row in first_rows.items():
        yield (
            *row,
            shares[index],
            *around.beside(index),
            *around.places(index),
            *around.around(index, WINDOWS),
            *text_row,
            text_share,
        )
