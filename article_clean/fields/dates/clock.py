"""Printed times of day and their zones."""

import re
from datetime import UTC, time, timedelta, timezone

from article_clean.core.patterns import pattern_of

_TIME = pattern_of(
    r"(?:(?P<early>오전|上午|午前|凌晨)|(?P<late>오후|下午|午後|晚上))?\s?"
    r"(?<![\d:.+-])(?:(?P<hour>\d{1,2})\s?[:.h时時시点點]\s?(?P<minute>\d{2})(?:[:分분](?P<second>\d{2})?(?:\.\d+)?)?(?![\d:])"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
    r"|(?P<lone>\d{1,2}) ?(?P<lone_half>[ap])\.? ?m\b\.?)",
    re.IGNORECASE,
)
_ZONE = pattern_of(
    r"\b(?:GMT|UTC)(?: ?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?(?!\w)|(?<=\d)Z\b"
    r"|(?<=\d) ?(?P<sign2>[+-])(?P<hours2>\d{2}):?(?P<minutes2>\d{2})\b"
    r"|(?<=[\d.m]) \(?(?P<name>[ECMP][SD]T|CES?T|EES?T|[JK]ST|AE[SD]T|NZ[SD]T|HKT|SGT|WIB|WITA|WIT|MSK|SAST|EAT|WAT)\b"
)
_HOURS = {  # CST, IST and BST name two zones each, and stay unread
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "EET": 2,
    "EEST": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "HKT": 8, "SGT": 8, "WIB": 7,
    "WITA": 8, "WIT": 9, "MSK": 3, "SAST": 2, "EAT": 3, "WAT": 1,
}  # fmt: skip


def printed_time(text: str, start: int, stop: int) -> tuple[int, time] | None:
    """The first time of day in `text[start:stop]` and where it ends; None where there is none."""
    match = _TIME.search(text, start, stop)
    if not match:
        return None
    groups = match.groupdict()
    hour = int(groups["hour"] or groups["lone"])
    letter = (
        groups["half"] or groups["lone_half"] or ("a" if groups["early"] else "p" if groups["late"] else "")
    ).lower()
    if letter and hour <= 12:  # noqa: PLR2004
        hour = hour % 12 + (12 if letter == "p" else 0)
    try:
        return match.end(), time(hour, int(groups["minute"] or 0), int(groups["second"] or 0))
    except ValueError:
        return None


def printed_zone(text: str, start: int, stop: int) -> timezone | None:
    """The zone printed behind a time that ends at `start`; None for "ET", which is two zones a year."""
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
