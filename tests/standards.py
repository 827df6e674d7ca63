"""A validator for what `to_ninjs` and `to_schema_org` write: the terms of both standards that it may use, by type.

The terms are those of IPTC's ninjs 3.1 (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json, published under CC BY
4.0), restated here for the objects that an article can be, with all names that the schema allows there, and those of
https://schema.org/NewsArticle. A name that is not in the table is an error, as by `unevaluatedProperties: false`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")


def text(value: object) -> bool:
    return isinstance(value, str)


def uri(value: object) -> bool:
    return isinstance(value, str) and _URI.fullmatch(value) is not None


def web_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("https://", "http://"))


def moment(value: object) -> bool:
    """A date-time of RFC 3339, which has a zone."""
    return isinstance(value, str) and "T" in value and datetime.fromisoformat(value).tzinfo is not None


def day_or_moment(value: object) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value) is not None


def answer(value: object) -> bool:
    return isinstance(value, bool)


_TEXTS = [{"role": text, "contentType": text, "value!": text}]
_NAMED = {"name": text, "rel": text, "uri": uri, "literal": text}
_RENDITION = {"name!": text, "href": uri, "contentType": text, "title": text}
_STANDARD = {"name": text, "version": text, "schema": uri}
_TYPES = {"text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"}

_OBJECT: dict[str, object] = {
    "uri!": uri, "type": _TYPES, "representationType": {"full", "partial"}, "profile": text, "version": text,
    "firstCreated": moment, "versionCreated": moment, "contentCreated": moment, "embargoedUntil": moment,
    "pubStatus": {"usable", "withheld", "canceled"}, "copyrightHolder": text, "copyrightNotice": text,
    "usageTerms": text, "edNote": text, "language": text, "descriptions": _TEXTS, "bodies": _TEXTS,
    "headlines": _TEXTS, "people": [_NAMED], "organisations": [_NAMED], "places": [_NAMED], "subjects": [_NAMED],
    "infoSources": [{"name": text, "role": text, "uri": uri, "literal": text}], "title": text, "by": text,
    "slugline": text, "located": text, "renditions": [_RENDITION], "altIds": [{"role": text, "value": text}],
    "standard": _STANDARD, "expires": moment,
}  # fmt: skip
NINJS: dict[str, object] = {**_OBJECT, "associations": [{**_OBJECT, "name!": text, "rel": text}]}

_ORGANISATION = {"@type!": {"Organization"}, "name!": text}
NEWS_ARTICLE: dict[str, object] = {
    "@context!": {"https://schema.org"}, "@type!": {"NewsArticle"}, "headline": text, "alternativeHeadline": text,
    "author": [{"@type!": {"Person"}, "name!": text, "url": web_address}], "dateline": text,
    "datePublished": day_or_moment, "dateModified": day_or_moment, "publisher": _ORGANISATION,
    "sourceOrganization": [_ORGANISATION], "articleSection": text, "keywords": [text], "url": web_address,
    "description": text, "isAccessibleForFree": answer, "articleBody": text, "inLanguage": text,
    "image": [{"@type!": {"ImageObject"}, "url": web_address, "caption": text, "creditText": text}],
}  # fmt: skip


def faults(value: object, terms: object, place: str = "") -> Iterator[str]:
    """What is wrong with a value, and where; nothing with one that keeps to the terms.

    Args:
        value: of JSON.
        terms: a mapping by name ("!" behind those that must be there), a list with the terms of each member, a set of
            the values that are allowed, or a test.
        place: where it stands.
    """
    if isinstance(terms, Mapping):
        yield from _faults_by_name(value, terms, place)
    elif isinstance(terms, list):
        if not isinstance(value, list):
            yield f"{place} is no list"
            return
        for index, member in enumerate(value):
            yield from faults(member, terms[0], f"{place}[{index}]")
    elif isinstance(terms, set):
        if value not in terms:
            yield f"{place} is {value!r}"
    elif not terms(value):
        yield f"{place} is {value!r}"


def _faults_by_name(value: object, terms: Mapping[str, object], place: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"{place} is no object"
        return
    named = {name.removesuffix("!"): term for name, term in terms.items()}
    yield from (f"{place} has no {name[:-1]}" for name in terms if name.endswith("!") and name[:-1] not in value)
    for name, inner in value.items():
        if name not in named:
            yield f"{place}.{name} is no term"
        else:
            yield from faults(inner, named[name], f"{place}.{name}")
