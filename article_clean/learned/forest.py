"""Boosted trees in pure Python: read from data, compiled to nested conditionals.

A tree is `[feature, threshold, left, right]` with trees or leaves inside; a row goes left where its feature is not
above the threshold. A leaf is an integer, a thousandth of a logit.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import exp
from typing import Any, TypeVar

from article_clean.learned.checks import check_trees

BATCH = 20  # trees that are run before a row may be settled
WALKED_ROWS = 20  # before a batch is compiled, which takes as long as 50 of them: few texts of a process ask for more
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
        self._plan = [trees[start : start + size] for start in range(0, len(trees), size)], columns, width

    @cached_property
    def _batches(self) -> list[Callable[..., int]]:
        """The trees, walked for the first rows and then compiled: one text asks a model's forests little or nothing."""
        functions: list[Callable[..., int]] = []
        for index, batch in enumerate(self._plan[0]):
            functions.append(self._walking(functions, index, batch))
        return functions

    def _walking(self, functions: list[Callable[..., int]], index: int, trees: Sequence[Tree]) -> Callable[..., int]:
        """The sum of some trees, to stand in a list until it has been asked for often enough to be compiled there."""
        _, columns, width = self._plan
        row_count = 0

        def walking(*row: float) -> int:
            nonlocal row_count
            row_count += 1
            if row_count > WALKED_ROWS:
                functions[index] = _compiled(_sum(trees, columns), width)
            return _walked(trees, columns, row)

        return walking

    @property
    def source(self) -> str:
        """The sum of all trees, as an expression of the values f0, f1, … of a row."""
        batches, columns, _ = self._plan
        return _sum([*chain.from_iterable(batches)], columns)

    @property
    def width(self) -> int:
        """How many values a row has."""
        return self._plan[2]

    def shares(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The likelihood of each row, 0 to 1."""
        return [share for _, share in self.judged(rows)]

    def judged(self, rows: Iterable[_Row]) -> Iterator[tuple[_Row, float]]:
        """Each row with its likelihood, as they come: of a long text not all need be kept."""
        settled_logit, batches = self._settled, None
        for row in rows:
            logit, batches = 0, batches or self._batches
            for batch in batches:
                logit += batch(*row)
                if not -settled_logit < logit < settled_logit:
                    break
            yield row, 1 / (1 + exp(-logit / 1000))


class Contest:
    """Forests that are asked of one row which of them finds it the likeliest: a third of the time of one by one.

    Args:
        forests: by name; all read the same kind of row.

    Attributes:
        names: the names, in order.
    """

    def __init__(self, forests: Mapping[str, Forest]) -> None:
        self.names = [*forests]
        self._forests = [*forests.values()]

    @cached_property
    def _logits(self) -> Callable[..., tuple[int, ...]]:
        sums = "".join(f"{forest.source}, " for forest in self._forests)
        return _compiled(f"({sums})", self._forests[0].width)

    def likeliest(self, row: Sequence[float]) -> str:
        """The name of the forest that finds a row the likeliest, the first one of equals."""
        logits = self._logits(*row)
        return self.names[logits.index(max(logits))]


def _walked(trees: Iterable[Tree], columns: Sequence[int], row: Sequence[float]) -> int:
    """The sum of some trees for one row."""
    logit = 0
    for tree in trees:
        node = tree
        while not isinstance(node, int):
            node = node[2] if row[columns[node[0]]] <= node[1] else node[3]
        logit += node
    return logit


def _compiled(source: str, width: int) -> Callable[..., Any]:  # Any: what the source makes, integers
    """An expression of the values of a row as a function of them.

    The code is written from numbers that were checked, and has no names but those of the row's values. Walking the
    trees as tuples takes 2.6 times as long, and all of `clean()` then 1.14 times for pages, 1.11 for dumps.
    """
    names = ", ".join(f"f{column}" for column in range(width))
    function: Callable[..., Any] = eval(f"lambda {names}: {source}", {"__builtins__": {}})  # noqa: S307  # numbers only
    return function


def _sum(trees: Sequence[Tree], columns: Sequence[int]) -> str:
    return " + ".join(_source(tree, columns) for tree in trees) or "0"


def _source(tree: Tree, columns: Sequence[int]) -> str:
    """A tree as a conditional expression; each part is made a number, so that data cannot become code."""
    if isinstance(tree, int):
        return str(int(tree))
    feature, threshold, low_branch, high_branch = tree
    low_source, high_source = _source(low_branch, columns), _source(high_branch, columns)
    return f"({low_source} if f{columns[int(feature)]} <= {float(threshold)!r} else {high_source})"
