"""The text of a byline cut at its separators: commas, "and", "for", "in", dashes, brackets."""

import re
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.wordings import one_of

_AND = one_of("joiner")
_SEPARATOR = pattern_of(
    rf"(?P<mark>(?:(?<!\s)\s+)?[,;|/•·●⋅&、،؛+()\[\]]\s*)(?:(?P<also>(?i:{_AND})|[eyioauий])\s+|(?P<there>in)\s+(?=[A-ZÀ-Þ]))?"
    r"|(?<!\s)\s+[-–]+\s+|(?:(?<!\s)\s+)?—\s*"
    rf"|(?<![-–\s])\s+(?P<and>(?i:{_AND})|[eyioaxий])\s+"
    r"|(?<!\s)\s+(?P<of>(?i:(?:special|exclusive|exclusively)\s+(?:to|for)|for))\s+(?=[^\Wa-zß-ÿ\d_])"
    r"|(?<!\s)\s+(?P<place>in|aus|desde|à)\s+(?=[A-ZÀ-Þ])"
    r"|\.\s+(?=Reviewed|Edited)"
)
_AROUND = " \t*.:~-–—\"'“”\N{NO-BREAK SPACE}"


class Piece(NamedTuple):
    """What stands between two separators: its first code point in the line, its text, and what stands before it."""

    start: int
    text: str
    joint: str

    @property
    def end(self) -> int:
        """The first code point after it."""
        return self.start + len(self.text)


def pieces(text: str, zone: int, stop: int) -> list[Piece]:
    """What stands between separators in text[zone:stop], without brackets and outer spaces."""
    cut_pieces: list[Piece] = []
    offset, joint = zone, ""
    for match in [*_SEPARATOR.finditer(text, zone, stop), None]:
        gap_start = match.start() if match else stop
        between = text[offset:gap_start].lstrip(_AROUND)
        start = gap_start - len(between)
        piece = between.rstrip(_AROUND)
        end = start + len(piece)
        if piece:
            end += text[end:gap_start].startswith(".") and _is_short(piece)
            cut_pieces.append(Piece(start, text[start:end], joint))
        if match:
            offset, joint = match.end(), _joint(match)
    return cut_pieces


def _joint(match: re.Match[str]) -> str:
    """What a separator is: "and", "for", "in", or the mark."""
    if match["also"] or match["and"]:
        return "and"
    if match["of"]:
        return "for"
    return match["place"] or match["there"] or match[0].strip() or "-"


def _is_short(text: str) -> bool:
    """Whether a full stop behind this belongs to its last word, as in "Ph.D." or "Jr."."""
    word = text.rsplit(" ", 1)[-1]
    return "." in word or len(word) <= 2  # noqa: PLR2004
