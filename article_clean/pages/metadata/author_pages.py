"""Where the authors have a page of their own."""

from collections.abc import Iterator, Sequence

from article_clean.pages.metadata.addresses import is_home, web_address
from article_clean.pages.metadata.belonging import belongs
from article_clean.pages.metadata.claims import Found
from article_clean.pages.metadata.jsonld import listed, resolved
from article_clean.pages.metadata.marks import Page, shown
from article_clean.pages.metadata.text import field_text, words_of

MOST_ELEMENTS = 20  # that may link an author; each is searched, and they may stand in one another


def read_author_pages(page: Page, base: str, authors: Sequence[str]) -> Found[dict[str, str]] | None:
    """The address that the page gives for each of these authors, by name; those without one are left out.

    Args:
        page: the page's marks.
        base: what its addresses are relative to.
        authors: the people of the article.
    """
    if not authors:
        return None
    names = {words_of(name): name for name in authors}
    addresses: dict[str, str] = {}
    origins: list[str] = []
    for name, text, origin in _stated(page):
        author = names.get(words_of(name))
        address = web_address(text, base) if author and author not in addresses else ""
        if author and address and not is_home(address):
            addresses[author] = address
            origins.append(origin)
        if len(addresses) == len(names):
            break
    ordered = {name: addresses[name] for name in authors if name in addresses}
    return Found(ordered, tuple(dict.fromkeys(origins))) if ordered else None


def _stated(page: Page) -> Iterator[tuple[str, object, str]]:
    """Names with addresses, and the places that say so."""
    article = page.article or {}
    for value in listed(article.get("author") or article.get("creator")):
        author = resolved(value, page.named)
        if isinstance(author, dict):
            addresses = (author.get("url"), *listed(author.get("sameAs")))
            for address in filter(None, addresses):
                yield field_text(author.get("name")), address, "json-ld"
    for node in page.properties.get("author", ())[:MOST_ELEMENTS]:
        links = [node] if node.tag == "a" else node.css("a[href]")[:1]
        name_nodes = node.css("[itemprop~='name']")
        for link in links:
            yield shown(name_nodes[0] if name_nodes else link), link.attributes.get("href"), "itemprop"
    for node in page.signed[:MOST_ELEMENTS]:
        if belongs(node, page.heading):
            yield shown(node), node.attributes.get("href"), "rel-author"
