"""A block model as the file that ships: JSON that a person can read, a tree a line."""

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from article_clean.training.blocks import COMMON, FIRST, SECOND, block_model
from article_clean.training.check import cross_validated
from article_clean.training.pages import corpus_hash, training_pages

TERMS_A_LINE = 8


def train_blocks(paths: Sequence[str | Path], count: int = 5) -> str:
    """Train a block model on these pages; the same pages and the same LightGBM give the same text.

    Args:
        paths: files of JSON lines, plain or gzip, each line with "html", "body" and "url".
        count: parts of the sites for cross-validation, whose figures go into the file; 0 leaves them out.

    Returns:
        The text of the model file.

    Raises:
        TrainingError: a file cannot be read, no page has a body, or LightGBM is not installed.
    """
    pages = training_pages(sorted(paths, key=lambda path: Path(path).name))
    plan = block_model(pages)
    about: dict[str, Any] = {  # Any: JSON
        "pages": len(pages),
        "sites": len({page.site for page in pages}),
        "corpus_sha256": corpus_hash(paths),
        "lightgbm": version("lightgbm"),
        "recipe": {"common": COMMON, "first": FIRST, "second": SECOND},
    }
    if count:
        about["cross_validation"] = {"folds": count, **cross_validated(pages, count)._asdict()}
    return "".join(_lines({"format": plan["format"], "about": about, **plan}))


def _lines(plan: Mapping[str, Any]) -> Iterator[str]:  # Any: JSON
    yield "{\n"
    for n, (name, value) in enumerate(plan.items()):
        yield (",\n" if n else "") + f"{_json(name)}: {_value(name, value)}"
    yield "\n}\n"


def _value(name: str, value: Any) -> str:  # Any: JSON
    if name in {"first", "second"}:
        trees = ",\n".join(map(_json, value["trees"]))
        return f'{{"features": {_json(value["features"])}, "trees": [\n{trees}\n]}}'
    if name in {"marks", "words"}:
        terms = [f"{_json(term)}: {int(score)}" for term, score in value.items()]
        lines = (", ".join(terms[n : n + TERMS_A_LINE]) for n in range(0, len(terms), TERMS_A_LINE))
        return "{\n" + ",\n".join(lines) + "\n}"
    return json.dumps(value, indent=1) if name == "about" else _json(value)


def _json(value: Any) -> str:  # Any: JSON
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
