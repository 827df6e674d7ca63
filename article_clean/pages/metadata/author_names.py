"""Strings that name authors, as metadata gives them, cut into people, agencies and organisations."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.people import before_agency, before_role, is_person, is_role
from article_clean.knowledge.agencies import is_agency, is_newsroom
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.name_words import DEGREES, ORGANISATION, PAPERS, SUFFIXES
from article_clean.knowledge.placeholder_names import PLACEHOLDERS
from article_clean.knowledge.places import is_land
from article_clean.pages.metadata.sites import squeezed

LONGEST_NAME = 60
MOST_STRINGS = 500  # that one place names authors in; the most in 1,160 real pages is 9
MOST_NAME_WORDS = 6
FEWEST_NAME_WORDS = 2  # what is left when degrees are taken off
FEWEST_ADDRESS_PARTS = 3
SHORTEST_LAND = 4  # letters of "Cuba"
LONGEST_CREDENTIAL = 6  # letters of "FACLM", "DABOM"

_OPENER = pattern_of(
    r"(?:(?:written |posted |reported |words |story |text |article |published |authored |presented )?by|von|por|par"
    r"|autor(?:in)?|author|auteur|penulis|text|texte|texto|автор|foto|oleh)(?: ?:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_SEPARATOR = pattern_of(
    r"(?>(?:(?<!\s)\s++)?)[,;|/&•·、،()\[\]]\s*+(?:(?:and|und|et|y|e) )?|(?<!\s)\s++[-–—]++\s++"
    r"|(?>(?:(?<!\s)\s++)?)—\s*+"
    r"|(?<!\s)\s++(?:and|und|et|y|e|og|och|en|with|mit|con|avec|dan|и|та|for|edited by)\s++",
    re.IGNORECASE,
)
_NOT_A_NAME = pattern_of(
    r"(?:updated|reviewed|edited|photos?|illustrated|translated|sponsored|checked|curated|recommended) by\b"
    r"|(?:full|last|view|read|written|sponsored|about|see|and|follow|in) ?(?:bio|modified|profile|by|the|me|us|all)?$",
    re.IGNORECASE,
)
_MARKS = pattern_of(r"[@#<>{}_=\d:]|https?:|www\.", re.IGNORECASE)
_LISTING = pattern_of(r"[,;|/]")
_NICKED = pattern_of(r"[^\W\d_]+ \([^\W\d_]+\) [^\W\d_]+$")  # "Nora (Nell) Feldt"


class Names(NamedTuple):
    """Who is named: people, news agencies, and other organisations and accounts."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


def read_names(text: str, sites: Collection[str] = (), *, organisation: bool = False) -> Names:
    """The names in one string of metadata.

    Args:
        text: plain text, "By Jane Doe and John Roe, The Associated Press".
        sites: keys of the site's own names, which are no people.
        organisation: whether the page says that this names an organisation.

    >>> read_names("By Jane Doe, MD and John Roe Jr., Reuters")
    Names(people=('Jane Doe', 'John Roe Jr.'), agencies=('Reuters',), organisations=())
    """
    opener = _OPENER.match(text)
    text = text[opener.end() :] if opener else text
    if organisation or _is_institution(text) or _is_site(text, sites):
        return _whole(text)
    if "://" in text or text.startswith("@"):
        return Names()
    piece_names: list[Names] = []
    pieces = [text] if _NICKED.match(text) else _SEPARATOR.split(text)
    for piece in pieces[:1] if _is_address(pieces) else pieces:
        name = piece.strip(" \t*.:-–—\"'“”") + ("." if piece.endswith(("Jr.", "Sr.")) else "")
        if name.casefold() in SUFFIXES and piece_names and piece_names[-1].people:
            piece_names[-1] = Names((f"{piece_names[-1].people[-1]} {name}",))
        elif name and not _is_furniture(name) and not (piece_names and _is_credential(name)):
            piece_names.append(_of_paper(name, sites) if piece_names else _one(name, sites))
    return united(piece_names)


def _is_address(pieces: Sequence[str]) -> bool:
    """Whether a name, a town and a country are given: "The Harbour Post, Berlin, Germany"; "MD" is no country."""
    last_piece = pieces[-1].strip()
    return len(pieces) >= FEWEST_ADDRESS_PARTS and len(last_piece) >= SHORTEST_LAND and is_land(last_piece)


def united(names_of_strings: Iterable[Names]) -> Names:
    """All that are named in any of them, each once."""
    filled_names = [names for names in islice(names_of_strings, MOST_STRINGS) if any(names)]
    if len(filled_names) == 1:
        return filled_names[0]
    return Names(
        *(
            tuple(dict.fromkeys(name for names in filled_names for name in names[field]))
            for field in range(len(Names._fields))
        )
    )


def _whole(text: str) -> Names:
    """One name of an organisation."""
    if not text or text.casefold() in PLACEHOLDERS:
        return Names()
    return Names(agencies=(text,)) if is_agency(text) else Names(organisations=(text,))


def _of_paper(name: str, sites: Collection[str]) -> Names:
    """One name behind another's, which may be that of a paper: "The Harbour Post", or the site's own."""
    is_paper = name.startswith("The ") or (squeezed(name) in sites and not is_known(name))
    return _whole(name) if is_paper else _one(name, sites)


def _one(name: str, sites: Collection[str]) -> Names:
    """One name, of whatever kind it is."""
    person, agency = before_agency(name)
    if person:
        return Names((person,), (agency,))
    agency = name.partition(" in ")[0]  # "Associated Press in Valencia"
    if is_agency(agency) and not _is_site(name, sites):
        return Names(agencies=(agency,))
    if _is_site(name, sites) or is_newsroom(name) or _is_organisation(name):
        return Names(organisations=(name,))
    if is_role(name):
        return Names(tuple(filter(None, [before_role(name)])))
    return Names((_without_degrees(name),))


def _is_furniture(name: str) -> bool:
    too_long = len(name) > LONGEST_NAME or len(name.split()) > MOST_NAME_WORDS
    mark_match = _NOT_A_NAME.match(name) or _MARKS.search(name)
    return too_long or bool(mark_match) or name.casefold() in PLACEHOLDERS or not any(map(str.isalpha, name))


def _is_institution(text: str) -> bool:
    """Whether the whole is one name with "for", "of" or "the" in it: "Center for Drug Evaluation and Research"."""
    words = text.casefold().split()
    signs = ORGANISATION.intersection(words) and {"for", "of"}.intersection(words)
    return bool(signs or words[:1] == ["the"]) and not _LISTING.search(text)


def _is_site(text: str, sites: Collection[str]) -> bool:
    """Whether this is the site's name, and not that of the person who writes it."""
    if squeezed(text) not in sites:
        return False
    paper = _is_organisation(text) or PAPERS.intersection(text.casefold().split())
    return bool(paper) or not (is_person(text, shortest=FEWEST_NAME_WORDS) and is_known(text))


def _is_organisation(name: str) -> bool:
    """Whether this names an organisation, or an account: one word in lower case, or with capitals inside ("KatieS")."""
    account = name.isascii() and " " not in name and len(name) > 1 and (name[0].islower() or not name[1:].islower())
    return account or any(word.casefold() in ORGANISATION for word in name.split())


def _is_credential(name: str) -> bool:
    """Whether this is what stands behind a name: "MD", "RDN", "FACLM"."""
    is_abbreviation = " " not in name and name.isupper() and len(name) <= LONGEST_CREDENTIAL and not is_agency(name)
    return is_abbreviation or all(word.casefold() in DEGREES for word in name.split())


def _without_degrees(name: str) -> str:
    """The name without what stands behind it: "Jane Doe" of "Jane Doe MD"."""
    words = name.split()
    while len(words) > FEWEST_NAME_WORDS and words[-1].casefold() in DEGREES:
        words.pop()
    return " ".join(words)
