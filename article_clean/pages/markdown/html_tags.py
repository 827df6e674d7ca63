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
    start = text.find("<")
    while start >= 0:
        end = start + 1
        tag = _TAG.match(text, start)
        if text.startswith("<!--", start):
            closing = text.find("-->", start)
            end = closing + len("-->") if closing >= 0 else len(text)
            yield HtmlTag(start, end)
        elif tag:
            end = tag.end()
            yield HtmlTag(start, end, (tag["name"] or "").lower(), bool(tag["end"]))
        start = text.find("<", end)
