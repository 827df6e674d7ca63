"""What a page states of its article besides headline, authors and date: each with the places that say so."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from article_clean.core.parts import Image
from article_clean.pages.metadata.access import read_access
from article_clean.pages.metadata.addresses import base_of, page_address
from article_clean.pages.metadata.author_pages import read_author_pages
from article_clean.pages.metadata.claims import Found
from article_clean.pages.metadata.lead_image import read_image
from article_clean.pages.metadata.marks import Page
from article_clean.pages.metadata.modified import read_modified
from article_clean.pages.metadata.publisher import read_publisher
from article_clean.pages.metadata.topics import read_keywords, read_section


class Facts(NamedTuple):
    """What a page states, under the names that `Article` has for it; None where it does not."""

    modified: Found[date] | None = None
    publisher: Found[str] | None = None
    section: Found[str] | None = None
    keywords: Found[tuple[str, ...]] | None = None
    url: Found[str] | None = None
    image: Found[Image] | None = None
    description: Found[str] | None = None
    author_urls: Found[dict[str, str]] | None = None
    is_free: Found[bool] | None = None


def read_facts(
    page: Page, sites: Collection[str], published: date | None, authors: Sequence[str], *, day_first: bool | None
) -> Facts:
    """Read them.

    Args:
        page: the page's marks.
        sites: keys of the site's own names.
        published: its date of publication, where that is known.
        authors: the people of the article.
        day_first: how it orders "4/5/2020"; None where that is not known.
    """
    base = base_of(page)
    return Facts(
        modified=read_modified(page, published, day_first=day_first),
        publisher=read_publisher(page, authors),
        section=read_section(page, sites),
        keywords=read_keywords(page),
        url=page_address(page),
        image=read_image(page, base, sites),
        author_urls=read_author_pages(page, base, authors),
        is_free=read_access(page),
    )
