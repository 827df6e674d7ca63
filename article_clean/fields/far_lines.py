"""Dates outside the head: in front of the lead's first sentence, below other prose, under the text.

They are looked for where the head has none, among the lines that its labels leave.
"""

import re
from collections.abc import Iterator, Sequence

from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit, Label
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, opening_date, read_date_line, says_published
from article_clean.fields.titles import is_prose
from article_clean.knowledge.language import spoken

MOST_ABOVE = 8  # lines down to the date, where a page's own sentences stand above headline and date
MOST_BELOW = 20  # lines under the last paragraph
MOST_SIGNED_WORDS = 5  # of a name above the day on which a text was signed
OLDEST_YEAR = 1995  # of texts made for the web; an earlier day in front of a sentence is the story's own
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_POSTS = ("—", "(@", "twitter.com")  # what stands above the day of an embedded post


def far_labels(doc: Document, labels: Sequence[Label]) -> Iterator[Label]:
    """The date of publication that the text prints outside its head.

    Args:
        doc: the document.
        labels: what its head gave, sorted.
    """
    if any(label.role == "date_line" for label in labels):
        return
    lines = doc.without([Edit(label.start, label.end) for label in labels]).paragraphs
    language = doc.fact(spoken)
    opening = _opening(doc, lines, language)
    yield from [opening] if opening else [*_above(lines, language)] or _below(lines, language)


def _opening(doc: Document, lines: Sequence[Line], language: str | None) -> Label | None:
    """The day in front of the lead's first sentence; not that of a chronicle or of a story of long ago."""
    opening, *below = [opening_date(line.text, language=language) for line in lines[:2]] or [None]
    if not opening or not opening.value or any(below) or not is_prose(lines[0].text):
        return None
    if opening.value.year < OLDEST_YEAR:
        return None
    ahead = opening.value.year + 1  # a report looks ahead to the next year, and no further
    told = any(int(year[0]) > ahead for year in _YEAR.finditer(doc.text))
    return None if told else Label(lines[0].start, lines[0].start + opening.end, "date_line")


def _above(lines: Sequence[Line], language: str | None) -> Iterator[Label]:
    """A line such as "Posted on May 3, 2020" between a headline and a paragraph, with most of the text below it."""
    for n, line in enumerate(lines[1 : MOST_ABOVE + 1], 1):
        if not _is_dated(line, language) or not says_published(line.text):
            continue
        if n + 1 < len(lines) and is_prose(lines[n + 1].text) and 2 * line.end < lines[0].start + lines[-1].end:
            yield Label(line.start, line.end, "date_line")
            return


def _below(lines: Sequence[Line], language: str | None) -> Iterator[Label]:
    """The line under the last paragraph that says when the text was published, or the day on which it was signed."""
    foot = next((n for n in range(1, min(len(lines), MOST_BELOW)) if is_prose(lines[-n].text)), 0)
    for n in range(len(lines) - foot + 1, len(lines) if foot else 0):
        if _is_dated(lines[n], language) and (says_published(lines[n].text) or _is_signed(lines, n, language)):
            yield Label(lines[n].start, lines[n].end, "date_line")
            return


def _is_signed(lines: Sequence[Line], n: int, language: str | None) -> bool:
    """Whether the date stands last, or above an author's name, and is the only one: no event's, no post's."""
    above, behind = lines[n - 1].text, [line.text for line in lines[n + 1 :]]
    if len(behind) > 1 or any(":" in text or any(map(str.isdecimal, text)) for text in (lines[n].text, *behind)[1:]):
        return False
    signed = is_prose(above) or (":" not in above and len(above.split()) <= MOST_SIGNED_WORDS)
    if not signed or any(mark in above for mark in _POSTS):
        return False
    return sum(_is_dated(line, language) for line in lines) == 1


def _is_dated(line: Line, language: str | None) -> bool:
    """Whether a line is nothing but a date of publication."""
    read = read_date_line(line.text, language=language) if len(line.text) <= LONGEST_DATE_LINE else None
    return read is not None and read.published is not None
