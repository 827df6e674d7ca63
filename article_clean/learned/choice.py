"""From likelihoods to the parts that are the article: the choice with the best expected F1."""

from collections.abc import Sequence
from typing import NamedTuple

LONG = 60  # characters; a longer text that stands in the document again is the same text


class Choice(NamedTuple):
    """What is kept, and what that is worth.

    Attributes:
        kept: the parts that are the article, by index, in order.
        worth: the F1 to expect of them.
        untouched: the F1 to expect of everything.
    """

    kept: list[int]
    worth: float
    untouched: float


def chosen(texts: Sequence[str], shares: Sequence[float]) -> Choice:
    """The texts that are the article; exact repeats of long ones are left out.

    Args:
        texts: the blocks or lines that were scored.
        shares: how likely each is a part of the article.
    """
    sizes = [text.count(" ") + 1 for text in texts]
    total = sum(size * share for size, share in zip(sizes, shares, strict=True))
    right = taken = best = expected = 0.0
    picked: list[int] = []
    cut = 0
    for n in sorted(range(len(texts)), key=lambda n: -shares[n]):
        right += sizes[n] * shares[n]
        taken += sizes[n]
        picked.append(n)
        expected = 2 * right / (taken + total)
        if expected >= best:
            best, cut = expected, len(picked)
    return Choice(_once(texts, sorted(picked[:cut])), best, expected)


def _once(texts: Sequence[str], picked: Sequence[int]) -> list[int]:
    seen: set[str] = set()
    kept: list[int] = []
    for n in picked:
        text = texts[n]
        if len(text) > LONG and text in seen:
            continue
        seen.add(text)
        kept.append(n)
    return kept
