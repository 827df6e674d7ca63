"""JSON-LD: the page's article as schema.org describes it, also from scripts that are no clean JSON.

https://schema.org/Article, https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.text import field_text, unescaped, words_of

Thing = dict[str, Any]  # Any: JSON

LONGEST_WRAPPING = 40  # characters of "/* ]]> */" and white space around it
DEEPEST = 12  # levels of nesting that are searched; a page's own graph has five or six

_ARTICLES = words("""
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
    reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle blogposting socialmediaposting
    liveblogposting techarticle scholarlyarticle medicalscholarlyarticle report review criticreview
    discussionforumposting howto recipe
""")
_PAGES = words("webpage itempage medicalwebpage creativework videoobject newsmediaorganization faqpage qapage")
_WRAPPING = pattern_of(r"\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)\s*")
_WRAPPED = pattern_of(r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$")
_TRAILING_COMMA = pattern_of(r",\s*(?=[}\]])")
_BETWEEN = pattern_of(r"[ \t\r\n,;]*")
_STRAY = pattern_of(
    r'"(@type|headline|datePublished|inLanguage|description|author)"\s*:\s*("(?:[^"\\]|\\.)*")', re.DOTALL
)
_DECODER = json.JSONDecoder(strict=False)


def read_things(scripts: Iterable[str]) -> list[Thing]:
    """The objects of all scripts, those of lists and `@graph`s each for itself; whatever cannot be read is left out."""
    return [item for script in scripts for value in _values(script) for item in _top(value)]


def main_article(items: Sequence[Thing], titles: Sequence[str], url: str | None) -> Thing | None:
    """The object that describes the page's own article, or None.

    Args:
        items: the page's objects.
        titles: what else the page gives as its title: of several articles the one so called is meant.
        url: the page's address: or the one that stands there.
    """
    title_keys = {words_of(title) for title in titles}
    articles = [item for item in items if types_of(item) & _ARTICLES]
    pages = [item for item in items if types_of(item) & _PAGES and ("headline" in item or "datePublished" in item)]
    candidates = articles or pages
    for item in candidates:
        if words_of(field_text(item.get("headline"))) in title_keys - {""} or (url and url in _addresses(item)):
            return item
    return candidates[0] if candidates else None


def types_of(item: Thing) -> set[str]:
    """The names of its types, folded, without "schema:" or the vocabulary's address."""
    return {re.split(r"[/:#]", name)[-1].casefold() for name in listed(item.get("@type")) if isinstance(name, str)}


def listed(value: object) -> list[object]:
    """The value as the list that JSON-LD may always write in its place."""
    return value if isinstance(value, list) else [] if value is None else [value]


def named_things(items: Sequence[Thing]) -> dict[str, Thing]:
    """The objects that have a name, at any depth, by their `@id`; the first of each."""
    items_by_id: dict[str, Thing] = {}
    for item in _all(items):
        key = item.get("@id")
        if isinstance(key, str) and "name" in item:
            items_by_id.setdefault(key, item)
    return items_by_id


def resolved(value: object, items_by_id: Mapping[str, Thing]) -> object:
    """What an `{"@id": …}` points to among the page's objects; any other value as it is."""
    if not isinstance(value, dict) or "name" in value:
        return value
    key = value.get("@id")
    return items_by_id.get(key, value) if isinstance(key, str) else value


def _values(script: str) -> Iterator[object]:
    text = script.strip()
    try:
        yield _DECODER.decode(text)
    except (ValueError, RecursionError):
        if text.startswith(("{&quot;", "[{&quot;")):
            text = unescaped(text)
        yield from _mended(_unwrapped(text))


def _unwrapped(text: str) -> str:
    """A script without the comment or CDATA marks around it."""
    wrapping = _WRAPPING.match(text)
    text = text[wrapping.end() :] if wrapping else text
    return _WRAPPED.sub("", text[-LONGEST_WRAPPING:]).join((text[:-LONGEST_WRAPPING], ""))


def _mended(text: str) -> Iterator[object]:
    """The values of a script that is no JSON: one behind the other, with trailing commas, or only its plain strings."""
    text = _TRAILING_COMMA.sub("", text)
    offset, has_values = 0, False
    try:
        while offset < len(text):
            value, offset = _DECODER.raw_decode(text, offset)
            offset = _BETWEEN.match(text, offset).end()  # type: ignore[union-attr]  # it matches the empty string
            has_values = True
            yield value
    except (ValueError, RecursionError):
        if not has_values:
            yield dict(_stray(text))


def _stray(text: str) -> Iterator[tuple[str, str]]:
    """The first string of each name that matters, wherever it stands."""
    names: set[str] = set()
    for name, string_literal in _STRAY.findall(text):
        if name not in names and (name != "@type" or _loaded(string_literal).casefold() in _ARTICLES):
            names.add(name)
            yield name, _loaded(string_literal)


def _loaded(string_literal: str) -> str:
    try:
        return str(_DECODER.decode(string_literal))
    except ValueError:
        return string_literal.strip('"')


def _top(value: object, depth: int = 0) -> Iterator[Thing]:
    """The objects that stand for themselves: of lists, of graphs, and the main entity of a page."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for member in value:
            yield from _top(member, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(name), dict | list):
                yield from _top(value[name], depth + 1)


def _all(value: object, depth: int = 0) -> Iterator[Thing]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for member in members:
        if isinstance(member, dict | list):
            yield from _all(member, depth + 1)


def _addresses(item: Thing) -> Iterator[str]:
    for value in (item.get("url"), item.get("mainEntityOfPage"), item.get("@id")):
        address = value.get("@id") if isinstance(value, dict) else value
        if isinstance(address, str):
            yield address
