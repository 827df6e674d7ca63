"""Bylines: who wrote a story, as printed, cut into people, agencies, roles and what else the line says.

A line is a byline when an opener ("By", "Von", "Szöveg:", "记者" …) or a second piece of evidence (an agency, a role, a
date) stands with names, and nothing is left over that could be a sentence.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from article_clean.core.caches import text_cache
from article_clean.core.parts import Byline
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.ends import is_before_date, is_dated, names_end
from article_clean.fields.bylines.names import Reading, is_paper, read_names
from article_clean.fields.bylines.openers import Opener, read_opener
from article_clean.fields.bylines.people import is_person
from article_clean.fields.dates.dates import PrintedDate, only_date_words, printed_dates
from article_clean.knowledge.agencies import is_agency, is_collective, is_newsroom
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.job_titles import is_of_work, is_plain_role
from article_clean.knowledge.places import is_town
from article_clean.knowledge.press_names import is_newsdesk, names_of
from article_clean.knowledge.sentence_ends import IN_CLASS
from article_clean.knowledge.word_lists import word_list

LONGEST_BYLINE = 160  # of 150 in shared/gold/byline two are longer, both with a biography behind the name
MOST_UNMARKED = 8  # words of names, roles and papers with nothing between them; no byline of shared/gold has more
LONGEST_INITIALS = 3  # "Autor: red"
LONGEST_CLOSING = 40  # "Nghi Ân/Theo Thethaovaxaohoi.vn" has 31

CAPITAL_INITIALS = pattern_of(r"[A-Z]{2}(?:/[A-Z]{2})?")  # of editors of Spanish papers: "DS", "GS/ED"
_LEAD_IN = pattern_of(r"[•/□|·*\s–—-]*(?:at ?\d{1,2}:\d\d ?(?:[ap]m)?\s?\|?\s*)?", re.IGNORECASE)
_MARKED = pattern_of(r"[\d,;|/•·@–—-]")  # what stands between names, roles, papers and dates
_AFTER_DATE = pattern_of(r"(?:\s?(?:Uhr|hrs|h|IST|GMT|UTC|ET|EST|EDT|PST|CET|WIB)\b)?[\s|,·•/–—-]*")
_HANDLE = pattern_of(r"[\w.-]{3,30}$")
_JOINS = word_list("between_names")
_FINAL = pattern_of(rf"[^\W\d_]{{3}}[{IN_CLASS}:]$")
_TWEET = pattern_of(r"[—–-]\s?[^(]{1,50}\(@")
_RUN_ON = pattern_of(r"(?:a|an|the|one of|who|special)\b")
_VIETNAMESE = pattern_of(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_FOUR_WORDS = pattern_of(r"\S+ \S+(?: \S+)?(?: \S+)?$")
_NEWSROOM = pattern_of(
    r"(?:From )?(?P<name>(?:(?:The )?(?:[A-Z][\w.’'&-]*\s){1,3}"
    r"(?:Staff|Newsroom|Editors|Team|Editorial (?:Team|Staff|Board)|(?:News|Web|Online|National|Sports) Desk)"
    r"|(?:News|Web|Online) Desk"
    r"|[A-ZÄÖÜ][\w.]+-Redaktion|(?i:(?:staff|wire|news service|agency)(?: and (?:wire|agency))? reports?)))$"
)
_NO_NEWSROOM = word_list("no_newsroom")
_OUR = word_list("our")
_TOO_COMMON = word_list("common_word_agency")
_DOMAIN = pattern_of(r"\.[a-z]{2,4}$", re.IGNORECASE)
_CREDIT = pattern_of(r"\w/\w|\s/\s(?:AP|AFP|EPA|EFE|DPA|UPI|Reuters|Getty|Associated Press)\b", re.IGNORECASE)
_INVERTED = pattern_of(
    r"\s*(?P<last>[^\W\d_][\w'’-]*), (?P<first>[^\W\d_][\w'’-]*(?: [^\W\d_]\.?)?)\s*"
)  # "Feldt, Nora"
_OPENING, _CLOSING = frozenset("([（"), frozenset(")]）")
_IDEOGRAPHS = "\N{CJK RADICAL REPEAT}"  # from here on a character is a syllable or a word
_REPORTS = pattern_of(r"(?P<agency>[A-Z][\w. ]{1,30})['’]s? (?P<names>[A-Z][^:]{1,80}) reports?:$")
_TWO_BY_SLASH = pattern_of(r"\w+ \w+/\w+ \w+$")


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


@text_cache(entries=16)  # the head is read once to find it, and once more to read it
def find_byline(text: str) -> FoundByline | None:
    """The byline that a line is, or None."""
    if len(text) > LONGEST_BYLINE:
        return None
    if not text.isascii() and any(char > _IDEOGRAPHS for char in text):
        return _asian(text)
    start = _LEAD_IN.match(text).end()  # type: ignore[union-attr]  # it matches the empty string
    opener = read_opener(text, start)
    if opener and opener.kind == "placed" and not _opened(text, start, opener, []):
        opener = None
    if not opener:
        lone_byline = _told(text) or _newsroom(text, start)
        if lone_byline or _is_plain(text, start) or _TWEET.match(text):
            return lone_byline
    dates = printed_dates(text)
    if not opener and dates and only_date_words(text[start : dates[0].start]):
        start = _AFTER_DATE.match(text, dates[0].end).end()  # type: ignore[union-attr]  # it matches the empty string
        opener = read_opener(text, start)
        if "@" in text if opener else not _starts_known(text, dates[0].end, start):
            return None  # "19:00 by @harbourwatch" names an account
    return _opened(text, start, opener, dates) if opener else _unopened(text, start, dates)


def _asian(text: str) -> FoundByline | None:
    """The byline of a Chinese, Japanese or Korean line: all of it, or what stands beside a date."""
    from article_clean.fields.bylines.cjk_bylines import asian_byline  # noqa: PLC0415  # 15 ms to compile its patterns
    from article_clean.fields.bylines.dated_lines import dated_byline  # noqa: PLC0415

    value = asian_byline(text)
    if value:
        return FoundByline(0, len(text), posted=False, value=value)
    dated_byline_span = dated_byline(text)
    return FoundByline(*dated_byline_span[:2], posted=False, value=dated_byline_span[2]) if dated_byline_span else None


def read_byline(text: str) -> Byline:
    """What a byline says that is known to be one: no evidence is asked for, as in a name alone or "by harbourwatch"."""
    found_byline = find_byline(text)
    known_byline = _unnamed(text) or read_interview(text) or (found_byline.value if found_byline else None)
    if known_byline or len(text) > LONGEST_BYLINE:
        return known_byline or Byline(text=text)
    unbracketed = without_brackets(text)
    if unbracketed != text:
        return read_byline(unbracketed).model_copy(update={"text": text})
    inverted_names = [_INVERTED.fullmatch(name) for name in text.split(";")]
    turned_names = [f"{name['first']} {name['last']}" for name in inverted_names if name]
    if len(turned_names) == len(inverted_names) and all(map(is_known, turned_names)):
        return Byline(text=text, authors=tuple(turned_names))
    opener = read_opener(text)
    zone = opener.end if opener else 0
    stop = names_end(text, zone, printed_dates(text))
    names = read_names(text, zone, stop, opened=opener is not None)
    if opener and not names.named and _HANDLE.match(names.rest):
        return Byline(text=text, authors=() if is_initials(names.rest) else (names.rest,))
    return _found(text, 0, replace(names, end=len(text))).value if names.named else Byline(text=text)


def without_brackets(text: str) -> str:
    """A text without the brackets that stand around all of it."""
    inner_text = text[1:-1]
    has_brackets = text[:1] in _OPENING and text[-1:] in _CLOSING and _OPENING.union(_CLOSING).isdisjoint(inner_text)
    return inner_text if has_brackets else text


def _unnamed(text: str) -> Byline | None:
    """A byline that names no person: a newsroom's desk, or an editor's initials in capitals."""
    if CAPITAL_INITIALS.fullmatch(text):
        return Byline(text=text)
    desk = text.rstrip(" :：")
    return Byline(text=desk, agencies=(desk,)) if is_newsdesk(desk) else None


def read_interview(text: str) -> Byline | None:
    """Who was interviewed by whom, where a line says nothing else: "Lena Strand im Gespräch mit Nora Feldt"."""
    folded = text.lower() if len(text) <= LONGEST_BYLINE else ""
    for joint in names_of("interview"):
        guest_text, between, _ = folded.partition(f" {joint} ")
        names = (text[: len(guest_text)], text[len(guest_text + between) :].rstrip(".")) if between else ()
        if names and all(is_known(name) and is_person(name, shortest=2) for name in names):
            return Byline(text=text, authors=names[1:])
    return None


def is_initials(text: str) -> bool:
    """Whether this is an editor's mark and no name: "red", "jab"."""
    return text.isalpha() and text.islower() and len(text) <= LONGEST_INITIALS


def _told(text: str) -> FoundByline | None:
    """The byline of an agency's blog: "ABC News' Nora Feldt reports:"."""
    report = _REPORTS.match(text)
    if not report or not is_agency(report["agency"]):
        return None
    names = read_names(text, report.start("names"), report.end("names"), opened=False)
    if names.rest or not names.people or not all(" " in name for name in names.people):
        return None
    return _found(text, 0, replace(names, agencies=[report["agency"], *names.agencies], end=len(text)))


def _newsroom(text: str, start: int) -> FoundByline | None:
    """The byline that is a newsroom's name: "Harbour Times Staff"."""
    newsroom = _NEWSROOM.match(text, start)
    if not newsroom or newsroom["name"].split()[0] in _NO_NEWSROOM:
        return None
    return _found(text, start, Reading(agencies=[newsroom["name"]], end=len(text)), bare=True)


def _is_plain(text: str, start: int) -> bool:
    """Whether a line without an opener goes on in lower case after its first word, or at length without a mark."""
    first_word, _, words_behind = text[start:].partition(" ")
    second_word = words_behind.partition(" ")[0]
    is_plain = first_word.isalpha() and second_word.isalpha() and second_word.islower() and second_word not in _JOINS
    return (is_plain and not only_date_words(first_word)) or (
        words_behind.count(" ") >= MOST_UNMARKED and not _MARKED.search(text, start)
    )


def find_closing_byline(text: str, text_above: str) -> Byline | None:
    """The name that signs a Vietnamese report on its last line, or None.

    Args:
        text: the last line.
        text_above: the paragraph above it.
    """
    name, slash, source = text.partition("/")
    if len(text) > LONGEST_CLOSING or not _VIETNAMESE.search(text_above) or (slash and not source.startswith("Theo ")):
        return None
    if name.startswith("Ban "):
        return Byline(text=text, agencies=(name,))
    return Byline(text=text, authors=(name,)) if is_person(name, shortest=2) and _FOUR_WORDS.match(name) else None


def _opened(text: str, start: int, opener: Opener, dates: list[PrintedDate]) -> FoundByline | None:
    """The byline behind an opener."""
    stop = names_end(text, opener.end, dates)
    names = read_names(text, opener.end, stop, opened=True)
    is_followed = bool(dates) or is_dated(text, opener.end, stop)
    if not names.named and (is_followed or opener.kind == "posted") and _HANDLE.match(names.rest):
        names = Reading([names.rest], end=text.index(names.rest, opener.end) + len(names.rest))
    if not _is_signed(text, opener, names, followed=is_followed):
        return None
    if opener.text.lower() == "posted on by":  # its date was lost with a tag
        start += len("posted on ")
    return _found(text, start, names, posted=opener.kind == "posted", bare=opener.kind == "source")


def _found(text: str, start: int, names: Reading, *, posted: bool = False, bare: bool = False) -> FoundByline:
    end = names.end + (text[names.end : names.end + 1] == ")" and "(" in text[start : names.end])
    roles = tuple(text[begin:end] for begin, end in names.roles)
    value = Byline(text=text[start:end], authors=tuple(names.people), agencies=tuple(names.agencies), roles=roles)
    return FoundByline(start, end, posted, value, bare)


def _is_signed(text: str, opener: Opener, names: Reading, *, followed: bool) -> bool:
    """Whether what follows an opener is a byline and no sentence."""
    has_full_name = any(" " in name for name in names.people)
    if opener.kind == "source":
        return bool(names.agencies) and not names.people and not names.rest and not _DOMAIN.search(names.agencies[0])
    is_unknown = not any(map(is_known, names.people)) and not any(map(is_collective, names.agencies))
    if (opener.is_unsure and is_unknown) or (opener.kind == "placed" and not (has_full_name and _is_placed(names))):
        return False
    if names.rest and (names.rest[0].islower() or _FINAL.search(text)):
        return has_full_name and opener.kind != "preposition" and bool(opener.marked or _RUN_ON.match(names.rest))
    if _FINAL.search(text):
        return bool(names.agencies) or (has_full_name and not names.rest and all(map(is_known, names.people)))
    if names.agencies or has_full_name or ((names.contact or _is_unnamed(text, names)) and not names.rest):
        return True
    is_loose = opener.is_loose and not followed and not any(map(is_known, names.people))
    return bool(names.people) and opener.kind != "preposition" and not opener.is_textual and not is_loose


def _is_unnamed(text: str, names: Reading) -> bool:
    """Whether somebody signs by role alone: "By Our Correspondent", "By Staff Reporter"."""
    roles = [text[begin:end] for begin, end in names.roles]
    return bool(roles) and all(" " in role and is_plain_role(role) for role in roles)


def _unopened(text: str, start: int, dates: list[PrintedDate]) -> FoundByline | None:
    """The byline of names without an opener: an agency, a role, a date or a second name stands with them."""
    if _FINAL.search(text):
        return None
    stop = names_end(text, start, dates)
    names = read_names(text, start, stop, opened=False)
    if names.rest or not all(" " in name for name in names.people):
        return None
    if not all(is_plain_role(text[begin:end]) for begin, end in names.roles):
        return None
    has_known_name = any(map(is_known, names.people))
    is_behind_date = bool(dates) and dates[0].end <= start
    dated = is_before_date(text, stop, dates) or (has_known_name and (is_behind_date or is_dated(text, start, stop)))
    if _is_unnamed(text, names) and not names.named:
        is_signed = text.partition(" ")[0].casefold() in _OUR
    elif names.people:
        is_signed = (
            dated
            or _is_marked(text, start, names, known=has_known_name)
            or _are_several(text, names, known=has_known_name)
        )
        is_signed = is_signed or (has_known_name and _is_placed(names) and _MARKED.search(text) is not None)
    else:
        is_signed = _is_lone_agency(text, start, names, dated=dated)
    return _found(text, start, names, bare=not (dated and has_known_name)) if is_signed else None


def _is_placed(names: Reading) -> bool:
    """Whether a town stands behind the names of people, and nothing else: "Nora Feldt, Abuja"."""
    return names.places > 0 and not names.agencies and not any(map(is_town, names.people))


def _starts_known(text: str, date_end: int, start: int) -> bool:
    """Whether a known name stands behind a date and a mark: "9 September 2025 / Nora Feldt"."""
    return any(mark in text[date_end:start] for mark in "/•|·") and is_known(text[start:])


def _is_lone_agency(text: str, start: int, names: Reading, *, dated: bool) -> bool:
    """Whether one agency signs alone: "AFP", "Associated Press", "Contributor, InfoWorld"."""
    if len(names.agencies) != 1:
        return False
    name = names.agencies[0]
    is_common = name.casefold() in _TOO_COMMON or _DOMAIN.search(name)
    is_alone = is_collective(name) and not is_common and (not names.roles or "," in text)
    return is_alone or (dated and not names.roles and text.startswith(name, start))


def _is_marked(text: str, start: int, names: Reading, *, known: bool) -> bool:
    """Whether a slash, an agency, a role or a degree stands with the names."""
    if text[:start].strip() == "/" or text[names.end :].strip() in {"/", "-"}:
        return True
    if names.roles and (known or _stands_apart(text[: names.roles[0][0]], names.people[0])):
        return True
    if _CREDIT.search(text):
        return False
    is_wired = any(map(is_newsroom, names.agencies)) or (known and any(map(is_paper, names.agencies)))
    return is_wired or (known and names.degrees > 0)


def _stands_apart(text_before: str, name: str) -> bool:
    """Whether a mark stands between a name and a role, or the name has no word of a role."""
    return not text_before.rstrip()[-1:].isalnum() or not any(map(is_of_work, name.split()))


def _are_several(text: str, names: Reading, *, known: bool) -> bool:
    """Whether two names or more stand together, as authors do and headings do not."""
    if len(names.people) < 2 or names.agencies:  # noqa: PLR2004
        return False
    if "," in text:
        return all(map(is_known, names.people))
    return known or bool(_TWO_BY_SLASH.match(text))
