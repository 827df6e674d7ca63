"""What every command shares: exit statuses, and the stream for what is no result. Loads nothing: `--help` is quick."""

import os
import sys

DONE, INPUT_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def complain(message: str, status: int = DONE) -> int:
    """Say something that is no result, and pass the exit status on."""
    print(f"article-clean: {message}", file=sys.stderr)
    return status


def drop_output() -> None:
    """Let nothing more be written when the process ends, nor complained about."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
