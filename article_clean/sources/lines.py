"""JSON Lines and CSV."""

import csv
import io
from collections.abc import Callable, Iterator

from article_clean.sources.entries import Broken, Entry, JsonLine, Row
from article_clean.sources.streams import Opened, told

LONGEST_FIELD = (
    2**31 - 1
)  # characters; the csv module's own 131,072 is less than a page has, and a C long may hold no more


def json_lines(opened: Opened, name: str) -> Iterator[Entry]:
    """The lines that are not blank."""
    number = 0
    try:
        for line in opened.stream:
            number += 1
            if line.strip():
                yield JsonLine(name, f"line {number}", line)
    except Exception as error:  # noqa: BLE001  # each format has errors of its own
        yield Broken(name, f"line {number + 1}", f"the file cannot be read on from here: {told(error)}")


def separated(delimiter: str) -> Callable[[Opened, str], Iterator[Entry]]:
    """A reader of tables in UTF-8 whose first line names the columns."""

    def rows(opened: Opened, name: str) -> Iterator[Entry]:
        csv.field_size_limit(LONGEST_FIELD)
        text = io.TextIOWrapper(opened.stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
        table = csv.DictReader(text, delimiter=delimiter, restkey="", strict=False)
        try:
            for number, row in enumerate(table, 1):
                yield Row(name, f"row {number}", row)
        except Exception as error:  # noqa: BLE001  # each format has errors of its own
            yield Broken(name, f"line {table.line_num + 1}", f"the file cannot be read on from here: {told(error)}")
        finally:
            text.detach()

    return rows
