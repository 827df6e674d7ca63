"""The block model, made: features and labels to boosted trees to the file that the library reads.

The recipe is fixed: the same pages and the same LightGBM give the same bytes.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from article_clean.errors import TrainingError
from article_clean.markup.context import ALL, context_rows
from article_clean.markup.features import FEATURES, Rows
from article_clean.markup.forest import Forest, Tree
from article_clean.markup.model import FORMAT
from article_clean.training.lexicon import SiteCounts
from article_clean.training.pages import TrainingPage

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
INNER = 4  # parts of the sites, each judged by a first look that was trained on the others
DIGITS = 4  # of a threshold that are kept
PAGE_WEIGHT = 100.0  # of each page, however many blocks it has
LEAST_CERTAIN = 0.2  # weight of a block that is half in the article, beside one that is all in or all out

Table = list[list[float]]  # the rows of a page


def block_model(pages: Sequence[TrainingPage], without: Collection[str] = ()) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these pages.

    The second look is trained on what first looks say of sites that they have not seen, as it will be used.

    Args:
        pages: pages with the truth about their blocks.
        without: features to leave out, to tell what they pay.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    counts = SiteCounts(pages)
    sites = {page.site: counts.lexicons(without=page.site) for page in pages}
    rows = [Rows(page.page, page.region, page.hints, sites[page.site]) for page in pages]
    tables = [list(of_page) for of_page in rows]
    columns = [n for n, name in enumerate(ALL) if name not in without]  # those of the first look come first
    first = _trees(tables, pages, FIRST, columns)
    second = _trees(
        [
            list(context_rows(of_page, table, shares))
            for of_page, table, shares in zip(rows, tables, _unseen(pages, tables, columns), strict=True)
        ],
        pages,
        SECOND,
        columns,
    )
    everywhere = counts.lexicons()
    return {
        "format": FORMAT,
        "marks": everywhere.marks,
        "words": everywhere.words,
        "first": _plan(first, FEATURES),
        "second": _plan(second, ALL),
    }


def _unseen(pages: Sequence[TrainingPage], tables: Sequence[Table], columns: Sequence[int]) -> list[list[float]]:
    """For each page what a first look trained without its part of the sites makes of it."""
    found: list[list[float]] = [[]] * len(pages)
    parts = [fold_of(f"inner {page.site}", INNER) for page in pages]
    for part in range(INNER):
        others = [n for n, other in enumerate(parts) if other != part]
        trees = _trees([tables[n] for n in others], [pages[n] for n in others], FIRST, columns)
        forest = Forest(trees, range(len(FEATURES)), len(FEATURES))
        for n, other in enumerate(parts):
            if other == part:
                found[n] = forest.shares(tables[n])
    return found


def _plan(trees: Sequence[Tree], names: Sequence[str]) -> dict[str, Any]:  # Any: JSON
    used = sorted({column for tree in trees for column in _columns(tree)})
    places = {column: n for n, column in enumerate(used)}
    return {"features": [names[column] for column in used], "trees": [_renumbered(tree, places) for tree in trees]}


def folds(pages: Sequence[TrainingPage], count: int = 5) -> list[list[TrainingPage]]:
    """The pages in so many parts, each site in one of them."""
    parts: list[list[TrainingPage]] = [[] for _ in range(count)]
    for page in pages:
        parts[fold_of(page.site, count)].append(page)
    return parts


def fold_of(site: str, count: int = 5) -> int:
    """The part that a site falls into."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % count


def _weights(page: TrainingPage) -> list[float]:
    blocks = page.page.blocks[page.region.first : page.region.end]
    raw = [
        (block.text.count(" ") + 3) ** 0.5 * max(LEAST_CERTAIN, abs(2 * label - 1))
        for block, label in zip(blocks, page.labels, strict=True)
    ]
    total = sum(raw) or 1.0
    return [PAGE_WEIGHT * weight / total for weight in raw]


def _trees(
    tables: Sequence[Table], pages: Sequence[TrainingPage], recipe: Mapping[str, Any], columns: Sequence[int]
) -> list[Tree]:
    """The trees that LightGBM grows on these columns of the rows, a table a page."""
    try:
        import lightgbm  # noqa: PLC0415  # an extra: only training needs it
        import numpy as np  # noqa: PLC0415
    except ImportError as error:
        message = "training needs LightGBM: pip install 'article-clean[train]'"
        raise TrainingError(message) from error
    rows = np.array([row for table in tables for row in table], dtype=np.float64)
    used = [column for column in columns if column < rows.shape[1]]
    labels = [label for page in pages for label in page.labels]
    weights = [weight for page in pages for weight in _weights(page)]
    grown = lightgbm.train({**COMMON, **recipe}, lightgbm.Dataset(rows[:, used], labels, weight=weights))
    grown_trees = (_tree(one["tree_structure"]) for one in grown.dump_model()["tree_info"])
    return [_renumbered(tree, dict(enumerate(used))) for tree in grown_trees]


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
