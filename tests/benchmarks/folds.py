"""Score pages with a model that never saw their site: `score.py pages --set n4k --fn benchmarks.folds:clean`.

Run from the project's root with `PYTHONPATH=tests`. The first call trains five models on ../shared/pages, each without
one part of the sites, and keeps them in build/folds until the pages or the code that makes them change. The other
functions each leave something out, to tell what it pays.
"""

import gzip
import hashlib
import json
import re
from functools import cache
from pathlib import Path

import article_clean
from article_clean import DEFAULT
from article_clean.article import Article
from article_clean.fields import FIELDS
from article_clean.markup.context import KIN
from article_clean.markup.features import ABOVE, BOX
from article_clean.markup.model import BlockModel
from article_clean.training.blocks import block_model, fold_of, folds
from article_clean.training.pages import corpus_hash, site_of, training_pages

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT.parent / "shared" / "pages").glob("*.jsonl.gz"))
KEPT = ROOT / "build" / "folds"
COUNT = 5
MODULES = ("walk", "regions", "features", "hints", "context", "forest", "model")
MAKERS = ("training/*.py", "page.py", *(f"markup/{name}.py" for name in MODULES))  # the code that makes a model

BOXES = frozenset(
    {*BOX, *(f"{box}_{name}" for box in ("parent", "grandparent") for name in ABOVE)}
    | {f"{kin}_{name}" for kin in KIN for name in ("others", "others_text", "size")}
)
_METADATA = re.compile(r"<meta\b[^>]*>|<script[^>]*ld\+json[^>]*>.*?</script>|<title\b.*?</title>", re.DOTALL)


def clean(html: str) -> Article:
    """`clean` with the model that was trained without this page's site."""
    return article_clean.clean(html, engine=_model(_part(html)))


def without_cleaners(html: str) -> Article:
    """The same without the cleaners after the model; the fields stay."""
    fields = DEFAULT.only(*(one.name for one in FIELDS))
    return article_clean.clean(html, engine=_model(_part(html)), pipeline=fields)


def without_metadata(html: str) -> Article:
    """The same of a page whose head says nothing: no JSON-LD, no meta elements, no title."""
    return article_clean.clean(_METADATA.sub("", html), engine=_model(_part(html)))


def without_boxes(html: str) -> Article:
    """The same with models that know nothing of the boxes around a block."""
    return article_clean.clean(html, engine=_model(_part(html), BOXES))


def _part(html: str) -> int:
    """The fold that a page belongs to."""
    return _parts()[_digest(html)]


@cache
def _parts() -> dict[str, int]:
    found: dict[str, int] = {}
    for path in PAGES:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                found[_digest(row["html"])] = fold_of(site_of(row["url"] or row["id"]), COUNT)
    return found


@cache
def _model(part: int, without: frozenset[str] = frozenset()) -> BlockModel:
    kept = _kept(part, without)
    if not kept.exists():
        _train(without)
    return BlockModel.load(kept)


def _train(without: frozenset[str]) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    parts = folds(training_pages(PAGES), COUNT)
    for n in range(COUNT):
        others = [page for part in parts[:n] + parts[n + 1 :] for page in part]
        _kept(n, without).write_text(json.dumps(block_model(others, without)), encoding="utf-8")


def _kept(part: int, without: frozenset[str]) -> Path:
    return KEPT / f"{_key()}-{part}{'-without' if without else ''}.json"


@cache
def _key() -> str:
    package = ROOT / "article_clean"
    code = b"".join(path.read_bytes() for maker in MAKERS for path in sorted(package.glob(maker)))
    return hashlib.sha256(corpus_hash(PAGES).encode() + code).hexdigest()[:16]


def _digest(html: str) -> str:
    return hashlib.sha256(html.encode()).hexdigest()
