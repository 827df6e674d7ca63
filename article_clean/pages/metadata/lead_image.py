"""The picture that a page shows for its article."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from article_clean.core.parts import Image
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.addresses import web_address
from article_clean.pages.metadata.claims import Found
from article_clean.pages.metadata.home_links import host_of
from article_clean.pages.metadata.jsonld import Thing, listed, types_of
from article_clean.pages.metadata.marks import Page
from article_clean.pages.metadata.sites import squeezed
from article_clean.pages.metadata.text import field_text

METAS = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
LEAST_SIDE = 50  # pixels; what is smaller counts visitors

_STAND_INS = words("logo logos logotype placeholder default blank spacer pixel favicon icon avatar noimage fallback")
_FILLERS = words("""
    og ogp opengraph open graph social share sharing facebook fb twitter card image images img thumb thumbnail site
    large small medium big new square white black color colour min x
""")
_FILE_WORD = pattern_of(r"[^\W\d_]+")


def read_image(page: Page, base: str, sites: Collection[str]) -> Found[Image] | None:
    """The first picture that is neither a logo nor a stand-in, with the caption and credit that JSON-LD has of it.

    Args:
        page: the page's marks.
        base: what its addresses are relative to.
        sites: keys of the site's own names, which make a file's name that of a logo.
    """
    for picture, origin in _pictures(page):
        address = web_address(picture.get("contentUrl") or picture.get("url"), base)
        if address and not _is_stand_in(address, sites) and not _is_tiny(picture):
            image = Image(url=address, caption=_caption(picture), credit=_credit(picture))
            return Found(image, (origin,))
    return None


def _pictures(page: Page) -> Iterator[tuple[Mapping[str, object], str]]:
    """What the page gives as its picture, in the form of an ImageObject."""
    stated = (page.article or {}).get("image") or (page.article or {}).get("thumbnailUrl")
    for value in listed(stated)[:1]:
        picture = _resolved(value, page.things)
        yield (picture if isinstance(picture, dict) else {"url": picture}), "json-ld"
    for name in filter(page.metas.__contains__, METAS):
        yield {"url": next(filter(None, page.metas[name]), "")}, name


def _resolved(value: object, things: Sequence[Thing]) -> object:
    """The picture that an `{"@id": …}` points to, which is an address as a rule; any other value as it is."""
    if not isinstance(value, dict) or "url" in value or "contentUrl" in value:
        return value
    key = value.get("@id")
    return next((item for item in things if item.get("@id") == key and "imageobject" in types_of(item)), {})


def _is_stand_in(address: str, sites: Collection[str]) -> bool:
    """Whether a file's name says no more than that it is a logo, of this site, or a default."""
    path = address.partition("?")[0].casefold()
    file_words = _FILE_WORD.findall(path.rsplit("/", 1)[-1].rpartition(".")[0])
    if _STAND_INS.isdisjoint(file_words):
        return path.endswith(".svg")
    rest = [word for word in file_words if word not in _STAND_INS and word not in _FILLERS]
    key = squeezed(" ".join(rest))
    return not key or key in sites or key in squeezed(host_of(address))


def _is_tiny(picture: Mapping[str, object]) -> bool:
    sides = [str(picture[name])[:6] for name in ("width", "height") if name in picture]
    return any(side.isdecimal() and int(side) < LEAST_SIDE for side in sides)


def _caption(picture: Mapping[str, object]) -> str | None:
    return field_text(picture.get("caption")) or None


def _credit(picture: Mapping[str, object]) -> str | None:
    """Who took it, as the page says it: a credit, else the name of its author."""
    people = (*listed(picture.get("creditText")), *listed(picture.get("creator")), *listed(picture.get("author")))
    names = (field_text(person.get("name") if isinstance(person, dict) else person) for person in people)
    return next((name for name in names if name and "://" not in name), None)
