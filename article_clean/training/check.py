"""How good a block model is on sites that it never saw, scored as the public article benchmark does."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import mean
from typing import NamedTuple

from article_clean.markup.model import BlockModel
from article_clean.markup.select import chosen
from article_clean.training.blocks import block_model, folds
from article_clean.training.labels import SHINGLE
from article_clean.training.pages import TrainingPage

_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Figures over pages.

    Attributes:
        pages: how many.
        precision: the mean share of the chosen text's shingles of four words that the article has.
        recall: the mean share of the article's shingles that the chosen text has.
        f1: of these two.
        exact: the share of pages with just the article's words.
    """

    pages: int
    precision: float
    recall: float
    f1: float
    exact: float


def cross_validated(pages: Sequence[TrainingPage], count: int) -> Score:
    """Train once for each part of the sites on all others, and score that part: blocks alone, no cleaner after them."""
    parts = folds(pages, count)
    rows: list[tuple[float, float, bool]] = []
    for n, part in enumerate(parts):
        model = BlockModel(block_model([page for other in parts[:n] + parts[n + 1 :] for page in other]))
        rows += (_scored(page, model) for page in part)
    precision, recall, exact = (mean(column) for column in zip(*rows, strict=True))
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return Score(len(rows), *(round(figure, 4) for figure in (precision, recall, f1, exact)))


def _scored(page: TrainingPage, model: BlockModel) -> tuple[float, float, bool]:
    """Precision, recall and exactness, without the lines that say the headline: it is a field of its own."""
    blocks = page.page.blocks[page.region.first : page.region.end]
    shares = model.shares(page.page, page.region, page.hints)
    titles = {tuple(_words(title)) for title in page.hints.headlines}
    said = [_words(blocks[n].text) for n in chosen(blocks, shares)]
    words = [word for one in said if tuple(one) not in titles for word in one]
    gold = _words(page.body)
    ours, theirs = _shingles(words), _shingles(gold)
    both = (ours & theirs).total()
    return both / (ours.total() or 1), both / (theirs.total() or 1), words == gold


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)) if words)
