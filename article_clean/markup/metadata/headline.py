"""The headline: what the page's marks call its title, without the site's name."""

from collections.abc import Iterable, Iterator

from article_clean.fields.words import words
from article_clean.markup.metadata.evidence import Claim, Found, settle
from article_clean.markup.metadata.page import Page, inside, shown, value_of
from article_clean.markup.metadata.scopes import of_article
from article_clean.markup.metadata.sites import site_keys, without_site
from article_clean.markup.metadata.text import words_of

WEIGHTS = {"h1": 7.0, "json-ld": 2.0, "og:title": 2.0, "itemprop": 2.0, "twitter:title": 1.0, "title": 1.0}
METAS = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "title")
LEAST_SHARED = 0.3  # of the words of the shorter of two titles, for them to speak of the same thing

_HOLDERS = words("article header main")


def headline_claims(page: Page) -> list[Claim[str]]:
    """What each place gives as the headline, the site's name taken off, in order of trust."""
    sites = site_keys(page)
    printed = _bare(_printed_claims(page), sites, frozenset())
    known = frozenset(words_of(claim.value) for claim in printed)
    described = _bare([Claim(page.said("headline") or page.said("name"), "json-ld")], sites, known)
    known |= {words_of(claim.value) for claim in described}
    others = [*((page.meta(name), name) for name in METAS), (page.title, "title")]
    elsewhere = [*described, *_bare([Claim(*other) for other in others], sites, known)]
    return [*_on_topic(printed, elsewhere), *elsewhere]


def choose_headline(claims: list[Claim[str]]) -> Found[str] | None:
    """The title that the weightiest places agree on."""
    return settle(claims, words_of, WEIGHTS)


def _bare(claims: Iterable[Claim[str]], sites: frozenset[str], known: frozenset[str]) -> list[Claim[str]]:
    """The claims without the site's name; those that give nothing else are left out."""
    bare = [Claim(without_site(text, sites, known), origin) for text, origin in claims]
    return [claim for claim in bare if words_of(claim.value) and words_of(claim.value).replace(" ", "") not in sites]


def _on_topic(printed: list[Claim[str]], elsewhere: list[Claim[str]]) -> list[Claim[str]]:
    """The printed titles that share words with what the head says, if any do: a menu's and a logo's h1 do not."""
    titles = [frozenset(words_of(claim.value).split()) for claim in elsewhere]
    near = [claim for claim in printed if any(_shared(claim.value, title) for title in titles)]
    return near or [claim._replace(origin="other h1") for claim in printed]


def _shared(text: str, title: frozenset[str]) -> bool:
    own = frozenset(words_of(text).split())
    return len(own & title) >= LEAST_SHARED * min(len(own), len(title))


def _printed_claims(page: Page) -> Iterator[Claim[str]]:
    for text in _headings(page):
        yield Claim(text, "h1")
    for node in page.properties.get("headline", ()):
        if of_article(node):
            yield Claim(value_of(node), "itemprop")


def _headings(page: Page) -> list[str]:
    """The only h1; of several, those in the article or its header."""
    texts = [(node, shown(node)) for node in page.headings]
    filled = [(node, text) for node, text in texts if text]
    if len(filled) > 1:
        filled = [one for one in filled if inside(one[0], _HOLDERS)] or filled
    return [text for _, text in filled]
