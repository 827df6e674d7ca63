"""Which parts of a document are the article, told from its text: the truth that the models are trained on."""

import re
from collections import Counter
from collections.abc import Sequence

SHINGLE = 4  # words, as the public article benchmark counts
MOST = 0.5  # share of a part's shingles in the article that makes it belong
NEAR = 3  # parts around a repeated one that tell which copy is meant

_WORD = re.compile(r"\w+")


def labels_of(texts: Sequence[str], body: str) -> list[float]:
    """The share of each part that stands in the article's body, 0 to 1.

    A text that the document prints more often than the article keeps the copies with most of the article around them; a
    part too short for shingles counts where the article has it beside the part before or after it.

    Args:
        texts: the blocks of a page or the lines of a text, in order.
        body: the text of the article.
    """
    said = [_WORD.findall(text.lower()) for text in texts]
    gold = _WORD.findall(body.lower())
    shingles = {tuple(gold[n : n + SHINGLE]) for n in range(len(gold) - SHINGLE + 1)}
    shares = [_share(words, shingles) for words in said]
    joined = f" {' '.join(gold)} "
    _drop_copies(said, shares, joined)
    _join_short(said, shares, joined)
    return shares


def _share(words: list[str], shingles: set[tuple[str, ...]]) -> float:
    if len(words) < SHINGLE:
        return 0.0
    total = len(words) - SHINGLE + 1
    return sum(tuple(words[n : n + SHINGLE]) in shingles for n in range(total)) / total


def _drop_copies(said: Sequence[list[str]], shares: list[float], joined: str) -> None:
    """Of parts with the same words keep as many as the article has."""
    texts = [" ".join(words) if share > MOST else "" for words, share in zip(said, shares, strict=True)]
    for text, times in Counter(filter(None, texts)).items():
        spare = times - max(1, joined.count(f" {text} "))
        if times > 1 and spare > 0:
            copies = [n for n, other in enumerate(texts) if other == text]
            copies.sort(key=lambda n: sum(shares[max(0, n - NEAR) : n + NEAR + 1]))
            for n in copies[:spare]:
                shares[n] = 0.0


def _join_short(said: Sequence[list[str]], shares: list[float], joined: str) -> None:
    """Parts of few words, from the top and then from the bottom."""
    for order, step in ((range(1, len(said)), -1), (range(len(said) - 2, -1, -1), 1)):
        for n in order:
            words, beside = said[n], said[n + step]
            if 0 < len(words) < SHINGLE and shares[n] <= MOST < shares[n + step]:
                run = [*beside[-SHINGLE:], *words] if step < 0 else [*words, *beside[:SHINGLE]]
                shares[n] = float(f" {' '.join(run)} " in joined)
