"""Lists of links as a screen reader reads them out, edits that remove them out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.core.packed import started_before
from article_clean.fields.titles import is_prose
from article_clean.knowledge.phrases import keys

LONGEST_ITEM = 200  # characters of a title, with its kicker
MOST_ITEM_LINES = 2
FEWEST_MARKS = 2


@cleaner("read_aloud_list", stage="boilerplate", role="related")
def read_aloud_list(doc: Document) -> Iterator[Edit]:
    """A list of links as a screen reader reads it out: "list of 3 items", "list 1 of 3", a title …, "end of list".

    Why it goes: the marks say where a listener is in the list; the titles between them are those of other stories.
    Keeps: paragraphs between such marks, and "list 1 of 3" in a sentence.
    """
    lines_by_key = doc.by_key()
    mark_lines = sorted(
        line for mark_key in keys("list_mark").intersection(lines_by_key) for line in lines_by_key[mark_key]
    )
    if len(mark_lines) < FEWEST_MARKS:
        return
    list_items = list(_items(doc.paragraphs, mark_lines))
    for mark_line in mark_lines:
        yield Edit(mark_line.start, mark_line.end, role="nav", reason="what a screen reader says of a list")
    if all(map(_is_title, list_items)):
        yield from (Edit(line.start, line.end) for list_item in list_items for line in list_item)


def _items(paragraphs: Sequence[Line], mark_lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines between one mark and the next; behind the last one, where no mark ends the list, the next line."""
    mark_indexes = [started_before(paragraphs, mark_line.start) for mark_line in mark_lines]
    for mark_index, following in pairwise(mark_indexes):
        yield paragraphs[mark_index + 1 : following]
    if any(char.isdecimal() for char in mark_lines[-1].text):
        yield paragraphs[mark_indexes[-1] + 1 : mark_indexes[-1] + 2]


def _is_title(item: Sequence[Line]) -> bool:
    return len(item) <= MOST_ITEM_LINES and not any(
        len(line.text) > LONGEST_ITEM or is_prose(line.text) for line in item
    )
