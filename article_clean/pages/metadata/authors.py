"""Who wrote it: the people, and the agencies, that the page's marks name."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.knowledge.word_lists import folded_list
from article_clean.pages.metadata.author_names import Names, read_names, united
from article_clean.pages.metadata.belonging import belongs
from article_clean.pages.metadata.bylines import all_of, visible_claims
from article_clean.pages.metadata.claims import Claim, Found, settle
from article_clean.pages.metadata.jsonld import listed, resolved, types_of
from article_clean.pages.metadata.marks import Page, value_of
from article_clean.pages.metadata.scopes import of_article
from article_clean.pages.metadata.sites import squeezed
from article_clean.pages.metadata.text import field_text, words_of

WEIGHTS = {"json-ld": 3.0, "itemprop": 2.0, "rel-author": 2.0, "byline": 2.0, "whole byline": 20.0}
METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "citation_author", "byl", "article:author_name", "article.author", "og:author", "authors", "cxenseparse:author",
    "og:article:author",
)  # fmt: skip


_WRITTEN = folded_list("written_by")


def author_claims(page: Page, sites: frozenset[str]) -> list[Claim[Names]]:
    """What each place says of the authors, in order of trust.

    Args:
        page: the page's marks.
        sites: keys of the site's own names.
    """
    claims = [Claim(names, origin) for names, origin in _marked(page, sites)]
    people = next((claim.value.people for claim in claims if claim.value.people), ())
    signers = [squeezed(name) for claim in claims for name in (*claim.value.agencies, *claim.value.organisations)]
    strict = not sites.issuperset(signers)  # an agency, or an organisation other than the site itself, signs
    claims += (
        all_of(people, page, sites) if people else visible_claims(page, sites, signed=bool(signers), strict=strict)
    )
    return [claim for claim in claims if any(claim.value)]


def choose_authors(claims: Sequence[Claim[Names]], sites: frozenset[str]) -> Found[tuple[str, ...]] | None:
    """The people that the weightiest places agree on; where none is named, the organisation that signs.

    The site itself signs only where nobody else does.

    Args:
        claims: what each place says.
        sites: keys of the site's own names.
    """
    people = [Claim(names.people, origin) for names, origin in claims if names.people]
    organisations = [Claim(names.organisations, origin) for names, origin in claims if names.organisations]
    others = [claim for claim in organisations if not sites.issuperset(map(squeezed, claim.value))]
    agencies = [name for names, origin in claims if origin != "class" for name in names.agencies]
    is_wired = any("." not in name and squeezed(name) not in sites for name in agencies)  # "facebook.com" is no wire
    return settle(people or others or (() if is_wired else organisations), _key, WEIGHTS)


def choose_agencies(claims: Sequence[Claim[Names]]) -> Found[tuple[str, ...]] | None:
    """The agencies that the weightiest places agree on."""
    agencies = [Claim(names.agencies, origin) for names, origin in claims if names.agencies]
    return settle(agencies, _key, WEIGHTS)


def _key(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(words_of, names))


def _marked(page: Page, sites: frozenset[str]) -> Iterator[tuple[Names, str]]:
    yield _described(page, sites), "json-ld"
    for name in filter(page.metas.__contains__, METAS):
        meta_texts = [_in_order(field_text(text), name) for text in page.metas.get(name, ()) if "://" not in text]
        yield united(read_names(text, sites) for text in meta_texts), name
    cards = [
        page.meta(f"twitter:data{number}")
        for number in "12"
        if page.meta(f"twitter:label{number}").casefold() in _WRITTEN
    ]
    yield united(read_names(text, sites) for text in cards), "twitter:data"
    nodes = of_article([node for node in page.properties.get("author", ()) if belongs(node, page.heading)])
    yield united(_of_item(node, sites) for node in nodes), "itemprop"


def _in_order(text: str, name: str) -> str:
    """A name of a library catalogue, "Doe, Jane", the usual way round."""
    family_name, comma, first_names = text.partition(", ")
    return f"{first_names} {family_name}" if comma and name == "citation_author" and "," not in first_names else text


def _of_item(node: LexborNode, sites: frozenset[str]) -> Names:
    name_nodes = node.css("[itemprop~='name']")
    text = value_of(name_nodes[0]) if name_nodes else value_of(node)
    return read_names(text, sites)


def _described(page: Page, sites: frozenset[str]) -> Names:
    """The authors of the article's JSON-LD."""
    article = page.article or {}
    return united(
        names
        for author in listed(article.get("author") or article.get("creator"))
        for names in _one(author, page, sites)
    )


def _one(author: object, page: Page, sites: frozenset[str]) -> Iterator[Names]:
    author = resolved(author, page.named)
    if not isinstance(author, dict):
        yield read_names(field_text(author), sites)
        return
    organisation = bool(types_of(author) & {"organization", "newsmediaorganization"})
    parts = (field_text(author.get(name)) for name in ("givenName", "familyName"))
    for name in listed(author.get("name") or " ".join(filter(None, parts))):
        text = field_text(name.get("name") if isinstance(name, dict) else name)
        yield read_names(text, sites, organisation=organisation)
