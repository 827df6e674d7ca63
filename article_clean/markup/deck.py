"""Which block of a page is the deck: the standfirst between the headline and the first paragraph."""

import re
from collections.abc import Sequence

from article_clean.fields.byline import find_byline
from article_clean.fields.titles import LONGEST_DECK
from article_clean.fields.words import words
from article_clean.markup.features import Hints
from article_clean.markup.regions import is_prose
from article_clean.markup.walk import marks_of
from article_clean.page import Page

SHORTEST = 25  # characters; of 120 decks by name in shared/pages the shortest has 28
FARTHEST = 6  # blocks below the headline: a byline, a date, buttons may stand between
OPENING = 40  # characters that a deck and the page's description share, at the least

MARKS = words("""
    dek deck standfirst subtitle subhead subheadline subheading subheader subhed subline excerpt ingress vorspann chapo
    chapeau bajada entradilla sapo manchet perex undertitel ondertitel untertitel lede
""")

_WORD = re.compile(r"\w+")


def find_deck(page: Page, hints: Hints, picked: Sequence[int]) -> range:
    """The blocks of the deck, by index; none where there is no deck.

    It stands between the last line that is the headline and the first paragraph, and either the page calls it a deck
    ("standfirst", "subtitle" …) or it is the page's own description.

    Args:
        page: the page.
        hints: its headlines and description.
        picked: the blocks that are the article, in order.
    """
    blocks = page.blocks
    first = next((n for n in picked if is_prose(blocks[n])), picked[0])
    titles = set(filter(None, map(_plain, hints.headlines)))
    above = [n for n in range(first) if _plain(blocks[n].text) in titles]
    if not above:
        return range(0)
    summary = _plain(hints.description)[:OPENING]
    for n in range(above[-1] + 1, min(first + 1, above[-1] + 1 + FARTHEST)):
        text = blocks[n].text
        if not SHORTEST <= len(text) <= LONGEST_DECK or find_byline(text):
            continue
        if _is_called_deck(page, n) or (n < first and len(summary) == OPENING and _plain(text).startswith(summary)):
            return range(n, _last_alike(page, n, first) + 1)
    return range(0)


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
    return not MARKS.isdisjoint(marks_of(box.name)) or not MARKS.isdisjoint(marks_of(around))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
