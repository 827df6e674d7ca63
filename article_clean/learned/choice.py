"""From likelihoods to the parts that are the article: the choice with the best expected F-score."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from article_clean.core.favor import Favor
from article_clean.knowledge.word_counts import is_as_long, is_spaced, word_count

BETAS: Mapping[Favor, float] = {"precision": 0.5, "balance": 1.0, "recall": 2.0}
"""How many times as much as precision recall counts; half and double are the usual F0.5 and F2."""
LONG = 60  # letters; a longer text that stands in the document again is the same text


class Choice(NamedTuple):
    """What is kept, and what that is worth.

    Attributes:
        kept: the parts that are the article, by index, in order.
        worth: the F-score to expect of them.
        untouched: the F-score to expect of everything.
    """

    kept: list[int]
    worth: float
    untouched: float


def chosen(texts: Sequence[str], shares: Sequence[float], favor: Favor = "balance") -> Choice:
    """The texts that are the article; exact repeats of long ones are left out.

    Args:
        texts: the blocks or lines that were scored.
        shares: how likely each is a part of the article.
        favor: what counts more; "balance" makes F1 of it. What "precision" keeps, "balance" keeps, and so on.
    """
    beta = BETAS[favor] ** 2
    spaced = is_spaced("".join(texts))
    sizes = [text.count(" ") + 1 if spaced else word_count(text) for text in texts]
    total = sum(size * share for size, share in zip(sizes, shares, strict=True))
    right_size = picked_size = best_score = expected_score = 0.0
    picked_indexes: list[int] = []
    best_count = 0
    for index in sorted(range(len(texts)), key=lambda index: -shares[index]):
        right_size += sizes[index] * shares[index]
        picked_size += sizes[index]
        picked_indexes.append(index)
        expected_score = (1 + beta) * right_size / (picked_size + beta * total)
        if expected_score >= best_score:
            best_score, best_count = expected_score, len(picked_indexes)
    return Choice(_once(texts, sorted(picked_indexes[:best_count])), best_score, expected_score)


def _once(texts: Sequence[str], picked_indexes: Sequence[int]) -> list[int]:
    texts_so_far: set[str] = set()
    first_indexes: list[int] = []
    for index in picked_indexes:
        text = texts[index]
        if is_as_long(text, LONG + 1) and text in texts_so_far:
            continue
        texts_so_far.add(text)
        first_indexes.append(index)
    return first_indexes
