"""Towns that datelines name without their country, and the regions that follow other towns.

STYLEBOOK_TOWNS: those that the stylebooks of AP and Reuters let stand alone, and capitals, as written in English.
OWN_TOWNS: large towns of the press in other languages under their own names. Behind both stand a list of towns by
country (towns.tsv) and the names of lands and of the towns of time zones in CLDR (cldr.tsv), read when a candidate
first needs them. LABELS are words in capitals that open a paragraph and are no place.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.composition import composed
from article_clean.knowledge.press_names import names_of
from article_clean.knowledge.word_lists import folded_list, word_list, words

STYLEBOOK_TOWNS = folded_list("stylebook_town")

OWN_TOWNS = folded_list("own_town")

REGIONS = folded_list("region")

LABELS = word_list("no_place")

LOWER_IN_NAMES = word_list("lower_in_places")


def is_town(name: str) -> bool:
    """Whether a dateline may name this town alone."""
    folded = name.casefold()
    if folded in STYLEBOOK_TOWNS or folded in OWN_TOWNS:
        return True
    return composed(folded) in names_of("town")


def is_stylebook_town(name: str) -> bool:
    """Whether English papers let this town stand alone."""
    return name.casefold() in STYLEBOOK_TOWNS


def is_listed(name: str) -> bool:
    """Whether this is a town of the large lists, in any language; the first that asks pays for reading them.

    Of towns where English is the first language only those in capitals count, as their papers print them: half of them
    are names of people or common words too.
    """
    if is_town(name):
        return True
    folded_name, listed_towns = fold(name), _gazetteer()
    return (
        folded_name in listed_towns.other
        or (name.isupper() and folded_name in listed_towns.english)
        or folded_name in _cldr()["town"]
    )


def is_before_colon(name: str) -> bool:
    """Whether papers of this town's country end their datelines with a colon ("LUCKNOW:", "KLANG:")."""
    return fold(name) in _gazetteer().colon


def is_region(name: str) -> bool:
    """Whether this is a state, province or country, or its abbreviation."""
    return name.casefold() in REGIONS


def is_land(name: str) -> bool:
    """Whether this is a region, or a country's name in any of the languages of CLDR."""
    return is_region(name) or fold(name) in _cldr()["land"]


def fold(name: str) -> str:
    """A name without case and accents, as towns.tsv has it.

    >>> fold("Αθήνα") == fold("ΑΘΗΝΑ")
    True
    """
    plain_name = name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if plain_name.isascii():
        return plain_name
    plain_name = plain_name.replace(
        "\N{LATIN SMALL LETTER DOTLESS I}", "i"
    )  # DİYARBAKIR in capitals says nothing of the dot
    return "".join(
        name_char for name_char in unicodedata.normalize("NFKD", plain_name) if not unicodedata.combining(name_char)
    )


_TOWNS_FILE = Path(__file__).with_name("towns.tsv")
_CLDR_FILE = Path(__file__).with_name("cldr.tsv")
_COLON_COUNTRIES = words("IN PK BD LK NP MY SG BN KE UG TZ NG GH ZA ZW ZM MW NA BW NO")
_ENGLISH_COUNTRIES = words("US GB AU NZ IE CA JM TT BB BS GY")


class _Gazetteer(NamedTuple):
    """The towns of towns.tsv: where English is the first language, elsewhere, and where papers print a colon."""

    english: frozenset[str]
    other: frozenset[str]
    colon: frozenset[str]


@cache
def _gazetteer() -> _Gazetteer:
    """The towns of all countries: 15 ms."""
    table_lines = _TOWNS_FILE.read_text(encoding="utf-8").splitlines()
    towns_by_country = {table_line[:2]: table_line[3:].split(",") for table_line in table_lines if table_line[0] != "#"}
    english = frozenset(town_name for country in _ENGLISH_COUNTRIES for town_name in towns_by_country[country])
    scripts = frozenset(
        town_name for town_name in english if not town_name[0].isascii()
    )  # "вашингтон" has no such double sense
    foreign = scripts.union(*(towns_by_country[country] for country in towns_by_country.keys() - _ENGLISH_COUNTRIES))
    return _Gazetteer(
        english,
        foreign,
        frozenset(town_name for country in _COLON_COUNTRIES for town_name in towns_by_country[country]),
    )


@cache
def _cldr() -> Mapping[str, frozenset[str]]:
    """The lands ("land"), and the towns of time zones ("town"), in the languages of CLDR: 4 ms."""
    names_by_kind: dict[str, list[str]] = {}
    for table_line in _CLDR_FILE.read_text(encoding="utf-8").splitlines():
        place_kind, *place_names = table_line.split("\t")
        names_by_kind.setdefault(place_kind, []).extend(place_names)
    return {place_kind: frozenset(names_by_kind[place_kind]) for place_kind in ("land", "town")}
