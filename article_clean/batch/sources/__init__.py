"""The name of a file or folder in, its records out: JSON Lines, CSV, Parquet, web archives, folders of texts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from article_clean.batch.extras import needed
from article_clean.batch.sources.archives import captures, fields_of_captures
from article_clean.batch.sources.byte_streams import COMPRESSED, MOST_BYTES, STDIN, Opened, file_error, zstandard
from article_clean.batch.sources.entries import Broken, Entry, Fields
from article_clean.batch.sources.folders import ENDINGS, FolderSource
from article_clean.batch.sources.separated import columns, separated
from article_clean.batch.sources.tables import ParquetSource
from article_clean.batch.sources.text_lines import fields_of_lines, json_lines
from article_clean.errors import SourceError

__all__ = ["MOST_BYTES", "Entry", "Fields", "Reading", "Source", "open_source"]

PARQUET = ".parquet"


class Reader(NamedTuple):
    """How a kind of file is read.

    Attributes:
        entries: finds the records in it.
        fields: finds their fields, by reading no more than it must.
    """

    entries: Callable[[Opened], Iterator[Entry]]
    fields: Callable[[Opened], Fields]


_LINES, _CAPTURES = Reader(json_lines, fields_of_lines), Reader(captures, fields_of_captures)
READERS = {
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".csv": Reader(separated(","), columns(",")),
    ".tsv": Reader(separated("\t"), columns("\t")),
    ".warc": _CAPTURES,
    ".wet": _CAPTURES,
}
NEEDED = dict.fromkeys((".warc", ".wet"), ("fastwarc.warc", "warc")) | {PARQUET: ("pyarrow.parquet", "parquet")}


@dataclass(frozen=True)
class Reading:
    """How inputs are read.

    Attributes:
        columns: those of a Parquet file that are wanted.
        max_record: bytes, unpacked, beyond which a record is a failure and the next one is read.
        follow_links: whether links are read that lead out of a folder.
    """

    columns: Sequence[str] = ()
    max_record: int = MOST_BYTES
    follow_links: bool = False


class Source(Protocol):
    """An input that is open."""

    @property
    def size(self) -> int:
        """Its bytes on disk; 0 where nobody knows."""
        ...

    @property
    def files(self) -> Sequence[Path]:
        """Its files; "-" is standard input."""
        ...

    def read(self) -> int:
        """How many of its bytes were read so far."""
        ...

    def fields(self) -> Fields:
        """What its records have; it is not read for that where it can be read only once.

        Raises:
            Exception: it cannot be read; `entries` then says where.
        """
        ...

    def entries(self) -> Iterator[Entry]:
        """Its records, once; a place where it cannot be read on is the last of them."""
        ...


class StreamSource:
    """An input that is read from its first byte to its last.

    Args:
        name: its path, or "-".
        reader: what finds the records in it.
        max_record: bytes beyond which a record is not read.

    Attributes:
        size: bytes of the file; 0 for standard input.
        files: its path.
    """

    def __init__(self, name: str, reader: Reader, max_record: int) -> None:
        self.size = 0 if name == STDIN else Path(name).stat().st_size
        self.files = [Path(name)]
        self._name = name
        self._reader = reader
        self._max_record = max_record
        self._opened: Opened | None = None

    def read(self) -> int:
        """Bytes that were read so far."""
        return self._opened.read() if self._opened else 0

    def fields(self) -> Fields:
        """The fields of its first records; of standard input and pipes nothing is read for that."""
        if not Path(self._name).is_file():
            return Fields(complete=False)
        opened = Opened(self._name, self._max_record)
        try:
            return self._reader.fields(opened)
        finally:
            opened.close()

    def entries(self) -> Iterator[Entry]:
        """Its records; it is opened before the first and closed behind the last."""
        try:
            self._opened = Opened(self._name, self._max_record)
        except OSError as error:
            yield Broken(self._name, "start", file_error(error))
            return
        try:
            yield from self._reader.entries(self._opened)
        finally:
            self._opened.close()


def open_source(name: str, reading: Reading | None = None) -> Source:
    """Open an input.

    Args:
        name: a path; "-" is standard input, and that is JSON Lines.
        reading: how to read it; None for the defaults.

    Raises:
        SourceError: there is no such file, nothing here reads its kind, or a folder holds nothing to read.
        MissingExtraError: what reads its kind is not installed.
    """
    try:
        return _opened(name, reading or Reading())
    except OSError as error:
        message = f"{name}: {file_error(error)}"
        raise SourceError(message) from error


def _opened(input_name: str, reading: Reading) -> Source:
    if input_name == STDIN:
        return StreamSource(input_name, _LINES, reading.max_record)
    name_ending = _ending(input_name)
    if name_ending in NEEDED:
        needed(*NEEDED[name_ending])
    if input_name.lower().endswith(".zst"):
        zstandard()
    if name_ending in READERS:
        return StreamSource(input_name, READERS[name_ending], reading.max_record)
    if name_ending == PARQUET:
        return ParquetSource(input_name, reading.columns, reading.max_record)
    if name_ending in ENDINGS or Path(input_name).is_dir():
        return FolderSource(input_name, reading.max_record, follow_links=reading.follow_links)
    endings = ", ".join((*READERS, PARQUET, *ENDINGS))
    message = f"{input_name}: what it holds is told by the end of its name, {endings}; also with .gz or .zst behind it"
    raise SourceError(message)


def _ending(name: str) -> str:
    """The end that tells what a file holds, without that of its compression."""
    path = Path(name.lower())
    return Path(path.stem).suffix if path.suffix in COMPRESSED else path.suffix
