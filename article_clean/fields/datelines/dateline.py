"""Datelines: the prefix of a lead that says where, when and for whom it was filed.

A prefix ends at a dash, a colon, an agency's own mark or, in some languages, at a full stop. What stands before the end
mark is read by `dateline_parts` and judged by `dateline_evidence`; this file finds the mark.
"""

import re
from typing import NamedTuple

from article_clean.core.caches import text_cache
from article_clean.core.parts import Dateline
from article_clean.core.patterns import pattern_of
from article_clean.fields.datelines.dateline_parts import Parts, is_name, is_small, read_parts
from article_clean.fields.datelines.evidence import Case, convinces, is_caption_or_range, is_sentence, stop_convinces
from article_clean.fields.dates.days import printed_days
from article_clean.knowledge.agencies import is_agency, is_printed_agency
from article_clean.knowledge.places import LOWER_IN_NAMES, is_listed, is_region, is_town
from article_clean.knowledge.press_names import is_printed_source
from article_clean.knowledge.wordings import one_of

LONGEST_DATELINE = 120  # the longest of 170 in shared/gold/dateline has 63 characters
LONGEST_READ = 500  # characters of a paragraph that are looked at: a dateline and the sentence behind it
LONGEST_NAME = 12  # characters of a paper's name in a bracket before a reporter's in Korean: "[OSEN=김민지 기자]"
LONGEST_HEADLINE = 250  # characters in front of a dateline on the same line
LONGEST_OPENING = 60  # where a place's name ends
LONGEST_TOWN = 30  # characters, on a line of its own
LONGEST_TRAILING = 45  # "РИА Новости, Иван Петров" behind a dash
MOST_STOPS = 4  # "Москва. 3 мая. INTERFAX.RU. "

_END = pattern_of(  # no mark begins with white space: such a pattern would be tried at every space
    r"[—–―\N{REPLACEMENT CHARACTER}]\s*|--+\s*"  # a dash may stand close: WASHINGTON—
    r"|(?<=\s)-\s*|-(?:\s+|$)|(?<=[.)])-(?=\w)"  # a hyphen needs a space on one side, or Fla.-
    r"|\.\s?[-–]+\s*"  # (EFE).-
    r"|(?<=\s)[_|\N{LIGHT VERTICAL BAR}]\s+"  # the dash of old wires; the bar of taz
    r"|[:ঃः](?:\s+|$)"  # a line may end here; the visarga of Assamese and Hindi stands for a colon
    r"|(?<=/)\.(?:\s+|$)|(?<=\d\s)/\s+"  # /TASS/. and June 3, 2021 /
    r"|(?<=\))[.।](?:\s+|$)"
    r"|(?<=[)/\]])(?=\s+\d*[^\W\d_]|\s+[\"“¿¡«]|\s*$)|(?<=[)\]])(?=[A-Z\u0620-\u06d3])"
)
_STOP = pattern_of(r"(?<=[^\W\d_]{3})[.।](?:\s+|$)|(?<=[\d)\]])[.।](?:\s+|$)|।\s*|(?<=[\u0900-\u0dff])[.।]\s+")
_WITHOUT_MARK = pattern_of(r"([A-Z][\w-]{2,20}\.(?:com|co|id|CO\.ID|COM|CO)), ([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?=[A-Z])")
_BETWEEN_SPACES = pattern_of(r", (\S+)(?= )")
_BYLINE_OPENERS = ("By ", "BY ", "by ", "Par ", "par ", "Von ", "von ", "Por ", "por ")
_QUOTES = ("\N{QUOTATION MARK}", "“")
_LOST_DASH = pattern_of(r"(?<=\w)[ \N{NO-BREAK SPACE}]{2}")  # "BATON ROUGE  The council …"
_AMID = ("—", "–", " -", "--", ") ")  # one of them ends a dateline
_IN_CAPITALS = pattern_of(r"(?<=[^A-Z] )[^\W\d_a-z][^\W\d_a-z.]{2,}(?=[ ,—–(])")  # the first of several such words
_JOINTS = frozenset({"and", "via"})  # between names in capitals: "MOSCOW and KYIV — ", "KVELLER via JTA — "
_CREDIT = pattern_of(rf"{one_of('own_correspondent')}\s*", re.IGNORECASE)


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


def find_dateline(text: str) -> Found | None:
    """The dateline at the start of a paragraph, or None."""
    return _find(text[:LONGEST_READ])


def find_amid(text: str) -> Found | None:
    """A dateline behind a headline on the same line, its towns in capitals: "Second ferry to sail BOSTON (AP) — …"."""
    if not any(mark in text[:LONGEST_READ] for mark in _AMID):
        return None
    for word in _IN_CAPITALS.finditer(text, 1, LONGEST_HEADLINE):
        dateline = _western(text[:LONGEST_READ], word.start())
        if (
            dateline
            and dateline.value.places
            and all(place.isupper() and is_listed(place) for place in dateline.value.places)
        ):
            return dateline
    return None


def read_dateline(text: str) -> Dateline:
    """What a paragraph's dateline says, or a line of nothing else; its text alone where it is of no known form."""
    found_dateline = find_dateline(text)
    parts = None if found_dateline else read_parts(text.rstrip("."))
    if found_dateline or not parts:
        return found_dateline.value if found_dateline else Dateline(text=text)
    return _found(text, (0, len(text.rstrip(".")), len(text)), parts).value


def is_town_alone(line: str) -> bool:
    """Whether a line is a town's name and a full stop, as German papers print it above the lead: "Chemnitz."."""
    town = line[:-1]
    return line.endswith(".") and len(town) <= LONGEST_TOWN and is_town(town)


@text_cache(entries=16)  # the head is read once to find it, and once more to read it
def _find(text: str) -> Found | None:
    start = len(text) - len(text.lstrip(". •*"))
    opening = text[start : start + 1]
    if is_small(opening) and not is_agency(text.partition(" ")[0]):
        return _behind_byline(text)
    if _opens_like_prose(text[start : start + LONGEST_OPENING]):
        return None
    if opening > "\u2e80" or (opening in "([" and any(char > "\u2e80" for char in text[1:LONGEST_NAME])):
        return _asian(text)
    if start and text[0] != ".":  # a list's bullet; only an agency's dateline stands behind one
        dateline = _western(text, start)
        return dateline if dateline and dateline.value.agencies else None
    return (
        _behind_byline(text)
        or _western(text, start)
        or _behind_credit(text)
        or _stopped(text)
        or _unmarked(text)
        or _dated(text)
    )


def _opens_like_prose(text: str) -> bool:
    """Whether a word in lower case follows words without any mark; eight of ten leads are told by this alone."""
    word_before = ""
    for word in text.split(" "):
        if not word.isalpha():
            return False
        is_joint = word in LOWER_IN_NAMES or (word_before.isupper() and word in _JOINTS)
        if word.islower() and not is_joint and is_small(word) and not (word_before and is_agency(word)):
            return True
        word_before = word
    return False


def _western(text: str, start: int) -> Found | None:
    """The longest prefix up to an end mark whose segments all parse and which convinces."""
    best_dateline: Found | None = None
    parts = Parts()
    segment = start
    for mark in _END.finditer(text, start, start + LONGEST_DATELINE):
        if text.count("(", segment, mark.start()) > text.count(")", segment, mark.start()):
            continue
        joined_parts = _joined(parts, text[segment : mark.start()], labelled=segment > start)
        if joined_parts is None:
            break
        parts = joined_parts
        segment, stop = mark.end(), mark.start()
        if mark[0].startswith(".") and (whole_parts := _abbreviated(parts, mark[0], text[: mark.start()])):
            stop, parts = stop + 1, whole_parts
        agency = _trailing_agency(text, segment) if parts.date_text and parts.places else None
        if agency:
            name, stop, segment = agency
            parts = parts._replace(agencies=(*parts.agencies, name))
        if convinces(Case(parts, mark[0], text[start : mark.start()], text[segment:].lstrip())):
            best_dateline = _found(text, (start, stop, segment), parts)
        if agency:
            break
    return best_dateline if best_dateline and not is_caption_or_range(text, best_dateline.end) else None


def _abbreviated(parts: Parts, mark: str, text_before: str) -> Parts | None:
    """The parts with the full stop that begins this mark, where it belongs to them: "Fla.-", "3 mag. -"."""
    if parts.region and is_region(parts.region + "."):
        return parts._replace(region=parts.region + ".")
    if (
        parts.date_text
        and parts.date_text[-1].isalpha()
        and mark.startswith(". ")
        and text_before.endswith(parts.date_text)
    ):
        return parts._replace(date_text=parts.date_text + ".")
    return None


def _joined(parts: Parts, text: str, *, labelled: bool) -> Parts | None:
    """The parts so far with those of the next; a desk's name before a colon is an agency: "Business India: "."""
    next_parts = read_parts(text)
    if next_parts is None:
        return None
    both_parts = parts.joined(next_parts)
    if (
        both_parts is None
        and labelled
        and not parts.date_text
        and not parts.region
        and next_parts.places
        and next_parts.date_text
    ):
        return (
            next_parts._replace(agencies=parts.places + next_parts.agencies)
            if all(map(is_town, next_parts.places))
            else None
        )
    return both_parts


def _found(text: str, span: tuple[int, int, int], parts: Parts) -> Found:
    start, stop, end = span
    return Found(start, end, Dateline(text=" ".join(text[start:stop].split()), **parts._asdict()))


def _behind_byline(text: str) -> Found | None:
    """A dateline behind a byline on the same line: "By JANE DOE BOSTON (AP) -- …"."""
    bracket = text.find(" (", 0, LONGEST_DATELINE) if text.startswith(_BYLINE_OPENERS) else -1
    names = text[:bracket].split(" ") if bracket > 0 else []
    for name_count in range(2, len(names)):
        if is_town(" ".join(names[name_count:])):
            return _western(text, len(" ".join(names[:name_count])) + 1)
    return None


def _behind_credit(text: str) -> Found | None:
    """A dateline behind a correspondent's credit, which a lost tag may glue to it: "DALLA NOSTRA INVIATA ROMA - "."""
    credit = _CREDIT.match(text)
    dateline = _western(text, credit.end()) if credit else None
    if not credit or not dateline:
        return None
    value = dateline.value.model_copy(update={"text": f"{credit[0]}{dateline.value.text}"})
    return Found(0, dateline.end, value)


def _stopped(text: str) -> Found | None:
    """A dateline that ends with a full stop: "Essen. Drei Tage nach …", "Oslo (NTB). ", "मुंबई, एजेंसी। "."""
    best_dateline: Found | None = None
    for index, mark in enumerate(_STOP.finditer(text, 0, LONGEST_OPENING)):
        parts = read_parts(text[: mark.start()])
        if index == MOST_STOPS:
            break
        lead = text[mark.end() :]
        if parts and stop_convinces(parts, lead):
            whole_parts = _abbreviated(parts, ".", text[: mark.start()])
            best_dateline = _found(text, (0, mark.start() + bool(whole_parts), mark.end()), whole_parts or parts)
    return best_dateline


def _unmarked(text: str) -> Found | None:
    """A town whose dash was lost; a paper's name and a town with no mark behind: "Liputan6.com, Jakarta Menteri …"."""
    gap = _LOST_DASH.search(text, 0, LONGEST_OPENING)
    town = text[: gap.start()] if gap else ""
    if gap and (is_town(town) or (town.isupper() and is_listed(town))):
        lead = text[gap.end() :].lstrip()
        if (lead[:1].isupper() or lead[:1] in _QUOTES) and is_sentence(lead):
            return _found(text, (0, gap.start(), len(text) - len(lead)), Parts(places=(town,)))
    place, hyphen, agency = text.partition(" ")[0].rpartition("-")  # دمشق-سانا
    if hyphen and is_town(place) and is_printed_source(agency) and is_sentence(text):
        end = len(place) + 1 + len(agency)
        return _found(text, (0, end, end + 1), Parts(places=(place,), agencies=(agency,)))
    comma = text.find(", ", 0, LONGEST_OPENING)
    for word in _BETWEEN_SPACES.finditer(text, comma, LONGEST_OPENING) if comma > 0 else ():
        parts = read_parts(text[: word.end()]) if is_printed_agency(word[1]) or is_printed_source(word[1]) else None
        if parts and parts.date_text and parts.places and all(map(is_listed, parts.places)):
            return _found(text, (0, word.end(), word.end() + 1), parts)
    match = _WITHOUT_MARK.match(text)
    places = match[2].split(" ") if match else []
    town_name = next((name for name in (" ".join(places), *places[:1]) if is_town(name)), None)
    if not match or not town_name:
        return None
    end = match.start(2) + len(town_name)
    return _found(text, (0, end, end + 1), Parts(places=(town_name,), agencies=(match[1],)))


def _dated(text: str) -> Found | None:
    """A town and a day with its year on a line of their own: "Berlin, 12. Mai 2020", "London - 12 May 2020"."""
    if len(text) > LONGEST_OPENING or not text[-5:].strip(".) ")[-2:].isdecimal():
        return None
    parts = read_parts(text.rstrip(".").replace(" - ", ", "))
    days = parts and parts.date_text and printed_days(parts.date_text, day_first=True)
    if not parts or not days or parts.agencies or not parts.places or not all(map(is_listed, parts.places)):
        return None
    return _found(text, (0, len(text), len(text)), parts)


def _trailing_agency(text: str, start: int) -> tuple[str, int, int] | None:
    """The agency that follows the dash, and a reporter's name, as in "31 июл — РИА Новости. …".

    Returns:
        its name, the offset behind it, and the offset where the lead begins.
    """
    stop = text.find(".", start, start + LONGEST_TRAILING)
    agency, _, reporter = text[start:stop].partition(", ")
    if stop < 0 or not is_agency(agency) or (reporter and not is_name(reporter)):
        return None
    return agency, stop, stop + 1 + (text[stop + 1 : stop + 2] == " ")


def _asian(text: str) -> Found | None:
    from article_clean.fields.datelines.cjk_datelines import asian_dateline  # noqa: PLC0415  # 8 ms to compile its patterns

    end_and_value = asian_dateline(text)
    if end_and_value:
        return Found(0, *end_and_value)
    return _western(text, 0) if text[:1] in "([" else None
