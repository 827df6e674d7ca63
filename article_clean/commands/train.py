"""`article-clean train`: a model of your own."""

import argparse

from article_clean.batch.outputs import check_outputs, write_text
from article_clean.commands.status import DONE, INPUT_FAILED, WRONG_USAGE, complain
from article_clean.errors import OutputError, TrainingError

_TRAINED = ("blocks", "pages", "lines", "leftovers", "titles", "texts")


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "what",
        choices=_TRAINED,
        help="blocks: finds the article in a page; pages: the kind of a page, and the confidence; lines: finds the "
        "article in a page's text; leftovers: finds junk in an article; titles: finds headline and deck; texts: the "
        "confidence in a text",
    )
    parser.add_argument(
        "documents",
        nargs="+",
        metavar="DOCUMENTS",
        help="JSON Lines (also .gz) with html, markdown or text, body and url; pages: also kind, if it is not an "
        "article; leftovers, titles: text, roles and url; texts: files of both kinds",
    )
    parser.add_argument(
        "--articles",
        action="append",
        default=[],
        metavar="FILE",
        help="lines, texts: texts that are not whole pages; may be repeated",
    )
    parser.add_argument("-o", "--output", required=True, metavar="MODEL", help="the model file to write")
    parser.add_argument("--overwrite", action="store_true", help="replace MODEL if it exists")
    parser.add_argument("--folds", type=int, default=5, help="folds for cross-validation (default: 5); 0 skips it")
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
