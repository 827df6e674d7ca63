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
    own_spans = [text_span._replace(start=text_span.start - start, end=text_span.end - start) for text_span in spans]
    span_edges = {span_edge for text_span in own_spans for span_edge in (text_span.start, text_span.end)}
    return _Text(text, _signs(text, span_edges)).written(0, len(text), _tree(text, own_spans), ("", ""))


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
    open_nodes: list[_Node] = []
    for text_span in spans:
        while open_nodes and open_nodes[-1].end <= text_span.start:
            open_nodes.pop()
        if open_nodes and (
            text_span.end > open_nodes[-1].end
            or any(open_node.span.kind in {"code", text_span.kind} for open_node in open_nodes)
        ):
            continue
        is_linked = any(open_node.span.kind == "link" for open_node in open_nodes)
        if is_linked and text_span.kind == "code" and _DEFINES in text[text_span.start : text_span.end]:
            continue
        new_node = _Node(text_span, text_span.start, text_span.end, [])
        (open_nodes[-1].inner if open_nodes else top_nodes).append(new_node)
        open_nodes.append(new_node)
    return top_nodes


class _Text(NamedTuple):
    """A text, and what Markdown has for each of its characters."""

    text: str
    signs: Sequence[str]

    def written(self, start: int, end: int, inner_nodes: Sequence[_Node], around: tuple[str, str]) -> str:
        """A part of it; `around` is what Markdown has before and behind the part."""
        text_parts: list[str] = []
        text_offset = start
        for node_index, inner_node in enumerate(inner_nodes):
            text_parts += self.signs[text_offset : inner_node.start]
            char_behind = self.text[inner_node.end : inner_node.end + 1] if inner_node.end < end else around[1]
            if (
                node_index + 1 < len(inner_nodes)
                and inner_nodes[node_index + 1].start == inner_node.end
                and inner_nodes[node_index + 1].span.kind == "link"
            ):
                char_behind = "["
            text_parts.append(self.wrapped(inner_node, text_parts[-1][-1] if text_parts else around[0], char_behind))
            text_offset = inner_node.end
        return "".join((*text_parts, *self.signs[text_offset:end]))

    def wrapped(self, span_node: _Node, char_before: str, char_behind: str) -> str:
        """A span with its signs; without them where they would not be read as such."""
        span_kind = span_node.span.kind
        if span_kind == "code":
            is_apart = char_before != "`"
            return (
                _code(self.text[span_node.start : span_node.end])
                if is_apart
                else "".join(self.signs[span_node.start : span_node.end])
            )
        if span_kind == "link":
            inner_text = self.written(span_node.start, span_node.end, span_node.inner, ("[", "]"))
            return f"[{inner_text}]({_destination(span_node.span.target or '')})"
        span_sign, inner_nodes = _SIGNS[span_kind], span_node.inner
        if (
            inner_nodes
            and (inner_nodes[0].start, inner_nodes[0].end) == (span_node.start, span_node.end)
            and inner_nodes[0].span.kind in _SIGNS
        ):
            span_sign, inner_nodes = "***", inner_nodes[0].inner
        inner_text = self.written(span_node.start, span_node.end, inner_nodes, ("*", "*"))
        if _flanks(inner_text[0], char_before) and _flanks(inner_text[-1], char_behind):
            return span_sign + inner_text + span_sign
        return self.written(span_node.start, span_node.end, span_node.inner, (char_before, char_behind))


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


def _signs(text: str, span_edges: Container[int]) -> list[str]:
    """Each character of a text, with a backslash where Markdown would read it as a mark; breaks as hard ones.

    Args:
        text: the text.
        span_edges: where spans begin and end, beside which `_` is no longer within a word.
    """
    signs = [
        f"\\{char}" if char == "!" and mark_offset in span_edges else char for mark_offset, char in enumerate(text, 1)
    ]  # "![": an image
    for mark_match in _MARK.finditer(text):
        mark_offset = mark_match.start()
        if (
            mark_match[0] != "_"
            or mark_offset in span_edges
            or mark_offset + 1 in span_edges
            or not _is_within_word(text, mark_offset)
        ):
            signs[mark_offset] = f"\\{mark_match[0]}"
    line_begin = 0
    text_lines = text.split("\n")
    for text_line in text_lines:
        if start_match := _LINE_START.match(text_line):
            mark_offset = line_begin + start_match.end()
            signs[mark_offset] = f"\\{text[mark_offset]}"
        line_begin += len(text_line) + 1
        if line_begin <= len(text):
            signs[line_begin - 1] = "\\\n"
    return [char_sign if char_sign != "|" else "\\|" for char_sign in signs] if len(text_lines) > 1 else signs


def _is_within_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) - 1 and text[offset - 1].isalnum() and text[offset + 1].isalnum()


def _code(text: str) -> str:
    text = " ".join(text.split("\n"))
    code_sign = "`" * (1 + _longest_run(text))
    edge_space = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{code_sign}{edge_space}{text}{edge_space}{code_sign}"


def _destination(target: str) -> str:
    """An address as links have it."""
    target = target.replace("\\", "\\\\")
    if _PLAIN_TARGET.fullmatch(target):
        return re.sub(r"&(?=#?[A-Za-z0-9]{1,32};)", r"\\&", target)
    encoded = _ODD_IN_TARGET.sub(lambda char: "".join(f"%{byte:02X}" for byte in char[0].encode()), target)
    return "<" + re.sub(r"&(?=#?[A-Za-z0-9]{1,32};)", r"\\&", encoded) + ">"
