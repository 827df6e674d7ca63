"""Names that no opener signs: beside a date, above the lead, behind or below a label."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from article_clean.core.parts import Byline
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.name_line import is_signature
from article_clean.fields.bylines.openers import may_open, read_opener
from article_clean.fields.bylines.people import is_person
from article_clean.fields.dates.dates import printed_dates
from article_clean.knowledge.given_names import is_known
from article_clean.pages.metadata.author_names import Names, read_names, united
from article_clean.pages.metadata.marks import Page

LONGEST_NAMES = 80  # characters of names without an opener
LONGEST_DATED = 60  # characters of a line that is a date and little else
MOST_ABOVE_ROLE = 3  # lines below the headline that a name may stand on with its role below
MOST_ABOVE_LEAD = 8  # lines of a head; further down names belong to the story
NEAR = 1  # lines between a name that stands alone and the date

DIGIT = pattern_of(r"\d")
TITLE = pattern_of(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.? ")


def dated_name(page: Page, sites: frozenset[str]) -> Names:
    """A name on a line of its own, with a date beside it, on the same line, or a role below it."""
    lines = page.below
    have_dates = [is_date(line) for line in lines]
    for index, line in enumerate(lines):
        has_date = any(have_dates[max(0, index - NEAR) : index + NEAR + 1])
        has_role = index < MOST_ABOVE_ROLE and index + 1 < len(lines) and is_signature(lines[index + 1])
        if has_date or has_role:
            names = names_alone(line, sites)
            if names.people:
                return names
    dated = (_undated(line) for line in page.above[:NEAR] if is_date(line))
    return next(filter(any, (names_alone(line, sites) for line in dated)), Names())


def unopened_name(page: Page, sites: frozenset[str]) -> Names:
    """The first line below the headline that is a byline because a headline stands above it."""
    for line in page.below[:MOST_ABOVE_LEAD]:
        byline = find_byline(line) if len(line) <= LONGEST_NAMES else None
        names = checked(byline.value, sites) if byline else Names()
        if names.people and (are_known(names.people) or (len(names.people) > 1 and "/" in line)):
            return names
    return Names()


def labelled_name(page: Page, sites: frozenset[str]) -> Names:
    """The names behind "Author" or in the block below it, where the page has them once, anywhere."""
    named = [*filter(None, dict.fromkeys(names.people for names in _behind_labels(page.texts, sites)))]
    return Names(named[0]) if len(named) == 1 else Names()


def _behind_labels(texts: Sequence[str], sites: frozenset[str]) -> Iterator[Names]:
    """The known names that stand behind "Author:" or "Written by", or in the block below such a label."""
    for text, next_text in pairwise((*texts, "")):
        opener = read_opener(f"{text}: ") if len(text) <= LONGEST_NAMES and may_open(text) else None
        if opener is None or opener.is_textual or opener.kind not in {"label", "written"}:
            continue
        if opener.end > len(text):
            yield names_alone(next_text, sites)
        elif (opener.kind == "label" or " " in opener.text) and (byline := find_byline(text)):  # "by" signs comments
            names = checked(byline.value, sites)
            yield names if are_known(names.people) else Names()


def names_alone(line: str, sites: frozenset[str]) -> Names:
    """The known names that a line is: "Nora Feldt", "Nora Feldt, Piet Osmund"."""
    names = read_names(line, sites) if len(line) <= LONGEST_NAMES else Names()
    are_names = all(is_person(person, shortest=2) and is_known(person) for person in names.people)
    return names if names.people and are_names and line.startswith(names.people[0]) else Names()  # not "Photo: …"


def is_date(line: str) -> bool:
    """Whether a line is a date and little else."""
    return len(line) < LONGEST_DATED and bool(DIGIT.search(line)) and bool(printed_dates(line))


def _undated(line: str) -> str:
    """A line without the date that it begins with."""
    return line[printed_dates(line)[0].end :].strip(" |·•-–—")


def checked(byline: Byline, sites: frozenset[str]) -> Names:
    """Who a byline names, read as metadata are: an account or a company is no person."""
    people = (read_names(name, sites) for name in byline.authors)
    return united((*people, *(read_names(name, sites, organisation=True) for name in byline.agencies)))


def are_known(people: Iterable[str]) -> bool:
    """Whether all are full names that begin with a given name, or with a title before it."""
    return all(" " in name and is_known(TITLE.sub("", name)) for name in people)
