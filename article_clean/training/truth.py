"""Which parts of a document are the article, told from its text: the truth that the models are trained on."""

from collections import Counter
from collections.abc import Sequence

from article_clean.core.patterns import pattern_of

SHINGLE = 4  # words, as the public article benchmark counts
MOST = 0.5  # share of a part's shingles in the article that makes it belong
NEAR = 3  # parts around a repeated one that tell which copy is meant

_WORD = pattern_of(r"\w+")


def labels_of(texts: Sequence[str], body: str) -> list[float]:
    """The share of each part that stands in the article's body, 0 to 1.

    A text that the document prints more often than the article keeps the copies with most of the article around them; a
    part too short for shingles counts where the article has it beside the part before or after it.

    Args:
        texts: the blocks of a page or the lines of a text, in order.
        body: the text of the article.
    """
    part_words = [_WORD.findall(text.lower()) for text in texts]
    gold = _WORD.findall(body.lower())
    shingles = {tuple(gold[start : start + SHINGLE]) for start in range(len(gold) - SHINGLE + 1)}
    shares = [_share(words, shingles) for words in part_words]
    body_text = f" {' '.join(gold)} "
    _drop_copies(part_words, shares, body_text)
    _join_short(part_words, shares, body_text)
    return shares


def _share(words: list[str], shingles: set[tuple[str, ...]]) -> float:
    if len(words) < SHINGLE:
        return 0.0
    shingle_count = len(words) - SHINGLE + 1
    return sum(tuple(words[start : start + SHINGLE]) in shingles for start in range(shingle_count)) / shingle_count


def _drop_copies(part_words: Sequence[list[str]], shares: list[float], body_text: str) -> None:
    """Of parts with the same words keep as many as the article has."""
    texts = [" ".join(words) if share > MOST else "" for words, share in zip(part_words, shares, strict=True)]
    for text, times in Counter(filter(None, texts)).items():
        spare = times - max(1, body_text.count(f" {text} "))
        if times > 1 and spare > 0:
            copies = [index for index, part_text in enumerate(texts) if part_text == text]
            copies.sort(key=lambda index: sum(shares[max(0, index - NEAR) : index + NEAR + 1]))
            for index in copies[:spare]:
                shares[index] = 0.0


def _join_short(part_words: Sequence[list[str]], shares: list[float], body_text: str) -> None:
    """Parts of few words, from the top and then from the bottom."""
    for order, step in ((range(1, len(part_words)), -1), (range(len(part_words) - 2, -1, -1), 1)):
        for index in order:
            words, words_beside = part_words[index], part_words[index + step]
            if 0 < len(words) < SHINGLE and shares[index] <= MOST < shares[index + step]:
                run = [*words_beside[-SHINGLE:], *words] if step < 0 else [*words, *words_beside[:SHINGLE]]
                shares[index] = float(f" {' '.join(run)} " in body_text)
