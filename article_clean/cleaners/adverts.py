"""Marks left by advertisements, and disclosures that a link is paid for."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import addressed, opening_with, phrase_edits, sentences, word_set
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of

LONGEST_MARK = 100
LONGEST_DISCLOSURE = 500  # the longest of 37 that it takes in shared/gold and shared/texts has 365

_MARK = pattern_of(
    r"""\W*(?:
      advert(?:isement|isements)?\W*+\d*+(?:\W*+(?>(?:story|article|page|content)?)\W*+(?:continues?|scroll)\b.*)?
      |ad
      |(?:story|article|page|post|content)\ continue[sd](?:\ below)?(?:\ (?:this\ ad|video|(?:the\ )?advertisement))?
      |(?:by\ )?sponsored\ by(?:\ \S+){0,4}
    )\W*""",
    re.VERBOSE,
)
_MARK_WORDS = word_set(
    """
    ad advert advertisement advertisements advertisment story article page post content by sponsored
    """
)

_DISCLOSURE = pattern_of(
    r"""(?:
      \b(?:this|our|my)\ (?:\w+\ )?(?:article|post|page|site|website|story|blog|guide|review)\ (?:may\ )?
        (?:contains?|includes?|uses?)\ (?:\w+\ )?affiliate\ links?
      |\b(?:some|any)\ of\ (?:the|our|these)\ links\ [^.!?]*\baffiliate
      |\b(?:we|i|us|publisher|(?-i:[A-Z])\S+)\ (?:may|might|can|could|will|occasionally)\ [^.!?]*
        \b(?:earn|receive|get|make|collect)\b[^.!?]*\b(?:commission|affiliate\ fee|compensation|kickback)
      |\bas\ an\ amazon\ (?:associate|affiliate)[^.!?]*\bearn
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLICK = pattern_of(r"\b(?:links?|click|buy|purchases?|orders)\b")


@cleaner("advert", stage="boilerplate", role="advert")
def advert(doc: Document) -> Iterator[Edit]:
    """The mark of an advertisement: "Advertisement", "Story continues below", "Anzeige".

    Why it goes: it marks the place of a banner.
    Keeps: sentences about advertising ("Advertisement spending rose in the third quarter").
    """
    yield from phrase_edits(doc, "advert")
    for line in opening_with(doc, _MARK_WORDS):
        if len(line.text) <= LONGEST_MARK and _MARK.fullmatch(line.folded) and not line.text.endswith(")."):
            yield Edit(line.start, line.end)


@cleaner("affiliate_disclosure", stage="boilerplate", role="advert")
def affiliate_disclosure(doc: Document) -> Iterator[Edit]:
    """A note that the links are paid for: "We may earn a commission if you buy through our links".

    Why it goes: the law asks the publisher for it; the story does not.
    Keeps: articles about affiliate marketing, and commissions that someone else earns.
    """
    for line in doc.paragraphs_with("affiliate", "commission", "compensation", "kickback"):
        if len(line.text) > LONGEST_DISCLOSURE or line.text[0].islower() or not _CLICK.search(line.folded):
            continue
        parts = sentences(line)
        if any(_DISCLOSURE.search(part.text) for part in parts) and all(map(addressed, parts)):
            yield Edit(line.start, line.end)
