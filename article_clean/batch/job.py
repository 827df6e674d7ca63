"""A batch from inputs to outputs: every record ends in the output, among the errors, or is counted as skipped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from article_clean.batch.files import Appending, Counts, Files, StandardOutput, State
from article_clean.batch.pool import mapped
from article_clean.batch.rows import Result, RowTask, as_json
from article_clean.batch.sinks import Sink
from article_clean.batch.sources import Entry, Source
from article_clean.batch.stats import Stats
from article_clean.batch.worker import Outcome
from article_clean.core.presentable import encodable
from article_clean.errors import RecordError

BLOCK = 256  # records between two moments to which a killed batch goes back: half a second of work on texts


class Progress(NamedTuple):
    """How far a batch is.

    Attributes:
        counts: where the records went so far, those of an earlier run included.
        read: bytes of the inputs read so far.
        size: bytes of the inputs; 0 where nobody knows.
    """

    counts: Counts
    read: int
    size: int


@dataclass(frozen=True)
class Job:
    """What to do.

    Attributes:
        sources: the inputs, opened.
        task: how entries become rows.
        workers: processes.
        deadline: seconds for a record, or None.
        limit: records to read at most, or None.
        fail_fast: whether the first failure ends the batch.
        watch: called after each record, or None: with many inputs it takes time to say how much of them is read.
        at_end: called with the last state before the files get their names.
    """

    sources: Sequence[Source]
    task: RowTask
    workers: int = 1
    deadline: float | None = None
    limit: int | None = None
    fail_fast: bool = False
    watch: Callable[[Progress], object] | None = None
    at_end: Callable[[State], object] = field(default=lambda _: None)

    def entries(self) -> Iterator[Entry]:
        """All records of all inputs, up to the limit."""
        return islice((entry for source in self.sources for entry in source.entries()), self.limit)


def run_job(job: Job, files: Files | StandardOutput, sink: Sink, state: State) -> State:
    """Do what is left of a batch, and finish its files.

    Args:
        job: what to do.
        files: where to write.
        sink: how to write.
        state: how far it is.

    Returns:
        The state at the end, with all counts.

    Raises:
        RecordError: a record failed, and the job fails fast; what came before its block is written.
        OSError: an output cannot be written.
    """
    if not state.done:
        with files.opened(state) as appending:
            state = _Run(job, files, sink, appending).do(state)
    job.at_end(state)
    files.finish()
    return state


class _Run:
    """One run of a batch with its files open."""

    def __init__(self, job: Job, files: Files | StandardOutput, sink: Sink, appending: Appending) -> None:
        self._job = job
        self._files = files
        self._sink = sink
        self._appending = appending

    def do(self, state: State) -> State:
        """Go on behind the records that are done."""
        entries = self._job.entries()
        for _ in islice(entries, state.counts.records):
            pass
        with closing(
            mapped(self._job.task, entries, workers=self._job.workers, deadline=self._job.deadline)
        ) as outcomes:
            results = self._watched(outcomes, state.counts)
            while block := list(islice(results, min(BLOCK, self._files.most_records))):
                state = self._written(block, state)
        return self._files.commit(state._replace(done=True), self._appending)

    def _watched(
        self, outcomes: Iterable[tuple[Entry, Outcome]], running_counts: Counts
    ) -> Iterator[tuple[Entry, Result]]:
        total_size = sum(job_source.size for job_source in self._job.sources)
        for entry, outcome in outcomes:
            result = self._result(entry, outcome)
            if result.error and self._job.fail_fast:
                raise RecordError(None, f"{entry.source}, {entry.place}: {result.error}")
            running_counts = _counted(running_counts, result)
            if self._job.watch:
                self._job.watch(
                    Progress(running_counts, sum(job_source.read() for job_source in self._job.sources), total_size)
                )
            yield entry, result

    def _result(self, entry: Entry, outcome: Outcome) -> Result:
        """The task's result; a failure where it gave none, as its process ended or had its time."""
        if outcome.error is None:
            result: Result = outcome.value
            return result
        return Result(self._job.task.name(entry, {}), None, outcome.error)

    def _written(self, result_block: Sequence[tuple[Entry, Result]], state: State) -> State:
        """Append a block, and write down that it is there."""
        self._appending.output.write(
            self._sink.block([row_result.row for _, row_result in result_block if row_result.row is not None])
        )
        for entry, row_result in result_block:
            if row_result.error:
                self._appending.errors.write(_error_line(entry, row_result))
        running_counts = state.counts
        for _, row_result in result_block:
            running_counts = _counted(running_counts, row_result)
        stats_state = state.stats and _added(Stats.of(state.stats), result_block).state()
        return self._files.commit(state._replace(counts=running_counts, stats=stats_state), self._appending)


def _counted(counts: Counts, row_result: Result) -> Counts:
    if row_result.error is None:
        return counts._replace(cleaned=counts.cleaned + 1)
    if row_result.error:
        return counts._replace(failed=counts.failed + 1)
    return counts._replace(skipped=counts.skipped + 1)


def _added(stats: Stats, block: Sequence[tuple[Entry, Result]]) -> Stats:
    for _, row_result in block:
        if row_result.tally:
            stats.add(row_result.tally, row_result.id)
        elif row_result.error:
            stats.add_failure(row_result.error, row_result.id)
    return stats


def _error_line(entry: Entry, result: Result) -> bytes:
    error_row = {"id": result.id, "input": entry.source, "place": entry.place, "error": result.error}
    return encodable(as_json(error_row)).encode() + b"\n"
