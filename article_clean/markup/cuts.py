"""What a page loses before the cleaners read it: all blocks that are not the article's."""

import re
from collections.abc import Sequence

from article_clean.edits import Edit
from article_clean.markup.reading import Reading

CUTTER = "page_blocks"  # stands as the cleaner of these edits

_WORD = re.compile(r"\w+")


def article_cuts(reading: Reading, picked: Sequence[int], shares: Sequence[float], deck: range) -> list[Edit]:
    """The edits that leave the picked blocks, and the captions between them, which the cleaners take.

    Args:
        reading: the page.
        picked: the blocks that are the article, in order.
        shares: for each block of the region how likely it is one.
        deck: the blocks that are the deck.
    """
    blocks, boxes = reading.page.blocks, reading.page.boxes
    kept = set(picked)
    last = picked[-1]
    edits: list[Edit] = []
    headlines = set(filter(None, map(_words, reading.page.headlines)))
    above = True
    for n, block in enumerate(blocks):
        echo = above and _words(block.text) in headlines
        if n in kept and not echo and n not in deck:
            above = False
            continue
        caption = picked[0] <= n <= last and block.box >= 0 and "figcaption" in boxes[block.box].kinds
        if not caption:
            role = "headline" if echo else "deck" if n in deck else "page"
            edits.append(Edit(block.start, block.end, "", role, _reason(reading, n, shares), CUTTER))
    return edits


def _reason(reading: Reading, n: int, shares: Sequence[float]) -> str:
    at = n - reading.region.first
    if 0 <= at < len(shares):
        return f"part of the page, not of the article: likelihood {shares[at]:.2f}"
    return "far from the text of the article"


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
