"""Visible bylines: lines around the headline, links to the author, elements whose class says byline."""

import re
from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.name_line import is_signature
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.bylines.people import is_person
from article_clean.fields.dates.dates import printed_dates
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.placeholder_names import PLACEHOLDERS
from article_clean.pages.metadata.author_names import Names, read_names, united
from article_clean.pages.metadata.belonging import belongs
from article_clean.pages.metadata.claims import Claim
from article_clean.pages.metadata.marks import LONGEST_MARK, Page, shown
from article_clean.pages.metadata.sites import squeezed
from article_clean.pages.metadata.text import plain

BYLINES = "h1,[class*='yline'],[class*='uthor'],[class*='utor'],a[href*='/author'],a[href*='/autor']"
MOST_BYLINES = 12  # elements behind the headline; further down stand comments and cards of other stories
LONGEST_NAMES = 80  # characters of names without an opener
MOST_PARTS = 12  # text nodes of one element
LONGEST_DATED = 60  # characters of a line that is a date and little else
MOST_ABOVE_ROLE = 3  # lines below the headline that a name may stand on with its role below
FEWEST_NICK_CHARS, MOST_NICK_CHARS = 3, 30
NEAR = 1  # lines between a name that stands alone and the date


_LINKS = pattern_of(
    r"(?:\b(?:by|von|par|por|di|door|av|and|und|et|y|e|og|och|en|with|mit|author|autor)|[,&:;/])\s*$", re.IGNORECASE
)
_DIGIT = pattern_of(r"\d")
_LINKED = pattern_of(r"[,&;/]|(?:and|und|et|y|e|og|och|en|with|mit)\b", re.IGNORECASE)


def visible_claims(page: Page, sites: frozenset[str], *, strict: bool) -> Iterator[Claim[Names]]:
    """What visible bylines say, up to the first kind that names a person.

    Args:
        page: the page's marks.
        sites: keys of the site's own names.
        strict: whether only a byline by its own words will do, or one whose names are known ones.
    """
    kinds = {"byline": _printed, "rel-author": _linked, "class": _classed, "name line": _dated}
    for origin, kind in kinds.items():
        names = kind(page, sites)
        if strict and origin != "byline" and not (names.people and all(map(is_known, names.people))):
            continue
        yield Claim(names, origin)
        if names.people:
            return


def all_of(people: Sequence[str], page: Page, sites: frozenset[str]) -> Iterator[Claim[Names]]:
    """The printed byline that names all these people and more: metadata often have the first author alone."""
    first_author = people[0]
    for line in page.below:
        byline = find_byline(line) if first_author in line and len(line) > len(first_author) else None
        names = _checked((*byline.value.authors, *byline.value.agencies), sites) if byline else Names()
        additional = [name for name in names.people if name not in people]
        if set(people) < set(names.people) and all(is_known(name) and " " in name for name in additional):
            yield Claim(names, "whole byline")
            return


def _linked(page: Page, sites: frozenset[str]) -> Names:
    """The names of links to the author."""
    texts = [text for node in page.signed if belongs(node, page.heading) and (text := shown(node))]
    people = united(read_names(text, sites) for text in texts if is_person(text))
    return people if any(people) else next((Names((text,)) for text in texts if _is_nick(text, sites)), Names())


def _is_nick(text: str, sites: frozenset[str]) -> bool:
    """Whether this may be the name under which somebody writes: one word that is neither the site nor a placeholder."""
    nick = text.removeprefix("@")
    return (
        FEWEST_NICK_CHARS <= len(nick) <= MOST_NICK_CHARS
        and " " not in nick
        and nick[0].isalnum()
        and any(map(str.isalpha, nick))
        and nick.casefold() not in PLACEHOLDERS
        and squeezed(nick) not in sites
    )


def _printed(page: Page, sites: frozenset[str]) -> Names:
    """The first line below the headline, or nearest above it, that is a byline by its own words."""
    bylines = (find_byline(line) for line in _around(page) if _may_sign(line))
    first_byline = next((byline.value for byline in bylines if byline and not byline.bare), None)
    return _checked((*first_byline.authors, *first_byline.agencies), sites) if first_byline else Names()


def _around(page: Page) -> Iterator[str]:
    yield from page.below
    yield from page.above  # read only where nothing below signs


def _may_sign(line: str) -> bool:
    """Whether a line can be more than a bare byline: that takes an opener, a date, or another script."""
    return not (line.isascii() and line[0].isalpha()) or bool(_DIGIT.search(line)) or read_opener(line) is not None


def _classed(page: Page, sites: frozenset[str]) -> Names:
    """The first element behind the headline that is marked as a byline and reads like one."""
    own_nodes = (node for node in _behind_heading(page.tree.css(BYLINES)) if belongs(node, page.heading))
    for text in map(_first_names, own_nodes):
        byline = find_byline(text) if text else None
        if byline:
            names = _checked((*byline.value.authors, *byline.value.agencies), sites)
            nicks = [name for name in byline.value.authors if not names.people and _is_nick(name, sites)]
            return names._replace(people=(*names.people, *nicks))
        line_names = read_names(text, sites)
        if (
            line_names.people
            and len(text) <= LONGEST_NAMES
            and all(is_person(name, shortest=2) for name in line_names.people)
        ):
            return line_names
    return Names()


def _first_names(node: LexborNode) -> str:
    """The text of an element up to the first part of it that is not joined to the names before: a role, a paper."""
    parts = [part for part in map(plain, node.text(separator="\n").split("\n")) if part]
    text = ""
    for part in parts[:MOST_PARTS]:
        if text and not (_LINKS.search(text) or _LINKED.match(part)):
            break
        text = f"{text} {part}".strip()
    return text if len(text) < LONGEST_MARK else ""


def _behind_heading(nodes: Sequence[LexborNode]) -> Sequence[LexborNode]:
    heading_index = next((index for index, node in enumerate(nodes) if node.tag == "h1"), -1)
    near_nodes = (
        *nodes[heading_index + 1 : heading_index + 1 + MOST_BYLINES],
        *nodes[max(0, heading_index - 2) : max(0, heading_index)],
    )
    return [node for node in near_nodes if node.tag != "h1"]


def _dated(page: Page, sites: frozenset[str]) -> Names:
    """A name on a line of its own, with a date beside it."""
    have_dates = [len(line) < LONGEST_DATED and bool(printed_dates(line)) for line in page.below]
    for index, line in enumerate(page.below):
        has_date = any(have_dates[max(0, index - NEAR) : index + NEAR + 1])
        has_role = index < MOST_ABOVE_ROLE and index + 1 < len(page.below) and is_signature(page.below[index + 1])
        if (has_date or has_role) and is_person(line, shortest=2) and is_known(line):
            return _checked((line,), sites)
    return Names()


def _checked(names: Iterable[str], sites: frozenset[str]) -> Names:
    return united(read_names(name, sites) for name in names)
