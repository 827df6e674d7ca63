"""`clean_many`: articles out of an iterable of records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypedDict, Unpack

from article_clean.article import Article
from article_clean.batch.pool import mapped
from article_clean.batch.records import HTML, Record, content_of, url_of
from article_clean.batch.worker import Outcome
from article_clean.errors import BatchError, PipelineError, RecordError
from article_clean.markup import Engine
from article_clean.pipeline import DEFAULT, KINDS, Pipeline, clean

OnError = Literal["record", "raise", "skip"]
_SAMPLES = ("PARIS, January 3, 2024 (AP) — A text.\n", "<!doctype html><title>A page</title><p>Its text.</p>")
_ON_ERROR = ("record", "raise", "skip")


class Failure(NamedTuple):
    """A record that could not be cleaned, in the place of its article.

    Attributes:
        place: its place among the records, from 0.
        error: what went wrong: the error's class and what it says.
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
        field: where in a mapping the raw text stands; None for "text", or else "html".
    """

    pipeline: Pipeline = DEFAULT
    kind: str = "auto"
    engine: Engine = "blocks"
    field: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            message = f"kind is one of {', '.join(map(repr, KINDS))}; got {self.kind!r}"
            raise PipelineError(message)

    def prepare(self) -> None:
        """Load models and names of months, by cleaning a text and a page."""
        for sample in _SAMPLES:
            self(sample)

    def __call__(self, record: Record, /) -> Article:
        """The article of one record.

        Raises:
            InputTypeError: the record is neither text nor a mapping with text in it.
        """
        raw, is_html = content_of(record, self.field)
        kind = HTML if is_html and self.kind == "auto" else self.kind
        return clean(raw, url=url_of(record), kind=kind, pipeline=self.pipeline, engine=self.engine)


class Options(TypedDict, total=False):
    """How to clean: what `Cleaning` takes, by name."""

    pipeline: Pipeline
    kind: str
    engine: Engine
    field: str | None


def clean_many(
    records: Iterable[Record],
    *,
    workers: int = 1,
    on_error: OnError = "record",
    deadline: float | None = None,
    **options: Unpack[Options],
) -> Iterator[Article | Failure]:
    """Clean many articles, in order, reading no further ahead than needed.

    With several workers, or with a deadline, the work is done in processes of its own, which end with the iterator:
    when it is used up, closed or forgotten, and on Ctrl-C. They do not run the caller's script again, so that no
    `if __name__ == "__main__"` is needed, and import what the caller imports, from the same module path, with the
    standard library first. A process that dies takes one record with it and is replaced; one that dies while it starts
    is started again. A record that cannot be pickled, or not unpickled in a worker, has failed.

    Args:
        records: texts, bytes, or mappings with one of them under "text" or "html" and perhaps an address under "url";
            what stands under "html" is read as HTML, the rest as what it looks like.
        workers: processes; 1 without a deadline works in this one.
        on_error: "record" yields a `Failure` in the place of an article, "raise" raises, "skip" leaves it out.
        deadline: seconds for a record, its unpickling included. One that takes longer has failed, in whatever code it
            hangs.
        **options: `pipeline`, `kind` and `engine` as in `clean`, and `field`, where in a mapping the text stands.

    Yields:
        For each record its `Article`, or a `Failure` with its place and error.

    Raises:
        BatchError: no workers, no time, no worker that starts, or a pipeline that cannot be sent to another process.
        RecordError: a record failed, and `on_error` is "raise".
    """
    if on_error not in _ON_ERROR:
        message = f"on_error is one of {', '.join(map(repr, _ON_ERROR))}; got {on_error!r}"
        raise BatchError(message)
    done = mapped(Cleaning(**options), records, workers=workers, deadline=deadline)
    return _settled((outcome for _, outcome in done), on_error)


def _settled(outcomes: Iterable[Outcome], on_error: OnError) -> Iterator[Article | Failure]:
    for place, outcome in enumerate(outcomes):
        if outcome.error is None:
            yield outcome.value
        elif on_error == "raise":
            raise RecordError(place, outcome.error)
        elif on_error == "record":
            yield Failure(place, outcome.error)
