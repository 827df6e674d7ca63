"""A task done to many records: in order, in bounded memory, by one process or several, none of which is left behind."""

import pickle
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any, TypeVar

from article_clean.batch.process import WorkerProcess
from article_clean.batch.worker import Outcome, Task, tried
from article_clean.errors import BatchError, NotSentError

MOST_RECORDS = 32  # sent at once; on texts of 1.5 ms each the way there and back is then under 1 % of the work
MOST_CHARACTERS = 1_000_000  # sent at once, roughly: what is under way stays within a few MB a worker
AHEAD = 3  # lists of records under way a worker: one at work, one waiting for it, one to be yielded
_LOOKS = 10  # times in a deadline that somebody looks at the clock
_LONGEST_NAP = 0.5  # seconds between two looks

T = TypeVar("T")
_Sent = deque[tuple[list[T], "Future[list[Outcome]]"]]


def mapped(
    task: Task, records: Iterable[T], *, workers: int = 1, deadline: float | None = None
) -> Generator[tuple[T, Outcome], None, None]:
    """Each record with its outcome, in order.

    Args:
        task: what to do to a record; with several workers or a deadline it is pickled.
        records: read no further ahead than the workers need.
        workers: processes; 1 without a deadline works in this process and thread.
        deadline: seconds after which the process at work on a record is ended, and the record has failed.

    Raises:
        BatchError: there are no workers, no time, or the task cannot be sent to another process.
    """
    if workers < 1 or (deadline is not None and deadline <= 0):
        message = f"workers is at least 1 and a deadline more than 0 seconds; got {workers!r} and {deadline!r}"
        raise BatchError(message)
    if workers == 1 and deadline is None:
        return ((record, tried(task, record)) for record in records)
    return _shared(_pickled(task), records, workers, deadline)


def _shared(
    task: bytes, records: Iterable[T], workers: int, deadline: float | None
) -> Generator[tuple[T, Outcome], None, None]:
    worker_pool = _Pool(task, workers, deadline)
    sent_chunks: _Sent[T] = deque()
    read_errors: list[Exception] = []
    try:
        for record_chunk in _lists(_caught(records, read_errors)):
            sent_chunks.append((record_chunk, worker_pool.submit(record_chunk)))
            if len(sent_chunks) == workers * AHEAD:
                yield from _answered(sent_chunks)
        while sent_chunks:
            yield from _answered(sent_chunks)
    finally:
        worker_pool.close()
    for read_error in read_errors:
        raise read_error


def _caught(records: Iterable[T], read_errors: list[Exception]) -> Iterator[T]:
    """The records up to an error in reading them, which is kept until those that came before it are answered."""
    try:
        yield from records
    except Exception as error:  # noqa: BLE001  # it is raised later
        read_errors.append(error)


def _answered(sent: _Sent[T]) -> Iterator[tuple[T, Outcome]]:
    chunk, future = sent.popleft()
    return zip(chunk, future.result(), strict=True)


def _lists(records: Iterable[T]) -> Iterator[list[T]]:
    """The records in lists that are worth a message."""
    record_chunk: list[T] = []
    characters = 0
    for record in records:
        record_chunk.append(record)
        characters += _length(record)
        if len(record_chunk) == MOST_RECORDS or characters >= MOST_CHARACTERS:
            yield record_chunk
            record_chunk, characters = [], 0
    if record_chunk:
        yield record_chunk


def _length(record: object) -> int:
    """Characters in a record: a text, a mapping of texts, or a tuple that holds one of these."""
    return sum(map(_text_length, record if isinstance(record, tuple) else (record,)))


def _text_length(part: object) -> int:
    part_texts = part.values() if isinstance(part, Mapping) else (part,)
    return sum(len(part_text) for part_text in part_texts if isinstance(part_text, (str, bytes)))


def _pickled(task: Task) -> bytes:
    """The task as bytes, by value where cloudpickle is installed: what a notebook defines has no module to import.

    Raises:
        BatchError: it cannot be pickled.
    """
    try:
        from cloudpickle import dumps  # noqa: PLC0415  # optional
    except ImportError:
        dumps = pickle.dumps
    try:
        pickled: bytes = dumps(task)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise NotSentError(str(error)) from error
    return pickled


class _Pool:
    """Worker processes, a thread for each that speaks with it, and one that watches the clock."""

    def __init__(self, task: bytes, workers: int, deadline: float | None) -> None:
        self._workers = [WorkerProcess(task, deadline) for _ in range(workers)]
        self._idle: SimpleQueue[WorkerProcess] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="article-clean")
        self._closed = Event()
        if deadline is not None:
            Thread(target=self._watch, args=(deadline,), daemon=True).start()

    def submit(self, records: list[Any]) -> "Future[list[Outcome]]":  # Any: records of whatever kind
        return self._threads.submit(self._do, records)

    def close(self) -> None:
        """End all processes, whatever they are at."""
        self._closed.set()
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.end()

    def _do(self, records: list[Any]) -> list[Outcome]:
        worker = self._idle.get()
        try:
            return worker.do(records)
        finally:
            self._idle.put(worker)

    def _watch(self, deadline: float) -> None:
        while not self._closed.wait(min(deadline / _LOOKS, _LONGEST_NAP)):
            for worker in self._workers:
                worker.end_if_late()
