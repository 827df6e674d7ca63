"""`article-clean train`: a model of your own."""

import argparse

from article_clean.batch.outputs import check_outputs, write_text
from article_clean.commands.status import DONE, INPUT_FAILED, WRONG_USAGE, complain
from article_clean.errors import OutputError, TrainingError

_TRAINED = ("blocks", "pages", "lines", "leftovers", "titles")


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "what",
        choices=_TRAINED,
        help="blocks: which parts of a page; pages: what kind it is of, and how sure; lines: which of its text; "
        "leftovers: which of an article's; titles: which of its head are headline and deck",
    )
    parser.add_argument(
        "documents",
        nargs="+",
        metavar="DOCUMENTS",
        help="JSON lines with html, markdown or text, body and url; pages: kind, too, where it is no article; "
        "leftovers, titles: text, roles and url; .gz is read too",
    )
    parser.add_argument(
        "--articles",
        action="append",
        default=[],
        metavar="FILE",
        help="lines: texts that are no whole pages, told apart too; may be repeated",
    )
    parser.add_argument("-o", "--output", required=True, metavar="MODEL", help="the model file to write")
    parser.add_argument("--overwrite", action="store_true", help="replace MODEL if it exists")
    parser.add_argument("--folds", type=int, default=5, help="parts for cross-validation (5); 0 leaves it out")
    parser.set_defaults(run=_train)


def _train(arguments: argparse.Namespace) -> int:
    from article_clean.training import train  # noqa: PLC0415  # what only training needs

    try:
        check_outputs([arguments.output], [*arguments.documents, *arguments.articles], overwrite=arguments.overwrite)
        model = train(arguments.what, arguments.documents, arguments.folds, articles=arguments.articles)
    except OutputError as error:
        return complain(str(error), WRONG_USAGE)
    except TrainingError as error:
        return complain(str(error), INPUT_FAILED)
    write_text(arguments.output, model)
    return DONE
