"""Rows of tables: the cells of a row are one paragraph, with tabs between them.

Many a page lays out its columns with a table. A row is one of a table of data where each of its cells holds one block,
which is no heading, list item, quotation or code, and some row of the table has two cells or more.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from article_clean.core.document import Document, Line
from article_clean.core.edits import LAYOUT, Edit
from article_clean.core.origin import Box, Page

LONGEST_CELL = 600  # characters
CELL_TAGS = frozenset({"td", "th"})

_WITHIN = frozenset({"tr", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})


class Cell(NamedTuple):
    """The cell that a block is, by the indices of the boxes."""

    table: int
    row: int
    cell: int


def row_joins(doc: Document) -> Iterator[Edit]:
    """The edits that put the cells of a row into one paragraph: a tab between two, a space for a break inside one."""
    cells = cells_of(doc.origin.page) if doc.origin else {}
    if not cells:
        return
    previous: tuple[Line, Cell] | None = None
    for line in doc.lines:
        cell = cells.get(doc.block_at(line.start))
        if previous and cell and cell.row == previous[1].row:
            yield Edit(previous[0].end, line.start, " " if cell == previous[1] else "\t", LAYOUT)
        previous = (line, cell) if cell else None


def cells_of(page: Page) -> Mapping[int, Cell]:
    """The cell of each block that is one, by the index of the block."""
    rows: dict[int, list[int]] = {box_index: [] for box_index, box in enumerate(page.boxes) if box.tag == "tr"}
    if not rows:
        return {}
    for box_index, box in enumerate(page.boxes):
        if box.parent in rows and box.tag in CELL_TAGS:
            rows[box.parent].append(box_index)
    rows = {row: cells for row, cells in rows.items() if cells and all(_is_data(page, cell) for cell in cells)}
    tables = {row: _table_of(page, page.boxes[row]) for row in rows}
    of_data = {tables[row] for row, cells in rows.items() if len(cells) > 1}
    return {
        page.boxes[cell].first: Cell(tables[row], row, cell)
        for row, cells in rows.items()
        if tables[row] in of_data
        for cell in cells
    }


def _is_data(page: Page, cell: int) -> bool:
    """Whether a cell holds one block that is no more than words."""
    box = page.boxes[cell]
    if box.end - box.first != 1 or len(page.blocks[box.first].text) > LONGEST_CELL:
        return False
    box_index = page.blocks[box.first].box
    while box_index != cell:
        if page.boxes[box_index].tag in _WITHIN:
            return False
        box_index = page.boxes[box_index].parent
    return True


def _table_of(page: Page, row: Box) -> int:
    """The index of the table that a row stands in; of the box around it where none is a table."""
    around = row.parent
    while around >= 0 and page.boxes[around].tag != "table":
        around = page.boxes[around].parent
    return around if around >= 0 else row.parent
