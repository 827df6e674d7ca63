"""Visible bylines: lines around the headline, links to the author, elements whose class says byline."""

from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.fields.byline import find_byline
from article_clean.fields.dates import printed_dates
from article_clean.fields.people import is_person
from article_clean.markup.metadata.evidence import Claim
from article_clean.markup.metadata.names import Names, read_names, united
from article_clean.markup.metadata.page import LONGEST_MARK, Page, shown
from article_clean.markup.metadata.text import plain

BYLINES = (
    "h1,[class*='byline'],[class*='Byline'],[class*='author'],[class*='Author'],[class*='autor'],[class*='Autor'],"
    "[class*='auteur'],[class*='writer'],a[href*='/author'],a[href*='/autor'],a[href*='/profile/'],a[href*='/people/']"
)
MOST_BYLINES = 12  # elements behind the headline; further down stand comments and cards of other stories
LONGEST_DATED = 60  # characters of a line that is a date and little else
NEAR = 2  # lines between a name that stands alone and the date: a role, a paper


def visible_claims(page: Page, sites: frozenset[str]) -> Iterator[Claim[Names]]:
    """What each kind of visible byline says.

    Args:
        page: the page's marks.
        sites: keys of the site's own names.
    """
    yield Claim(_printed(page, sites), "byline")
    yield Claim(united(read_names(text, sites) for text in map(shown, page.signed) if is_person(text)), "rel-author")
    yield Claim(_classed(page, sites), "class")
    yield Claim(_dated(page, sites), "name line")


def _printed(page: Page, sites: frozenset[str]) -> Names:
    """The first line below the headline, or nearest above it, that is a byline by its own words."""
    found = (find_byline(line) for line in (*page.below, *page.above))
    first = next((one.value for one in found if one and not one.bare), None)
    return _checked((*first.authors, *first.agencies), sites) if first else Names()


def _classed(page: Page, sites: frozenset[str]) -> Names:
    """The first element behind the headline that is marked as a byline and reads like one."""
    texts = (plain(node.text(separator=" | ")) for node in _behind_heading(page.tree.css(BYLINES)))
    for text in texts:
        found = find_byline(text) if 0 < len(text) < LONGEST_MARK else None
        if found:
            return _checked((*found.value.authors, *found.value.agencies), sites)
        if is_person(text, shortest=2):
            return _checked((text,), sites)
    return Names()


def _behind_heading(nodes: Sequence[LexborNode]) -> Sequence[LexborNode]:
    first = next((n for n, node in enumerate(nodes) if node.tag == "h1"), -1) + 1
    return nodes[first : first + MOST_BYLINES]


def _dated(page: Page, sites: frozenset[str]) -> Names:
    """A name on a line of its own, with a date beside it."""
    dated = [len(line) < LONGEST_DATED and bool(printed_dates(line)) for line in page.below]
    for n, line in enumerate(page.below):
        if any(dated[max(0, n - NEAR) : n + NEAR + 1]) and is_person(line, shortest=2):
            return _checked((line,), sites)
    return Names()


def _checked(names: Iterable[str], sites: frozenset[str]) -> Names:
    return united(read_names(name, sites) for name in names)
