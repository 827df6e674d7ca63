"""The command `article-clean`: arguments to calls, nothing else. Each command stands in `article_clean.commands`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from article_clean.commands.streams import DONE, INPUT_FAILED, INTERRUPTED, complain, drop_output

_WIDTH = 80  # characters, where nobody says

COMMANDS = {
    "clean": "clean one article a file",
    "explain": "see what was kept, moved and removed of one text, and why; compare two pipelines on it",
    "batch": "clean many articles into one file",
    "cleaners": "list the cleaners: stage, name, what each takes",
    "train": "train a model on documents of your own (needs the extra [train])",
}
"""The commands and what each does; the module of that name in `article_clean.commands` is loaded when it is called."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments behind the command's name; those of the process where none are given.

    Returns:
        The exit status: 0 done, 1 an input failed, 2 wrong usage, 130 interrupted.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")  # a file's name may be no text
    given = sys.argv[1:] if argv is None else argv
    arguments = _parser(given).parse_args(given)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        drop_output()
        return DONE
    except OSError as error:
        drop_output()
        return complain(f"cannot write: {error.strerror}", INPUT_FAILED)
    return status


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows all commands, and the options of the one that is called."""
    parser = argparse.ArgumentParser(
        prog="article-clean",
        formatter_class=_formatter,
        description="Raw scraped text or HTML in; headline, byline, dateline, body and all that was removed out.",
        epilog="Exit status: 0 done, 1 an input failed, 2 wrong usage, 130 interrupted.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    called = next((word for word in given if not word.startswith("-")), None)
    for name, what in COMMANDS.items():
        command = commands.add_parser(name, help=what, formatter_class=_formatter)
        if name == called:
            _module(name).add_to(command)
    return parser


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Help as wide as the terminal. argparse would ask shutil, which loads all that unpacks archives: 4 ms."""
    try:
        width = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):  # no terminal
        width = _WIDTH
    return argparse.HelpFormatter(prog, width=width - 2)


def _module(command: str) -> ModuleType:
    from importlib import import_module  # noqa: PLC0415  # 3 ms that `--help` does without

    return import_module(f"article_clean.commands.{command}")
