"""The block model at run time: two looks at each block, read from data.

The file is JSON: the lexicons, the trees of both looks, and what they were made from (`article-clean train blocks`).
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Self

from article_clean.errors import ModelError
from article_clean.markup.context import ALL, context_rows
from article_clean.markup.features import FEATURES, Lexicons, Rows
from article_clean.markup.forest import Forest
from article_clean.markup.hints import Hints
from article_clean.markup.regions import Region
from article_clean.page import Page

FORMAT = 1
DOUBT = 0.08  # a block that the first look finds less or more likely is settled: a second changed no figure, 7 in 10
SHIPPED = Path(__file__).with_name("blocks.json")


class BlockModel:
    """How likely each block of a page is a part of its article.

    Args:
        plan: what the file says, as `article-clean train blocks` writes it.

    Raises:
        ModelError: it is no block model, or one of another version of this library.
    """

    def __init__(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        if plan.get("format") != FORMAT:
            message = f"no block model of format {FORMAT}; `article-clean train blocks` makes one"
            raise ModelError(message)
        self.plan = plan
        self.lexicons = Lexicons(plan["marks"], plan["words"])
        self._first = _forest(plan["first"], FEATURES)
        self._second = _forest(plan["second"], ALL)

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The model in a file.

        Raises:
            ModelError: it cannot be read as one.
        """
        try:
            return cls(json.loads(Path(path).read_text(encoding="utf-8")))
        except ModelError:
            raise
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{path} is no block model ({error}); `article-clean train blocks` makes one"
            raise ModelError(message) from error

    def shares(self, page: Page, region: Region, hints: Hints) -> list[float]:
        """For each block of the region how likely it is a part of the article, 0 to 1."""
        rows = Rows(page, region, hints, self.lexicons)
        first = list(rows)
        shares = self._first.shares(first)
        open_ones = [n for n, share in enumerate(shares) if DOUBT < share < 1 - DOUBT]
        second = self._second.shares(context_rows(rows, first, shares, open_ones))
        for n, share in zip(open_ones, second, strict=True):
            shares[n] = share
        return shares


@cache
def shipped() -> BlockModel:
    """The model that comes with the library; read when the first page is cleaned."""
    return BlockModel.load(SHIPPED)


def _forest(plan: Mapping[str, Any], known: Sequence[str]) -> Forest:  # Any: JSON
    strange = set(plan["features"]) - set(known)
    if strange:
        message = f"the model wants features that this version does not know: {', '.join(sorted(strange))}"
        raise ModelError(message)
    return Forest(plan["trees"], [known.index(name) for name in plan["features"]], len(known))
