"""Boosted trees, look by look, grown by LightGBM: what the models of blocks and of lines have in common.

The recipe is fixed: the same documents and the same LightGBM give the same trees.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from article_clean.errors import TrainingError
from article_clean.learned.forest import Forest, Tree
from article_clean.learned.shares import EVEN

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
FEWEST = 10  # rows that trees are grown of: LightGBM finds none in a share of one or two
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


def _always(_: float) -> bool:
    return True


class Look(NamedTuple):
    """One look at documents.

    Attributes:
        names: the features of a part.
        rows: those of parts of a document, both by index, given what the looks before made of all its parts.
        recipe: LightGBM's parameters.
        asks: whether it looks at a part that the looks before find so likely.
        settling: whether a part that is likely or unlikely enough is left at that before all trees have run.
    """

    names: Sequence[str]
    rows: Callable[[int, Sequence[float], Sequence[int]], Table]
    recipe: Mapping[str, Any]  # Any: LightGBM's parameters
    asks: Callable[[float], bool] = _always
    settling: bool = True


class Trained(NamedTuple):
    """The trees of some looks, and what they say of the documents.

    Attributes:
        looks: the trees of each look, as a model file has them.
        unseen: for each document what looks trained without its part of the sites make of it, all but the last one.
    """

    looks: list[dict[str, Any]]  # Any: JSON
    unseen: list[list[float]]


def trained(
    samples: Sequence[Sample],
    looks: Sequence[Look],
    without: Collection[str] = (),
    start: Sequence[Sequence[float]] | None = None,
) -> Trained:
    """Grow the trees of looks, each of which sees what those before it make of a document.

    A look is trained on what others say of sites that they have not seen, as it will be used.

    Args:
        samples: the documents.
        looks: the looks, in order.
        without: features to leave out, to tell what they pay.
        start: what is made of the parts before the first look; even odds, where None.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    plans: list[dict[str, Any]] = []  # Any: JSON
    unseen = [[*shares] for shares in start] if start else [[EVEN] * len(sample.texts) for sample in samples]
    for look in looks:
        views = list(_views(samples, look, unseen))
        columns = [column for column, name in enumerate(look.names) if name not in without]
        plans.append(_plan(_grown(views, look, columns), look.names))
        if look is not looks[-1]:
            unseen = _judged_unseen(views, look, columns, unseen)
    return Trained(plans, unseen)


def small_forest(
    table: Table,
    labels: Sequence[float],
    names: Sequence[str],
    recipe: Mapping[str, Any],
    weights: Sequence[float] = (),
) -> dict[str, Any]:  # Any: LightGBM's parameters; JSON
    """A few small trees for a question that has few examples, as a model file has them.

    Args:
        table: a row an example.
        labels: the answers, 0 to 1.
        names: the features of a row.
        recipe: LightGBM's parameters.
        weights: how much each example counts; all the same, where none are given.
    """
    return _plan(_trees(table, labels, weights or [1.0] * len(labels), recipe, range(len(names))), names)


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


class _View(NamedTuple):
    """What a look sees of a document: by index its parts, their rows, labels and weights."""

    site: str
    document: int
    parts: list[int]
    rows: Table
    labels: list[float]
    weights: list[float]


def _views(samples: Sequence[Sample], look: Look, shares: Sequence[Sequence[float]]) -> Iterator[_View]:
    for index, (sample, of_sample) in enumerate(zip(samples, shares, strict=True)):
        parts = [part for part, share in enumerate(of_sample) if look.asks(share)]
        if parts:
            weights = weights_of(sample)
            truth = [sample.labels[part] for part in parts], [weights[part] for part in parts]
            yield _View(sample.site, index, parts, look.rows(index, of_sample, parts), *truth)


def _judged_unseen(
    views: Sequence[_View], look: Look, columns: Sequence[int], earlier_shares: Sequence[Sequence[float]]
) -> list[list[float]]:
    """What was made of documents before, changed by what looks trained without their part of the sites make of them."""
    judged_shares = [[*shares] for shares in earlier_shares]
    inner_parts = [inner_part(view.site) for view in views]
    for part in range(INNER):
        training_views = [view for view, view_part in zip(views, inner_parts, strict=True) if view_part != part]
        trees = _grown(training_views, look, columns)
        forest = Forest(trees, range(len(look.names)), len(look.names), settling=look.settling)
        for view in (view for view, view_part in zip(views, inner_parts, strict=True) if view_part == part):
            for place, share in zip(view.parts, forest.shares(view.rows.tolist()), strict=True):
                judged_shares[view.document][place] = share
    return judged_shares


def _plan(trees: Sequence[Tree], names: Sequence[str]) -> dict[str, Any]:  # Any: JSON
    used_columns = sorted({column for tree in trees for column in _columns(tree)})
    places = {column: index for index, column in enumerate(used_columns)}
    return {
        "features": [names[column] for column in used_columns],
        "trees": [_renumbered(tree, places) for tree in trees],
    }


def weights_of(sample: Sample) -> list[float]:
    """How much each part of a document counts: by the root of its length, and by how certain its label is."""
    raw = [
        (text.count(" ") + 3) ** 0.5 * max(LEAST_CERTAIN, abs(2 * label - 1))
        for text, label in zip(sample.texts, sample.labels, strict=True)
    ]
    total = sum(raw) or 1.0
    return [DOCUMENT_WEIGHT * weight / total for weight in raw]


def _grown(views: Sequence[_View], look: Look, columns: Sequence[int]) -> list[Tree]:
    rows = installed()[1].concatenate([view.rows for view in views]) if views else None
    labels = [label for view in views for label in view.labels]
    weights = [weight for view in views for weight in view.weights]
    return _trees(rows, labels, weights, look.recipe, columns)


def _trees(
    rows: Table, labels: Sequence[float], weights: Sequence[float], recipe: Mapping[str, Any], columns: Sequence[int]
) -> list[Tree]:
    """The trees that LightGBM grows on these columns of the rows; none, for even odds, of hardly any."""
    if len(labels) < FEWEST:
        return []
    lightgbm, _ = installed()
    booster = lightgbm.train({**COMMON, **recipe}, lightgbm.Dataset(rows[:, columns], labels, weight=weights))
    grown_trees = (_tree(tree_info["tree_structure"]) for tree_info in booster.dump_model()["tree_info"])
    return [_renumbered(tree, dict(enumerate(columns))) for tree in grown_trees]


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
    shown_threshold = int(threshold) if threshold.is_integer() else threshold
    return [node["split_feature"], shown_threshold, _tree(node["left_child"]), _tree(node["right_child"])]


def _columns(tree: Tree) -> Iterator[int]:
    if not isinstance(tree, int):
        yield tree[0]
        yield from _columns(tree[2])
        yield from _columns(tree[3])


def _renumbered(tree: Tree, columns: Mapping[int, int]) -> Tree:
    if isinstance(tree, int):
        return tree
    return [columns[tree[0]], tree[1], _renumbered(tree[2], columns), _renumbered(tree[3], columns)]
