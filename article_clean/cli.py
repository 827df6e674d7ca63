"""The command `article-clean`: arguments to calls, nothing else."""

import argparse
import io
import os
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from article_clean.article import Article
from article_clean.cleaner import summary
from article_clean.cleaners.furniture import PageFurniture
from article_clean.cleaners.furniture.model import load
from article_clean.errors import ModelError, TrainingError, UnknownCleanerError
from article_clean.markup.model import BlockModel
from article_clean.markup.rendering import ENGINES
from article_clean.pipeline import DEFAULT, KINDS, Pipeline, clean

DONE, INPUT_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
LONGEST_SHOWN = 72  # characters of a removed passage that fit on a line of a terminal

_STDIN = "-"
_TRAINED = ("blocks", "lines")


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
        _drop_output()
        return DONE
    except OSError as error:
        _drop_output()
        return _complain(f"cannot write: {error.strerror}", INPUT_FAILED)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="article-clean",
        description="Raw scraped text or HTML in; headline, byline, dateline, body and all that was removed out.",
        epilog="Exit status: 0 done, 1 an input failed, 2 wrong usage, 130 interrupted.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser(
        "clean",
        help="clean one article a file",
        usage="article-clean clean FILE|-… [--format text|json|markdown] [--kind KIND]"
        "\n                           [--engine ENGINE] [--lines MODEL] [--without NAME …] [--show-removed]",
    )
    one.add_argument("files", nargs="+", metavar="FILE", help="a file of one article; - reads standard input")
    one.add_argument("--format", choices=_FORMATS, default="text", help="json is one line a file, with all there is")
    one.add_argument(
        "--kind",
        choices=KINDS,
        default="auto",
        help="what the input is: page is the text of a whole page, menus and all",
    )
    one.add_argument(
        "--engine", default="blocks", help="what finds the article in HTML: blocks, trafilatura, or a model file"
    )
    one.add_argument("--lines", metavar="MODEL", help="what tells the article from a whole page's text: a model file")
    one.add_argument("--without", nargs="+", action="extend", default=[], metavar="NAME", help="cleaners to leave out")
    one.add_argument("--show-removed", action="store_true", help="list behind the article what was taken out, and why")
    one.set_defaults(run=_clean)
    listing = commands.add_parser("cleaners", help="list the cleaners: stage, name, what each takes")
    listing.set_defaults(run=_cleaners)
    training = commands.add_parser("train", help="train a model on documents of your own (needs the extra [train])")
    training.add_argument("what", choices=_TRAINED, help="blocks: which parts of a page; lines: which of its text")
    training.add_argument(
        "documents", nargs="+", metavar="DOCUMENTS", help="JSON lines with html or text, body and url; .gz is read too"
    )
    training.add_argument(
        "--articles", nargs="+", default=[], metavar="FILE", help="lines: texts that are no whole pages, told apart too"
    )
    training.add_argument("-o", "--output", required=True, metavar="MODEL", help="the model file to write")
    training.add_argument("--folds", type=int, default=5, help="parts for cross-validation (5); 0 leaves it out")
    training.set_defaults(run=_train)
    return parser


def _clean(arguments: argparse.Namespace) -> int:
    try:
        pipeline = _pipeline(arguments).without(*arguments.without)
        engine = arguments.engine if arguments.engine in ENGINES else BlockModel.load(arguments.engine)
    except (UnknownCleanerError, ModelError) as error:
        return _complain(str(error), WRONG_USAGE)
    status = DONE
    for name in arguments.files:
        try:
            article = clean(_read(name), kind=arguments.kind, pipeline=pipeline, engine=engine)
        except OSError as error:
            status = _complain(f"{name}: {error.strerror or error}", INPUT_FAILED)
            continue
        print(*_shown(article, name, arguments), sep="\n")
        for warning in article.warnings:
            _complain(f"{name}: {warning}")
    return status


def _pipeline(arguments: argparse.Namespace) -> Pipeline:
    """The default cleaners, with the line model that was named.

    Raises:
        ModelError: it cannot be read.
    """
    if not arguments.lines:
        return DEFAULT
    load(arguments.lines)
    return DEFAULT.replace("page_furniture", PageFurniture(model=arguments.lines))


def _train(arguments: argparse.Namespace) -> int:
    from article_clean.training import train  # noqa: PLC0415  # what only training needs

    try:
        model = train(arguments.what, arguments.documents, arguments.folds, articles=arguments.articles)
    except TrainingError as error:
        return _complain(str(error), INPUT_FAILED)
    Path(arguments.output).write_text(model, encoding="utf-8")
    return DONE


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()


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


def _text(article: Article) -> Iterator[str]:
    """The article as a paper prints it: what `clean` reads the same fields from again."""
    head = (article.headline, article.deck, article.byline, article.published)
    yield from (str(part) for part in head if part)
    first, *rest = article.paragraphs or ("",)
    yield f"{article.dateline} — {first}" if article.dateline else first
    yield from rest


def _markdown(article: Article) -> Iterator[str]:
    headline = f"# {article.headline}" if article.headline else None
    deck = f"*{article.deck}*" if article.deck else None
    yield from _text(article.model_copy(update={"headline": headline, "deck": deck}))


def _json(article: Article) -> Iterator[str]:
    yield article.model_dump_json()


_FORMATS: dict[str, Callable[[Article], Iterator[str]]] = {"text": _text, "json": _json, "markdown": _markdown}


def _removed(article: Article) -> Iterator[str]:
    yield f"\nRemoved ({len(article.removed)}):"
    for one in article.removed:
        passage = textwrap.shorten(one.text, LONGEST_SHOWN, placeholder=" …")
        yield f"  {one.start}-{one.end}  {one.role}  {passage}"
        yield f"      {one.cleaner}: {one.reason}"


def _cleaners(_: argparse.Namespace) -> int:
    widest = max((len(one.name) for one in DEFAULT.cleaners), default=0)
    for one in DEFAULT.cleaners:
        print(f"{one.stage:<11}  {one.name:<{widest}}  {summary(one)}")
    return DONE


def _complain(message: str, status: int = DONE) -> int:
    print(f"article-clean: {message}", file=sys.stderr)
    return status


def _drop_output() -> None:
    """Let nothing more be written when the process ends, nor complained about."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
