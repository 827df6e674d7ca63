"""`clean_many`: articles out of an iterable of records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self, TypedDict, Unpack

from article_clean.article import Article
from article_clean.batch.pool import mapped
from article_clean.batch.records import URL, Record, content_of, url_of
from article_clean.batch.worker import Outcome
from article_clean.core.arguments import check_names, check_type, refuse
from article_clean.core.favor import Favor, check_favor
from article_clean.core.public import public
from article_clean.errors import BatchError, RecordError
from article_clean.pages import Engine
from article_clean.pipeline import DEFAULT, Kind, Pipeline, check_options, clean

OnError = Literal["record", "raise", "skip"]
_SAMPLES = ("PARIS, January 3, 2024 (AP) — A text.\n", "<!doctype html><title>A page</title><p>Its text.</p>")
_ON_ERROR = ("record", "raise", "skip")


@public
class Failure(NamedTuple):
    """A record that could not be cleaned, in place of its article.

    Attributes:
        place: its place among the records, from 0.
        error: what went wrong: the class and the message of the error.
    """

    place: int
    error: str


@dataclass(frozen=True)
class Cleaning:
    """How records are cleaned; called with one, it gives the article. It can be pickled.

    Attributes:
        pipeline: the cleaners to run.
        kind: what the records are, as in `clean`.
        engine: what finds the article in HTML, as in `clean`.
        favor: what counts more where a learned reader is in doubt, as in `clean`.
        field: where in a mapping the raw text stands; None for "text", or else "html" or "markdown".
        url_field: where its address stands.
    """

    pipeline: Pipeline = DEFAULT
    kind: Kind = "auto"
    engine: Engine = "blocks"
    favor: Favor = "balance"
    field: str | None = None
    url_field: str = URL

    def __post_init__(self) -> None:
        check_options(None, self.kind, self.pipeline, self.engine)
        check_favor(self.favor)
        check_type("field", self.field, str | None, "the name of a field as a str, or None")
        check_type("url_field", self.url_field, str, "the name of a field as a str")

    @classmethod
    def by(cls, function: str, options: "Options", more: Sequence[str] = ()) -> Self:
        """The cleaning that these options of a function want.

        Args:
            function: its name, for the error.
            options: what `Cleaning` takes, by name.
            more: the function's other keywords, for the error.

        Raises:
            ArgumentError: there is no option of such a name.
        """
        names = (*more, *Options.__annotations__)
        check_names(function, options, names)
        return cls(**options)

    def prepare(self) -> None:
        """Load models and names of months, by cleaning a text and a page."""
        for sample in _SAMPLES:
            self(sample)

    def __call__(self, record: Record, /) -> Article:
        """The article of one record.

        Raises:
            InputTypeError: the record is neither text nor a mapping with text in it.
        """
        raw_content, stated_kind = content_of(record, self.field)
        content_kind: Kind = stated_kind if self.kind == "auto" else self.kind
        record_url = url_of(record, self.url_field)
        return clean(
            raw_content, url=record_url, kind=content_kind, pipeline=self.pipeline, engine=self.engine, favor=self.favor
        )


class Options(TypedDict, total=False):
    """How to clean: what `Cleaning` takes, by name."""

    pipeline: Pipeline
    kind: Kind
    engine: Engine
    favor: Favor
    field: str | None
    url_field: str


def clean_many(
    records: Iterable[Record],
    *,
    workers: int = 1,
    on_error: OnError = "record",
    deadline: float | None = None,
    **options: Unpack[Options],
) -> Iterator[Article | Failure]:
    """Clean many articles, in order, and read only as far ahead as needed.

    With several workers or a deadline, other processes do the work. They end with the iterator: when it is used up,
    closed or forgotten, and on Ctrl-C. They do not run the caller's script again, so you need no
    `if __name__ == "__main__"`. They import what the caller imports, from the same module path, with the standard
    library first. A process that dies takes one record with it and is replaced; one that dies while it starts is
    started again. A record that cannot be pickled or unpickled fails.

    Args:
        records: texts, bytes, or mappings with one of them under "text", "html" or "markdown" and perhaps an address
            under "url"; "html" and "markdown" are read as such, the rest as what it looks like.
        workers: the number of processes; 1 without a deadline works in this process.
        on_error: "record" yields a `Failure` in place of an article, "raise" raises, "skip" leaves it out.
        deadline: seconds for one record, including its unpickling. A record that takes longer fails, in whatever code
            it hangs.
        **options: `pipeline`, `kind`, `engine` and `favor` as in `clean`, and `field` and `url_field`, where in
            a mapping the text and its address stand.

    Yields:
        For each record its `Article`, or a `Failure` with its place and error.

    Raises:
        ArgumentError: `records` is one text or table, not many; or an option has the wrong type or is unknown.
        BatchError: no workers, no time, or the pipeline cannot be sent to another process.
        WorkerError: no worker process starts.
        RecordError: a record failed, and `on_error` is "raise".
    """
    if on_error not in _ON_ERROR:
        message = f"on_error is one of {', '.join(map(repr, _ON_ERROR))}; got {on_error!r}"
        raise BatchError(message)
    _check_records(records)
    check_type("workers", workers, int, "the number of processes, at least 1")
    check_type("deadline", deadline, int | float | None, "the seconds for a record, or None")
    cleaning = Cleaning.by("clean_many", options, ("workers", "on_error", "deadline"))
    results = mapped(cleaning, records, workers=workers, deadline=deadline)
    return _settled((outcome for _, outcome in results), on_error)


def _check_records(records: object) -> None:
    expected = "an iterable of texts, bytes or mappings"
    if isinstance(records, str | bytes | bytearray | memoryview | Mapping):
        refuse("records", records, f"{expected}, and [record] for a single one")
    if hasattr(records, "itertuples"):  # a DataFrame would give the names of its columns
        refuse("records", records, f"{expected}, such as frame['text'] or frame.to_dict('records')")
    check_type("records", records, Iterable, expected)


def _settled(outcomes: Iterable[Outcome], on_error: OnError) -> Iterator[Article | Failure]:
    for place, outcome in enumerate(outcomes):
        if outcome.error is None:
            yield outcome.value
        elif on_error == "raise":
            raise RecordError(place, outcome.error)
        elif on_error == "record":
            yield Failure(place, outcome.error)
