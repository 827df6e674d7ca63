"""The options that say how to clean, for every command that does."""

import argparse
import json
from pathlib import Path

from article_clean.batch.many import Cleaning
from article_clean.cleaners.furniture import PageFurniture
from article_clean.cleaners.furniture.model import load
from article_clean.errors import PipelineError
from article_clean.markup.model import BlockModel
from article_clean.markup.rendering import ENGINES
from article_clean.pipeline import DEFAULT, KINDS, Pipeline


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


def cleaning(arguments: argparse.Namespace, pipeline: Pipeline = DEFAULT) -> Cleaning:
    """How to clean, as these options want it.

    Args:
        arguments: what `add_cleaning` made argparse read.
        pipeline: the cleaners to choose from.

    Raises:
        UnknownCleanerError: `--without` names a cleaner that there is not.
        ModelError: a model cannot be read.
    """
    if arguments.lines:
        load(arguments.lines)
        pipeline = pipeline.replace("page_furniture", PageFurniture(model=arguments.lines))
    engine = arguments.engine if arguments.engine in ENGINES else BlockModel.load(arguments.engine)
    return Cleaning(pipeline.without(*arguments.without), arguments.kind, engine)


def named_pipeline(name: str) -> Pipeline:
    """The pipeline that a user names: "default", or a JSON file of what `Pipeline.to_dict` gives.

    Raises:
        PipelineError: the file cannot be read, or describes no pipeline.
    """
    if name == "default":
        return DEFAULT
    try:
        plan = json.loads(Path(name).read_bytes())
    except (OSError, ValueError) as error:
        message = f"{name} is no pipeline: {error}; Pipeline.to_dict() makes one, to be saved as JSON"
        raise PipelineError(message) from error
    return Pipeline.from_dict(plan if isinstance(plan, dict) else {})
