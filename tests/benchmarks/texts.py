"""The texts that speed and memory are measured on."""

import gzip
import json
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from textwrap import fill

from cases import FIXTURES, SHARED

SEEDS = SHARED / "seeds"
TEXTS = SEEDS.parent / "texts"
PAGE = 5_000  # characters, an article as it is scraped
COLUMNS = 72  # of a mail, and of a text that a wire service sends

_TWO_LINES = "No comments:\nPost a Comment\n"
_PROSE = (
    "The harbour froze on Monday, and the ferry, which had left the island at six, stayed where it was until noon. "
)
_WRAPPED = (
    "The harbour froze on Monday, and the ferry, which had\nleft the island at six, stayed where it was until noon\n"
)


def filled(part: str, size: int) -> str:
    """`size` characters of this text, over and over."""
    return (part * (size // len(part) + 1))[:size]


def fixture_articles() -> dict[str, str]:
    """The whole articles of the fixtures, which every clone has."""
    return _read(FIXTURES / "articles")


def articles() -> dict[str, str]:
    """The whole articles of the fixtures, and the reference inputs where they are at hand."""
    return {**fixture_articles(), **_read(SEEDS)}


def _read(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def dumps() -> list[str]:
    """The whole-page dumps of the fixtures."""
    return [path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "dumps").glob("*.txt"))]


def shared_dumps() -> list[str]:
    """Every twentieth real dump."""
    with gzip.open(TEXTS / "innertext.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][::20]


def pages() -> list[str]:
    """Each article at the length of a page: its paragraphs of prose over and over, what stands around them once."""
    return [_long(text) for text in articles().values()]


def hard_wrapped() -> list[str]:
    """The same with each paragraph in lines of `COLUMNS` characters."""
    return ["\n".join(map(_wrapped, text.split("\n"))) for text in pages()]


def _wrapped(paragraph: str) -> str:
    return fill(paragraph, COLUMNS, break_long_words=False, break_on_hyphens=False)


def _long(text: str) -> str:
    blank = "\n\n" if "\n\n" in text else "\n"
    parts = text.split(blank)
    prose = [part for part in parts if 2 * len(part) >= max(map(len, parts))]
    behind = parts.index(prose[-1]) + 1
    more = filled(blank.join(prose) + blank, max(0, PAGE - len(text)))
    return blank.join((*parts[:behind], *([more] if more else []), *parts[behind:]))


def library(size: int, texts: Mapping[str, str] | None = None) -> str:
    """These texts in turn, all the articles where none are given, up to `size` characters."""
    parts: list[str] = []
    length = 0
    for text in cycle((texts or articles()).values()):
        if length >= size:
            break
        parts.append(text + "\n\n")
        length += len(parts[-1])
    return "".join(parts)[:size]


SHAPES = {
    "articles": library,
    "one_line": lambda size: filled(_PROSE, size),
    "wrapped": lambda size: filled(_WRAPPED, size),
    "short_lines": lambda size: filled(_TWO_LINES, size),
    "blank_lines": lambda size: filled("\n", size),
    "one_word": lambda size: filled("x", size),
    "quotes": lambda size: filled("“”’ ", size),
    "entities": lambda size: filled("&amp;", size),
    "brackets": lambda size: filled("([{<", size),
    "spaces": lambda size: filled(" \u00a0", size) + ".",
    "bullets": lambda size: filled("- \n", size),
    "digits": lambda size: filled("1,000. ", size),
    "links": lambda size: filled("https://a.example/", size),
    "captions": lambda size: filled("(Photo: Ada Quill/AP) ", size),
    "capitals": lambda size: filled("HARLOW BAY, ", size),
    "dashes": lambda size: filled("— ", size),
}
