"""The command `article-clean`: arguments to calls, nothing else. Each command stands in `article_clean.commands`."""

import argparse
import io
import sys
from collections.abc import Sequence

from article_clean.commands import clean, cleaners, explain, train
from article_clean.commands.streams import DONE, INPUT_FAILED, INTERRUPTED, complain, drop_output

COMMANDS = (clean, explain, cleaners, train)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments behind the command's name; those of the process where none are given.

    Returns:
        The exit status: 0 done, 1 an input failed, 2 wrong usage, 130 interrupted.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")  # a file's name may be no text
    arguments = _parser().parse_args(argv)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="article-clean",
        description="Raw scraped text or HTML in; headline, byline, dateline, body and all that was removed out.",
        epilog="Exit status: 0 done, 1 an input failed, 2 wrong usage, 130 interrupted.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser
