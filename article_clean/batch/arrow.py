"""Articles as Arrow: the schema of their rows, and a batch of texts to a batch of articles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Unpack

from article_clean.article import Article
from article_clean.batch.extras import needed
from article_clean.batch.many import Cleaning, Options
from article_clean.batch.records import ID, URL
from article_clean.batch.worker import Outcome, tried
from article_clean.errors import BatchError
from article_clean.views.lean_row import COUNTS, LEAN_REMOVAL

needed("pyarrow", "parquet")
import pyarrow as pa
from pyarrow import parquet

_TEXTS = pa.list_(pa.string())
_SPAN = (("start", pa.int64()), ("end", pa.int64()), ("text", pa.string()))
_WHY = (
    ("role", pa.string()),
    ("reason", pa.string()),
    ("cleaner", pa.string()),
    ("also", _TEXTS),
    ("likelihood", pa.float64()),
)

ARTICLE_SCHEMA = pa.schema(
    [
        ("headline", pa.string()),
        ("deck", pa.string()),
        (
            "byline",
            pa.struct([("text", pa.string()), ("authors", _TEXTS), ("agencies", _TEXTS), ("roles", _TEXTS)]),
        ),
        (
            "dateline",
            pa.struct(
                [
                    ("text", pa.string()),
                    ("places", _TEXTS),
                    ("region", pa.string()),
                    ("date_text", pa.string()),
                    ("agencies", _TEXTS),
                ]
            ),
        ),
        ("published", pa.string()),  # ISO 8601: a day where a day is printed, a moment where a moment is
        ("body", pa.string()),
        ("captions", pa.list_(pa.struct([("text", pa.string()), ("credit", pa.string())]))),
        ("language", pa.string()),
        ("modified", pa.string()),  # as `published`
        ("publisher", pa.string()),
        ("section", pa.string()),
        ("keywords", _TEXTS),
        ("url", pa.string()),
        ("image", pa.struct([("url", pa.string()), ("caption", pa.string()), ("credit", pa.string())])),
        ("description", pa.string()),
        ("author_urls", pa.list_(pa.struct([("name", pa.string()), ("url", pa.string())]))),
        ("is_free", pa.bool_()),
        ("is_complete", pa.bool_()),
        ("wire", _TEXTS),
        (
            "provenance",
            pa.list_(pa.struct([("field", pa.string()), ("places", _TEXTS)])),
        ),  # a map is not read everywhere
        ("warnings", _TEXTS),
        ("page_type", pa.string()),
        ("page_type_likelihood", pa.float64()),
        ("confidence", pa.float64()),
        ("source", pa.string()),
        ("removed", pa.list_(pa.struct([*_SPAN, *_WHY]))),
        ("edits", pa.list_(pa.struct([*_SPAN, *_WHY]))),
        ("error", pa.string()),
    ]
)
"""The columns of an article in Arrow, as `Article` has them, and `error`, which is null where there is an article."""

_LEAN_SCHEMA = pa.schema([
    *(field for field in ARTICLE_SCHEMA if field.name not in {"source", "removed", "edits", "error"}),
    ("counts", pa.struct([(name, pa.int64()) for name in COUNTS])),
    ("removed", pa.list_(pa.struct([field for field in (*_SPAN, *_WHY) if field[0] in LEAN_REMOVAL]))),
])  # fmt: skip


def clean_batch(
    batch: pa.RecordBatch, column: str = "text", keep: Sequence[str] = (), **options: Unpack[Options]
) -> pa.RecordBatch:
    """Clean a batch of texts.

    Args:
        batch: a record batch; a column "url", or that which `url_field` names, says where the texts were found.
        column: its column of raw texts or pages: string or binary, large or not.
        keep: its columns that come first in the result, as they are.
        **options: `pipeline`, `kind`, `engine` and `favor` as in `clean`.

    Returns:
        A batch of as many rows: the kept columns, then those of `ARTICLE_SCHEMA`, of which a kept `url` takes the place
        of the article's. A row that failed has its `error`, and no article.

    Raises:
        BatchError: the batch has no such column, or a kept one has the name of one of the article's.
    """
    check_columns(batch.schema.names, column, keep)
    cleaning = replace(Cleaning.by("clean_batch", options, ("column", "keep")), field=column)
    text_batch = batch.select(
        [column_name for column_name in batch.schema.names if column_name in {column, cleaning.url_field}]
    )
    article_rows = _rows(tried(cleaning, text_record) for text_record in text_batch.to_pylist())
    article_batch = pa.RecordBatch.from_pylist([*article_rows], ARTICLE_SCHEMA)
    own_names = [column_name for column_name in ARTICLE_SCHEMA.names if column_name not in keep]
    columns = [
        *(batch.column(column_name) for column_name in keep),
        *(article_batch.column(column_name) for column_name in own_names),
    ]
    column_fields = [*(batch.schema.field(column_name) for column_name in keep), *map(ARTICLE_SCHEMA.field, own_names)]
    return pa.RecordBatch.from_arrays(columns, schema=pa.schema(column_fields))


def row_schema(  # Any: pyarrow has no types
    record_fields: Sequence[Any], columns: Sequence[str], *, lean: bool = False
) -> Any:
    """The columns of an output: the name of the record, what is kept of it, and those of the article.

    Args:
        record_fields: fields of Arrow, that of the name first.
        columns: those of the article that are wanted; none for all.
        lean: whether rows are lean, as `Article.to_row` makes them.
    """
    article_schema = _LEAN_SCHEMA if lean else ARTICLE_SCHEMA
    taken_names = {"error", *(record_field.name for record_field in record_fields)}
    article_fields = [
        article_column
        for article_column in article_schema
        if article_column.name not in taken_names and (not columns or article_column.name in columns)
    ]
    return pa.schema([*record_fields, *article_fields])


def kept_fields(inputs: Sequence[str], keep: Sequence[str]) -> tuple[list[Any], bool]:  # Any: pyarrow has no types
    """What type each kept column has, and whether values must become text for it.

    The type is that of the inputs, if all are Parquet and agree; text otherwise.
    """
    column_types = [_types(inputs, column_name) - {None} for column_name in keep]
    if all(len(agreed_types) == 1 for agreed_types in column_types):
        return [
            pa.field(column_name, *agreed_types) for column_name, agreed_types in zip(keep, column_types, strict=True)
        ], False
    return [pa.field(column_name, pa.string()) for column_name in keep], True


def id_field(inputs: Sequence[str], field: str) -> tuple[Any, bool]:  # Any: pyarrow has no types
    """The column of the records' names, and whether these must become text for it.

    It holds numbers or times if all inputs are Parquet and have such a column; text otherwise.
    """
    id_types = _types(inputs, field)
    is_plain = len(id_types) == 1 and all(
        column_type is not None and pa.types.is_primitive(column_type) for column_type in id_types
    )
    return pa.field(ID, *(id_types if is_plain else {pa.string()})), not is_plain


def _types(inputs: Sequence[str], column_name: str) -> set[Any]:  # Any: pyarrow has no types
    """The types that a column has in the inputs; None for one that has no such column, or is not Parquet."""
    schemas = [_schema(input_name) for input_name in inputs]
    return {
        input_schema.field(column_name).type if input_schema is not None and column_name in input_schema.names else None
        for input_schema in schemas
    }


def _schema(name: str) -> Any:  # Any: pyarrow has no types
    """The schema of a Parquet file; None of anything else, a broken one included: the run tells of that."""
    if not name.lower().endswith(".parquet"):
        return None
    try:
        return parquet.read_schema(name)
    except (pa.ArrowException, OSError):
        return None


def arrow_values(article: Article, *, lean: bool = False) -> dict[str, Any]:  # Any: as nested as the schema
    """The article by column, as Arrow takes it; lean as `Article.to_row` makes it."""
    column_values = article.to_row(lean=True) if lean else article.model_dump(exclude={"edits"})
    for value_name in ("published", "modified"):
        stated_moment = getattr(article, value_name)
        column_values[value_name] = stated_moment and stated_moment.isoformat()
    column_values["author_urls"] = [
        {"name": value_name, "url": author_url} for value_name, author_url in article.author_urls.items()
    ]
    column_values["provenance"] = [
        {"field": field, "places": field_places} for field, field_places in article.provenance.items()
    ]
    if not lean:
        column_values["edits"] = [edit._asdict() for edit in article.edits]
    return column_values


def check_columns(names: Sequence[str], column: str, keep: Sequence[str]) -> None:
    """See that what is asked of a table can be done.

    Args:
        names: its columns.
        column: the one to clean.
        keep: those to keep.

    Raises:
        BatchError: the table has no such column, or a kept one has the name of one of the article's.
    """
    for column_name in (column, *keep):
        if column_name not in names:
            message = f"no column {column_name!r}; the table has {', '.join(map(repr, names)) or 'none'}"
            raise BatchError(message)
    own_names = sorted({*keep} & {*ARTICLE_SCHEMA.names} - {URL})
    if own_names:
        message = f"an article has a column {own_names[0]!r} of its own; rename the one to keep"
        raise BatchError(message)


def _rows(outcomes: Iterable[Outcome]) -> Iterator[dict[str, Any]]:  # Any: as nested as the schema
    for outcome in outcomes:
        yield {"error": outcome.error} if outcome.error is not None else arrow_values(outcome.value)
