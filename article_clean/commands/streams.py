"""What every command shares: exit statuses, its input, and the stream for what is no result."""

import os
import sys
from pathlib import Path

DONE, INPUT_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

_STDIN = "-"


def read_input(name: str) -> bytes:
    """What stands in the file of this name; `-` is standard input.

    Raises:
        OSError: it cannot be read.
    """
    return sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()


def complain(message: str, status: int = DONE) -> int:
    """Say something that is no result, and pass the exit status on."""
    print(f"article-clean: {message}", file=sys.stderr)
    return status


def drop_output() -> None:
    """Let nothing more be written when the process ends, nor complained about."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
