"""What a page's head and marked elements say, collected in one pass."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from article_clean.pages.metadata.jsonld import Thing, main_article, named_things, read_things
from article_clean.pages.metadata.surroundings import heading_of, lines_above, lines_below
from article_clean.pages.metadata.text import LONGEST_VALUE, field_text

T = TypeVar("T")

MARKED = "meta, title, h1, time, script[type*='ld+json'], [itemprop], [rel~='author']"
MARK_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")  # a word of a class
LONGEST_MARK = 300  # characters of a marked element that can be a title, a name or a date
LONGEST_TEXT = 1_000_000  # characters of a summary or of the article's text; the longest of 1,160 pages has 45,330
MOST_MARKS = 500  # of a kind; of 1,160 real pages none has more than 153 of one property, nor more headings or times


@dataclass(frozen=True)
class Page:
    """The raw material of all fields.

    Attributes:
        tree: the parsed page.
        html: its source.
        url: its address, where it is known.
        metas: contents of `<meta>` by lower-case name, property or http-equiv, in order.
        headings: its `<h1>` elements.
        times: its `<time>` elements.
        properties: elements of microdata by itemprop.
        signed: elements that link to the author.
        title: text of `<title>`.
        things: objects of its JSON-LD.
    """

    tree: LexborHTMLParser
    html: str
    url: str | None
    metas: Mapping[str, Sequence[str]]
    headings: Sequence[LexborNode]
    times: Sequence[LexborNode]
    properties: Mapping[str, Sequence[LexborNode]]
    signed: Sequence[LexborNode]
    title: str
    things: Sequence[Thing]

    def meta(self, name: str, longest: int = LONGEST_VALUE) -> str:
        """The first content under this name that is no longer, as plain text; "" where there is none."""
        return next(filter(None, (field_text(text, longest) for text in self.metas.get(name, ()))), "")

    def said(self, name: str, longest: int = LONGEST_VALUE) -> str:
        """A string of the article's JSON-LD as plain text; "" where there is none, or a longer one."""
        return field_text(self.article.get(name), longest) if self.article else ""

    @cached_property
    def article(self) -> Thing | None:
        """The object of its JSON-LD that describes the page's article."""
        return main_article(self.things, [*self._titles, *map(shown, self.headings)], self.url)

    @cached_property
    def named(self) -> Mapping[str, Thing]:
        """The objects of its JSON-LD that have a name, by their `@id`."""
        return named_things(self.things)

    @cached_property
    def below(self) -> Sequence[str]:
        """Lines of text below the headline."""
        return lines_below(self._heading) if self._heading else ()

    @cached_property
    def above(self) -> Sequence[str]:
        """Lines of text above the headline, nearest first."""
        return lines_above(self._heading) if self._heading else ()

    @cached_property
    def _titles(self) -> Sequence[str]:
        return (self.title, self.meta("og:title"))

    @cached_property
    def _heading(self) -> LexborNode | None:
        return heading_of(self.headings or self.tree.css("h2,h3"), self._titles, certain=not self.headings)


def read_page(tree: LexborHTMLParser, html: str, url: str | None) -> Page:
    """Collect what the page marks."""
    metas: dict[str, list[str]] = {}
    properties: dict[str, list[LexborNode]] = {}
    nodes: dict[str, list[LexborNode]] = {"h1": [], "time": [], "script": [], "title": [], "rel": []}
    for node in tree.css(MARKED):
        given = node.attributes
        tag = node.tag or ""
        if tag == "meta":
            for name in {given.get("property"), given.get("name"), given.get("http-equiv")} - {None}:
                _add(metas, str(name).casefold(), given.get("content") or "")
        elif tag in nodes:
            _add(nodes, tag, node)
        for name in (given.get("itemprop") or "").split():
            _add(properties, name.casefold(), node)
        if "author" in (given.get("rel") or "").split():
            _add(nodes, "rel", node)
    title = field_text(nodes["title"][0].text()) if nodes["title"] else ""
    things = read_things(node.text() for node in nodes["script"])
    return Page(tree, html, url, metas, nodes["h1"], nodes["time"], properties, nodes["rel"], title, things)


def _add(marks: dict[str, list[T]], name: str, mark: T) -> None:
    """One mark more of a kind, up to a number."""
    of_kind = marks.setdefault(name, [])
    if len(of_kind) < MOST_MARKS:
        of_kind.append(mark)


def shown(node: LexborNode) -> str:
    """The element's text on one line; "" where it is longer than any title, name or date."""
    return field_text(node.text(), LONGEST_MARK)


def value_of(node: LexborNode) -> str:
    """What an element of microdata says: its content or datetime attribute, or else its text."""
    given = node.attributes
    return field_text(given.get("content") or given.get("datetime")) or shown(node)


def inside(node: LexborNode, tags: frozenset[str]) -> bool:
    """Whether one of these elements is around it."""
    above = node.parent
    while above is not None and above.tag not in tags:
        above = above.parent
    return above is not None
