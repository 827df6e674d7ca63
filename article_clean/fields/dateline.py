"""Datelines: the prefix of a lead that says where, when and for whom it was filed.

A prefix ends at a dash, a colon or an agency's own mark. It is cut at its commas and brackets, and each part must be a
place, a region, a date or an agency; what is left over makes it no dateline. Nothing here backtracks.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from article_clean.article import Dateline
from article_clean.fields.agencies import is_agency
from article_clean.fields.east_asian import asian_dateline
from article_clean.fields.months import month_number
from article_clean.fields.places import LABELS, LOWER_IN_NAMES, is_region, is_town

LONGEST_DATELINE = 120  # the longest of 170 in shared/gold/dateline has 63 characters
LONG_TEXT = 200  # behind a dateline, so much text is a paragraph, however it ends
LONGEST_READ = 500  # characters of a paragraph that are looked at: a dateline and the sentence behind it
LONGEST_OPENING = 60  # where a place's name ends
SHORTEST_SENTENCE = 30  # shorter text behind a bare place is a title: "Melaka – Why It's Worth A Visit"
LONGEST_ABBREVIATION = 5  # "Sept."; the full stop behind a longer month ends the date
LONGEST_ACRONYM = 4  # "NASA - " opens a sentence about NASA; towns in so few letters are in the list
SHORTEST_SOURCE = 3
MOST_WORDS = 5  # NISQUALLY NATIONAL WILDLIFE REFUGE has four

_END = re.compile(  # no mark begins with white space: such a pattern would be tried at every space
    r"[—–―\N{REPLACEMENT CHARACTER}]\s*|--+\s*"  # a dash may stand close: WASHINGTON—
    r"|(?<=\s)-\s*|-\s+|(?<=\.)-(?=\w)"  # a hyphen needs a space on one side, or Fla.-
    r"|\.-+\s*"  # (EFE).-
    r"|(?<=\s)_\s+"  # the dash of old wires
    r"|:\s+"
    r"|(?<=/)\.\s+"  # /TASS/.
    r"|(?<=\))(?=\s+[A-ZÀ-Þ\"“¿¡]|$)"
)
_GROUP = re.compile(r"\(([^()]{1,40})\)|(?:^|(?<=\s))/([^/\s][^/]{0,20})/")
_DATE = re.compile(
    r"(?<!\w)(?:(?P<month>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s\d{4}(?!\d))?"
    r"|(?:le\s)?\d{1,2}(?:er)?\.?\s(?:de\s)?(?P<named>[^\W\d_]{3,12}\.?)(?:,?\s(?:de\s)?\d{4}(?!\d))?"
    r"|\d{1,2}\.\d{1,2}\.\d{0,4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)"
)
_COMMA = re.compile("[,،]")
_LONE_DAY = re.compile(r"\d{1,2}$")
_PLACE_WORD = re.compile(r"[^\W\d_]+(?:['’`.-][^\W\d_]+)*\.?$")
_BYLINE_OPENERS = ("By ", "BY ", "by ", "Par ", "par ", "Von ", "von ", "Por ", "por ")
_TOWN_AND_STOP = re.compile(r"([A-ZÄÖÜ][a-zäöüß]+(?: am Main)?)\.\s(?=[A-ZÄÖÜ„\"])")
_GERMAN_WORDS = re.compile(r"\b(?:der|die|das|und|von|ist|wird|wurde|im|ein|eine|nach|mit)\b")
_FINAL = tuple(".!?…\"'”’»。")


class Found(NamedTuple):
    """A dateline in a paragraph.

    Attributes:
        start: first code point of the dateline, in the paragraph.
        end: first code point of the sentence behind it.
        value: what it says.
    """

    start: int
    end: int
    value: Dateline


class _Parts(NamedTuple):
    places: tuple[str, ...] = ()
    region: str | None = None
    date_text: str | None = None
    agencies: tuple[str, ...] = ()

    def joined(self, other: "_Parts") -> "_Parts | None":
        """Both, where `other` adds no second place, region or date."""
        if (self.places and other.places) or (self.region and other.region) or (self.date_text and other.date_text):
            return None
        return _Parts(
            self.places or other.places,
            self.region or other.region,
            self.date_text or other.date_text,
            self.agencies + other.agencies,
        )


def find_dateline(text: str) -> Found | None:
    """The dateline at the start of a paragraph, or None."""
    return _find(text[:LONGEST_READ])


@lru_cache(maxsize=16)  # the head is read once to find it, and once more to read it
def _find(text: str) -> Found | None:
    start = len(text) - len(text.lstrip(". •*"))
    opening = text[start : start + 1]
    if opening.islower() and not is_agency(text.partition(" ")[0]):
        return _behind_byline(text)
    if _opens_like_prose(text[start : start + LONGEST_OPENING]):
        return None
    if opening > "\u2e80" or (opening in "([" and text[1:2] > "\u2e80"):
        return _asian(text)
    return _western(text, start) or _behind_byline(text) or _german(text)


def _opens_like_prose(text: str) -> bool:
    """Whether a word in lower case follows words without any mark; eight of ten leads are told by this alone."""
    for word in text.split(" "):
        if not word.isalpha():
            return False
        if word.islower() and word not in LOWER_IN_NAMES:
            return True
    return False


def _western(text: str, start: int) -> Found | None:
    """The longest prefix up to an end mark whose segments all parse and which convinces."""
    best: Found | None = None
    parts: _Parts | None = _Parts()
    segment = start
    for mark in _END.finditer(text, start, start + LONGEST_DATELINE):
        read = _segment(text[segment : mark.start()])
        parts = read and parts and parts.joined(read)
        if parts is None:
            break
        segment = end = mark.end()
        stop = mark.start()
        if parts.region and mark[0].startswith(".") and is_region(parts.region + "."):
            stop, parts = stop + 1, parts._replace(region=parts.region + ".")
        agency = _trailing_agency(text, end) if parts.date_text and parts.places else None
        if agency:
            stop, end = agency
            parts = parts._replace(agencies=(*parts.agencies, text[mark.end() : stop]))
        spaced = text[mark.start() - 1].isspace() or mark[0].startswith(".-")
        if _convinces(parts, mark[0], text[end:].lstrip(), spaced=spaced):
            best = Found(start, end, Dateline(text=" ".join(text[start:stop].split()), **parts._asdict()))
        if agency:
            break
    return best


def _behind_byline(text: str) -> Found | None:
    """A dateline behind a byline on the same line: "By JANE DOE BOSTON (AP) -- …"."""
    bracket = text.find(" (", 0, LONGEST_DATELINE) if text.startswith(_BYLINE_OPENERS) else -1
    words = text[:bracket].split(" ") if bracket > 0 else []
    for n in range(2, len(words)):
        if is_town(" ".join(words[n:])):
            return _western(text, len(" ".join(words[:n])) + 1)
    return None


def _german(text: str) -> Found | None:
    """The dateline of German papers: "Essen. Drei Tage nach …"."""
    match = _TOWN_AND_STOP.match(text)
    if not match or not is_town(match[1]) or not _GERMAN_WORDS.search(text, match.end()):
        return None
    return Found(0, match.end(), Dateline(text=match[1], places=(match[1],)))


def _segment(text: str) -> _Parts | None:
    """The parts between two end marks; None where something in it is no part of a dateline."""
    bare, groups = text.strip(), _GROUP.findall(text)
    if groups:
        bare = _GROUP.sub(",", bare)
    date = next((match for match in _DATE.finditer(bare) if _is_date(match)), None)
    date_text = date and (date[0].rstrip(".") if _ends_in_full_month(date) else date[0])
    if date:
        bare = f"{bare[: date.start()]},{bare[date.end() :]}"
    pieces = [piece for part in _COMMA.split(bare) if (piece := part.strip()) and piece != "."]
    if groups and not date and pieces and _LONE_DAY.match(pieces[-1]):
        date_text = pieces.pop()
    parts = _of_pieces(pieces)
    if parts is None:
        return None
    parts = parts._replace(date_text=date_text)
    for bracket, slashed in groups:
        parts = _with_group(parts, (bracket or slashed).strip())
        if parts is None:
            return None
    return parts if any(parts) else None


def _of_pieces(pieces: list[str]) -> _Parts | None:
    """What stands outside of brackets, cut at commas: places and a region, or an agency."""
    if not pieces:
        return _Parts()
    if is_agency(pieces[0]) and not is_town(pieces[0]):
        return _Parts(agencies=(pieces[0],)) if len(pieces) == 1 else None
    places = tuple(name.strip() for name in pieces[0].split("/"))
    region: str | None = None
    for piece in pieces[1:]:
        first, *more = (name.strip() for name in piece.split("/"))
        if region or not _is_name(first):
            return None
        region = first
        places += tuple(more)
    return _Parts(places, region) if all(map(_is_name, places)) else None


def _with_group(parts: _Parts, inside: str) -> _Parts | None:
    """The parts with what a pair of brackets or slashes holds: a date, a region, or agencies."""
    if _DATE.fullmatch(inside) and not parts.date_text:
        return parts._replace(date_text=inside)
    place, hyphen, agency = inside.rpartition("-")
    if hyphen and is_agency(agency) and not parts.places and _is_name(place):
        return parts._replace(places=(place,), agencies=(agency,))
    names = tuple(name.strip() for name in re.split(r",|/(?!.$)", inside)) if not is_agency(inside) else (inside,)
    bare = bool(parts.places) and not parts.region and not parts.agencies and not all(map(is_agency, names))
    if bare and (is_region(inside) or (parts.date_text and _is_name(inside) and not inside.isupper())):
        return parts._replace(region=inside)
    if any(char.isdigit() for char in inside) or not all(_is_source(name) for name in names):
        return None
    return parts._replace(agencies=parts.agencies + names)


def _convinces(parts: _Parts, mark: str, rest: str, *, spaced: bool) -> bool:
    """Whether these parts, before this end mark and this text, are a dateline beyond doubt."""
    if rest[:1].islower() and not any(map(is_agency, parts.agencies)):
        return False
    known = bool(parts.agencies) and all(map(is_agency, parts.agencies))
    town = bool(parts.places) and all(is_town(place) or _in_capitals(place) for place in parts.places)
    if parts.places and any(word.casefold() in LABELS for place in parts.places for word in place.split()):
        return False
    if not mark.strip():
        return known and (town or bool(parts.date_text))
    if parts.agencies:
        return _convinces_by_agency(parts, known=known, town=town, mark=mark, rest=rest)
    if not parts.places:
        return bool(parts.date_text and parts.date_text[-4:].isdigit() and ":" not in mark and _is_sentence(rest))
    return _convinces_by_place(parts, town=town, mark=mark, rest=rest, spaced=spaced)


def _convinces_by_agency(parts: _Parts, *, known: bool, town: bool, mark: str, rest: str) -> bool:
    if parts.places:
        return known or town
    return (
        ":" not in mark and _is_sentence(rest) and (known or bool(parts.date_text) or _is_lone_source(parts.agencies))
    )


def _convinces_by_place(parts: _Parts, *, town: bool, mark: str, rest: str, spaced: bool) -> bool:
    if parts.date_text:
        return ":" not in mark or town
    listed = all(map(is_town, parts.places))
    capitals = all(map(_in_capitals, parts.places))
    if parts.region:
        return is_region(parts.region) and (capitals or listed or _is_sentence(rest))
    if ":" in mark:
        return listed and _is_sentence(rest)
    if listed:
        return capitals or (spaced and _is_sentence(rest))
    acronym = any(len(place) <= LONGEST_ACRONYM and not is_town(place) for place in parts.places)
    return capitals and not acronym and _is_sentence(rest)


def _trailing_agency(text: str, start: int) -> tuple[int, int] | None:
    """Where the agency ends that follows the dash, as in "31 июл — РИА Новости. …", and where the lead begins."""
    stop = text.find(".", start, start + 20)
    return (stop, stop + 1 + (text[stop + 1 : stop + 2] == " ")) if stop > 0 and is_agency(text[start:stop]) else None


def _asian(text: str) -> Found | None:
    found = asian_dateline(text)
    if found:
        return Found(0, *found)
    return _western(text, 0) if text[:1] in "([" else None


def _is_date(match: re.Match[str]) -> bool:
    name = match["month"] or match["named"]
    return name is None or month_number(name) is not None


def _ends_in_full_month(match: re.Match[str]) -> bool:
    return bool(match["named"]) and len(match["named"]) > LONGEST_ABBREVIATION and match[0].endswith(".")


def _is_name(name: str) -> bool:
    words = name.split()
    return (
        0 < len(words) <= MOST_WORDS
        and all(_PLACE_WORD.match(word) and (not word[0].islower() or word in LOWER_IN_NAMES) for word in words)
        and not words[0][0].islower()
    )


def _is_source(name: str) -> bool:
    """A name in brackets that may be an agency's: known, or one to three words that begin like names."""
    words = name.split()
    return is_agency(name) or (0 < len(words) <= 4 and all(word[0].isupper() for word in words))  # noqa: PLR2004


def _is_lone_source(names: tuple[str, ...]) -> bool:
    """One capitalised word that is no label, or initials: "(B/R) — "."""
    name = names[0]
    one_word = len(names) == 1 and " " not in name and name[0].isupper()
    return one_word and len(name) >= SHORTEST_SOURCE and name.casefold() not in LABELS


def _in_capitals(name: str) -> bool:
    return name.isupper() and len(name) > 2  # noqa: PLR2004


def _is_sentence(rest: str) -> bool:
    return len(rest) >= SHORTEST_SENTENCE and (len(rest) >= LONG_TEXT or rest.rstrip().endswith(_FINAL))
