"""A parsed page as blocks of text and the boxes that hold them: one walk over the tree, in document order.

A block is what a browser shows as one paragraph, heading, list item or cell. A box is any element that is not inline.
"""

from collections.abc import Container
from functools import lru_cache, partial
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from article_clean.core.caches import text_cache
from article_clean.core.origin import Block, Box, Page
from article_clean.core.packed import MOST_LISTED, Growing
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.sentence_ends import ends_sentence
from article_clean.knowledge.word_lists import words
from article_clean.pages.formulas_and_buttons import formula_source, is_in_sentence

DEEPEST = 200  # boxes; text that is nested deeper belongs to the deepest; the deepest of shared/pages has 138
LONGEST_NAME = 200  # characters of an element's class and id that are read; generated ones run to kilobytes

SKIPPED = words("""
    -comment script style noscript svg template iframe select option textarea input video audio dialog object
    embed canvas map progress meter datalist head title rt rtc rp
""")
INLINE = words("""
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp small
    span strike strong sub sup time tt u var wbr
""")
_SKIP, _TEXT, _BREAK, _BUTTON, _MATH, _INLINE, _LINK, _BOLD, _BOX, _PRE = range(10)  # what a tag does to the walk
_UNMADE = -2
_END = 3  # the column of a box's end
_KIND = {
    **dict.fromkeys(SKIPPED, _SKIP), **dict.fromkeys(INLINE, _INLINE), "-text": _TEXT, "br": _BREAK, "a": _LINK,
    "b": _BOLD, "strong": _BOLD, "button": _BUTTON, "math": _MATH, "pre": _PRE,
}  # fmt: skip
_KINDS = words("""
    article main header footer nav aside form section figure figcaption table ul ol dl blockquote pre li td p
    h1 h2 h3 h4 h5 h6 details summary center address
""")
_EMPTY_LINE = pattern_of(r"\n[^\S\n]*\n")
_HIDDEN = """
    p span[style*="display:none"], p span[style*="display: none"], p span[hidden], p span.visually-hidden,
    p span.sr-only, p span.screen-reader-text, .katex-mathml + .katex-html
"""
LONGEST_HIDDEN = 200  # characters; a longer text may be the rest of a paragraph, shown by a click on "more"
_MARK = pattern_of(r"[A-Z]?[a-z]+|[A-Z]+")
_NOWHERE = Box("", -1, -1, "", frozenset(), hidden=False, first=0)


def walk(tree: LexborHTMLParser) -> Page:
    """The blocks and boxes of a page, in document order."""
    return walk_in(tree.body) if tree.body is not None else _Walk().page()


def walk_in(node: Any) -> Page:  # Any: selectolax's node
    """The blocks and boxes in an element, in document order."""
    element_walk = _Walk()
    element_walk.hidden = hidden_words(node)
    element_walk.through(node)
    return element_walk.page()


def hidden_words(tree: Any) -> Container[int]:  # Any: a tree, or a node of selectolax
    """Inline elements of a few words that no reader sees, by their place in memory."""
    return {node.mem_id for node in tree.css(_HIDDEN) if len(node.text()) <= LONGEST_HIDDEN}


class _Kept:
    """The blocks and boxes of a page; past many of them, their texts are joined and the rest is numbers."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._joined: list[str] = []
        self._whole: list[str] = []  # the page's text, once it is known
        self._kinds: dict[tuple[object, ...], int] = {}
        self._kind_list: list[tuple[object, ...]] = []
        self.blocks: Growing[Block] = Growing(partial(_block_of, self._whole), self._of_block, 5)
        self.boxes: Growing[Box] = Growing(partial(_box_of, self._kind_list), self._of_box, 4)

    def page(self) -> Page:
        blocks, boxes = self.blocks.held(), self.boxes.held()
        self._join()
        block_texts = self._joined or [block.text for block in blocks]
        self._whole.append("\n".join(block_texts))
        return Page(self._whole[0], blocks, boxes)

    def _join(self) -> None:
        if self._texts:
            self._joined.append("\n".join(self._texts))
            self._texts.clear()

    def _of_block(self, block: Block) -> tuple[int, ...]:
        self._texts.append(block.text)
        if len(self._texts) >= MOST_LISTED:
            self._join()
        return block.start, block.end, block.box, block.linked, block.bold

    def _of_box(self, box: Box) -> tuple[int, ...]:
        box_kind = (box.tag, box.depth, box.name, box.kinds, box.hidden)
        kind_number = self._kinds.setdefault(box_kind, len(self._kind_list))
        if kind_number == len(self._kind_list):
            self._kind_list.append(box_kind)
        return kind_number, box.parent, box.first, box.end


def _block_of(page_text: list[str], start: int, end: int, *counts: int) -> Block:
    return Block(start, page_text[0][start:end], *counts)


def _box_of(
    kinds: list[tuple[Any, ...]], kind_number: int, parent: int, first: int, end: int
) -> Box:  # Any: its fields
    tag, depth, name, around, hidden = kinds[kind_number]
    return Box(tag, parent, depth, name, around, hidden, first, end)


class _Walk:
    """The state of a walk: the elements that are open, from the body down, and the block that is being read."""

    def __init__(self) -> None:
        self.kept = _Kept()
        self.blocks = self.kept.blocks
        self.boxes = self.kept.boxes
        self.nodes: list[Any] = []  # the open elements; Any: selectolax's node
        self.kinds: list[int] = []  # what each does to the walk
        self.at_box: list[int] = []  # its box, made when the first text in it is; _UNMADE before, and of inline ones
        self.parts: list[str] = []  # of the line that is being read
        self.lines: list[str] = []  # of the block that is being read
        self.linked = self.bold = self.at = 0
        self.hidden: Container[int] = ()  # inline elements that no reader sees, by their place in memory

    def through(self, body: Any) -> None:  # noqa: C901, PLR0912  # Any: selectolax's node; a call for each node would cost more
        """Walk with a stack of our own: nesting may be deeper than the interpreter's."""
        open_links = open_bolds = open_pres = 0
        hidden_ids = self.hidden
        nodes, kinds, at_box, parts, lines = self.nodes, self.kinds, self.at_box, self.parts, self.lines
        nodes.append(body)
        kinds.append(_BOX)
        at_box.append(_UNMADE)
        node = body.first_child
        while True:
            if node is None:
                node_kind = kinds[-1]
                if node_kind >= _BOX and (parts or lines or at_box[-1] >= 0):
                    self.leave()
                open_links -= node_kind == _LINK
                open_bolds -= node_kind == _BOLD
                open_pres -= node_kind == _PRE
                kinds.pop()
                at_box.pop()
                node = nodes.pop().next
                if not nodes:
                    return
                continue
            node_kind = _KIND.get(node.tag, _BOX)
            if node_kind >= _INLINE:
                child = node.first_child
                if node_kind >= _BOX and (parts or lines):
                    self.flush()
                if child is not None and not (hidden_ids and node.mem_id in hidden_ids):
                    open_links += node_kind == _LINK
                    open_bolds += node_kind == _BOLD
                    open_pres += node_kind == _PRE
                    nodes.append(node)
                    kinds.append(node_kind)
                    at_box.append(_UNMADE)
                    node = child
                    continue
            elif node_kind == _TEXT:
                node_text = node.text_content
                if open_pres:
                    node_text = self.above_empty_lines(node_text)
                if parts or not node_text.isspace():
                    parts.append(node_text)
                    if open_links or open_bolds:
                        self.mark(node_text, open_links, open_bolds)
            elif node_kind == _BREAK:
                self.break_line()
            elif node_kind == _MATH:
                parts.append(formula_source(node))
            elif node_kind == _BUTTON and parts and is_in_sentence(node):
                self.read_button(node)
            node = node.next

    def page(self) -> Page:
        """What was read."""
        return self.kept.page()

    def mark(self, text: str, open_links: int, open_bolds: int) -> None:
        """Text of the open block that is linked or bold."""
        size = len(text.strip())
        if open_links:
            self.linked += size
        if open_bolds:
            self.bold += size

    def read_button(self, button: Any) -> None:  # Any: selectolax's node
        """A button that is a word of the sentence; what looks like a space is its edge."""
        last_char = self.parts[-1][-1:]
        self.parts += (" " if last_char.isalnum() else "", button.text())

    def above_empty_lines(self, text: str) -> str:
        """Text of a `<pre>`: what stands above its empty lines are blocks of their own where it is prose."""
        *passages, last_passage = preformatted_passages(text)
        for passage in passages:
            self.parts.append(passage)
            self.flush()
        return last_passage

    def break_line(self) -> None:
        """A `<br>`: the next line, or the next block where the line is empty."""
        line = " ".join("".join(self.parts).split())
        self.parts.clear()
        if line:
            self.lines.append(line)
        else:
            self.flush()

    def leave(self) -> None:
        """The innermost element, which is not inline, ends."""
        if self.parts or self.lines:
            self.flush()
        box = self.at_box[-1]
        if box == _UNMADE:
            return
        ended_box = self.boxes[box]
        if ended_box.end == 0:
            ended_box.end = len(self.blocks)
            if box < self.boxes.done:
                self.boxes.put(box, _END, ended_box.end)

    def flush(self) -> None:
        """What was read is a block, if it is anything."""
        last_line = " ".join("".join(self.parts).split())
        self.parts.clear()
        if last_line:
            self.lines.append(last_line)
        if self.lines:
            block_text = "\n".join(self.lines)
            self.lines.clear()
            text_size = len(block_text)
            box_index = self.boxed()
            self.blocks.append(
                Block(self.at, block_text, box_index, min(self.linked, text_size), min(self.bold, text_size))
            )
            self.at += text_size + 1
        self.linked = self.bold = 0

    def boxed(self) -> int:
        """The index of the innermost box, made with those around it where text is the first in them."""
        kinds, at_box = self.kinds, self.at_box
        level = len(kinds) - 1
        while level >= 0 and at_box[level] == _UNMADE:
            level -= 1
        parent_index = at_box[level] if level >= 0 else -1
        for inner_level in range(level + 1, len(kinds)):
            if kinds[inner_level] >= _BOX:
                parent_index = at_box[inner_level] = self.box(self.nodes[inner_level], parent_index)
        return parent_index

    def box(self, node: Any, parent_index: int) -> int:  # Any: selectolax's node
        """The index of a new box, or of the one above it where that is as deep as boxes go."""
        parent_box = self.boxes[parent_index] if parent_index >= 0 else _NOWHERE
        if parent_box.depth >= DEEPEST:
            return parent_index
        tag_name = node.tag
        box_name, is_hidden = _named(node)
        box_kinds = _with(parent_box.kinds, tag_name) if tag_name in _KINDS else parent_box.kinds
        self.boxes.append(
            Box(
                tag_name,
                parent_index,
                parent_box.depth + 1,
                box_name,
                box_kinds,
                is_hidden or parent_box.hidden,
                len(self.blocks),
            )
        )
        return len(self.boxes) - 1


@lru_cache(maxsize=256)
def _with(kinds: frozenset[str], tag: str) -> frozenset[str]:
    return kinds | {tag}


def _named(element: Any) -> tuple[str, bool]:  # Any: selectolax's node
    """What the page calls an element, and whether it is hidden."""
    attributes = element.attributes
    if not attributes:
        return "", False
    element_name = attributes.get("class") or ""
    for attribute in ("id", "itemprop", "role"):
        if attribute in attributes:
            element_name = f"{element_name} {attributes[attribute]}"
    is_hidden = "hidden" in attributes
    if not is_hidden and "style" in attributes:
        is_hidden = "display:none" in (attributes["style"] or "").replace(" ", "")
    return element_name[:LONGEST_NAME], is_hidden


@text_cache(entries=4096)
def marks_of(names: str) -> tuple[str, ...]:
    """The words in class names and ids, in lower case.

    >>> marks_of("c-articleBody__lead is-2")
    ('c', 'article', 'body', 'lead', 'is')
    """
    return tuple(word.lower() for word in _MARK.findall(names))


def preformatted_passages(text: str) -> list[str]:
    """The text of a `<pre>`: as it is where it is code; where most of what empty lines part is prose, its passages."""
    passages = _EMPTY_LINE.split(text)
    is_code = 2 * sum(map(ends_sentence, passages[:-1])) < len(passages) - 1
    return [text] if is_code else passages
