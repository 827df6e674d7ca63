"""JSON Lines."""

from collections.abc import Iterator
from itertools import islice

from article_clean.batch.sources.byte_streams import Opened, file_error, too_long
from article_clean.batch.sources.entries import Broken, Entry, Fields, JsonLine

_SKIPPED = 1_000_000  # bytes of a line that is too long, read at once to find its end
_SEEN = 10_000  # records whose fields are looked at before a run: a second of parsing


def json_lines(opened: Opened) -> Iterator[Entry]:
    """The lines that are not blank; one that is too long is passed over, to its end."""
    number = 0
    name, max_bytes = opened.name, opened.max_record
    try:
        while line := opened.stream.readline(max_bytes + 1):
            number += 1
            if len(line) > max_bytes and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = opened.stream.readline(_SKIPPED)
                yield Broken(name, f"line {number}", too_long(max_bytes))
            elif line.strip():
                yield JsonLine(name, f"line {number}", line)
    except Exception as error:  # noqa: BLE001  # each format has errors of its own
        yield Broken(name, f"line {number + 1}", f"the file cannot be read on from here: {file_error(error)}")


def fields_of_lines(opened: Opened) -> Fields:
    """The fields of the first objects; they are complete if no others follow."""
    names: dict[str, None] = {}
    entries = json_lines(opened)
    unseen = opened.max_record
    for entry in islice(entries, _SEEN):
        names |= dict.fromkeys(entry.labels())
        unseen -= len(entry.line) if isinstance(entry, JsonLine) else 0
        if unseen < 0:
            break
    return Fields(tuple(names), complete=next(entries, None) is None)
