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
        words = frozenset(title_words for title in titles if (title_words := tuple(said_in(title))))
        return cls(words, frozenset(title_words[0][0] for title_words in words))

    def are_said_in(self, text: str) -> bool:
        """Whether a text has the words of a title; most texts begin with another letter."""
        if len(text) > LONGEST_HEADLINE or (text[0].isalnum() and text[0].lower() not in self.letters):
            return False
        return tuple(said_in(text)) in self.words


def read_above(reading: Reading, picked_blocks: Sequence[int]) -> Above:
    """The fields above the first paragraph.

    Args:
        reading: the page.
        picked_blocks: the blocks that are the article, in order; not empty.
    """
    page = reading.page
    first_prose = next(
        (block_index for block_index in picked_blocks if is_prose(page.blocks[block_index])), picked_blocks[0]
    )
    titles = _Titles.of(page.headlines)
    headlines = [block_index for block_index in range(first_prose) if titles.are_said_in(page.blocks[block_index].text)]
    if not headlines:
        return Above((), range(0))
    last_headline = headlines[-1]
    deck = (
        _deck(reading, last_headline, first_prose)
        or _called(reading.page, last_headline, first_prose)
        or _nearest(reading.page, last_headline, picked_blocks)
    )
    return Above(headlines, deck, *_byline(reading, last_headline, first_prose))


def _deck(reading: Reading, headline: int, first_prose: int) -> range:
    """Lines that the page calls a deck ("standfirst", "subtitle" …), or its own description printed."""
    page = reading.page
    summary = " ".join(said_in(reading.hints.description))[:OPENING]
    for block_index in range(headline + 1, min(first_prose, headline + FARTHEST_DECK) + 1):
        block_text = page.blocks[block_index].text
        is_called = _is_called(page, block_index, DECK_MARKS)
        max_chars = LONGEST_CALLED if is_called else LONGEST_DECK
        if (
            not is_as_long(block_text, SHORTEST_DECK)
            or len(block_text) > max_chars
            or find_byline(block_text)
            or find_dateline(block_text)
        ):
            continue
        is_summary = (
            block_index < first_prose and len(summary) == OPENING and " ".join(said_in(block_text)).startswith(summary)
        )
        is_introduction = (
            block_index < first_prose
            and _is_called(page, block_index, INTRODUCTION_MARKS)
            and _is_deck(page, block_index)
        )
        if is_summary or is_introduction or is_called:
            return range(block_index, _last_alike(page, block_index, first_prose) + 1)
    return _above_byline(reading, headline, first_prose)


def _above_byline(reading: Reading, headline: int, first_prose: int) -> range:
    """The only paragraph between the headline and the byline or date, where it tells of what the story tells."""
    blocks = reading.page.blocks
    indexes = range(headline + 1, min(first_prose + FARTHEST_DECK, headline + FARTHEST_BYLINE, len(blocks)))
    paragraphs: list[int] = []
    has_date = False  # by a date above the paragraph, which a byline below it ends
    for block_index in indexes:
        if _is_signature(blocks[block_index].text):
            if paragraphs and (find_byline(blocks[block_index].text) or not has_date):
                break
            has_date = True
        elif is_as_long(blocks[block_index].text, SHORTEST_PARAGRAPH):
            paragraphs.append(block_index)
    else:
        return range(0)
    if len(paragraphs) != 1 or paragraphs[0] > first_prose or not _is_deck(reading.page, paragraphs[0]):
        return range(0)
    return range(paragraphs[0], paragraphs[0] + 1)


def _called(page: Page, headline: int, first_prose: int) -> range:
    """What the page calls a deck, farther below the headline or shorter than others are."""
    for block_index in range(headline + 1, min(first_prose, headline + FARTHEST_CALLED)):
        block_text = page.blocks[block_index].text
        if (
            not is_as_long(block_text, SHORTEST_CALLED)
            or block_text.count(" ") < FEWEST_SPACES
            or find_byline(block_text)
        ):
            continue
        if _is_called(page, block_index, DECK_MARKS) and (
            block_index <= headline + FARTHEST_DECK or _tells_of_story(page, block_index)
        ):
            return range(block_index, block_index + 1)
    return range(0)


def _nearest(page: Page, headline: int, picked_blocks: Sequence[int]) -> range:
    """A subheading right below the headline that tells of what the story tells, and that the model left out."""
    for block_index in range(headline + 1, min(headline + 1 + NEAREST, picked_blocks[0])):
        block_text = page.blocks[block_index].text
        if is_as_long(block_text, SHORTEST_PARAGRAPH) and page.boxes[page.blocks[block_index].box].tag in _SUBHEADINGS:
            return (
                range(block_index, block_index + 1)
                if _is_deck(page, block_index) and not _is_signature(block_text)
                else range(0)
            )
    return range(0)


def _tells_of_story(page: Page, block_index: int) -> bool:
    """Whether a block has words of the headline and of the blocks below it; notices and biographies have others."""
    words_above = _content(page.blocks[block_index].text)
    story_text = " ".join(
        (*page.headlines, *(block.text for block in page.blocks[block_index + 1 : block_index + 1 + MOST_TOLD]))
    )
    return len(words_above & _content(story_text)) >= max(FEWEST_SHARED, LEAST_SHARED * len(words_above))


def _is_deck(page: Page, block_index: int) -> bool:
    """Whether a block reads like a deck: no caption, no tags, no list, and it tells of the story."""
    block = page.blocks[block_index]
    box = page.boxes[block.box]
    if (
        not _NOT_DECKS.isdisjoint(box.kinds)
        or "caption" in marks_of(box.name)
        or block.linked >= MOST_LINKED * len(block.text)
    ):
        return False
    is_whole = (
        "\n" not in block.text and block.text[-1] != ":" and not (trailing(block.text) or find_dateline(block.text))
    )
    return is_whole and is_deck(block.text, followed=True) and _tells_of_story(page, block_index)


def _content(text: str) -> frozenset[str]:
    """The words of a text without those that any text has."""
    return frozenset(said_in(text)) - frequent_words()


def _is_signature(text: str) -> bool:
    """Whether a line says who wrote it, or when."""
    return len(text) <= LONGEST_BYLINE and (find_byline(text) is not None or read_date_line(text) is not None)


def _byline(reading: Reading, headline: int, first_prose: int) -> tuple[int, FoundByline | None]:
    """The line that names the authors that the page's metadata has."""
    authors = {author_name.casefold() for author_name in (reading.metadata.authors or ((), ()))[0]}
    for block_index in range(headline + 1, min(first_prose, headline + FARTHEST_BYLINE + 1)):
        block_text = reading.page.blocks[block_index].text
        found_byline = find_byline(block_text) if len(block_text) <= LONGEST_BYLINE else None
        if found_byline and authors & {author_name.casefold() for author_name in found_byline.value.authors}:
            return block_index, found_byline
    return -1, None


def _last_alike(page: Page, block_index: int, first_prose: int) -> int:
    """The last of the blocks from the n-th on that the page calls the same, as decks of several lines are."""
    box_name = page.boxes[page.blocks[block_index].box].name
    while box_name and block_index + 1 < first_prose and page.boxes[page.blocks[block_index + 1].box].name == box_name:
        block_index += 1
    return block_index


def _is_called(page: Page, block_index: int, marks: frozenset[str]) -> bool:
    box = page.boxes[page.blocks[block_index].box]
    if not _NOT_DECKS.isdisjoint(box.kinds):
        return False
    parent_name = page.boxes[box.parent].name if box.parent >= 0 else ""
    return any(not marks.isdisjoint(_names_of(box_name)) for box_name in (box.name, parent_name))


@lru_cache(maxsize=1024)
def _names_of(box_name: str) -> frozenset[str]:
    """The words in a name, and those in two parts: "sub-headline"."""
    name_marks = marks_of(box_name)
    return frozenset(name_marks) | {
        first_mark + second_mark for first_mark, second_mark in pairwise(name_marks) if first_mark == "sub"
    }
