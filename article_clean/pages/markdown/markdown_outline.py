"""What Markdown says of its text beside the words, read once more when it is asked for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from article_clean.core.public import public
from article_clean.core.structure import Mark, Structure
from article_clean.pages.html_outline import link_target
from article_clean.pages.markdown.front_matter import read_front
from article_clean.pages.markdown.markdown_blocks import read_blocks


@public
class MarkdownOutline(NamedTuple):
    """Reads a Markdown text once more.

    Attributes:
        url: its address, where it is known.
    """

    url: str | None = None

    def structure(self, source: str) -> Structure:
        """The blocks, links and the like of the text."""
        markdown_page = read_blocks(source, read_front(source).end)
        marks = sorted(_whole(markdown_page.spans, self.url), key=lambda mark: (mark.start, -mark.end))
        return Structure(markdown_page.page, markdown_page.starts, marks, markdown_page.numbers, markdown_page.columns)

    def places(self, source: str) -> None:  # noqa: ARG002  # as of every outline
        """Nothing: the source is the input."""
        return


def _whole(spans: Sequence[Mark], url: str | None) -> Iterator[Mark]:
    """The marks with their addresses made whole; links that lead nowhere are left out."""
    for span in spans:
        if span.kind != "link":
            yield span
        elif target := link_target(span.target or "", url):
            yield span._replace(target=target)
