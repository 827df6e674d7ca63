"""Files as streams of bytes: plain, gzip or Zstandard, and how far they are read."""

import gzip
import sys
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, cast

from article_clean.batch.extras import needed

STDIN = "-"
COMPRESSED = (".gz", ".zst")
MOST_BYTES = 64_000_000  # of a record; Common Crawl cuts pages at 5 MB, and JSON escapes six bytes to one at most


class Opened:
    """An input opened for reading.

    Args:
        name: a path, or "-" for standard input.
        max_record: bytes, unpacked, beyond which a record is not read.

    Attributes:
        name: the same.
        max_record: the same.
        stream: its bytes, unpacked.
        raw: its bytes as they are.
        size: bytes of the file as it lies on disk; 0 for standard input.

    Raises:
        OSError: it cannot be opened.
        MissingExtraError: it is compressed by Zstandard, and nothing here can read that.
    """

    def __init__(self, name: str, max_record: int = MOST_BYTES) -> None:
        self.name = name
        self.max_record = max_record
        self.raw: BinaryIO = sys.stdin.buffer if name == STDIN else Path(name).open("rb")  # noqa: SIM115  # close()
        self.size = 0 if name == STDIN else Path(name).stat().st_size
        self.stream = _unpacked(self.raw, name)

    def read(self) -> int:
        """Bytes of the file that were read so far."""
        if self.raw.closed or not self.raw.seekable():
            return self.size
        return self.raw.tell()

    def close(self) -> None:
        """Let go of the file."""
        if self.raw is not sys.stdin.buffer:
            self.raw.close()


def _unpacked(raw_stream: BinaryIO, name: str) -> BinaryIO:
    lower_name = name.lower()
    if lower_name.endswith(".gz"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw_stream, mode="rb"))  # a BinaryIO in all but its declared type
    if lower_name.endswith(".zst"):
        return cast(BinaryIO, zstandard().ZstdFile(raw_stream))
    return raw_stream


def zstandard() -> ModuleType:
    """The module for Zstandard: Python's own from 3.14 on."""
    return needed("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd", "zstd")


def file_error(error: BaseException) -> str:
    """What is wrong with a file, without its name."""
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


def too_long(max_bytes: int) -> str:
    """What is wrong with a record of more than `max_bytes` bytes."""
    return f"the record is longer than {max_bytes:,} bytes; --max-record reads longer ones"
