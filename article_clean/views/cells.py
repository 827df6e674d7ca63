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
    line_start = line_end = 0
    cells_left = width
    for word_match in _WORD.finditer(text):
        inked_text = word_match[0].rstrip()
        if line_end > line_start and cells(inked_text) > cells_left:
            yield line_start, line_end
            line_start, cells_left = word_match.start(), width
        if cells(inked_text) > cells_left:
            for cut_index in _cuts(inked_text, width):
                yield line_start, word_match.start() + cut_index
                line_start = word_match.start() + cut_index
        line_end = word_match.end()
        cells_left -= cells(text[line_start:line_end]) if line_start > word_match.start() else cells(word_match[0])
    if line_end > line_start:
        yield line_start, line_end


def _cuts(word: str, width: int) -> Iterator[int]:
    """Where a word that is longer than a line breaks."""
    if word.isascii():
        yield from range(width, len(word), width)
        return
    used_cells = 0
    for char_index, char in enumerate(word):
        char_width = cells(char)
        if used_cells + char_width > width:
            yield char_index
            used_cells = 0
        used_cells += char_width
