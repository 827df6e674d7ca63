"""News agencies and wire services, and what their names look like.

Own names, and those that their reports carry in brackets, by the agencies' own pages and the datelines seen.
"""

import re

from article_clean.core.composition import composed
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import folded_list, word_list

AGENCIES = folded_list("agency")
_AS_PRINTED = word_list("agency")

_NEWSROOMS = folded_list("newsroom")
_WIRES = folded_list("wire")
_DOMAIN = pattern_of(r"[A-Za-z][\w-]*\.(?:com|org|net|co|tv|gov|info|news|id|ru|az|ua)(?:\.[a-z]{2})?$", re.IGNORECASE)
_STAFF = pattern_of(
    r".*\b(?:staff|newsroom|editorial board|news service|newswire|redaktion|agencies|reports)$", re.IGNORECASE
)


def is_agency(name: str) -> bool:
    """Whether this names a news agency or wire, or is the domain of a paper ("SPACE.com")."""
    return _folded(name) in AGENCIES or bool(_DOMAIN.match(name))


def is_printed_agency(name: str) -> bool:
    """Whether this is an agency as it prints its name, or in capitals: "APP" and "Reuters", but not "App"."""
    printed = composed(name) in _AS_PRINTED or (name.isupper() and _folded(name) in AGENCIES)
    return printed or bool(_DOMAIN.match(name))


def is_desk(name: str) -> bool:
    """Whether this is an agency, or a desk of a large one ("Reuters Health", "dpa-AFX")."""
    first_word = re.split(r"[ -]", name, maxsplit=1)[0]
    return is_agency(name) or _folded(first_word) in _WIRES


def is_collective(name: str) -> bool:
    """Whether this is an agency, or a paper's own word for its newsroom ("Redacción"), and may sign alone."""
    return is_agency(name) or _folded(name) in _NEWSROOMS


def is_newsroom(name: str) -> bool:
    """Whether this is an agency, or a collective author ("Chicago Tribune staff")."""
    return is_collective(name) or bool(_STAFF.match(name))


def _folded(name: str) -> str:
    """A name as it is looked up."""
    return composed(name.casefold())
