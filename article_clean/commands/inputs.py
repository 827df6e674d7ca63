"""What a command reads. Loads nothing: `--help` is quick."""

import errno
import os
import stat
import sys

STDIN = "-"


def is_piped() -> bool:
    """Whether something is piped or redirected into standard input; a terminal or the null device is not."""
    if sys.stdin is None:
        return False
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except OSError:  # a stand-in without a file of the system
        return sys.stdin.readable() and not sys.stdin.isatty()
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def read_input(name: str) -> bytes:
    """What stands in the file of this name; `-` is standard input.

    Raises:
        OSError: it cannot be read.
    """
    if name != STDIN:
        with open(name, "rb") as file:  # noqa: PTH123  # pathlib is slow to import
            return file.read()
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read()
