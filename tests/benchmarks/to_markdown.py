"""A page of HTML as the Markdown that crawlers for language models write of it: headings, links, images, lists, tables.

Small on purpose: it has no opinion of what is the article, as those crawlers have none that take down a whole page.
"""

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from article_clean.knowledge.word_lists import words

SKIPPED = frozenset(
    words("""
    -comment script style noscript svg template iframe select option textarea input video audio object embed canvas map
    progress meter datalist head title button dialog
""")
)

BLOCKS = frozenset(
    words("""
    p div section article main header footer nav aside form figure figcaption address details summary dl dt dd center
    fieldset body html ul ol table tbody thead tr li blockquote pre h1 h2 h3 h4 h5 h6 hr
""")
)

_ESCAPED = re.compile(r"([\\`*_\[\]<])")
_STARTS = re.compile(r"^(#{1,6}\s|[-+]\s|>|={3,}|-{3,})")
_HEADING_MARK = re.compile(r"#{1,6} ")
_NUMBER = re.compile(r"^(\d+)([.)]\s)")
_BREAK = "\0"  # of a line, until the block is written
_MARKED = {"a": "", "b": "**", "strong": "**", "em": "_", "i": "_"}
_NEVER_BLOCKS = frozenset({"-text", "br", "img"})
_SPACE = re.compile(r"\s+")


def to_markdown(html: str, url: str = "") -> str:
    """The Markdown of a page, with what crawlers write above it."""
    tree = LexborHTMLParser(html.encode("utf-8", "replace"))
    title = tree.css_first("title")
    head = [f"Title: {_line(title.text())}"] if title else []
    head += [f"URL Source: {url}"] if url else []
    body = _blocks(tree.body) if tree.body else []
    return "\n\n".join([*head, *(["Markdown Content:"] if head else []), *body]) + "\n"


def _line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _blocks(node: Any) -> list[str]:
    """The blocks in an element, in order."""
    found: list[str] = []
    line: list[str] = []
    for child in _children(node):
        tag = child.tag
        if tag in SKIPPED:
            continue
        if tag in BLOCKS or (tag not in _NEVER_BLOCKS and _holds_blocks(child)):
            found += _paragraph(line)
            line.clear()
            found += _block(child, tag)
        else:
            line.append(_inline(child))
    return [*found, *_paragraph(line)]


def _paragraph(parts: list[str]) -> list[str]:
    lines = [_SPACE.sub(" ", line).strip() for line in "".join(parts).split(_BREAK)]
    shown = [_STARTS.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", line)) for line in lines if line]
    return ["  \n".join(shown)] if shown else []


def _holds_blocks(node: Any) -> bool:
    return any(child.tag in BLOCKS for child in node.traverse(include_text=False) if child is not node)


def _block(node: Any, tag: str) -> list[str]:
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        text = " ".join(_blocks(node)).replace("  \n", " ")
        return [f"{'#' * int(tag[1])} {text}"] if text else []
    writers = {"a": _card, "ul": _list, "ol": _list, "blockquote": _quote, "pre": _code, "table": _table}
    return ["* * *"] if tag == "hr" else writers.get(tag, _blocks)(node)


def _card(node: Any) -> list[str]:
    """A link around blocks: most crawlers write its marks on lines of their own, where they are none."""
    blocks = _blocks(node)
    target = (node.attributes.get("href") or "").strip()
    if not target or not blocks:
        return blocks
    if len(blocks) > 1 or "](" in blocks[0]:
        return ["[", *blocks, f"]({target.replace(' ', '%20')})"]
    mark = _HEADING_MARK.match(blocks[0])
    start = mark.end() if mark else 0
    return [f"{blocks[0][:start]}[{blocks[0][start:]}]({target.replace(' ', '%20')})"]


def _quote(node: Any) -> list[str]:
    inner = "\n\n".join(_blocks(node))
    return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []


def _code(node: Any) -> list[str]:
    code = node.text().strip("\n")
    return [f"```\n{code}\n```"] if code.strip() else []


def _list(node: Any) -> list[str]:
    items: list[str] = []
    for child in _children(node):
        if child.tag == "li":
            inner = "\n\n".join(_blocks(child))
            if inner:
                mark = f"{len(items) + 1}." if node.tag == "ol" else "*"
                width = " " * (len(mark) + 1)
                first, *rest = inner.split("\n")
                items.append("\n".join([f"{mark} {first}", *(f"{width}{line}".rstrip() for line in rest)]))
        elif child.tag not in SKIPPED and child.tag != "-text":
            items += _blocks(child)
    return ["\n".join(items)] if items else []


def _table(node: Any) -> list[str]:
    rows = node.css("tr")
    if len(rows) < 2 or node.css_first("table table") or len(rows[0].css("td, th")) < 2:
        return _blocks_of_cells(rows) if rows else _blocks(node)
    cells = [
        [" ".join(_blocks(cell)).replace("\n", " ").replace("|", "\\|") for cell in row.css("td, th")] for row in rows
    ]
    width = max(map(len, cells))
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in cells]
    return ["\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]


def _blocks_of_cells(rows: Any) -> list[str]:
    return [block for row in rows for cell in row.css("td, th") for block in _blocks(cell)]


def _inline(node: Any) -> str:
    tag = node.tag
    if tag == "-text":
        return _ESCAPED.sub(r"\\\1", node.text_content or "")
    if tag == "br":
        return _BREAK
    if tag in SKIPPED:
        return ""
    if tag == "img":
        return _image(node.attributes)
    text = "".join(map(_inline, _children(node)))
    return _marked(node, text) if tag in _MARKED and text.strip() else text


def _image(given: Any) -> str:
    source = (given.get("src") or "").replace(" ", "%20")
    alt = _line(given.get("alt") or "").replace("]", "")
    return "" if not source or source.startswith("data:") else f"![{alt}]({source})"


def _marked(node: Any, text: str) -> str:
    """Text with the marks of a link, or of bold or italic words; those that break a line have none."""
    bare = text.strip()
    mark = _MARKED[node.tag]
    if mark:
        shown = f"{mark}{_line(bare)}{mark}" if _BREAK not in bare else bare
    else:
        target = (node.attributes.get("href") or "").strip()
        for char, code in ((" ", "%20"), ("(", "%28"), (")", "%29")):
            target = target.replace(char, code)
        shown = f"[{_line(bare.replace(_BREAK, ' '))}]({target})" if target else bare
    return text[: len(text) - len(text.lstrip())] + shown + text[len(text.rstrip()) :]


def _children(node: Any) -> Iterator[Any]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next
