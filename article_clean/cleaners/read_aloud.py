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
    by_key = doc.by_key()
    marks = sorted(line for mark_key in keys("list_mark").intersection(by_key) for line in by_key[mark_key])
    if len(marks) < FEWEST_MARKS:
        return
    items = list(_items(doc.paragraphs, marks))
    for mark in marks:
        yield Edit(mark.start, mark.end, role="nav", reason="what a screen reader says of a list")
    if all(map(_is_title, items)):
        yield from (Edit(line.start, line.end) for item in items for line in item)


def _items(lines: Sequence[Line], marks: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines between one mark and the next; behind the last one, where no mark ends the list, the next line."""
    places = [started_before(lines, mark.start) for mark in marks]
    for place, following in pairwise(places):
        yield lines[place + 1 : following]
    if any(char.isdecimal() for char in marks[-1].text):
        yield lines[places[-1] + 1 : places[-1] + 2]


def _is_title(item: Sequence[Line]) -> bool:
    return len(item) <= MOST_ITEM_LINES and not any(
        len(line.text) > LONGEST_ITEM or is_prose(line.text) for line in item
    )
