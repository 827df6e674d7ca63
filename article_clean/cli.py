"""The command `article-clean`: arguments to calls, nothing else. Each command stands in `article_clean.commands`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from article_clean import __version__
from article_clean.commands.inputs import STDIN, is_piped
from article_clean.commands.status import (
    DONE,
    INPUT_FAILED,
    INTERRUPTED,
    WRONG_USAGE,
    complain,
    drop_output,
    open_output,
)

_WIDTH = 80  # characters, where nobody says
_NAME = "article-clean"
_USAGE = "article-clean COMMAND …\n       article-clean [FILE…] [OPTION…]"
_DESCRIPTION = (
    "Turn the raw text, HTML or Markdown of a news article into its headline, byline, dateline, date and body."
)
_EPILOG = """\
article-clean FILE… means article-clean clean FILE…; piped text needs no name. If a file has the name of a
command, write ./clean.

Exit status: 0 done, 1 an input failed, 2 wrong usage, 130 interrupted."""

COMMANDS = {
    "clean": "clean files of one article each",
    "explain": "show what was kept, moved and removed in one text, and why; compare two pipelines",
    "batch": "clean many articles into one file, or a folder of Markdown",
    "cleaners": "list each cleaner with its stage and what it takes",
    "train": "train a model on your own documents (needs the extra [train])",
}
"""The commands and what each does; the module of that name in `article_clean.commands` is loaded when it is called."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments behind the command's name; those of the process where none are given.

    Returns:
        The exit status: 0 done, 1 an input failed, 2 wrong usage, 130 interrupted.
    """
    open_output()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")  # a file's name may be no text
    try:
        return _run([*(sys.argv[1:] if argv is None else argv)])
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        drop_output()
        return DONE
    except OSError as error:
        drop_output()
        return complain(f"cannot write: {error.strerror}", INPUT_FAILED)


def _run(words: list[str]) -> int:
    try:
        first_word = words[0] if words else STDIN if is_piped() else ""
        if first_word in COMMANDS:
            return _done(first_word, words[1:])
        if first_word in {"", "-h", "--help", "--version"}:
            parser = _parser()
            parser.parse_args(words)
            parser.error("name a command or a file, or pipe a text in")
        if first_word.isidentifier() and not os.path.exists(first_word):  # noqa: PTH110  # pathlib is slow to import
            _parser().error(f"there is no command and no file {first_word!r}; the commands are {', '.join(COMMANDS)}")
        return _done("clean", words)
    finally:
        sys.stdout.flush()  # here, where somebody hears that it failed


def _done(name: str, words: list[str]) -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(prog=f"{_NAME} {name}", formatter_class=_formatter)
    _module(name).add_to(parser)
    from article_clean.errors import ArticleCleanError  # noqa: PLC0415  # what `--help` does without

    # The latter loses what -- is for.
    parse_words = parser.parse_args if "--" in words else parser.parse_intermixed_args
    arguments = parse_words(words)
    try:
        status: int = arguments.run(arguments)
    except ArticleCleanError as error:
        parser.print_usage(sys.stderr)
        return complain(str(error), WRONG_USAGE)
    return status


def _parser() -> argparse.ArgumentParser:
    """What shows the help of the whole; each command parses its own arguments."""
    parser = argparse.ArgumentParser(
        prog=_NAME, usage=_USAGE, formatter_class=_raw_formatter, description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("--version", action="version", version=f"{_NAME} {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, summary in COMMANDS.items():
        commands.add_parser(name, help=summary, add_help=False)
    return parser


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Help as wide as the terminal. argparse would ask shutil, which loads all that unpacks archives: 4 ms."""
    return argparse.HelpFormatter(prog, width=_width() - 2)


def _raw_formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=_width() - 2)


def _width() -> int:
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):  # no terminal
        return _WIDTH


def _module(command: str) -> ModuleType:
    from importlib import import_module  # noqa: PLC0415  # 3 ms that `--help` does without

    return import_module(f"article_clean.commands.{command}")
