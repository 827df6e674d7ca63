"""The model of whole texts, made: cleaned texts to features and the F1 of their body."""

import json
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from article_clean.cleaners.readers.leftovers import Leftovers
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.pipeline import DEFAULT
from article_clean.pipeline.pipeline import Pipeline
from article_clean.pipeline.stages import run
from article_clean.pipeline.text_features import FEATURES, Cleaned, text_row
from article_clean.pipeline.text_model import CONFIDENCE, TextModel
from article_clean.training.agreement import word_f1
from article_clean.training.dumps import line_model
from article_clean.training.labelled_texts import BODY_ROLES, UNSURE, character_roles, labelled_texts, site_in
from article_clean.training.leftover_trees import leftover_model
from article_clean.training.pages import json_rows, page_site
from article_clean.training.texts import training_texts
from article_clean.training.trees import as_table, fold_of, small_forest

RECIPE: Mapping[str, Mapping[str, Any]] = {  # Any: LightGBM's parameters
    CONFIDENCE: {"num_iterations": 200, "num_leaves": 8, "learning_rate": 0.06, "min_data_in_leaf": 40,
                 "feature_fraction": 0.3, "extra_trees": True},
}  # fmt: skip
PARTS = 5  # of the sites, each cleaned with readers that were trained on the others


class JudgedText(NamedTuple):
    """A cleaned text as the trees see it.

    Attributes:
        site: the registered domain that it comes from.
        row: its features.
        f1: how much the words of its body agree with those of the right text.
    """

    site: str
    row: list[float]
    f1: float


def judged_texts(paths: Sequence[str | Path], articles: Sequence[str | Path] = ()) -> list[JudgedText]:
    """The texts in these files, each cleaned with readers that were trained without its part of the sites.

    What extractors leave is not judged: if they lost a part of the article, its body is no measure of the cleaning.

    Args:
        paths: files of labelled articles, as `labelled_texts` reads them, and of whole-page dumps with their body.
        articles: files of articles with leftovers, from which the readers learn what is no dump.

    Raises:
        TrainingError: a file cannot be read, a line lacks what is asked for, or LightGBM is not installed.
    """
    labelled_paths = [path for path in paths if _is_labelled(path)]
    dump_paths = [path for path in paths if path not in labelled_paths]
    labelled, dumps = labelled_texts(labelled_paths), training_texts(dump_paths, articles)
    rows = [row for path in paths for row in json_rows(path) if is_judged(row)]
    judged: list[JudgedText] = []
    for part in range(PARTS):
        lines = line_model([text for text in dumps if fold_of(text.site, PARTS) != part])
        leftovers = leftover_model([text for text in labelled if fold_of(text.site, PARTS) != part])
        with TemporaryDirectory() as folder:
            pipeline = _pipeline_of(Path(folder), lines, leftovers)
            judged += (judged_text(row, pipeline) for row in rows if fold_of(site_of_text(row), PARTS) == part)
    return judged


def _is_labelled(path: str | Path) -> bool:
    return any("roles" in row for row in islice(json_rows(path), 1))


def _pipeline_of(folder: Path, lines: Mapping[str, Any], leftovers: Mapping[str, Any]) -> Pipeline:  # Any: JSON
    """The cleaners with readers whose models say this."""
    paths = {name: folder / f"{name}.json" for name in ("lines", "leftovers")}
    for name, plan in (("lines", lines), ("leftovers", leftovers)):
        paths[name].write_text(json.dumps(plan), encoding="utf-8")
    return reading_with(paths["lines"], paths["leftovers"])


def reading_with(lines: Path, leftovers: Path) -> Pipeline:
    """The cleaners with the models in these files."""
    page_reader, article_reader = PageFurniture(model=str(lines)), Leftovers(model=str(leftovers))
    return DEFAULT.replace(page_reader.name, page_reader).replace(article_reader.name, article_reader)


def is_judged(row: Mapping[str, Any]) -> bool:  # Any: JSON
    """Whether it is known what is right in a text: it is labelled, or has its body."""
    return bool("roles" in row or row.get("body")) and not row.get("not_article")


def site_of_text(row: Mapping[str, Any]) -> str:  # Any: JSON
    """The site that a labelled text, or one with its body, comes from."""
    return site_in(row) if "roles" in row else page_site(row)


def judged_text(row: Mapping[str, Any], pipeline: Pipeline) -> JudgedText:  # Any: JSON
    """A text as its features and the F1 of the body that these cleaners make of it."""
    cleaned_texts: list[Cleaned] = []
    run(row["text"], pipeline.of_stage, judge=cleaned_texts.append)
    cleaned = cleaned_texts[0]
    return JudgedText(site_of_text(row), text_row(cleaned), word_f1(*_truth(row, cleaned.body)))


def _truth(row: Mapping[str, Any], body: str) -> tuple[str, str, str]:  # Any: JSON
    """The right text, the body, and what does not count."""
    if "roles" not in row:
        return row["body"], body, ""
    text, roles = row["text"], character_roles(row)

    def of_roles(wanted: Collection[str]) -> str:
        return "".join(char if role in wanted else " " for char, role in zip(text, roles, strict=True))

    return of_roles(BODY_ROLES), body, of_roles({UNSURE})


def text_model(texts: Sequence[JudgedText]) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these texts.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    f1s = [text.f1 for text in texts]
    trees = small_forest(as_table(text.row for text in texts), f1s, FEATURES, RECIPE[CONFIDENCE])
    return {"format": TextModel.FORMAT, CONFIDENCE: trees}
