"""Whether the article is free to read, and how long it is, as the page says."""

from collections.abc import Iterator

from article_clean.pages.metadata.claims import Claim, Found, leading
from article_clean.pages.metadata.marks import Page, value_of
from article_clean.pages.metadata.scopes import of_article

LONGEST_COUNT = 6  # figures

_ANSWERS = {
    "true": True,
    "yes": True,
    "1": True,
    "free": True,
    "false": False,
    "no": False,
    "0": False,
    "locked": False,
}


def read_access(page: Page) -> Found[bool] | None:
    """Whether the page says that its article is free; None also of one that counts the articles read, "metered"."""
    claims = (
        Claim(answer, origin) for text, origin in _stated(page) if (answer := _ANSWERS.get(text.casefold())) is not None
    )
    return leading(claims, bool)


def _stated(page: Page) -> Iterator[tuple[str, str]]:
    answer = (page.article or {}).get("isAccessibleForFree")
    if isinstance(answer, (bool, str)):
        yield str(answer).rsplit("/", 1)[-1], "json-ld"
    for node in of_article(page.properties.get("isaccessibleforfree", ())):
        yield value_of(node).rsplit("/", 1)[-1], "itemprop"
    yield page.meta("article:content_tier"), "article:content_tier"


def read_word_count(page: Page) -> int:
    """The words that JSON-LD counts in the article; 0 where it does not say."""
    count = (page.article or {}).get("wordCount")
    text = str(count) if isinstance(count, (int, str)) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_COUNT else 0
