"""The page's own summary of its article."""

from article_clean.pages.metadata.claims import Claim, Found, leading
from article_clean.pages.metadata.marks import LONGEST_TEXT, Page
from article_clean.pages.metadata.text import words_of

METAS = ("og:description", "description")
LONGEST_DESCRIPTION = 2_000  # characters; what is longer is the article


def read_description(page: Page) -> Found[str] | None:
    """What the head or JSON-LD gives as the summary, of whatever length."""
    claims = [*(Claim(page.meta(name, LONGEST_TEXT), name) for name in METAS)]
    claims.append(Claim(page.said("description", LONGEST_TEXT), "json-ld"))
    return leading([claim for claim in claims if claim.value], words_of)


def is_summary(description: str, headline: str) -> bool:
    """Whether a description says something, and not the headline or the whole article."""
    return len(description) <= LONGEST_DESCRIPTION and words_of(description) not in {"", words_of(headline)}
