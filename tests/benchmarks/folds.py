"""Score pages with a model that never saw their site: `score.py pages --set n4k --fn benchmarks.folds:clean`.

Run from the project's root with `PYTHONPATH=tests`. The first call trains five models on ../shared/pages, each without
one part of the sites, and keeps them in build/folds until the pages or the code that makes them change.
"""

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path

import article_clean
from article_clean.article import Article
from article_clean.markup.model import BlockModel
from article_clean.training.blocks import block_model, fold_of, folds
from article_clean.training.pages import corpus_hash, site_of, training_pages

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT.parent / "shared" / "pages").glob("*.jsonl.gz"))
KEPT = ROOT / "build" / "folds"
COUNT = 5
MAKERS = (
    "training/*.py",
    "page.py",
    *(f"markup/{name}.py" for name in ("walk", "regions", "features", "model")),
)  # of a model


def clean(html: str) -> Article:
    """`clean` with the model that was trained without this page's site."""
    return article_clean.clean(html, engine=_model(_parts()[_digest(html)]))


def untitled(html: str) -> str:
    """The same, its body alone: what the page's metadata adds to the score."""
    return clean(html).body


@cache
def _parts() -> dict[str, int]:
    """The fold of each page."""
    found: dict[str, int] = {}
    for path in PAGES:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                found[_digest(row["html"])] = fold_of(site_of(row["url"] or row["id"]), COUNT)
    return found


@cache
def _model(part: int) -> BlockModel:
    kept = KEPT / f"{_key()}-{part}.json"
    if not kept.exists():
        _train()
    return BlockModel.load(kept)


def _train() -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    parts = folds(training_pages(PAGES), COUNT)
    for n in range(COUNT):
        others = [page for part in parts[:n] + parts[n + 1 :] for page in part]
        (KEPT / f"{_key()}-{n}.json").write_text(json.dumps(block_model(others)), encoding="utf-8")


@cache
def _key() -> str:
    package = ROOT / "article_clean"
    code = b"".join(path.read_bytes() for maker in MAKERS for path in sorted(package.glob(maker)))
    return hashlib.sha256(corpus_hash(PAGES).encode() + code).hexdigest()[:16]


def _digest(html: str) -> str:
    return hashlib.sha256(html.encode()).hexdigest()
