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
        page_marks = sorted(
            _whole(markdown_page.spans, self.url), key=lambda page_mark: (page_mark.start, -page_mark.end)
        )
        return Structure(
            markdown_page.page, markdown_page.starts, page_marks, markdown_page.numbers, markdown_page.columns
        )

    def places(self, source: str) -> None:  # noqa: ARG002  # as of every outline
        """Nothing: the source is the input."""
        return


def _whole(page_marks: Sequence[Mark], url: str | None) -> Iterator[Mark]:
    """The marks with their addresses made whole; links that lead nowhere are left out."""
    for page_mark in page_marks:
        if page_mark.kind != "link":
            yield page_mark
        elif whole_target := link_target(page_mark.target or "", url):
            yield page_mark._replace(target=whole_target)
