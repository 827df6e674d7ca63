"""A page as the text that the cleaners read: all of its blocks, and the cuts that leave those of the article."""

from collections.abc import Sequence
from typing import NamedTuple

from article_clean.edits import Edit
from article_clean.errors import PipelineError
from article_clean.markup.above import read_above
from article_clean.markup.cuts import article_cuts
from article_clean.markup.fields import PageField, page_fields
from article_clean.markup.model import BlockModel, shipped
from article_clean.markup.reading import Reading, read_html
from article_clean.markup.select import chosen
from article_clean.page import Page

Engine = str | BlockModel
ENGINES = ("blocks", "trafilatura")
NOT_FOUND = "no article text was found in the page"


class Rendering(NamedTuple):
    """A page, ready for the cleaners.

    Attributes:
        page: its text, one line a block, with the blocks and boxes behind it.
        cuts: what leaves the article's blocks, sorted and disjoint, in offsets of `page.text`.
        fields: the fields of the article that markup and metadata give.
        warnings: what was odd.
    """

    page: Page
    cuts: Sequence[Edit]
    fields: Sequence[PageField]
    warnings: tuple[str, ...] = ()


def rendered(html: str, url: str | None = None, engine: Engine = "blocks") -> Rendering:
    """Read a page and choose the blocks that are its article; never raises on odd HTML.

    Args:
        html: the page.
        url: its address, where it is known.
        engine: "blocks" for the model that ships here, "trafilatura", or a `BlockModel` of your own.

    Raises:
        PipelineError: no such engine.
    """
    if isinstance(engine, str) and engine not in ENGINES:
        message = f"engine is {' or '.join(map(repr, ENGINES))} or a BlockModel; got {engine!r}"
        raise PipelineError(message)
    reading = read_html(html, url)
    if engine == "trafilatura":
        return _extracted(html, url, reading)
    model = engine if isinstance(engine, BlockModel) else shipped()
    shares = model.shares(reading.page, reading.region, reading.hints)
    region = reading.region
    picked = [region.first + n for n in chosen(reading.page.blocks[region.first : region.end], shares)]
    if not picked:
        return _extracted(html, url, reading)
    above = read_above(reading, picked)
    deck = "\n".join(reading.page.blocks[n].text for n in above.deck)
    fields = tuple(page_fields(reading.metadata, deck, above.signed))
    return Rendering(reading.page, article_cuts(reading, picked, shares, above), fields)


def _extracted(html: str, url: str | None, reading: Reading) -> Rendering:
    """The article's text as trafilatura finds it."""
    import trafilatura  # noqa: PLC0415  # 0.4 s to import, seldom needed

    text = trafilatura.extract(html, url=url, include_comments=False) if reading.page.blocks else None
    page = Page(text or "", [], [], reading.page.headlines)
    fields = tuple(page_fields(reading.metadata, "", None))
    return Rendering(page, (), fields, () if text else (NOT_FOUND,))
