"""A text with its links, bold and italics in Markdown, escaped so that it reads back.

https://spec.commonmark.org/0.31.2/ and the tables of https://github.github.com/gfm/
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from article_clean.core.parts import Span
from article_clean.core.patterns import pattern_of

_MARK = pattern_of(
    r"[\\`*_\[\]]"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?[A-Za-z0-9]{1,32};)"
    r"|~(?=~)|(?<=~)~"
)
_LINE_START = pattern_of(
    r"[ \t]*+(?:[0-9]{1,9}(?=[.)](?:\s|\Z))|(?=#{1,6}(?:\s|\Z)|>|[-+](?:\s|\Z)|(?:-+|=+|\++)\s*+\Z))"
)
_PLAIN_TARGET = pattern_of(r"[^\s<>()\\\x00-\x1f\x7f]+")
_ODD_IN_TARGET = pattern_of(r"[<>\s\x00-\x1f\x7f]")
_DEFINES = "]:"
_BACKTICKS = pattern_of("`+")
_SIGNS = {"bold": "**", "italic": "*"}


class _Node(NamedTuple):
    """A span with those inside it, in offsets of the text."""

    span: Span
    start: int
    end: int
    inner: "list[_Node]"


def inlines(text: str, start: int = 0, spans: Sequence[Span] = ()) -> str:
    """A text in Markdown.

    Args:
        text: the text, in one line or several.
        start: where it stands in what the spans count in.
        spans: those inside it, by their start; what crosses another, or could not be read back, is left out.
    """
    own_spans = [span._replace(start=span.start - start, end=span.end - start) for span in spans]
    edges = {edge for span in own_spans for edge in (span.start, span.end)}
    return _Text(text, _signs(text, edges)).written(0, len(text), _tree(text, own_spans), ("", ""))


def fenced(text: str) -> str:
    """Lines of code between fences that are longer than any run of backticks in them."""
    fence = "`" * max(3, 1 + _longest_run(text))
    return f"{fence}\n{text}\n{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)


def _tree(text: str, spans: Iterable[Span]) -> list[_Node]:
    """The spans that lie in one another or apart: none in code, no link in a link, no bold in bold.

    Code in a link that says "]:" is left as text: "[`a]: b`](…)" at the start of a paragraph defines a reference.
    """
    top_nodes: list[_Node] = []
    around: list[_Node] = []
    for span in spans:
        while around and around[-1].end <= span.start:
            around.pop()
        if around and (
            span.end > around[-1].end or any(open_node.span.kind in {"code", span.kind} for open_node in around)
        ):
            continue
        is_linked = any(open_node.span.kind == "link" for open_node in around)
        if is_linked and span.kind == "code" and _DEFINES in text[span.start : span.end]:
            continue
        node = _Node(span, span.start, span.end, [])
        (around[-1].inner if around else top_nodes).append(node)
        around.append(node)
    return top_nodes


class _Text(NamedTuple):
    """A text, and what Markdown has for each of its characters."""

    text: str
    signs: Sequence[str]

    def written(self, start: int, end: int, nodes: Sequence[_Node], around: tuple[str, str]) -> str:
        """A part of it; `around` is what Markdown has before and behind the part."""
        parts: list[str] = []
        offset = start
        for index, node in enumerate(nodes):
            parts += self.signs[offset : node.start]
            char_behind = self.text[node.end : node.end + 1] if node.end < end else around[1]
            if index + 1 < len(nodes) and nodes[index + 1].start == node.end and nodes[index + 1].span.kind == "link":
                char_behind = "["
            parts.append(self.wrapped(node, parts[-1][-1] if parts else around[0], char_behind))
            offset = node.end
        return "".join((*parts, *self.signs[offset:end]))

    def wrapped(self, node: _Node, char_before: str, char_behind: str) -> str:
        """A span with its signs; without them where they would not be read as such."""
        kind = node.span.kind
        if kind == "code":
            is_apart = char_before != "`"
            return _code(self.text[node.start : node.end]) if is_apart else "".join(self.signs[node.start : node.end])
        if kind == "link":
            inner_text = self.written(node.start, node.end, node.inner, ("[", "]"))
            return f"[{inner_text}]({_destination(node.span.target or '')})"
        sign, nodes = _SIGNS[kind], node.inner
        if nodes and (nodes[0].start, nodes[0].end) == (node.start, node.end) and nodes[0].span.kind in _SIGNS:
            sign, nodes = "***", nodes[0].inner
        inner_text = self.written(node.start, node.end, nodes, ("*", "*"))
        if _flanks(inner_text[0], char_before) and _flanks(inner_text[-1], char_behind):
            return sign + inner_text + sign
        return self.written(node.start, node.end, node.inner, (char_before, char_behind))


def _flanks(inner_char: str, outer_char: str) -> bool:
    """Whether signs between these characters open or close emphasis, whichever edition of Unicode's tables is read."""
    if inner_char.isspace() or "*" in (inner_char, outer_char):
        return False
    is_mark = inner_char.isascii() and not inner_char.isalnum()
    if not is_mark and unicodedata.category(inner_char)[0] not in "PS":
        return True
    if not outer_char or outer_char.isspace():
        return True
    return unicodedata.category(outer_char)[0] == "P" or (outer_char.isascii() and not outer_char.isalnum())


def _signs(text: str, edges: Container[int]) -> list[str]:
    """Each character of a text, with a backslash where Markdown would read it as a mark; breaks as hard ones.

    Args:
        text: the text.
        edges: where spans begin and end, beside which `_` is no longer within a word.
    """
    signs = [
        f"\\{char}" if char == "!" and offset in edges else char for offset, char in enumerate(text, 1)
    ]  # "![": an image
    for mark in _MARK.finditer(text):
        offset = mark.start()
        if mark[0] != "_" or offset in edges or offset + 1 in edges or not _is_within_word(text, offset):
            signs[offset] = f"\\{mark[0]}"
    begin = 0
    lines = text.split("\n")
    for line in lines:
        if start := _LINE_START.match(line):
            offset = begin + start.end()
            signs[offset] = f"\\{text[offset]}"
        begin += len(line) + 1
        if begin <= len(text):
            signs[begin - 1] = "\\\n"
    return [sign if sign != "|" else "\\|" for sign in signs] if len(lines) > 1 else signs


def _is_within_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) - 1 and text[offset - 1].isalnum() and text[offset + 1].isalnum()


def _code(text: str) -> str:
    text = " ".join(text.split("\n"))
    sign = "`" * (1 + _longest_run(text))
    edge = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{sign}{edge}{text}{edge}{sign}"


def _destination(target: str) -> str:
    """An address as links have it."""
    target = target.replace("\\", "\\\\")
    if _PLAIN_TARGET.fullmatch(target):
        return re.sub(r"&(?=#?[A-Za-z0-9]{1,32};)", r"\\&", target)
    encoded = _ODD_IN_TARGET.sub(lambda char: "".join(f"%{byte:02X}" for byte in char[0].encode()), target)
    return "<" + re.sub(r"&(?=#?[A-Za-z0-9]{1,32};)", r"\\&", encoded) + ">"
