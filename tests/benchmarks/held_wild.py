"""Clean labelled texts with models of titles and of leftovers that never saw their part of the sites.

`PYTHONPATH=tests python ../shared/tools/score.py wild --fn benchmarks.held_wild:clean`, from the project's root; the
first call trains models for each part of the sites in ../shared/gold/wild.jsonl.gz and keeps them in build/folds.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

import article_clean
from article_clean import DEFAULT, Leftovers
from article_clean.article import Article
from article_clean.fields import title_model
from article_clean.training.labelled_texts import labelled_texts, read_labelled
from article_clean.training.leftover_trees import leftover_model
from article_clean.training.pages import corpus_hash, json_rows
from article_clean.training.title_trees import read_titled
from article_clean.training.title_trees import title_model as titles_of
from benchmarks.folds import KEPT, PACKAGE
from tests.cases import FIXTURES, SHARED

OWN = FIXTURES / "labelled.jsonl"  # stories of our own whose sentences begin as leftovers do
WILD = SHARED / "gold" / "wild.jsonl.gz"
RULES = ("**/*.py", "**/*.tsv")  # the models are made of what the other cleaners leave


def clean(text: str) -> Article:
    """`clean` with the models that were trained without this text's part of the sites."""
    fold = _folds()[text]
    title_model.shipped = lambda: titles(fold)
    reader = Leftovers(model=str(leftovers(fold)))
    return article_clean.clean(text, pipeline=DEFAULT.replace("leftovers", reader))


@cache
def titles(fold: int) -> title_model.TitleModel:
    """The model of titles that was made without this part of the sites."""
    return title_model.TitleModel.load(_models("titles")[fold])


def leftovers(fold: int) -> Path:
    """The file of the model of leftovers that was made without this part of the sites."""
    return _models("leftovers")[fold]


@cache
def _folds() -> dict[str, int]:
    return {row["text"]: int(row["fold"]) for row in json_rows(WILD)}


@cache
def _models(what: str) -> dict[int, Path]:
    """For each part of the sites the file of a model that was made of the others."""
    code = b"".join(path.read_bytes() for glob in RULES for path in sorted(PACKAGE.glob(glob)))
    digest = hashlib.sha256(corpus_hash([WILD, OWN]).encode() + code).hexdigest()[:16]
    files = {fold: KEPT / f"{what}-{digest}-{fold}.json" for fold in sorted({*_folds().values()})}
    if not all(path.exists() for path in files.values()):
        KEPT.mkdir(parents=True, exist_ok=True)
        read, made, own_texts = (
            (read_titled, titles_of, []) if what == "titles" else (read_labelled, leftover_model, labelled_texts([OWN]))
        )
        rows = [row for row in json_rows(WILD) if not row.get("not_article")]
        texts = [(int(row["fold"]), text) for row in rows for text in read(row)]
        for fold, path in files.items():
            others = [text for part, text in texts if part != fold]
            path.write_text(json.dumps(made([*others, *own_texts])), encoding="utf-8")
    return files
