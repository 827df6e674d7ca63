"""Fields that stand below the lead, where a caption or a standfirst was taken for it, or in the last line."""

import re
from collections.abc import Iterator, Sequence

from article_clean.core.document import Line
from article_clean.core.edits import Label
from article_clean.fields.bylines.byline import find_closing_byline
from article_clean.fields.datelines.dateline import find_dateline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, read_date_line
from article_clean.fields.titles import is_prose
from article_clean.knowledge.agencies import is_agency

LATE = 2  # paragraphs below the lead that may still open with a dateline: two captions in shared/gold/wild

_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")


def late_dateline(lines: Sequence[Line], at: int) -> Iterator[Label]:
    """An agency's dateline in one of the next paragraphs, where a caption or summary was taken for the lead."""
    for line in lines[at : at + LATE]:
        found = find_dateline(line.text)
        if found and any(map(is_agency, found.value.agencies)):
            yield Label(line.start + found.start, line.start + found.end, "dateline")
            return


def late_date_line(lines: Sequence[Line], at: int, language: str | None) -> Iterator[Label]:
    """The date with its time in one of the next paragraphs, where a caption or a standfirst was taken for the lead."""
    for line in lines[at : at + LATE]:
        if len(line.text) > LONGEST_DATE_LINE or not _CLOCK.search(line.text):
            continue
        if read_date_line(line.text, language=language):
            yield Label(line.start, line.end, "date_line")
            return


def closing_line(lines: Sequence[Line], above: int) -> Iterator[Label]:
    """What the last line may be: the author's name, in papers that sign below, or the time of an update."""
    line = lines[-1]
    if len(lines) <= above or len(line.text) > LONGEST_DATE_LINE:
        return
    if line.folded.startswith(("updated", "published", "posted")) and read_date_line(line.text):
        yield Label(line.start, line.end, "date_line")
    elif is_prose(lines[-2].text) and find_closing_byline(line.text, lines[-2].text):
        yield Label(line.start, line.end, "byline")
