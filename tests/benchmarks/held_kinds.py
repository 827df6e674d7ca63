"""Clean pages of all kinds with models that never saw their part of the sites: blocks, and the page as a whole.

`PYTHONPATH=tests python ../shared/tools/kinds.py --fn benchmarks.held_kinds:clean`, from the project's root. The first
call trains five models of blocks and judges 1,862 pages with them.
"""

import hashlib
import json
from functools import cache

import article_clean
from article_clean.article import Article
from article_clean.pages import page_model
from article_clean.pages.block_model import BlockModel
from article_clean.pages.depth import flattened
from article_clean.pages.page_model import PageModel
from article_clean.pages.reading import read_html
from article_clean.training.blocks import block_model
from article_clean.training.page_trees import JudgedPage, features_of, word_f1
from article_clean.training.page_trees import page_model as pages_of
from article_clean.training.pages import corpus_hash, json_rows, site_of, training_page
from article_clean.training.trees import fold_of
from benchmarks.folds import COUNT, KEPT, PACKAGE
from tests.cases import SHARED

ARTICLES = [SHARED / "pages" / f"{name}.jsonl.gz" for name in ("fundus", "n4k", "wcxb")]
KINDS = SHARED / "kinds" / "kinds.jsonl.gz"
CODE = ("pages/*.py", "pages/metadata/*.py", "learned/*.py", "training/*.py")


def clean(html: str) -> Article:
    """`clean` with the models that were trained without this page's part of the sites."""
    fold = _folds()[html]
    page_model.shipped = lambda: _verdicts(fold)
    return article_clean.clean(html, engine=_blocks(fold))


@cache
def judged() -> list[JudgedPage]:
    """Every page as a model of blocks sees it that was made of other sites; kept in build/folds."""
    kept = KEPT / f"pages-{_key()}.json"
    if not kept.exists():
        rows = ((site_of(row.get("url") or row["id"]), row) for row in _rows())
        found = [_judged(site, row, _blocks(fold_of(site, COUNT))) for site, row in rows]
        kept.write_text(json.dumps(found), encoding="utf-8")
    return [JudgedPage(*page) for page in json.loads(kept.read_text(encoding="utf-8"))]


def _judged(site: str, row: dict[str, str], model: BlockModel) -> JudgedPage:
    features = features_of(read_html(flattened(row["html"])[0]), model)
    f1 = word_f1(row["body"], article_clean.clean(row["html"], engine=model).body)
    return JudgedPage(site, row.get("kind", "article"), features, f1)


def _rows() -> list[dict[str, str]]:
    return [row for path in (*ARTICLES, KINDS) for row in json_rows(path) if row.get("body")]


@cache
def _folds() -> dict[str, int]:
    return {row["html"]: fold_of(site_of(row.get("url") or row["id"]), COUNT) for row in _rows()}


@cache
def _key() -> str:
    code = b"".join(path.read_bytes() for glob in CODE for path in sorted(PACKAGE.glob(glob)))
    return hashlib.sha256(corpus_hash([*ARTICLES, KINDS]).encode() + code).hexdigest()[:16]


@cache
def _blocks(fold: int) -> BlockModel:
    kept = KEPT / f"blocks-{_key()}-{fold}.json"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        others = (row for path in ARTICLES for row in json_rows(path))
        rows = [row for row in others if fold_of(site_of(row.get("url") or row["id"]), COUNT) != fold]
        kept.write_text(json.dumps(block_model([page for row in rows for page in training_page(row)])))
    return BlockModel.load(kept)


@cache
def _verdicts(fold: int) -> PageModel:
    return PageModel(pages_of([page for page in judged() if fold_of(page.site, COUNT) != fold]))
