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
    image_start = text.find(_OPENS)
    while image_start >= 0:
        line_stop = text.find("\n", image_start)
        text_line = _Line(text, line_stop if line_stop >= 0 else len(text))
        markdown_image = text_line.image_at(image_start)
        if markdown_image and text[image_start - 1 : image_start] not in {"`", "\\"}:
            yield markdown_image
        image_start = text.find(_OPENS, markdown_image.end if markdown_image else text_line.stop)


class _Line(NamedTuple):
    """The text up to the end of a line."""

    text: str
    stop: int

    def image_at(self, image_start: int) -> MarkdownImage | None:
        """The image that begins there; None where neither it nor one behind it is closed on the line."""
        turn_index = self.text.find(_TURNS, image_start, self.stop)
        address_end = self.behind_bracket(turn_index) if turn_index >= 0 else 0
        if not address_end:
            return None
        alt_span = image_start + len(_OPENS), turn_index
        is_linked = self.text.startswith(_TURNS, address_end) and self.text[image_start - 1 : image_start] == "["
        link_end = self.behind_bracket(address_end) if is_linked else 0
        return (
            MarkdownImage(image_start - 1, link_end, *alt_span)
            if link_end
            else MarkdownImage(image_start, address_end, *alt_span)
        )

    def behind_bracket(self, start: int) -> int:
        """Where the next round bracket is closed; 0 where none is."""
        return self.text.find(")", start, self.stop) + 1
