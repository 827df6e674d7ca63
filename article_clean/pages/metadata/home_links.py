"""Links to the home page: they say the site's name, also where a heading is one."""

from collections.abc import Collection
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.text import field_text, words_of

HOME = "a[href='/'], a[rel~='home']"

INDEXES = words("index.html index.htm index.php home")  # paths of a home page


def host_of(address: str) -> str:
    """The host of an address, without "www."; "" where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def leads_home(link: LexborNode, hosts: Collection[str] = ()) -> bool:
    """Whether a link has no path, or says that it leads home.

    Its address is "/", "https://harbour.example", or an archive's "/web/2014/http://harbour.example/".

    Args:
        link: the element.
        hosts: the page's hosts; where none is known, any host's root is taken for its home.
    """
    attributes = link.attributes
    if "home" in (attributes.get("rel") or "").split():
        return True
    address = (attributes.get("href") or "").partition("#")[0].partition("?")[0]
    _, slashes, host_and_path = address.rpartition("//")
    host, _, path = host_and_path.partition("/")
    if path and path not in INDEXES:
        return False
    return (not hosts or host.removeprefix("www.") in hosts) if slashes else address.startswith("/")


def name_on(link: LexborNode) -> str:
    """What a link says: its text, its title, or what stands for its picture."""
    link_name = field_text(link.text()) or field_text(link.attributes.get("title"))
    picture = None if link_name else link.css_first("img[alt]")
    return field_text(picture.attributes.get("alt")) if picture else link_name


def is_logo(heading: LexborNode, hosts: Collection[str]) -> bool:
    """Whether a heading is nothing but a link to the home page."""
    link = heading.css_first("a[href]")
    is_whole = link is not None and words_of(field_text(link.text())) == words_of(field_text(heading.text()))
    return is_whole and link is not None and leads_home(link, hosts)
