"""One run at a time on an output."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

from article_clean.errors import BatchError

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A file beside the output that one run at a time holds; a run that is killed lets go of it.

    Args:
        output: the path of the output.
    """

    def __init__(self, output: str) -> None:
        self.path = Path(f"{output}.lock")
        self._output = output
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        """Hold the file.

        Raises:
            BatchError: another run holds it.
            OSError: it cannot be written, or the file system has no locks.
        """
        while self._file is None:
            file = self.path.open("ab")
            try:
                _hold(file)
            except (BlockingIOError, PermissionError) as error:
                file.close()
                message = f"another run is writing {self._output}; wait for it, or name another output"
                raise BatchError(message) from error
            if self._is(file):
                self._file = file
            else:
                file.close()
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the file, and let go of it."""
        if self._file is None:
            return
        with suppress(OSError):  # Windows removes no open file; an empty one beside the output harms nobody
            self.path.unlink()
        self._file.close()
        self._file = None

    def _is(self, file: BinaryIO) -> bool:
        """Whether this is the file of that name: its last holder may have removed it after it was opened here."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(file.fileno()))
        except FileNotFoundError:
            return False
