"""Printed dates: days with their times and zones, and lines that are nothing but a date.

A date counts only with its year; a day whose order is not settled stays unread.
"""

from datetime import date, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.fields.dates.clock import printed_time, printed_zone
from article_clean.fields.dates.days import WORD, PrintedDay, has_digit, printed_days
from article_clean.knowledge.months import ENGLISH_DAYS, is_weekday, month_number
from article_clean.knowledge.places import is_town

LONGEST_DATE_LINE = 120  # "Published Jul 17, 2024, 11:21am | Updated Jul 17, 2024, 6:39pm · 5 min read" has 74
LONGEST_OPENING = 60  # characters: "Segunda-feira, 12 de março de 2018. " has 36
MOST_STRANGE = 4  # words of a date line that are none of ours: weekday, month, in one language or two

_BEHIND_DATE = pattern_of(r"\s?[.।]\s+|\s*[–—]\s*|\s-{1,2}\s|\s?[|•·]\s+")
_SEAM = pattern_of(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-zß-ÿ])")  # "ESTUpdated" lost its space
_QUOTES = frozenset("\"'“„«‘‚»¿¡")
_FILE = Path(__file__).with_name("date_lines.tsv")


class PrintedDate(NamedTuple):
    """A date with its year, where it is printed.

    Attributes:
        start: its first code point, in the text that was searched.
        end: the first code point after it and its time.
        value: the date, with its time and zone where they are printed; None where its order is not settled.
    """

    start: int
    end: int
    value: date | None


class DateLine(NamedTuple):
    """What a line of dates says: the date of publication, None where it prints only an update or a time."""

    published: date | None


def printed_dates(text: str, *, day_first: bool | None = None, language: str | None = None) -> list[PrintedDate]:
    """The dates in a short text, in order; their times are read with them.

    Args:
        text: one line.
        day_first: how the text orders `4/5/2020`; None where that is not known.
        language: the BCP 47 code of the text, for the names of its months.
    """
    days = printed_days(text, day_first=day_first, language=language)
    if not days:
        return []
    clock_leads = printed_time(text, 0, days[0].start) is not None  # "09:12 GMT, 18 April 2024", and so on in the line
    begins = [0, *(day.end for day in days)]
    stops = [*(day.start for day in days[1:]), len(text)]
    return [
        _timed(text, day, (begin if clock_leads else day.end, stop))
        for day, begin, stop in zip(days, begins, stops, strict=False)
    ]


def read_date_line(text: str, *, day_first: bool | None = None, language: str | None = None) -> DateLine | None:
    """What a line says that prints a date, or the time of an update, and nothing else; None for any other line."""
    if len(text) > LONGEST_DATE_LINE or not has_digit(text):
        return None
    date_words = _words()
    line_words = _said(text)
    if not _are_dates(line_words - date_words.all, language):
        line_words = {word for word in _said(_SEAM.sub(" ", text)) if word in line_words or not is_town(word)}
        if not _are_dates(line_words - date_words.all, language):
            return None
    dates = printed_dates(text, day_first=day_first, language=language)
    if not dates:
        has_time = printed_time(text, 0, len(text)) or any(map(month_number, line_words))
        is_relative = line_words & date_words.updated or (
            line_words & date_words.today and line_words & (date_words.published | date_words.other)
        )
        return DateLine(None) if is_relative and has_time else None
    return DateLine(first_published(text, dates))


def only_date_words(text: str) -> bool:
    """Whether all words are such as date lines say besides the date: "Published on", "입력"; true of none at all."""
    return _said(text) <= _words().all


def is_moment(text: str) -> bool:
    """Whether a text is nothing but a day or a time, with its year or without: "18 НОЯ, 07:30", "4 May"."""
    return has_digit(text) and _are_dates(_said(text) - _words().all, None)


def says_published(text: str) -> bool:
    """Whether a word of a line says that its date is the day of publication: "First published on", "Erstellt am"."""
    return not _words().published.isdisjoint(_said(text))


def says_updated(text: str) -> bool:
    """Whether a word of a line says that its date is that of an update: "Updated on", "zuletzt geändert"."""
    return not _words().updated.isdisjoint(_said(text) | _said(_SEAM.sub(" ", text)))


def opening_date(text: str, *, language: str | None = None) -> PrintedDate | None:
    """The date that a paragraph opens with, apart from its first sentence: "12.05.2024 – The council …".

    None where a word beside a weekday or "Published" stands in front of it, or no sentence behind it.

    Args:
        text: the paragraph.
        language: the BCP 47 code of the text, for the names of its months.

    Returns:
        the date, which ends where the sentence begins.
    """
    opening = text[:LONGEST_OPENING]
    dates = printed_dates(opening, language=language)
    mark = _BEHIND_DATE.match(text, dates[0].end) if dates and dates[0].value else None
    if not mark or not (text[mark.end() : mark.end() + 1].isalpha() or text[mark.end() : mark.end() + 1] in _QUOTES):
        return None
    in_front = WORD.findall(text[: dates[0].start])
    if text[mark.end()].islower() or not all(only_date_words(word) or is_weekday(word) for word in in_front):
        return None
    return dates[0]._replace(end=mark.end())


def first_published(text: str, dates: list[PrintedDate]) -> date | None:
    """The first of the dates printed in `text` that no word in front of it calls an update."""
    offset = 0
    for printed_date in dates:
        if not says_updated(text[offset : printed_date.start]):
            return printed_date.value
        offset = printed_date.end
    return None


def first_updated(text: str, dates: list[PrintedDate]) -> date | None:
    """The first of the dates printed in `text` that the words in front of it call an update, and nothing else."""
    offset = 0
    for printed_date in dates:
        label = text[offset : printed_date.start]
        if printed_date.value and says_updated(label) and not says_published(label):
            return printed_date.value
        offset = printed_date.end
    return None


def _said(text: str) -> set[str]:
    """The words of a line, in small letters; 15日星期一 prints no space."""
    return {word.casefold().removeprefix("日") for word in WORD.findall(text)} - {""}


def _are_dates(words: set[str], language: str | None) -> bool:
    """Whether these words name months and days of the week, in one language or two."""
    return len(words) <= MOST_STRANGE and all(month_number(word, language) or is_weekday(word) for word in words)


def _timed(text: str, printed_day: PrintedDay, zone: tuple[int, int]) -> PrintedDate:
    """The day with its time, the first one that stands in this zone of the text."""
    try:
        day = date(*printed_day.ymd) if printed_day.ymd else None
    except ValueError:
        return PrintedDate(printed_day.start, printed_day.end, None)
    begin, stop = zone
    end_and_time = printed_time(text, begin, printed_day.start) or printed_time(text, printed_day.end, stop)
    if day is None or end_and_time is None:
        return PrintedDate(printed_day.start, printed_day.end, day)
    end, clock = end_and_time
    return PrintedDate(
        printed_day.start, max(printed_day.end, end), datetime.combine(day, clock, printed_zone(text, end, stop))
    )


class _Words(NamedTuple):
    """What date lines say besides dates: words that call it an update or the first print, today's, others; and all."""

    updated: frozenset[str]
    published: frozenset[str]
    other: frozenset[str]
    today: frozenset[str]
    all: frozenset[str]


@cache
def _words() -> _Words:
    """The words of `date_lines.tsv`, of all languages."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines()[1:])
    columns = zip(*(map(str.split, row[1:]) for row in rows), strict=True)
    kinds = [frozenset(chain(*column)) for column in columns]
    return _Words(*[*kinds, frozenset(chain(*kinds)) | ENGLISH_DAYS])
