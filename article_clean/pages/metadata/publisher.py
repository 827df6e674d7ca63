"""Who published the article: the organisation that the page names, else its site."""

from collections.abc import Iterator, Sequence

from article_clean.pages.metadata.claims import Claim, Found, leading
from article_clean.pages.metadata.jsonld import Thing, listed, resolved, types_of
from article_clean.pages.metadata.marks import Page, value_of
from article_clean.pages.metadata.sites import squeezed
from article_clean.pages.metadata.text import field_text

METAS = ("publisher", "dc.publisher", "dcterms.publisher", "citation_publisher")
LONGEST_NAME = 100  # characters; what is longer is a slogan
MOST_ELEMENTS = 20  # of microdata that are looked at; each is searched, and they may stand in one another


def read_publisher(page: Page, authors: Sequence[str]) -> Found[str] | None:
    """The publisher's name as the page writes it; never that of the person who wrote the article.

    Args:
        page: the page's marks.
        authors: the people of the article.
    """
    people = frozenset(map(squeezed, authors))
    for names in (_of_article, _of_site):
        claims = (Claim(name.strip(" -–—|·"), origin) for name, origin in names(page))
        publisher = leading([claim for claim in claims if _is_publisher(claim.value, people)], squeezed)
        if publisher:
            return publisher
    return None


def _is_publisher(name: str, people: frozenset[str]) -> bool:
    key = squeezed(name) if 0 < len(name) <= LONGEST_NAME and "://" not in name else ""
    return key != "" and key not in people


def _of_article(page: Page) -> Iterator[tuple[str, str]]:
    yield from ((name, "json-ld") for name in _publishers(page.article or {}, page))
    yield page.meta("og:site_name"), "og:site_name"


def _of_site(page: Page) -> Iterator[tuple[str, str]]:
    """Weaker places, for pages whose article names none."""
    for item in page.things:
        yield from ((name, "json-ld site") for name in _publishers(item, page))
        if "website" in types_of(item):
            yield field_text(item.get("name")), "json-ld site"
    for node in page.properties.get("publisher", ())[:MOST_ELEMENTS]:
        name_nodes = node.css("[itemprop~='name']")
        yield value_of(name_nodes[0]) if name_nodes else value_of(node), "itemprop"
    for name in METAS:
        yield page.meta(name), name


def _publishers(item: Thing, page: Page) -> Iterator[str]:
    for publisher in listed(item.get("publisher")):
        organisation = resolved(publisher, page.named)
        if not isinstance(organisation, dict):
            yield field_text(organisation)
        elif types_of(organisation) != {"person"}:
            yield from (field_text(name) for name in listed(organisation.get("name")))
