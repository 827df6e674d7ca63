"""How good a model is on sites that it never saw, scored as the public article benchmark does."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import mean
from typing import NamedTuple, TypeVar

from article_clean.core.patterns import pattern_of
from article_clean.training.trees import folds
from article_clean.training.truth import SHINGLE

_Document = TypeVar("_Document")
Judge = Callable[[Sequence[_Document], Sequence[_Document]], Iterable[tuple[Sequence[str], str]]]

_WORD = pattern_of(r"\w+")


class Score(NamedTuple):
    """Figures over documents.

    Attributes:
        documents: how many.
        precision: the mean share of the chosen text's shingles of four words that the article has.
        recall: the mean share of the article's shingles that the chosen text has.
        f1: of these two.
        exact: the share of documents with just the article's words.
    """

    documents: int
    precision: float
    recall: float
    f1: float
    exact: float


def cross_validated(documents: Sequence[_Document], judged: Judge[_Document], count: int) -> Score:
    """Train once for each part of the sites on all others, and score that part: no cleaner comes after the model.

    Args:
        documents: what to train on.
        judged: trains on the first documents and gives, for each of the second ones, the parts that are chosen and the
            article's text.
        count: how many parts.
    """
    parts = folds(documents, count)
    rows: list[tuple[float, float, bool]] = []
    for index, part in enumerate(parts):
        training_documents = [document for other_part in parts[:index] + parts[index + 1 :] for document in other_part]
        rows += (_scored(kept_texts, body) for kept_texts, body in judged(training_documents, part))
    precision, recall, exact_share = (mean(column) for column in zip(*rows, strict=True))
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return Score(len(rows), *(round(figure, 4) for figure in (precision, recall, f1, exact_share)))


def _scored(kept_texts: Sequence[str], body: str) -> tuple[float, float, bool]:
    """Precision, recall and exactness; where nothing is to be chosen, nothing is right."""
    words, gold = _words(" ".join(kept_texts)), _words(body)
    if not words and not gold:
        return 1.0, 1.0, True
    own_shingles, gold_shingles = _shingles(words), _shingles(gold)
    shared_count = (own_shingles & gold_shingles).total()
    return shared_count / (own_shingles.total() or 1), shared_count / (gold_shingles.total() or 1), words == gold


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1)) if words)
