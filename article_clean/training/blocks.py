"""The block model, made: pages to features and labels to the trees and lexicons that the library reads."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from article_clean.learned.choice import chosen
from article_clean.learned.tokens import MOST_WORDS, said_in
from article_clean.pages.block_context import ALL, context_rows
from article_clean.pages.block_features import FEATURES, Lexicons, Rows
from article_clean.pages.block_model import BlockModel
from article_clean.pages.hints import SHOWN
from article_clean.pages.walk import marks_of
from article_clean.training.lexicon import SiteTerms
from article_clean.training.pages import TrainingPage
from article_clean.training.trees import Look, Table, as_table, trained

RECIPE: Mapping[str, Mapping[str, Any]] = {  # Any: LightGBM's parameters
    "first": {"num_iterations": 80, "num_leaves": 24, "learning_rate": 0.12},
    "second": {"num_iterations": 120, "num_leaves": 31, "learning_rate": 0.1},
}


def block_model(pages: Sequence[TrainingPage], without: Collection[str] = ()) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these pages.

    Args:
        pages: pages with the truth about their blocks.
        without: features to leave out, to tell what they pay.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    marks = SiteTerms((page.site, _marks(page)) for page in pages)
    words = SiteTerms((page.site, _words(page)) for page in pages)
    sites = {page.site: Lexicons(marks.scores(page.site), words.scores(page.site)) for page in pages}
    rows = [Rows(page.page, page.region, page.hints, sites[page.site]) for page in pages]
    tables = [list(of_page) for of_page in rows]

    def first(index: int, _: Sequence[float], __: Sequence[int]) -> Table:
        return as_table(tables[index])

    def second(index: int, shares: Sequence[float], parts: Sequence[int]) -> Table:
        return as_table(context_rows(rows[index], ((part, tables[index][part]) for part in parts), shares))

    looks = [Look(FEATURES, first, RECIPE["first"]), Look(ALL, second, RECIPE["second"])]
    trees = trained([page.sample for page in pages], looks, without).looks
    return {
        "format": BlockModel.FORMAT,
        "marks": marks.scores(),
        "words": words.scores(),
        "first": trees[0],
        "second": trees[1],
    }


def judged_blocks(pages: Sequence[TrainingPage], unseen: Sequence[TrainingPage]) -> Iterator[tuple[list[str], str]]:
    """Of each unseen page the blocks that a model of the others chooses, and the article's text.

    Without the lines that say the headline: it is a field of its own.
    """
    model = BlockModel(block_model(pages))
    for page in unseen:
        texts = page.sample.texts
        titles = {tuple(said_in(title)) for title in page.hints.headlines}
        kept_blocks = chosen(texts, model.shares(page.page, page.region, page.hints)).kept
        yield [texts[index] for index in kept_blocks if tuple(said_in(texts[index])) not in titles], page.body


def _marks(page: TrainingPage) -> Iterator[tuple[str, float]]:
    """The names of all boxes around each block."""
    boxes = page.page.boxes
    marks_around: dict[int, frozenset[str]] = {-1: frozenset()}
    for index, box in enumerate(boxes):  # a box comes behind the one around it
        marks_around[index] = marks_around[box.parent].union(marks_of(box.name))
    for index, label in enumerate(page.labels, page.region.first):
        for mark in marks_around[page.page.blocks[index].box]:
            yield mark, label


def _words(page: TrainingPage) -> Iterator[tuple[str, float]]:
    """The words of each short block, once."""
    for index, label in enumerate(page.labels, page.region.first):
        text = page.page.blocks[index].text
        if len(text) < SHOWN:
            for word in set(said_in(text)[:MOST_WORDS]):
                yield word, label
