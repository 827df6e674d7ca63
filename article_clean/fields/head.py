"""The head of a text, read once: what stands above the lead, and the dateline that opens it.

From the top: lines of dates, bylines and titles, until a paragraph that is prose. Trees weigh which of the lines are
the headline and the decks (`title_model`); bylines, date lines and datelines show by their words.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit, Label
from article_clean.core.parts import Byline
from article_clean.fields.bylines.byline import FoundByline, find_byline
from article_clean.fields.bylines.name_line import NameLine, find_name_line, is_signature, is_vouched
from article_clean.fields.datelines.dateline import Found, find_dateline
from article_clean.fields.dates.dates import printed_dates
from article_clean.fields.far_lines import with_far_labels
from article_clean.fields.head_rows import Row, row_in
from article_clean.fields.label_blocks import read_block
from article_clean.fields.label_rows import FIELDS
from article_clean.fields.late_lines import closing_line
from article_clean.fields.title_model import STANDFIRST, titles_of
from article_clean.fields.titles import LONGEST_DECK, ends_in_stops, is_prose
from article_clean.knowledge.places import is_town

MOST_LINES = 10  # above the lead; of 63 texts in shared/gold/wild none has more than 8 there
MOST_READINGS = 4  # of one head: three lines more than the headline and its decks
MOST_BYLINES = 2  # who posted it and who wrote it; more are teasers

_TITLES = frozenset({"headline", "deck", "kicker"})


class Head(NamedTuple):
    """The fields of a text, as labels."""

    labels: tuple[Label, ...] = ()

    def of(self, role: str) -> Iterator[Label]:
        """The labels of one role."""
        return (label for label in self.labels if label.role == role)


def read_head(doc: Document) -> Head:
    """The labels that the head of a document gives, and those of its last line; first what a record states itself."""
    stated_labels = [*_stated(doc)]
    if stated_labels:
        read_labels = _read_lines(doc.without([Edit(label.start, label.end) for label in stated_labels]))
        labels = sorted([*stated_labels, *_not_stated(read_labels, {label.role for label in stated_labels})])
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
    has_headline = "headline" in roles
    for label in labels:
        if label.role not in roles and not (has_headline and label.role in _TITLES):
            yield label


def _read_lines(doc: Document) -> Sequence[Label]:
    """The labels that the lines give.

    What is left is read again, until nothing more is found: a line that now stands first may be a byline, or the
    headline if there is none. Where that takes more than `MOST_READINGS`, the lines are a list or verse, and so is the
    first one unless a byline, a date or a dateline shows that it is the headline.
    """
    first_labels = sorted(_read(doc))
    labels, further_labels, remaining = list(first_labels), first_labels, doc
    for _ in range(MOST_READINGS):
        if not further_labels:
            return sorted(labels)
        remaining = remaining.without([Edit(label.start, label.end) for label in further_labels])
        further_labels = [*_further(doc, sorted(_read(remaining)), labels)]
        labels += further_labels
    has_other_roles = any(label.role not in _TITLES for label in first_labels)
    return [label for label in first_labels if has_other_roles or label.role not in _TITLES]


def _further(doc: Document, later_labels: list[Label], earlier_labels: list[Label]) -> Iterator[Label]:
    """The labels of a later reading: what a dateline opened is the lead, and no title.

    Beside a headline a line that reads as a title is a kicker, and leaves the body: it would when the body is cleaned
    again. A part of a line is none, nor any line where no paragraph ends in a full stop.
    """
    text = doc.text
    lead_starts = [label.end for label in earlier_labels if label.role == "dateline"]
    has_headline = any(label.role == "headline" for label in earlier_labels)
    for label in later_labels:
        if label.role not in _TITLES:
            yield label
        elif has_headline and not (doc.fact(ends_in_stops) and _is_line(text, label)):
            continue
        elif not any(end <= label.start and "\n" not in text[end : label.start] for end in lead_starts):
            yield label._replace(role="kicker") if has_headline else label


def _is_line(text: str, label: Label) -> bool:
    """Whether nothing else stands on the line of a label."""
    return (not label.start or text[label.start - 1] == "\n") and (label.end == len(text) or text[label.end] == "\n")


def _read(doc: Document) -> list[Label]:
    """The labels of one reading."""
    lines = doc.paragraphs
    if not lines:
        return []
    found_titles = [] if doc.titled else titles_of(doc)
    titles = [label for label in found_titles if label.role in _TITLES]
    rows = _rows(doc, titles)
    labels = [*_beside(titles, [row for row in rows if row.kind in {"byline", "date", "place"}])]
    labels += _standfirsts(rows, labels, {label.start for label in found_titles if label.role == STANDFIRST})
    for row in rows:
        labels += _labels_of(row)
    labels += closing_line(lines, len(rows))
    return labels


def _beside(titles: Sequence[Label], rows: Sequence[Row]) -> Iterator[Label]:
    """The titles that are no byline and no date line."""
    row_starts = {row.line.start for row in rows}
    return (label for label in titles if label.start not in row_starts)


def _standfirsts(rows: Sequence[Row], titles: Sequence[Label], standfirst_starts: set[int]) -> Iterator[Label]:
    """The decks between the headline and the byline or the date: what may be one elsewhere is one there."""
    headline = next((label for label in titles if label.role == "headline"), None)
    rows_below = [row for row in rows if headline and row.line.start >= headline.end]
    signed_index = next((index for index, row in enumerate(rows_below) if row.kind in {"byline", "date"}), 0)
    for row in rows_below[:signed_index]:
        if row.line.start in standfirst_starts:
            yield Label(row.line.start, row.line.end, "deck")


def _rows(doc: Document, titles: Sequence[Label]) -> list[Row]:
    """The lines down to the lead, each with its kind.

    Args:
        doc: the document.
        titles: the lines that have been found to be titles, whatever they end with.
    """
    lines = doc.paragraphs
    rows: list[Row] = []
    bylines, title_spans = 0, {(label.start, label.end) for label in titles}
    for index, line in enumerate(lines[:MOST_LINES]):
        row = row_in(doc, line)
        is_unsigned = row.byline and row.byline.bare and not rows and not is_vouched(lines, index)
        if row.byline and (bylines == MOST_BYLINES or is_unsigned):
            row = Row("title", line)
        name_line = find_name_line(lines, index) if row.kind == "title" and not bylines else None
        if name_line:
            row = _named(line, name_line)
            # "By" may stand on a line of its own.
            rows = [earlier_row for earlier_row in rows if earlier_row.line.start < name_line.start]
        elif row.kind == "title" and rows and rows[-1].kind == "byline" and is_signature(line.text):
            rows.append(Row("byline", line, FoundByline(0, len(line.text), posted=True, value=Byline(text=line.text))))
            continue
        bylines += row.kind == "byline"
        if _is_place(rows, lines, index):
            row = Row("place", line)
        if row.kind == "lead" and row.dateline and index + 1 < len(lines) and _is_list(row.dateline, lines[index + 1]):
            row = Row("lead", line)
        is_title = line[:2] in title_spans or (bool(rows) and rows[-1].kind == "title" and _is_standfirst(doc, index))
        if row.kind == "lead" and not row.dateline and is_title:
            row = Row("title", line)
        rows.append(row)
        if row.kind == "lead":
            break
    return rows


def _is_place(rows: Sequence[Row], lines: Sequence[Line], index: int) -> bool:
    """Whether the nth line is a town between a byline and the lead."""
    text_below = lines[index + 1].text if index + 1 < len(lines) else ""
    return bool(rows) and rows[-1].kind == "byline" and is_town(lines[index].text) and is_prose(text_below)


def _named(line: Line, name_line: NameLine) -> Row:
    """A name that stands alone, as the byline that its neighbours make it."""
    value = Byline(text=line.text, authors=(name_line.name,))
    byline = FoundByline(0, len(line.text), posted=False, value=value)
    return Row("byline", line._replace(start=name_line.start), byline)


def _is_standfirst(doc: Document, index: int) -> bool:
    """Whether a sentence under a title is no lead: a byline or a date follows, and below that there is prose."""
    lines_below = doc.paragraphs[index + 1 :]
    if len(doc.paragraphs[index].text) > LONGEST_DECK or not any(is_prose(line.text) for line in lines_below):
        return False
    return row_in(doc, lines_below[0]).kind in {"byline", "date"}


def _is_list(dateline: Found, line_below: Line) -> bool:
    """Whether the next paragraph opens alike, as in a list of plants: "BASIL - Repels flies. / CATNIP - …"."""
    is_bare = not (dateline.value.agencies or dateline.value.date_text or dateline.value.region)
    return is_bare and find_dateline(line_below.text) is not None


def _labels_of(row: Row) -> Iterator[Label]:
    start, end = row.line.start, row.line.end
    if row.kind == "date":
        yield Label(start, end, "date_line")
    elif row.kind == "place":
        yield Label(start, end, "dateline")
    elif row.byline:
        yield from _of_byline(row.line, row.byline)
    elif row.dateline:
        if row.dateline.start and find_byline(row.line.text[: row.dateline.start].rstrip()):
            yield Label(start, start + row.dateline.start, "byline")
            start += row.dateline.start
        yield Label(start, row.line.start + row.dateline.end, "dateline")


def _of_byline(line: Line, byline: FoundByline) -> Iterator[Label]:
    """The byline, and the dates before and behind it; what else the line says goes with the byline."""
    if byline.start and printed_dates(line.text[: byline.start]):
        yield Label(line.start, line.start + byline.start, "date_line")
        start = line.start + byline.start
    else:
        start = line.start
    dates_behind = printed_dates(line.text[byline.end :])
    yield Label(start, line.start + byline.end if dates_behind else line.end, "byline")
    if dates_behind:
        yield Label(line.start + byline.end, line.end, "date_line")
