"""The head of a text, read once: what stands above the lead, and the dateline that opens it.

From the top: lines of dates, bylines and titles, until a paragraph that is prose. A line is the headline only with
evidence from below: a byline, a date, a deck or a longer paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit, Label
from article_clean.core.parts import Byline
from article_clean.fields.bylines.byline import LONGEST_BYLINE, FoundByline, find_byline
from article_clean.fields.bylines.dated_lines import is_dated_source
from article_clean.fields.bylines.name_line import NameLine, find_name_line, has_contact_below, is_signature
from article_clean.fields.datelines.dateline import Found, find_dateline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, printed_dates, read_date_line
from article_clean.fields.far_lines import with_far_labels
from article_clean.fields.label_blocks import read_block
from article_clean.fields.label_rows import FIELDS
from article_clean.fields.late_lines import closing_line
from article_clean.fields.titles import (
    LONGEST_DECK,
    SHORTEST_PARAGRAPH,
    ends_in_stops,
    has_stop_amid,
    is_deck,
    is_headline,
    is_prose,
    is_under_caption,
)
from article_clean.knowledge.language import spoken
from article_clean.knowledge.word_counts import is_as_long

MOST_LINES = 10  # above the lead; of 63 texts in shared/gold/wild none has more than 8 there
FEWEST_ABOVE = 8  # line breaks above a page's headline: its menu
FEWEST_BETWEEN = 3  # line breaks between a deck and the lead where byline, date and share buttons were removed
MOST_READINGS = 4  # of one head: three lines more than the headline and its decks
MOST_BYLINES = 2  # who posted it and who wrote it; more are teasers

_TITLES = frozenset({"headline", "deck"})
_DIGIT = re.compile(r"\d")


class Head(NamedTuple):
    """The fields of a text, as labels."""

    labels: tuple[Label, ...] = ()

    def of(self, role: str) -> Iterator[Label]:
        """The labels of one role."""
        return (label for label in self.labels if label.role == role)


class _Row(NamedTuple):
    """A line of the head: its kind ("date", "byline", "title", "lead"), and what was found in it."""

    kind: str
    line: Line
    byline: FoundByline | None = None
    dateline: Found | None = None


class _Reading(NamedTuple):
    """One reading of a head.

    Attributes:
        doc: what is left of the document.
        language: the language that it is in.
        apart: lines were removed above its head.
    """

    doc: Document
    language: str | None
    apart: bool


def read_head(doc: Document) -> Head:
    """The labels that the head of a document gives, and those of its last line; first what a record states itself."""
    stated = [*_stated(doc)]
    if stated:
        rest = _read_lines(doc.without([Edit(label.start, label.end) for label in stated]))
        labels = sorted([*stated, *_not_stated(rest, {label.role for label in stated})])
    else:
        labels = sorted(_read_lines(doc))
    return Head(tuple(with_far_labels(doc, labels)))


def _stated(doc: Document) -> Iterator[Label]:
    """The fields that labels name in a record, where their labels have left."""
    parts = () if doc.origin else [part for part in doc.text_fact(read_block) if part.kind in FIELDS]
    starts = {line.start for line in doc.lines} if parts else ()
    for part in parts:
        if part.value_start in starts:
            yield Label(part.value_start, part.value_end, "date_line" if part.kind == "date" else part.kind)


def _not_stated(labels: Sequence[Label], roles: set[str]) -> Iterator[Label]:
    """The labels of the other lines, which say nothing of a field that a record states."""
    titled = "headline" in roles
    for label in labels:
        if label.role not in roles and not (titled and label.role in _TITLES):
            yield label


def _read_lines(doc: Document) -> Sequence[Label]:
    """The labels that the lines give.

    What is left is read again: a line that now stands first and reads as a headline is a further deck, and so on, until
    nothing more is found. Where that takes more than `MOST_READINGS`, the lines are a list or verse, and so is the
    first one unless a byline, a date or a dateline shows that it is the headline.
    """
    lines, language = doc.paragraphs, doc.fact(spoken)
    if not lines:
        return ()
    apart = doc.text.count("\n", 0, lines[0].start) >= FEWEST_ABOVE
    first = sorted(_read(_Reading(doc, language, apart=apart)))
    labels, further, rest = list(first), first, doc
    for _ in range(MOST_READINGS):
        if not further:
            return sorted(labels)
        rest = rest.without([Edit(label.start, label.end) for label in further])
        found = sorted(_read(_Reading(rest, language, apart=False)))
        further = [*_further(doc, found, labels)]
        labels += further
    shown = any(label.role not in _TITLES for label in first)
    return [label for label in first if shown or label.role not in _TITLES]


def _further(doc: Document, found: list[Label], earlier: list[Label]) -> Iterator[Label]:
    """The labels of a later reading: a second headline is a deck, and what a dateline opened is the lead.

    Where no paragraph ends in a full stop, a line without one is no deck for that.
    """
    text = doc.text
    leads = [label.end for label in earlier if label.role == "dateline"]
    headed = any(label.role == "headline" for label in earlier)
    for label in found:
        if label.role not in _TITLES:
            yield label
        elif headed and not doc.fact(ends_in_stops):
            continue
        elif not any(end <= label.start and "\n" not in text[end : label.start] for end in leads):
            yield label._replace(role="deck") if headed else label


def _read(reading: _Reading) -> list[Label]:
    """The labels of one reading."""
    doc = reading.doc
    lines = doc.paragraphs
    if not lines:
        return []
    rows = _rows(reading)
    labels: list[Label] = []
    if not doc.titled and (rows[-1].kind == "lead" or len(lines) <= MOST_LINES):
        labels += _titles(reading, rows)
    for row in rows:
        labels += _labels_of(row)
    labels += closing_line(lines, len(rows))
    return labels


def _rows(reading: _Reading) -> list[_Row]:
    """The lines down to the lead, each with its kind."""
    lines, language = reading.doc.paragraphs, reading.language
    rows: list[_Row] = []
    bylines = 0
    for n, line in enumerate(lines[:MOST_LINES]):
        row = _row(line, language)
        unsigned = row.byline and row.byline.bare and not rows and not has_contact_below(lines, n)
        if row.byline and (bylines == MOST_BYLINES or unsigned):
            row = _Row("title", line)
        signed = find_name_line(lines, n) if row.kind == "title" and not bylines else None
        if signed:
            row = _named(line, signed)
            rows = [one for one in rows if one.line.start < signed.start]  # "By" on a line of its own
        elif row.kind == "title" and rows and rows[-1].kind == "byline" and is_signature(line.text):
            rows.append(_Row("byline", line, FoundByline(0, len(line.text), posted=True, value=Byline(text=line.text))))
            continue
        bylines += row.kind == "byline"
        if row.kind == "lead" and row.dateline and n + 1 < len(lines) and _is_list(row.dateline, lines[n + 1]):
            row = _Row("lead", line)
        under_title = bool(rows) and rows[-1].kind == "title"
        if row.kind == "lead" and under_title and _is_standfirst(reading, n, row):
            row = _Row("title", line)
        rows.append(row)
        if row.kind == "lead":
            break
    return rows


def _named(line: Line, signed: NameLine) -> _Row:
    """A name that stands alone, as the byline that its neighbours make it."""
    value = Byline(text=line.text, authors=(signed.name,))
    found = FoundByline(0, len(line.text), posted=False, value=value)
    return _Row("byline", line._replace(start=signed.start), found)


def _row(line: Line, language: str | None) -> _Row:
    text = line.text
    dateline = find_dateline(text)
    if dateline:
        return _Row("lead", line, None, dateline)
    if has_stop_amid(text):
        return _Row("lead", line)
    if len(text) <= LONGEST_DATE_LINE and read_date_line(text, language=language):
        return _Row("date", line)
    byline = find_byline(text) if len(text) <= LONGEST_BYLINE else None
    if byline:
        return _Row("byline", line, byline)
    if len(text) <= LONGEST_DATE_LINE and is_dated_source(text):
        return _Row("date", line)
    return _Row("lead" if is_prose(text) else "title", line)


def is_signed(line: Line, language: str | None) -> bool:
    """Whether a line by itself is a byline or a date line, or opens with a dateline."""
    row = _row(line, language)
    return row.kind in {"byline", "date"} or row.dateline is not None


def _is_standfirst(reading: _Reading, n: int, row: _Row) -> bool:
    """Whether a sentence under a title is no lead: a byline or a date follows it, or stood there with other lines.

    The only prose of a text is its article, whatever stands around it.
    """
    rest = reading.doc.paragraphs[n + 1 :]
    if row.dateline or len(row.line.text) > LONGEST_DECK or not any(is_prose(line.text) for line in rest):
        return False
    signed = any(_row(line, reading.language).kind in {"byline", "date"} for line in rest[:1])
    return signed or _is_set_apart(reading, n)


def _is_set_apart(reading: _Reading, n: int) -> bool:
    """Whether lines were removed above the head, and again below this one: what a page prints around its head."""
    lines = reading.doc.paragraphs
    if not reading.apart or n + 1 == len(lines):
        return False
    return reading.doc.text.count("\n", lines[n].end, lines[n + 1].start) > FEWEST_BETWEEN


def _is_list(dateline: Found, below: Line) -> bool:
    """Whether the next paragraph opens alike, as in a list of plants: "BASIL - Repels flies. / CATNIP - …"."""
    bare = not (dateline.value.agencies or dateline.value.date_text or dateline.value.region)
    return bare and find_dateline(below.text) is not None


def _is_item(doc: Document, line: Line) -> bool:
    """Whether a line stands again further down with another number in it: "Pier number 1 of the old harbour"."""
    if not _DIGIT.search(line.text):
        return False
    return any(item.text != line.text for item in doc.by_key().get(key(line.text), ()))


def _titles(reading: _Reading, rows: list[_Row]) -> Iterator[Label]:
    """Headline and decks: the first title above all bylines, and the titles straight below it."""
    doc = reading.doc
    first = next((n for n, row in enumerate(rows) if row.kind != "date"), len(rows))
    if first == len(rows) or rows[first].kind != "title":
        return
    line, below = rows[first].line, doc.paragraphs[first + 1 : len(rows) + 1]
    certain = first + 1 < len(rows) and (
        rows[first + 1].kind in {"byline", "date"} or rows[first + 1].dateline is not None
    )
    if not is_headline(line.text, below, certain=certain) or _is_item(doc, line):
        return
    stops = doc.fact(ends_in_stops)
    if not (certain or stops) and is_as_long(line.text, SHORTEST_PARAGRAPH):
        return
    under_caption = first == 0 and is_under_caption(doc.text, line.start)
    yield Label(line.start, line.end, "deck" if under_caption else "headline")
    for n in range(first + 1, len(rows)):
        followed = n + 1 < len(rows) and (rows[n + 1].kind in {"byline", "date"} or _is_set_apart(reading, n))
        if under_caption or rows[n].kind != "title" or not (stops or followed):
            return
        if not is_deck(rows[n].line.text, followed=followed):
            return
        yield Label(rows[n].line.start, rows[n].line.end, "deck")


def _labels_of(row: _Row) -> Iterator[Label]:
    start, end = row.line.start, row.line.end
    if row.kind == "date":
        yield Label(start, end, "date_line")
    elif row.byline:
        yield from _of_byline(row.line, row.byline)
    elif row.dateline:
        if row.dateline.start and find_byline(row.line.text[: row.dateline.start].rstrip()):
            yield Label(start, start + row.dateline.start, "byline")
            start += row.dateline.start
        yield Label(start, row.line.start + row.dateline.end, "dateline")


def _of_byline(line: Line, found: FoundByline) -> Iterator[Label]:
    """The byline, and the dates before and behind it; what else the line says goes with the byline."""
    if found.start and printed_dates(line.text[: found.start]):
        yield Label(line.start, line.start + found.start, "date_line")
        start = line.start + found.start
    else:
        start = line.start
    dated = printed_dates(line.text[found.end :])
    yield Label(start, line.start + found.end if dated else line.end, "byline")
    if dated:
        yield Label(line.start + found.end, line.end, "date_line")
