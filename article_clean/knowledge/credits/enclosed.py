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
    offset = 0
    while opening := _OPENING.search(text, offset):
        closing = f"</{opening['tag']}>" if opening["tag"] else f"[/{opening['shortcode']}]"
        offset = opening.end()
        stop = text.find(closing, offset, offset + LONGEST_ENCLOSED + len(closing))
        if stop >= 0 and text[offset:stop].strip():
            yield Enclosed(opening.start(), offset, stop, stop + len(closing))
            offset = stop + len(closing)


def without_marks(text: str) -> str:
    """A caption without the marks around it.

    >>> without_marks('[caption id="a"] The harbour at dawn. [/caption]')
    'The harbour at dawn.'
    """
    for caption in enclosed_in(text):
        return text[caption.inner_start : caption.inner_end].strip()
    return text
