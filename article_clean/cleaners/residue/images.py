"""Images as Markdown writes them: `![the harbour](harbour.jpg)`, alone, in a link, or amid a line."""

from collections.abc import Iterator
from typing import NamedTuple

_OPENS, _TURNS = "![", "]("


class MarkdownImage(NamedTuple):
    """An image, with the link around it where it is one.

    Attributes:
        start: its first code point.
        end: the first code point after it.
        alt_start: where what it shows is told.
        alt_end: where that ends.
    """

    start: int
    end: int
    alt_start: int
    alt_end: int


def images_in(text: str) -> Iterator[MarkdownImage]:
    """The images of a text, in order; none in a span of code, and none that is not closed on its line."""
    start = text.find(_OPENS)
    while start >= 0:
        image = _image_at(text, start)
        if image:
            yield image
        start = text.find(_OPENS, image.end if image else start + len(_OPENS))


def _image_at(text: str, start: int) -> MarkdownImage | None:
    """The image that begins there."""
    stop = text.find("\n", start)
    stop = stop if stop >= 0 else len(text)
    turn = text.find(_TURNS, start, stop)
    end = text.find(")", turn, stop) + 1 if turn >= 0 else 0
    if not end or text[start - 1 : start] in {"`", "\\"}:
        return None
    alt = (start + len(_OPENS), turn)
    link_end = text.find(")", end, stop) + 1 if text.startswith(_TURNS, end) and text[start - 1 : start] == "[" else 0
    return MarkdownImage(start - 1, link_end, *alt) if link_end else MarkdownImage(start, end, *alt)
