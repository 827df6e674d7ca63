"""Outputs of a batch: rows as bytes that can be appended, and cut off again, at any block."""

import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from article_clean.batch.extras import needed
from article_clean.batch.outputs import STREAM
from article_clean.batch.sources.byte_streams import zstandard
from article_clean.errors import BatchError

ROW_GROUP = 8  # blocks; 2,048 articles of 15 KB are 30 MB, what readers of Parquet like to fetch at once
_LEVEL = 6  # of gzip; 9 takes twice the time for 1 % less


class Sink(Protocol):
    """What an output is made of."""

    @property
    def as_json(self) -> bool:
        """Whether its rows are lines of JSON; values by column otherwise."""
        ...

    def head(self) -> bytes:
        """What stands before the first block."""
        ...

    def block(self, rows: Sequence[Any]) -> bytes:  # Any: bytes or values, as `as_json` says
        """Rows as they are appended; the same rows always give the same bytes."""
        ...

    def finish(self, partial: Path, output: Path) -> None:
        """Turn all that was appended into the output, at once."""
        ...


class JsonLinesSink:
    """JSON Lines; compressed, each block is a member or frame of its own, so that it can be cut off behind any.

    Args:
        ending: ".gz", ".zst", or "".
    """

    as_json = True

    def __init__(self, ending: str = "") -> None:
        self._ending = ending
        if ending == ".zst":
            zstandard()

    def head(self) -> bytes:
        """Nothing."""
        return b""

    def block(self, rows: Sequence[bytes]) -> bytes:
        """The lines, compressed."""
        json_lines = b"".join(rows)
        if not json_lines or not self._ending:
            return json_lines
        if self._ending == ".gz":
            return gzip.compress(json_lines, _LEVEL, mtime=0)
        packed_lines: bytes = zstandard().compress(json_lines)
        return packed_lines

    def finish(self, partial: Path, output: Path) -> None:
        """Give the file its name."""
        partial.replace(output)


class ParquetSink:
    """Parquet. It has its index at its end and cannot be appended to: until then the rows are a stream of Arrow.

    Args:
        schema: the columns.
    """

    as_json = False

    def __init__(self, schema: Any) -> None:  # Any: pyarrow has no types
        self._arrow = needed("pyarrow", "parquet")
        self._parquet = needed("pyarrow.parquet", "parquet")
        self._schema = schema

    def head(self) -> bytes:
        """The schema."""
        head: bytes = self._schema.serialize().to_pybytes()
        return head

    def block(self, rows: Sequence[dict[str, Any]]) -> bytes:  # Any: as nested as the schema
        """The rows as a record batch."""
        if not rows:
            return b""
        packed: bytes = self._arrow.RecordBatch.from_pylist(rows, self._schema).serialize().to_pybytes()
        return packed

    def finish(self, partial: Path, output: Path) -> None:
        """Write the rows as row groups, and give the file its name when all are there."""
        parquet_file = output.with_name(output.name + ".parquet.partial")
        try:
            self._write(partial, parquet_file)
        except (OSError, self._arrow.ArrowException):
            parquet_file.unlink(missing_ok=True)
            raise
        parquet_file.replace(output)
        partial.unlink()

    def _write(self, partial: Path, parquet_file: Path) -> None:
        with (
            self._arrow.OSFile(str(partial)) as arrow_file,
            self._parquet.ParquetWriter(parquet_file, self._schema) as parquet_writer,
        ):
            batch_group: list[Any] = []
            for record_batch in self._arrow.ipc.open_stream(arrow_file):
                batch_group.append(record_batch)
                if len(batch_group) == ROW_GROUP:
                    parquet_writer.write_table(self._arrow.Table.from_batches(batch_group))
                    batch_group = []
            if batch_group:
                parquet_writer.write_table(self._arrow.Table.from_batches(batch_group))


def json_sink(output: str) -> JsonLinesSink:
    """What writes JSON Lines, compressed as the end of the name says.

    Args:
        output: its path; "-" is standard output.

    Raises:
        BatchError: the name ends in nothing that can be written.
        MissingExtraError: what compresses it is not installed.
    """
    if output == STREAM:
        return JsonLinesSink()
    for ending in ("", ".gz", ".zst"):
        if output.lower().endswith((".jsonl" + ending, ".ndjson" + ending)):
            return JsonLinesSink(ending)
    message = (
        f"{output}: what to write is told by the end of the name: .jsonl, .jsonl.gz, .jsonl.zst or .parquet; "
        "--format markdown writes a folder"
    )
    raise BatchError(message)
