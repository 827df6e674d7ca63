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
    pieces = [place for block in typed_blocks for place in _pieces(block)]
    spans = iter(_by_piece(pieces, _spans(article, structure.marks)))
    return tuple(
        block._replace(spans=tuple(chain.from_iterable(islice(spans, len(_pieces(block)))))) for block in typed_blocks
    )


def _typed(article: Article, structure: Structure) -> Iterator[BodyBlock]:
    """The paragraphs with the types that the boxes of the page give them."""
    page = structure.page
    starts = structure.starts
    shapes = list(shapes_of(page))
    cells = cells_of(page)
    begun_boxes: set[int] = set()  # boxes that a block above stands in

    def column_at(offset: int) -> int:
        cell = cells.get(bisect_right(starts, article.trace(offset, offset + 1)[0]) - 1)
        return structure.columns.get(cell.cell, 0) if cell else 0

    for text, start in _placed(article.paragraphs, 2):
        shape = shapes[bisect_right(starts, article.trace(start, start + 1)[0]) - 1] if shapes else Shape()
        yield BodyBlock(
            shape.kind,
            text,
            start,
            start + len(text),
            level=shape.level or None,
            depth=shape.depth,
            ordered=shape.ordered,
            number=None if shape.element in begun_boxes else structure.numbers.get(shape.element),
            cells=tuple(_cells(text, start, column_at)) if shape.kind == "row" else (),
            continues=shape.element in begun_boxes,
        )
        if shape.element >= 0:
            begun_boxes.add(shape.element)


def _placed(texts: Iterable[str], gap: int) -> Iterator[tuple[str, int]]:
    """Texts with their starts, where so many characters stand between two."""
    start = 0
    for text in texts:
        yield text, start
        start += len(text) + gap


def _cells(text: str, start: int, column_at: Callable[[int], int]) -> Iterator[str]:
    """The cells of a row, empty ones among them."""
    count = 0
    for cell, place in _placed(text.split("\t"), 1):
        if cell:
            column = max(count, column_at(start + place))
            yield from repeat("", column - count)
            yield cell
            count = column + 1


def _spans(article: Article, marks: Sequence[Mark]) -> Iterator[Span]:
    """The marks of the page in offsets of the body."""
    edits = article.trail
    starts = [edit.start for edit in edits]
    ends = [edit.end for edit in edits]
    shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
    for mark in marks:
        edits_before, edits_until = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        start, end = mark.start + shifts[edits_before], mark.end + shifts[edits_until]
        if edits_before < len(edits) and edits[edits_before].start < mark.start:  # inside what was replaced
            start = edits[edits_before].start + shifts[edits_before]
        if edits_until and ends[edits_until - 1] > mark.end:
            end = edits[edits_until - 1].start + shifts[edits_until - 1] + len(edits[edits_until - 1].text)
        if start < end:
            yield Span(start, end, mark.kind, mark.target)


def _pieces(block: BodyBlock) -> list[tuple[int, str]]:
    """Where the text of a block stands, that of each cell by itself."""
    texts = block.text.split("\t") if block.kind == "row" else (block.text,)
    return [(block.start + place, text) for text, place in _placed(texts, 1)]


def _by_piece(pieces: Sequence[tuple[int, str]], spans: Iterable[Span]) -> list[dict[Span, None]]:
    """The spans that each piece of the body has; one that reaches over several is in each of them."""
    starts = [start for start, _ in pieces]
    piece_spans: list[dict[Span, None]] = [{} for _ in starts]
    for span in spans:
        index = max(0, bisect_right(starts, span.start) - 1)
        while index < len(starts) and starts[index] < span.end:
            if piece_span := _bare(span, *pieces[index]):
                piece_spans[index][piece_span] = None  # <b><strong> is bold once
            index += 1
    return piece_spans


def _bare(span: Span, start: int, text: str) -> Span | None:
    """A span cut down to a piece of the body, without white space at its edges."""
    inner_text = text[max(0, span.start - start) : span.end - start]
    stripped = inner_text.strip()
    if not stripped:
        return None
    start = max(start, span.start) + len(inner_text) - len(inner_text.lstrip())
    return span._replace(start=start, end=start + len(stripped))
