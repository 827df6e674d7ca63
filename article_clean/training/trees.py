"""Boosted trees for two looks, grown by LightGBM: what the models of blocks and of lines have in common.

The recipe is fixed: the same documents and the same LightGBM give the same trees.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from article_clean.errors import TrainingError
from article_clean.learned.forest import Forest, Tree

COMMON: Mapping[str, Any] = {  # Any: LightGBM's parameters
    "objective": "cross_entropy",
    "min_data_in_leaf": 80,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,  # sums in another order would be other trees
    "verbosity": -1,
}
FIRST: Mapping[str, Any] = {"num_iterations": 80, "num_leaves": 24, "learning_rate": 0.12}
SECOND: Mapping[str, Any] = {"num_iterations": 120, "num_leaves": 31, "learning_rate": 0.1}
SMALL: Mapping[str, Any] = {"num_iterations": 80, "num_leaves": 10, "learning_rate": 0.1, "min_data_in_leaf": 30}
INNER = 4  # parts of the sites, each judged by a first look that was trained on the others
DIGITS = 4  # of a threshold that are kept
DOCUMENT_WEIGHT = 100.0  # of each document, however many parts it has
LEAST_CERTAIN = 0.2  # weight of a part that is half in the article, beside one that is all in or all out

Table = Any  # a numpy array: a row a part of one document, a column a feature


class Sample(NamedTuple):
    """One document to learn from.

    Attributes:
        site: the registered domain that it comes from.
        texts: its parts: blocks or lines.
        labels: the share of each that stands in the article.
    """

    site: str
    texts: Sequence[str]
    labels: Sequence[float]


class Looks(NamedTuple):
    """What the two looks see.

    Attributes:
        tables: for each document the features of the first look.
        again: the features of the second look, of a document by index, given what the first look made of it.
        first: the names of the first look's features.
        second: those of the second look's; the first look's come first.
    """

    tables: Sequence[Table]
    again: Callable[[int, Sequence[float]], Table]
    first: Sequence[str]
    second: Sequence[str]


class Trained(NamedTuple):
    """The trees of both looks, as a model file has them, and what they say of the documents.

    Attributes:
        first: the first look.
        second: the second look.
        unseen: for each document what a first look trained without its part of the sites makes of it.
    """

    first: dict[str, Any]  # Any: JSON
    second: dict[str, Any]
    unseen: list[list[float]]


def two_looks(samples: Sequence[Sample], looks: Looks, without: Collection[str] = ()) -> Trained:
    """Grow the trees of both looks.

    The second look is trained on what first looks say of sites that they have not seen, as it will be used.

    Args:
        samples: the documents.
        looks: their features.
        without: features to leave out, to tell what they pay.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    columns = [n for n, name in enumerate(looks.second) if name not in without]
    first = _of_looks(looks.tables, samples, FIRST, columns)
    unseen = _unseen(samples, looks, columns)
    tables = [looks.again(n, shares) for n, shares in enumerate(unseen)]
    second = _of_looks(tables, samples, SECOND, columns)
    return Trained(_plan(first, looks.first), _plan(second, looks.second), unseen)


def small_forest(table: Table, labels: Sequence[float], names: Sequence[str]) -> dict[str, Any]:  # Any: JSON
    """A few small trees for a question that has few examples, as a model file has them.

    Args:
        table: a row an example.
        labels: the answers, 0 to 1.
        names: the features of a row.
    """
    return _plan(_trees(table, labels, [1.0] * len(labels), SMALL, range(len(names))), names)


def as_table(rows: Iterable[Sequence[float]]) -> Table:
    """Rows of features as one array.

    Raises:
        TrainingError: LightGBM, which brings numpy, is not installed.
    """
    return installed()[1].array(list(rows), dtype="float64")


def fold_of(site: str, count: int = 5) -> int:
    """The part that a site falls into."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % count


def inner_part(site: str) -> int:
    """The part of the sites that a site falls into where a first look is trained on the others."""
    return fold_of(f"inner {site}", INNER)


def folds(documents: Sequence[Any], count: int = 5) -> list[list[Any]]:  # Any: whatever has a site
    """The documents in so many parts, each site in one of them."""
    parts: list[list[Any]] = [[] for _ in range(count)]
    for document in documents:
        parts[fold_of(document.site, count)].append(document)
    return parts


def _unseen(samples: Sequence[Sample], looks: Looks, columns: Sequence[int]) -> list[list[float]]:
    """For each document what a first look trained without its part of the sites makes of it."""
    found: list[list[float]] = [[]] * len(samples)
    parts = [inner_part(sample.site) for sample in samples]
    for part in range(INNER):
        others = [n for n, other in enumerate(parts) if other != part]
        trees = _of_looks([looks.tables[n] for n in others], [samples[n] for n in others], FIRST, columns)
        forest = Forest(trees, range(len(looks.first)), len(looks.first))
        for n, other in enumerate(parts):
            if other == part:
                found[n] = forest.shares(looks.tables[n].tolist())
    return found


def _plan(trees: Sequence[Tree], names: Sequence[str]) -> dict[str, Any]:  # Any: JSON
    used = sorted({column for tree in trees for column in _columns(tree)})
    places = {column: n for n, column in enumerate(used)}
    return {"features": [names[column] for column in used], "trees": [_renumbered(tree, places) for tree in trees]}


def weights_of(sample: Sample) -> list[float]:
    """How much each part of a document counts: by the root of its length, and by how certain its label is."""
    raw = [
        (text.count(" ") + 3) ** 0.5 * max(LEAST_CERTAIN, abs(2 * label - 1))
        for text, label in zip(sample.texts, sample.labels, strict=True)
    ]
    total = sum(raw) or 1.0
    return [DOCUMENT_WEIGHT * weight / total for weight in raw]


def _of_looks(
    tables: Sequence[Table], samples: Sequence[Sample], recipe: Mapping[str, Any], columns: Sequence[int]
) -> list[Tree]:
    counted = [n for n, sample in enumerate(samples) if sample.texts]
    rows = installed()[1].concatenate([tables[n] for n in counted])
    labels = [label for n in counted for label in samples[n].labels]
    weights = [weight for n in counted for weight in weights_of(samples[n])]
    return _trees(rows, labels, weights, recipe, columns)


def _trees(
    rows: Table, labels: Sequence[float], weights: Sequence[float], recipe: Mapping[str, Any], columns: Sequence[int]
) -> list[Tree]:
    """The trees that LightGBM grows on these columns of the rows."""
    lightgbm, _ = installed()
    used = [column for column in columns if column < rows.shape[1]]
    grown = lightgbm.train({**COMMON, **recipe}, lightgbm.Dataset(rows[:, used], labels, weight=weights))
    grown_trees = (_tree(one["tree_structure"]) for one in grown.dump_model()["tree_info"])
    return [_renumbered(tree, dict(enumerate(used))) for tree in grown_trees]


def installed() -> tuple[Any, Any]:  # Any: modules without types
    """LightGBM and numpy.

    Raises:
        TrainingError: LightGBM, which brings numpy, is not installed.
    """
    try:
        import lightgbm  # noqa: PLC0415  # an extra: only training needs it
        import numpy  # noqa: PLC0415, ICN001
    except ImportError as error:
        message = "training needs LightGBM: pip install 'article-clean[train]'"
        raise TrainingError(message) from error
    return lightgbm, numpy


def _tree(node: Mapping[str, Any]) -> Tree:  # Any: LightGBM's JSON
    if "leaf_value" in node:
        value: float = node["leaf_value"]
        return round(1000 * value)
    threshold = float(f"{node['threshold']:.{DIGITS}g}")
    whole = int(threshold) if threshold.is_integer() else threshold
    return [node["split_feature"], whole, _tree(node["left_child"]), _tree(node["right_child"])]


def _columns(tree: Tree) -> Iterator[int]:
    if not isinstance(tree, int):
        yield tree[0]
        yield from _columns(tree[2])
        yield from _columns(tree[3])


def _renumbered(tree: Tree, columns: Mapping[int, int]) -> Tree:
    if isinstance(tree, int):
        return tree
    return [columns[tree[0]], tree[1], _renumbered(tree[2], columns), _renumbered(tree[3], columns)]
