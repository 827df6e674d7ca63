"""The tags of HTML that stand in Markdown."""

from collections.abc import Iterator
from typing import NamedTuple

from article_clean.core.patterns import pattern_of

_TAG = pattern_of(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*+)[^<>]*+>|<[!?][^<>]*+>")


class HtmlTag(NamedTuple):
    """A tag of HTML, or a comment or the like, which has no name."""

    start: int
    end: int
    name: str = ""
    closes: bool = False


def html_tags(text: str) -> Iterator[HtmlTag]:
    """The tags and comments of HTML, in order."""
    tag_start = text.find("<")
    while tag_start >= 0:
        tag_end = tag_start + 1
        tag_match = _TAG.match(text, tag_start)
        if text.startswith("<!--", tag_start):
            closing = text.find("-->", tag_start)
            tag_end = closing + len("-->") if closing >= 0 else len(text)
            yield HtmlTag(tag_start, tag_end)
        elif tag_match:
            tag_end = tag_match.end()
            yield HtmlTag(tag_start, tag_end, (tag_match["name"] or "").lower(), bool(tag_match["end"]))
        tag_start = text.find("<", tag_end)
