"""What a command reads."""

import sys
from pathlib import Path

_STDIN = "-"


def read_input(name: str) -> bytes:
    """What stands in the file of this name; `-` is standard input.

    Raises:
        OSError: it cannot be read.
    """
    return sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()
