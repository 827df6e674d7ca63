"""The model of whole pages, made: pages of all kinds to features, their kind and the F1 of the text chosen of them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from article_clean.errors import TrainingError
from article_clean.pages.block_model import BlockModel
from article_clean.pages.depth import flattened
from article_clean.pages.page_features import FEATURES, page_row
from article_clean.pages.page_model import CONFIDENCE, KINDS, PageModel
from article_clean.pages.reading import Reading, read_html
from article_clean.pages.rendering import choice_of
from article_clean.pipeline import clean
from article_clean.training.blocks import block_model
from article_clean.training.pages import json_rows, page_site, training_page
from article_clean.training.trees import INNER, as_table, inner_part, small_forest

RECIPE: Mapping[str, Mapping[str, Any]] = {  # Any: LightGBM's parameters
    "kinds": {"num_iterations": 90, "num_leaves": 8, "learning_rate": 0.1, "min_data_in_leaf": 10,
              "feature_fraction": 0.3, "extra_trees": True},
    CONFIDENCE: {"num_iterations": 120, "num_leaves": 6, "learning_rate": 0.06, "min_data_in_leaf": 20,
                 "feature_fraction": 0.4, "extra_trees": True},
}  # fmt: skip

ARTICLE_WEIGHT = 0.4  # beside 1 of another kind: of 1,862 pages 1,158 are articles

_WORD = re.compile(r"\w+")


class JudgedPage(NamedTuple):
    """A page as the trees see it.

    Attributes:
        site: the registered domain that it comes from.
        kind: one of `KINDS`.
        row: its features, with the blocks chosen by a model that did not see its site.
        f1: how much the words of the text that is made of it so agree with those of the right text.
    """

    site: str
    kind: str
    row: list[float]
    f1: float


def judged_pages(paths: Sequence[str | Path]) -> list[JudgedPage]:
    """The pages in these files of JSON lines, each with "html", "body", "url" and, where it is no article, "kind".

    Raises:
        TrainingError: a file cannot be read, a line lacks its html, or its kind is not known.
    """
    rows = [row for path in paths for row in json_rows(path) if row.get("body")]
    for row in rows:
        if row.get("kind", "article") not in KINDS:
            message = f"a page of kind {row['kind']!r}; known are {', '.join(KINDS)}"
            raise TrainingError(message)
    parted = [(inner_part(page_site(row)), row) for row in rows]
    found: list[JudgedPage] = []
    for part in range(INNER):
        articles = (row for other, row in parted if other != part and "kind" not in row)
        model = BlockModel(block_model([page for row in articles for page in training_page(row)]))
        found += [judged_page(row, model) for other, row in parted if other == part]
    return found


def judged_page(row: Mapping[str, str], model: BlockModel) -> JudgedPage:
    """One page as a model of blocks sees it that did not see its site."""
    reading = read_html(flattened(row["html"])[0])
    f1 = word_f1(row["body"], clean(row["html"], engine=model).body)
    return JudgedPage(page_site(row), row.get("kind", "article"), features_of(reading, model), f1)


def features_of(reading: Reading, model: BlockModel) -> list[float]:
    """The features of a page whose blocks this model chooses."""
    shares = model.shares(reading.page, reading.region, reading.hints)
    return page_row(reading, shares, choice_of(reading, shares))


def word_f1(right: str, made: str) -> float:
    """How much the words of two texts agree, 0 to 1."""
    one, other = (Counter(_WORD.findall(text.lower())) for text in (right, made))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def page_model(pages: Sequence[JudgedPage]) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these pages.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    table = as_table(page.row for page in pages)
    weights = [ARTICLE_WEIGHT if page.kind == "article" else 1.0 for page in pages]
    kinds = {
        kind: small_forest(table, [float(page.kind == kind) for page in pages], FEATURES, RECIPE["kinds"], weights)
        for kind in KINDS
    }
    confidence = small_forest(table, [page.f1 for page in pages], FEATURES, RECIPE[CONFIDENCE])
    return {"format": PageModel.FORMAT, **kinds, CONFIDENCE: confidence}
