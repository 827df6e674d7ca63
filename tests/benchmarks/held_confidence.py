"""Labelled texts and dumps as models see them that never saw their part of the sites, with the F1 of their bodies."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from article_clean.fields import title_model
from article_clean.pipeline.pipeline import Pipeline
from article_clean.training.labelled_texts import site_in
from article_clean.training.pages import corpus_hash, json_rows
from article_clean.training.text_trees import JudgedText, is_judged, judged_text, reading_with, site_of_text
from article_clean.training.trees import fold_of
from benchmarks import held_wild
from benchmarks.folds import COUNT, KEPT, PACKAGE
from benchmarks.held_texts import DUMPS, HELD
from benchmarks.held_wild import WILD

FILES = {"labelled texts": [WILD], "dumps": DUMPS}
CODE = ("**/*.py", "**/*.tsv", "**/*.json")


def judged() -> list[tuple[str, JudgedText]]:
    """Every text with the name of the files that it is from; kept in build/folds."""
    kept = KEPT / f"texts-{_key()}.json"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([*_judged()]), encoding="utf-8")
    return [(name, JudgedText(*text)) for name, text in json.loads(kept.read_text(encoding="utf-8"))]


def _judged() -> Iterator[tuple[str, JudgedText]]:
    for name, paths in FILES.items():
        for row in (row for path in paths for row in json_rows(path) if is_judged(row)):
            yield name, _judged_text(row)


def _judged_text(row: Mapping[str, Any]) -> JudgedText:
    site = site_of_text(row)
    wild_fold = _wild_folds().get(site, 0)  # a site that no labelled text is from was seen by none of these models
    title_model.shipped = lambda: held_wild.titles(wild_fold)
    return judged_text(row, _pipeline(fold_of(site, COUNT), wild_fold))


@cache
def _pipeline(part: int, wild_fold: int) -> Pipeline:
    return reading_with(HELD.of_part(part), held_wild.leftovers(wild_fold))


@cache
def _wild_folds() -> dict[str, int]:
    return {site_in(row): int(row["fold"]) for row in json_rows(WILD)}


def _key() -> str:
    code = b"".join(path.read_bytes() for glob in CODE for path in sorted(PACKAGE.glob(glob)))
    paths: list[Path] = [path for some in FILES.values() for path in some]
    return hashlib.sha256(corpus_hash(paths).encode() + code).hexdigest()[:16]
