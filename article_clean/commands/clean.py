"""`article-clean clean`: one article a file."""

import argparse
import json
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

from article_clean.article import Article
from article_clean.batch.outputs import check_outputs, write_text
from article_clean.commands.inputs import read_input
from article_clean.commands.options import add_address, add_cleaning, cleaning, files_read, inputs_of
from article_clean.commands.paper import printed
from article_clean.commands.status import DONE, INPUT_FAILED, WRONG_USAGE, complain
from article_clean.core.patterns import pattern_of
from article_clean.core.presentable import encodable, inert
from article_clean.errors import OutputError, UsageError

LONGEST_SHOWN = 72  # characters of a removed passage that fit on a line of a terminal


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.usage = (
        "article-clean [clean] [FILE|-…] [-o OUT [--overwrite]] [--format text|json|markdown] [--url URL]"
        "\n                             [--kind KIND] [--engine ENGINE] [--favor FAVOR] [--lines MODEL]"
        "\n                             [--pipeline PIPELINE] [--without NAME,…] [--leave NAME,…] [--show-removed]"
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a file with one article; - reads standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help="the file to write (default: print)")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")
    parser.add_argument(
        "--format",
        choices=_FORMS,
        help="json prints one line per file with all fields; "
        "the default follows the ending of OUT (.json, .jsonl, .md), or is text",
    )
    add_address(parser)
    add_cleaning(parser)
    parser.add_argument("--show-removed", action="store_true", help="also list what was removed, and why")
    parser.set_defaults(run=_clean)


def _clean(arguments: argparse.Namespace) -> int:
    files = inputs_of(arguments.files)
    cleaned = cleaning(arguments)
    if arguments.url and len(files) > 1:
        message = f"--url is the address of one file; there are {len(files)}"
        raise UsageError(message)
    try:
        check_outputs(filter(None, [arguments.output]), files_read(arguments, files), overwrite=arguments.overwrite)
    except OutputError as error:
        return complain(str(error), WRONG_USAGE)
    outputs: list[str] = []
    show: Callable[[str], object] = outputs.append if arguments.output else print
    status = DONE
    for name in files:
        try:
            article = cleaned({"text": read_input(name), "url": arguments.url})
        except OSError as error:
            status = complain(f"{name}: {error.strerror or error}", INPUT_FAILED)
            continue
        show("\n".join(_shown(article, name, files, arguments)))
        for warning in article.warnings:
            complain(f"{name}: {warning}")
    return _written(outputs, arguments.output, status) if outputs else status


def _written(outputs: list[str], target: str, status: int) -> int:
    try:
        write_text(target, "\n".join((*outputs, "")))
    except OSError as error:
        return complain(f"{target}: {error.strerror}", INPUT_FAILED)
    return status


def _shown(article: Article, name: str, files: list[str], arguments: argparse.Namespace) -> Iterator[str]:
    """What to print, in parts; as `head` does, several files stand under their names. JSON stays one line a file."""
    form = arguments.format or _ENDINGS.get(Path(arguments.output or "").suffix.lower(), "text")
    if form == "json":
        yield _json(article, name)
        return
    if len(files) > 1:
        yield f"==> {inert(name)} <==\n"
    yield inert(article.to_markdown(front_matter=True)[:-1] if form == "markdown" else "\n\n".join(printed(article)))
    if arguments.show_removed:
        yield from map(inert, _removed(article))
    if name != files[-1]:
        yield ""


def _json(article: Article, name: str) -> str:
    """The whole row, with its input's name and what an `Article` derives; `article_of` makes the article of it."""
    derived = {"authors": article.authors, "paragraphs": article.paragraphs}
    row = {"input": name, **article.to_row(), **derived}
    text = encodable(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    return _UNESCAPED.sub(lambda control: f"\\u{ord(control[0]):04x}", text)


_UNESCAPED = pattern_of("[\x7f-\x9f]")  # controls that JSON may hold as they are, and terminals obey
_FORMS = ("text", "json", "markdown")
_ENDINGS = {".json": "json", ".jsonl": "json", ".md": "markdown", ".markdown": "markdown"}


def _removed(article: Article) -> Iterator[str]:
    yield f"\nRemoved ({len(article.removed)}):"
    for removal in article.removed:
        passage = textwrap.shorten(removal.text, LONGEST_SHOWN, placeholder=" …")
        yield f"  {removal.start}-{removal.end}  {removal.role}  {passage}"
        yield f"      {removal.cleaner}: {removal.reason}"
