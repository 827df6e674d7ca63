"""Notices of the site to its visitor: cookies, pay walls, errors, disclaimers."""

from collections.abc import Iterator

from article_clean.cleaners.sentences import addressed, exact_edits, phrase_lines, sentences
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun
from article_clean.knowledge.phrases.slots import opens
from article_clean.knowledge.wordings import one_of

LONGEST_COOKIES = 700
LONGEST_DISCLAIMER = 700  # the longest of 8 that it takes in shared/texts has 657

_COOKIES = pattern_of(rf"\b{one_of('uses_cookies')}\b")
_DISCLAIMER = pattern_of(rf"\W*{one_of('disclaimer')}\b")


@cleaner("cookie_notice", stage="boilerplate", role="notice")
def cookie_notice(doc: Document) -> Iterator[Edit]:
    """A consent banner: "This site uses cookies. By continuing you accept our policy".

    Why it goes: the law asks the site for it.
    Keeps: reports on cookies and consent, which speak of someone else's site.
    """
    for paragraph in doc.paragraphs_with(*keys("cookies_hint")):
        if len(paragraph.text) <= LONGEST_COOKIES and _uses_cookies(paragraph) and _holds(paragraph, "consent_within"):
            paragraph_sentences = sentences(paragraph)
            if '"' not in paragraph.text and "“" not in paragraph.text and all(map(addressed, paragraph_sentences)):
                yield Edit(paragraph.start, paragraph.end)


def _uses_cookies(line: Line) -> bool:
    return _COOKIES.search(line.folded) is not None or _holds(line, "cookies_within")


def _holds(line: Line, kind: str) -> bool:
    """Whether words of this kind stand anywhere in a line."""
    return any(words in line.folded for words in keys(kind))


@cleaner("site_notice", stage="boilerplate", role="notice")
def site_notice(doc: Document) -> Iterator[Edit]:
    """A line of the site's own interface: "An error occurred", "Was this article helpful?", "Report a typo".

    Why it goes: it asks or tells the visitor something about the page.
    Keeps: the same words within a sentence of the story.
    """
    for line in phrase_lines(doc, "notice"):
        yield Edit(line.start, line.end)


@cleaner("paywall_notice", stage="boilerplate", role="notice")
def paywall_notice(doc: Document) -> Iterator[Edit]:
    """A bar before the rest of the text: "You have reached your limit", "Already a subscriber? Log in".

    Why it goes: it deals with the visitor's account.
    Keeps: reports on pay walls and subscribers.
    """
    yield from exact_edits(doc, "wall")
    for line in begun(doc, "wall"):
        if all(opens("wall", sentence.text, sentence.folded) or addressed(sentence) for sentence in sentences(line)):
            yield Edit(line.start, line.end)


@cleaner("disclaimer", stage="boilerplate", role="notice")
def disclaimer(doc: Document) -> Iterator[Edit]:
    """A disclaimer of the publisher: "The views expressed are the author's own", "This is a rush transcript".

    Why it goes: the same words stand under every text of their kind.
    Keeps: views and opinions that someone in the story expresses.
    """
    hints = ("informational", "views expressed", "opinions expressed", "transcript", "solely responsible")
    for line in doc.paragraphs_with(*hints):
        if len(line.text) <= LONGEST_DISCLAIMER and _DISCLAIMER.match(line.folded):
            yield Edit(line.start, line.end)
