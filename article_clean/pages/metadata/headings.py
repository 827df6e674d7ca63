"""Which headings are the story's, and which say the site's name: weighed against the parts of the page's titles."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.home_links import is_logo
from article_clean.pages.metadata.text import field_text, title_parts, words_of

MOST_LOWER = 30  # of the `<h2>` and `<h3>` that are looked at; stories and mastheads stand among the first
LONGEST_HEADING = 300

_HOLDERS = words("article header main")


class Headings(NamedTuple):
    """The headings of a page.

    Attributes:
        story: elements that may be the headline, in order.
        site: what logos and the like say.
    """

    story: Sequence[LexborNode]
    site: Sequence[str]


def read_headings(
    tree: LexborHTMLParser, largest: Sequence[LexborNode], titles: Sequence[str], hosts: Collection[str]
) -> Headings:
    """The story's headings, and the site's.

    An `<h1>` is the story's unless it is a logo, or says the site's end of a title whose other end an `<h2>` or `<h3>`
    says. Where there is none, an `<h2>` or `<h3>` is that says a title, or the longest part of one.

    Args:
        tree: the page.
        largest: its `<h1>` elements.
        titles: what the head gives as title, with the site's name.
        hosts: the page's hosts.
    """
    title_keys = frozenset(map(words_of, titles))
    keyed_nodes = [(node, key) for node in largest if (key := _key(node))]
    logos = [key for node, key in keyed_nodes if key not in title_keys and is_logo(node, hosts)]
    headings = [(node, key) for node, key in keyed_nodes if key not in logos]
    nodes = [node for node, _ in headings]
    if any(key in title_keys for _, key in headings):
        return Headings(nodes, logos)
    parts = [[*map(words_of, title_parts(title))] for title in titles]
    ends = {title[-1]: title[0] for title in parts if title and _size(title[-1]) <= _size(title[0])}
    starts = {title[0]: title[-1] for title in parts if title}
    opposite_ends = [(key, (starts if _in_masthead(node) else ends).get(key, "")) for node, key in headings]
    site, story_key = next(filter(all, opposite_ends), ("", ""))
    if headings and not story_key:
        return Headings(nodes, logos)
    lower_headings = [(node, key) for node in tree.css("h2,h3")[:MOST_LOWER] if (key := _key(node))]
    if headings:
        story = [node for node, key in lower_headings if key == story_key]
        return Headings(story, [*logos, site]) if story else Headings(nodes, logos)
    longest = max((_size(part) for title in parts for part in title if part not in logos), default=0)
    longest_parts = {part for title in parts for part in title if part not in logos and _size(part) == longest}
    story = [node for node, key in lower_headings if key in longest_parts | title_keys]
    return Headings(story, [*logos, *(key for _, key in lower_headings if not story and key in ends)])


def _in_masthead(heading: LexborNode) -> bool:
    """Whether a heading stands in the page's header, and not in that of an article."""
    header = around(heading, _HOLDERS)
    return header is not None and header.tag == "header" and around(header, _HOLDERS) is None


def _size(key: str) -> int:
    return len(key.split())


def _key(node: LexborNode) -> str:
    return words_of(field_text(node.text(), LONGEST_HEADING))


def around(node: LexborNode, tags: Collection[str]) -> LexborNode | None:
    """The nearest of these elements around it."""
    element = node.parent
    while element is not None and element.tag not in tags:
        element = element.parent
    return element
