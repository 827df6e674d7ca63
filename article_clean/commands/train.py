"""`article-clean train`: a model of your own."""

import argparse
from pathlib import Path

from article_clean.commands.streams import DONE, INPUT_FAILED, complain
from article_clean.errors import TrainingError

_TRAINED = ("blocks", "lines")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    one = commands.add_parser("train", help="train a model on documents of your own (needs the extra [train])")
    one.add_argument("what", choices=_TRAINED, help="blocks: which parts of a page; lines: which of its text")
    one.add_argument(
        "documents", nargs="+", metavar="DOCUMENTS", help="JSON lines with html or text, body and url; .gz is read too"
    )
    one.add_argument(
        "--articles", nargs="+", default=[], metavar="FILE", help="lines: texts that are no whole pages, told apart too"
    )
    one.add_argument("-o", "--output", required=True, metavar="MODEL", help="the model file to write")
    one.add_argument("--folds", type=int, default=5, help="parts for cross-validation (5); 0 leaves it out")
    one.set_defaults(run=_train)


def _train(arguments: argparse.Namespace) -> int:
    from article_clean.training import train  # noqa: PLC0415  # what only training needs

    try:
        model = train(arguments.what, arguments.documents, arguments.folds, articles=arguments.articles)
    except TrainingError as error:
        return complain(str(error), INPUT_FAILED)
    Path(arguments.output).write_text(model, encoding="utf-8")
    return DONE
