"""The other engine: the article's text as trafilatura finds it, as a page of lines."""

from article_clean.core.favor import Favor
from article_clean.core.origin import Block, Box, Page
from article_clean.pages.reading import Reading

MANY_ELEMENTS = 3_000  # 2 in a hundred of 1,160 real pages have more; 8,000 paragraphs beside a <noscript> took 13 s


def extracted(reading: Reading, favor: Favor = "balance") -> Reading:
    """The page again, with the lines of trafilatura's text in place of its blocks; none where it finds nothing.

    Args:
        reading: the page as read here.
        favor: what trafilatura shall favor; it has a switch for each.
    """
    text = _text(reading.html, reading.url, favor) if reading.page.blocks else None
    return reading._replace(page=page_of_lines(text or "", reading.page.headlines))


def _text(html: str, url: str | None, favor: Favor) -> str | None:
    """What trafilatura extracts, in time linear in the length of the page.

    On a large page it goes without the second opinion, which compares each paragraph with all others, and the elements
    that it would drop one by one, each with a copy of the text behind it, are cut from the tree beforehand.
    """
    import trafilatura  # noqa: PLC0415  # 0.4 s to import, seldom needed

    precision, recall = favor == "precision", favor == "recall"
    if html.count("<") - html.count("</") <= MANY_ELEMENTS:
        return trafilatura.extract(
            html, url=url, include_comments=False, favor_precision=precision, favor_recall=recall
        )
    from lxml import etree  # noqa: PLC0415  # trafilatura's own parser
    from trafilatura.settings import MANUALLY_CLEANED  # noqa: PLC0415

    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    etree.strip_elements(tree, *MANUALLY_CLEANED, with_tail=False)
    return trafilatura.extract(
        tree, url=url, include_comments=False, fast=True, favor_precision=precision, favor_recall=recall
    )


def page_of_lines(text: str, headlines: tuple[str, ...] = ()) -> Page:
    """A page whose blocks are the lines of a text, in one box."""
    blocks: list[Block] = []
    line_start = 0
    for line_text in text.split("\n"):
        if line_text.strip():
            blocks.append(Block(line_start, line_text, 0, 0, 0))
        line_start += len(line_text) + 1
    return Page(text, blocks, [Box("body", -1, 0, "", frozenset(), hidden=False, first=0, end=len(blocks))], headlines)
