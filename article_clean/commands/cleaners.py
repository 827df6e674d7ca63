"""`article-clean cleaners`: what there is."""

import argparse

from article_clean.commands.status import DONE
from article_clean.core.cleaner import summary
from article_clean.pipeline import DEFAULT


def add_to(parser: argparse.ArgumentParser) -> None:
    """Give the command what it does; it has no options."""
    parser.set_defaults(run=_cleaners)


def _cleaners(_: argparse.Namespace) -> int:
    widest = max((len(cleaner.name) for cleaner in DEFAULT.cleaners), default=0)
    for cleaner in DEFAULT.cleaners:
        print(f"{cleaner.stage:<11}  {cleaner.name:<{widest}}  {summary(cleaner)}")
    return DONE
