"""Captions that are marked in plain text: `<figcaption>…</figcaption>`, `[caption id="a"]…[/caption]`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from article_clean.core.patterns import pattern_of

LONGEST_ENCLOSED = 900  # characters, as of other captions
_OPENING = pattern_of(
    r"<(?P<tag>figcaption)\b[^<>]*+>|\[(?P<shortcode>caption|wp_caption)\b[^\[\]\n]*+\]", re.IGNORECASE
)


class Enclosed(NamedTuple):
    """A caption between its marks, which count in `start` and `end`."""

    start: int
    inner_start: int
    inner_end: int
    end: int


def enclosed_in(text: str) -> Iterator[Enclosed]:
    """The captions of a text that are marked at both ends, in order."""
    search_start = 0
    while opening := _OPENING.search(text, search_start):
        closing = f"</{opening['tag']}>" if opening["tag"] else f"[/{opening['shortcode']}]"
        search_start = opening.end()
        caption_end = text.find(closing, search_start, search_start + LONGEST_ENCLOSED + len(closing))
        if caption_end >= 0 and text[search_start:caption_end].strip():
            yield Enclosed(opening.start(), search_start, caption_end, caption_end + len(closing))
            search_start = caption_end + len(closing)


def without_marks(text: str) -> str:
    """A caption without the marks around it.

    >>> without_marks('[caption id="a"] The harbour at dawn. [/caption]')
    'The harbour at dawn.'
    """
    for caption in enclosed_in(text):
        return text[caption.inner_start : caption.inner_end].strip()
    return text
