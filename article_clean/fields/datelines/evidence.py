"""Whether what looks like a dateline is one: the evidence of its parts, of the end mark and of the text behind it.

A label ("UPDATE: "), a speaker, a company or an item of a list has the same shape. What speaks for a dateline: a known
agency, a town of the lists, capitals with a dash, a region or date beside the place, a sentence behind it.
"""

from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.fields.datelines.dateline_parts import Parts, is_small
from article_clean.knowledge.agencies import is_desk
from article_clean.knowledge.places import (
    LABELS,
    is_before_colon,
    is_land,
    is_listed,
    is_region,
    is_stylebook_town,
    is_town,
)
from article_clean.knowledge.press_names import names_desk
from article_clean.knowledge.sentence_ends import ENDS_OR_QUOTES, is_without_stops
from article_clean.knowledge.word_lists import in_order, word_list

LONG_TEXT = 200  # behind a dateline, so much text is a paragraph, however it ends
SHORTEST_SENTENCE = 30  # shorter text behind a bare place is a title: "Melaka – Why It's Worth A Visit"
LONGEST_ACRONYM = 4  # "NASA - " opens a sentence about NASA; towns in so few letters are in the list
SHORTEST_SOURCE = 3
MOST_BRACKETED_WORDS = 3
_CAPTION_DATE = pattern_of(r"[^\W\d_]{3,9} \d{1,2}(?:, \d{4})?:")  # LONDON, ENGLAND - JUNE 03: …
_ENGLISH = word_list("english_prose")
_GERMAN = word_list("german_prose")
_GERMAN_TOWNS = in_order("end_of_german_town")
_LOCAL_FIRST = word_list("first_of_local_place")
_LOCAL_LAST = word_list("last_of_local_place")
_LOCAL_ENDINGS = in_order("end_of_local_place")


COLONS = frozenset(":\N{DEVANAGARI SIGN VISARGA}\N{BENGALI SIGN VISARGA}")  # visargas are typed for it


class Case(NamedTuple):
    """What a dateline is judged by: its parts, the end mark, the text on both sides of it."""

    parts: Parts
    mark: str
    before: str
    rest: str

    @property
    def colon(self) -> bool:
        """Whether the mark is a colon, which ends labels and speakers too."""
        return not COLONS.isdisjoint(self.mark)

    @property
    def spaced(self) -> bool:
        """Whether the mark stands apart from the place, as no mark inside a sentence or a word does."""
        return self.before[-1:].isspace() or self.mark.startswith(".")

    @property
    def known(self) -> bool:
        """Whether an agency is among the parts, and not only what might be one."""
        return any(map(_is_source, self.parts.agencies))


def stop_convinces(parts: Parts, lead: str) -> bool:
    """Whether these parts, before a full stop and this text, are a dateline beyond doubt."""
    has_source = any(map(_is_source, parts.agencies)) and bool(parts.places or parts.date_text)
    if has_source and not lead:  # on a line of its own: "Hannover (epd).", but "Amazon.com, Inc."
        return bool(parts.date_text) or all(map(is_listed, parts.places))
    if not is_sentence(lead) or is_small(lead[:1]):
        return False
    if has_source:
        return True
    is_regional = is_region(parts.region or "") and any(map(is_listed, parts.places))  # a small town beside a large one
    are_towns = is_regional or (bool(parts.places) and all(map(is_listed, parts.places)))
    are_listed = are_towns and not _is_labelled(parts.places, alone=True)
    if parts.agencies or not are_listed:
        return are_listed and all(map(str.islower, parts.agencies))  # "Warendorf (fn-press). "
    return bool(parts.date_text) or (
        not _is_english(lead) and (parts.region is None or is_land(parts.region) or is_region(f"{parts.region}."))
    )


def is_caption_or_range(text: str, end: int) -> bool:
    """Whether a day and a colon follow, as in an agency's captions, or the dash is that of a range of days.

    "LONDON, ENGLAND - JUNE 03: …", "Lisbon, Portugal: November 9–12".
    """
    return bool(_CAPTION_DATE.match(text, end)) or (text[end : end + 1].isdigit() and text[end - 1] in "–—-")


def convinces(case: Case) -> bool:
    """Whether these parts, before this end mark and this text, are a dateline beyond doubt."""
    parts = case.parts
    if is_small(case.rest[:1]) and not (case.known and ")" in case.before and all(map(is_listed, parts.places))):
        return False
    if _is_labelled(parts.places, alone=not (case.known or is_region(parts.region or ""))):
        return False
    if not case.mark.strip(" .।"):
        has_date_or_town = bool(parts.date_text) or (bool(parts.places) and _are_towns(parts.places))
        is_lone_agency = not parts.places and is_sentence(case.rest)
        is_slashed = case.before.rstrip().endswith("/") and bool(parts.agencies)  # София /КРОСС/
        are_listed = bool(parts.places) and all(map(is_listed, parts.places))
        return (
            (case.known and (has_date_or_town or is_lone_agency))
            or (is_slashed and are_listed)
            or _is_town_in_brackets(case)
        )
    if parts.agencies:
        return _convinces_by_agency(case)
    if not parts.places:
        return _convinces_by_date(case)
    return _convinces_by_town_and_date(case) if parts.date_text else _convinces_by_place(case)


def _is_town_in_brackets(case: Case) -> bool:
    """The dateline of Canada's French agency: "(Montréal) Le conseil …"; in capitals it may be square: "[ABIDJAN] "."""
    is_bare = not (case.parts.agencies or case.parts.region or case.parts.date_text)
    is_square = case.before[0] == "[" and case.before.isupper()
    is_bracketed = is_bare and (is_square or case.before[0] == "(") and all(map(is_town, case.parts.places))
    return is_bracketed and is_sentence(case.rest) and not _is_english(case.rest)


def _convinces_by_agency(case: Case) -> bool:
    parts = case.parts
    if parts.places:
        is_first = case.before.startswith(f"{parts.agencies[0]}, ")  # Liputan6.com, Wonogiri -
        is_bracketed = not case.colon and (is_first or ")" in case.before or "/" in case.before)
        return (
            (case.known and (is_bracketed or _is_placed(parts)))
            or (not case.colon and _are_towns(parts.places))
            or all(map(is_listed, parts.places))
        )
    has_source = case.known or bool(parts.date_text) or _is_lone_source(parts.agencies, bracketed=case.before[0] == "(")
    is_alone = case.known and not case.rest and ")" in case.before  # on a line of its own
    is_marked = not case.colon or (case.known and case.before[0] == "(")  # "(NTB): "
    return is_marked and (is_alone or is_sentence(case.rest)) and has_source


def _is_placed(parts: Parts) -> bool:
    """Whether a date, a region or the towns themselves show that these are places."""
    return bool(parts.date_text or parts.region) or _are_towns(parts.places)


def _convinces_by_date(case: Case) -> bool:
    """A date alone, in capitals or before the two hyphens of a wire: "AUGUST 25, 2004 -- "."""
    date = case.parts.date_text or ""
    return date[-4:].isdigit() and (date.isupper() or "--" in case.mark) and not case.colon and is_sentence(case.rest)


def _convinces_by_town_and_date(case: Case) -> bool:
    parts = case.parts
    if case.colon and _CAPTION_DATE.match(case.before.rpartition(" - ")[2] + ":"):
        return False
    if all(map(is_listed, parts.places)):
        return True
    if case.colon:
        return False
    place = parts.places[0]
    if all(map(_in_capitals, parts.places)):  # "October 20: ACCIDENT – " is an entry of a list
        return case.before.find(place) < case.before.find(parts.date_text or "")
    is_numeric = bool(parts.date_text) and not any(map(str.isalpha, parts.date_text or ""))
    is_yearless = not (parts.date_text or "")[-4:].isdigit() or is_numeric
    is_near = f"{place}," in case.before and (is_yearless or " " not in place)
    return is_near and (parts.region is None or is_land(parts.region)) and is_sentence(case.rest)


def _convinces_by_place(case: Case) -> bool:
    parts = case.parts
    sentence = is_sentence(case.rest)
    if parts.region:
        return _convinces_by_region(case, sentence=sentence)
    if case.colon:
        return sentence and all(_before_colon(place, case.rest) for place in parts.places)
    if case.mark[:1] in {"|", "\N{LIGHT VERTICAL BAR}"}:
        return sentence and all(place.isupper() and is_town(place) for place in parts.places)
    if ".-" in case.mark and sentence and all(map(is_land, parts.places)):  # "Estados Unidos.- "
        return True
    if all(map(_in_capitals, parts.places)):
        return all(map(is_town, parts.places)) or (sentence and _in_capitals_convince(case))
    return case.spaced and sentence and (all(map(is_listed, parts.places)) or _is_german_town(case))


def _is_german_town(case: Case) -> bool:
    """A small town that its ending gives away, in German: "Gundremmingen - Die beiden …"."""
    has_german_ending = all(place.endswith(_GERMAN_TOWNS) for place in case.parts.places)
    return has_german_ending and not _GERMAN.isdisjoint(case.rest[:LONG_TEXT].split())


def _convinces_by_region(case: Case, *, sentence: bool) -> bool:
    parts = case.parts
    are_towns = _are_towns(parts.places)
    if case.mark.startswith(".") and "-" in case.mark:  # Xalapa, Ver.- only Spanish papers end so
        return (are_towns or is_region(parts.region or "")) and sentence
    is_known_region = is_region(parts.region or "") or (sentence and is_land(parts.region or ""))
    if case.colon and not sentence:
        return False
    is_known_region = is_known_region or (
        sentence and all(place.isupper() and is_listed(place) for place in parts.places)
    )
    return is_known_region and (are_towns or (sentence and not case.colon))


def _before_colon(place: str, lead: str) -> bool:
    """Whether a colon may end the dateline: papers of South Asia and Africa, and towns of the stylebooks in English."""
    if place.isupper() or _is_english(lead):
        return is_stylebook_town(place) or is_before_colon(place)
    return is_listed(place) and place.upper() == place.lower()  # a script without capitals


def _in_capitals_convince(case: Case) -> bool:
    """Whether an unknown place in capitals is one: in English any but an acronym, in other languages a listed town."""
    places = case.parts.places
    has_acronym = any(len(place) <= LONGEST_ACRONYM for place in places)
    if any(is_land(place) and not is_town(place) for place in places):
        return False
    if all(map(is_listed, places)):
        return True
    return (
        _is_english(case.rest) and not has_acronym and not case.mark.startswith(".") and all(map(_sounds_local, places))
    )


def _sounds_local(place: str) -> bool:
    """Whether a name in capitals begins or ends like those of small towns: "FORT ORD", "OAKDALE", "CLEAR LAKE"."""
    first_word, _, last_word = place.replace("-", " ").replace(" ", "\0", 1).partition("\0")
    last_word = last_word.rpartition(" ")[2]
    return first_word in _LOCAL_FIRST or last_word in _LOCAL_LAST or place.endswith(_LOCAL_ENDINGS)


def _is_labelled(places: tuple[str, ...], *, alone: bool) -> bool:
    """Whether a word of these is a label that opens paragraphs, and no place.

    Args:
        places: what stands where a dateline has its places.
        alone: whether nothing else speaks for them; with an agency or a region, a longer name may have such a word.
    """
    label_candidates = [place for place in places if alone or " " not in place]
    return any(word.casefold().strip(".") in LABELS for place in label_candidates for word in place.split())


def _is_source(name: str) -> bool:
    """Whether this is an agency, or a desk in any of the languages."""
    return is_desk(name) or names_desk(name)


def _are_towns(places: tuple[str, ...]) -> bool:
    return all((_in_capitals(place) and len(place) > LONGEST_ACRONYM) or is_listed(place) for place in places)


def _is_lone_source(names: tuple[str, ...], *, bracketed: bool) -> bool:
    """One capitalised word that is no label, or initials: "(B/R) — "; in brackets up to three: "(The Hill) — "."""
    words = names[0].split()
    if len(names) > 1 or len(words) > (MOST_BRACKETED_WORDS if bracketed else 1) or len(names[0]) < SHORTEST_SOURCE:
        return False
    name_words = words[1:] if words[0] == "The" and len(words) > 1 else words
    return all(word[0].isupper() and word[-1] != ":" and word.casefold() not in LABELS for word in name_words)


def _in_capitals(name: str) -> bool:
    return name.isupper() and len(name) > 2  # noqa: PLR2004


def _is_english(lead: str) -> bool:
    """Whether words that only English has are among the next ones."""
    return not _ENGLISH.isdisjoint(lead[:LONG_TEXT].split())


def is_sentence(lead: str) -> bool:
    """Whether text is long enough for a paragraph, or ends as a sentence does."""
    is_ended = lead.rstrip()[-1:] in (*ENDS_OR_QUOTES, ":") or is_without_stops(lead)
    return len(lead) >= SHORTEST_SENTENCE and (len(lead) >= LONG_TEXT or is_ended)
