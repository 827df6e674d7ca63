"""The caller's end of a worker process: started when needed, ended when late, started again when lost."""

import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Lock
from typing import Any

from article_clean.batch.worker import COMMAND, Outcome
from article_clean.errors import BatchError, NotSentError

_GONE = (EOFError, OSError, pickle.UnpicklingError)  # what reading from a process that ended raises


class WorkerProcess:
    """One process at a time, and what it is at. One thread calls `do`; any thread may call the others.

    Args:
        task: what to do to a record, pickled.
        deadline: seconds for a record, or None.
    """

    def __init__(self, task: bytes, deadline: float | None) -> None:
        self._task = task
        self._deadline = deadline
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()  # over the three below: a process is ended for the record it is at, never for the next
        self._since: float | None = None
        self._late = False
        self._stopped = False

    def do(self, records: list[Any]) -> list[Outcome]:  # Any: records of whatever kind
        """An outcome for each record. The one at work when the process ends has failed; the rest go to a new one.

        Raises:
            NotSentError: no process can take up the task.
        """
        outcomes: list[Outcome] = []
        while len(outcomes) < len(records):
            process = self._ready()
            rest = records[len(outcomes) :]
            try:
                _send(process, rest)
            except BrokenPipeError:  # it ended before it had any of these
                self.end()
                continue
            outcomes += self._outcomes(process, len(rest))
        return outcomes

    def stop(self) -> None:
        """Kill the process, and start none again."""
        with self._lock:
            self._stopped = True
            if self._process:
                self._process.kill()

    def end(self) -> None:
        """Kill the process and let go of its streams."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with suppress(BrokenPipeError), process:  # what was not sent yet cannot be
            pass

    def end_if_late(self) -> None:
        """Kill the process if its record has had its time."""
        with self._lock:
            since, deadline = self._since, self._deadline
            if since is None or deadline is None or time.monotonic() - since <= deadline:
                return
            self._late = True
            if self._process:
                self._process.kill()

    def _outcomes(self, process: "subprocess.Popen[bytes]", wanted: int) -> Iterator[Outcome]:
        """As many outcomes as are wanted, fewer where the process ends; the last is then that record's failure."""
        for _ in range(wanted):
            with self._lock:
                self._since = time.monotonic()
            try:
                outcome = _receive(process)
            except _GONE:
                outcome = None
            with self._lock:
                late, self._late, self._since = self._late, False, None
            if outcome is None or late:
                self.end()
                yield self._failure(process, late=late)
                return
            yield outcome

    def _failure(self, process: "subprocess.Popen[bytes]", *, late: bool) -> Outcome:
        if late:
            return Outcome(None, f"TimeoutError: it took longer than {self._deadline:g} seconds")
        return Outcome(None, f"ChildProcessError: its worker process ended with exit status {process.returncode}")

    def _ready(self) -> "subprocess.Popen[bytes]":
        """The process, with the task in hand."""
        if self._process is not None:
            return self._process
        process = self._started()
        try:
            _send(process, sys.path)
            _send(process, self._task)
            began = _receive(process)
        except _GONE:
            began = Outcome(None, "it ended before it began")
        if began.error is not None:
            self.end()
            raise NotSentError(began.error)
        return process

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._stopped:
                message = "the workers were stopped"
                raise BatchError(message)
            self._process = subprocess.Popen(  # noqa: S603  # this interpreter
                [sys.executable, "-c", COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            return self._process


def _send(process: "subprocess.Popen[bytes]", message: object) -> None:
    stream = process.stdin
    if stream is None:  # never: it was started with a pipe
        return
    stream.write(message if isinstance(message, bytes) else pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
    stream.flush()


def _receive(process: "subprocess.Popen[bytes]") -> Outcome:
    if process.stdout is None:  # never: it was started with a pipe
        raise EOFError
    outcome: Outcome = pickle.load(process.stdout)  # noqa: S301  # from the process that this one started
    return outcome
