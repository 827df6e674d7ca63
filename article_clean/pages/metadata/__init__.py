"""A parsed page in, what it says about its article out: each field with the places that say so."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.metadata.authors import author_claims, choose_agencies, choose_authors
from article_clean.pages.metadata.claims import Found
from article_clean.pages.metadata.headline import choose_headline, headline_claims
from article_clean.pages.metadata.marks import LONGEST_TEXT, Page, read_page
from article_clean.pages.metadata.published import choose_published, published_claims
from article_clean.pages.metadata.sites import site_keys, site_name
from article_clean.pages.metadata.stated_language import read_language

__all__ = ["Found", "Metadata", "read_metadata"]


class Metadata(NamedTuple):
    """What a page says about its article; None where it does not say.

    Attributes:
        headline: the title without the site's name.
        authors: people, without "By", titles, places and handles.
        agencies: news agencies that the page names as author.
        published: publication date; a `datetime` where the page gives a time, aware where it gives a zone.
        description: its own summary, a candidate for the deck.
        language: BCP 47 code ("en-US").
        site_name: name of the site.
        headlines: all that the page gives as the headline, the site's name taken off, to know its echoes in the text.
        body: the text that JSON-LD gives as the article's; often cut short, and evidence only.
        article_type: type in JSON-LD or Open Graph ("NewsArticle", "article").
        body_source: the text as JSON-LD has it, with its line breaks or markup.
        address: the address that the page or its caller gives, or None.
    """

    headline: Found[str] | None
    authors: Found[tuple[str, ...]] | None
    agencies: Found[tuple[str, ...]] | None
    published: Found[date] | None
    description: str | None
    language: Found[str] | None
    site_name: str | None
    headlines: tuple[str, ...]
    body: str | None
    article_type: str | None
    body_source: str = ""
    address: str | None = None


def read_metadata(tree: LexborHTMLParser, html: str, url: str | None = None, texts: Sequence[str] = ()) -> Metadata:
    """What the page says about its article, read from JSON-LD, meta elements, microdata, headings and bylines.

    Never raises on odd pages.

    Args:
        tree: the parsed page.
        html: its source.
        url: its address, where it is known: a help with the site's name and the date.
        texts: texts of its blocks, which are looked through for a date where there is none near the headline.
    """
    page = read_page(tree, html, url, texts)
    sites = site_keys(page)
    titles = headline_claims(page, sites)
    names = author_claims(page, sites)
    language = read_language(page)
    return Metadata(
        headline=choose_headline(titles),
        authors=choose_authors(names),
        agencies=choose_agencies(names),
        published=choose_published(published_claims(page, language.value if language else None)),
        description=_description(page),
        language=language,
        site_name=site_name(page),
        headlines=tuple(dict.fromkeys(title.value for title in titles)),
        body=(body := page.said("articleBody", LONGEST_TEXT)) or None,
        article_type=_article_type(page),
        body_source=str((page.article or {}).get("articleBody")) if body else "",
        address=next(iter(page.addresses), None),
    )


def _description(page: Page) -> str | None:
    descriptions = (page.meta(name, LONGEST_TEXT) for name in ("og:description", "description"))
    return next(filter(None, descriptions), "") or page.said("description", LONGEST_TEXT) or None


def _article_type(page: Page) -> str | None:
    type_names = (page.article or {}).get("@type")
    type_name = type_names[0] if isinstance(type_names, list) and type_names else type_names
    return type_name if isinstance(type_name, str) else page.meta("og:type") or None
