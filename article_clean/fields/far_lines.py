"""Dates and datelines outside the head: in front of the first sentence, below other prose, under the text.

They are looked for among the lines that the labels of the head leave, where it has one as well: a body without its head
must give the same body again.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit, Label
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.people import is_person
from article_clean.fields.datelines.dateline import Found, find_amid, find_dateline, is_town_alone
from article_clean.fields.dates.dates import (
    LONGEST_DATE_LINE,
    opening_date,
    printed_dates,
    read_date_line,
    says_published,
)
from article_clean.fields.dates.days import has_digit
from article_clean.fields.far_bylines import far_byline, signature_start
from article_clean.fields.titles import LONGEST_HEADLINE, is_no_title, is_prose
from article_clean.knowledge.agencies import is_agency
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.language import spoken
from article_clean.knowledge.sentence_ends import ends_sentence

MOST_SEARCHES = 4
LATE = 2  # paragraphs below what was taken for the lead: two captions in shared/gold/wild
MOST_ABOVE = 8  # lines down to the date, where a page's own sentences stand above headline and date
MOST_SUMMARIES = 6  # lines above the dateline; eleven texts of shared/gold/wild have up to four
LONGEST_ABOVE = 1000  # characters of summaries above a dateline; behind a longer text a quoted report begins
MOST_ITEMS = 30  # paragraphs below, of which none opens with a dateline as well: such are briefs
MOST_BELOW = 20  # lines under the last paragraph
LONGEST_SIGNATURE = 60  # characters of a name, a day and its time, and a word of the page behind them
MOST_SIGNED_WORDS = 5  # of a name above the day on which a text was signed
OLDEST_YEAR = 1995  # of texts made for the web; an earlier day in front of a sentence is the story's own
_TWO_WORDS = pattern_of(r"(?<!\S)([^\s,|]+\s[^\s,|]+)[\s,|]*$")
_CLOCK = pattern_of(r"\b\d{1,2}[:.h]\d\d\b")
_YEAR = pattern_of(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_POSTS = ("—", "(@", "twitter.com")  # what stands above the day of an embedded post


def with_far_labels(doc: Document, labels: list[Label]) -> list[Label]:
    """The labels of a head, sorted, and those of the dates and datelines that the text prints outside of it."""
    labels = sorted(_with_signatures(doc, labels))
    for _ in range(MOST_SEARCHES):
        further_labels = [*_far_labels(doc, labels)]
        if not further_labels:
            return labels
        labels = sorted([*labels, *further_labels])
    return labels


def _with_signatures(doc: Document, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels; of a headline that ends in a byline two: "… for the islands! A commentary by Nora Feldt"."""
    has_byline = any(label.role == "byline" for label in labels)
    for label in labels:
        is_title = label.role == "headline" and not has_byline
        start = signature_start(doc.text[label.start : label.end]) if is_title else 0
        if start:
            yield label._replace(end=label.start + start)
            yield Label(label.start + start, label.end, "byline")
        else:
            yield label


def _far_labels(doc: Document, labels: Sequence[Label]) -> Iterator[Label]:
    """What one search finds, in what these labels leave."""
    lines = doc.without([Edit(label.start, label.end) for label in labels]).paragraphs
    language = doc.fact(spoken)
    opening = _opening(doc, lines, language)
    yield from [opening] if opening else [*_above(lines, language)] or _below(lines, language)
    byline = None if any(label.role == "byline" for label in labels) else far_byline(doc.text, lines, language)
    if byline:
        yield byline
    yield from [*_dateline(lines)] or _amid(lines, headed=any(label.role == "headline" for label in labels))


def _amid(lines: Sequence[Line], *, headed: bool) -> Iterator[Label]:
    """A dateline amid the first line, and what stands in front of it: a headline or the time of an update."""
    dateline = find_amid(lines[0].text) if lines else None
    if not dateline:
        return
    start, front = lines[0].start, lines[0].text[: dateline.start].rstrip()
    if read_date_line(front):
        yield Label(start, start + dateline.start, "date_line")
    elif not headed and " " in front and len(front) <= LONGEST_HEADLINE and not is_no_title(front):
        yield Label(start, start + len(front), "headline")
    elif not ends_sentence(front):
        return
    yield Label(start + dateline.start, start + dateline.end, "dateline")


def _dateline(lines: Sequence[Line]) -> Iterator[Label]:
    """A dateline below a summary, a note or a second headline, or on a line of its own; the only one of the text."""
    for index, line in enumerate(lines[: MOST_SUMMARIES + 1]):
        is_far = line.start - lines[0].start > LONGEST_ABOVE
        if (is_far and index > LATE) or (index and lines[index - 1].text.endswith(":")):
            return  # a report that the text quotes
        dateline = find_dateline(line.text)
        is_alone = index + 1 < len(lines) and is_town_alone(line.text) and is_prose(lines[index + 1].text)
        if not is_alone and not (dateline and _is_sure(dateline)):
            continue
        has_agency = index <= LATE and dateline is not None and any(map(is_agency, dateline.value.agencies))
        if has_agency or not (
            is_far or any(find_dateline(line_below.text) for line_below in lines[index + 1 : index + MOST_ITEMS])
        ):
            start, end = (dateline.start, dateline.end) if dateline else (0, len(line.text))
            yield Label(line.start + start, line.start + end, "dateline")
        return


def _is_sure(dateline: Found) -> bool:
    """Whether a dateline is more than a town's name before a dash, as entries of a travel guide have it."""
    value = dateline.value
    return bool(value.agencies or value.date_text or value.region) or all(
        place == place.upper() for place in value.places
    )


def _opening(doc: Document, lines: Sequence[Line], language: str | None) -> Label | None:
    """The day in front of the lead's first sentence; not that of a chronicle or of a story of long ago."""
    opening, *dates_below = [opening_date(line.text, language=language) for line in lines[:2]] or [None]
    if not opening or not opening.value or any(dates_below) or not is_prose(lines[0].text):
        return None
    if opening.value.year < OLDEST_YEAR:
        return None
    next_year = opening.value.year + 1  # a report looks ahead to the next year, and no further
    tells_of_future = any(int(year[0]) > next_year for year in _YEAR.finditer(doc.text))
    return None if tells_of_future else Label(lines[0].start, lines[0].start + opening.end, "date_line")


def _above(lines: Sequence[Line], language: str | None) -> Iterator[Label]:
    """A line such as "Posted on May 3, 2020" between a headline and a paragraph, with most of the text below it.

    Straight below what was taken for the lead, a caption or a standfirst, a time of day says as much.
    """
    for index, line in enumerate(lines[1 : MOST_ABOVE + 1], 1):
        if not _is_dated(line, language):
            continue
        if index <= LATE and _CLOCK.search(line.text):
            yield Label(line.start, line.end, "date_line")
            return
        if not says_published(line.text):
            continue
        if index + 1 < len(lines) and is_prose(lines[index + 1].text) and 2 * line.end < lines[0].start + lines[-1].end:
            yield Label(line.start, line.end, "date_line")
            return


def _below(lines: Sequence[Line], language: str | None) -> Iterator[Label]:
    """The line under the last paragraph that says when the text was published, or the day on which it was signed."""
    foot = next((index for index in range(1, min(len(lines), MOST_BELOW)) if is_prose(lines[-index].text)), 0)
    for index in range(len(lines) - foot + 1, len(lines) if foot else 0):
        if _is_dated(lines[index], language) and (
            says_published(lines[index].text) or _is_signed(lines, index, language)
        ):
            yield Label(lines[index].start, lines[index].end, "date_line")
            return
    byline_start, date_start, end = _signature(lines[-1].text) if lines else (0, 0, 0)
    if end:
        yield Label(lines[-1].start + byline_start, lines[-1].start + date_start, "byline")
        yield Label(lines[-1].start + date_start, lines[-1].start + end, "date_line")


def _signature(text: str) -> tuple[int, int, int]:
    """Where name and day begin that close a text and where they end: "… Nora Feldt 04.12.2025 10:28"; else zeros."""
    tail_start = max(0, len(text) - LONGEST_SIGNATURE)
    dates = printed_dates(text[tail_start:])
    if not dates or not isinstance(dates[-1].value, datetime) or ends_sentence(text.rstrip(".…")):
        return 0, 0, 0
    date_start = tail_start + dates[-1].start
    name_match = _TWO_WORDS.search(text, tail_start, date_start)
    words_behind = text[tail_start + dates[-1].end :].split()
    if (
        not name_match
        or len(words_behind) > 1
        or not (is_known(name_match[1]) and is_person(name_match[1], shortest=2))
    ):
        return 0, 0, 0
    return name_match.start(1), date_start, tail_start + dates[-1].end


def _is_signed(lines: Sequence[Line], index: int, language: str | None) -> bool:
    """Whether the date stands last, or above an author's name, and is the only one: no event's, no post's."""
    text_above, texts_below = lines[index - 1].text, [line.text for line in lines[index + 1 :]]
    if len(texts_below) > 1 or any(":" in text or has_digit(text) for text in (lines[index].text, *texts_below)[1:]):
        return False
    is_signed = is_prose(text_above) or (":" not in text_above and len(text_above.split()) <= MOST_SIGNED_WORDS)
    if not is_signed or any(mark in text_above for mark in _POSTS):
        return False
    return sum(_is_dated(line, language) for line in lines) == 1


def _is_dated(line: Line, language: str | None) -> bool:
    """Whether a line is nothing but a date of publication."""
    date_line = read_date_line(line.text, language=language) if len(line.text) <= LONGEST_DATE_LINE else None
    return date_line is not None and date_line.published is not None
