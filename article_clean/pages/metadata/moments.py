"""Dates in attributes, scripts and addresses: read by the standard library where they keep to a standard."""

from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from article_clean.core.patterns import pattern_of
from article_clean.fields.dates.dates import first_published, printed_dates

FIRST_YEAR = 1990  # of the web; earlier dates are unset clocks ("0001-01-01", "1970-01-01")
LAST_YEAR = 2100
LONGEST_DATE = 80  # "Friday, 5 January 2024 at 10:00:00 Central European Standard Time" has 64
SCRIPTED = (
    "datePublished", "publishedAt", "published_at", "publishDate", "publicationDate", "publishedDate", "firstPublished",
    "publishedTime", "published_time", "postDate", "pubDate",
)  # fmt: skip  # names of the date in the data that page builders leave in scripts and attributes

_EPOCH = pattern_of(r"1\d{9}(?:\d{3})?$")
_OFFSET_SPACE = pattern_of(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
_URL_DAY = pattern_of(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?!\d)")
_VALUE = pattern_of(r"(?>(?:[\\\"']|&quot;)+)\s*+:\s*+(?>(?:[\\\"']|&quot;)+)(\d{4}-[\dT:.+Z -]+)")


def read_moment(text: str) -> date | None:
    """A date from an attribute or a short text: ISO 8601, RFC 2822, seconds since 1970, or printed; None if unlikely.

    >>> read_moment("2024-01-05T10:00:00Z")
    datetime.datetime(2024, 1, 5, 10, 0, tzinfo=datetime.timezone.utc)
    >>> read_moment("5 January 2024")
    datetime.date(2024, 1, 5)
    """
    if not text or len(text) > LONGEST_DATE:
        return None
    moment = _standard(text) or first_published(text, printed_dates(text))
    return moment if moment and is_likely(moment) else None


def is_likely(moment: date) -> bool:
    """Whether a page can have been published then, in a zone of whole minutes; RFC 3339 has no other."""
    offset = moment.utcoffset() if isinstance(moment, datetime) else None
    return FIRST_YEAR <= moment.year <= LAST_YEAR and not (offset and offset % timedelta(minutes=1))


def scripted_moment(html: str) -> date | None:
    """The first date of publication in the page's data, where only scripts have it."""
    for name in SCRIPTED:
        name_start = html.find(name)
        match = _VALUE.match(html, name_start + len(name)) if name_start >= 0 else None
        moment = read_moment(match[1].strip()) if match else None
        if moment:
            return moment
    return None


def url_day(url: str) -> str:
    """The day in an address such as /2024/05/03/ in ISO form; "" where there is none."""
    match = _URL_DAY.search(url)
    return "-".join(match.groups()) if match else ""


def _standard(text: str) -> date | None:
    try:
        if _EPOCH.match(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        if len(text) <= len("2024-01-05"):
            return date.fromisoformat(text)
        return datetime.fromisoformat(_OFFSET_SPACE.sub("", text.removesuffix(" UTC").removesuffix(" GMT")))
    except ValueError:
        return _mailed(text) if ":" in text else None


def _mailed(text: str) -> date | None:
    """A date as in the head of a mail, "Fri, 05 Jan 2024 10:00:00 +0000"."""
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
