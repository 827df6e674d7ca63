"""From labels and removed captions to the values of an article's fields."""

import heapq
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from article_clean.core.document import Document, Line
from article_clean.core.edits import FURNITURE, Edit, Label
from article_clean.core.parts import Byline, Dateline
from article_clean.fields.bylines.byline import find_byline, find_closing_byline, read_byline
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.datelines.dateline import find_dateline, read_dateline
from article_clean.fields.dates.dates import (
    LONGEST_DATE_LINE,
    PrintedDate,
    first_published,
    first_updated,
    only_date_words,
    printed_dates,
    read_date_line,
    says_published,
    says_updated,
)
from article_clean.fields.dates.days import has_digit, order_shown
from article_clean.fields.picture_captions import read_captions
from article_clean.fields.record_facts import read_facts
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.job_titles import is_title
from article_clean.knowledge.language import spoken
from article_clean.knowledge.months import day_comes_first

UNREAD = "the date {} is not read: nothing shows whether its day or its month comes first"
_DATED_CLEANERS = frozenset({"republication_notice", "tags"})  # "This entry was posted in News on May 4, 2020"
_OTHERS = frozenset({"comments", "related", "promo", FURNITURE})  # the dates of other texts
RECORD_CLEANER = "record_labels"
MOST_ABOVE = 6  # lines of a page above its lead: 42 of 43 dates in shared/texts/innertext are right
HEAD = 1000  # characters that tell whether a text is Vietnamese


class Fields(NamedTuple):
    """The values of fields by name, and what was odd about them."""

    values: dict[str, object]
    warnings: tuple[str, ...] = ()


def read_fields(doc: Document, labels: Sequence[Label], removed: Sequence[Edit]) -> Fields:
    """The values of `Article`'s fields, read from what the cleaners labelled and from the captions they removed."""
    values: dict[str, object] = {"language": doc.fact(spoken)}
    if removed:
        values["captions"] = read_captions(doc, removed)
    if not labels and not removed:
        return Fields(values)
    values |= read_facts(doc.text[edit.start : edit.end] for edit in removed if edit.cleaner == RECORD_CLEANER)
    texts: dict[str, list[str]] = {}
    for label in sorted(labels):
        texts.setdefault(label.role, []).append(_printed(doc.text, label))
    values["headline"] = " ".join(texts["headline"]) if "headline" in texts else None
    values["deck"] = "\n".join(texts["deck"]) if "deck" in texts else None
    values["byline"] = _byline(texts.get("byline", []), doc.text[:HEAD])
    dateline = next((_dateline(doc, label) for label in labels if label.role == "dateline"), None)
    filing_dates = [dateline.date_text] if dateline and dateline.date_text else []
    values["dateline"] = dateline
    printed_lines = texts.get("date_line", [])
    if "modified" not in values:
        values["modified"] = _modified(doc, printed_lines)
    date_lines = [*printed_lines, *filing_dates, *_first_prints(doc, removed)]
    date_lines += [text for text in texts.get("headline", []) if read_date_line(text)]
    values["published"], unread_dates = _published(doc, date_lines or _above_lead(doc, labels, removed))
    return Fields(values, tuple(UNREAD.format(text) for text in unread_dates))


def _printed(text: str, label: Label) -> str:
    """What a label stands for; of a title above a gap of its line without the full stops that make the gap."""
    printed = text[label.start : label.end].strip()
    goes_on = label.role in {"headline", "deck"} and text[label.end : label.end + 1] not in {"", "\n"}
    return printed.rstrip(". ") if goes_on else printed


def _byline(texts: list[str], head: str) -> Byline | None:
    """The byline of these lines: one that says who wrote it before one that says who posted it; people of all."""
    if not texts:
        return None
    texts = [_in_one_line(text) for text in texts]
    bylines = [(byline, text) for text in texts for byline in (find_byline(text),)]
    values = [_with_sign(byline.value, text) if byline else _signed(text, head) for byline, text in bylines]
    best_index = next((index for index, (byline, _) in enumerate(bylines) if byline and not byline.posted), 0)
    if bylines[best_index][0] is not None and len(values) > 1 and not bylines[0][0]:
        best_index = 0
    return _with_agency(values[best_index], values[best_index + 1 : best_index + 2])


def _in_one_line(text: str) -> str:
    """A signature of several lines as one: "Nora Feldt, Chair; Piet Osmund, Secretary"."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 1 or read_opener(text):
        return text
    joints = ["; " if is_title(line_above) or is_known(line) else ", " for line_above, line in pairwise(lines)]
    return "".join(chain(*zip(lines, [*joints, ""], strict=True)))


def _with_agency(byline: Byline, bylines_below: list[Byline]) -> Byline:
    """A name without an opener, with the agency or the paper that is all of the line below it."""
    is_agency_alone = bylines_below and bylines_below[0].agencies and not bylines_below[0].authors
    if not is_agency_alone or byline.agencies or read_opener(byline.text):
        return byline
    return byline.model_copy(
        update={"text": f"{byline.text}, {bylines_below[0].text}", "agencies": bylines_below[0].agencies}
    )


def _with_sign(byline: Byline, text: str) -> Byline:
    """A byline with the dash that a signature begins with."""
    front = text.partition(byline.text)[0]
    is_signed = front and not front.strip("-–—~ ")
    return byline.model_copy(update={"text": front + byline.text}) if is_signed else byline


def _signed(text: str, head: str) -> Byline:
    return find_closing_byline(text, head) or read_byline(text)


def _dateline(doc: Document, label: Label) -> Dateline:
    stop = doc.text.find("\n", label.end)
    dateline = find_dateline(doc.text[label.start : stop if stop > 0 else len(doc.text)].rstrip())
    return dateline.value if dateline else read_dateline(doc.text[label.start : label.end].strip())


def _first_prints(doc: Document, removed: Sequence[Edit]) -> Iterator[str]:
    """Notices such as "This story was first published in the Post on May 4, 2020", and what a reader took."""
    for edit in removed:
        notice = doc.text[edit.start : edit.end].strip()
        if len(notice) > LONGEST_DATE_LINE or edit.role in _OTHERS:
            continue
        if (edit.cleaner in _DATED_CLEANERS and says_published(notice)) or (edit.likelihood and read_date_line(notice)):
            yield notice


def _above_lead(doc: Document, labels: Sequence[Label], removed: Sequence[Edit]) -> list[str]:
    """The only date among the lines straight above the lead that a whole page prints around its article."""
    furniture = [edit for edit in removed if edit.role == FURNITURE]
    if not furniture:
        return []
    spans = heapq.merge(removed, sorted(Edit(label.start, label.end) for label in labels))
    lead = next((line.start for line in doc.without([*spans]).paragraphs), 0)
    lines_above = [line for line in doc.paragraphs if line.start < lead and _is_within(line, furniture)][-MOST_ABOVE:]
    language = doc.fact(spoken)
    days: dict[str, str] = {}
    for text_above, line in pairwise(["", *(line.text for line in lines_above)]):
        label = says_updated(text_above) and only_date_words(text_above) and not has_digit(text_above)
        date = None if label else read_date_line(line, language=language)
        if date and date.published:
            days[str(date.published)[:10]] = line
    return [*days.values()] if len(days) == 1 else []


def _is_within(line: Line, edits: Sequence[Edit]) -> bool:
    """Whether one of these sorted edits takes a line away."""
    edit_count = bisect_right(edits, line.start, key=lambda edit: edit.start)
    return edit_count > 0 and edits[edit_count - 1].end >= line.end


def _published(doc: Document, texts: list[str]) -> tuple[date | None, list[str]]:
    """The first date of publication that these lines print, and the dates that could not be read."""
    language = doc.fact(spoken)
    all_unread_dates: list[str] = []
    for text in texts:
        published, unread_dates = _read_date(doc, text, language)
        if published:
            return published, []
        all_unread_dates += unread_dates
    return None, all_unread_dates


def _modified(doc: Document, texts: list[str]) -> date | None:
    """The first date that one of these lines calls that of an update."""
    lines = (text for text in texts if says_updated(text))
    return next(filter(None, (first_updated(text, _dates(doc, text, doc.fact(spoken))) for text in lines)), None)


def _read_date(doc: Document, text: str, language: str | None) -> tuple[date | None, list[str]]:
    """The date of publication in a line, and the dates that could not be read."""
    dates = _dates(doc, text, language)
    return first_published(text, dates), [
        text[printed_date.start : printed_date.end] for printed_date in dates if printed_date.value is None
    ]


def _dates(doc: Document, text: str, language: str | None) -> list[PrintedDate]:
    """The dates of a line; a day of open order is read as the document's other dates are."""
    dates = printed_dates(text, day_first=day_comes_first(language), language=language)
    if any(printed_date.value is None for printed_date in dates):
        dates = printed_dates(text, day_first=order_shown(doc.text), language=language)
    return dates
