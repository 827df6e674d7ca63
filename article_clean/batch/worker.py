"""What runs in a worker process: records in and outcomes out, over the standard streams.

The process is a plain interpreter that imports this module, not a fork and not a second run of the caller's script: so
it starts the same way from a script without `if __name__ == "__main__"`, a notebook, a thread, and on any system.
"""

import os
import pickle
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, NamedTuple, Protocol

# The caller's module path comes first, so that the worker finds what the caller found.
COMMAND = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from article_clean.batch.worker import serve; serve()"
)


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
        return Outcome(None, told(error))


def told(error: BaseException) -> str:
    """An error in one line: its class, what it says, and the notes that were added on its way up."""
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return "; ".join((said, *getattr(error, "__notes__", ())))


def serve() -> None:
    """Read a task, then lists of records, and answer each record with its outcome, until the caller is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's to handle: it ends its workers itself
    requests, replies = _streams()
    try:
        task: Task = pickle.load(requests)  # noqa: S301  # written by the process that started this one
        task.prepare()
    except Exception as error:  # noqa: BLE001  # a module that cannot be imported here, most often
        _reply(replies, Outcome(None, told(error)))
        return
    _reply(replies, Outcome(None))
    received: SimpleQueue[list[object]] = SimpleQueue()
    Thread(target=_receive, args=(requests, received), daemon=True).start()
    while True:
        for record in received.get():
            _reply(replies, tried(task, record))


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Where requests come from and replies go; what a cleaner prints goes to standard error instead."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, replies


def _receive(requests: BinaryIO, received: SimpleQueue[list[object]]) -> None:
    """Take what is sent at once, so that the sender never waits; end the process when the caller is gone."""
    while True:
        try:
            received.put(pickle.load(requests))  # noqa: S301  # from the process that started this one
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)  # in the midst of a record too: nobody waits for it


def _reply(replies: BinaryIO, outcome: Outcome) -> None:
    try:
        answer = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  # a plug-in's value that cannot travel is this record's failure
        answer = pickle.dumps(Outcome(None, told(error)), pickle.HIGHEST_PROTOCOL)
    replies.write(answer)
    replies.flush()
