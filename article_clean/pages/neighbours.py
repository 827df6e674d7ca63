"""Blocks that their neighbours decide where the model is in doubt, quotes that repeat the story, and slides in it.

The counts are of blocks of shared/pages, out of fold, before this step.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from article_clean.core.origin import Box, Page
from article_clean.learned.tokens import said_in
from article_clean.pages.walk import marks_of

LEAST_BETWEEN = 0.2  # likelihood of a heading or cell between two chosen blocks: 138 were the article's, 50 were not
LEAST_ALONE = 0.5  # of an item, cell or line between two that were left out: of less likely ones 13 were, 71 were not
SHORTEST_QUOTE = 30  # letters of a sentence that is printed once more: 4 were printed twice in the article, 13 were not
LONGEST_SPEAKER = 60  # letters beside a quote, which go with it
MOST_APART = 60  # blocks between a sentence and the quote of it
MOST_OF_SLIDES = 0.2  # share of the chosen text; of a gallery the captions are the story

_BETWEEN = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd"})
_ALONE = frozenset({"div", "li", "td", "th"})
_QUOTES = frozenset({"blockquote", "aside"})
_QUOTE_MARKS = frozenset({"quote", "pullquote", "blockquote"})
_SLIDES = frozenset({"gallery", "slideshow", "slider", "carousel", "slides"})
_COUNTER = re.compile(r"\d{1,3} ?/ ?\d{1,3}\Z")


def settled(page: Page, picked: Sequence[int], share_of: Callable[[int], float]) -> list[int]:
    """The picked blocks, with those that belong between them and without those that stand alone.

    Args:
        page: its blocks and boxes.
        picked: the chosen blocks, in order.
        share_of: how likely a block is a part of the article.
    """
    if not picked:
        return []
    kept = set(picked)
    inside = range(picked[0] + 1, picked[-1])
    between = {
        n
        for n in inside
        if n not in kept
        and n - 1 in kept
        and n + 1 in kept
        and _tag(page, n) in _BETWEEN
        and share_of(n) >= LEAST_BETWEEN
    }
    alone = {
        n
        for n in picked
        if n in inside and _is_alone(n, kept) and share_of(n) < LEAST_ALONE and _tag(page, n) in _ALONE
    }
    return sorted((kept | between).difference(alone, _pull_quotes(page, picked), _slides(page, picked)))


def _is_alone(n: int, kept: Collection[int]) -> bool:
    return n - 1 not in kept and n + 1 not in kept


def _tag(page: Page, n: int) -> str:
    box = page.blocks[n].box
    return page.boxes[box].tag if box >= 0 else ""


def _pull_quotes(page: Page, picked: Sequence[int]) -> Iterator[int]:
    """Quotes in boxes of their own that say a sentence of the story again, with who said it."""
    around: dict[int, Box | None] = {}
    for n in picked:
        at = page.blocks[n].box
        if at not in around:
            around[at] = _quote_around(page, at)
    boxes = {n: box for n in picked if (box := around[page.blocks[n].box]) is not None}
    for n, box in boxes.items():
        quote = _said(page, n)
        if len(quote) < SHORTEST_QUOTE:
            continue
        story = (k for k in picked if k not in boxes and abs(k - n) <= MOST_APART)
        if any(quote in _said(page, k) for k in story):
            beside = [k for k in range(box.first, box.end) if k != n]
            yield n
            if sum(len(page.blocks[k].text) for k in beside) <= LONGEST_SPEAKER:
                yield from beside


def _slides(page: Page, picked: Sequence[int]) -> Sequence[int]:
    """The captions of slides, and their counters: "1/3"."""
    slides = [n for n in picked if _is_of_slide(page, n)]
    size = sum(len(page.blocks[n].text) for n in slides)
    return slides if slides and size <= MOST_OF_SLIDES * sum(len(page.blocks[n].text) for n in picked) else ()


def _is_of_slide(page: Page, n: int) -> bool:
    at = page.blocks[n].box
    if at < 0 or not ("caption" in page.boxes[at].name.lower() or _COUNTER.match(page.blocks[n].text)):
        return False
    while at >= 0:
        if not _SLIDES.isdisjoint(marks_of(page.boxes[at].name)):
            return True
        at = page.boxes[at].parent
    return False


def _said(page: Page, n: int) -> str:
    return f" {' '.join(said_in(page.blocks[n].text))} "


def _quote_around(page: Page, at: int) -> Box | None:
    """The box, or the one around it, that is a quote's."""
    found = None
    for _ in range(2):
        if at < 0:
            break
        box = page.boxes[at]
        if box.tag in _QUOTES or not _QUOTE_MARKS.isdisjoint(marks_of(box.name)):
            found = box
        at = box.parent
    return found
