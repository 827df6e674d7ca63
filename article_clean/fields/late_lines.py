"""What the last line of a text may be: the author's name, or the time of an update."""

from collections.abc import Iterator, Sequence

from article_clean.core.document import Line
from article_clean.core.edits import Label
from article_clean.fields.bylines.byline import find_closing_byline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, read_date_line
from article_clean.fields.titles import is_prose


def closing_line(lines: Sequence[Line], count_above: int) -> Iterator[Label]:
    """What the last line may be: the author's name, in papers that sign below, or the time of an update."""
    line = lines[-1]
    if len(lines) <= count_above or len(line.text) > LONGEST_DATE_LINE:
        return
    if line.folded.startswith(("updated", "published", "posted")) and read_date_line(line.text):
        yield Label(line.start, line.end, "date_line")
    elif is_prose(lines[-2].text) and find_closing_byline(line.text, lines[-2].text):
        yield Label(line.start, line.end, "byline")
