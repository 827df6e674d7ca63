"""Boosted trees in pure Python: read from data, compiled to nested conditionals.

A tree is `[feature, threshold, left, right]` with trees or leaves inside; a row goes left where its feature is not
above the threshold. A leaf is an integer, a thousandth of a logit.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from math import exp
from typing import Any, TypeVar

from article_clean.learned.checks import check_trees

BATCH = 20  # trees that are run before a row may be settled
SETTLED = 2500  # thousandths of a logit, 8 in 100 or 92 in 100: further trees seldom bring such a row to even odds

_Row = TypeVar("_Row", bound=Sequence[float])
Tree = int | list[Any]  # Any: a tree again


class Forest:
    """Trees whose sum is a likelihood.

    Args:
        trees: the trees.
        columns: for each feature of the trees its place in a row.
        width: how many values a row has.
        settling: whether a row that is likely or unlikely enough is left at that, before all trees have run.

    Raises:
        ModelError: the trees are no trees of plain numbers, or too many.
    """

    def __init__(self, trees: Sequence[Tree], columns: Sequence[int], width: int, *, settling: bool = True) -> None:
        check_trees(trees, len(columns))
        self._settled = SETTLED if settling else float("inf")
        size = BATCH if settling else max(1, len(trees))
        self._plan = [trees[n : n + size] for n in range(0, len(trees), size)], columns, width

    @cached_property
    def _batches(self) -> list[Callable[..., int]]:
        """The trees, compiled when a row is first judged: many a text asks some of a model's forests nothing."""
        batches, columns, width = self._plan
        return [_compiled(batch, columns, width) for batch in batches]

    def shares(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The likelihood of each row, 0 to 1."""
        return [share for _, share in self.judged(rows)]

    def judged(self, rows: Iterable[_Row]) -> Iterator[tuple[_Row, float]]:
        """Each row with its likelihood, as they come: of a long text not all need be kept."""
        settled = self._settled
        for row in rows:
            logit = 0
            for batch in self._batches:
                logit += batch(*row)
                if not -settled < logit < settled:
                    break
            yield row, 1 / (1 + exp(-logit / 1000))


def _compiled(trees: Sequence[Tree], columns: Sequence[int], width: int) -> Callable[..., int]:
    """The sum of these trees as one function of a row.

    The code is written from numbers that were checked, and has no names but those of the row's values. Walking the
    trees as tuples takes 2.6 times as long, and all of `clean()` then 1.14 times for pages, 1.11 for dumps.
    """
    names = ", ".join(f"f{n}" for n in range(width))
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
