"""Signals that end a command: they become an exception, so that workers are ended and files closed before it exits."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP")  # a system without one of them sends none


class TerminatedError(BaseException):
    """A signal asked the process to end.

    Attributes:
        signal: which one.
    """

    def __init__(self, number: int) -> None:
        self.signal = signal.Signals(number)
        super().__init__(self.signal.name)


@contextmanager
def raised_signals() -> Iterator[None]:
    """Raise `TerminatedError` on a signal that would end the process; one that is ignored, as under nohup, stays so."""
    numbers = [number for name in _ENDING if (number := getattr(signal, name, None)) is not None]
    ending = [number for number in numbers if signal.getsignal(number) == signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():  # only that one may set handlers
        ending = []
    for number in ending:
        signal.signal(number, _raise)
    try:
        yield
    finally:
        for number in ending:
            signal.signal(number, signal.SIG_DFL)


def _raise(number: int, _: FrameType | None) -> None:
    raise TerminatedError(number)
