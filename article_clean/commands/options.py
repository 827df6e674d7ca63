"""The options that say how to clean, for every command that does."""

import argparse
from collections.abc import Callable
from functools import partial

from article_clean.article import Article
from article_clean.cleaners.furniture import PageFurniture
from article_clean.cleaners.furniture.model import load
from article_clean.markup.model import BlockModel
from article_clean.markup.rendering import ENGINES
from article_clean.pipeline import DEFAULT, KINDS, Pipeline, clean


def add_cleaning(parser: argparse.ArgumentParser) -> None:
    """Add `--kind`, `--engine`, `--lines` and `--without`."""
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default="auto",
        help="what the input is: page is the text of a whole page, menus and all",
    )
    parser.add_argument(
        "--engine", default="blocks", help="what finds the article in HTML: blocks, trafilatura, or a model file"
    )
    parser.add_argument(
        "--lines", metavar="MODEL", help="what tells the article from a whole page's text: a model file"
    )
    parser.add_argument(
        "--without", nargs="+", action="extend", default=[], metavar="NAME", help="cleaners to leave out"
    )


def cleaning(arguments: argparse.Namespace) -> Callable[[bytes], Article]:
    """`clean` as these options want it.

    Raises:
        UnknownCleanerError: `--without` names a cleaner that there is not.
        ModelError: a model cannot be read.
    """
    pipeline = pipeline_of(arguments).without(*arguments.without)
    engine = arguments.engine if arguments.engine in ENGINES else BlockModel.load(arguments.engine)
    return partial(clean, kind=arguments.kind, pipeline=pipeline, engine=engine)


def pipeline_of(arguments: argparse.Namespace) -> Pipeline:
    """The default cleaners, with the line model that was named.

    Raises:
        ModelError: it cannot be read.
    """
    if not arguments.lines:
        return DEFAULT
    load(arguments.lines)
    return DEFAULT.replace("page_furniture", PageFurniture(model=arguments.lines))
