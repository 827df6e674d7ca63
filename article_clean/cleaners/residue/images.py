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
        stop = text.find("\n", start)
        line = _Line(text, stop if stop >= 0 else len(text))
        image = line.image_at(start)
        if image and text[start - 1 : start] not in {"`", "\\"}:
            yield image
        start = text.find(_OPENS, image.end if image else line.stop)


class _Line(NamedTuple):
    """The text up to the end of a line."""

    text: str
    stop: int

    def image_at(self, start: int) -> MarkdownImage | None:
        """The image that begins there; None where neither it nor one behind it is closed on the line."""
        turn = self.text.find(_TURNS, start, self.stop)
        end = self.behind_bracket(turn) if turn >= 0 else 0
        if not end:
            return None
        alt = start + len(_OPENS), turn
        linked = self.text.startswith(_TURNS, end) and self.text[start - 1 : start] == "["
        link_end = self.behind_bracket(end) if linked else 0
        return MarkdownImage(start - 1, link_end, *alt) if link_end else MarkdownImage(start, end, *alt)

    def behind_bracket(self, start: int) -> int:
        """Where the next round bracket is closed; 0 where none is."""
        return self.text.find(")", start, self.stop) + 1
