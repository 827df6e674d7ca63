"""Lines of Chinese, Japanese and Korean pages that print date, source and author beside each other."""

import re
from collections.abc import Iterator

from article_clean.core.parts import Byline
from article_clean.fields.bylines.cjk_bylines import PAPER, asian_byline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, only_date_words, printed_dates
from article_clean.knowledge.label_names import colon_of, label_of

_SIGNS = frozenset(":：|｜丨/／")  # one of them, or a date, stands beside a byline that is not all of its line
_MARK = re.compile(r"[|｜丨·•/／\t]")
_WORD = re.compile(r"[^\s:：]+(?:[:：]\s*\S+)?|[:：]+")  # a label is one word with its value
_MARKS = " \t-–—()（）[]【】,，、:：\N{IDEOGRAPHIC SPACE}"
Piece = tuple[int, int, Byline | None]  # from where to where, and the byline that it is


def dated_byline(text: str) -> tuple[int, int, Byline] | None:
    """Where the byline stands beside a date or a source, and what it says: "홍길동 기자 | 입력 2024.04.18 09:30".

    None where none does, or where the line says anything else.
    """
    if not any(char.isdecimal() or char in _SIGNS for char in text):
        return None
    pieces, _ = _pieces(text)
    if not all(byline or _is_source(text[start:end]) for start, end, byline in pieces):
        return None
    return next(((start, end, byline) for start, end, byline in pieces if byline), None)


def is_dated_source(text: str) -> bool:
    """Whether a line is a date and the source beside it: "2024-04-18 09:30 来源：河港日报"."""
    if not any(map(str.isdecimal, text)):
        return False
    pieces, dated = _pieces(text)
    return dated and bool(pieces) and all(not byline and _is_source(text[start:end]) for start, end, byline in pieces)


def _pieces(text: str) -> tuple[list[Piece], bool]:
    """What stands beside the dates of a line, cut at marks and spaces, and whether it has a date."""
    if len(text) > LONGEST_DATE_LINE:
        return [], False
    dates = printed_dates(text) if any(map(str.isdecimal, text)) else []
    ends = [0, *(date.end for date in dates)]
    starts = [*(date.start for date in dates), len(text)]
    gaps = (span for gap in zip(ends, starts, strict=True) for span in _parts(text, *gap))
    return [piece for span in gaps for piece in _cut(text, *span)], bool(dates)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of `text[start:end]` between marks."""
    for match in _MARK.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[Piece]:
    """The words of a part that are none of a date line; from the first one on that a byline begins with, as one."""
    words = [span for match in _WORD.finditer(text, start, end) for span in _bare(text, *match.span())]
    for first, last in words:
        byline = None if PAPER.fullmatch(text, first, last) else asian_byline(text[first : words[-1][1]])
        if byline:
            yield first, words[-1][1], byline
            return
        yield first, last, asian_byline(text[first:last])


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word without the marks around it, unless it is one of a date line."""
    word = text[start:end]
    first, last = start + len(word) - len(word.lstrip(_MARKS)), start + len(word.rstrip(_MARKS))
    if first < last and not only_date_words(text[first:last]):
        yield first, last


def _is_source(piece: str) -> bool:
    """Whether a piece names the paper, an editor or a count, by its label or by the paper's name."""
    label = label_of(piece, colon_of(piece))
    return bool(label and label.name.kind in {"about", "tags"}) or PAPER.fullmatch(piece) is not None
