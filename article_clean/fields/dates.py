"""Printed dates: finding one in a short text, and reading a line that is nothing but a date.

A date counts only with its year. The order of `4/5/2020` is settled by a day above 12 or by the language; a dot always
puts the day first (no press prints m.d.y); else the date stays unread.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from article_clean.fields.months import ENGLISH_DAYS, is_weekday, month_number
from article_clean.fields.words import words

LONGEST_DATE_LINE = 120  # "Published Jul 17, 2024, 11:21am | Updated Jul 17, 2024, 6:39pm · 5 min read" has 74
MONTHS = 12
CENTURY = 100
PIVOT = 70  # a year of two digits from here on is of the 1900s, as in POSIX

_WORD = r"[^\W\d_]{3,12}"
_FORMS = {
    "ymd": re.compile(r"(?<!\d)(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?!\d)[日일]?"),
    "numeric": re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)"),
    "mdy": re.compile(rf"({_WORD})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)"),
    "dmy": re.compile(
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[ -](?:de |of |tháng )?"
        rf"({_WORD}|\d{{1,2}})\.?,?[ -](?:de |del |năm )?"
        r"(\d{4})(?!\d)"
    ),
}
_TIME = re.compile(
    r"(?<![\d:.+-])(?:(\d{1,2}) ?[:.h] ?(\d{2})(?::(\d{2})(?:\.\d+)?)?(?![\d:])(?: ?([ap])\.? ?m\b\.?)?"
    r"|(\d{1,2}) ?([ap])\.? ?m\b\.?)",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC)(?: ?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?(?!\w)|(?<=\d)Z\b"
    r"|(?<=\d) ?(?P<sign2>[+-])(?P<hours2>\d{2}):?(?P<minutes2>\d{2})\b"
    r"|(?<=[\d.m]) \(?(?P<name>[ECMP][SD]T|CES?T|EES?T|[JK]ST|AE[SD]T|NZ[SD]T|HKT|SGT|WIB)\b"
)
_HOURS = {  # CST, IST and BST name two zones each, and stay unread
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "EET": 2,
    "EEST": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "HKT": 8, "SGT": 8, "WIB": 7,
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+")
_UPDATED = words("""
    updated update modified revised edited aktualisiert actualizado actualizada actualización mis mise aggiornato
    aggiornamento atualizado atualizada bijgewerkt aktualizacja uppdaterad oppdatert opdateret päivitetty güncelleme
    güncellendi обновлено оновлено diperbarui cập 更新 更新日 수정
""")
_OF_A_DATE_LINE = _UPDATED | words("""
    published publish posted created first last on at of the date time dated added originally issued released am pm
    a p m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest cat sast aest aedt jst kst wib z t h
    hrs hours min mins minute minutes read reading uhr um den vom veröffentlicht stand erstellt datum publicado
    publicada publicación fecha el de del a las hs horas publié publiée le à jour à heure heures pubblicato il alle
    ore data em às gepubliceerd op om uur opublikowano godz publicerad publisert kl klokken publiceret julkaistu klo
    yayınlanma yayın tarihi tarih son опубликовано в дата diterbitkan pukul ngày tháng năm nhật lúc giờ đăng thứ hai
    ba tư sáu bảy chủ st nd rd th er 年 月 日 년 월 일 송고 입력 기사입력 최종
    发布 发布时间 发表 时间 公開 公開日 掲載 配信 오전 오후 上午 下午
""")


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


def printed_dates(text: str, *, day_first: bool | None = None) -> list[PrintedDate]:
    """The dates in a short text, in order; their times are read with them.

    Args:
        text: one line.
        day_first: how the text's language orders `4/5/2020`; None where that is not known.
    """
    found: list[tuple[int, int, tuple[int, int, int] | None]] = []
    for form, pattern in _FORMS.items():
        for match in pattern.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                found += _read(form, match, day_first)
    found.sort()
    stops = [*(start for start, _, _ in found[1:]), len(text)][: len(found)]
    return [_timed(text, *one, stop) for one, stop in zip(found, stops, strict=True)]


def read_date_line(text: str, *, day_first: bool | None = None) -> DateLine | None:
    """What a line says that prints a date, or the time of an update, and nothing else; None for any other line."""
    if len(text) > LONGEST_DATE_LINE or not any(map(str.isdecimal, text)):
        return None
    words = {word.casefold() for word in _WORDS.findall(text)}
    strange = words - _OF_A_DATE_LINE - ENGLISH_DAYS
    if len(strange) > 4 or any(not (month_number(word) or is_weekday(word)) for word in strange):  # noqa: PLR2004
        return None
    dates = printed_dates(text, day_first=day_first)
    if not dates:
        named = _TIME.search(text) or any(map(month_number, words))
        return DateLine(None) if words & _UPDATED and named else None
    return DateLine(first_published(text, dates))


def first_published(text: str, dates: list[PrintedDate]) -> date | None:
    """The first of the dates printed in `text` that no word in front of it calls an update."""
    at = 0
    for one in dates:
        if not _UPDATED.intersection(word.casefold() for word in _WORDS.findall(text[at : one.start])):
            return one.value
        at = one.end
    return None


def _read(
    form: str, match: re.Match[str], day_first: bool | None
) -> Iterator[tuple[int, int, tuple[int, int, int] | None]]:
    groups = match.groups()
    if form == "ymd":
        year, month, day = map(int, groups)
    elif form == "mdy":
        year, month, day = int(groups[2]), month_number(groups[0]) or 0, int(groups[1])
    elif form == "dmy":
        named = int(groups[1]) if groups[1].isdecimal() else month_number(groups[1]) or 0
        year, month, day = int(groups[2]), named, int(groups[0])
    else:
        first, second, year = int(groups[0]), int(groups[2]), int(groups[3])
        year += 0 if year >= CENTURY else 1900 if year >= PIVOT else 2000
        day_first = True if groups[1] == "." or first > MONTHS else False if second > MONTHS else day_first
        if day_first is None and first != second:
            yield match.start(), match.end(), None
            return
        day, month = (first, second) if day_first else (second, first)
    if 1 <= month <= MONTHS and 1 <= day <= 31 and 1700 <= year <= 2200:  # noqa: PLR2004
        yield match.start(), match.end(), (year, month, day)


def _timed(text: str, start: int, end: int, ymd: tuple[int, int, int] | None, stop: int) -> PrintedDate:
    """The date with the clock time that follows it before the next date, or stands before the first."""
    try:
        day = date(*ymd) if ymd else None
    except ValueError:
        return PrintedDate(start, end, None)
    match = _TIME.search(text, end, stop) or _TIME.search(text, 0, start)
    clock = match and _clock(match)
    if day is None or match is None or clock is None:
        return PrintedDate(start, end, day)
    value = datetime.combine(day, clock, _zone(text, match.end(), stop))
    return PrintedDate(start, max(end, match.end()), value)


def _clock(match: re.Match[str]) -> time | None:
    hour, minute, second, half, lone, lone_half = match.groups()
    hours, letter = int(hour or lone), (half or lone_half or "").lower()
    if letter:
        hours = hours % 12 + (12 if letter == "p" else 0)
    try:
        return time(hours, int(minute or 0), int(second or 0))
    except ValueError:
        return None


def _zone(text: str, start: int, stop: int) -> timezone | None:
    """The zone printed behind a time; None for "ET", which is two zones a year."""
    match = _ZONE.search(text, max(0, start - 1), stop)
    if not match:
        return None
    if match["name"]:
        return timezone(timedelta(hours=_HOURS[match["name"]])) if match["name"] in _HOURS else None
    sign, hours, minutes = (match[name] or match[name + "2"] for name in ("sign", "hours", "minutes"))
    if not sign:
        return UTC
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(offset if sign == "+" else -offset) if offset < timedelta(days=1) else None
