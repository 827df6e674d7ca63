"""JSON-LD: the page's article as schema.org describes it, also from scripts that are no clean JSON.

https://schema.org/Article, https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

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
_WRAPPING = re.compile(r"\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)\s*")
_WRAPPED = re.compile(r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$")
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_BETWEEN = re.compile(r"[ \t\r\n,;]*")
_STRAY = re.compile(
    r'"(@type|headline|datePublished|inLanguage|description|author)"\s*:\s*("(?:[^"\\]|\\.)*")', re.DOTALL
)
_DECODER = json.JSONDecoder(strict=False)


def read_things(scripts: Iterable[str]) -> list[Thing]:
    """The objects of all scripts, those of lists and `@graph`s each for itself; whatever cannot be read is left out."""
    return [thing for script in scripts for value in _values(script) for thing in _top(value)]


def main_article(things: Sequence[Thing], titles: Sequence[str], url: str | None) -> Thing | None:
    """The object that describes the page's own article, or None.

    Args:
        things: the page's objects.
        titles: what else the page gives as its title: of several articles the one so called is meant.
        url: the page's address: or the one that stands there.
    """
    known = {words_of(title) for title in titles}
    articles = [thing for thing in things if types_of(thing) & _ARTICLES]
    pages = [
        thing for thing in things if types_of(thing) & _PAGES and ("headline" in thing or "datePublished" in thing)
    ]
    found = articles or pages
    for thing in found:
        if words_of(field_text(thing.get("headline"))) in known - {""} or (url and url in _addresses(thing)):
            return thing
    return found[0] if found else None


def types_of(thing: Thing) -> set[str]:
    """The names of its types, folded, without "schema:" or the vocabulary's address."""
    return {re.split(r"[/:#]", name)[-1].casefold() for name in listed(thing.get("@type")) if isinstance(name, str)}


def listed(value: object) -> list[object]:
    """The value as the list that JSON-LD may always write in its place."""
    return value if isinstance(value, list) else [] if value is None else [value]


def named_things(things: Sequence[Thing]) -> dict[str, Thing]:
    """The objects that have a name, at any depth, by their `@id`; the first of each."""
    found: dict[str, Thing] = {}
    for thing in _all(things):
        key = thing.get("@id")
        if isinstance(key, str) and "name" in thing:
            found.setdefault(key, thing)
    return found


def resolved(value: object, named: Mapping[str, Thing]) -> object:
    """What an `{"@id": …}` points to among the page's objects; any other value as it is."""
    if not isinstance(value, dict) or "name" in value:
        return value
    key = value.get("@id")
    return named.get(key, value) if isinstance(key, str) else value


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
    at = _WRAPPING.match(text)
    text = text[at.end() :] if at else text
    return _WRAPPED.sub("", text[-LONGEST_WRAPPING:]).join((text[:-LONGEST_WRAPPING], ""))


def _mended(text: str) -> Iterator[object]:
    """The values of a script that is no JSON: one behind the other, with trailing commas, or only its plain strings."""
    text = _TRAILING_COMMA.sub("", text)
    at, found = 0, False
    try:
        while at < len(text):
            value, at = _DECODER.raw_decode(text, at)
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty string
            found = True
            yield value
    except (ValueError, RecursionError):
        if not found:
            yield dict(_stray(text))


def _stray(text: str) -> Iterator[tuple[str, str]]:
    """The first string of each name that matters, wherever it stands."""
    seen: set[str] = set()
    for name, quoted in _STRAY.findall(text):
        if name not in seen and (name != "@type" or _loaded(quoted).casefold() in _ARTICLES):
            seen.add(name)
            yield name, _loaded(quoted)


def _loaded(quoted: str) -> str:
    try:
        return str(_DECODER.decode(quoted))
    except ValueError:
        return quoted.strip('"')


def _top(value: object, depth: int = 0) -> Iterator[Thing]:
    """The objects that stand for themselves: of lists, of graphs, and the main entity of a page."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _top(one, depth + 1)
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
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for one in inner:
        if isinstance(one, dict | list):
            yield from _all(one, depth + 1)


def _addresses(thing: Thing) -> Iterator[str]:
    for value in (thing.get("url"), thing.get("mainEntityOfPage"), thing.get("@id")):
        address = value.get("@id") if isinstance(value, dict) else value
        if isinstance(address, str):
            yield address
