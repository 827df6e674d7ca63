"""What words and pairs of words say for a part of a document, or against it: the lexicon of a model."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple, Self

from article_clean.core.patterns import pattern_of

START, END = "^", "$"
WESTERN = "cp1252"  # with the quotation marks and dashes that most texts have
LATIN = "latin-1"  # read and written ten times as fast as any other set but ASCII

_TYPOGRAPHIC = "’‘“”–—…"  # all that most Western texts have beyond it
_DIGIT = pattern_of(r"\d")
_BETWEEN = pattern_of(r"[\W_]+")


def sign_table(*kinds: tuple[str, str], codec: str = WESTERN) -> bytes:
    """For `bytes.translate`: in the place of each sign of Western text what patterns, in order, make of it."""
    signs = bytes(range(256)).decode(codec, "replace")
    for pattern, sign in kinds:
        signs = re.sub(pattern, sign, signs)
    return signs.encode(codec)


_PLAIN = {codec: sign_table((r"\d", "0"), (r"[\W_]", " "), codec=codec) for codec in (LATIN, WESTERN)}


def plain(folded: str) -> str:
    """Text without punctuation, its digits all alike: what tells is that two stand there, or four.

    >>> plain("by ada quill, 12 may 2024")
    'by ada quill  00 may 0000'
    """
    if not folded.isascii():
        for sign in _TYPOGRAPHIC:
            folded = folded.replace(sign, " ")
    try:
        return _translated(folded, LATIN)
    except UnicodeEncodeError:
        with suppress(UnicodeEncodeError):
            return _translated(folded, WESTERN)
    return _BETWEEN.sub(" ", _DIGIT.sub("0", folded))


def _translated(folded: str, codec: str) -> str:
    """What the patterns of `plain` make of it, but for runs of spaces, in a twentieth of the time.

    Raises:
        UnicodeEncodeError: it has other signs.
    """
    return folded.encode(codec).translate(_PLAIN[codec]).decode(codec)


def pairs_in(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of these words that stand together, and the first and the last one with its edge.

    >>> list(pairs_in(["log", "in"]))
    [('^', 'log'), ('log', 'in'), ('in', '$')]
    """
    return pairwise((START, *words, END)) if words else iter(())


class Lexicon(NamedTuple):
    """What a word or a pair of words says for a line, or against it, in hundredths of a logit.

    Attributes:
        words: by word.
        pairs: by pair.
    """

    words: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]

    @classmethod
    def of(cls, terms: Mapping[str, float]) -> Self:
        """The lexicon of terms as a model file has them, a pair with a space in it."""
        scores = [(*term.partition(" "), float(score)) for term, score in terms.items()]
        words = {word: score for word, _, next_word, score in scores if not next_word}
        return cls(words, {(word, next_word): score for word, _, next_word, score in scores if next_word})
