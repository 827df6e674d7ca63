"""The block model, made: features and labels to boosted trees to the file that the library reads.

The recipe is fixed: the same pages and the same LightGBM give the same bytes.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from article_clean.errors import TrainingError
from article_clean.markup.features import FEATURES, Lexicons, Rows
from article_clean.markup.model import FORMAT, Tree
from article_clean.training.lexicon import SiteCounts
from article_clean.training.pages import TrainingPage

TREES = 120
RECIPE: Mapping[str, Any] = {  # Any: LightGBM's parameters
    "objective": "cross_entropy",
    "num_leaves": 31,
    "learning_rate": 0.1,
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
DIGITS = 4  # of a threshold that are kept
PAGE_WEIGHT = 100.0  # of each page, however many blocks it has
LEAST_CERTAIN = 0.2  # weight of a block that is half in the article, beside one that is all in or all out


def block_model(pages: Sequence[TrainingPage]) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these pages.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    counts = SiteCounts(pages)
    sites: dict[str, Lexicons] = {}
    rows: list[list[float]] = []
    labels: list[float] = []
    weights: list[float] = []
    for page in pages:
        if page.site not in sites:
            sites[page.site] = counts.lexicons(without=page.site)
        rows += Rows(page.page, page.region, page.hints, sites[page.site])
        labels += page.labels
        weights += _weights(page)
    trees = _trees(rows, labels, weights)
    used = sorted({column for tree in trees for column in _columns(tree)})
    everywhere = counts.lexicons()
    return {
        "format": FORMAT,
        "features": [FEATURES[column] for column in used],
        "marks": everywhere.marks,
        "words": everywhere.words,
        "trees": [_renumbered(tree, {column: n for n, column in enumerate(used)}) for tree in trees],
    }


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


def _trees(rows: list[list[float]], labels: list[float], weights: list[float]) -> list[Tree]:
    try:
        import lightgbm  # noqa: PLC0415  # an extra: only training needs it
        import numpy as np  # noqa: PLC0415
    except ImportError as error:
        message = "training needs LightGBM: pip install 'article-clean[train]'"
        raise TrainingError(message) from error
    table = np.array(rows, dtype=np.float32)
    made = lightgbm.train(dict(RECIPE), lightgbm.Dataset(table, labels, weight=weights), TREES)
    return [_tree(one["tree_structure"]) for one in made.dump_model()["tree_info"]]


def _tree(node: Mapping[str, Any]) -> Tree:  # Any: LightGBM's JSON
    if "leaf_value" in node:
        return int(round(1000 * node["leaf_value"]))
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
