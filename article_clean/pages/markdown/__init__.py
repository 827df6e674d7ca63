"""Markdown in; what HTML is rendered to out: the text with its blocks, the cuts down to the article, its fields."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.edits import Edit, compose, packed_edits
from article_clean.core.favor import Favor
from article_clean.core.keep import KeepName
from article_clean.core.origin import Page
from article_clean.fields.bylines.byline import LONGEST_BYLINE, find_byline
from article_clean.learned.tokens import said_in
from article_clean.pages.block_model import BlockModel
from article_clean.pages.cuts import CUTTER
from article_clean.pages.markdown.front_matter import Front, read_front
from article_clean.pages.markdown.lists_and_tables import with_lists
from article_clean.pages.markdown.markdown_blocks import read_blocks
from article_clean.pages.markdown.markdown_outline import MarkdownOutline
from article_clean.pages.markdown.shown_blocks import MARKS
from article_clean.pages.markdown.stated import address_of, fields_of, read_stated
from article_clean.pages.oddities import find_oddities
from article_clean.pages.page_fields import page_fields
from article_clean.pages.reading import Reading
from article_clean.pages.regions import region_of
from article_clean.pages.rendering import (
    NOT_FOUND,
    Engine,
    Rendering,
    article_of,
    choice_of,
    is_credible,
    with_kept,
    without_article,
)

MOST_LINKED = 0.02  # share of a text in links, and LEAST_PROSE in paragraphs, where it is taken for no more than an
LEAST_PROSE = 0.9  # article: of 45 articles without anything around 34 are, and 11 of 56 with a few lines around
SHORT = 1_000  # letters of a text in which no menu can hide; pages of shared/pages have more
NEAR_ENDS = 3  # blocks above and below a story where a line may say who wrote it
SHIPPED = Path(__file__).with_name("markdown.json")  # trained on the pages of HTML's, written as crawlers write them

__all__ = ["read_markdown", "rendered_markdown"]


def rendered_markdown(
    source: str,
    url: str | None = None,
    engine: Engine = "blocks",
    favor: Favor = "balance",
    keep: Sequence[KeepName] = (),
) -> Rendering:
    """Read a Markdown text and choose the blocks that are its article; never raises on odd Markdown.

    Args:
        source: the text, without lone surrogates.
        url: its address, where it is known.
        engine: a `BlockModel` of your own; what else it names, the model that ships here chooses.
        favor: what counts more where a block is in doubt.
        keep: what stays although it is no part of the article.
    """
    markdown_reading = read_markdown(source, url)
    if markdown_reading.front.is_ours:
        rendering = Rendering(
            markdown_reading.reading.page, (), tuple(page_fields(markdown_reading.reading.metadata, "", None))
        )
    else:
        rendering = _chosen(markdown_reading.reading, engine if isinstance(engine, BlockModel) else shipped(), favor)
    rendering = with_kept(rendering, keep)
    mark_edits = packed_edits(_together(compose(markdown_reading.marks, rendering.cuts)))
    warnings = (*markdown_reading.reading.warnings, *rendering.warnings)
    outline = MarkdownOutline(markdown_reading.reading.url)
    stated_fields = fields_of(markdown_reading.front, markdown_reading.reading.metadata)
    all_fields = (*rendering.fields, *stated_fields)
    return rendering._replace(fields=all_fields, source=source, marks=mark_edits, warnings=warnings, outline=outline)


@cache
def shipped() -> BlockModel:
    """The model of Markdown that comes with the library; read when the first one is cleaned."""
    return BlockModel.load(SHIPPED)


class MarkdownReading(NamedTuple):
    """Markdown, read: the page, the edits that make its text of the source, and what stands above it."""

    reading: Reading
    marks: Sequence[Edit]
    front: Front


def read_markdown(source: str, url: str | None = None) -> MarkdownReading:
    """Parse a Markdown text and read what it says, without a decision about its blocks.

    Args:
        source: the text, without lone surrogates.
        url: its address, where it is known.
    """
    front_matter = read_front(source)
    markdown_page = read_blocks(source, front_matter.end)
    url = url or address_of(front_matter)
    metadata = read_stated(front_matter, markdown_page, url)
    page = markdown_page.page._replace(headlines=metadata.headlines)
    return MarkdownReading(
        Reading(page, metadata, region_of(page), front_matter.warnings, "", url), markdown_page.marks, front_matter
    )


def _chosen(reading: Reading, model: BlockModel, favor: Favor) -> Rendering:
    everything = _below_title(reading.page)
    if not everything:
        return Rendering(reading.page, (), tuple(page_fields(reading.metadata, "", None)), (NOT_FOUND,))
    if _is_article(reading):
        return article_of(reading, everything, ())
    block_shares = model.shares(reading.page, reading.region, reading.hints)
    picked_blocks: Sequence[int] = with_lists(
        reading.page,
        [reading.region.first + region_index for region_index in choice_of(reading, block_shares, favor).kept],
    )
    oddities = find_oddities(reading, picked_blocks, "")
    if not oddities.is_article:
        return without_article(reading, oddities)
    if is_credible(reading, picked_blocks, block_shares):
        picked_blocks = _with_bylines(reading.page, picked_blocks)
    else:
        picked_blocks, block_shares = everything, ()
    return article_of(reading, picked_blocks, block_shares, oddities.fields)._replace(warnings=oddities.warnings)


def _below_title(page: Page) -> range:
    """All blocks below the title, if that comes first."""
    title_words = {tuple(said_in(page_title)) for page_title in page.headlines}
    first_index = next(
        (block_index for block_index, block in enumerate(page.blocks) if tuple(said_in(block.text)) not in title_words),
        0,
    )
    return range(first_index, len(page.blocks))


def _with_bylines(page: Page, picked_blocks: Sequence[int]) -> Sequence[int]:
    """The picked blocks, and the lines near their ends that say who wrote them: no page marks these in Markdown."""
    indexes = (
        *range(max(0, picked_blocks[0] - NEAR_ENDS), picked_blocks[0]),
        *range(picked_blocks[-1] + 1, picked_blocks[-1] + 1 + NEAR_ENDS),
    )
    indexed_lines = (
        (block_index, page.blocks[block_index].text) for block_index in indexes if block_index < len(page.blocks)
    )
    return sorted(
        {
            *picked_blocks,
            *(
                block_index
                for block_index, line_text in indexed_lines
                if len(line_text) <= LONGEST_BYLINE and find_byline(line_text)
            ),
        }
    )


def _is_article(reading: Reading) -> bool:
    """Whether a text has next to nothing but paragraphs, or is short and has no line of links: none is chosen then."""
    sums = reading.region.sums
    total_chars = sums.text[-1]
    if total_chars <= SHORT and not any(2 * block.linked >= len(block.text) for block in reading.page.blocks):
        return True
    return sums.linked[-1] <= MOST_LINKED * total_chars and sums.prose[-1] >= LEAST_PROSE * total_chars


def _together(edits: Iterable[Edit]) -> Iterator[Edit]:
    """These edits, the marks of a block that goes with it."""
    last_edit: Edit | None = None
    for edit in edits:
        edit_cleaners = (
            {last_edit.cleaner, edit.cleaner}
            if last_edit and last_edit.end == edit.start and not (last_edit.text or edit.text)
            else set()
        )
        if last_edit and CUTTER in edit_cleaners and edit_cleaners <= {CUTTER, MARKS}:
            block_cut = last_edit if last_edit.cleaner == CUTTER else edit
            last_edit = block_cut._replace(start=last_edit.start, end=edit.end)
            continue
        if last_edit:
            yield last_edit
        last_edit = edit
    if last_edit:
        yield last_edit
