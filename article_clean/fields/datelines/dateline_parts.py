"""What a dateline is made of: places, a region, a date, agencies, as they stand between two end marks.

A piece of text is cut at its commas and brackets; each part must be one of the four, and what is left over makes it no
part of a dateline. Nothing here backtracks.
"""

import re
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.agencies import is_agency, is_desk, is_printed_agency
from article_clean.knowledge.months import is_weekday, month_number
from article_clean.knowledge.places import LABELS, LOWER_IN_NAMES, is_listed, is_region, is_town
from article_clean.knowledge.press_names import is_printed_source, names_desk

MOST_WORDS = 5  # NISQUALLY NATIONAL WILDLIFE REFUGE has four
MOST_SOURCE_WORDS = 4
MOST_GROUPS = 3  # "New Delhi [India], July 26 (ANI)" has two
LONGEST_INITIALS = 5
LONGEST_SHORT = 10  # of a desk in small letters: "Berlin (jur). ", "Warendorf (fn-press). "; "dpa/tmn" is an agency's
LONGEST_ABBREVIATION = 5  # "Sept."; the full stop behind a longer month ends the date
_FIRST_GEORGIAN, _LAST_GEORGIAN = "ა", "ჿ"
_LAST_LATIN = "\u024f"  # behind it, the month before a full stop is in full: "3 мая. /ТАСС/"

_GROUP = pattern_of(
    r"\((?P<round>[^()]{1,40})\)|\[(?P<square>[^\[\]]{1,30})\]|(?:^|(?<=[\s.\d])|(?<=[^\W_]))/\s?(?P<slashed>[^/\s\d(][^/()]{0,40})/"
)
_DATE = pattern_of(
    r"(?<!\w)(?:(?!den\s|le\s)(?P<month>[^\W\d_][^\s\d_,:;()/\[\]?!|.—–-]{1,11})(?:\.\s?|\s)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:\sd\.|\.(?=,))?(?:,?\s\d{4}(?!\d))?"
    r"|(?:le\s|den\s)?\d{1,2}(?:er|º|°|st|nd|rd|th)?\.?\s?(?:de\s)?(?P<named>[^\W\d_][^\s\d_,:;()/\[\]?!|.—–-]{1,11}\.?)"
    r"(?:,?\s(?:de\s|del\s)?\d{4}(?!\d)\.?)?"
    r"|\d{4}\.\s(?P<hungarian>[^\W\d_]{3,12})\.?\s\d{1,2}\."
    r"|\d{1,2}\.\d{1,2}\.\d{0,4}|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?!\d)|\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4})"
)
_CUT = pattern_of(r"[,،፣۔]|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
_VIA = pattern_of(r"\svia\s")
_SPECIAL = pattern_of(r"Special to (?:the )?(?=[A-Z])")
_AND = pattern_of(r"\s(?:and|und|et|e|y|&)\s", re.IGNORECASE)
_LONE_DAY = pattern_of(r"\d{1,2}$")
_WORD = pattern_of(r"[^\W\d_][^\s\d_,:;()/\[\]?!\"“”«»|=<>@#]*$")
_STATION = pattern_of(r"[A-Z]{1,4}\d{1,2}$|\d[A-Z]{2,5}$")  # KY3, 9NEWS


class Parts(NamedTuple):
    """What a piece of a dateline says."""

    places: tuple[str, ...] = ()
    region: str | None = None
    date_text: str | None = None
    agencies: tuple[str, ...] = ()

    def joined(self, next_parts: "Parts") -> "Parts | None":
        """Both, where `next_parts` adds no second place, region or date."""
        if any(own_part and next_part for own_part, next_part in zip(self[:3], next_parts[:3], strict=True)):
            return None
        return Parts(
            self.places or next_parts.places,
            self.region or next_parts.region,
            self.date_text or next_parts.date_text,
            self.agencies + next_parts.agencies,
        )


class _Dated(NamedTuple):
    """A date in a text, and where it stands."""

    text: str
    start: int
    end: int


def read_parts(text: str) -> Parts | None:
    """The parts between two end marks; None where something in it is no part of a dateline."""
    groups = list(_GROUP.finditer(text))
    if len(groups) > MOST_GROUPS:
        return None
    unbracketed = _without(text, groups)
    date = find_date(unbracketed)
    if date:
        unbracketed = f"{unbracketed[: date.start]},{unbracketed[date.end :]}"
    pieces = [piece for part in _CUT.split(unbracketed) for half in _VIA.split(part) if (piece := _trimmed(half))]
    date_text = date and date.text
    if date:
        pieces = [piece for piece in pieces if not is_weekday(piece)]
    elif groups and pieces and _LONE_DAY.match(pieces[-1]):
        date_text = pieces.pop()
    parts = _of_pieces(pieces)
    parts = parts and parts._replace(date_text=date_text)
    for group in groups:
        early = not date or group.start() < date.start
        parts = parts and _with_group(parts, group, early=early)
    return parts if parts and any(parts) else None


def is_small(text: str) -> bool:
    """Whether this is in small letters, of a script whose names begin with capitals; Georgian prints none."""
    return text.islower() and not _FIRST_GEORGIAN <= text[0] <= _LAST_GEORGIAN


def is_name(name: str) -> bool:
    """Whether this has the shape of a place's name: up to five words, the first of them no word in lower case."""
    words = name.split()
    return 0 < len(words) <= MOST_WORDS and not is_small(words[0][0]) and all(map(_is_name_word, words))


def find_date(text: str) -> _Dated | None:
    """The first date of a text: "July 1", "le 3 mai 2021", "3.05.2020", "2020. május 3., vasárnap"."""
    match = _DATE.search(text)
    while match:
        if _is_date(match):
            return _dated(text, match)
        match = _DATE.search(text, match.start("day") if match["month"] else match.end())
    return None


def _without(text: str, groups: list[re.Match[str]]) -> str:
    """The text with a comma and spaces in place of each group, at the same offsets."""
    for group in groups:
        text = text[: group.start()] + ",".ljust(len(group[0])) + text[group.end() :]
    return text


def _trimmed(part: str) -> str:
    piece = part.strip(" \t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}").lstrip(".").strip().removesuffix(" في")
    keeps_stop = is_region(piece) or "." in piece.rpartition(" ")[2][:-1]  # Ind., a.M.
    return piece if keeps_stop else piece.removesuffix(".").rstrip(" /")


def _is_name_word(word: str) -> bool:
    return bool(_WORD.match(word)) and (not is_small(word[0]) or word in LOWER_IN_NAMES or "." in word)


def _is_date(match: re.Match[str]) -> bool:
    name = match["month"] or match["named"] or match["hungarian"]
    return name is None or month_number(name) is not None


def _dated(text: str, match: re.Match[str]) -> _Dated:
    """The date, with the weekday that Hungarian papers print behind it and without the full stop behind a month."""
    end = match.end()
    name = match["named"] or ""
    if name.endswith(".") and match[0].endswith(".") and (len(name) > LONGEST_ABBREVIATION or name[0] > _LAST_LATIN):
        end -= 1
    weekday = text[end:].removeprefix(",").partition(",")[0].strip()
    if weekday and " " not in weekday and is_weekday(weekday):
        end = text.index(weekday, end) + len(weekday)
    return _Dated(text[match.start() : end], match.start(), end)


def _of_pieces(pieces: list[str]) -> Parts | None:
    """What stands outside of brackets, cut at commas: places, a region, agencies, each at most once but the last."""
    parts = Parts()
    for piece in pieces:
        place, agency = _apart(piece)
        if agency:
            parts = parts._replace(agencies=(*parts.agencies, agency))
        if not place:
            continue
        names = _towns(place)
        if parts.region and _is_initials(place):
            parts = parts._replace(agencies=(*parts.agencies, place))
            continue
        if parts.region or not (is_town(place) or all(map(is_name, names))):
            return None
        if parts.places:
            parts = parts._replace(region=names[0], places=parts.places + names[1:])
        else:
            parts = parts._replace(places=names)
    return parts


def _towns(place: str) -> tuple[str, ...]:
    """The towns of a piece: "Hannover/Berlin", and two that a word joins: "BRASÍLIA e RIO"."""
    if is_town(place):
        return (place,)
    joined_towns = tuple(_AND.split(place, maxsplit=1))
    if len(joined_towns) > 1 and all(map(is_listed, joined_towns)):
        return joined_towns
    return tuple(name.strip() for name in place.split("/"))


def _with_code(piece: str) -> tuple[str, str]:
    """A town and the agency or the paper's code behind a slash: "Halle/MZ - ", "Halle/dpa. "."""
    place, _, code = piece.partition("/")
    is_short = code.isupper() and code.isalpha() and len(code) < LONGEST_INITIALS
    return (
        (place, code) if code and is_town(place) and (is_agency(code) or is_short) and not is_town(code) else ("", "")
    )


def _is_initials(name: str) -> bool:
    """Whether this may be an agency's initials behind a region: "BRIDGETOWN, Barbados, CMC –"."""
    return name.isupper() and name.isalpha() and len(name) <= LONGEST_INITIALS


def _apart(piece: str) -> tuple[str, str]:
    """A place and an agency, of a piece that may be either or both: "Jakarta", "KOMPAS.com", "BERLIN taz"."""
    place, code = _with_code(piece)
    if code:
        return place, code
    special_agency = _SPECIAL.match(piece)
    if special_agency:
        return "", piece[special_agency.end() :]
    if (is_printed_agency(piece) or is_printed_source(piece)) and not is_town(piece):
        return "", piece
    first_word, _, place_behind = piece.partition(" ")
    if place_behind and is_printed_agency(first_word) and is_listed(place_behind):
        return place_behind, first_word
    place_before, _, last_word = piece.rpartition(" ")
    if place_before and is_printed_agency(last_word) and is_listed(place_before):
        return place_before, last_word
    return piece, ""


def _with_group(parts: Parts, group: re.Match[str], *, early: bool) -> Parts | None:
    """The parts with what a pair of brackets or slashes holds: a date, a region, or agencies."""
    inner_text = (group["round"] or group["square"] or group["slashed"]).strip()
    date = find_date(inner_text)
    if date and not parts.date_text:
        parts = parts._replace(date_text=date.text)
        inner_text = (inner_text[: date.start] + inner_text[date.end :]).strip(" -–,.") + (
            "." * ("." in inner_text[: date.start])
        )
        if not inner_text.strip("."):
            return parts
    if group["square"] and not any(parts) and is_town(inner_text):
        return parts._replace(places=(inner_text,))
    if (group["square"] and not (parts.region or names_desk(inner_text))) or (early and _is_bare(parts)):
        region = _with_region(parts, inner_text, square=bool(group["square"]))
        if region or group["square"]:
            return region
    return _with_agencies(parts, inner_text)


def _is_bare(parts: Parts) -> bool:
    return bool(parts.places) and not parts.region and not parts.agencies


def _with_region(parts: Parts, inner_text: str, *, square: bool) -> Parts | None:
    """The parts with a region in brackets: a known one, or before the date any name that is no agency."""
    if is_agency(inner_text):
        return None
    is_known_region = is_region(inner_text) and (len(inner_text) > 2 or all(map(is_listed, parts.places)))  # noqa: PLR2004  # (DE)
    is_dated = bool(parts.date_text) and is_name(inner_text) and not inner_text.isupper() and not is_desk(inner_text)
    is_fitting = not parts.region and (is_known_region or is_dated or (square and is_name(inner_text)))
    return parts._replace(region=inner_text) if is_fitting else None


def _with_agencies(parts: Parts, inner_text: str) -> Parts | None:
    place, hyphen, agency = inner_text.rpartition("-")
    if hyphen and not parts.places and is_agency(agency) and not is_agency(inner_text) and is_name(place):
        return parts._replace(places=(place,), agencies=(agency,))
    place, comma, region = inner_text.partition(", ")
    if not any(parts) and (is_town(inner_text) or (comma and is_name(place) and is_region(region))):
        return parts._replace(places=(place,), region=region or None)
    names = (inner_text,) if is_agency(inner_text) else tuple(map(str.strip, re.split(r",|/(?!.$)", inner_text)))
    is_short = inner_text.islower() and len(inner_text) <= LONGEST_SHORT and inner_text not in LABELS
    is_lower = any(map(is_desk, names)) or (is_short and bool(parts.places) and all(map(is_listed, parts.places)))
    if not all(_is_source(name, lower=is_lower) for name in names):
        return None
    if is_lower and not is_short:  # "/Jane Doe, BTA/": a reporter's name stands beside the agency's
        names = tuple(name for name in names if " " not in name or is_desk(name))
    return parts._replace(agencies=parts.agencies + names)


def _is_source(name: str, *, lower: bool) -> bool:
    """A name in brackets that may be an agency's: known, or one to four words that begin like names."""
    if is_agency(name) or names_desk(name) or _STATION.match(name):
        return True
    words = name.split()
    if all(word.casefold() in LABELS or is_agency(word) for word in words):  # (Photo), (AP Photo)
        return False
    is_plain = not any(char.isdigit() for char in name)
    return is_plain and 0 < len(words) <= MOST_SOURCE_WORDS and all(lower or not is_small(word[0]) for word in words)
