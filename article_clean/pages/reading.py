"""HTML to what is known of a page: its blocks and boxes, its metadata, the region where its article stands."""

from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from article_clean.core.origin import Page
from article_clean.intake.decode import without_surrogates
from article_clean.pages.hints import Hints
from article_clean.pages.metadata import Metadata, read_metadata
from article_clean.pages.regions import Region, region_of
from article_clean.pages.shown import Noscript, is_more, with_shadow_roots
from article_clean.pages.walk import walk


class ParsedPage(NamedTuple):
    """A page's HTML as it was read, its elements, its blocks, what was odd, and whether it is as without scripts."""

    html: str
    tree: LexborHTMLParser
    page: Page
    warnings: tuple[str, ...]
    is_scriptless: bool


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
        metadata = self.metadata
        return Hints(metadata.headlines, metadata.description or "", metadata.body or "")


def read_html(html: str, url: str | None = None) -> Reading:
    """Parse a page and read what it says, without a decision about its blocks.

    Args:
        html: the page.
        url: its address, where it is known.
    """
    html, tree, page, warnings, _ = parse_html(html)
    metadata = read_metadata(tree, html, url, [block.text for block in page.blocks])
    return Reading(
        page._replace(headlines=metadata.headlines),
        metadata,
        region_of(page, metadata.article_type),
        warnings,
        html,
        url,
    )


def parse_html(html: str) -> ParsedPage:
    """Parse a page as browsers show it, or as those without scripts do where that has the text."""
    warnings: tuple[str, ...] = ()
    html = with_shadow_roots(html)
    noscript = Noscript(html)
    try:
        tree, page = _parsed(noscript.closed_off())
    except UnicodeEncodeError:
        html, warnings = without_surrogates(html)
        noscript = Noscript(html)
        tree, page = _parsed(noscript.closed_off())
    if noscript.may_hold_more(page):
        scriptless_html = noscript.shown()
        scriptless = _parsed(scriptless_html)
        if is_more(len(scriptless[1].text) - len(page.text), len(page.text)):
            return ParsedPage(scriptless_html, *scriptless, warnings, is_scriptless=True)
    return ParsedPage(html, tree, page, warnings, is_scriptless=False)


def tree_of_copy(html: str, *, is_scriptless: bool) -> LexborHTMLParser:
    """A copy of a page that was parsed, parsed in the same way.

    Args:
        html: the copy, without lone surrogates.
        is_scriptless: as of the page.
    """
    noscript = Noscript(with_shadow_roots(html))
    return LexborHTMLParser((noscript.shown() if is_scriptless else noscript.closed_off()).encode())


def _parsed(html: str) -> tuple[LexborHTMLParser, Page]:
    tree = LexborHTMLParser(html.encode())  # as text it would be encoded once more
    return tree, walk(tree)
