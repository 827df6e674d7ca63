"""Score pages with a model that never saw their site: `score.py pages --set n4k --fn benchmarks.held_pages:clean`.

Run from the project's root with `PYTHONPATH=tests`. The first call trains five models on ../shared/pages. The other
functions each leave something out, to tell what it pays.
"""

import re
from functools import cache
from pathlib import Path

import article_clean
from article_clean import DEFAULT
from article_clean.article import Article
from article_clean.fields import FIELDS
from article_clean.pages.block_context import KIN
from article_clean.pages.block_features import ABOVE, BOX
from article_clean.pages.block_model import BlockModel
from article_clean.training.blocks import block_model
from article_clean.training.pages import training_pages
from benchmarks.folds import Folds
from tests.cases import SHARED

PAGES = sorted((SHARED / "pages").glob("*.jsonl.gz"))
MODULES = (
    "reading",
    "shown",
    "walk",
    "formulas_and_buttons",
    "regions",
    "comment_boxes",
    "hints",
    "block_features",
    "block_context",
    "block_model",
)
MAKERS = (
    *(f"training/{name}.py" for name in ("blocks", "lexicon", "pages", "trees", "truth")),
    "learned/*.py", "core/origin.py", "knowledge/word_counts.py",
    *(f"pages/{name}.py" for name in MODULES),
)  # fmt: skip
HELD = Folds(PAGES, "html", MAKERS, lambda: training_pages(PAGES), block_model)
BOXES = frozenset(
    {*BOX, *(f"{box}_{name}" for box in ("parent", "grandparent") for name in ABOVE)}
    | {f"{kin}_{name}" for kin in KIN for name in ("others", "others_text", "size")}
)
_METADATA = re.compile(r"<meta\b[^>]*>|<script[^>]*ld\+json[^>]*>.*?</script>|<title\b.*?</title>", re.DOTALL)


def clean(html: str) -> Article:
    """`clean` with the model that was trained without this page's site."""
    return article_clean.clean(html, engine=_load(HELD.model(html)))


def without_cleaners(html: str) -> Article:
    """The same without the cleaners after the model; the fields stay."""
    fields = DEFAULT.only(*(one.name for one in FIELDS))
    return article_clean.clean(html, engine=_load(HELD.model(html)), pipeline=fields)


def without_metadata(html: str) -> Article:
    """The same of a page whose head says nothing: no JSON-LD, no meta elements, no title."""
    return article_clean.clean(_METADATA.sub("", html), engine=_load(HELD.model(html)))


def without_boxes(html: str) -> Article:
    """The same with models that know nothing of the boxes around a block."""
    return article_clean.clean(html, engine=_load(HELD.model(html, BOXES)))


@cache
def _load(path: Path) -> BlockModel:
    return BlockModel.load(path)
