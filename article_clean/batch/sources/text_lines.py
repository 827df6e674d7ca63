"""JSON Lines."""

from collections.abc import Iterator
from itertools import islice

from article_clean.batch.sources.byte_streams import Opened, file_error, too_long
from article_clean.batch.sources.entries import Broken, Entry, Fields, JsonLine

_SKIPPED = 1_000_000  # bytes of a line that is too long, read at once to find its end
_SEEN = 10_000  # records whose fields are looked at before a run: a second of parsing


def json_lines(opened: Opened) -> Iterator[Entry]:
    """The lines that are not blank; one that is too long is passed over, to its end."""
    line_number = 0
    file_name, max_bytes = opened.name, opened.max_record
    try:
        while json_line := opened.stream.readline(max_bytes + 1):
            line_number += 1
            if len(json_line) > max_bytes and not json_line.endswith(b"\n"):
                while json_line and not json_line.endswith(b"\n"):
                    json_line = opened.stream.readline(_SKIPPED)
                yield Broken(file_name, f"line {line_number}", too_long(max_bytes))
            elif json_line.strip():
                yield JsonLine(file_name, f"line {line_number}", json_line)
    except Exception as error:  # noqa: BLE001  # each format has errors of its own
        yield Broken(file_name, f"line {line_number + 1}", f"the file cannot be read on from here: {file_error(error)}")


def fields_of_lines(opened: Opened) -> Fields:
    """The fields of the first objects; they are complete if no others follow."""
    field_names: dict[str, None] = {}
    entries = json_lines(opened)
    bytes_left = opened.max_record
    for line_entry in islice(entries, _SEEN):
        field_names |= dict.fromkeys(line_entry.labels())
        bytes_left -= len(line_entry.line) if isinstance(line_entry, JsonLine) else 0
        if bytes_left < 0:
            break
    return Fields(tuple(field_names), complete=next(entries, None) is None)
