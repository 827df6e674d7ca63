"""Lines around a headline that date the story, and those whose dates belong to something else."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.dates.dates import (
    PrintedDate,
    only_date_words,
    opening_date,
    printed_dates,
    read_date_line,
    says_published,
    says_updated,
)
from article_clean.fields.dates.days import WORD
from article_clean.knowledge.months import is_weekday
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.word_lists import folded_list
from article_clean.pages.metadata.moments import is_likely
from article_clean.pages.metadata.text import words_of

LONGEST_DATE_LINE = 120  # as for lines of text; of a longer one the parts before a bar
LONGEST_LABEL = 40  # of "You may also like", "Mehr zum Thema"
LONGEST_UNSTOPPED = 50  # a longer line that ends like a sentence is one
MOST_IN_FRONT = 6  # words of a section, a source, a name; captions say more before their date
FEWEST_IN_PHRASE = 2  # "as of", "valid until"; a single word is who wrote it, "dpa"
SHORTEST_STATE = 4  # letters of "Stand" in "Stand des Artikels:", which "On" in "On sale:" lacks

HAS_YEAR = pattern_of(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d")  # few lines with figures have what a date needs

_CLOCK_END = pattern_of(r"\b[ap]\.m\.$", re.IGNORECASE)
_STAMP = pattern_of(r"\d{4}-\d\d-\d\dT\d\d:\d\d\S{0,12}?(?=\d{1,2}\.|\s|$)")  # for machines, hidden
_BAR = pattern_of(r"[|•·].*")
_FIGURES = pattern_of(r"\d{1,2}[./-]\d{1,2}[./-]\d\d")
_FACT = pattern_of(r"[^\W\d_][^:|]{1,30}: ?\S")
_EVENTS = folded_list("event_label")
_RELATED = ("related", "ranking", "neighbour")


class LineDate(NamedTuple):
    """The date of a line.

    Attributes:
        value: the day or moment of publication.
        plain: nothing else stands there but who wrote it.
    """

    value: date
    plain: bool


def head_lines(lines: Sequence[str]) -> Sequence[str]:
    """The lines below a headline that are its own, up to a list of other stories, without rows of facts."""
    dated_indexes = [index for index, line in enumerate(lines) if HAS_YEAR.search(line)]
    if not dated_indexes:
        return ()
    lists = keys(*_RELATED)
    end = next(
        (
            index
            for index in range(dated_indexes[-1])
            if len(lines[index]) <= LONGEST_LABEL and words_of(lines[index]) in lists
        ),
        None,
    )
    return [lines[index] for index in dated_indexes if (end is None or index < end) and not _is_fact(lines, index)]


def _is_fact(lines: Sequence[str], index: int) -> bool:
    """Whether a line is a row of facts amid others: "Pages: 448", "Published: 14 August 2017", "Price: 12.99"."""
    if not _FACT.match(lines[index]):
        return False
    rows = [line for line in lines[max(0, index - 2) : index + 3] if _FACT.match(line) and not find_byline(line)]
    return len(rows) > 2  # noqa: PLR2004


def line_dates(lines: Iterable[str], day_first: bool | None, stated: Collection[date] = ()) -> Iterator[LineDate]:
    """The dates of publication that lines print, each line's first.

    Args:
        lines: each one line of the page.
        day_first: how the page orders "4/5/2020"; None where that is not known.
        stated: what its marks say: a date in figures is read in the order in which one of them agrees.
    """
    days = frozenset(map(day_of, stated))
    for line in lines:
        line_date = _line_date(line, day_first, days) if HAS_YEAR.search(line) else None
        if line_date and is_likely(line_date.value):
            yield line_date


def day_of(moment: date) -> str:
    """The day in ISO form."""
    return moment.isoformat()[: len("2024-05-03")]


def _line_date(line: str, day_first: bool | None, days: Collection[str]) -> LineDate | None:
    stop = len(line) > LONGEST_UNSTOPPED and line.endswith((".", "!", "?")) and not _CLOCK_END.search(line)
    text = _BAR.sub("", line) if len(line) > LONGEST_DATE_LINE else line
    if stop or len(text) > LONGEST_DATE_LINE:
        opening = opening_date(line)
        return LineDate(opening.value, plain=False) if opening and opening.value else None
    text = _STAMP.sub(" ", text) if "T" in text and not _STAMP.fullmatch(text) else text
    printed_date = _published(text, printed_dates(text, day_first=day_first))
    value = printed_date and _in_order(text, printed_date, days)
    plain = value and (read_date_line(text, day_first=day_first) or find_byline(text))
    return LineDate(value, plain=bool(plain)) if value else None


def _in_order(text: str, printed_date: PrintedDate, days: Collection[str]) -> date | None:
    """The date as printed; of "11.03.17" the reading that the page's marks agree with, if they do with one."""
    if printed_date.value is not None and (
        day_of(printed_date.value) in days or not _FIGURES.match(text, printed_date.start)
    ):
        return printed_date.value
    figures = text[printed_date.start : printed_date.end].replace(".", "/")
    readings = (date for day_first in (True, False) for date in printed_dates(figures, day_first=day_first)[:1])
    return next((day.value for day in readings if day.value and day_of(day.value) in days), printed_date.value)


def _published(text: str, dates: Sequence[PrintedDate]) -> PrintedDate | None:
    """The date that a word calls that of publication; else the first that no word gives to something else."""
    first_date = None
    end = 0
    for printed_date in dates:
        label = text[end : printed_date.start]
        if says_published(label):
            return printed_date
        if first_date is None and not says_updated(label) and not _is_anothers(label):
            first_date = printed_date
        end = printed_date.end
    return first_date if not text.endswith(":") else None


def _is_anothers(label: str) -> bool:
    """Whether what stands in front of a date says that it dates something else: "Received:", "as of", "valid until"."""
    words = WORD.findall(label)
    if not words or says_published(label):
        return False
    if label.rstrip().endswith(":"):
        return not (only_date_words(label) or (only_date_words(words[0]) and len(words[0]) >= SHORTEST_STATE))
    if words[-1].casefold() in _EVENTS:
        return True
    phrase = [word for word in words if not (only_date_words(word) or is_weekday(word))]
    if len(words) > MOST_IN_FRONT or len(phrase) < FEWEST_IN_PHRASE or not label.rstrip().endswith(words[-1]):
        return len(words) > MOST_IN_FRONT
    return phrase[-1].islower() and not find_byline(label.strip())
