"""The lines at the two ends of a text, each with the label that it opens with: what `label_blocks` decides about."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.fields.titles import is_prose
from article_clean.knowledge.label_names import colon_of, label_of

MOST_HEAD = 40  # lines above the text; ProQuest prints 25
MOST_TAIL = 40
LONGEST_RIGHT = 100  # "Copyright 2024. The Karstad Post Company. All rights reserved."; a lead is longer
MOST_UNLABELLED = 3  # lines between two labels under the text: a caption, two lines of copyright

FIELDS = frozenset({"headline", "deck", "byline", "date", "dateline"})
_RIGHTS = ("©", "(c)", "copyright", "rights reserved")
_LETTERS = pattern_of(r"[^\W\d][^\d\n.,;!?]*")
STRANGER = "stranger"  # the kind of a line with a label that the table does not have


class Row(NamedTuple):
    """A line, without outer white space; with the line below it, where that is its value.

    Attributes:
        start: its first code point in the text.
        end: the first code point after it.
        kind: the kind of its label, "" where it has none.
        evidence: what the label proves, see `knowledge.label_names`.
        value_start: where its value begins, in the text; all of a line without a label.
        value_end: where it ends.
        text: the line.
        value: what stands behind the label; all of a line without one.
    """

    start: int
    end: int
    kind: str
    evidence: str
    value_start: int
    value_end: int
    text: str
    value: str

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of the text and has no label."""
        is_short_right = self.is_rights and len(self.text) <= LONGEST_RIGHT
        return not self.kind and not is_short_right and is_prose(self.text)

    @property
    def is_rights(self) -> bool:
        """Whether it says whose rights the text is."""
        folded = self.text.lower()
        return any(sign in folded for sign in _RIGHTS)


class Part(NamedTuple):
    """What becomes of a span of the text.

    Attributes:
        start: its first code point.
        end: the first code point after it.
        kind: a field, whose label goes; "body", of which only the label is in the span; else all of it goes.
        value_start: where a field's or a caption's value begins.
        value_end: where it ends.
    """

    start: int
    end: int
    kind: str
    value_start: int
    value_end: int

    @classmethod
    def label(cls, start: int, end: int) -> "Part":
        """The label of the text."""
        return cls(start, end, "body", end, end)

    @classmethod
    def of(cls, row: Row, kind: str) -> "Part":
        """A row as this kind of part."""
        return cls(row.start, row.end, kind, row.value_start, row.value_end)


def rows_down(text: str) -> list[Row]:
    """The lines from the top down to the first one that is prose, or that a label calls the text."""
    rows: list[Row] = []
    for row in _rows(text, _spans_down(text)):
        rows.append(row)
        below_body = len(rows) > 1 and rows[-2].kind == "body"
        if row.is_prose or below_body or (row.kind == "body" and row.value) or len(rows) == MOST_HEAD:
            break
    return rows


def rows_up(text: str, head_rows: Sequence[Row]) -> list[Row]:
    """The lines from the first label under the text to the end; none where the last lines have no labels.

    Args:
        text: all of it.
        head_rows: the lines above it; where they have no label, the last line that is no copyright must have one.
    """
    head_end, labelled_head = head_rows[-1].end, any(row.kind for row in head_rows)
    rows: list[Row] = []
    labelled_count = 0  # rows up to the highest label
    for row in _rows(text, _spans_up(text, head_end)):
        rows_between = rows[labelled_count:]
        if row.kind in {"", STRANGER}:
            is_last = not (labelled_count or labelled_head or row.is_rights)
            if is_last or len(rows_between) == MOST_UNLABELLED:
                break
            rows.append(row)
            continue
        if any(line.is_prose for line in rows_between) and (row.kind != "caption" or row.value):
            break
        rows.append(row)
        labelled_count = len(rows)
        if labelled_count >= MOST_TAIL:
            break
    return rows[:labelled_count][::-1]


def with_values(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, a label and the value on the line below it as one; a caption takes all lines down to the next label."""
    waiting: Row | None = None
    for row in rows:
        if waiting and row.kind in {"", STRANGER} and _may_be_value(waiting, row):
            waiting = waiting._replace(
                end=row.end,
                value_start=waiting.value_start if waiting.value else row.start,
                value_end=row.end,
                value=f"{waiting.value} {row.text}".lstrip(),
            )
            if waiting.kind != "caption":
                yield waiting
                waiting = None
            continue
        if waiting:
            yield waiting
        waiting = row if row.kind not in {"", STRANGER, "body", "mark"} and not row.value else None
        if not waiting:
            yield row
    if waiting:
        yield waiting


def _may_be_value(label: Row, row_below: Row) -> bool:
    """Whether the line below a label is its value: of what is no field, only a short one right below."""
    if label.kind == "caption":
        return True
    if row_below.kind and label.evidence != "code":  # "CO" above "isldf : Island Ferries Ltd"
        return False
    return label.kind in FIELDS or (row_below.start - label.end == 1 and not row_below.is_prose)


def _rows(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[Row]:
    """The lines that are not blank."""
    for start, end in spans:
        line = text[start:end]
        stripped = line.strip()
        if stripped:
            yield _row(start + len(line) - len(line.lstrip()), stripped)


def _row(start: int, stripped: str) -> Row:
    colon, end = colon_of(stripped), start + len(stripped)
    label = label_of(stripped, colon)
    if label:
        name, value_start, value_end = label
        return Row(start, end, *name, start + value_start, start + value_end, stripped, stripped[value_start:value_end])
    kind = STRANGER if colon > 0 and _LETTERS.fullmatch(stripped, 0, colon) else ""
    return Row(start, end, kind, "", start, end, stripped, stripped)


def _spans_down(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        yield start, end
        start = end + 1


def _spans_up(text: str, head_end: int) -> Iterator[tuple[int, int]]:
    end = len(text)
    while end > head_end:
        start = text.rfind("\n", head_end, end) + 1
        if start <= head_end:
            return
        yield start, end
        end = start - 1
