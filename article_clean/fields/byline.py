"""Bylines: who wrote a story, as printed, cut into people, agencies and what else the line says.

A line is a byline when an opener ("By", "Von", "Por", "记者" …) or a second piece of evidence (an agency, a role, a
date) stands with names, and nothing is left over that could be a sentence.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from article_clean.article import Byline
from article_clean.fields.agencies import is_collective, is_newsroom
from article_clean.fields.dates import PrintedDate, printed_dates
from article_clean.fields.east_asian_byline import asian_byline
from article_clean.fields.people import before_agency, before_role, is_person, is_role
from article_clean.fields.places import is_town
from article_clean.fields.words import words

LONGEST_BYLINE = 160  # of 150 in shared/gold/byline two are longer, both with a biography behind the name
MOST_UNMARKED = 8  # words of names, roles and papers with nothing between them; no byline of shared/gold has more
LONGEST_CLOSING = 40  # "Nghi Ân/Theo Thethaovaxaohoi.vn" has 31

_OPENER = re.compile(
    r"(?P<posted>(?:author )?(?:posted|submitted) (?:on )?by ?:? ?)"
    r"|(?P<by>(?:(?:written|reported|story|text|words|report|analysis|review|opinion)(?: and photos)? )?by ?:? ?)"
    r"|(?P<label>(?:text|texte|texto|testo|tekst|autor|autorin|autora|autore|auteur|author"
    r"|penulis|автор|текст|yazan) ?: ?"
    r"|penulis |oleh |yazan |skrevet av |tekst av )"
    r"|(?P<other>(?:(?:ein |eine )?(?:kommentar|kolumne|analyse|gastbeitrag|reportage|bericht|essay|glosse) )?von ?:? ?"
    r"|par ?:? |por ?:? |di ?:? |door ?:? |av ?:? |af ?:? |from (?=staff ))",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"[•/□|·*\s–—-]*(?:at ?\d{1,2}:\d\d ?(?:[ap]m)?\s?\|?\s*)?", re.IGNORECASE)
_GLUED = re.compile(
    r"(?<=[a-zß-ÿD])(?=Published|Updated|Follow|Redakteur|Writer|archive page|long Read|In [A-Z]|@"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d)"
)
_MARKED = re.compile(r"[\d,;|/•·@–—-]")  # what stands between names, roles, papers and dates
_STOP = re.compile(
    r"(?:\b(?:last )?(?:published|updated|follow(?:ed)?|share|comments?|posted|reviewed|fact-checked"
    r"|medically|photos|fotos"
    r"|photography|images|archive page|special to|one comment|no comments|long read|editor:? )\b"
    r"|\bin (?=[A-Z])|\b(?:on|at)(?=\s|$)|\+?\d)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*[,;|/•·⋅&、()]\s*(?:(?:and|und|et|y|e) )?|\s+[-–]+\s+|\s*—\s*"
    r"|\s+(?:and|und|et|y|e|og|och|en|with|mit|con|avec|dan|и|та)\s+|\s+(?=for [A-Z])"
    r"|\.\s+(?=Reviewed|Edited)",
    re.IGNORECASE,
)
_AROUND = " \t*.:-–—|\N{NO-BREAK SPACE}"
_DATED = re.compile(r"(?:posted|published|submitted|written)? ?(?:on)? ?:? ?", re.IGNORECASE)
_DATING = frozenset({"posted", "published", "submitted", "written"})  # the words of _DATED
_AGO = re.compile(r"\s*\d+ ?(?:hours?|hrs?|h|min(?:ute)?s?|days?)\b", re.IGNORECASE)
_HANDLE = re.compile(r"[\w.]{3,30}$")
_JOINS = words(
    "and und et y e og och en with mit con avec dan i и та de der van von den da do dos di du del la le al bin"
)
_CREDENTIALS = re.compile(r"(?:[A-Z][A-Za-z]?[A-Z]?\.?){2,4}[®*]?$")
_COLLECTIVE = re.compile(
    r"(?:the )?[A-Z][\w. ]{1,30} (?:team|editors|staff|newsroom|editorial board|redaktion)$", re.IGNORECASE
)
_FINAL = re.compile(r"[^\W\d_]{3,}[.!?:]$")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_FOUR_WORDS = re.compile(r"\S+ \S+(?: \S+)?(?: \S+)?$")


class FoundByline(NamedTuple):
    """A byline in a line.

    Attributes:
        start: first code point of the byline, in the line.
        end: the first code point after the names, agencies and roles; dates and page furniture may follow.
        posted: whether it names who put the page up, and perhaps not who wrote it.
        value: what it says.
        bare: whether it has neither opener nor date, so that only a headline above makes it one.
    """

    start: int
    end: int
    posted: bool
    value: Byline
    bare: bool = False


class _Names(NamedTuple):
    """What a byline's parts are: people, agencies, how many roles, where it ends, what was not understood."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]
    roles: int
    end: int
    rest: str


@lru_cache(maxsize=16)  # the head is read once to find it, and once more to read it
def find_byline(text: str) -> FoundByline | None:
    """The byline that a line is, or None."""
    if len(text) > LONGEST_BYLINE:
        return None
    if not text.isascii() and any(char > "\u2e80" for char in text[:4]):
        value = asian_byline(text)
        return FoundByline(0, len(text), posted=False, value=value) if value else None
    lead_in = _LEAD_IN.match(text)
    start = lead_in.end() if lead_in else 0
    if _is_plain(text, start):
        return None
    dates = printed_dates(text) if any(map(str.isdecimal, text)) else []
    if dates and _DATED.fullmatch(text, start, dates[0].start):
        start = len(text) - len(text[dates[0].end :].lstrip(" |,-–—·"))
    opener = _OPENER.match(text, start)
    if not opener and start and dates and dates[0].end <= start:
        return None
    zone = opener.end() if opener else start
    stop = _zone_end(text, zone, dates)
    names = _read_names(text, zone, stop)
    followed = bool(dates) or bool(_AGO.match(text, stop)) or stop in _glued(text, zone)
    if (
        opener
        and not names.people
        and not names.agencies
        and (followed or opener["posted"])
        and _HANDLE.match(names.rest)
    ):
        names = names._replace(people=(names.rest,), rest="", end=text.index(names.rest, zone) + len(names.rest))
    if not (
        _opened(text, opener, names, followed=followed) if opener else _unopened(text, names, start, followed=followed)
    ):
        return None
    if opener and opener["posted"] and opener[0].lower().startswith("posted on by"):  # its date was lost with a tag
        start += len("posted on ")
    value = Byline(text=text[start : names.end], authors=names.people, agencies=names.agencies)
    return FoundByline(start, names.end, bool(opener and opener["posted"]), value, not opener and not followed)


def _is_plain(text: str, start: int) -> bool:
    """Whether a line without an opener goes on in lower case after its first word, or at length without a mark."""
    first, _, rest = text[start:].partition(" ")
    second = rest.partition(" ")[0]
    plain = first.isalpha() and second.isalpha() and second.islower() and second not in _JOINS
    plain = plain and first.lower() not in _DATING
    unmarked = rest.count(" ") >= MOST_UNMARKED and not _MARKED.search(text, start)
    return (plain or unmarked) and not _OPENER.match(text, start)


def find_closing_byline(text: str, above: str) -> Byline | None:
    """The name that signs a Vietnamese report on its last line, or None.

    Args:
        text: the last line.
        above: the paragraph above it.
    """
    name, slash, source = text.partition("/")
    if len(text) > LONGEST_CLOSING or not _VIETNAMESE.search(above) or (slash and not source.startswith("Theo ")):
        return None
    if name.startswith("Ban "):
        return Byline(text=text, agencies=(name,))
    return Byline(text=text, authors=(name,)) if is_person(name, shortest=2) and _FOUR_WORDS.match(name) else None


def _zone_end(text: str, zone: int, dates: list[PrintedDate]) -> int:
    """Where the names end at the latest: at a date, at a number, or at what the page says behind a byline."""
    ends = [one.start for one in dates if one.start >= zone]
    ends += [match.start() for match in (_STOP.search(text, zone),) if match]
    return min([*ends, *_glued(text, zone)], default=len(text))


def _glued(text: str, zone: int) -> tuple[int, ...]:
    """Where a tag boundary was lost behind a name, as in "Jane DoePublished"."""
    match = _GLUED.search(text, zone)
    return (match.start(),) if match else ()


def _read_names(text: str, zone: int, stop: int) -> _Names:
    people: list[str] = []
    agencies: list[str] = []
    roles, end, rest = 0, zone, ""
    for start, piece in _pieces(text, zone, stop):
        name, agency = before_agency(piece)
        paper = piece.removeprefix("for ").removeprefix("For ")
        if is_newsroom(paper) or _COLLECTIVE.match(piece) or (people and paper.isupper() and not people[0].isupper()):
            agencies.append(paper)
        elif agency:
            people.append(name)
            agencies.append(agency)
        elif is_role(piece):
            roles += 1
            people += filter(None, [before_role(piece) if text[:start].rstrip()[-1:] != "," else ""])
        elif people and _CREDENTIALS.match(piece):
            roles += 1
        elif people and text[:start].rstrip().endswith("—"):  # behind a long dash stands the place, or the paper
            pass
        elif is_person(piece) and not ((people or agencies) and is_town(piece)):
            people.append(piece.removesuffix("’s").removesuffix("'s"))
        elif not ((people or agencies) and is_town(piece)) and "@" not in piece:
            rest = piece
            break
        end = start + len(piece)
    return _Names(tuple(people), tuple(agencies), roles, end, rest)


def _pieces(text: str, zone: int, stop: int) -> list[tuple[int, str]]:
    """What stands between separators in text[zone:stop], each with its offset, without brackets and outer spaces."""
    pieces: list[tuple[int, str]] = []
    at = zone
    for match in [*_SEPARATOR.finditer(text, zone, stop), None]:
        until = match.start() if match else stop
        between = text[at:until].lstrip(_AROUND)
        start = until - len(between)
        piece = between.rstrip(_AROUND)
        end = start + len(piece)
        if piece:
            pieces.append((start, text[start : end + (text[end:until].startswith(".") and _is_short(piece))]))
        at = match.end() if match else stop
    return pieces


def _is_short(text: str) -> bool:
    """Whether a full stop behind this belongs to its last word, as in "Ph.D." or "Jr."."""
    word = text.rsplit(" ", 1)[-1]
    return "." in word or len(word) <= 2  # noqa: PLR2004


def _opened(text: str, opener: re.Match[str], names: _Names, *, followed: bool) -> bool:
    """Whether what follows an opener is a byline and no sentence."""
    if names.rest and (names.rest[0].islower() or _FINAL.search(text)):
        return False
    if names.agencies or any(" " in name for name in names.people):
        return not _FINAL.search(text) or bool(names.agencies)
    loose = opener["by"] and opener[0][0].isupper() and ":" not in opener[0]
    return bool(names.people) and not opener["other"] and (not loose or followed)


def _unopened(text: str, names: _Names, start: int, *, followed: bool) -> bool:
    """Whether names without an opener are a byline: an agency, a role, a date or a second name stands with them."""
    whole = [name for name in names.people if " " in name]
    if names.rest or len(whole) < len(names.people) or _FINAL.search(text):
        return False
    if names.agencies and not names.people:
        return len(names.agencies) == 1 and is_collective(names.agencies[0]) and not names.roles
    marked = text[:start].strip() == "/" or text[-1] in "/-" or bool(names.agencies) or bool(names.roles)
    return bool(whole) and (followed or marked or (len(whole) > 1 and "," not in text and "/" not in text))
