"""A parsed page in, what it says about its article out: each field with the places that say so."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.metadata.access import read_word_count
from article_clean.pages.metadata.authors import author_claims, choose_agencies, choose_authors
from article_clean.pages.metadata.claims import Found, leading
from article_clean.pages.metadata.date_lines import day_of
from article_clean.pages.metadata.descriptions import is_summary, read_description
from article_clean.pages.metadata.headline import choose_headline, headline_claims
from article_clean.pages.metadata.marks import LONGEST_TEXT, Page, read_page
from article_clean.pages.metadata.published import (
    choose_published,
    published_claims,
    puts_day_first,
    update_claims,
)
from article_clean.pages.metadata.sites import site_keys, site_name
from article_clean.pages.metadata.stated_facts import Facts, read_facts
from article_clean.pages.metadata.stated_language import read_language

__all__ = ["Facts", "Found", "Metadata", "read_metadata"]


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
        facts: what else it states of its article: its last change, publisher, section and the like.
        word_count: how many words it says that the article has; 0 where it does not say.
        is_dated: whether it says when the article was published, or at least when it was updated.
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
    facts: Facts = Facts()
    word_count: int = 0
    is_dated: bool = False


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
    language_tag = language.value if language else None
    headline, authors = choose_headline(titles), choose_authors(names, sites)
    published = choose_published(published_claims(page, language_tag))
    description = read_description(page)
    people = authors.value if authors and any(claim.value.people for claim in names) else ()
    day, day_first = published.value if published else None, puts_day_first(language_tag)
    facts = read_facts(page, sites, day, people, day_first=day_first)
    updates = [] if published else [*update_claims(page, day_first)]
    if updates and not facts.modified:
        facts = facts._replace(modified=leading(updates, day_of))
    return Metadata(
        headline=headline,
        authors=authors,
        agencies=choose_agencies(names),
        published=published,
        description=description.value if description else None,
        language=language,
        site_name=site_name(page),
        headlines=tuple(dict.fromkeys(title.value for title in titles)),
        body=(body := page.said("articleBody", LONGEST_TEXT)) or None,
        article_type=_article_type(page),
        body_source=str((page.article or {}).get("articleBody")) if body else "",
        address=next(iter(page.addresses), None),
        facts=facts._replace(
            description=description
            if description and is_summary(description.value, headline.value if headline else "")
            else None
        ),
        word_count=read_word_count(page),
        is_dated=published is not None or bool(updates),
    )


def _article_type(page: Page) -> str | None:
    type_names = (page.article or {}).get("@type")
    type_name = type_names[0] if isinstance(type_names, list) and type_names else type_names
    return type_name if isinstance(type_name, str) else page.meta("og:type") or None
