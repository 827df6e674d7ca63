"""Marks left by advertisements, and disclosures that a link is paid for."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import addressed, opening_with, phrase_edits, sentences
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.wordings import first_words, one_of, wordings

LONGEST_MARK = 100
LONGEST_DISCLOSURE = 500  # the longest of 37 that it takes in shared/gold and shared/texts has 365

_MARK = pattern_of(
    rf"""\W*(?:
      {one_of("advert_noun")}\W*+\d*+(?:\W*+(?>{one_of("advert_text")}?)\W*+{one_of("goes_on")}\b.*)?
      |{one_of("advert_mark")}
    )\W*""",
    re.VERBOSE,
)
_MARK_WORDS = first_words("advert_noun", "advert_mark")
_DISCLOSURE = pattern_of(rf"(?<!\w){one_of('paid_links')}(?!\w)", re.IGNORECASE)
_CLICK = pattern_of(rf"\b{one_of('buying')}\b")


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
    for paragraph in doc.paragraphs_with(*wordings("paid_hint")):
        if (
            len(paragraph.text) > LONGEST_DISCLOSURE
            or paragraph.text[0].islower()
            or not _CLICK.search(paragraph.folded)
        ):
            continue
        paragraph_sentences = sentences(paragraph)
        if any(_DISCLOSURE.search(sentence.text) for sentence in paragraph_sentences) and all(
            map(addressed, paragraph_sentences)
        ):
            yield Edit(paragraph.start, paragraph.end)
