"""Spark: a column of raw texts to the columns of their articles, by Arrow and in the executors."""

from collections.abc import Iterator, Sequence
from typing import Any, Unpack

from article_clean.batch.extras import needed
from article_clean.batch.many import Cleaning, Options

needed("pyspark", "spark")
import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from article_clean.batch.arrow import ARTICLE_SCHEMA, check_columns, clean_batch


def clean_dataframe(
    df: DataFrame, column: str = "text", keep: Sequence[str] = (), **options: Unpack[Options]
) -> DataFrame:
    """Clean a column of a DataFrame.

    Executors need this package installed as the driver does; a cleaner of your own in a module there, or in the
    notebook that starts the job.

    Args:
        df: a DataFrame; a column "url", or that which `url_field` names, says where the texts were found.
        column: its column of raw texts or pages, string or binary.
        keep: its columns that come first in the result.
        **options: `pipeline`, `kind`, `engine` and `favor` as in `clean`.

    Returns:
        A DataFrame of as many rows: the kept columns, then those of `ARTICLE_SCHEMA`. A row that failed has its `error`
        and no article.

    Raises:
        BatchError: there is no such column, or a kept one has the name of one of the article's.
    """
    check_columns(df.columns, column, keep)
    url = Cleaning.by("clean_dataframe", options, ("column", "keep")).url_field  # here, not in every executor

    def cleaned(batches: Iterator[pa.RecordBatch]) -> Iterator[Any]:  # Any: pyarrow has no types
        for batch in batches:
            yield clean_batch(batch, column, keep, **options)

    columns_read = [name for name in df.columns if name in {column, url, *keep}]
    own_fields = (field for field in from_arrow_schema(ARTICLE_SCHEMA) if field.name not in keep)
    schema = StructType([*(df.schema[name] for name in keep), *own_fields])
    return df.select(*columns_read).mapInArrow(cleaned, schema)
