"""A folder as the output of a batch: one file of Markdown for each record."""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from article_clean.batch.files import Files, State
from article_clean.batch.records import ID
from article_clean.batch.rows import MARKDOWN
from article_clean.core.patterns import pattern_of
from article_clean.errors import BatchError

LONGEST_NAME = 100  # characters of a file's name without its end; file systems take 255 bytes
ENDING = ".md"

_UNSAFE = pattern_of(r"[^\w.-]+")
_RESERVED = pattern_of(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)  # on Windows


class MarkdownSink:
    """Rows of a name and a text, which become the files of a folder at the end: all of them, or none."""

    as_json = True

    def head(self) -> bytes:
        """Nothing."""
        return b""

    def block(self, rows: Sequence[bytes]) -> bytes:
        """The rows, a line each."""
        return b"".join(rows)

    def finish(self, partial: Path, output: Path) -> None:
        """Write the files into a folder beside the output, and give it its name when all are there."""
        written = output.with_name(f"{output.name}.files.partial")
        shutil.rmtree(written, ignore_errors=True)  # of a run that was killed here
        written.mkdir()
        with partial.open(encoding="utf-8") as partial_lines:
            json_rows = (json.loads(json_line) for json_line in partial_lines)
            for file_name, file_text in _named((json_row[ID], json_row[MARKDOWN]) for json_row in json_rows):
                (written / file_name).write_text(file_text, encoding="utf-8", newline="\n")
        if output.is_dir():
            output.rmdir()  # an empty one: it fails where something came into it meanwhile
        written.rename(output)
        partial.unlink()


class Folder(Files):
    """A folder, and what lies beside it until it is finished.

    Nothing in a folder is overwritten: an empty one may be there, another not, whatever is asked for.
    """

    def begin(self, state: State, *, overwrite: bool = False) -> State:
        """As for a file.

        Raises:
            BatchError: as for a file, or the folder is not empty.
        """
        self._drop_empty()
        if self.output.is_dir():
            message = f"{self.output} is a folder that is not empty, and nothing in it is overwritten; name another"
            raise BatchError(message)
        return super().begin(state, overwrite=overwrite)

    def resume(self, state: State) -> State | None:
        """As for a file."""
        self._drop_empty()
        return super().resume(state)

    def _drop_empty(self) -> None:
        if self.output.is_dir() and not any(self.output.iterdir()):
            self.output.rmdir()


def _named(record_texts: Iterator[tuple[object, str]]) -> Iterator[tuple[str, str]]:
    """The name of each file, and its text. Names differ by more than upper case, which some file systems ignore."""
    name_counts: dict[str, int] = {}  # how many names begin so
    for record_name, record_text in record_texts:
        name_stem = file_name = file_stem(str(record_name))
        while (name_key := file_name.casefold()) in name_counts:
            name_counts[name_stem.casefold()] += 1
            file_name = f"{name_stem}-{name_counts[name_stem.casefold()]}"
        name_counts[name_key] = 1
        yield file_name + ENDING, record_text


def file_stem(record: str) -> str:
    """The name of a record's file without its end: its id with a hyphen for what file systems do not take.

    >>> file_stem("https://example.org/news/ice?page=2"), file_stem("../con")
    ('https-example.org-news-ice-page-2', '_con')
    """
    name = _UNSAFE.sub("-", record).strip("-.")[:LONGEST_NAME].rstrip("-.")
    return f"_{name}" if not name or _RESERVED.match(name) else name
