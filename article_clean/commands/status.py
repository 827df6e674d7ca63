"""What every command shares: exit statuses, and the stream for what is no result. Loads nothing: `--help` is quick."""

import os
import sys

from article_clean.core.presentable import inert

DONE, INPUT_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def complain(message: str, status: int = DONE) -> int:
    """Say something that is no result, if standard error is open, and pass the exit status on."""
    if sys.stderr is not None:  # print() would take standard output for it
        print(f"article-clean: {inert(message)}", file=sys.stderr)
    return status


def open_output() -> None:
    """Put a stream that cannot be written in the place of a closed standard output: a file would get its number."""
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115, PTH123  # ends with the process


def drop_output() -> None:
    """Let nothing more be written when the process ends, nor complained about."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
