"""`article-clean clean`: one article a file."""

import argparse
import textwrap
from collections.abc import Callable, Iterator

from article_clean.article import Article
from article_clean.commands.inputs import read_input
from article_clean.commands.options import add_cleaning, cleaning
from article_clean.commands.paper import printed
from article_clean.commands.streams import DONE, INPUT_FAILED, WRONG_USAGE, complain
from article_clean.errors import ModelError, UnknownCleanerError

LONGEST_SHOWN = 72  # characters of a removed passage that fit on a line of a terminal


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.usage = (
        "article-clean clean FILE|-… [--format text|json|markdown] [--kind KIND]"
        "\n                           [--engine ENGINE] [--lines MODEL] [--without NAME …] [--show-removed]"
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of one article; - reads standard input")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="json is one line a file, with all there is")
    add_cleaning(parser)
    parser.add_argument("--show-removed", action="store_true", help="list behind it what was taken out, and why")
    parser.set_defaults(run=_clean)


def _clean(arguments: argparse.Namespace) -> int:
    try:
        cleaned = cleaning(arguments)
    except (UnknownCleanerError, ModelError) as error:
        return complain(str(error), WRONG_USAGE)
    status = DONE
    for name in arguments.files:
        try:
            article = cleaned(read_input(name))
        except OSError as error:
            status = complain(f"{name}: {error.strerror or error}", INPUT_FAILED)
            continue
        print(*_shown(article, name, arguments), sep="\n")
        for warning in article.warnings:
            complain(f"{name}: {warning}")
    return status


def _shown(article: Article, name: str, arguments: argparse.Namespace) -> Iterator[str]:
    """What to print, in parts; as `head` does, several files stand under their names. JSON stays one line a file."""
    plain = arguments.format != "json"
    if plain and len(arguments.files) > 1:
        yield f"==> {name} <==\n"
    yield "\n\n".join(_FORMATS[arguments.format](article))
    if plain and arguments.show_removed:
        yield from _removed(article)
    if plain and name != arguments.files[-1]:
        yield ""


def _markdown(article: Article) -> Iterator[str]:
    return printed(article, headline="# {}", deck="*{}*")


def _json(article: Article) -> Iterator[str]:
    yield article.model_dump_json()


_FORMATS: dict[str, Callable[[Article], Iterator[str]]] = {"text": printed, "json": _json, "markdown": _markdown}


def _removed(article: Article) -> Iterator[str]:
    yield f"\nRemoved ({len(article.removed)}):"
    for one in article.removed:
        passage = textwrap.shorten(one.text, LONGEST_SHOWN, placeholder=" …")
        yield f"  {one.start}-{one.end}  {one.role}  {passage}"
        yield f"      {one.cleaner}: {one.reason}"
