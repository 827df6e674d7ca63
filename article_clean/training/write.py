"""A model as the file that ships: JSON that a person can read, a tree a line."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from article_clean.training.blocks import RECIPE as BLOCKS
from article_clean.training.blocks import block_model, judged_blocks
from article_clean.training.check import Judge, cross_validated
from article_clean.training.dumps import RECIPE as LINES
from article_clean.training.dumps import judged_lines, line_model
from article_clean.training.labelled_texts import labelled_texts
from article_clean.training.leftover_trees import RECIPE as LEFTOVERS
from article_clean.training.leftover_trees import judged_leftovers, leftover_model
from article_clean.training.page_trees import RECIPE as PAGES
from article_clean.training.page_trees import judged_pages, page_model
from article_clean.training.pages import corpus_hash, training_pages
from article_clean.training.text_trees import RECIPE as TEXTS
from article_clean.training.text_trees import judged_texts, text_model
from article_clean.training.texts import training_texts
from article_clean.training.title_trees import RECIPE as TITLES
from article_clean.training.title_trees import judged_titles, title_model, titled_texts
from article_clean.training.trees import COMMON

TERMS_A_LINE = 8


class _Recipe(NamedTuple):
    """How one kind of model is made: documents read, a model made of them, and what one chooses of unseen ones.

    A model that chooses nothing is not cross-validated here.
    """

    named: str
    read: Callable[[Sequence[str | Path], Sequence[str | Path]], Sequence[Any]]  # Any: pages or texts
    made: Callable[[Sequence[Any]], Mapping[str, Any]]
    judged: Judge[Any] | None
    trees: Mapping[str, Mapping[str, Any]]  # Any: LightGBM's parameters, by look


RECIPES: Mapping[str, _Recipe] = {
    "blocks": _Recipe("pages", lambda pages, _: training_pages(pages), block_model, judged_blocks, BLOCKS),
    "pages": _Recipe("pages", lambda pages, _: judged_pages(pages), page_model, None, PAGES),
    "lines": _Recipe("texts", training_texts, line_model, judged_lines, LINES),
    "texts": _Recipe("texts", judged_texts, text_model, None, TEXTS),
    "leftovers": _Recipe("texts", lambda texts, _: labelled_texts(texts), leftover_model, judged_leftovers, LEFTOVERS),
    "titles": _Recipe("texts", lambda texts, _: titled_texts(texts), title_model, judged_titles, TITLES),
}


def train(what: str, paths: Sequence[str | Path], count: int = 5, *, articles: Sequence[str | Path] = ()) -> str:
    """Train a model on these documents; the same documents and the same LightGBM give the same text.

    Args:
        what: "blocks" of pages, "pages" as a whole, "lines" of whole-page dumps, "leftovers" of articles, "titles" of
            their heads, or "texts" as a whole.
        paths: files of JSON lines, plain or gzip, each line with "html" or "text", "body" and "url"; for leftovers and
            titles with "text", "roles" and "url", see `labelled_texts`.
        count: parts of the sites for cross-validation, whose figures go into the file; 0 leaves them out.
        articles: for lines and texts, files of texts that are no whole pages; of blocks they are not asked for.

    Returns:
        The text of the model file.

    Raises:
        TrainingError: a file cannot be read, no document has a body, or LightGBM is not installed.
    """
    recipe = RECIPES[what]
    documents = recipe.read(*(sorted(files, key=lambda path: Path(path).name) for files in (paths, articles)))
    plan = recipe.made(documents)
    about: dict[str, Any] = {  # Any: JSON
        recipe.named: len(documents),
        "sites": len({document.site for document in documents}),
        "corpus_sha256": corpus_hash([*paths, *articles]),
        "lightgbm": version("lightgbm"),
        "recipe": {"common": COMMON, **recipe.trees},
    }
    if count and recipe.judged:
        about["cross_validation"] = {"folds": count, **cross_validated(documents, recipe.judged, count)._asdict()}
    return "".join(_lines({"format": plan["format"], "about": about, **plan}))


def _lines(plan: Mapping[str, Any]) -> Iterator[str]:  # Any: JSON
    yield "{\n"
    for index, (name, value) in enumerate(plan.items()):
        yield (",\n" if index else "") + f"{_json(name)}: {_value(name, value)}"
    yield "\n}\n"


def _value(name: str, value: Any) -> str:  # Any: JSON
    if name == "about" or not isinstance(value, Mapping):
        return json.dumps(value, indent=1) if name == "about" else _json(value)
    if isinstance(value.get("trees"), list):
        trees = ",\n".join(map(_json, value["trees"]))
        return f'{{"features": {_json(value["features"])}, "trees": [\n{trees}\n]}}'
    if all(isinstance(terms, Mapping) for terms in value.values()):
        return "{\n" + ",\n".join(f"{_json(kind)}: {_value(kind, terms)}" for kind, terms in value.items()) + "\n}"
    terms = [f"{_json(term)}: {_json(int(score) if score == int(score) else score)}" for term, score in value.items()]
    lines = (", ".join(terms[start : start + TERMS_A_LINE]) for start in range(0, len(terms), TERMS_A_LINE))
    return "{\n" + ",\n".join(lines) + "\n}"


def _json(value: Any) -> str:  # Any: JSON
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
