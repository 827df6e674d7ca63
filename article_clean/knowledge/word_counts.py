"""How many words a text has, in scripts with and without spaces between them."""

import re

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_THAI = re.compile(r"[\u0e01-\u0edf\u1000-\u109f\u1780-\u17b3]")
LETTERS_OF_WORD = 2  # in Chinese and Japanese
THAI_LETTERS_OF_WORD = 4  # in Thai, Lao, Burmese and Khmer, marks of vowels and tones counted


def word_count(text: str) -> int:
    """How many words it has: two characters of Chinese or Japanese count as one, four of Thai, Lao, Burmese or Khmer.

    >>> word_count("The ferry sails at dawn"), word_count("渡轮今天停航"), word_count("เรือออกเดินทาง")
    (5, 3, 3)
    """
    words = len(text.split())
    if text.isascii():
        return words
    return max(words, len(_UNSPACED.findall(text)) // LETTERS_OF_WORD, len(_THAI.findall(text)) // THAI_LETTERS_OF_WORD)
