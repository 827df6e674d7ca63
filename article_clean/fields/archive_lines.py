"""Lines that archives print without a label: headline, paper, and what Factiva puts under the count of words."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.people import is_person
from article_clean.fields.dates.dates import read_date_line
from article_clean.fields.label_rows import STRANGER, Part, Row

LONGEST_NAME = 80  # of a paper, a desk or an edition; "The Marlow Post (Western edition, online)" has 41

_RIGHTS = ("©", "(c)", "copyright")


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
    kinds = {part.kind for part in parts}
    counted = counted_row(head)
    if counted:
        yield from _of_factiva(head, counted)
    elif "headline" not in kinds:
        yield from _of_nexis(head)


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


def _of_nexis(head: Sequence[Row]) -> Iterator[Part]:
    """The paper straight above the date, and the headline above both, or between the date and the first label."""
    above = [row for row in takewhile(lambda row: row.kind in {"", "mark", STRANGER}, head) if row.kind != "mark"]
    titles = [row for row in above if not row.is_prose and not any(sign in row.text.lower() for sign in _RIGHTS)]
    dated = next((n for n, row in enumerate(titles) if n and read_date_line(row.text) is not None), 0)
    below = titles[dated + 1 :]
    if dated and (dated > 1 or below):
        yield Part.of(titles[dated - 1], "about")
    if dated and below:
        yield Part.of(below[-1], "headline")
    elif dated > 1:
        yield Part.of(titles[0], "headline")
