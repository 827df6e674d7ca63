"""The block model at run time: boosted trees over the features of a block, read from data, run in pure Python.

The file is JSON: the lexicons, the trees, and what they were made from. A tree is `[feature, threshold, left, right]`
with trees or leaves inside; a leaf is an integer, a thousandth of a logit.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, Self

from article_clean.errors import ModelError
from article_clean.markup.features import FEATURES, Lexicons

FORMAT = 1
SHIPPED = Path(__file__).with_name("blocks.json")
BATCH = 40  # trees that are run before a block may be settled
SETTLED = 2500  # thousandths of a logit, 8 in 100 or 92 in 100: further trees seldom bring such a block to even odds

Tree = int | list[Any]  # Any: a tree again; a recursive alias that pydantic need not read


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
        strange = set(plan["features"]) - set(FEATURES)
        if strange:
            message = f"the model wants features that this version does not know: {', '.join(sorted(strange))}"
            raise ModelError(message)
        self.plan = plan
        self.lexicons = Lexicons(plan["marks"], plan["words"])
        columns = [FEATURES.index(name) for name in plan["features"]]
        trees = plan["trees"]
        self._batches = [_compiled(trees[n : n + BATCH], columns) for n in range(0, len(trees), BATCH)]

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The model in a file.

        Raises:
            ModelError: it cannot be read as one.
        """
        try:
            return cls(json.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = f"{path} is no block model: {error}"
            raise ModelError(message) from error

    def shares(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """For each row of features how likely that block is a part of the article, 0 to 1."""
        found: list[float] = []
        for row in rows:
            logit = 0
            for batch in self._batches:
                logit += batch(*row)
                if not -SETTLED < logit < SETTLED:
                    break
            found.append(1 / (1 + exp(-logit / 1000)))
        return found


@cache
def shipped() -> BlockModel:
    """The model that comes with the library; read when the first page is cleaned."""
    return BlockModel.load(SHIPPED)


def _compiled(trees: Sequence[Tree], columns: Sequence[int]) -> Callable[..., int]:
    """The sum of these trees as one function of a row: seven times as fast as walking the lists."""
    names = ", ".join(f"f{n}" for n in range(len(FEATURES)))
    terms = " + ".join(_source(tree, columns) for tree in trees) or "0"
    made: Callable[..., int] = eval(f"lambda {names}: {terms}", {"__builtins__": {}})  # noqa: S307  # numbers only
    return made


def _source(tree: Tree, columns: Sequence[int]) -> str:
    """A tree as a conditional expression; each part is made a number, so that data cannot become code."""
    if isinstance(tree, int):
        return str(int(tree))
    feature, threshold, left, right = tree
    yes, no = _source(left, columns), _source(right, columns)
    return f"({yes} if f{columns[int(feature)]} <= {float(threshold)!r} else {no})"
