"""Strings as pages write them into attributes and JSON, made plain."""

import html
import re
from functools import lru_cache

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_INVISIBLE = "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}"
_NOT_WORD = re.compile(r"[\W_]+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def plain(text: object) -> str:
    """One line of text: entities decoded (twice where they were escaped twice), tags and doubled spaces gone.

    Returns:
        "" for whatever is no string.
    """
    if not isinstance(text, str):
        return ""
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    if not text.isascii():
        for char in _INVISIBLE:
            text = text.replace(char, "")
    return " ".join(text.split())


@lru_cache(maxsize=256)  # a page's titles are compared with one another many times
def words_of(text: str) -> str:
    """What two strings that say the same have in common: their words, without case, marks and spaces.

    >>> words_of("Ferry — “now”")
    'ferry now'
    """
    text = text.casefold()
    return _NOT_WORD.sub(" ", text if text.isascii() else text.translate(_QUOTES)).strip()
