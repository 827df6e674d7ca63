"""Where the names of a byline end: at a date, at a number, at what a page prints behind an author."""

import re
from collections.abc import Iterable

from article_clean.core.patterns import pattern_of
from article_clean.fields.dates.dates import PrintedDate, only_date_words
from article_clean.knowledge.months import is_weekday
from article_clean.knowledge.wordings import one_of

FEWEST_NAME_WORDS = 2  # before a weekday that leads to a date
LONGEST_HELPERS = 60  # characters of the names of those who contributed
_MONTH = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_GLUED = pattern_of(
    r"(?<=[a-zß-ÿ])(?=Published|Updated|Follow|archive page|long Read|In [A-Z]|@(?![\w-]+\.[a-z]))"
    rf"|(?<=[^\W\d_])(?=(?:{_MONTH}|{_MONTH.upper()})[A-Za-z]{{0,6}}\.? \d)"
)
_STOP = pattern_of(
    rf"\b(?:{one_of('published_mark')}(?:\b|(?-i:(?=[A-Z])))|{one_of('byline_stop')}\b|{one_of('before_date')}(?=\s|$))"
    rf"|\b(?:{one_of('month')}|{_MONTH})\.? (?=\d)|(?<!\b[A-Za-z])[+#]?\d",
    re.IGNORECASE,
)
_HELPED = pattern_of(  # "By Nora Feldt; Piet Osmund contributed reporting"
    rf"[.;|,(–—]\s+(?=[A-Z][^.;|,]{{0,{LONGEST_HELPERS}}} {one_of('contributed_to')}\b)"
)
_AGO = pattern_of(
    rf"\s*\d{{1,3}}(?:[-–]\d{{1,3}})?\s?{one_of('time_unit')}\b\.?"
    rf"(?=\s*(?:$|[|•·●,;-]|{one_of('behind_time')}\b))",
    re.IGNORECASE,
)
_GLUED_DATE = pattern_of(rf"(?<=[^\W\d_])(?:(?i:{_MONTH})[A-Za-z]{{0,6}}\.? \d|Published|Updated|archive page)")
_WORD = pattern_of(r"\S+")
_TIME = pattern_of(r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\b)?")
_UPDATED = pattern_of(r"(?:Published|Updated|Posted)\b\W{0,3}(?=\d)", re.IGNORECASE)
_OTHER = pattern_of(r"[\d$€£%]|[^\W\d_]\W+[^\W\d_]+\W+[^\W\d_]")  # a number or a third word
_CLOCK = pattern_of(r"\d[^|/\n]?.?.?[^\W\d_]{0,12},? ?\d{1,2}[:.]\d\d\b")


def names_end(text: str, zone: int, dates: Iterable[PrintedDate]) -> int:
    """Where the names that begin at `zone` end at the latest."""
    ends = [_before_date_words(text, zone, printed_date.start) for printed_date in dates if printed_date.start >= zone]
    ends += [
        match.start()
        for match in (_STOP.search(text, zone), _GLUED.search(text, zone), _HELPED.search(text, zone))
        if match
    ]
    return min(ends, default=len(text))


def _before_date_words(text: str, zone: int, date: int) -> int:
    """Where the words begin that lead to a date: "am" in "Nora Feldt am 12. Mai 2024", a weekday behind a full name."""
    stop = date
    words = [*_WORD.finditer(text, zone, date)]
    for index, word in reversed([*enumerate(words)]):
        leads = index >= FEWEST_NAME_WORDS and is_weekday(word[0].rstrip(".,"))  # "Li Sun" is a name
        if not leads and not (word[0].islower() and only_date_words(word[0])):
            break
        stop = word.start()
    return stop


def is_before_date(text: str, stop: int, dates: Iterable[PrintedDate]) -> bool:
    """Whether the names that end at `stop` have a date behind them, with no more than "Published" or a time between."""
    if _GLUED_DATE.match(text, stop):
        return True
    return any(
        printed_date.start >= stop and not _OTHER.search(_TIME.sub("", text[stop : printed_date.start]))
        for printed_date in dates
    )


def is_dated(text: str, zone: int, stop: int) -> bool:
    """Whether a time stands behind the names, without its year: "5 hours ago", "3 min read", "8 January, 17:46"."""
    glued_date = _GLUED.search(text, zone)
    update_mark = _UPDATED.match(text, stop)
    return bool(
        _AGO.match(text, update_mark.end() if update_mark else stop)
        or _CLOCK.match(text, stop)
        or (glued_date and glued_date.start() == stop)
    )
