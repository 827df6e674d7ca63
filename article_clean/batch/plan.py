"""From what is asked for to a batch that can run: inputs opened, output checked, unfinished work found."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, NamedTuple

from article_clean.article import Article
from article_clean.batch.asked import check_fields
from article_clean.batch.files import Files, StandardOutput, State
from article_clean.batch.many import Cleaning
from article_clean.batch.markdown_files import Folder, MarkdownSink
from article_clean.batch.outputs import STREAM, check_outputs
from article_clean.batch.records import FIELDS, ID, URL
from article_clean.batch.rows import RowTask
from article_clean.batch.sinks import ParquetSink, Sink, json_sink
from article_clean.batch.sources import MOST_BYTES, Reading, Source, open_source
from article_clean.batch.stats import Stats
from article_clean.errors import BatchError

COLUMNS = (*Article.model_fields, *Article.model_computed_fields)

Mode = Literal["new", "resume", "overwrite"]


@dataclass(frozen=True)
class Plan:
    """What a batch shall do.

    Attributes:
        inputs: paths; "-" is standard input.
        output: the path of the output; "-" is standard output.
        cleaning: how to clean.
        id_field: the field that names a record.
        keep: fields of the record that are copied into the output.
        columns: fields of the article that are wanted; none for all.
        limit: records to read at most, or None.
        counted: whether statistics are wanted.
        lean: whether rows are lean, as `Article.to_row` makes them.
        max_record: bytes, unpacked, beyond which a record is a failure.
        follow_links: whether links are read that lead out of a folder.
        at_end: files that the caller writes at the end, such as statistics.
        models: files that the caller read to know how to clean.
        markdown: whether the output is a folder with a file of Markdown for each record.
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
    at_end: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    markdown: bool = False

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
            "favor": self.cleaning.favor,
            "field": self.cleaning.field,
            "field of addresses": self.cleaning.url_field,
            "id": self.id_field,
            "list of fields to keep": self.keep,
            "list of columns": self.columns,
            "limit": self.limit,
            "choice of statistics": self.counted,
            "choice of lean rows": self.lean,
            "bound on a record": self.max_record,
            "choice of links": self.follow_links,
            **({"format": "markdown"} if self.markdown else {}),
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
        notes: what is to be said before it runs.
    """

    sources: list[Source]
    task: RowTask
    sink: Sink
    files: Files | StandardOutput
    state: State | None
    notes: Sequence[str]


@contextmanager
def prepared(plan: Plan, mode: Mode = "new") -> Iterator[Prepared]:
    """Open the inputs, lay down the output or find what was done of it, and keep other runs from it.

    Args:
        plan: what to do.
        mode: "new" touches nothing that exists, "resume" continues it, "overwrite" starts over.

    Raises:
        BatchError: a name is taken, no record has a field that is asked for, an output exists, another run is writing
            it, or what is there is another batch.
        OutputError: an output is an input, or one to be written at the end exists.
        SourceError: an input cannot be opened.
        MissingExtraError: something that the inputs or the output need is not installed.
        OSError: the output cannot be written.
    """
    own_names = {ID, *COLUMNS}.intersection(plan.keep) - {URL}
    if own_names:
        message = f"the output has a field {min(own_names)!r} of its own; rename the one to keep"
        raise BatchError(message)
    reading = Reading(_wanted(plan), plan.max_record, plan.follow_links)
    sources = [open_source(input_name, reading) for input_name in plan.inputs]
    field_notes = check_fields(_asked(plan), sources)
    output_sink, text_types = _sink(plan)
    row_task = RowTask(
        plan.cleaning, plan.id_field, plan.keep, plan.columns, output_sink.as_json, *text_types, plan.counted, plan.lean
    )
    row_task = replace(row_task, markdown=plan.markdown)
    nothing_done = State(plan.described(sources), stats=Stats().state() if plan.counted else None)
    output_files = _files(plan, output_sink, mode)
    _check_outputs(plan, output_files, sources, mode)
    if isinstance(output_files, StandardOutput):
        yield Prepared(sources, row_task, output_sink, output_files, nothing_done, field_notes)
        return
    with output_files.lock:
        begin_batch = (
            output_files.resume if mode == "resume" else partial(output_files.begin, overwrite=mode == "overwrite")
        )
        yield Prepared(sources, row_task, output_sink, output_files, begin_batch(nothing_done), field_notes)


def _files(plan: Plan, sink: Sink, mode: Mode) -> Files | StandardOutput:
    if plan.markdown:
        return Folder(plan.output.rstrip("/" + os.sep), sink)
    if plan.output != STREAM:
        return Files(plan.output, sink)
    if mode == "resume":
        message = "what went to standard output cannot be resumed; name a file with -o"
        raise BatchError(message)
    return StandardOutput()


def _check_outputs(plan: Plan, files: Files | StandardOutput, sources: Sequence[Source], mode: Mode) -> None:
    """See that no output is an input, and that those which are written at the end do not exist yet."""
    own_files = files.written if isinstance(files, Files) else ()
    input_files = [source_path for input_source in sources for source_path in input_source.files]
    check_outputs([*own_files, *plan.at_end], [*input_files, *plan.models], overwrite=True)
    check_outputs(plan.at_end, (), overwrite=mode != "new")


def _asked(plan: Plan) -> list[str]:
    """The fields that are asked for by name, which is no use where no record has them."""
    default_fields = {plan.id_field: ID, plan.cleaning.field: None, plan.cleaning.url_field: URL}
    return [
        *plan.keep,
        *(
            field_name
            for field_name, default in default_fields.items()
            if field_name is not None and field_name != default
        ),
    ]


def _wanted(plan: Plan) -> tuple[str, ...]:
    """The columns of a table that are read at all."""
    text_fields = FIELDS if plan.cleaning.field is None else (plan.cleaning.field,)
    return (*text_fields, plan.cleaning.url_field, plan.id_field, *plan.keep)


def _sink(plan: Plan) -> tuple[Sink, tuple[bool, bool]]:
    """What writes the output, and whether kept values and names become text for it."""
    if plan.markdown:
        return MarkdownSink(), (False, False)
    if not plan.output.lower().endswith(".parquet"):
        return json_sink(plan.output), (False, False)
    from article_clean.batch import arrow  # noqa: PLC0415  # JSON does without pyarrow

    record_fields, as_text = arrow.kept_fields(plan.inputs, plan.keep)
    id_column, id_as_text = arrow.id_field(plan.inputs, plan.id_field)
    return ParquetSink(arrow.row_schema([id_column, *record_fields], plan.columns, lean=plan.lean)), (
        as_text,
        id_as_text,
    )
