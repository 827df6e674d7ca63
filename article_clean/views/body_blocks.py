"""The body as blocks: each paragraph with its type, and the links and the like in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, repeat

from article_clean.article import Article
from article_clean.core.parts import BodyBlock, Span
from article_clean.core.structure import Mark, Outline, Shape, Structure, shapes_of
from article_clean.core.table_rows import cells_of
from article_clean.views.printed_blocks import printed_blocks


def body_blocks(article: Article, outline: Outline) -> tuple[BodyBlock, ...]:
    """The paragraphs of the body with their types.

    Args:
        article: an article that knows its trail.
        outline: what reads its input once more.
    """
    structure = outline.structure(article.source)
    if structure is None:
        return tuple(printed_blocks(article.paragraphs))
    typed_blocks = list(_typed(article, structure))
    block_pieces = [block_piece for block in typed_blocks for block_piece in _pieces(block)]
    piece_spans = iter(_by_piece(block_pieces, _spans(article, structure.marks)))
    return tuple(
        block._replace(spans=tuple(chain.from_iterable(islice(piece_spans, len(_pieces(block))))))
        for block in typed_blocks
    )


def _typed(article: Article, structure: Structure) -> Iterator[BodyBlock]:
    """The paragraphs with the types that the boxes of the page give them."""
    page = structure.page
    block_starts = structure.starts
    block_shapes = list(shapes_of(page))
    cells_by_block = cells_of(page)
    begun_boxes: set[int] = set()  # boxes that a block above stands in

    def column_at(text_offset: int) -> int:
        table_cell = cells_by_block.get(bisect_right(block_starts, article.trace(text_offset, text_offset + 1)[0]) - 1)
        return structure.columns.get(table_cell.cell, 0) if table_cell else 0

    for paragraph_text, paragraph_start in _placed(article.paragraphs, 2):
        block_shape = (
            block_shapes[bisect_right(block_starts, article.trace(paragraph_start, paragraph_start + 1)[0]) - 1]
            if block_shapes
            else Shape()
        )
        yield BodyBlock(
            block_shape.kind,
            paragraph_text,
            paragraph_start,
            paragraph_start + len(paragraph_text),
            level=block_shape.level or None,
            depth=block_shape.depth,
            ordered=block_shape.ordered,
            number=None if block_shape.element in begun_boxes else structure.numbers.get(block_shape.element),
            cells=tuple(_cells(paragraph_text, paragraph_start, column_at)) if block_shape.kind == "row" else (),
            continues=block_shape.element in begun_boxes,
        )
        if block_shape.element >= 0:
            begun_boxes.add(block_shape.element)


def _placed(texts: Iterable[str], gap: int) -> Iterator[tuple[str, int]]:
    """Texts with their starts, where so many characters stand between two."""
    text_start = 0
    for text in texts:
        yield text, text_start
        text_start += len(text) + gap


def _cells(row_text: str, row_start: int, column_at: Callable[[int], int]) -> Iterator[str]:
    """The cells of a row, empty ones among them."""
    column_count = 0
    for cell_text, cell_start in _placed(row_text.split("\t"), 1):
        if cell_text:
            column = max(column_count, column_at(row_start + cell_start))
            yield from repeat("", column - column_count)
            yield cell_text
            column_count = column + 1


def _spans(article: Article, page_marks: Sequence[Mark]) -> Iterator[Span]:
    """The marks of the page in offsets of the body."""
    trail_edits = article.trail
    edit_starts = [trail_edit.start for trail_edit in trail_edits]
    edit_ends = [trail_edit.end for trail_edit in trail_edits]
    edit_shifts = [
        0,
        *accumulate(len(trail_edit.text) - (trail_edit.end - trail_edit.start) for trail_edit in trail_edits),
    ]
    for page_mark in page_marks:
        edits_before, edits_until = bisect_right(edit_ends, page_mark.start), bisect_left(edit_starts, page_mark.end)
        span_start, span_end = page_mark.start + edit_shifts[edits_before], page_mark.end + edit_shifts[edits_until]
        if (
            edits_before < len(trail_edits) and trail_edits[edits_before].start < page_mark.start
        ):  # inside what was replaced
            span_start = trail_edits[edits_before].start + edit_shifts[edits_before]
        if edits_until and edit_ends[edits_until - 1] > page_mark.end:
            span_end = (
                trail_edits[edits_until - 1].start
                + edit_shifts[edits_until - 1]
                + len(trail_edits[edits_until - 1].text)
            )
        if span_start < span_end:
            yield Span(span_start, span_end, page_mark.kind, page_mark.target)


def _pieces(block: BodyBlock) -> list[tuple[int, str]]:
    """Where the text of a block stands, that of each cell by itself."""
    piece_texts = block.text.split("\t") if block.kind == "row" else (block.text,)
    return [(block.start + piece_start, piece_text) for piece_text, piece_start in _placed(piece_texts, 1)]


def _by_piece(pieces: Sequence[tuple[int, str]], body_spans: Iterable[Span]) -> list[dict[Span, None]]:
    """The spans that each piece of the body has; one that reaches over several is in each of them."""
    piece_starts = [piece_start for piece_start, _ in pieces]
    piece_spans: list[dict[Span, None]] = [{} for _ in piece_starts]
    for body_span in body_spans:
        piece_index = max(0, bisect_right(piece_starts, body_span.start) - 1)
        while piece_index < len(piece_starts) and piece_starts[piece_index] < body_span.end:
            if piece_span := _bare(body_span, *pieces[piece_index]):
                piece_spans[piece_index][piece_span] = None  # <b><strong> is bold once
            piece_index += 1
    return piece_spans


def _bare(span: Span, piece_start: int, piece_text: str) -> Span | None:
    """A span cut down to a piece of the body, without white space at its edges."""
    inner_text = piece_text[max(0, span.start - piece_start) : span.end - piece_start]
    stripped = inner_text.strip()
    if not stripped:
        return None
    piece_start = max(piece_start, span.start) + len(inner_text) - len(inner_text.lstrip())
    return span._replace(start=piece_start, end=piece_start + len(stripped))
