"""The block model at run time: two looks at each block, read from data.

The file is JSON: the lexicons, the trees of both looks, and what they were made from (`article-clean train blocks`).
"""

from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, ClassVar

from article_clean.core.origin import Page
from article_clean.core.public import public
from article_clean.learned.model import DOUBT, Model, forest_of, scores_of
from article_clean.pages.block_context import ALL, context_rows
from article_clean.pages.block_features import FEATURES, Lexicons, Rows
from article_clean.pages.hints import Hints
from article_clean.pages.regions import Region

MOST_ROWS = 2_000  # that are kept for the second look, 4 MB; further ones are made again rather than fill the memory
SHIPPED = Path(__file__).with_name("blocks.json")
OTHERS = Path(__file__).with_name("other_blocks.json")


@public
class BlockModel(Model):
    """A model of how likely each block of a page is part of its article.

    Args:
        plan: the content of the file, as `article-clean train blocks` writes it.

    Raises:
        ModelError: it is not a block model, or is one of another version of this library.
    """

    WHAT: ClassVar[str] = "blocks"
    FORMAT: ClassVar[int] = 1

    def _read(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        self.lexicons = Lexicons(scores_of(plan, "marks"), scores_of(plan, "words"))
        self._first = forest_of(plan, "first", FEATURES)
        self._second = forest_of(plan, "second", ALL)

    def shares(self, page: Page, region: Region, hints: Hints) -> Sequence[float]:
        """For each block of the region how likely it is a part of the article, 0 to 1."""
        feature_rows = Rows(page, region, hints, self.lexicons)
        block_shares, doubted_blocks = array("d"), array("q")
        doubted_rows: list[list[float]] = []
        for block_index, (feature_row, block_share) in enumerate(self._first.judged(feature_rows)):
            block_shares.append(block_share)
            if DOUBT < block_share < 1 - DOUBT:
                doubted_blocks.append(block_index)
                if len(doubted_rows) < MOST_ROWS:
                    doubted_rows.append(feature_row)
        second_shares = self._second.judged(
            context_rows(feature_rows, zip_longest(doubted_blocks, doubted_rows), block_shares[:])
        )
        for block_index, (_, block_share) in zip(doubted_blocks, second_shares, strict=True):
            block_shares[block_index] = block_share
        return block_shares


@cache
def shipped() -> BlockModel:
    """The model of articles that comes with the library; read when the first page is cleaned."""
    return BlockModel.load(SHIPPED)


@cache
def shipped_for_others() -> BlockModel:
    """The model of pages of other kinds; read when the first of these is cleaned."""
    return BlockModel.load(OTHERS)
