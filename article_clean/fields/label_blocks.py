"""What archives, data sets and front matter print around a text, read once: labels with their values, and marks.

Labels alone prove nothing: interviews, book reviews and listings have them, too. They are a record where one of them is
an archive's own, where the text has one and its headline or author as well, or where they stand in front matter.
"""

import re
from collections.abc import Iterator, Sequence

from article_clean.core.patterns import pattern_of
from article_clean.fields.archive_lines import archive_parts, counted_row
from article_clean.fields.dates.dates import printed_dates
from article_clean.fields.label_rows import FIELDS, STRANGER, Part, Row, rows_down, rows_up, with_values
from article_clean.fields.summaries import read_summary
from article_clean.fields.titles import LONGEST_HEADLINE
from article_clean.knowledge.sentence_ends import ends_sentence

MOST_ABOVE = 3  # lines above the first label of a data set: a site's name, a headline
FEWEST_CODES = 4  # "SE", "HD", "WC" and "PD" open every document of Factiva
FEWEST_LABELS = 2
FEWEST_FIELDS = 3  # beside labels that only tell of it: a book has title and author, publisher and pages
SHORTEST_TEXT = 40  # characters behind "Text:"; a photographer's or an author's name is shorter
SHORTEST_TOLD = 80  # characters of a value that is a sentence, and so perhaps the article's

_FENCES = frozenset({"---", "+++"})
_SECOND_BODY = pattern_of(r"^TD(?=[ \t]*$|[ \t]{2})[ \t]*", re.MULTILINE)  # Factiva's code of all but the lead


def read_block(text: str) -> Sequence[Part]:
    """The parts of the record that a text is, in order; else those of its labelled summary, none where it has neither.

    Args:
        text: all of it.
    """
    head_rows = rows_down(text)
    tail_rows = rows_up(text, head_rows) if head_rows else []
    if not tail_rows and not any(row.kind for row in head_rows):
        return read_summary(text)
    fence = _fence(head_rows)
    if fence:
        inner_rows = head_rows[1:fence]
        unlabelled_parts = [
            Part.of(row, "about") for row in (head_rows[0], *with_values(inner_rows), head_rows[fence]) if not row.kind
        ]
        return sorted([*unlabelled_parts, *_parts(inner_rows, has_text=len(head_rows) > fence + 1)])
    if not any(row.evidence in {"sure", "code"} for row in tail_rows):
        tail_rows = []
    is_archived = _is_archived(head_rows, tail_rows)
    if not is_archived and not _is_record(head_rows):
        return read_summary(text)
    parts = [*_parts(head_rows, has_text=False)]
    parts += _tail_parts(tail_rows, parts)
    return sorted([*parts, *(_archive_parts(text, head_rows, parts) if is_archived else ())])


def _fence(head_rows: Sequence[Row]) -> int:
    """The number of the row that closes front matter; 0 where there is none."""
    if not head_rows or head_rows[0].text not in _FENCES:
        return 0
    closing_index = next((index for index, row in enumerate(head_rows) if index and row.text == head_rows[0].text), 0)
    inner_rows = head_rows[1:closing_index]
    labelled_count = sum(bool(row.kind) for row in inner_rows)
    return (
        closing_index
        if labelled_count >= FEWEST_LABELS and all(row.kind or row.text[0] == "-" for row in inner_rows)
        else 0
    )


def _is_archived(head_rows: Sequence[Row], tail_rows: Sequence[Row]) -> bool:
    """Whether an archive's own label stands there, and another one."""
    evidence = [row.evidence for row in (*head_rows, *tail_rows) if row.evidence]
    if evidence.count("code") >= FEWEST_CODES or counted_row(head_rows):
        return True
    return "sure" in evidence and len(evidence) >= FEWEST_LABELS


def _is_record(head_rows: Sequence[Row]) -> bool:
    """Whether these are the labels of a data set: of the text and a field, or of the headline and two things more."""
    kinds = [row.kind for row in head_rows]
    if FIELDS.union({"body"}).isdisjoint(kinds[: MOST_ABOVE + 1]):
        return False
    fields = FIELDS.intersection(kinds)
    if "body" in kinds:
        return bool(fields) and _has_text(head_rows, kinds.index("body"))
    if kinds[0] != "headline" or STRANGER in kinds:
        return False
    has_link = any(row.kind == "about" and row.value.startswith("http") for row in head_rows)
    return len(fields) + has_link >= (FEWEST_FIELDS if "about" in kinds else FEWEST_LABELS)


def _has_text(head_rows: Sequence[Row], index: int) -> bool:
    """Whether a paragraph stands behind the label of the text or below it."""
    value = head_rows[index].value or (head_rows[index + 1].text if index + 1 < len(head_rows) else "")
    return len(value) >= (SHORTEST_TEXT if value.isascii() else SHORTEST_TEXT // 2)


def _parts(head_rows: Sequence[Row], *, has_text: bool) -> Iterator[Part]:
    """The parts above the text; what stands between labels with one that the table does not have goes, too.

    Args:
        head_rows: the rows.
        has_text: whether the text follows below them; else a summary may be all there is of it.
    """
    last_index = max((index for index, row in enumerate(head_rows) if row.kind not in {"", STRANGER}), default=0)
    has_body = any(row.kind == "body" for row in head_rows)
    has_text = has_text or has_body or not head_rows[-1].kind
    kinds: set[str] = set()
    for row in with_values(head_rows):
        if row.kind == STRANGER and has_text and row.end < head_rows[last_index].start:
            yield Part.of(row, "about")
        elif row.kind == "body" or (row.kind == "deck" and not has_text):
            yield Part.label(row.start, row.value_start)
        elif row.kind not in {"", STRANGER} and not _is_told(row):
            yield _part(row, kinds)


def _part(row: Row, kinds: set[str]) -> Part:
    """What becomes of a row: a field, unless it is empty or has been read before, or something about the text."""
    kind = row.kind
    is_usable = bool(row.value) and kind not in kinds and (kind != "headline" or len(row.value) <= LONGEST_HEADLINE)
    if kind in FIELDS and (not is_usable or (kind == "date" and not printed_dates(row.value))):
        return Part.of(row, "about")
    kinds.add(kind)
    return Part.of(row, kind)


def _is_told(row: Row) -> bool:
    """Whether a value may be a sentence of the text, though its label only tells of it."""
    if row.kind != "about" or row.evidence != "plain":
        return False
    return len(row.value) >= SHORTEST_TOLD and ends_sentence(row.value)


def _tail_parts(tail_rows: Sequence[Row], parts_above: Sequence[Part]) -> Iterator[Part]:
    """The parts under the text: a field is read where none above has been."""
    kinds = {part.kind for part in parts_above}
    for row in with_values(tail_rows):
        if row.kind not in {"", STRANGER, "body"}:
            yield _part(row, kinds)


def _archive_parts(text: str, head_rows: Sequence[Row], parts: Sequence[Part]) -> Iterator[Part]:
    """What an archive prints without a label, and its second label of the text."""
    yield from archive_parts(head_rows, parts)
    if any(row.evidence == "code" and row.kind == "body" for row in head_rows):
        second_label = _SECOND_BODY.search(text, head_rows[-1].end)
        if second_label:
            yield Part.label(second_label.start(), second_label.end())
