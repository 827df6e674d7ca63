"""Parquet."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from article_clean.extras import needed
from article_clean.sources.entries import Broken, Entry, Row
from article_clean.sources.streams import told

ROWS = 64  # read at once; pages of 100 KB are then 6 MB in memory


class ParquetSource:
    """The rows of a Parquet file.

    Args:
        name: its path.
        columns: those that are wanted, where they exist; the others are not read.

    Attributes:
        size: bytes of the file.
    """

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        self.size = Path(name).stat().st_size
        self._name = name
        self._columns = columns
        self._share = 0.0

    def read(self) -> int:
        """Bytes that were read so far, as the share of its rows."""
        return int(self._share * self.size)

    def entries(self) -> Iterator[Entry]:
        """The rows, with the columns that are wanted."""
        arrow, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
        number = 0
        try:
            with parquet.ParquetFile(self._name) as file:
                columns = [name for name in file.schema_arrow.names if name in self._columns]
                for batch in file.iter_batches(ROWS, columns=columns, use_threads=False):
                    for values in batch.to_pylist():
                        number += 1
                        yield Row(self._name, f"row {number}", values)
                    self._share = number / file.metadata.num_rows
        except (arrow.ArrowException, OSError) as error:
            yield Broken(self._name, f"row {number + 1}", f"the file cannot be read on from here: {told(error)}")
