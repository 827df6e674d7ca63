"""The options that say how to clean, for every command that does."""

import argparse
from collections.abc import Sequence

from article_clean.batch.many import Cleaning
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.cleaners.readers.pages.line_model import load
from article_clean.commands.inputs import STDIN, is_piped
from article_clean.core.favor import FAVORS
from article_clean.core.keep import KEEP_NAMES
from article_clean.errors import ArgumentError, PipelineError, UnknownCleanerError, UsageError
from article_clean.intake.json_files import read_json
from article_clean.pages.block_model import BlockModel
from article_clean.pages.rendering import ENGINES
from article_clean.pipeline import AS_PRINTED, DEFAULT, KINDS, TEXT_ONLY, Pipeline

PRESETS = {"default": DEFAULT, "as-printed": AS_PRINTED, "text-only": TEXT_ONLY}


def add_cleaning(parser: argparse.ArgumentParser) -> None:
    """Add `--kind`, `--engine`, `--favor`, `--lines`, `--pipeline`, `--without` and `--leave`."""
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default="auto",
        help="what the input is; page means the text of a whole page, with its menus",
    )
    parser.add_argument(
        "--engine",
        default="blocks",
        help="what finds the article in HTML: blocks (default), trafilatura, or a model file",
    )
    parser.add_argument(
        "--favor",
        choices=FAVORS,
        default="balance",
        help="what a model does if it is in doubt: precision removes more, recall keeps more",
    )
    parser.add_argument(
        "--lines", metavar="MODEL", help="a model file that finds the article in the text of a whole page"
    )
    parser.add_argument(
        "--pipeline",
        metavar="PIPELINE",
        default="default",
        help=f"the cleaners to run: {', '.join(PRESETS)}, or a JSON file with the output of Pipeline.to_dict()",
    )
    add_list(parser, "--without", "NAME", "cleaners to leave out")
    add_list(parser, "--leave", "NAME", f"what to keep in the body: {', '.join(KEEP_NAMES)}")


def add_address(parser: argparse.ArgumentParser) -> None:
    """Add `--url`."""
    parser.add_argument("--url", help="the address of the page; helps to find its date and its site")


def add_list(parser: argparse._ActionsContainer, name: str, metavar: str, help_text: str) -> None:
    """Add an option with several values, between commas or by naming it again, so that no file is taken for one.

    Args:
        parser: a parser, or a group of its options.
        name: the option.
        metavar: what a value is called.
        help_text: its help.
    """
    parser.add_argument(
        name, action="extend", type=_values, default=[], metavar=f"{metavar},…", help=f"{help_text}; may be repeated"
    )


def _values(text: str) -> list[str]:
    return [value for value in text.split(",") if value]


def inputs_of(names: Sequence[str]) -> list[str]:
    """The inputs that are named; where there are none, what is piped into standard input.

    Raises:
        UsageError: there is no input.
    """
    if not names and not is_piped():
        message = "name a file, or pipe a text in"
        raise UsageError(message)
    return [*names] or [STDIN]


def files_read(arguments: argparse.Namespace, inputs: Sequence[str]) -> list[str]:
    """Every file that is read, models and pipelines too: none of them is written over."""
    return [*inputs, *filter(None, (arguments.pipeline, arguments.lines, arguments.engine))]


def cleaning(arguments: argparse.Namespace) -> Cleaning:
    """How to clean, as these options want it.

    Args:
        arguments: what `add_cleaning` made argparse read.

    Raises:
        PipelineError: `--pipeline` is not a pipeline, or `--without` names a cleaner that does not exist.
        ArgumentError: `--leave` names something else than `Pipeline.keeping` takes.
        ModelError: a model cannot be read.
    """
    pipeline = named_pipeline(arguments.pipeline)
    if arguments.lines:
        load(arguments.lines)
        pipeline = pipeline.replace("page_furniture", PageFurniture(model=arguments.lines))
    engine = arguments.engine if arguments.engine in ENGINES else BlockModel.load(arguments.engine)
    pipeline = pipeline.without(*arguments.without).keeping(*arguments.leave)
    return Cleaning(pipeline, arguments.kind, engine, arguments.favor)


def named_pipeline(name: str) -> Pipeline:
    """The pipeline that a user names: a preset, or a JSON file of what `Pipeline.to_dict` gives.

    Raises:
        PipelineError: the file cannot be read, or describes no pipeline.
    """
    if name in PRESETS:
        return PRESETS[name]
    try:
        return Pipeline.from_dict(read_json(name))
    except UnknownCleanerError:
        raise
    except (ArgumentError, ValueError) as error:  # a PipelineError is a ValueError
        message = f"{name}: not a pipeline: {error}; Pipeline.to_dict() makes one, to be saved as JSON"
        raise PipelineError(message) from error
