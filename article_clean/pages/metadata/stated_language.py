"""The language of the page, as a BCP 47 code."""

import re
from collections.abc import Iterator

from article_clean.core.patterns import pattern_of
from article_clean.pages.metadata.claims import Claim, Found, settle
from article_clean.pages.metadata.jsonld import listed
from article_clean.pages.metadata.marks import Page
from article_clean.pages.metadata.text import field_text

WEIGHTS = {"html lang": 2.0, "json-ld": 2.0, "og:locale": 1.5, "content-language": 1.0}

_TAG = pattern_of(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?(?=$|[-_.@])",
    re.IGNORECASE,
)
_ALIASES = {"iw": "he", "in": "id", "ji": "yi", "jp": "ja", "cz": "cs", "gr": "el", "dk": "da", "kr": "ko"}


def read_language(page: Page) -> Found[str] | None:
    """The language that most places name; "en" and "en-US" agree, and the fuller code is given."""
    claims = [Claim(tag, origin) for text, origin in _raw_claims(page) if (tag := normal_tag(text))]
    agreed_language = settle(claims, lambda tag: tag.split("-")[0], WEIGHTS)
    if agreed_language is None:
        return None
    same_tags = [
        tag for tag, origin in claims if origin in agreed_language.origins and tag.startswith(agreed_language.value)
    ]
    return agreed_language._replace(value=max(same_tags, key=len))


def normal_tag(text: str) -> str | None:
    """A language tag in the form of RFC 5646; None for what is none.

    >>> normal_tag("en_us"), normal_tag("zh-hant-TW"), normal_tag("English")
    ('en-US', 'zh-Hant-TW', None)
    """
    match = _TAG.match(text.strip())
    if not match or match["language"].lower() == "utf":  # a charset where the language belongs
        return None
    language_code = match["language"].lower()
    tags = (
        _ALIASES.get(language_code, language_code),
        (match["script"] or "").title(),
        (match["region"] or "").upper(),
    )
    return "-".join(filter(None, tags))


def _raw_claims(page: Page) -> Iterator[tuple[str, str]]:
    root = page.tree.css_first("html")
    attributes = root.attributes if root else {}
    yield field_text(attributes.get("lang") or attributes.get("xml:lang")), "html lang"
    for language in listed((page.article or {}).get("inLanguage")):
        name = language.get("alternateName") or language.get("name") if isinstance(language, dict) else language
        yield field_text(name), "json-ld"
    yield page.meta("og:locale"), "og:locale"
    yield page.meta("content-language"), "content-language"
