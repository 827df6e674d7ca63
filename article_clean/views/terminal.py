"""The plain view: the article, its source with every mark named in a gutter, and what each cleaner took."""

import os
import shutil
import sys
from collections.abc import Container, Iterable, Iterator
from itertools import chain, groupby
from typing import NamedTuple

from article_clean.article import Article
from article_clean.errors import OutlineError
from article_clean.views.cells import cells, lines, printable
from article_clean.views.hues import hue
from article_clean.views.segments import LOUD, Kind, Segment, percent, segments, summed, tallies
from article_clean.views.stated_values import stated_values

NARROWEST, WIDEST = 40, 100  # cells: below, the gutter leaves no room; above, lines are hard to read
SHOWN_PARAGRAPHS = 6  # of a body; the rest is told by its number
LONGEST_RUN = 6  # lines of one kind that are shown; of more, the first and last two
_EDGE = 2
_GUTTER = 14  # "contributor" fits
_SIGNS = {Kind.REMOVED: "✗", Kind.MOVED: "→"}
_BOLD, _DIM, _UNDERLINED = "1", "2", "4"
_INKS = {
    "field": "34",
    "picture": "36",
    "talk": "35",
    "share": "95",
    "promo": "33",
    "advert": "31",
    "link": "32",
    "page": "90",
    "legal": "93",
    "person": "95",
}


class Report(str):
    """A text that shows itself as it is, where a session shows what an expression gave."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class Piece(NamedTuple):
    """Text of one style: `ink` is a parameter of the terminal's SGR sequence, "" for none."""

    text: str
    ink: str = ""


class Row(NamedTuple):
    """A line of the source: what stands in the gutter, and its pieces; a loud row is never folded."""

    gutter: str
    ink: str
    pieces: tuple[Piece, ...]
    loud: bool


def terminal(article: Article, width: int | None = None, *, color: bool | None = None) -> Report:
    """The view as text.

    Args:
        article: the article.
        width: cells of a line; those of the terminal where none are given, 80 where there is no terminal.
        color: whether to use colours; by default if standard output is a terminal and NO_COLOR is not set.
    """
    line_width = max(NARROWEST, min(WIDEST, width or shutil.get_terminal_size().columns))
    parts = list(segments(article))
    view_lines: tuple[Iterable[list[Piece]], ...] = (
        _head(article, line_width),
        [[]],
        _source(parts, line_width),
        [[]],
        _table(parts, len(article.source)),
    )
    painted = _colourful() if color is None else color
    return Report("\n".join(_painted(view_line, on=painted) for view_line in chain.from_iterable(view_lines)).rstrip())


def _colourful() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _painted(pieces: Iterable[Piece], *, on: bool) -> str:
    painted_text = "".join(
        f"\x1b[{piece.ink}m{piece.text}\x1b[0m" if on and piece.ink else piece.text for piece in pieces
    )
    return painted_text.rstrip()


def _head(article: Article, width: int) -> Iterator[list[Piece]]:
    """Headline, deck, the line of byline, dateline and date, what a page states besides, and the body."""
    signature_line = " · ".join(
        str(line_field) for line_field in (article.byline, article.dateline, article.published) if line_field
    )
    for field_text, ink in ((article.headline, _BOLD), (article.deck, ""), (signature_line, _DIM)):
        if field_text:
            yield from _lines([Piece(printable(field_text), ink)], width)
    for value_name, stated_value in stated_values(article):
        if value_name != "wire":  # the line above says it
            yield from _lines([Piece(f"{value_name}: {printable(stated_value)}", _DIM)], width)
    headings = _headings(article)
    for paragraph_index, field_text in enumerate(article.paragraphs[:SHOWN_PARAGRAPHS]):
        yield []
        for text_line in field_text.split("\n"):
            yield from _lines([Piece(printable(text_line), _BOLD if paragraph_index in headings else "")], width)
    hidden_count = len(article.paragraphs) - SHOWN_PARAGRAPHS
    if hidden_count > 0:
        yield from ([], [Piece(f"… {hidden_count} more paragraph{'s' * (hidden_count > 1)}", _DIM)])
    for warning in article.warnings:
        yield from ([], *_lines([Piece(f"! {printable(warning)}", _BOLD)], width))


def _headings(article: Article) -> Container[int]:
    """The places of the paragraphs that are headings, where that is known."""
    try:
        return {index for index, block in enumerate(article.blocks) if block.kind == "heading"}
    except OutlineError:
        return ()


def _source(parts: list[Segment], width: int) -> Iterator[list[Piece]]:
    *full_lines, last_line = _lines([Piece(f"── Source: {summed(parts)} ", _DIM)], width)
    yield from (
        *full_lines,
        [*last_line, Piece("─" * (width - sum(cells(line_piece.text) for line_piece in last_line)), _DIM)],
    )
    for (is_loud, role_gutter), row_group in groupby(
        _rows(parts), key=lambda source_row: (source_row.loud, source_row.gutter)
    ):
        role_rows = list(row_group)
        folded_count = 0 if len(role_rows) <= LONGEST_RUN else len(role_rows) - 2 * _EDGE
        of_role = f"of {role_gutter[:-2].strip()} " if is_loud and role_gutter.strip() else ""
        for row_index, source_row in enumerate(role_rows):
            if folded_count and row_index == _EDGE:
                yield [Piece(" " * _GUTTER + f"… {folded_count} more lines {of_role}…", _DIM)]
            if not folded_count or row_index < _EDGE or row_index >= len(role_rows) - _EDGE:
                yield from _set(source_row, width)


def _set(row: Row, width: int) -> Iterator[list[Piece]]:
    for line_index, line_pieces in enumerate(_lines(row.pieces, width - _GUTTER)):
        line_gutter = row.gutter if line_index == 0 else " " * (_GUTTER - 2) + row.gutter[-2:]
        yield [Piece(line_gutter, row.ink), *line_pieces]


def _rows(parts: Iterable[Segment]) -> Iterator[Row]:
    """The lines of the source, one blank line for several."""
    is_blank = True
    for line_segments in _split(parts):
        source_row = _row(line_segments)
        if source_row.pieces or not is_blank:
            yield source_row
        is_blank = not source_row.pieces


def _split(parts: Iterable[Segment]) -> Iterator[list[Segment]]:
    """The segments, cut at line breaks; a joined break leaves its segment at the line's end."""
    line_segments: list[Segment] = []
    for segment in parts:
        first_text, *later_texts = segment.text.split("\n")
        line_segments.append(segment._replace(text=first_text))
        for later_text in later_texts:
            yield line_segments
            line_segments = [segment._replace(text=later_text)] if later_text else []
    if line_segments:
        yield line_segments


def _row(line_segments: list[Segment]) -> Row:
    inked_parts = [segment for segment in line_segments if segment.text.strip() or segment.kind is Kind.JOINED]
    loud_parts = [segment for segment in inked_parts if segment.kind in LOUD]
    if loud_parts and len({segment.role for segment in inked_parts}) == 1:
        role_ink = _INKS.get(hue(loud_parts[0].role), "")
        role_gutter = f"{loud_parts[0].role[: _GUTTER - 3]:>{_GUTTER - 3}} {_SIGNS[loud_parts[0].kind]} "
        return Row(
            role_gutter,
            role_ink,
            tuple(Piece(printable(segment.text), role_ink) for segment in line_segments),
            loud=True,
        )
    line_pieces = (
        tuple(line_piece for segment in line_segments for line_piece in _pieces(segment)) if inked_parts else ()
    )
    return Row(" " * (_GUTTER - 2) + "│ ", _DIM, line_pieces, loud=bool(loud_parts))


def _pieces(segment: Segment) -> Iterator[Piece]:
    text = printable(segment.text)
    if segment.kind in LOUD:
        yield Piece(f"[{segment.role}: {text}]", _INKS.get(hue(segment.role), ""))
    elif segment.kind is Kind.JOINED:
        yield Piece(text or "↩", _DIM)
    else:
        yield Piece(text, _UNDERLINED if segment.kind is Kind.REPLACED else "")


def _lines(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    """The pieces, wrapped; an empty line stays one."""
    filled_pieces = [source_piece for source_piece in pieces if source_piece.text]
    joined_text = "".join(source_piece.text for source_piece in filled_pieces)
    piece_index = piece_start = 0  # the piece that the line begins in, and where that begins
    for line_start, line_end in [*lines(joined_text, width)] or [(0, 0)]:
        line_pieces = []
        while piece_index < len(filled_pieces):
            source_piece = filled_pieces[piece_index]
            line_pieces.append(
                source_piece._replace(text=source_piece.text[max(0, line_start - piece_start) : line_end - piece_start])
            )
            if piece_start + len(source_piece.text) > line_end:
                break
            piece_index, piece_start = piece_index + 1, piece_start + len(source_piece.text)
        yield [source_piece for source_piece in line_pieces if source_piece.text]


def _table(parts: list[Segment], source_chars: int) -> Iterator[list[Piece]]:
    """What each cleaner took, the most first."""
    table_rows = [("cleaner", "passages", "characters", "share")]
    table_rows += [
        (
            cleaner_tally.cleaner,
            f"{cleaner_tally.passages:,}",
            f"{cleaner_tally.characters:,}",
            percent(cleaner_tally.characters, source_chars),
        )
        for cleaner_tally in tallies(parts)
    ]
    widest = max(len(cleaner_name) for cleaner_name, *_ in table_rows)
    for cleaner_name, *figures in table_rows if len(table_rows) > 1 else ():
        yield [Piece(f"{cleaner_name:<{widest}}" + "".join(f"{row_figure:>12}" for row_figure in figures))]
