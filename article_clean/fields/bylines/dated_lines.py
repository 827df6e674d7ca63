"""Lines of Chinese, Japanese and Korean pages that print date, source and author beside each other."""

from collections.abc import Iterator
from datetime import datetime

from article_clean.core.composition import composed
from article_clean.core.parts import Byline
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.cjk_bylines import PAPER, asian_byline
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, only_date_words, printed_dates, read_date_line
from article_clean.fields.dates.days import WORD, has_digit
from article_clean.knowledge.label_names import colon_of, label_of
from article_clean.knowledge.months import is_weekday, month_number
from article_clean.knowledge.press_names import names_of
from article_clean.knowledge.sentence_ends import ends_sentence

_SIGNS = frozenset(":：|｜丨/／")  # one of them, or a date, stands beside a byline that is not all of its line
_MARK = pattern_of(r"[|｜丨·•/／\t]")
_REPORTER = pattern_of(r"(?:記者|记者|編輯|编辑|實習記者|特派記者)[一-鿿]{2,4}(?:[／/]?[一-鿿]{2,4}報導)?")
_APART = pattern_of(r"[|｜•·]|\s/\s|\s(?:in|unter|dans|em|en)\s(?=[^\W\d_a-z])")
MOST_POSTER_WORDS = 5  # "by admin Leave a Comment"
LONGEST_INITIALS = 3  # of an editor behind the time: "12.05.2024 18:36 / sk"
_WORD = pattern_of(r"[^\s:：]+(?:[:：]\s*\S+)?|[:：]+")  # a label is one word with its value
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
    """Whether a line is a date and what stands beside it: "2024-04-18 09:30 来源：河港日报", "18 May 2024 | News"."""
    if not has_digit(text):
        return False
    if _is_dated_section(text) or _is_posted(text):
        return True
    if text.isascii():
        return False
    pieces, has_date = _pieces(text)
    return (
        has_date and bool(pieces) and all(not byline and _is_source(text[start:end]) for start, end, byline in pieces)
    )


def _is_dated_section(text: str) -> bool:
    """Whether a line is dates and sections or an editor's initials: "News | 12 May 2024", "Meldung vom 12.05.2024"."""
    if not printed_dates(text):
        return False
    parts = [part for piece in _APART.split(text) if (part := piece.strip())]
    if all(read_date_line(part) or only_date_words(part) or _is_section(part) for part in parts):
        return len(parts) > 1
    section_words = [word for word in WORD.findall(text) if not only_date_words(word)]
    names = [word for word in section_words if not (month_number(word) or is_weekday(word))]
    return bool(names) and (_is_section(" ".join(names)) or all(map(_is_section, names)))


def _is_posted(text: str) -> bool:
    """Whether a line says who put the page up: "12 May 2024 by admin", "News (1/2) 12.05.2024 13:30 by Nora"."""
    for date in printed_dates(text):
        opener_start = len(text) - len(text[date.end :].lstrip(_MARKS))
        opener = read_opener(text, opener_start) if not ends_sentence(text) else None
        is_bare = only_date_words(text[: date.start]) and len(text[opener_start:].split()) <= MOST_POSTER_WORDS
        if opener and (isinstance(date.value, datetime) or is_bare):
            return True
    return False


def _is_section(part: str) -> bool:
    """Whether this is a section or an editor's initials; anything else beside a day may be an event's place."""
    initials = part.islower() and part.isalpha() and len(part) <= LONGEST_INITIALS
    return initials or composed(part.casefold()) in names_of("section")


def _pieces(text: str) -> tuple[list[Piece], bool]:
    """What stands beside the dates of a line, cut at marks and spaces, and whether it has a date."""
    if len(text) > LONGEST_DATE_LINE:
        return [], False
    dates = printed_dates(text)
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
    for word_start, word_end in words:
        byline = None if PAPER.fullmatch(text, word_start, word_end) else asian_byline(text[word_start : words[-1][1]])
        if byline:
            yield word_start, words[-1][1], byline
            return
        yield word_start, word_end, asian_byline(text[word_start:word_end])


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word without the marks around it, unless it is one of a date line."""
    word = text[start:end]
    bare_start, bare_end = start + len(word) - len(word.lstrip(_MARKS)), start + len(word.rstrip(_MARKS))
    if bare_start < bare_end and not only_date_words(text[bare_start:bare_end]):
        yield bare_start, bare_end


def _is_source(piece: str) -> bool:
    """Whether a piece names the paper, an editor or a count, by its label or by the paper's name."""
    if composed(piece) in names_of("portal"):
        return True
    label = label_of(piece, colon_of(piece))
    source_match = PAPER.fullmatch(piece) or _REPORTER.fullmatch(piece)
    return bool(label and label.name.kind in {"about", "tags"}) or source_match is not None
