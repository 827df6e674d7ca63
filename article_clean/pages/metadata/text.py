"""Strings as pages write them into attributes and JSON, made plain."""

import html

from article_clean.core.caches import text_cache
from article_clean.core.patterns import pattern_of

LONGEST_VALUE = 1_000  # characters of a title, a name, a date; the longest title of 1,160 real pages has 402
LONGEST_RAW = 1_000_000  # characters of what is made plain to be one: most of it may be tags and white space

MOST_CUTS = 12  # separators of a title; what has more is a list. Of the titles of 1,160 real pages none has more than 4
SEPARATOR = pattern_of(r"(?>(?:(?<!\s)\s++)?)[|｜]\s*+|(?<!\s)\s++(?:[-–—·•»«~/]|::?|>)\s++")

_TAG = pattern_of(r"</?[a-zA-Z][^<>]*>")
_INVISIBLE = "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}"
_NOT_WORD = pattern_of(r"[\W_]+")
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
            text = unescaped(text)
    if "<" in text:
        text = _TAG.sub("", text)
    if not text.isascii():
        for char in _INVISIBLE:
            text = text.replace(char, "")
    return " ".join(text.split())


def field_text(text: object, longest: int = LONGEST_VALUE) -> str:
    """A title, name or date as one line of text; "" for what is longer, and for whatever is no string."""
    if not isinstance(text, str) or len(text) > LONGEST_RAW:
        return ""
    text = plain(text)
    return text if len(text) <= longest else ""


def unescaped(text: str) -> str:
    """The text with its entities decoded; as it is where one has thousands of digits, more than Python reads."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


@text_cache(entries=256)  # a page's titles are compared with one another many times
def words_of(text: str) -> str:
    """What two strings that say the same have in common: their words, without case, marks and spaces.

    >>> words_of("Ferry — “now”")
    'ferry now'
    """
    text = text.casefold()
    return _NOT_WORD.sub(" ", text if text.isascii() else text.translate(_QUOTES)).strip()


def title_parts(title: str) -> list[str]:
    """The parts of a title between its dashes, bars and the like; none of one that has no such marks, or too many.

    >>> title_parts("Ferry returns | Islands - The Harbour")
    ['Ferry returns', 'Islands', 'The Harbour']
    """
    parts = SEPARATOR.split(title)
    return parts if 1 < len(parts) <= MOST_CUTS + 1 else []
