"""When the article was last changed: what the page's marks and the lines around its headline say."""

from collections.abc import Iterator
from datetime import date, timedelta

from article_clean.fields.dates.dates import first_updated, printed_dates, says_updated
from article_clean.pages.metadata.claims import Claim, Found, leading
from article_clean.pages.metadata.date_lines import HAS_YEAR, LONGEST_DATE_LINE, day_of
from article_clean.pages.metadata.marks import Page, value_of
from article_clean.pages.metadata.moments import is_likely, read_moment
from article_clean.pages.metadata.scopes import of_article

METAS = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:modified_time", "dcterms.modified",
    "dc.date.modified", "datemodified", "og:updated_time", "article:updated_time", "updated_time", "date.modified",
    "date.updated", "last-modified", "bt:moddate",
)  # fmt: skip
MOST_BEFORE = timedelta(days=1)  # by which a change may precede publication: clocks of two zones


def read_modified(page: Page, published: date | None, *, day_first: bool | None) -> Found[date] | None:
    """The last change that the page states; None where that lies before its publication.

    Args:
        page: the page's marks.
        published: its date of publication, where that is known.
        day_first: how it orders "4/5/2020"; None where that is not known.
    """
    earliest_day = day_of(_earlier(published)) if published else ""
    marks = (Claim(moment, origin) for text, origin in _marked(page) if (moment := read_moment(text)))
    claims = [claim for claim in marks if day_of(claim.value) >= earliest_day]
    if not claims:
        lines = (Claim(moment, "updated line") for moment in _printed(page, day_first))
        claims = [claim for claim in lines if day_of(claim.value) >= earliest_day][:1]
    return leading(claims, day_of)


def _earlier(published: date) -> date:
    """The day before, of which a change may still be told."""
    try:
        return published - MOST_BEFORE
    except OverflowError:
        return published


def _printed(page: Page, day_first: bool | None) -> Iterator[date]:
    """The dates that lines around the headline call those of an update."""
    for line in (*page.below, *page.above):
        if len(line) <= LONGEST_DATE_LINE and HAS_YEAR.search(line) and says_updated(line):
            moment = first_updated(line, printed_dates(line, day_first=day_first))
            if moment and is_likely(moment):
                yield moment


def _marked(page: Page) -> Iterator[tuple[str, str]]:
    yield page.said("dateModified"), "json-ld"
    for name in filter(page.metas.__contains__, METAS):
        yield page.meta(name), name
    for node in of_article(page.properties.get("datemodified", ())):
        yield value_of(node), "itemprop"
