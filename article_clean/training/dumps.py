"""The line model, made: dumps to features and labels to the trees and the lexicon that the library reads."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from article_clean.cleaners.readers.pages.line_context import ALL, context_rows
from article_clean.cleaners.readers.pages.line_features import FEATURES, GLANCE, Row, Rows, terms_in
from article_clean.cleaners.readers.pages.line_model import LOOKS, LineModel, is_in_doubt, is_open
from article_clean.cleaners.readers.pages.page_headline import HEADLINE_FEATURES, candidates
from article_clean.cleaners.readers.pages.page_or_article import KIND_FEATURES, kind_row
from article_clean.learned.choice import chosen
from article_clean.learned.tokens import said_in
from article_clean.learned.word_scores import Lexicon
from article_clean.training.terms import Terms
from article_clean.training.texts import TrainingText
from article_clean.training.trees import Look, Table, as_table, inner_part, small_forest, trained

RECIPE: Mapping[str, Mapping[str, Any]] = {  # Any: LightGBM's parameters
    "glance": {"num_iterations": 30, "num_leaves": 16, "learning_rate": 0.2},
    "first": {"num_iterations": 40, "num_leaves": 31, "learning_rate": 0.15},
    "second": {"num_iterations": 40, "num_leaves": 31, "learning_rate": 0.15},
    "kind": {"num_iterations": 80, "num_leaves": 10, "learning_rate": 0.1, "min_data_in_leaf": 30},
    "headline": {"num_iterations": 40, "num_leaves": 16, "learning_rate": 0.2, "min_data_in_leaf": 30},
}


def line_model(texts: Sequence[TrainingText], without: Collection[str] = ()) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these texts.

    Args:
        texts: dumps with the truth about their lines, and articles, which only tell what a dump is not.
        without: features to leave out, to tell what they pay.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    pages = [text for text in texts if text.is_page]
    samples = [page.sample for page in pages]
    terms = Terms(samples, [[terms_in(folded_line) for folded_line in page.lines.folded] for page in pages])
    parts = [Lexicon.of(weights) for weights in terms.weights_of_parts()]
    rows = [Rows(page.lines, parts[inner_part(page.site)]) for page in pages]
    trees = trained(samples, _looks(rows), without)
    return {
        "format": LineModel.FORMAT,
        "terms": terms.weights(),
        **dict(zip(LOOKS, trees.looks, strict=True)),
        "kind": small_forest(
            as_table(kind_row(text.lines) for text in texts), _kinds(texts), KIND_FEATURES, RECIPE["kind"]
        ),
        "headline": _headlines(pages, trees.unseen),
    }


def _looks(rows: Sequence[Rows]) -> list[Look]:
    """A glance at all lines, a first look at those that may be the article, a second one at those still in doubt."""
    glances = [list(of_page.glances()) for of_page in rows]

    def glance(index: int, _: Sequence[float], __: Sequence[int]) -> Table:
        return as_table(glances[index])

    def full(index: int, lines: Sequence[int]) -> dict[int, Row]:
        return dict(zip(lines, rows[index].full({line: glances[index][line] for line in lines}), strict=True))

    def first(index: int, _: Sequence[float], lines: Sequence[int]) -> Table:
        return as_table(full(index, lines).values())

    def second(index: int, shares: Sequence[float], lines: Sequence[int]) -> Table:
        return as_table(context_rows(rows[index], full(index, lines), shares))

    return [
        Look(GLANCE, glance, RECIPE["glance"], settling=False),
        Look(FEATURES, first, RECIPE["first"], asks=is_open),
        Look(ALL, second, RECIPE["second"], asks=is_in_doubt),
    ]


def judged_lines(texts: Sequence[TrainingText], unseen: Sequence[TrainingText]) -> Iterator[tuple[list[str], str]]:
    """Of each unseen dump the lines that a model of the others chooses, and the article's text."""
    model = LineModel(line_model(texts))
    for text in unseen:
        if text.is_page:
            kept_lines = chosen(text.lines.texts, model.shares(text.lines)).kept
            yield [text.lines.texts[index] for index in kept_lines], text.body


def _kinds(texts: Sequence[TrainingText]) -> list[float]:
    return [float(text.is_page) for text in texts]


def _headlines(pages: Sequence[TrainingText], shares: Sequence[Sequence[float]]) -> dict[str, Any]:  # Any: JSON
    """The trees that know the headline among the lines above the article."""
    rows: list[list[float]] = []
    labels: list[float] = []
    for page, of_page in zip(pages, shares, strict=True):
        title = said_in(page.title)
        if title:
            title_lines = candidates(page.lines, of_page, chosen(page.lines.texts, of_page).kept)
            rows += title_lines.rows
            labels += (float(said_in(page.lines.texts[index]) == title) for index in title_lines.lines)
    return small_forest(as_table(rows), labels, HEADLINE_FEATURES, RECIPE["headline"])
