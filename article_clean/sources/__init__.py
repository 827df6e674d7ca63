"""Inputs of a batch, told by the ends of their names, and the records in them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from article_clean.errors import SourceError
from article_clean.extras import needed
from article_clean.sources.archives import captures
from article_clean.sources.entries import Broken, Entry
from article_clean.sources.folders import ENDINGS, FolderSource
from article_clean.sources.lines import json_lines, separated
from article_clean.sources.streams import COMPRESSED, STDIN, Opened, told, zstandard
from article_clean.sources.tables import ParquetSource

__all__ = ["Entry", "Source", "open_source"]

PARQUET = ".parquet"
READERS: dict[str, Callable[[Opened, str], Iterator[Entry]]] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": separated(","),
    ".tsv": separated("\t"),
    ".warc": captures,
    ".wet": captures,
}
NEEDED = dict.fromkeys((".warc", ".wet"), ("fastwarc.warc", "warc")) | {PARQUET: ("pyarrow.parquet", "parquet")}


class Source(Protocol):
    """An input that is open."""

    @property
    def size(self) -> int:
        """Its bytes on disk; 0 where nobody knows."""
        ...

    def read(self) -> int:
        """How many of them were read so far."""
        ...

    def entries(self) -> Iterator[Entry]:
        """Its records, once; a place where it cannot be read on is the last of them."""
        ...


class StreamSource:
    """An input that is read from its first byte to its last.

    Args:
        name: its path, or "-".
        reader: what finds the records in it.

    Attributes:
        size: bytes of the file; 0 for standard input.
    """

    def __init__(self, name: str, reader: Callable[[Opened, str], Iterator[Entry]]) -> None:
        self.size = 0 if name == STDIN else Path(name).stat().st_size
        self._name = name
        self._reader = reader
        self._opened: Opened | None = None

    def read(self) -> int:
        """Bytes that were read so far."""
        return self._opened.read() if self._opened else 0

    def entries(self) -> Iterator[Entry]:
        """Its records; it is opened before the first and closed behind the last."""
        try:
            self._opened = Opened(self._name)
        except OSError as error:
            yield Broken(self._name, "start", told(error))
            return
        try:
            yield from self._reader(self._opened, self._name)
        finally:
            self._opened.close()


def open_source(name: str, columns: Sequence[str] = ()) -> Source:
    """Open an input.

    Args:
        name: a path; "-" is standard input, and that is JSON Lines.
        columns: those of a Parquet file that are wanted.

    Raises:
        SourceError: there is no such file, or nothing here reads its kind.
        MissingExtraError: what reads its kind is not installed.
    """
    try:
        return _opened(name, columns)
    except OSError as error:
        message = f"{name}: {told(error)}"
        raise SourceError(message) from error


def _opened(name: str, columns: Sequence[str]) -> Source:
    if name == STDIN:
        return StreamSource(name, json_lines)
    ending = _ending(name)
    if ending in NEEDED:
        needed(*NEEDED[ending])
    if name.lower().endswith(".zst"):
        zstandard()
    if ending in READERS:
        return StreamSource(name, READERS[ending])
    if ending == PARQUET:
        return ParquetSource(name, columns)
    if ending in ENDINGS or Path(name).is_dir():
        return FolderSource(name)
    known = ", ".join((*READERS, PARQUET, *ENDINGS))
    message = f"{name}: what it holds is told by the end of its name, {known}; also with .gz or .zst behind it"
    raise SourceError(message)


def _ending(name: str) -> str:
    """The end that tells what a file holds, without that of its compression."""
    path = Path(name.lower())
    return Path(path.stem).suffix if path.suffix in COMPRESSED else path.suffix
