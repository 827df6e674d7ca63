"""A task, and its records, that do all that can go wrong on the way to a worker process and back."""

import os
import re
import signal
from pathlib import Path


class Returns:
    """A task that returns what it is told to; it dies while it starts as often as the file "deaths" says.

    While there is a file "endless" it never gets ready.
    """

    def prepare(self):
        """Die, hang, or do nothing."""
        while Path("endless").exists():
            pass
        left = Path("deaths")
        deaths = int(left.read_text()) if left.exists() else 0
        if deaths:
            left.write_text(str(deaths - 1))
            os.kill(os.getpid(), signal.SIGKILL)

    def __call__(self, record):
        """The record, or what its text orders."""
        if record == "be killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if record == "stay in C":  # without letting another thread run
            re.fullmatch("(a+)+", "a" * 60 + "b")
        return Stubborn(record) if record in STUBBORN else record


class Stubborn:
    """A value that cannot be pickled, or cannot be unpickled, or whose unpickling never ends."""

    def __init__(self, how):
        self.how = how

    def __reduce__(self):
        """What pickle makes of it."""
        if self.how == "it stays":
            raise TypeError(self.how)
        return _unpickled, (self.how,)


STUBBORN = ("it stays", "it breaks", "it hangs")


def _unpickled(how):
    while how == "it hangs":
        pass
    raise RuntimeError(how)
