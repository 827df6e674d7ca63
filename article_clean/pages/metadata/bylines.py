"""Visible bylines: lines around the headline, links to the author, elements whose class says byline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from selectolax.lexbor import LexborNode

from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.bylines.people import is_person
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.placeholder_names import PLACEHOLDERS
from article_clean.pages.metadata.author_names import Names, read_names, united
from article_clean.pages.metadata.belonging import belongs
from article_clean.pages.metadata.claims import Claim
from article_clean.pages.metadata.lone_names import (
    DIGIT,
    LONGEST_NAMES,
    TITLE,
    are_known,
    checked,
    dated_name,
    is_date,
    labelled_name,
    names_alone,
    unopened_name,
)
from article_clean.pages.metadata.marks import LONGEST_MARK, Page, shown
from article_clean.pages.metadata.sites import squeezed
from article_clean.pages.metadata.text import plain

BYLINES = "h1,[class*='yline'],[class*='uthor'],[class*='utor'],a[href*='/author'],a[href*='/autor']"
MOST_BYLINES = 12  # elements behind the headline; further down stand comments and cards of other stories
MOST_PARTS = 12  # text nodes of one element
LOWEST_NICK = 3  # lines below the headline that one name of any kind may sign
LONGEST_NICK_LINE = 50
FEWEST_NICK_CHARS, MOST_NICK_CHARS = 3, 30


_LINKS = pattern_of(
    r"(?:\b(?:by|von|par|por|di|door|av|and|und|et|y|e|og|och|en|with|mit|author|autor)|[,&:;/])\s*$", re.IGNORECASE
)
_OPENED = pattern_of(r"(?:(?:written|posted) )?by:? ", re.IGNORECASE)
_LINKED = pattern_of(r"[,&;/]|(?:and|und|et|y|e|og|och|en|with|mit)\b", re.IGNORECASE)


def visible_claims(page: Page, sites: frozenset[str], *, signed: bool, strict: bool) -> Iterator[Claim[Names]]:
    """What visible bylines say, up to the first kind that names a person.

    Args:
        page: the page's marks.
        sites: keys of the site's own names.
        signed: whether the marks name an organisation: a class is then believed only of known names.
        strict: whether only a byline by its own words will do, or one whose names are known ones; a class is then
            believed around the headline alone.
    """
    kinds = {
        "byline": _printed,
        "rel-author": _linked,
        "class": _classed,
        "name line": dated_name,
        "bare byline": unopened_name,
        "label": labelled_name,
    }
    for origin, kind in kinds.items():
        names = kind(page, sites)
        if strict and origin == "class" and not any(names.people[0] in line for line in _around(page) if names.people):
            continue
        needs_known = (strict and origin != "byline") or (signed and origin == "class")
        if needs_known and not (names.people and all(map(is_known, names.people))):
            continue
        yield Claim(names, origin)
        if names.people or not sites.issuperset(map(squeezed, names.organisations)):
            return


def all_of(people: Sequence[str], page: Page, sites: frozenset[str]) -> Iterator[Claim[Names]]:
    """The printed byline that names all these people and more: metadata often have the first author alone.

    Or others altogether: metadata often name who put the page up, and then no line of the head does.
    """
    first_author = people[0]
    for line in page.below:
        byline = find_byline(line) if first_author in line and len(line) > len(first_author) else None
        names = checked(byline.value, sites) if byline else Names()
        if _bare(people) < _bare(names.people) and are_known(set(names.people) - set(people)):
            yield Claim(names, "whole byline")
            return
    is_named = any(person in line for line in page.below for person in people)
    names = _stacked(people, page.below, sites) if is_named else _instead(people, page, sites)
    if names.people:
        yield Claim(names, "whole byline")


def _instead(people: Sequence[str], page: Page, sites: frozenset[str]) -> Names:
    """The known names that the head prints where it prints none of these people's, nor a part of them."""
    lines = (line for line in page.below if read_opener(line))
    byline = next((byline for byline in map(find_byline, lines) if byline and byline.value.authors), None)
    names = checked(byline.value, sites) if byline and not (byline.bare or byline.posted) else dated_name(page, sites)
    if not (names.people and are_known(names.people)) or _words(names.people) & _words(people):
        return Names()
    return names if not any(person in line for line in page.above for person in people) else Names()


def _words(people: Iterable[str]) -> set[str]:
    return set(" ".join(people).casefold().split())


def _stacked(people: Sequence[str], lines: Sequence[str], sites: frozenset[str]) -> Names:
    """The names on lines of their own of which one names these people."""
    index = next((index for index, line in enumerate(lines) if line in people), None)
    if index is None:
        return Names()
    above = takewhile(any, (names_alone(line, sites) for line in reversed(lines[:index])))
    below = takewhile(any, (names_alone(line, sites) for line in lines[index + 1 :]))
    names = united((*reversed([*above]), read_names(lines[index], sites), *below))
    return names if set(people) < set(names.people) else Names()


def _bare(people: Iterable[str]) -> set[str]:
    """Names without the titles that some places print and others do not."""
    return {TITLE.sub("", name) for name in people}


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
    if first_byline is None:
        lines = page.below[: LOWEST_NICK + 1]
        return next(filter(any, (_by(line, sites) for line in lines)), Names()) if any(map(is_date, lines)) else Names()
    name = _OPENED.sub("", first_byline.text)
    return read_names(name, sites) if squeezed(name) in sites else checked(first_byline, sites)


def _by(line: str, sites: frozenset[str]) -> Names:
    """Who signs a line that is an opener and the site's name, or a nick: "By Harbour Online", "by harbourwatch"."""
    opener = read_opener(line) if len(line) <= LONGEST_NICK_LINE else None
    name = line[opener.end :].strip(" ,:;") if opener else ""
    if squeezed(name) in sites:
        return Names(organisations=(name,))
    return Names((name,)) if name.islower() and _is_nick(name, sites) else Names()


def _around(page: Page) -> Iterator[str]:
    yield from page.below
    yield from page.above  # read only where nothing below signs


def _may_sign(line: str) -> bool:
    """Whether a line can be more than a bare byline: that takes an opener, a date, or another script."""
    return not (line.isascii() and line[0].isalpha()) or bool(DIGIT.search(line)) or read_opener(line) is not None


def _classed(page: Page, sites: frozenset[str]) -> Names:
    """The first element behind the headline that is marked as a byline and reads like one."""
    own_nodes = (node for node in _behind_heading(page.tree.css(BYLINES)) if belongs(node, page.heading))
    for text in map(_first_names, own_nodes):
        byline = find_byline(text) if text else None
        if byline:
            names = checked(byline.value, sites)
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
