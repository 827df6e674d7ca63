"""The name of the site, and titles without it."""

from collections.abc import Collection, Iterator

from article_clean.core.caches import text_cache
from article_clean.pages.metadata.home_links import host_of
from article_clean.pages.metadata.jsonld import listed, types_of
from article_clean.pages.metadata.marks import Page
from article_clean.pages.metadata.text import MOST_CUTS, SEPARATOR, field_text, title_parts, words_of

MOST_FOOT_BLOCKS = 40  # the last of a page, among them its notice of rights
SHORTEST_NAME = 3  # characters of a site's name that a notice of rights must have
MOST_SITE_WORDS = 6  # "The Hindu BusinessLine", "Ministry of Health and Family Welfare"

_BARS = "|｜"
_SUFFIXES = frozenset({" com", " org", " net"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"})


def site_name(page: Page) -> str | None:
    """The site's name as Open Graph or JSON-LD gives it, or None."""
    return page.meta("og:site_name") or next(_publishers(page), None) or page.meta("application-name") or None


def site_keys(page: Page) -> frozenset[str]:
    """The site's names as keys for comparison, its host's name among them, spaces taken out."""
    apps = [page.meta("application-name"), page.meta("apple-mobile-web-app-title"), *page.site_texts]
    names = [page.meta("og:site_name"), *_publishers(page), *_hosts(page), *_rights_holders(page)]
    names += (name for name in apps if name not in (page.title, page.meta("og:title")))  # some repeat the story's title
    return frozenset(map(squeezed, names)) - {""}


@text_cache(entries=256)  # a page's names are compared in several places
def squeezed(name: str) -> str:
    """A name's letters and digits alone, without "The" and ".com": "The Daily-News.com" is "dailynews"."""
    folded_name = words_of(name).removeprefix("the ").removeprefix("www ")
    end = folded_name[-4:]
    return (folded_name[:-4] if end in _SUFFIXES else folded_name).replace(" ", "")


def without_site(title: str, sites: Collection[str], headline_keys: Collection[str]) -> str:
    """A title without the site's name, section or slogan behind it or in front of it.

    Args:
        title: as the page gives it.
        sites: keys of the site's names.
        headline_keys: keys of the page's other titles: a part that is one of them is the title.
    """
    cuts = list(SEPARATOR.finditer(title))
    if not 0 < len(cuts) <= MOST_CUTS or words_of(title) in headline_keys:
        return title
    parts = [title[: cut.start()] for cut in cuts] + [title[cut.end() :] for cut in cuts]
    same_parts = [part for part in parts if words_of(part) in headline_keys]
    if same_parts:
        return max(same_parts, key=len)
    first_cut, last_cut = cuts[0], cuts[-1]
    for cut in cuts:
        if _is_site(title[cut.end() :], sites):
            return without_site(title[: cut.start()], sites, headline_keys)
    if _is_site(title[: first_cut.start()], sites):
        return without_site(title[first_cut.end() :], sites, headline_keys)
    tail = title[last_cut.end() :].split()
    if (
        last_cut[0].strip() in _BARS
        and len(tail) <= MOST_SITE_WORDS
        and len(tail) < len(title[: last_cut.start()].split())
    ):
        return title[: last_cut.start()]
    return title


def _is_site(part: str, sites: Collection[str]) -> bool:
    key = squeezed(part)
    return key in sites or words_of(part).replace(" ", "") in sites


def _publishers(page: Page) -> Iterator[str]:
    for item in filter(None, (page.article, *page.things)):
        for publisher in (*listed(item.get("publisher")), *((item,) if "website" in types_of(item) else ())):
            name = field_text(publisher.get("name") if isinstance(publisher, dict) else publisher)
            if name:
                yield name


def _rights_holders(page: Page) -> Iterator[str]:
    """The end of the title that the page's notice of rights names, where no heading tells: "© 2024 Salt and Rope"."""
    end = "" if page.headings else next(reversed(title_parts(page.title)), "")
    notices = (text for text in page.texts[-MOST_FOOT_BLOCKS:] if "©" in text or "opyright" in text)
    if len(end) >= SHORTEST_NAME and any(squeezed(end) in squeezed(notice) for notice in notices):
        yield end


def _hosts(page: Page) -> Iterator[str]:
    """The host with and without its suffix: "bbc.co.uk", "bbc"."""
    for address in page.addresses:
        labels = host_of(address).split(".")
        if len(labels) > 1:
            end = -2 if labels[-2] in _SECOND_LEVEL and len(labels) > 2 else -1  # noqa: PLR2004
            yield ".".join(labels)
            yield labels[end - 1]
            yield ".".join(labels[end - 1 :])
