"""How much a text says, in scripts with and without spaces between their words."""

import re
from collections.abc import Callable

from article_clean.core.document import Document
from article_clean.core.patterns import pattern_of

LETTERS_OF_WORD = 2  # in Chinese and Japanese
THAI_LETTERS_OF_WORD = 4  # in Thai, Lao, Burmese and Khmer, marks of vowels and tones counted
LETTERS_SAID = 3  # of an alphabet, by one character of Chinese: half a word of five letters and its space

_CHINESE_AND_JAPANESE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SOUTHEAST_ASIAN = r"\u0e01-\u0edf\u1000-\u109f\u1780-\u17b3"
_UNSPACED = pattern_of(f"[{_CHINESE_AND_JAPANESE}]++")
_THAI = pattern_of(f"[{_SOUTHEAST_ASIAN}]++")
_EITHER = pattern_of(f"[{_CHINESE_AND_JAPANESE}{_SOUTHEAST_ASIAN}]")


def is_spaced(text: str) -> bool:
    """Whether a text is in a script with spaces between words: most are."""
    return text.isascii() or not _EITHER.search(text)


def word_count(text: str) -> int:
    """How many words it has: two characters of Chinese or Japanese count as one, four of Thai, Lao, Burmese or Khmer.

    >>> word_count("The ferry sails at dawn"), word_count("渡轮今天停航"), word_count("เรือออกเดินทาง")
    (5, 3, 3)
    """
    spaced_words = len(text.split())
    if not text or is_spaced(text):
        return spaced_words
    unspaced, thai_letters = _letter_count(_UNSPACED, text), _letter_count(_THAI, text)
    return max(spaced_words, unspaced // LETTERS_OF_WORD, thai_letters // THAI_LETTERS_OF_WORD)


def weight(text: str) -> int:
    """How long a text is, in letters of an alphabet: a character of Chinese or Japanese weighs three.

    >>> weight("渡轮停航"), weight("The ferry")
    (12, 9)
    """
    if text.isascii() or is_spaced(text):
        return len(text)
    return len(text) + (LETTERS_SAID - 1) * _letter_count(_UNSPACED, text)


def size_in(doc: Document) -> Callable[[str], int]:
    """What measures the texts of a document: `weight`, or `len`, which says the same where all words have spaces."""
    return len if is_spaced("".join(doc.foreign)) else weight


def _letter_count(runs: re.Pattern[str], text: str) -> int:
    return sum(map(len, runs.findall(text)))


def is_as_long(text: str, letters: int) -> bool:
    """Whether a text says as much as so many letters of an alphabet: `weight` where its length does not tell."""
    return len(text) >= letters or (LETTERS_SAID * len(text) >= letters and weight(text) >= letters)
