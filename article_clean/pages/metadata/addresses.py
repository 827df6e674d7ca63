"""Addresses that a page states: whole ones of http, its own first of all."""

from collections.abc import Iterator
from urllib.parse import SplitResult, urljoin, urlsplit

from article_clean.pages.metadata.claims import Claim, Found, leading
from article_clean.pages.metadata.home_links import INDEXES
from article_clean.pages.metadata.jsonld import listed
from article_clean.pages.metadata.marks import Page

LONGEST_ADDRESS = 2_000  # characters; what is longer holds data, and no server takes it
_SCHEMES = ("https://", "http://")
CALLER = "caller"  # the place of an address that `clean` was given


def page_address(page: Page) -> Found[str] | None:
    """The page's own address: its canonical link, before Open Graph, JSON-LD and what the caller knows.

    The home page is the address of an article only where the caller found it there.
    """
    found_at_home = is_home(web_address(page.url))
    own_claims = [claim for claim in _own(page) if claim.value and (found_at_home or not is_home(claim.value))]
    return leading(own_claims, _same_page)


def web_address(text: object, base: str = "") -> str:
    """A whole address of http or https; "" for anything else.

    Args:
        text: an address as a page writes it.
        base: what it is relative to.
    """
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST_ADDRESS:
        return ""
    text = text.strip().replace("&amp;", "&")
    try:
        address = "%20".join((text if text.startswith(_SCHEMES) else urljoin(base, text)).split())
        is_whole = address.startswith(_SCHEMES) and "." in urlsplit(address).netloc
    except ValueError:
        return ""
    return address if is_whole else ""


def is_home(address: str) -> bool:
    """Whether an address, as `web_address` gives it, is that of a site's front page; "" is none."""
    parts = urlsplit(address)
    path = parts.path.strip("/").casefold()
    return address != "" and (not path or path in INDEXES) and not parts.query


def base_of(page: Page) -> str:
    """What the page's addresses are relative to."""
    return next((address for text in page.addresses if (address := web_address(text))), "")


def _own(page: Page) -> Iterator[Claim[str]]:
    base = base_of(page)
    for name in ("canonical", "og:url"):
        for text in page.metas.get(name, ())[:1]:
            yield Claim(web_address(text, base), name)
    for name in ("url", "mainEntityOfPage"):
        for value in listed((page.article or {}).get(name))[:1]:
            address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            yield Claim(web_address(address, base), "json-ld")
    yield Claim(web_address(page.url), CALLER)


def _same_page(address: str) -> tuple[str, str, str]:
    """What addresses of the same page have in common."""
    parts: SplitResult = urlsplit(address)
    return (parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query)
