"""HTML to what is known of a page: its blocks and boxes, its metadata, the region where its article stands."""

from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from article_clean.core.origin import Page
from article_clean.intake.decode import without_surrogates
from article_clean.pages.hints import Hints
from article_clean.pages.metadata import Metadata, read_metadata
from article_clean.pages.regions import Region, region_of
from article_clean.pages.walk import walk


class Reading(NamedTuple):
    """A page, read, with its HTML and address."""

    page: Page
    metadata: Metadata
    region: Region
    warnings: tuple[str, ...]
    html: str
    url: str | None

    @property
    def hints(self) -> Hints:
        """What the page says of its article elsewhere than in its text."""
        known = self.metadata
        return Hints(known.headlines, known.description or "", known.body or "")


def read_html(html: str, url: str | None = None) -> Reading:
    """Parse a page and read what it says, without a decision about its blocks.

    Args:
        html: the page.
        url: its address, where it is known.
    """
    odd: tuple[str, ...] = ()
    try:
        raw = html.encode()
    except UnicodeEncodeError:
        html, odd = without_surrogates(html)
        raw = html.encode()
    tree = LexborHTMLParser(raw)  # as text it would be encoded once more
    page = walk(tree)
    metadata = read_metadata(tree, html, url, [block.text for block in page.blocks])
    return Reading(
        page._replace(headlines=metadata.headlines), metadata, region_of(page, metadata.article_type), odd, html, url
    )
