"""Texts that are not an article by their look: the name of a file, an address, JSON, a feed. Each gets a warning."""

import json
import re
from collections.abc import Iterator

from article_clean.core.patterns import pattern_of

LONGEST_NAME = 300  # characters of a file's name or an address; a system allows a name 255 of them
HEAD = 2000  # characters in which a feed's first element stands, behind comments and style sheets

_ADDRESS = pattern_of(r"(?:(?:https?|ftp|file)://|www\.)[^\s<>\"]+", re.IGNORECASE)
_ROOTED = pattern_of(r"(?:[a-z]:[\\/]|\\\\|~?/|\.{1,2}[\\/])\S[^\n<>|\"?*]*", re.IGNORECASE)
_ENDING = pattern_of(r".*\.(?:[xs]?html?|txt|md|xml|jsonl?|csv|pdf|docx?|odt|epub|warc|wet|gz|zip|zst)", re.IGNORECASE)
_FIRST_ELEMENT = pattern_of(r"<([A-Za-z][\w:]*)")
_FEEDS = {
    "rss": "an RSS feed",
    "rdf:rdf": "an RSS feed",
    "feed": "an Atom feed",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
}


def lookalike(text: str) -> Iterator[str]:
    """A warning that says what a text looks like, if that is not an article.

    Args:
        text: the input, decoded.
    """
    first_char = text[:1]
    stripped = text.strip("\ufeff \t\r\n") if first_char in "{[<\ufeff \t\r\n" or len(text) <= LONGEST_NAME else ""
    if stripped and len(stripped) <= LONGEST_NAME and "\n" not in stripped:
        yield from _short(stripped)
    if stripped.startswith(("{", "[")):
        yield from _json(stripped)
    if stripped.startswith("<"):
        yield from _feed(stripped[:HEAD])


def _short(line: str) -> Iterator[str]:
    if _ADDRESS.fullmatch(line):
        yield "the input looks like an address; pass the page itself"
    elif _names_file(line):
        yield "the input looks like the name of a file; pass its content: clean(Path(name).read_bytes())"


def _names_file(line: str) -> bool:
    """Whether a line is a path: rooted, or ending as files do; one with spaces both."""
    root_match, ending_match = _ROOTED.fullmatch(line), _ENDING.fullmatch(line)
    return bool(root_match and ending_match) if " " in line else bool(root_match or ending_match)


def _json(text: str) -> Iterator[str]:
    if _is_record(text):
        yield "the input looks like JSON; pass the text or the HTML in it: clean(json.loads(raw)['text'])"
    elif _is_record(text.partition("\n")[0]):
        yield "the input looks like lines of JSON; pass them to clean_many(map(json.loads, lines))"


def _is_record(text: str) -> bool:
    """Whether this is a JSON object or a list of such."""
    if not text.endswith(("}", "]")):
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) or (isinstance(value, list) and isinstance(next(iter(value), None), dict))


def _feed(head: str) -> Iterator[str]:
    element = _FIRST_ELEMENT.search(head)
    kind = element and _FEEDS.get(element[1].lower())
    if kind:
        yield f"the input looks like {kind}; pass each of its entries separately"
