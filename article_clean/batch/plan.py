"""From what is asked for to a batch that can run: inputs opened, output checked, unfinished work found."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from article_clean.article import Article
from article_clean.batch.files import Files, State
from article_clean.batch.many import Cleaning
from article_clean.batch.records import FIELDS
from article_clean.batch.rows import ID, RowTask
from article_clean.batch.sinks import ParquetSink, Sink, json_sink
from article_clean.batch.stats import Stats
from article_clean.errors import BatchError
from article_clean.sources import MOST_BYTES, Reading, Source, open_source

COLUMNS = (*Article.model_fields, *Article.model_computed_fields)

Mode = Literal["new", "resume", "overwrite"]


@dataclass(frozen=True)
class Plan:
    """What a batch shall do.

    Attributes:
        inputs: paths; "-" is standard input.
        output: the path of the output.
        cleaning: how to clean.
        id_field: the field that names a record.
        keep: fields of the record that are copied into the output.
        columns: fields of the article that are wanted; none for all.
        limit: records to read at most, or None.
        counted: whether statistics are wanted.
        lean: whether rows are lean, as `Article.to_row` makes them.
        max_record: bytes, unpacked, beyond which a record is a failure.
        follow_links: whether links are read that lead out of a folder.
    """

    inputs: tuple[str, ...]
    output: str
    cleaning: Cleaning
    id_field: str = ID
    keep: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    limit: int | None = None
    counted: bool = False
    lean: bool = False
    max_record: int = MOST_BYTES
    follow_links: bool = False

    def described(self, sources: Sequence[Source]) -> dict[str, Any]:  # Any: JSON
        """What makes this batch differ from another, each under the name that a message gives it.

        Args:
            sources: the inputs, opened.
        """
        described = {
            "input": [
                (name, source.size, len(source.files)) for name, source in zip(self.inputs, sources, strict=True)
            ],
            "pipeline": self.cleaning.pipeline.fingerprint,
            "kind": self.cleaning.kind,
            "engine": str(self.cleaning.engine),
            "field": self.cleaning.field,
            "id": self.id_field,
            "list of fields to keep": self.keep,
            "list of columns": self.columns,
            "limit": self.limit,
            "choice of statistics": self.counted,
            "choice of lean rows": self.lean,
            "bound on a record": self.max_record,
            "choice of links": self.follow_links,
        }
        plain: dict[str, Any] = json.loads(json.dumps(described))
        return plain


class Prepared(NamedTuple):
    """A batch that can run.

    Attributes:
        sources: the inputs, open.
        task: how their entries become rows.
        sink: how rows are written.
        files: where.
        state: how far it is; None where the output is there already.
    """

    sources: list[Source]
    task: RowTask
    sink: Sink
    files: Files
    state: State | None


def prepared(plan: Plan, mode: Mode = "new") -> Prepared:
    """Open the inputs, and lay down the output or find what was done of it.

    Args:
        plan: what to do.
        mode: "new" touches nothing that exists, "resume" goes on with it, "overwrite" begins anew.

    Raises:
        BatchError: a name is taken, an output exists, or what is unfinished is another batch.
        SourceError: an input cannot be opened.
        MissingExtraError: something that the inputs or the output need is not installed.
        OSError: the output cannot be written.
    """
    taken = {ID, *COLUMNS}.intersection(plan.keep)
    if taken:
        message = f"the output has a field {min(taken)!r} of its own; rename the one to keep"
        raise BatchError(message)
    reading = Reading(_wanted(plan), plan.max_record, plan.follow_links)
    sources = [open_source(name, reading) for name in plan.inputs]
    sink, as_text = _sink(plan)
    task = RowTask(
        plan.cleaning, plan.id_field, plan.keep, plan.columns, sink.as_json, as_text, plan.counted, plan.lean
    )
    files = Files(plan.output, sink)
    nothing_done = State(plan.described(sources), stats=Stats().state() if plan.counted else None)
    if mode == "resume":
        return Prepared(sources, task, sink, files, files.resume(nothing_done))
    return Prepared(sources, task, sink, files, files.begin(nothing_done, overwrite=mode == "overwrite"))


def _wanted(plan: Plan) -> tuple[str, ...]:
    """The columns of a table that are read at all."""
    texts = FIELDS if plan.cleaning.field is None else (plan.cleaning.field,)
    return (*texts, "url", plan.id_field, *plan.keep)


def _sink(plan: Plan) -> tuple[Sink, bool]:
    """What writes the output, and whether kept values become text for it."""
    if not plan.output.lower().endswith(".parquet"):
        return json_sink(plan.output), False
    from article_clean.batch import arrow  # noqa: PLC0415  # JSON does without pyarrow

    kept, as_text = arrow.kept_fields(plan.inputs, plan.keep)
    return ParquetSink(arrow.row_schema(kept, plan.columns, lean=plan.lean)), as_text
