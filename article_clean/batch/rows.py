"""One entry of an input to one row of the output, and what it adds to the statistics."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any, NamedTuple

from article_clean.article import Article
from article_clean.batch.many import Cleaning
from article_clean.batch.records import ID, URL
from article_clean.batch.sources.entries import Entry, TextFile
from article_clean.batch.stats import Tally, measured
from article_clean.batch.worker import error_line
from article_clean.core.arguments import check_type
from article_clean.core.presentable import encodable
from article_clean.errors import RecordError, SkippedError

MARKDOWN = "markdown"  # the other column of a row of Markdown
MENDED = "lone surrogates in the record's id or in a kept field are read as U+FFFD"

Values = dict[str, Any]  # Any: whatever JSON or Arrow holds


class Result(NamedTuple):
    """What became of one entry.

    Attributes:
        id: the record's name, of whatever type it has there.
        row: a line of JSON, or values by column; None where there is none.
        error: why there is none; "" for a record that was skipped.
        tally: what it adds to the statistics, where they are wanted.
    """

    id: object
    row: bytes | Values | None
    error: str | None = None
    tally: Tally | None = None


@dataclass(frozen=True)
class RowTask:
    """How entries become rows; called with one, it gives the result and never raises. It can be pickled.

    Attributes:
        cleaning: how to clean.
        id_field: the field that names a record; where it has none, its place does.
        keep: fields of the record that are copied into the row.
        columns: fields of the article that are wanted; none for all.
        as_json: whether rows are lines of JSON; values otherwise.
        as_text: whether kept values that are no text become JSON, as a column has one type in all rows.
        id_as_text: whether names become text, for the same reason; otherwise a record without one has none.
        counted: whether statistics are wanted.
        lean: whether rows are lean, as `Article.to_row` makes them.
        markdown: whether a row is the record's name and its article in Markdown, and no more.
    """

    cleaning: Cleaning
    id_field: str = ID
    keep: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    as_json: bool = True
    as_text: bool = False
    id_as_text: bool = False
    counted: bool = False
    lean: bool = False
    markdown: bool = False

    def prepare(self) -> None:
        """Load what is loaded once."""
        self.cleaning.prepare()

    def __call__(self, entry: Entry, /) -> Result:
        """Clean one entry."""
        record: Mapping[str, object] = {}
        try:
            record = entry.record()
            article, record_tally = measured(self.cleaning, record) if self.counted else (self.cleaning(record), None)
            record_name = self.name(entry, record)
            return Result(record_name, self._row(record_name, record, article), None, record_tally)
        except SkippedError:
            return Result(self.name(entry, record), None, "")
        except Exception as error:  # noqa: BLE001  # whatever a plug-in raises, it is this record's failure
            return Result(self.name(entry, record), None, error_line(error))

    def name(self, entry: Entry, record: Mapping[str, object]) -> object:
        """What the record is called: by its field, or else by its place.

        Args:
            entry: the record as it stands in the input.
            record: its fields; empty if they could not be read, or not in time: they are not read again here.
        """
        record_name = _finite((record or entry.labels()).get(self.id_field))
        if record_name is not None and record_name != "":
            return record_name
        return entry.place if isinstance(entry, TextFile) else f"{entry.source}, {entry.place}"

    def _row(self, name: object, record: Mapping[str, object], article: Article) -> bytes | Values:
        if self.markdown:
            markdown_text = article.to_markdown(front_matter=True)
            return as_json(_mended({ID: name, MARKDOWN: markdown_text}, _encodable)).encode() + b"\n"
        record_values: Values = {ID: name, **{column_name: record.get(column_name) for column_name in self.keep}}
        if not _is_encodable(record_values):
            record_values = {
                column_name: _mended(column_value, _encodable) for column_name, column_value in record_values.items()
            }
            article = article.model_copy(update={"warnings": (*article.warnings, MENDED)})
        kept_names = {*self.keep}
        if not self.as_json:
            from article_clean.batch.arrow import arrow_values  # noqa: PLC0415  # JSON does without pyarrow

            return {
                **{column_name: self._kept(column_value) for column_name, column_value in record_values.items()},
                ID: str(record_values[ID]) if self.id_as_text else record.get(self.id_field),
                **{
                    column_name: column_value
                    for column_name, column_value in arrow_values(article, lean=self.lean).items()
                    if column_name not in kept_names
                },
            }
        opening = as_json(record_values).encode()
        if self.lean:
            lean_values = article.to_row(lean=True)
            article_row = as_json(
                {
                    column_name: column_value
                    for column_name, column_value in lean_values.items()
                    if column_name not in kept_names
                }
            )
        else:
            article_row = article.model_dump_json(include=set(self.columns) or None, exclude=kept_names)
        comma_between = b"," if article_row != "{}" else b""
        return opening[:-1] + comma_between + article_row.encode()[1:] + b"\n"

    def _kept(self, value: object) -> object:
        return value if not self.as_text or value is None or isinstance(value, str) else as_json(value)


def article_of(row: Mapping[str, Any]) -> Article:  # Any: as nested as the schema
    """Make the article of a row: from `Article.to_row`, a batch, or the lines that `article-clean` writes.

    It has its trail if the row has all of `source`, `body`, `removed` and `edits`. Without a trail it has its fields
    and body, and `trace` raises.

    Args:
        row: values by column; other columns are ignored.

    Raises:
        ArgumentError: `row` is not a row.
        RecordError: the row has an error instead of an article, or no column of an article.
    """
    check_type("row", row, Mapping, "a mapping, such as json.loads(line)")
    if row.get("error") is not None:
        raise RecordError(None, row["error"])
    column_names = (*Article.model_fields, *Article.model_computed_fields)
    article_values = {column_name: row[column_name] for column_name in column_names if column_name in row}
    if not article_values:
        raise RecordError(None, f"no column of an article; the row has {', '.join(map(repr, row)) or 'none'}")
    field_places = article_values.get("provenance") or {}
    article_values["provenance"] = (
        field_places
        if isinstance(field_places, Mapping)
        else {row_entry["field"]: row_entry["places"] for row_entry in field_places}
    )
    if not isinstance(article_values.get(URL, ""), str):
        article_values[URL] = None  # a kept field of the record's, of whatever type it has there
    pages_of = article_values.get("author_urls") or {}
    article_values["author_urls"] = (
        pages_of if isinstance(pages_of, Mapping) else {row_entry["name"]: row_entry["url"] for row_entry in pages_of}
    )
    if "edits" in article_values:
        row_edits = article_values["edits"] or ()
        article_values["edits"] = [
            tuple(row_edit.values()) if isinstance(row_edit, Mapping) else row_edit for row_edit in row_edits
        ]
    return Article.model_validate(article_values)


def _is_encodable(values: Values) -> bool:
    """Whether no lone surrogate stands in them, which neither JSON in UTF-8 nor Arrow can hold."""
    return encodable(text := as_json(values)) is text


def as_json(value: object) -> str:
    """JSON of whatever a record holds; null for NaN and infinity, for which JSON has nothing."""
    try:
        return json.dumps(value, ensure_ascii=False, default=_plain, allow_nan=False)
    except ValueError:
        return json.dumps(_mended(value, _finite), ensure_ascii=False, default=_plain)


def _mended(value: object, mend: Callable[[object], object]) -> object:
    """A kept value, as nested as JSON is, with each name and value in it mended."""
    if isinstance(value, Mapping):
        return {mend(value_name): _mended(inner_value, mend) for value_name, inner_value in value.items()}
    return [_mended(inner_value, mend) for inner_value in value] if isinstance(value, (list, tuple)) else mend(value)


def _encodable(value: object) -> object:
    return encodable(value) if isinstance(value, str) else value


def _finite(value: object) -> object:
    return None if isinstance(value, float) and not isfinite(value) else value


def _plain(value: object) -> str:
    """A kept value for which JSON has no kind: a moment in ISO 8601, bytes as text, the rest as printed."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if isinstance(value, date) else str(value)
