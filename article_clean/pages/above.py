"""What stands above the first paragraph of a page: the headline, the deck, the byline as it is printed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from article_clean.core.origin import Page
from article_clean.fields.bylines.byline import LONGEST_BYLINE, FoundByline, find_byline
from article_clean.fields.titles import LONGEST_DECK, LONGEST_HEADLINE
from article_clean.knowledge.word_lists import words
from article_clean.learned.tokens import said_in
from article_clean.pages.reading import Reading
from article_clean.pages.regions import is_prose
from article_clean.pages.walk import marks_of

SHORTEST_DECK = 25  # characters; shorter lines below a headline are sections, places, names
FARTHEST_DECK = 6  # blocks below the headline: a byline, a date, buttons may stand between
FARTHEST_BYLINE = 12
OPENING = 40  # characters that a deck and the page's description share, at the least

DECK_MARKS = words("""
    dek deck standfirst subtitle subhead subheadline subheading subheader subhed subline excerpt ingress vorspann chapo
    chapeau bajada entradilla sapo manchet perex undertitel ondertitel untertitel lede
""")


class Above(NamedTuple):
    """The blocks above the first paragraph that are fields of the article, by index.

    Attributes:
        headlines: those that say the headline.
        deck: the standfirst.
        byline: the one that says who wrote it, and -1 where none does.
        signed: what it says.
    """

    headlines: Sequence[int]
    deck: range
    byline: int = -1
    signed: FoundByline | None = None


class _Titles(NamedTuple):
    """The words of the page's titles, and the letters that they begin with."""

    words: frozenset[tuple[str, ...]]
    letters: frozenset[str]

    @classmethod
    def of(cls, titles: Iterable[str]) -> Self:
        words = frozenset(said for title in titles if (said := tuple(said_in(title))))
        return cls(words, frozenset(said[0][0] for said in words))

    def are_said_in(self, text: str) -> bool:
        """Whether a text has the words of a title; most texts begin with another letter."""
        if len(text) > LONGEST_HEADLINE or (text[0].isalnum() and text[0].lower() not in self.letters):
            return False
        return tuple(said_in(text)) in self.words


def read_above(reading: Reading, picked: Sequence[int]) -> Above:
    """The fields above the first paragraph.

    Args:
        reading: the page.
        picked: the blocks that are the article, in order; not empty.
    """
    page = reading.page
    first = next((n for n in picked if is_prose(page.blocks[n])), picked[0])
    titles = _Titles.of(page.headlines)
    headlines = [n for n in range(first) if titles.are_said_in(page.blocks[n].text)]
    if not headlines:
        return Above((), range(0))
    deck = _deck(reading, headlines[-1], first)
    return Above(headlines, deck, *_byline(reading, headlines[-1], first))


def _deck(reading: Reading, headline: int, first: int) -> range:
    """Lines that the page calls a deck ("standfirst", "subtitle" …), or its own description printed."""
    page = reading.page
    summary = " ".join(said_in(reading.hints.description))[:OPENING]
    for n in range(headline + 1, min(first, headline + FARTHEST_DECK) + 1):
        text = page.blocks[n].text
        if not SHORTEST_DECK <= len(text) <= LONGEST_DECK or find_byline(text):
            continue
        described = n < first and len(summary) == OPENING and " ".join(said_in(text)).startswith(summary)
        if described or _is_called_deck(page, n):
            return range(n, _last_alike(page, n, first) + 1)
    return range(0)


def _byline(reading: Reading, headline: int, first: int) -> tuple[int, FoundByline | None]:
    """The line that names the authors that the page's metadata has."""
    authors = {name.casefold() for name in (reading.metadata.authors or ((), ()))[0]}
    for n in range(headline + 1, min(first, headline + FARTHEST_BYLINE + 1)):
        text = reading.page.blocks[n].text
        found = find_byline(text) if len(text) <= LONGEST_BYLINE else None
        if found and authors & {name.casefold() for name in found.value.authors}:
            return n, found
    return -1, None


def _last_alike(page: Page, n: int, first: int) -> int:
    """The last of the blocks from the n-th on that the page calls the same, as decks of several lines are."""
    name = page.boxes[page.blocks[n].box].name
    while name and n + 1 < first and page.boxes[page.blocks[n + 1].box].name == name:
        n += 1
    return n


def _is_called_deck(page: Page, n: int) -> bool:
    box = page.boxes[page.blocks[n].box]
    if "figure" in box.kinds or "li" in box.kinds:
        return False
    around = page.boxes[box.parent].name if box.parent >= 0 else ""
    return not DECK_MARKS.isdisjoint(marks_of(box.name)) or not DECK_MARKS.isdisjoint(marks_of(around))
