"""How wide a text is in a terminal, and where it breaks there: East Asian characters take two cells, accents none."""

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from article_clean.core.patterns import pattern_of

_WORD = pattern_of(r"\S+\s*|\s+")
_UNPRINTED = pattern_of(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Text that a terminal prints and does not obey; as long as it was, with a space for a tab or a carriage return."""
    return _UNPRINTED.sub(lambda match: " " if match[0] in "\t\r\n" else "\N{REPLACEMENT CHARACTER}", text)


def cells(text: str) -> int:
    """The width of a printable text in cells."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WF" else 0 if combining(char) else 1 for char in text)


def lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The spans of `text`, half-open, that are its lines: broken at spaces, inside a word only where it fits no line.

    Args:
        text: printable text without a line break.
        width: cells of a line, at least two.
    """
    start = end = 0
    room = width
    for word in _WORD.finditer(text):
        inked_text = word[0].rstrip()
        if end > start and cells(inked_text) > room:
            yield start, end
            start, room = word.start(), width
        if cells(inked_text) > room:
            for cut in _cuts(inked_text, width):
                yield start, word.start() + cut
                start = word.start() + cut
        end = word.end()
        room -= cells(text[start:end]) if start > word.start() else cells(word[0])
    if end > start:
        yield start, end


def _cuts(word: str, width: int) -> Iterator[int]:
    """Where a word that is longer than a line breaks."""
    if word.isascii():
        yield from range(width, len(word), width)
        return
    used_cells = 0
    for index, char in enumerate(word):
        char_width = cells(char)
        if used_cells + char_width > width:
            yield index
            used_cells = 0
        used_cells += char_width
