"""Clean pages of all kinds with models that never saw their part of the sites: blocks, and the page as a whole.

`PYTHONPATH=tests python ../shared/tools/kinds.py --fn benchmarks.held_kinds:clean`, from the project's root. The first
call trains ten models of blocks and judges 1,862 pages with them.
"""

import hashlib
import json
from functools import cache

from article_clean.article import Article
from article_clean.pages import Models
from article_clean.pages.block_model import BlockModel
from article_clean.pages.page_model import PageModel
from article_clean.training.blocks import block_model
from article_clean.training.page_trees import Form, JudgedPage, article_read_by, judged_page
from article_clean.training.page_trees import page_model as pages_of
from article_clean.training.pages import corpus_hash, json_rows, page_site, training_pages
from article_clean.training.trees import fold_of
from benchmarks.folds import COUNT, KEPT, PACKAGE, Folds
from benchmarks.held_pages import HELD, MAKERS, PAGES
from tests.cases import SHARED

KINDS = SHARED / "kinds" / "kinds.jsonl.gz"
OTHERS = Folds([KINDS], "html", MAKERS, lambda: training_pages([KINDS]), block_model)
TRAINERS = ("agreement", "blocks", "kind_words", "lexicon", "page_trees", "pages", "trees", "truth")
CODE = ("pages/*.py", "pages/metadata/*.py", "learned/*.py", *(f"training/{name}.py" for name in TRAINERS))


def clean(html: str) -> Article:
    """`clean` with the models that were trained without this page's part of the sites."""
    fold = _folds()[html]
    models = Models(_blocks(fold), lambda: _others(fold), _verdicts(fold).judged)
    return article_read_by(models, html)


@cache
def judged() -> list[JudgedPage]:
    """Every page as a model of blocks sees it that was made of other sites; kept in build/folds."""
    kept = KEPT / f"pages-{_key()}.json"
    if not kept.exists():
        found = [judged_page(row, _blocks(_fold(row)), _others(_fold(row))) for row in _rows()]
        kept.write_text(json.dumps(found), encoding="utf-8")
    rows = json.loads(kept.read_text(encoding="utf-8"))
    return [JudgedPage(site, kind, [Form(*form) for form in forms], *f1s) for site, kind, forms, *f1s in rows]


def _rows() -> list[dict[str, str]]:
    return [row for path in (*PAGES, KINDS) for row in json_rows(path) if row.get("body")]


def _fold(row: dict[str, str]) -> int:
    return fold_of(page_site(row), COUNT)


@cache
def _folds() -> dict[str, int]:
    return {row["html"]: _fold(row) for path in (*PAGES, KINDS) for row in json_rows(path)}


@cache
def _key() -> str:
    code = b"".join(path.read_bytes() for glob in CODE for path in sorted(PACKAGE.glob(glob)))
    return hashlib.sha256(corpus_hash([*PAGES, KINDS]).encode() + code).hexdigest()[:16]


@cache
def _blocks(fold: int) -> BlockModel:
    return BlockModel.load(HELD.of_part(fold))


@cache
def _others(fold: int) -> BlockModel:
    return BlockModel.load(OTHERS.of_part(fold))


@cache
def _verdicts(fold: int) -> PageModel:
    return PageModel(pages_of([page for page in judged() if fold_of(page.site, COUNT) != fold]))
