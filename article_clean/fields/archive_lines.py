"""Lines that archives print without a label: headline, paper, and what Factiva puts under the count of words."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.people import is_person
from article_clean.fields.dates.dates import read_date_line
from article_clean.fields.label_rows import STRANGER, Part, Row

LONGEST_NAME = 80  # of a paper, a desk or an edition; "The Karstad Post (Western edition, online)" has 42
FEWEST_TITLE_WORDS = 5  # of a headline under the date; what is shorter and stands above it is the edition


def counted_row(head_rows: Sequence[Row]) -> int:
    """The number of the row that counts the words, with a date under it, as Factiva prints them; 0 where none does."""
    return next(
        (
            index
            for index, row in enumerate(head_rows[:-1])
            if index and row.evidence == "count" and read_date_line(head_rows[index + 1].text) is not None
        ),
        0,
    )


def archive_parts(head_rows: Sequence[Row], label_parts: Sequence[Part]) -> Iterator[Part]:
    """The headline and byline among the lines without a label, and the lines about the paper.

    Args:
        head_rows: the rows above the text.
        label_parts: what the labels say.
    """
    count_row = counted_row(head_rows)
    if count_row:
        yield from _of_factiva(head_rows, count_row)
    else:
        yield from _of_nexis(head_rows, headed=any(part.kind == "headline" for part in label_parts))


def _of_factiva(head_rows: Sequence[Row], count_row: int) -> Iterator[Part]:
    """Section, headline and byline above the count of words; time, paper, page and language below."""
    rows_above = [row for row in head_rows[:count_row] if not row.kind]
    has_byline = len(rows_above) > 1 and (
        find_byline(rows_above[-1].text) is not None or is_person(rows_above[-1].text, shortest=2)
    )
    if has_byline:
        yield Part.of(rows_above.pop(), "byline")
    if rows_above:
        yield Part.of(rows_above.pop(), "headline")
    yield from (Part.of(row, "about") for row in rows_above)
    yield Part.of(head_rows[count_row + 1], "date")
    for row in head_rows[count_row + 2 :]:
        if not row.kind and not row.is_prose and len(row.text) <= LONGEST_NAME:
            yield Part.of(row, "about")


def _of_nexis(head_rows: Sequence[Row], *, headed: bool) -> Iterator[Part]:
    """The paper straight above the date; the headline above both, or between the date and the first label.

    Args:
        head_rows: the rows above the text.
        headed: whether a label names the headline.
    """
    rows_above = [
        row for row in takewhile(lambda row: row.kind in {"", "mark", STRANGER}, head_rows) if row.kind != "mark"
    ]
    title_rows = [row for row in rows_above if not row.is_prose and not row.is_rights]
    date_index = next(
        (index for index, row in enumerate(title_rows) if index and read_date_line(row.text) is not None), 0
    )
    rows_below = title_rows[date_index + 1 :] if date_index else []
    if headed or date_index > 1 or rows_below:
        yield from (Part.of(row, "about") for row in title_rows[date_index - 1 : date_index])
    if headed:
        return
    if len(rows_below) > 1 and len(rows_below[0].text.split()) < min(
        FEWEST_TITLE_WORDS, len(rows_below[1].text.split())
    ):
        yield Part.of(rows_below.pop(0), "about")  # "Late Edition - Final"
    for index, row in enumerate(rows_below or title_rows[: date_index > 1]):
        end = row.start + len(row.text.rstrip(" ;"))  # a semicolon stands between the two halves of a headline
        yield Part.of(row, "deck" if index else "headline")._replace(value_end=end)
