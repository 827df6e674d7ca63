"""Markdown, read by markdown-it: its paragraphs, headings, items, cells and code, with the marks inside them."""

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_KINDS = {"link_open": "link", "strong_open": "bold", "em_open": "italic"}


class ReadBlock(NamedTuple):
    """A block as a parser reads it."""

    kind: str
    text: str
    marks: tuple[tuple[str, str, str], ...] = ()
    level: int = 0
    cells: tuple[str, ...] = ()


def read(markdown: str) -> list[ReadBlock]:
    """The blocks of a text in Markdown, in order; the cells of a row as one, with tabs between them."""
    return list(_blocks(PARSER.parse(markdown)))


def _blocks(tokens: list[Token]) -> Iterator[ReadBlock]:
    around: list[str] = []
    row: list[ReadBlock] = []
    for token in tokens:
        if token.nesting > 0:
            around.append(token.tag)
        elif token.nesting < 0:
            around.pop()
            if token.tag == "tr":
                cells = tuple(cell.text for cell in row)
                marks = tuple(mark for cell in row for mark in cell.marks)
                yield ReadBlock("row", "\t".join(filter(None, cells)), marks, cells=cells)
                row.clear()
        elif token.type in {"fence", "code_block"}:
            yield from (ReadBlock("code", line) for line in token.content.splitlines() if line)
        elif token.type == "inline":
            block = _block(token, around)
            if "tr" in around:
                row.append(block)
            else:
                yield block
        else:
            yield ReadBlock(token.type, token.content)


def _block(token: Token, around: list[str]) -> ReadBlock:
    tag = around[-1]
    text = "".join(map(_text, token.children or ()))
    marks = tuple(_marks(token.children or []))
    if tag[0] == "h" and tag[1:].isdigit():
        return ReadBlock("heading", text, marks, int(tag[1]))
    kind = next((one for one in reversed(around) if one in {"li", "blockquote"}), "p")
    return ReadBlock({"li": "item", "blockquote": "quote", "p": "paragraph"}[kind], text, marks)


def _text(token: Token) -> str:
    return "\n" if token.type in {"hardbreak", "softbreak"} else token.content


def _marks(tokens: list[Token]) -> Iterator[tuple[str, str, str]]:
    """What is marked: the kind, the text, the target."""
    for n, token in enumerate(tokens):
        if token.type == "code_inline":
            yield "code", token.content, ""
        if token.type in _KINDS:
            depth, end = 1, n
            while depth:
                end += 1
                depth += tokens[end].nesting if tokens[end].tag == token.tag else 0
            yield _KINDS[token.type], "".join(map(_text, tokens[n:end])), str(token.attrs.get("href", ""))
