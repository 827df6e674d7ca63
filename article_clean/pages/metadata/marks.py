"""What a page's head and marked elements say, collected in one pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from article_clean.core.patterns import pattern_of
from article_clean.pages.metadata.headings import Headings, around, read_headings
from article_clean.pages.metadata.home_links import HOME, host_of, leads_home, name_on
from article_clean.pages.metadata.jsonld import Thing, main_article, named_things, read_things
from article_clean.pages.metadata.surroundings import in_titles, lines_above, lines_below
from article_clean.pages.metadata.text import LONGEST_VALUE, field_text, words_of

T = TypeVar("T")

MARKED = (
    "meta, title, h1, time, relative-time, script[type*='ld+json'], [itemprop], [rel~='author'], "
    f"link[rel='canonical'], {HOME}"
)
MARK_WORD = pattern_of(r"[A-Z]?[a-z]+|[A-Z]+")  # a word of a class
LONGEST_MARK = 300  # characters of a marked element that can be a title, a name or a date
LONGEST_TEXT = 1_000_000  # characters of a summary or of the article's text; the longest of 1,160 pages has 45,330
MOST_WAYS_HOME = 3  # that are looked at: the logo, the menu's and the breadcrumbs' first
MOST_MARKS = 500  # of a kind; of 1,160 real pages none has more than 153 of one property, nor more headings or times


_STORIES = frozenset({"article"})
_ASIDES = frozenset({"aside", "nav", "footer"})


@dataclass(frozen=True)
class Page:
    """The raw material of all fields.

    Attributes:
        tree: the parsed page.
        html: its source.
        url: its address, where it is known.
        metas: contents of `<meta>` by lower-case name, property or http-equiv, in order; "canonical" is a link's.
        largest: its `<h1>` elements.
        ways_home: links to the home page.
        times: its `<time>` and `<relative-time>` elements.
        properties: elements of microdata by itemprop.
        signed: elements that link to the author.
        title: text of `<title>`.
        things: objects of its JSON-LD.
        texts: texts of its blocks, in order.
    """

    tree: LexborHTMLParser
    html: str
    url: str | None
    metas: Mapping[str, Sequence[str]]
    largest: Sequence[LexborNode]
    ways_home: Sequence[LexborNode]
    times: Sequence[LexborNode]
    properties: Mapping[str, Sequence[LexborNode]]
    signed: Sequence[LexborNode]
    title: str
    things: Sequence[Thing]
    texts: Sequence[str]

    def meta(self, name: str, longest: int = LONGEST_VALUE) -> str:
        """The first content under this name that is no longer, as plain text; "" where there is none."""
        return next(filter(None, (field_text(text, longest) for text in self.metas.get(name, ()))), "")

    def said(self, name: str, longest: int = LONGEST_VALUE) -> str:
        """A string of the article's JSON-LD as plain text; "" where there is none, or a longer one."""
        return field_text(self.article.get(name), longest) if self.article else ""

    @cached_property
    def addresses(self) -> Sequence[str]:
        """The page's address as its caller, Open Graph and its canonical link give it."""
        return [*filter(None, (self.url, self.meta("og:url"), self.meta("canonical")))]

    @cached_property
    def headings(self) -> Sequence[LexborNode]:
        """The elements that may be the headline: its `<h1>`s without logos, or the `<h2>` that its title says."""
        return self._parted.story

    @cached_property
    def site_texts(self) -> Sequence[str]:
        """What logos and links to the home page say, unless it is the page's title: the site's name, "Home"."""
        titles = frozenset(map(words_of, self._titles))
        return [
            *self._parted.site,
            *(text for text in map(name_on, self.ways_home[:MOST_WAYS_HOME]) if words_of(text) not in titles),
        ]

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
        return lines_below(self.heading) if self.heading else ()

    @cached_property
    def above(self) -> Sequence[str]:
        """Lines of text above the headline, nearest first."""
        return lines_above(self.heading) if self.heading else ()

    @cached_property
    def story_times(self) -> Sequence[LexborNode]:
        """The `<time>` elements of the headline's article; where it stands in none, those outside of asides."""
        own_article = around(self.heading, _STORIES) if self.heading else None
        if own_article is not None:
            return [
                node
                for node in self.times
                if (article := around(node, _STORIES)) and article.mem_id == own_article.mem_id
            ]
        return [node for node in self.times if around(node, _ASIDES) is None]

    @cached_property
    def _titles(self) -> Sequence[str]:
        return (self.title, self.meta("og:title"))

    @cached_property
    def _parted(self) -> Headings:
        hosts = frozenset(map(host_of, self.addresses)) - {""}
        return read_headings(self.tree, self.largest, self._titles, hosts)

    @cached_property
    def heading(self) -> LexborNode | None:
        """The heading around which the byline and the date stand: the one that a title says, else the first."""
        return next(in_titles(self.headings, self._titles), next(iter(self.headings), None))


def read_page(tree: LexborHTMLParser, html: str, url: str | None, texts: Sequence[str] = ()) -> Page:
    """Collect what the page marks."""
    metas: dict[str, list[str]] = {}
    properties: dict[str, list[LexborNode]] = {}
    nodes: dict[str, list[LexborNode]] = {"h1": [], "time": [], "script": [], "title": [], "rel": [], "a": []}
    for node in tree.css(MARKED):
        attributes = node.attributes
        tag = node.tag or ""
        if tag == "meta":
            content = attributes.get("content") or ""
            for name in {attributes.get("property"), attributes.get("name"), attributes.get("http-equiv")}:
                if name is not None:
                    _add(metas, name.casefold(), content)
        elif tag == "link" and "canonical" in (attributes.get("rel") or "").split():
            _add(metas, "canonical", attributes.get("href") or "")
        elif tag == "relative-time":
            _add(nodes, "time", node)
        elif tag in nodes and (tag != "a" or leads_home(node)):
            _add(nodes, tag, node)
        itemprop, relation = attributes.get("itemprop"), attributes.get("rel")
        for name in itemprop.split() if itemprop else ():
            _add(properties, name.casefold(), node)
        if relation and "author" in relation.split():
            _add(nodes, "rel", node)
    title = field_text(nodes["title"][0].text()) if nodes["title"] else ""
    json_items = read_things(node.text() for node in nodes["script"])
    return Page(
        tree, html, url, metas, nodes["h1"], nodes["a"], nodes["time"], properties, nodes["rel"], title, json_items,
        texts,
    )  # fmt: skip


def _add(marks: dict[str, list[T]], name: str, mark: T) -> None:
    """One mark more of a kind, up to a number."""
    of_kind = marks.setdefault(name, [])
    if len(of_kind) < MOST_MARKS:
        of_kind.append(mark)


def shown(node: LexborNode) -> str:
    """The element's text on one line; "" where it is longer than any title, name or date."""
    return field_text(node.text(), LONGEST_MARK)


def value_of(node: LexborNode) -> str:
    """What an element of microdata says: an attribute for machines, or else its text."""
    attributes = node.attributes
    unshortened = attributes.get("title") if node.tag == "abbr" else None
    return field_text(attributes.get("content") or attributes.get("datetime") or unshortened) or shown(node)
