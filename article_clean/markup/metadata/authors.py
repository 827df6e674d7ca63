"""Who wrote it: the people, and the agencies, that the page's marks name."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.markup.metadata.bylines import visible_claims
from article_clean.markup.metadata.evidence import Claim, Found, settle
from article_clean.markup.metadata.jsonld import listed, resolved, types_of
from article_clean.markup.metadata.names import Names, read_names, united
from article_clean.markup.metadata.page import Page, value_of
from article_clean.markup.metadata.scopes import of_article
from article_clean.markup.metadata.sites import site_keys
from article_clean.markup.metadata.text import plain, words_of

WEIGHTS = {"json-ld": 3.0, "itemprop": 2.0, "rel-author": 2.0, "byline": 2.0}
METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "citation_author", "byl", "article:author_name", "article.author", "og:author", "authors", "cxenseparse:author",
    "og:article:author",
)  # fmt: skip


def author_claims(page: Page) -> list[Claim[Names]]:
    """What each place says of the authors, in order of trust."""
    sites = site_keys(page)
    claims = [Claim(names, origin) for names, origin in _marked(page, sites)]
    if not any(claim.value.people for claim in claims):
        claims += visible_claims(page, sites)
    return [claim for claim in claims if any(claim.value)]


def choose_authors(claims: Sequence[Claim[Names]]) -> Found[tuple[str, ...]] | None:
    """The people that the weightiest places agree on; where none is named, the organisation that signs."""
    people = [Claim(names.people, origin) for names, origin in claims if names.people]
    others = [Claim(names.organisations, origin) for names, origin in claims if names.organisations]
    return settle(people or others, _key, WEIGHTS)


def choose_agencies(claims: Sequence[Claim[Names]]) -> Found[tuple[str, ...]] | None:
    """The agencies that the weightiest places agree on."""
    named = [Claim(names.agencies, origin) for names, origin in claims if names.agencies]
    return settle(named, _key, WEIGHTS)


def _key(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(words_of, names))


def _marked(page: Page, sites: frozenset[str]) -> Iterator[tuple[Names, str]]:
    yield _described(page, sites), "json-ld"
    for name in METAS:
        given = [plain(text) for text in page.metas.get(name, ()) if "://" not in text]
        yield united(read_names(text, sites) for text in given), name
    nodes = [node for node in page.properties.get("author", ()) if of_article(node)]
    yield united(_of_item(node, sites) for node in nodes), "itemprop"


def _of_item(node: LexborNode, sites: frozenset[str]) -> Names:
    inner = node.css("[itemprop~='name']")
    text = value_of(inner[0]) if inner else value_of(node)
    return read_names(text, sites)


def _described(page: Page, sites: frozenset[str]) -> Names:
    """The authors of the article's JSON-LD."""
    article = page.article or {}
    return united(
        names for one in listed(article.get("author") or article.get("creator")) for names in _one(one, page, sites)
    )


def _one(value: object, page: Page, sites: frozenset[str]) -> Iterator[Names]:
    value = resolved(value, page.things)
    if not isinstance(value, dict):
        yield read_names(plain(value), sites)
        return
    organisation = bool(types_of(value) & {"organization", "newsmediaorganization"})
    whole = value.get("name") or " ".join(filter(None, (plain(value.get("givenName")), plain(value.get("familyName")))))
    for name in listed(whole):
        text = plain(name.get("name")) if isinstance(name, dict) else plain(name)
        yield read_names(text, sites, organisation=organisation)
