"""CSV and tables like it."""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import count
from typing import TextIO

from article_clean.batch.sources.byte_streams import Opened, file_error, too_long
from article_clean.batch.sources.entries import Broken, Entry, Fields, Row
from article_clean.errors import SourceError

LONGEST_FIELD = (
    2**31 - 1
)  # characters; the csv module's own 131,072 is less than a page has, and a C long may hold no more
_SKIPPED = 1_000_000  # characters of a row that is too long, read at once to find its end


def separated(delimiter: str) -> Callable[[Opened], Iterator[Entry]]:
    """A reader of tables in UTF-8 whose first line names the columns."""

    def rows(opened: Opened) -> Iterator[Entry]:
        text_stream = _text(opened)
        bounded_lines = _Lines(text_stream, opened.max_record)
        table_reader = csv.DictReader(bounded_lines, delimiter=delimiter, restkey="", strict=False)
        try:
            yield from _rows(table_reader, bounded_lines, opened.name)
        except Exception as error:  # noqa: BLE001  # each format has errors of its own
            error_place = f"line {table_reader.line_num + 1}"
            yield Broken(opened.name, error_place, f"the file cannot be read on from here: {file_error(error)}")
        finally:
            text_stream.detach()

    return rows


def columns(delimiter: str) -> Callable[[Opened], Fields]:
    """What names the columns of such a table."""

    def fields(opened: Opened) -> Fields:
        text = _text(opened)
        try:
            return Fields(tuple(next(csv.reader(_Lines(text, opened.max_record), delimiter=delimiter), ())))
        finally:
            text.detach()

    return fields


def _text(opened: Opened) -> io.TextIOWrapper:
    csv.field_size_limit(LONGEST_FIELD)
    return io.TextIOWrapper(opened.stream, encoding="utf-8-sig", errors="surrogateescape", newline="")


def _rows(table_reader: "csv.DictReader[str]", lines: "_Lines", table_name: str) -> Iterator[Entry]:
    """The rows, one after the other.

    Raises:
        SourceError: the names of the columns are too long, so that no row can be read.
    """
    if table_reader.fieldnames is None:
        return
    for row_number in count(1):
        lines.begin_record()
        try:
            table_row = next(table_reader)
        except StopIteration:
            return
        except SourceError as error:
            yield Broken(table_name, f"row {row_number}", str(error))
        else:
            yield Row(table_name, f"row {row_number}", table_row)


class _Lines:
    """The lines of a table; one that makes a record too long is passed over, with what is left of the record.

    Args:
        text: the file.
        most: characters of a record.
    """

    def __init__(self, text: TextIO, max_chars: int) -> None:
        self._text = text
        self._most = max_chars
        self.begin_record()

    def begin_record(self) -> None:
        """What is read from here on is another record."""
        self._left = self._most
        self._quoted = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._line(self._left + 1)
        if not line:
            raise StopIteration
        self._left -= len(line)
        if self._left >= 0:
            return line
        while line and (self._quoted or not line.endswith(("\n", "\r"))):
            line = self._line(_SKIPPED)
        raise SourceError(too_long(self._most))

    def _line(self, max_chars: int) -> str:
        """A line, or so many characters of it, and whether a quotation mark is open behind it."""
        line = self._text.readline(max_chars)
        self._quoted ^= line.count('"') % 2 == 1
        return line
