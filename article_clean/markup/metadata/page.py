"""What a page's head and marked elements say, collected in one pass."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from article_clean.markup.metadata.jsonld import Thing, main_article, read_things
from article_clean.markup.metadata.surroundings import heading_of, lines_around
from article_clean.markup.metadata.text import plain

MARKED = "meta, title, h1, time, script[type*='ld+json'], [itemprop], [rel~='author']"
LONGEST_MARK = 300  # characters of a marked element that can be a title, a name or a date


class Page(NamedTuple):
    """The raw material of all fields.

    Attributes:
        tree: the parsed page.
        url: its address, where it is known.
        metas: contents of `<meta>` by lower-case name, property or http-equiv, in order.
        headings: its `<h1>` elements.
        times: its `<time>` elements.
        properties: elements of microdata by itemprop.
        signed: elements that link to the author.
        title: text of `<title>`.
        things: objects of its JSON-LD.
        article: the one of them that describes the page's article.
        above: lines of text above the headline, nearest first.
        below: lines of text below it.
    """

    tree: LexborHTMLParser
    url: str | None
    metas: Mapping[str, Sequence[str]]
    headings: Sequence[LexborNode]
    times: Sequence[LexborNode]
    properties: Mapping[str, Sequence[LexborNode]]
    signed: Sequence[LexborNode]
    title: str
    things: Sequence[Thing]
    article: Thing | None
    above: Sequence[str]
    below: Sequence[str]

    def meta(self, name: str) -> str:
        """The first content under this name, as plain text; "" where there is none."""
        return next((text for text in map(plain, self.metas.get(name, ())) if text), "")

    def said(self, name: str) -> str:
        """A string of the article's JSON-LD as plain text; "" where there is none."""
        return plain(self.article.get(name)) if self.article else ""


def read_page(tree: LexborHTMLParser, url: str | None) -> Page:
    """Collect what the page marks."""
    metas: dict[str, list[str]] = {}
    properties: dict[str, list[LexborNode]] = {}
    nodes: dict[str, list[LexborNode]] = {"h1": [], "time": [], "script": [], "title": [], "rel": []}
    for node in tree.css(MARKED):
        given = node.attributes
        if node.tag == "meta":
            name = given.get("property") or given.get("name") or given.get("http-equiv")
            metas.setdefault((name or "").casefold(), []).append(given.get("content") or "")
        elif node.tag in nodes:
            nodes[node.tag].append(node)
        for name in (given.get("itemprop") or "").split():
            properties.setdefault(name.casefold(), []).append(node)
        if given.get("rel"):
            nodes["rel"].append(node)
    title = plain(nodes["title"][0].text()) if nodes["title"] else ""
    things = read_things(node.text() for node in nodes["script"])
    titles = [title, *(plain(text) for text in metas.get("og:title", ())), *map(shown, nodes["h1"])]
    article = main_article(things, titles, url)
    headings = nodes["h1"]
    heading = heading_of(headings, titles)
    above, below = lines_around(heading) if heading else ([], [])
    return Page(
        tree, url, metas, headings, nodes["time"], properties, nodes["rel"], title, things, article, above, below
    )


def shown(node: LexborNode) -> str:
    """The element's text on one line; "" where it is longer than any title, name or date."""
    text = plain(node.text())
    return text if len(text) <= LONGEST_MARK else ""


def value_of(node: LexborNode) -> str:
    """What an element of microdata says: its content or datetime attribute, or else its text."""
    given = node.attributes
    return plain(given.get("content") or given.get("datetime")) or shown(node)


def inside(node: LexborNode, tags: frozenset[str]) -> bool:
    """Whether one of these elements is around it."""
    above = node.parent
    while above is not None and above.tag not in tags:
        above = above.parent
    return above is not None
