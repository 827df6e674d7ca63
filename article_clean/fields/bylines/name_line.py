"""A name that stands alone on a line under the headline: a byline where its neighbours say so."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from article_clean.core.document import Line
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.names import is_paper
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.bylines.people import is_person, paired_names
from article_clean.fields.datelines.dateline import find_dateline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, printed_dates
from article_clean.fields.titles import is_prose
from article_clean.knowledge.agencies import is_agency, is_printed_agency
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.job_titles import is_plain_role
from article_clean.knowledge.places import is_town

LONGEST_LINE = 80  # a name of 40 characters, printed twice over
MOST_NAME_WORDS = 4
FEWEST_TITLE_WORDS = 5  # of a headline above the name; under fewer, as in "Obituary", the name is the headline
FEWEST_DATED = 3  # where a date or a role stands beside the name
MOST_ROLE_WORDS = 5

_CONTACT = pattern_of(r"(?:(?:e-?mail|twitter|x)\s?:\s?)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,})", re.IGNORECASE)
_BETWEEN_CONTACTS = pattern_of(r"[,;|/]")
_FOR_A_PAPER = pattern_of(r"(?:special|exclusively?) (?:to|for) \w", re.IGNORECASE)


class NameLine(NamedTuple):
    """A name alone on its line.

    Attributes:
        start: first code point of the byline in the document; an opener alone on the line above belongs to it.
        end: the first code point after it.
        name: the name; once, where it is printed twice over.
    """

    start: int
    end: int
    name: str


def find_name_line(lines: Sequence[Line], index: int) -> NameLine | None:
    """The byline that the n-th line is, if it is nothing but a name; None where its neighbours do not say so.

    Evidence is an opener alone on the line above ("By"), or a headline above together with a date or a role beside the
    name, or with the lead below it; without any line above, a mail address in one of the next two lines.

    Args:
        lines: the lines of the head, from the first on, and those below.
        index: the line; those above it are titles and dates.
    """
    name = _name_of(lines[index].text)
    if not name:
        return _placed(lines, index)
    if not index:
        return (
            NameLine(lines[index].start, lines[index].end, name)
            if is_known(name) and is_vouched(lines, index)
            else None
        )
    line_above, lines_below = lines[index - 1], lines[index + 1 : index + 3]
    if is_opener_alone(line_above.text):
        return NameLine(line_above.start, lines[index].end, name)
    title_words = max(len(line.text.split()) for line in lines[:index])
    if title_words < FEWEST_DATED or not is_known(name) or is_town(name):
        return None
    has_date = _has_date_beside(lines, index)
    has_signature = bool(lines_below) and (
        is_signature(lines_below[0].text) or (title_words >= FEWEST_TITLE_WORDS and is_prose(lines_below[0].text))
    )
    return NameLine(lines[index].start, lines[index].end, name) if has_date or has_signature else None


def _placed(lines: Sequence[Line], index: int) -> NameLine | None:
    """The byline that the n-th line is, if it is a name and a town with a date beside it: "Nora Feldt in Kyiv"."""
    name, joint, town = lines[index].text.rpartition(" in ")
    if not (joint and index and is_town(town) and _name_of(name) and is_known(name)):
        return None
    return NameLine(lines[index].start, lines[index].end, name) if _has_date_beside(lines, index) else None


def _has_date_beside(lines: Sequence[Line], index: int) -> bool:
    """Whether a date is on the line above the n-th, or on one of the two below."""
    return any(_is_dated(line.text) for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 3]))


def _name_of(text: str) -> str:
    """The one name that a line is, or ""."""
    if len(text) > LONGEST_LINE:
        return ""
    names = paired_names(text)
    name = names[0] if len(names) == 1 else text
    return name if len(name.split()) <= MOST_NAME_WORDS and is_person(name, shortest=2) else ""


def is_opener_alone(text: str) -> bool:
    """Whether a line is an opener and nothing else: "By", "Author", "Escrito por"."""
    opener_text = text.rstrip(" :")
    opener = read_opener(f"{opener_text}: ")
    return opener is not None and opener.end == len(opener_text) + 2 and opener.kind != "source"


def is_vouched(lines: Sequence[Line], index: int) -> bool:
    """Whether the lines below show that the first line of a text is a byline: an address, an agency, or a town.

    The agency or the town stands between it and the lead. Or the lead opens with a dateline, below an agency.
    """
    if is_printed_agency(lines[index].text) and index + 1 < len(lines) and find_dateline(lines[index + 1].text):
        return True
    if _has_contact_below(lines, index):
        return True
    texts_below = [line.text for line in lines[index + 1 : index + 3]]
    return len(texts_below) > 1 and is_prose(texts_below[1]) and (is_agency(texts_below[0]) or is_town(texts_below[0]))


def _has_contact_below(lines: Sequence[Line], index: int) -> bool:
    """Whether one of the two lines below the n-th is a mail address or a handle and nothing else."""
    return any(_is_contact(line.text) for line in lines[index + 1 : index + 3])


def _is_contact(text: str) -> bool:
    """Whether a line is mail addresses and handles and nothing else."""
    if len(text) > LONGEST_LINE or "@" not in text:
        return False
    return all(_CONTACT.fullmatch(part.strip()) for part in _BETWEEN_CONTACTS.split(text))


def is_signature(text: str) -> bool:
    """Whether a line under a name says what they are or how to reach them: "Staff Writer", "jo@harbour.example".

    Or for whom they write: "The Harbour Tribune".
    """
    if len(text) > LONGEST_LINE or text[-1] in ".:;,":
        return False
    if _is_contact(text) or _FOR_A_PAPER.match(text):
        return True
    return text[-1].isalpha() and len(text.split()) <= MOST_ROLE_WORDS and (is_plain_role(text) or _is_paper_name(text))


def _is_paper_name(text: str) -> bool:
    """Whether each word has a capital, and the last one or the first is one of papers: "The Harbour Tribune"."""
    return all(word[0].isupper() for word in text.split()) and is_paper(text) and not is_known(text)


def _is_dated(text: str) -> bool:
    """Whether a short line has a date in it."""
    return len(text) <= LONGEST_DATE_LINE and bool(printed_dates(text))
