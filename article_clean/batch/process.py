"""The caller's end of a worker process: started when needed, ended when late, started again when lost."""

import os
import pickle
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

from article_clean.batch.worker import Outcome, error_line
from article_clean.errors import BatchError, NotSentError, WorkerError

STARTS = 3  # times in a row that a process may end before it answers; one killed for want of memory may do better later
START_SECONDS = 60.0  # for starting, where a deadline is given; two workers take 4 at once on two busy cores

_GONE = (EOFError, OSError, pickle.UnpicklingError)  # what reading from a process that ended raises
# Ctrl-C is the caller's to handle, which ends its workers itself: they ignore it from before they load anything.
_COMMAND = (
    "import sys; sys.path[:] = {path!a}; import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
    "from article_clean.batch.worker import serve; serve()"
)


class WorkerProcess:
    """One process at a time, and what it is at. One thread calls `do`; any thread may call the others.

    The process ends with the thread that started it, too: it has to be one that lives as long as this.

    Args:
        task: what to do to a record, pickled.
        deadline: seconds for a record, or None.
    """

    def __init__(self, task: bytes, deadline: float | None) -> None:
        self._task = task
        self._deadline = deadline
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()  # over the three below: a process is ended for the record it is at, never for the next
        self._due: float | None = None
        self._late = False
        self._stopped = False

    def do(self, records: Sequence[Any]) -> list[Outcome]:  # Any: records of whatever kind
        """An outcome for each record. The one at work when the process ends has failed; the rest go to a new one.

        Raises:
            NotSentError: no process can take up the task.
            WorkerError: process after process ends while it starts.
        """
        pickled = [_pickled(pickled_record) for pickled_record in records]
        outcomes = iter(self._done([pickled_record for pickled_record in pickled if isinstance(pickled_record, bytes)]))
        return [next(outcomes) if isinstance(pickled_record, bytes) else pickled_record for pickled_record in pickled]

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
        """Kill the process if what it is at has had its time."""
        with self._lock:
            if self._due is None or time.monotonic() <= self._due:
                return
            self._late = True
            if self._process:
                self._process.kill()

    def _done(self, records: Sequence[bytes]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        lost = 0
        while len(outcomes) < len(records):
            process = self._ready()
            answers = [*self._outcomes(process, records[len(outcomes) :])]
            lost = 0 if answers else lost + 1
            if lost == STARTS:
                answers, lost = [_ended(process)], 0
            outcomes += answers
        return outcomes

    def _outcomes(self, process: "subprocess.Popen[bytes]", records: Sequence[bytes]) -> Iterator[Outcome]:
        """As many outcomes as records, fewer where the process ends; the last is then that record's failure."""
        try:
            self._allow(self._deadline)
            _send(process, records)
        except BrokenPipeError:  # it ended before it had any of these
            self._was_late()
            self.end()
            return
        for _ in records:
            self._allow(self._deadline)
            outcome = _received(process)
            is_late = self._was_late()
            if outcome is not None and not is_late:
                yield outcome
                continue
            self.end()
            yield _too_late(self._deadline) if is_late else _ended(process)
            return

    def _ready(self) -> "subprocess.Popen[bytes]":
        """The process, with the task in hand; one that ends before it answers is started again."""
        if self._process is not None:
            return self._process
        seconds = self._deadline and max(self._deadline, START_SECONDS)
        for _ in range(STARTS):
            process = self._started()
            self._allow(seconds)
            with suppress(BrokenPipeError):  # told by the answer that does not come
                _send(process, self._task)
            first_answer = _received(process)
            is_late = self._was_late()
            if first_answer is not None and first_answer.error is None and not is_late:
                return process
            self.end()
            if first_answer is not None and first_answer.error is not None:
                raise NotSentError(first_answer.error)
        end_reason = f"took longer than {seconds:g} seconds" if is_late else _ending(process)
        message = (
            f"no worker process starts: {STARTS} in a row ended before they began, the last {end_reason}; "
            "is there memory for them? workers=1 without a deadline needs none"
        )
        raise WorkerError(message)

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._stopped:
                message = "the workers were stopped"
                raise BatchError(message)
            self._process = subprocess.Popen(  # noqa: S603  # this interpreter
                [sys.executable, *_flags(), "-c", _COMMAND.format(path=_module_path())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            return self._process

    def _allow(self, seconds: float | None) -> None:
        """Let the process have this long for what it is at next."""
        with self._lock:
            self._due = None if seconds is None else time.monotonic() + seconds

    def _was_late(self) -> bool:
        """Whether it was killed for being late; it is at nothing now."""
        with self._lock:
            is_late, self._late, self._due = self._late, False, None
            return is_late


def _flags() -> list[str]:
    """Options of the interpreter: the current folder is not on its module path, and it reads what this one reads."""
    flags = {"-P": True, "-E": sys.flags.ignore_environment, "-s": sys.flags.no_user_site}
    return [flag for flag, is_set in flags.items() if is_set]


def _module_path() -> list[str]:
    """The caller's module path, so that a worker finds what the caller found; the standard library comes first.

    Otherwise a file of the caller's folder that is called like a module of the library, such as `pickle.py`, would run
    in every worker.
    """
    folders = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    zipped_library = f"python{sys.version_info.major}{sys.version_info.minor}.zip"
    library = folders | {os.path.join(library_folder, "lib-dynload") for library_folder in folders}  # noqa: PTH118  # texts to compare
    path_entries = [
        path_entry for path_entry in sys.path if isinstance(path_entry, str)
    ]  # nothing else is looked at on import either
    return sorted(
        path_entries, key=lambda path_entry: path_entry not in library and not path_entry.endswith(zipped_library)
    )


def _pickled(record: object) -> bytes | Outcome:
    """A record as bytes; its failure where it cannot be sent."""
    try:
        return pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  # a file, a lock, a generator, or a class that refuses
        return Outcome(None, f"the record cannot be pickled for a worker process: {error_line(error)}")


def _send(process: "subprocess.Popen[bytes]", message: bytes | Sequence[bytes]) -> None:
    stream = process.stdin
    if stream is None:  # never: it was started with a pipe
        return
    stream.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
    stream.flush()


def _received(process: "subprocess.Popen[bytes]") -> Outcome | None:
    """The next outcome; None where the process ended."""
    if process.stdout is None:  # never: it was started with a pipe
        return None
    try:
        answer: bytes = pickle.load(process.stdout)  # noqa: S301  # bytes, from the process that this one started
    except _GONE:
        return None
    try:
        outcome: Outcome = pickle.loads(answer)  # noqa: S301  # the same
    except Exception as error:  # noqa: BLE001  # a plug-in's value that cannot travel is this record's failure
        return Outcome(None, f"its outcome cannot be unpickled: {error_line(error)}")
    return outcome


def _too_late(deadline: float | None) -> Outcome:
    return Outcome(None, f"TimeoutError: it took longer than {deadline:g} seconds")


def _ended(process: "subprocess.Popen[bytes]") -> Outcome:
    return Outcome(None, f"ChildProcessError: its worker process {_ending(process)}")


def _ending(process: "subprocess.Popen[bytes]") -> str:
    """How a process that was waited for ended."""
    exit_status = process.wait()
    signal_names = {known_signal.value: known_signal.name for known_signal in signal.Signals}
    return (
        f"was ended by {signal_names.get(-exit_status, -exit_status)}"
        if exit_status < 0
        else f"ended with exit status {exit_status}"
    )
