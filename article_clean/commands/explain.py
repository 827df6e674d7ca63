"""`article-clean explain`: what was kept, moved and removed of one text, and why."""

import argparse
from dataclasses import replace
from pathlib import Path

from article_clean.batch.outputs import check_outputs, write_text
from article_clean.commands.inputs import STDIN, read_input
from article_clean.commands.options import add_address, add_cleaning, cleaning, files_read, inputs_of, named_pipeline
from article_clean.commands.status import DONE, INPUT_FAILED, WRONG_USAGE, complain
from article_clean.errors import OutputError, UsageError
from article_clean.views import comparison, page, terminal

_DESCRIPTION = """\
See what was kept, moved and removed of a text, and why: in the terminal, or with -o as a page,
one HTML file that asks for nothing outside itself. Each cleaner can be switched off in it.

With --versus the page compares two pipelines on the text: what both take, and what only one does.
Pipeline A is what the other options make, B is the one that --versus names.
"""
_EXAMPLES = """\
examples:
  article-clean explain story.txt
  article-clean explain story.txt -o story.html
  article-clean explain story.txt --without captions --versus default -o captions.html
  article-clean explain story.txt --pipeline old.json --versus new.json -o changes.html

A PIPELINE is "default", "as-printed", "text-only", or a JSON file of what Pipeline.to_dict() gives.
"""


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.description, parser.epilog = _DESCRIPTION, _EXAMPLES
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.usage = (
        "article-clean explain [FILE|-] [-o PAGE [--overwrite]] [--versus PIPELINE] [--url URL] [--kind KIND]"
        "\n                             [--engine ENGINE] [--favor FAVOR] [--lines MODEL] [--pipeline PIPELINE]"
        "\n                             [--without NAME,…] [--leave NAME,…]"
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="a file with one article; - reads standard input")
    parser.add_argument(
        "-o", "--output", metavar="PAGE", help="the HTML file to write (default: print to the terminal)"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace PAGE if it exists")
    parser.add_argument("--versus", metavar="PIPELINE", help="compare with this pipeline (needs -o)")
    add_address(parser)
    add_cleaning(parser)
    parser.set_defaults(run=_explain)


def _explain(arguments: argparse.Namespace) -> int:
    if arguments.versus and not arguments.output:
        message = "--versus makes a page; name it with -o PAGE"
        raise UsageError(message)
    (file,) = inputs_of([arguments.file] if arguments.file else [])
    cleaned = cleaning(arguments)
    versus = arguments.versus and replace(cleaned, pipeline=named_pipeline(arguments.versus))
    input_files = files_read(arguments, [file, *filter(None, [arguments.versus])])
    try:
        check_outputs(filter(None, [arguments.output]), input_files, overwrite=arguments.overwrite)
        record = {"text": read_input(file), "url": arguments.url}
    except OutputError as error:
        return complain(str(error), WRONG_USAGE)
    except OSError as error:
        return complain(f"{file}: {error.strerror or error}", INPUT_FAILED)
    article = cleaned(record)
    if not arguments.output:
        print(terminal(article))
        return DONE
    name = "standard input" if file == STDIN else Path(file).name
    page_html = comparison(article, versus(record), _names(arguments), name) if versus else page(article, name)
    return _write(page_html, arguments.output)


def _write(page_html: str, target: str) -> int:
    try:
        write_text(target, page_html)
    except OSError as error:
        return complain(f"{target}: {error.strerror}", INPUT_FAILED)
    return DONE


def _names(arguments: argparse.Namespace) -> tuple[str, str]:
    """What the page calls the two pipelines."""
    first_name, second_name = (Path(path).stem for path in (arguments.pipeline, arguments.versus))
    return f"{first_name} without {', '.join(arguments.without)}" if arguments.without else first_name, second_name
