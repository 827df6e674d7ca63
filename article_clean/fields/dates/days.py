"""Printed days in a short text: where one stands, and its year, month and day.

With a month's name the three stand next to each other in any order, with nothing between but marks and the small words
of the language ("15 de enero de 2024", "2024. gada 15. janvāris"). In figures the order of `4/5/2020` is settled by a
day above 12 or by the language; a dot always puts the day first (no press prints m.d.y); else the day stays unread.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.months import folded_word, month_number
from article_clean.knowledge.word_lists import words

MONTHS = 12
FARTHEST = 6  # words and numbers beside a year that may belong to its date
LONGEST_MONTH = 31
CENTURY = 100
PIVOT = 70  # a year of two digits from here on is of the 1900s, as in POSIX
YEARS = range(1700, 2201)
THAI_YEARS = range(2400, 2744)
BUDDHIST = 543  # years from the Buddha's death to our year 1, in Thai dates
_MARKS = r"\s\d!-&(-/:-@\[-^{-~·•–—،၊။（）【】：，、｜／。"  # what ends a word, an apostrophe not among it
WORD = pattern_of(rf"[ก-ฮກ-ຮ]{{1,2}}\.[ก-ฮກ-ຮ]{{1,2}}|[^\W\d_][^{_MARKS}]*")  # Thai ม.ค. is one word

_TOKEN = pattern_of(rf"(?:19|20)\d\d(?=\d(?!\d)|\d\d:)|\d+|{WORD.pattern}")  # "20202 comments" lost its space
_FIGURES = {
    "ymd": re.compile(
        r"(?<!\d)(\d{4})(?: ?[-/.年년] ?|\sоны )(\d{1,2})(?: ?[-/.月월] ?|-р сарын )(\d{1,2})(?!\d)[日일]?"
    ),
    "numeric": re.compile(
        r"(?<![\d.])(\d{1,2})([./-])(?:(\d{1,2})\2(\d{4}|\d{2})|\s(\d{1,2})\2\s?(\d{4}))"
        r"(?:(?!\d)|(?=\d{1,2}[./-]\d{1,2}[./-]\d{4}))"  # a second date may be glued to the first
    ),
    "vietnamese": re.compile(r"(?<!\d)(\d{1,2}) (?:tháng|thg) (\d{1,2}),? (?:năm )?(\d{4})(?!\d)"),
}
_BETWEEN = frozenset(" \t.,-/()،၊\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{RIGHT-TO-LEFT MARK}")
_DIGIT = pattern_of(r"\d")
_FOUR_DIGITS = pattern_of(r"\d{4}")
_SMALL = words("""
    st nd rd th er º ª de del of da do di den d ta m g gada р г ж թ e ko a ê an am le el ke ng คศ พศ ທີ ຄສ
    year năm ngày د و به گ სთ წ оны жылғы жылдың yil تشرين كانون الأول الثاني
""")
_THAI = range(0x0E00, 0x0E80)


class PrintedDay(NamedTuple):
    """A day with its year, where it is printed.

    Attributes:
        start: its first code point.
        end: the first code point after it.
        ymd: year, month and day; None where their order is not settled.
    """

    start: int
    end: int
    ymd: tuple[int, int, int] | None


def printed_days(text: str, *, day_first: bool | None = None, language: str | None = None) -> list[PrintedDay]:
    """The days in a short text, in order.

    Args:
        text: one line.
        day_first: how the text orders `4/5/2020`; None where that is not known.
        language: the BCP 47 code of the text, for the names of its months.
    """
    if not has_digit(text):
        return []
    days: list[PrintedDay] = []
    candidates = [*_in_figures(text, day_first), *_with_names(text, language)]
    for candidate in candidates:
        if all(candidate.end <= day.start or candidate.start >= day.end for day in days):
            days.append(candidate)
    return sorted(days)


def has_digit(text: str) -> bool:
    """Whether a text has a digit of any script, without which it prints no date."""
    return _DIGIT.search(text) is not None


def order_shown(text: str) -> bool | None:
    """Whether days come first in the dates of a text that show it (`25/12/2020`); None where none does, or both do."""
    orders = {
        int(match[1]) > MONTHS
        for match in _FIGURES["numeric"].finditer(text)
        if match[2] != "." and (int(match[1]) > MONTHS) != (int(match[3] or match[5]) > MONTHS)
    }
    return orders.pop() if len(orders) == 1 else None


def _in_figures(text: str, day_first: bool | None) -> Iterator[PrintedDay]:
    for form, pattern in _FIGURES.items():
        for match in pattern.finditer(text):
            first_number, second_number, third_number = (
                int(group) for group in match.groups() if group and group.isdecimal()
            )
            ymd: tuple[int, int, int] | None
            if form == "ymd":
                ymd = first_number, second_number, third_number
            elif form == "vietnamese":
                ymd = third_number, second_number, first_number
            elif match[2] == "." and third_number < CENTURY and second_number > MONTHS:  # "2.28.27" is a version
                continue
            else:
                ymd = _ordered(first_number, second_number, third_number, True if match[2] == "." else day_first)
            if ymd is None or _is_day(*ymd):
                yield PrintedDay(match.start(), match.end(), ymd)


def _ordered(first_number: int, second_number: int, year: int, day_first: bool | None) -> tuple[int, int, int] | None:
    year += 0 if year >= CENTURY else 1900 if year >= PIVOT else 2000
    if first_number > MONTHS or first_number == second_number:
        day_first = True
    elif second_number > MONTHS:
        day_first = False
    if day_first is None:
        return None
    return (year, second_number, first_number) if day_first else (year, first_number, second_number)


def _with_names(text: str, language: str | None) -> Iterator[PrintedDay]:
    """Each year of four digits with the month's name and the day beside it, those on its left before those right."""
    tokens = [*_TOKEN.finditer(text)] if _FOUR_DIGITS.search(text) else []
    for index, token in enumerate(tokens):
        if len(token[0]) != 4 or not token[0].isdecimal():  # noqa: PLR2004
            continue
        sides = (tokens[max(0, index - FARTHEST) : index][::-1], tokens[index + 1 : index + 1 + FARTHEST])
        days = (_beside(text, token, side, language) for side in sides if any(map(_may_be_day, side)))
        yield from filter(None, [next(filter(None, days), None)])


def _beside(
    text: str, year: re.Match[str], neighbours: Sequence[re.Match[str]], language: str | None
) -> PrintedDay | None:
    """The day made of a year and of what stands on one side of it, given from the nearest on."""
    month = day = 0
    nearest_token = year
    for token in neighbours:
        first_token, second_token = sorted((nearest_token, token), key=re.Match.start)
        if not _BETWEEN.issuperset(text[first_token.end() : second_token.start()]):
            return None
        nearest_token = token
        if token[0].isdecimal():
            if day or not _may_be_day(token):
                return None
            day = int(token[0])
        elif (named := month_number(token[0].rpartition("’")[2].rpartition("'")[2], language)) and month in {0, named}:
            month = named  # one month may have two names: "24 نيسان / أبريل 2020"
        elif folded_word(token[0]) not in _SMALL:
            return None
        if month and day:
            ymd = _gregorian(int(year[0]), text), month, day
            start, end = min(year.start(), token.start()), max(year.end(), token.end())
            return PrintedDay(start, end, ymd) if _is_day(*ymd) else None
    return None


def _may_be_day(token: re.Match[str]) -> bool:
    return token[0].isdecimal() and len(token[0]) <= 2  # noqa: PLR2004


def _gregorian(year: int, text: str) -> int:
    """The year of our count: Thai papers count from the Buddha's death."""
    is_thai = year in THAI_YEARS and any(ord(char) in _THAI for char in text)
    return year - BUDDHIST if is_thai else year


def _is_day(year: int, month: int, day: int) -> bool:
    return year in YEARS and 1 <= month <= MONTHS and 1 <= day <= LONGEST_MONTH
