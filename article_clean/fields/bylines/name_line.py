"""A name that stands alone on a line under the headline: a byline where its neighbours say so."""

from collections.abc import Sequence
from typing import NamedTuple

from article_clean.core.document import Line
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.bylines.people import is_person, paired_names
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, printed_dates
from article_clean.fields.titles import is_prose
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.job_titles import is_plain_role
from article_clean.knowledge.places import is_town

LONGEST_LINE = 80  # a name of 40 characters, printed twice over
MOST_NAME_WORDS = 4
FEWEST_TITLE_WORDS = 5  # of a headline above the name; under fewer, as in "Obituary", the name is the headline
FEWEST_DATED = 3  # where a date or a role stands beside the name
MOST_ROLE_WORDS = 5


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


def find_name_line(lines: Sequence[Line], n: int) -> NameLine | None:
    """The byline that the n-th line is, if it is nothing but a name; None where its neighbours do not say so.

    Evidence is an opener alone on the line above ("By"), or a headline above together with a date or a role beside the
    name, or with the lead below it.

    Args:
        lines: the lines of the head, from the first on, and those below.
        n: the line; those above it are titles and dates.
    """
    name = _name_of(lines[n].text) if n else ""
    if not name:
        return None
    above, below = lines[n - 1], lines[n + 1 : n + 3]
    if _is_opener(above.text):
        return NameLine(above.start, lines[n].end, name)
    title = max(len(line.text.split()) for line in lines[:n])
    if title < FEWEST_DATED or not is_known(name) or is_town(name):
        return None
    dated = _is_dated(above.text) or any(map(_is_dated, (line.text for line in below)))
    told = bool(below) and (_is_role_line(below[0].text) or (title >= FEWEST_TITLE_WORDS and is_prose(below[0].text)))
    return NameLine(lines[n].start, lines[n].end, name) if dated or told else None


def _name_of(text: str) -> str:
    """The one name that a line is, or ""."""
    if len(text) > LONGEST_LINE:
        return ""
    twice = paired_names(text)
    name = twice[0] if len(twice) == 1 else text
    return name if len(name.split()) <= MOST_NAME_WORDS and is_person(name, shortest=2) else ""


def _is_opener(text: str) -> bool:
    """Whether a line is an opener and nothing else: "By", "Author", "Escrito por"."""
    bare = text.rstrip(" :")
    opener = read_opener(f"{bare}: ")
    return opener is not None and opener.end == len(bare) + 2 and opener.kind != "source"


def _is_role_line(text: str) -> bool:
    """Whether a line is a role and nothing else: "Political Correspondent"."""
    return len(text.split()) <= MOST_ROLE_WORDS and text[-1].isalpha() and is_plain_role(text)


def _is_dated(text: str) -> bool:
    """Whether a short line has a date in it."""
    return len(text) <= LONGEST_DATE_LINE and any(map(str.isdecimal, text)) and bool(printed_dates(text))
