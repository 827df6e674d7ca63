"""Strings as pages write them into attributes and JSON, made plain."""

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_INVISIBLE = dict.fromkeys(map(ord, "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}"))
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
    return " ".join(text.translate(_INVISIBLE).split())


def words_of(text: str) -> str:
    """What two strings that say the same have in common: their words, without case, marks and spaces.

    >>> words_of("Ferry — “now”")
    'ferry now'
    """
    return _NOT_WORD.sub(" ", text.translate(_QUOTES).casefold()).strip()
