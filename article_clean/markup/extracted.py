"""The other engine: the article's text as trafilatura finds it, as a page of lines."""

from article_clean.decode import without_surrogates
from article_clean.markup.reading import Reading
from article_clean.page import Block, Box, Page


def extracted(html: str, url: str | None, reading: Reading) -> Reading:
    """The page again, with the lines of trafilatura's text in place of its blocks; none where it finds nothing.

    Args:
        html: the page.
        url: its address, where it is known.
        reading: the page as read here, for its metadata.
    """
    import trafilatura  # noqa: PLC0415  # 0.4 s to import, seldom needed

    text = (
        trafilatura.extract(without_surrogates(html)[0], url=url, include_comments=False)
        if reading.page.blocks
        else None
    )
    return reading._replace(page=_page(text or "", reading.page.headlines))


def _page(text: str, headlines: tuple[str, ...]) -> Page:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, line, 0, 0, 0))
        start += len(line) + 1
    return Page(text, blocks, [Box("body", -1, 0, "", frozenset(), hidden=False, first=0, end=len(blocks))], headlines)
