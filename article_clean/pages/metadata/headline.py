"""The headline: what the page's marks call its title, without the site's name."""

from collections.abc import Iterable, Iterator

from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.claims import Claim, Found, settle
from article_clean.pages.metadata.marks import LONGEST_MARK, Page, inside, value_of
from article_clean.pages.metadata.scopes import of_article
from article_clean.pages.metadata.sites import without_site
from article_clean.pages.metadata.surroundings import text_of
from article_clean.pages.metadata.text import words_of

WEIGHTS = {  # the best of 600 settings on three public sets; the h1 loses where JSON-LD and Open Graph agree against it
    "h1": 5.0, "json-ld": 3.0, "og:title": 2.0, "itemprop": 2.0, "twitter:title": 1.0, "title": 0.5,
    "json-ld name": 0.5, "other h1": 0.4,
}  # fmt: skip
METAS = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "title")
MOST_LABEL_WORDS = 2  # of an h1 that is no title ("Discord"); seen on two of 1,158 pages, wrong on none
MUCH_LONGER = 2.5
MANY_AGREE = 3  # places
MOST_KICKER_WORDS = 4  # "Buying Guide:", "College Sports |", "Dec 18 2025"
LEAST_SHARED = 0.3  # of the words of the shorter of two titles, for them to speak of the same thing

_HOLDERS = words("article header main")


def headline_claims(page: Page, sites: frozenset[str]) -> list[Claim[str]]:
    """What each place gives as the headline, the site's name taken off, in order of trust.

    Args:
        page: the page's marks.
        sites: keys of the site's own names.
    """
    printed = _bare(_printed_claims(page), sites, frozenset())
    known = frozenset(words_of(claim.value) for claim in printed)
    given = [Claim(page.said("headline"), "json-ld"), Claim(page.said("name"), "json-ld name")]
    described = _bare(given, sites, known)
    known |= {words_of(claim.value) for claim in described}
    others = [*((page.meta(name), name) for name in METAS), (page.title, "title")]
    elsewhere = [*described, *_bare([Claim(*other) for other in others], sites, known)]
    return [*_on_topic(_without_kicker(printed, elsewhere), elsewhere), *elsewhere]


def choose_headline(claims: list[Claim[str]]) -> Found[str] | None:
    """The title that the weightiest places agree on."""
    said: dict[str, set[str]] = {}
    for claim in claims:
        said.setdefault(words_of(claim.value), set()).add(claim.origin)
    agreed = [key for key, origins in said.items() if len(origins) >= MANY_AGREE]
    return settle((_without_label(claim, agreed) for claim in claims), words_of, WEIGHTS)


def _without_label(claim: Claim[str], agreed: list[str]) -> Claim[str]:
    """An h1 of a word or two that a much longer title, which many places agree on, has in it: a label or a logo."""
    key = words_of(claim.value)
    size = len(key.split())
    if claim.origin != "h1" or size > MOST_LABEL_WORDS:
        return claim
    longer = (title for title in agreed if len(title.split()) >= MUCH_LONGER * size)
    return claim._replace(origin="other h1") if any(f" {key} " in f" {title} " for title in longer) else claim


def _bare(claims: Iterable[Claim[str]], sites: frozenset[str], known: frozenset[str]) -> list[Claim[str]]:
    """The claims without the site's name; those that give nothing else are left out."""
    bare = [Claim(without_site(text, sites, known), origin) for text, origin in claims]
    return [claim for claim in bare if words_of(claim.value) and words_of(claim.value).replace(" ", "") not in sites]


def _on_topic(printed: list[Claim[str]], elsewhere: list[Claim[str]]) -> list[Claim[str]]:
    """The printed titles that share words with what the head says, if any do: a menu's and a logo's h1 do not."""
    titles = [words_of(claim.value) for claim in elsewhere]
    near = [claim for claim in printed if any(_shared(claim.value, title) for title in titles)]
    near = [claim for claim in near if not _is_rest(words_of(claim.value), titles)]
    return near or [claim._replace(origin="other h1") for claim in printed]


def _is_rest(key: str, titles: list[str]) -> bool:
    """Whether this is what one title has in addition to another: the blog's name in "Blog: Story" beside "Story"."""
    return any(f"{key} {title}" in titles or f"{title} {key}" in titles for title in titles)


def _without_kicker(printed: list[Claim[str]], elsewhere: list[Claim[str]]) -> list[Claim[str]]:
    """The printed titles without the kicker in front, where the head gives the same title without it."""
    others = [(claim.value, words_of(claim.value)) for claim in elsewhere]
    return [claim._replace(value=_cut(claim.value, others)) for claim in printed]


def _cut(text: str, others: list[tuple[str, str]]) -> str:
    key = words_of(text)
    for other, short in others:
        front = key.removesuffix(short).split() if short and key.endswith(f" {short}") else ()
        if 0 < len(front) <= min(MOST_KICKER_WORDS, len(short.split())):
            return other
    return text


def _shared(text: str, title: str) -> bool:
    own, other = frozenset(words_of(text).split()), frozenset(title.split())
    return len(own & other) >= LEAST_SHARED * min(len(own), len(other))


def _printed_claims(page: Page) -> Iterator[Claim[str]]:
    for text in _headings(page):
        yield Claim(text, "h1")
    for node in of_article(page.properties.get("headline", ())):
        yield Claim(value_of(node), "itemprop")


def _headings(page: Page) -> list[str]:
    """The only h1; of several, those in the article or its header."""
    texts = [(node, text_of(node)) for node in page.headings]
    filled = [(node, text) for node, text in texts if 0 < len(text) <= LONGEST_MARK]
    if len(filled) > 1:
        filled = [one for one in filled if inside(one[0], _HOLDERS)] or filled
    return [text for _, text in filled]
