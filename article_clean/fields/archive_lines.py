"""Lines that archives print without a label: headline, paper, and what Factiva puts under the count of words."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.people import is_person
from article_clean.fields.dates.dates import read_date_line
from article_clean.fields.label_rows import STRANGER, Part, Row

LONGEST_NAME = 80  # of a paper, a desk or an edition; "The Karstad Post (Western edition, online)" has 42
FEWEST_TITLE_WORDS = 5  # of a headline under the date; what is shorter and stands above it is the edition


def counted_row(head: Sequence[Row]) -> int:
    """The number of the row that counts the words, with a date under it, as Factiva prints them; 0 where none does."""
    return next(
        (
            n
            for n, row in enumerate(head[:-1])
            if n and row.evidence == "count" and read_date_line(head[n + 1].text) is not None
        ),
        0,
    )


def archive_parts(head: Sequence[Row], parts: Sequence[Part]) -> Iterator[Part]:
    """The headline and byline among the lines without a label, and the lines about the paper.

    Args:
        head: the rows above the text.
        parts: what the labels say.
    """
    counted = counted_row(head)
    if counted:
        yield from _of_factiva(head, counted)
    else:
        yield from _of_nexis(head, headed=any(part.kind == "headline" for part in parts))


def _of_factiva(head: Sequence[Row], counted: int) -> Iterator[Part]:
    """Section, headline and byline above the count of words; time, paper, page and language below."""
    above = [row for row in head[:counted] if not row.kind]
    signed = len(above) > 1 and (find_byline(above[-1].text) is not None or is_person(above[-1].text, shortest=2))
    if signed:
        yield Part.of(above.pop(), "byline")
    if above:
        yield Part.of(above.pop(), "headline")
    yield from (Part.of(row, "about") for row in above)
    yield Part.of(head[counted + 1], "date")
    for row in head[counted + 2 :]:
        if not row.kind and not row.is_prose and len(row.text) <= LONGEST_NAME:
            yield Part.of(row, "about")


def _of_nexis(head: Sequence[Row], *, headed: bool) -> Iterator[Part]:
    """The paper straight above the date; the headline above both, or between the date and the first label.

    Args:
        head: the rows above the text.
        headed: whether a label names the headline.
    """
    above = [row for row in takewhile(lambda row: row.kind in {"", "mark", STRANGER}, head) if row.kind != "mark"]
    titles = [row for row in above if not row.is_prose and not row.is_rights]
    dated = next((n for n, row in enumerate(titles) if n and read_date_line(row.text) is not None), 0)
    below = titles[dated + 1 :] if dated else []
    if headed or dated > 1 or below:
        yield from (Part.of(row, "about") for row in titles[dated - 1 : dated])
    if headed:
        return
    if len(below) > 1 and len(below[0].text.split()) < min(FEWEST_TITLE_WORDS, len(below[1].text.split())):
        yield Part.of(below.pop(0), "about")  # "Late Edition - Final"
    for n, row in enumerate(below or titles[: dated > 1]):
        end = row.start + len(row.text.rstrip(" ;"))  # a semicolon stands between the two halves of a headline
        yield Part.of(row, "deck" if n else "headline")._replace(value_end=end)
