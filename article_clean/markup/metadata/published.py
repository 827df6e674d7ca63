"""The date of publication: what the page's marks say, read by the standard library where they keep to a standard."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from article_clean.fields.dates import first_published, printed_dates
from article_clean.fields.words import words
from article_clean.markup.metadata.evidence import Claim, Found, settle
from article_clean.markup.metadata.page import Page, shown, value_of
from article_clean.markup.metadata.scopes import of_article
from article_clean.markup.metadata.text import plain

FIRST_YEAR = 1990  # of the web; earlier dates are unset clocks ("0001-01-01", "1970-01-01")
LAST_YEAR = 2100
LONGEST_DATE = 80
LONGEST_DATE_LINE = 120

METAS = (
    "article:published_time", "og:article:published_time", "article:published", "article.published",
    "article:create_date", "article.created", "og:published_time", "og:pubdate", "bt:pubdate", "rnews:datepublished",
    "shareaholic:article_published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date",
    "citation_online_date", "citation_date", "datepublished", "date_published", "published-date", "publication_date",
    "publishdate", "publish-date", "publish_date", "pubdate", "published_time", "published", "originalpublicationdate",
    "displaydate", "created", "date",
)  # fmt: skip
WEIGHTS = {"json-ld": 4.0, "article:published_time": 4.0, "itemprop": 3.0, "time": 2.0, "date line": 2.0}

_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?!\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?$")
_OFFSET_SPACE = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
_CHANGED = words("updated modified dateupdated lastupdated lastmodified datemodified")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def published_claims(page: Page) -> list[Claim[date]]:
    """What each place gives as the date of publication, in order of trust."""
    read = ((read_moment(text), origin) for text, origin in _raw_claims(page))
    printed = (Claim(moment, "date line") for moment in _printed(page))
    return [*(Claim(moment, origin) for moment, origin in read if moment), *printed]


def choose_published(claims: list[Claim[date]]) -> Found[date] | None:
    """The day that the weightiest places agree on, with its time where one of them gives it."""
    return settle(claims, lambda moment: moment.isoformat()[:10], WEIGHTS)


def read_moment(text: str) -> date | None:
    """A date from an attribute or a short text: ISO 8601, RFC 2822, seconds since 1970, or printed; None if unlikely.

    >>> read_moment("2024-01-05T10:00:00Z")
    datetime.datetime(2024, 1, 5, 10, 0, tzinfo=datetime.timezone.utc)
    >>> read_moment("Fri, 05 Jan 2024")
    datetime.date(2024, 1, 5)
    """
    moment = _standard(text) if text and len(text) <= LONGEST_DATE else None
    if moment is None and text and len(text) <= LONGEST_DATE:
        moment = first_published(text, printed_dates(text))
    return moment if moment and FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _standard(text: str) -> date | None:
    try:
        if _EPOCH.match(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        if len(text) <= len("2024-01-05"):
            return date.fromisoformat(text)
        return datetime.fromisoformat(_OFFSET_SPACE.sub("", text.removesuffix(" UTC").removesuffix(" GMT")))
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text) if ":" in text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _raw_claims(page: Page) -> Iterator[tuple[str, str]]:
    yield page.said("datePublished"), "json-ld"
    for name in METAS:
        yield page.meta(name), name
    for node in page.properties.get("datepublished", ()):
        if of_article(node):
            yield value_of(node), "itemprop"
    yield from _times(page)
    yield page.said("dateCreated"), "json-ld created"
    for match in _URL_DATE.finditer(page.url or ""):
        yield "-".join(match.groups()), "url"


def _times(page: Page) -> Iterator[tuple[str, str]]:
    """The first `<time>` that no class calls an update."""
    for node in page.times:
        named = {word.casefold() for word in _CLASS_WORD.findall(node.attributes.get("class") or "")}
        text = plain(node.attributes.get("datetime")) or shown(node)
        if read_moment(text) and ("published" in named or not named & _CHANGED):
            yield text, "time"
            return


def _printed(page: Page) -> Iterator[date]:
    """The first date printed below the headline, or nearest above it, that is no update."""
    for line in (*page.below, *page.above):
        if len(line) > LONGEST_DATE_LINE or not any(map(str.isdecimal, line)) or line.endswith((".", "!", "?")):
            continue
        moment = first_published(line, printed_dates(line))
        if moment and FIRST_YEAR <= moment.year <= LAST_YEAR:
            yield moment
            return
