"""What stands above the first paragraph of a page: the headline, the deck, the byline as it is printed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, Self

from article_clean.core.origin import Page
from article_clean.fields.bylines.byline import LONGEST_BYLINE, FoundByline, find_byline
from article_clean.fields.datelines.dateline import find_dateline
from article_clean.fields.dates.dates import read_date_line
from article_clean.fields.titles import LONGEST_DECK, LONGEST_HEADLINE, is_deck
from article_clean.knowledge.credits import trailing
from article_clean.knowledge.language import frequent_words
from article_clean.knowledge.word_counts import is_as_long
from article_clean.knowledge.word_lists import words
from article_clean.learned.tokens import said_in
from article_clean.pages.reading import Reading
from article_clean.pages.regions import MOST_LINKED, is_prose
from article_clean.pages.walk import marks_of

SHORTEST_DECK = 25  # letters; shorter lines below a headline are sections, places, names
SHORTEST_CALLED = 15  # letters of what the page calls a deck
LONGEST_CALLED = 500
FARTHEST_DECK = 6  # blocks below the headline: a byline, a date, buttons may stand between
FARTHEST_CALLED = 12
FEWEST_SPACES = 3  # in it; three words are a section
NEAREST = 2  # blocks below the headline where a paragraph is the deck that the model leaves out
FARTHEST_BYLINE = 12
SHORTEST_PARAGRAPH = 40  # letters; shorter lines above a byline are sections, counters, buttons
MOST_TOLD = 12  # blocks below the byline whose words are compared with a deck's
FEWEST_SHARED = 2  # words of a deck that the headline or the story has, too
LEAST_SHARED = 0.25  # of its words; notices and biographies above a byline share fewer
OPENING = 40  # characters that a deck and the page's description share, at the least

DECK_MARKS = words("""
    dek deck standfirst subtitle subhead subheadline subheading subheader subhed subline excerpt ingress vorspann chapo
    chapeau bajada entradilla sapo manchet perex undertitel ondertitel untertitel lede strapline leadtext
""")
INTRODUCTION_MARKS = words("""
    summary abstract intro introduction lead epigraph desc description
""")  # also of first paragraphs: a deck only above what the model takes for the first

_NOT_DECKS = words("figure li")
_SUBHEADINGS = words("h2 h3 h4")


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
    top = headlines[-1]
    deck = _deck(reading, top, first) or _called(reading.page, top, first) or _nearest(reading.page, top, picked)
    return Above(headlines, deck, *_byline(reading, top, first))


def _deck(reading: Reading, headline: int, first: int) -> range:
    """Lines that the page calls a deck ("standfirst", "subtitle" …), or its own description printed."""
    page = reading.page
    summary = " ".join(said_in(reading.hints.description))[:OPENING]
    for n in range(headline + 1, min(first, headline + FARTHEST_DECK) + 1):
        text = page.blocks[n].text
        called = _is_called(page, n, DECK_MARKS)
        longest = LONGEST_CALLED if called else LONGEST_DECK
        if not is_as_long(text, SHORTEST_DECK) or len(text) > longest or find_byline(text) or find_dateline(text):
            continue
        described = n < first and len(summary) == OPENING and " ".join(said_in(text)).startswith(summary)
        introduced = n < first and _is_called(page, n, INTRODUCTION_MARKS) and _is_deck(page, n)
        if described or introduced or called:
            return range(n, _last_alike(page, n, first) + 1)
    return _above_byline(reading, headline, first)


def _above_byline(reading: Reading, headline: int, first: int) -> range:
    """The only paragraph between the headline and the byline or date, where it tells of what the story tells."""
    blocks = reading.page.blocks
    near = range(headline + 1, min(first + FARTHEST_DECK, headline + FARTHEST_BYLINE, len(blocks)))
    paragraphs: list[int] = []
    signed = False  # by a date above the paragraph, which a byline below it ends
    for n in near:
        if _is_signature(blocks[n].text):
            if paragraphs and (find_byline(blocks[n].text) or not signed):
                break
            signed = True
        elif is_as_long(blocks[n].text, SHORTEST_PARAGRAPH):
            paragraphs.append(n)
    else:
        return range(0)
    if len(paragraphs) != 1 or paragraphs[0] > first or not _is_deck(reading.page, paragraphs[0]):
        return range(0)
    return range(paragraphs[0], paragraphs[0] + 1)


def _called(page: Page, headline: int, first: int) -> range:
    """What the page calls a deck, farther below the headline or shorter than others are."""
    for n in range(headline + 1, min(first, headline + FARTHEST_CALLED)):
        text = page.blocks[n].text
        if not is_as_long(text, SHORTEST_CALLED) or text.count(" ") < FEWEST_SPACES or find_byline(text):
            continue
        if _is_called(page, n, DECK_MARKS) and (n <= headline + FARTHEST_DECK or _tells_of_story(page, n)):
            return range(n, n + 1)
    return range(0)


def _nearest(page: Page, headline: int, picked: Sequence[int]) -> range:
    """A subheading right below the headline that tells of what the story tells, and that the model left out."""
    for n in range(headline + 1, min(headline + 1 + NEAREST, picked[0])):
        text = page.blocks[n].text
        if is_as_long(text, SHORTEST_PARAGRAPH) and page.boxes[page.blocks[n].box].tag in _SUBHEADINGS:
            return range(n, n + 1) if _is_deck(page, n) and not _is_signature(text) else range(0)
    return range(0)


def _tells_of_story(page: Page, n: int) -> bool:
    """Whether a block has words of the headline and of the blocks below it; notices and biographies have others."""
    words_above = _content(page.blocks[n].text)
    story = " ".join((*page.headlines, *(block.text for block in page.blocks[n + 1 : n + 1 + MOST_TOLD])))
    return len(words_above & _content(story)) >= max(FEWEST_SHARED, LEAST_SHARED * len(words_above))


def _is_deck(page: Page, n: int) -> bool:
    """Whether a block reads like a deck: no caption, no tags, no list, and it tells of the story."""
    block = page.blocks[n]
    box = page.boxes[block.box]
    if (
        not _NOT_DECKS.isdisjoint(box.kinds)
        or "caption" in marks_of(box.name)
        or block.linked >= MOST_LINKED * len(block.text)
    ):
        return False
    whole = "\n" not in block.text and block.text[-1] != ":" and not (trailing(block.text) or find_dateline(block.text))
    return whole and is_deck(block.text, followed=True) and _tells_of_story(page, n)


def _content(text: str) -> frozenset[str]:
    """The words of a text without those that any text has."""
    return frozenset(said_in(text)) - frequent_words()


def _is_signature(text: str) -> bool:
    """Whether a line says who wrote it, or when."""
    return len(text) <= LONGEST_BYLINE and (find_byline(text) is not None or read_date_line(text) is not None)


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


def _is_called(page: Page, n: int, marks: frozenset[str]) -> bool:
    box = page.boxes[page.blocks[n].box]
    if not _NOT_DECKS.isdisjoint(box.kinds):
        return False
    around = page.boxes[box.parent].name if box.parent >= 0 else ""
    return any(not marks.isdisjoint(_names_of(name)) for name in (box.name, around))


@lru_cache(maxsize=1024)
def _names_of(name: str) -> frozenset[str]:
    """The words in a name, and those in two parts: "sub-headline"."""
    found = marks_of(name)
    return frozenset(found) | {first + second for first, second in pairwise(found) if first == "sub"}
