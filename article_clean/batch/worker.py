"""What runs in a worker process: records in and outcomes out, over the standard streams.

The process is a plain interpreter that imports this module, not a fork and not a second run of the caller's script: so
it starts the same way from a script without `if __name__ == "__main__"`, a notebook, a thread, and on any system.

A message is the pickle of bytes, or of a list of them, which always loads; what those bytes hold is unpickled apart, so
that a record or an outcome that cannot travel harms no other.
"""

import os
import pickle
import signal
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, NamedTuple, Protocol

_PR_SET_PDEATHSIG = 1  # of Linux' prctl, from <sys/prctl.h>


class Task(Protocol):
    """What is done to each record."""

    def prepare(self) -> None:
        """Load what is loaded once, so that the first record's time is its own."""
        ...

    def __call__(self, record: Any, /) -> object:  # Any: a record of whatever kind the task takes
        """Do it to one."""
        ...


class Outcome(NamedTuple):
    """What came of one record.

    Attributes:
        value: what the task returned; None where it failed.
        error: the error and what it says; None where it did not fail.
    """

    value: Any  # whatever the task returns
    error: str | None = None


def tried(task: Task, record: object) -> Outcome:
    """The task done to one record; whatever it raises is its outcome."""
    try:
        return Outcome(task(record))
    except Exception as error:  # noqa: BLE001  # a record must not stop the others, whatever a plug-in does with it
        return Outcome(None, error_line(error))


def error_line(error: BaseException) -> str:
    """An error in one line: its class, what it says, and the notes that were added on its way up."""
    summary = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return "; ".join((summary, *getattr(error, "__notes__", ())))


def serve() -> None:
    """Read a task, then lists of records, and answer each record with its outcome, until the caller is gone."""
    _end_with_caller()
    requests, replies = _streams()
    received: SimpleQueue[Any] = SimpleQueue()  # Any: the task as bytes, then lists of records as bytes
    Thread(target=_receive, args=(requests, received), daemon=True).start()
    try:
        task: Task = pickle.loads(received.get())  # noqa: S301  # written by the process that started this one
        task.prepare()
    except Exception as error:  # noqa: BLE001  # a module that cannot be imported here, most often
        _reply(replies, Outcome(None, error_line(error)))
        return
    _reply(replies, Outcome(None))
    while True:
        for record in received.get():
            _reply(replies, _loaded_and_tried(task, record))


def _end_with_caller() -> None:
    """Have the system kill this process when the thread that started it ends, even while C code runs here.

    Only Linux can do that; elsewhere the thread that receives records sees that nobody sends any more, but cannot act
    while C code keeps other threads from running.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  # what every caller of this module does without

        with suppress(AttributeError, OSError):  # a C library without prctl
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Where requests come from and replies go; what a cleaner prints goes to standard error instead."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, replies


def _receive(requests: BinaryIO, received: SimpleQueue[Any]) -> None:  # Any: as in `serve`
    """Take what is sent at once, so that the sender never waits; end the process when the caller is gone."""
    while True:
        try:
            received.put(pickle.load(requests))  # noqa: S301  # bytes, from the process that started this one
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)  # in the midst of a record too: nobody waits for it


def _loaded_and_tried(task: Task, record: bytes) -> Outcome:
    """A record's outcome; one that cannot be unpickled here has failed."""
    try:
        loaded = pickle.loads(record)  # noqa: S301  # from the process that started this one
    except Exception as error:  # noqa: BLE001  # a class that cannot be imported here, or that refuses its own state
        return Outcome(None, f"the record cannot be unpickled in a worker process: {error_line(error)}")
    return tried(task, loaded)


def _reply(replies: BinaryIO, outcome: Outcome) -> None:
    try:
        answer = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  # a plug-in's value that cannot travel is this record's failure
        answer = pickle.dumps(Outcome(None, error_line(error)), pickle.HIGHEST_PROTOCOL)
    replies.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    replies.flush()
