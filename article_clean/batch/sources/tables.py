"""Parquet."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from article_clean.batch.extras import needed
from article_clean.batch.sources.byte_streams import MOST_BYTES, file_error, too_long
from article_clean.batch.sources.entries import Broken, Entry, Fields, Row

ROWS = 64  # read at once; pages of 100 KB are then 6 MB in memory


class ParquetSource:
    """The rows of a Parquet file.

    Args:
        name: its path.
        columns: those that are wanted, where they exist; the others are not read.
        max_record: bytes or characters beyond which a row is not cleaned.

    Attributes:
        size: bytes of the file.
        files: its path.
    """

    def __init__(self, name: str, columns: Sequence[str], max_record: int = MOST_BYTES) -> None:
        self.size = Path(name).stat().st_size
        self.files = [Path(name)]
        self._name = name
        self._columns = columns
        self._max_record = max_record
        self._share = 0.0

    def read(self) -> int:
        """Bytes that were read so far, as the share of its rows."""
        return int(self._share * self.size)

    def fields(self) -> Fields:
        """Its columns.

        Raises:
            OSError, ArrowException: it is not Parquet.
        """
        return Fields(tuple(needed("pyarrow.parquet", "parquet").read_schema(self._name).names))

    def entries(self) -> Iterator[Entry]:
        """The rows, with the columns that are wanted."""
        arrow, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
        row_number = 0
        try:
            with parquet.ParquetFile(self._name) as parquet_file:
                columns = [
                    column_name for column_name in parquet_file.schema_arrow.names if column_name in self._columns
                ]
                for row_batch in parquet_file.iter_batches(ROWS, columns=columns, use_threads=False):
                    for row_values in row_batch.to_pylist():
                        row_number += 1
                        yield self._entry(f"row {row_number}", row_values)
                    self._share = row_number / parquet_file.metadata.num_rows
        except (arrow.ArrowException, OSError) as error:
            yield Broken(
                self._name, f"row {row_number + 1}", f"the file cannot be read on from here: {file_error(error)}"
            )

    def _entry(self, row_place: str, row_values: dict[str, object]) -> Entry:
        row_size = sum(len(row_value) for row_value in row_values.values() if isinstance(row_value, (str, bytes)))
        if row_size > self._max_record:
            return Broken(self._name, row_place, too_long(self._max_record))
        return Row(self._name, row_place, row_values)
