"""A line of the head by itself: a date line, a byline, the lead with its dateline, or what may be a title."""

from typing import NamedTuple

from article_clean.core.document import Document, Line
from article_clean.fields.bylines.byline import LONGEST_BYLINE, FoundByline, find_byline
from article_clean.fields.bylines.dated_lines import is_dated_source
from article_clean.fields.datelines.dateline import Found, find_dateline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, read_date_line
from article_clean.fields.titles import has_stop_amid, is_prose
from article_clean.knowledge.language import spoken


class Row(NamedTuple):
    """A line of the head.

    Attributes:
        kind: "date", "byline", "place", "title" or "lead".
        line: the line.
        byline: the byline in it.
        dateline: the dateline that opens it.
    """

    kind: str
    line: Line
    byline: FoundByline | None = None
    dateline: Found | None = None


def row_of(line: Line, language: str | None) -> Row:
    """What a line is by its own words and shape."""
    text = line.text
    dateline = find_dateline(text)
    if dateline:
        return Row("lead", line, None, dateline)
    if has_stop_amid(text):
        return Row("lead", line)
    if len(text) <= LONGEST_DATE_LINE and read_date_line(text, language=language):
        return Row("date", line)
    byline = find_byline(text) if len(text) <= LONGEST_BYLINE else None
    if byline:
        return Row("byline", line, byline)
    if len(text) <= LONGEST_DATE_LINE and is_dated_source(text):
        return Row("date", line)
    return Row("lead" if is_prose(text) else "title", line)


def _known_rows(_: str) -> dict[tuple[int, int, str | None], Row]:
    """The lines of a text that have been read, by their offsets and the language that they were read in."""
    return {}


def row_in(doc: Document, line: Line) -> Row:
    """What a line of a document is, read once for all that is seen of its text."""
    known_rows, place = doc.text_fact(_known_rows), (line.start, line.end, doc.fact(spoken))
    if place not in known_rows:
        known_rows[place] = row_of(line, place[2])
    return known_rows[place]


def is_signed(doc: Document, line: Line) -> bool:
    """Whether a line of a document is by itself a byline or a date line, or opens with a dateline."""
    row = row_in(doc, line)
    return row.kind in {"byline", "date"} or row.dateline is not None
