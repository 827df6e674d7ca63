"""What HTML says of its text beside the words: links, bold and italics, numbers of items, columns of cells."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from article_clean.core.origin import Block, Page
from article_clean.core.parts import SpanKind
from article_clean.core.patterns import pattern_of
from article_clean.core.public import public
from article_clean.core.structure import Mark, Places, Structure
from article_clean.intake.decode import without_surrogates
from article_clean.pages.depth import flattened
from article_clean.pages.extracted import page_of_lines
from article_clean.pages.formulas_and_buttons import formula_source, is_in_sentence
from article_clean.pages.html_places import Run, numbered, places_in, runs_by_node
from article_clean.pages.reading import parse_html, tree_of_copy
from article_clean.pages.walk import SKIPPED, hidden_words

_MARKS: dict[str, SpanKind] = {
    "a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "code": "code", "kbd": "code",
    "samp": "code", "tt": "code",
}  # fmt: skip
_NOWHERE = ("javascript:", "data:", "vbscript:", "about:", "file:")  # schemes of links that lead to no page
_MOST_COLUMNS = 100  # that a cell spans; browsers have 1,000
_ITEM = "- "  # what trafilatura writes before an item
_NO_TEXT = -1_000_000_000  # the number of an item without text, which has no box
_WHOLE_NUMBER = pattern_of(r"-?[0-9]{1,8}")


@public
class HtmlOutline(NamedTuple):
    """Reads a page once more.

    Attributes:
        html: the decoded input.
        url: its address, where it is known.
    """

    html: str
    url: str | None

    def structure(self, source: str) -> Structure:
        """The blocks, links and the like of the page."""
        parsed_page = parse_html(flattened(self.html)[0])
        structure = _Inlines(parsed_page.tree, parsed_page.page, self.url).structure()
        return structure if parsed_page.page.text == source else of_lines(source, structure)

    def places(self, source: str) -> Places:
        """Where the page's text stands in its HTML."""
        html = without_surrogates(self.html)[0]
        numbered_html, text_runs = numbered(html)
        parsed_page = parse_html(flattened(html)[0])
        numbered_tree = tree_of_copy(flattened(numbered_html)[0], is_scriptless=parsed_page.is_scriptless)
        text_places = _Inlines(parsed_page.tree, parsed_page.page, self.url).places(
            html, runs_by_node(parsed_page.tree, numbered_tree, text_runs)
        )
        return (
            text_places if parsed_page.page.text == source else places_of_lines(source, parsed_page.page, text_places)
        )


@dataclass(slots=True)
class _Open:
    """An element that is open.

    Attributes:
        node: the element.
        tag: its name.
        start: how many characters were read before it.
        kind: of the outermost link, bold or italic words or code, what it is.
        place: of an item or cell, its index among those.
        count: the number of its last item, or its columns so far.
    """

    node: Any  # selectolax's node
    tag: str
    start: int
    kind: SpanKind | None = None
    place: int = -1
    count: int = 0


class _Inlines:
    """A second walk over a page's elements, which counts the characters that the first one read, without white space.

    Args:
        tree: the page, parsed.
        page: its blocks, which the first walk read.
        url: its address, where it is known.
    """

    def __init__(self, tree: LexborHTMLParser, page: Page, url: str | None) -> None:
        self.tree = tree
        self.page = page
        self.base = _base(tree, url)
        self.chars = "".join(page.text.split())
        self.read = 0  # characters
        self.open: list[_Open] = []
        self.inside: set[SpanKind | None] = set()
        self.marks: list[tuple[int, int, SpanKind, str | None]] = []
        self.numbers: dict[str, list[int | None]] = {"li": [], "td": []}  # of items and cells, None where no text is in

    def structure(self) -> Structure:
        """The marks and numbers of the page."""
        for node in self.texts():
            self.take(node.text_content)
        if self.read != len(self.chars):
            return Structure(self.page, starts_of(self.page))
        offsets = offsets_of(self.page.text)
        marks = [
            Mark(offsets[mark_start], offsets[mark_end - 1] + 1, mark_kind, target)
            for mark_start, mark_end, mark_kind, target in self.marks
        ]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return Structure(self.page, starts_of(self.page), marks, self.by_box("li"), self.by_box("td", "th"))

    def places(self, html: str, text_runs: Mapping[int, Sequence[Run]]) -> Places:
        """Where the characters of the page's text stand.

        Args:
            html: the page.
            text_runs: those of each node of text, by its place in memory.
        """
        offsets = offsets_of(self.page.text)
        text_places = Places(array("q"), array("q"), array("q"))
        for node in self.texts():
            first_index = self.read
            self.take(node.text_content)
            char_places = places_in(html, text_runs.get(node.mem_id, ()), node.text_content)
            for char_index, char_place in enumerate(char_places, first_index):
                text_places.offsets.append(offsets[char_index])
                text_places.starts.append(char_place.start)
                text_places.ends.append(char_place.end)
        return text_places

    def texts(self) -> Iterator[Any]:  # Any: selectolax's node
        """The nodes of text that the first walk read, in order; elements open and close meanwhile."""
        hidden_ids = hidden_words(self.tree)
        body = self.tree.body
        node = body and body.first_child
        while node is not None or self.open:
            if node is None:
                node = self.close(self.open.pop())
                continue
            tag_name = str(node.tag)
            if tag_name == "-text":
                yield node
            elif tag_name == "math":
                self.take(formula_source(node))
            elif tag_name == "button":
                yield from self.texts_of_button(node)
            elif tag_name not in SKIPPED and not (hidden_ids and node.mem_id in hidden_ids):
                self.open.append(self.entered(node, tag_name))
                node = node.first_child
                continue
            node = node.next

    def take(self, text: str) -> None:
        """Text that the first walk read."""
        self.read += len("".join(text.split()))

    def texts_of_button(self, button: Any) -> Iterator[Any]:  # Any: selectolax's nodes
        """The text of a button, where it was read as a word of the sentence."""
        button_words = "".join(button.text().split())
        if is_in_sentence(button) and self.chars.startswith(button_words, self.read):
            yield from (text_node for text_node in button.traverse(include_text=True) if text_node.tag == "-text")

    def entered(self, node: Any, tag_name: str) -> _Open:  # Any: selectolax's node
        """An element begins; an item has the next number of its list, a cell the next column of its row."""
        open_parent = self.open[-1] if self.open else None
        tag_kind = "td" if tag_name == "th" else tag_name
        numbers = self.numbers.get(tag_kind)
        if numbers is None:
            list_start = _whole_number(node, "start", 1) - 1 if tag_name == "ol" else 0
            return _Open(node, tag_name, self.read, self.begun(tag_name), count=list_start)
        number: int | None = None
        if tag_name != "li":
            number = open_parent.count if open_parent else 0
        elif open_parent and open_parent.tag == "ol":
            number = open_parent.count = _whole_number(node, "value", open_parent.count + 1)
        if open_parent and tag_name != "li":
            open_parent.count += min(max(1, _whole_number(node, "colspan", 1)), _MOST_COLUMNS)
        numbers.append(number)
        return _Open(node, tag_name, self.read, place=len(numbers) - 1)

    def begun(self, tag: str) -> SpanKind | None:
        """What an element begins: nothing inside one of its kind."""
        kind = _MARKS.get(tag)
        if kind is None or kind in self.inside:
            return None
        self.inside.add(kind)
        return kind

    def close(self, element: _Open) -> Any:  # Any: selectolax's node
        """An element ends; what comes behind it."""
        element_node = element.node
        self.inside.discard(element.kind)
        if self.read == element.start:
            if element.place >= 0:
                self.numbers["li" if element.tag == "li" else "td"][element.place] = _NO_TEXT
        elif element_kind := element.kind:
            target = _target(element_node, self.base) if element_kind == "link" else None
            if element_kind != "link" or target:
                self.marks.append((element.start, self.read, element_kind, target))
        return element_node.next

    def by_box(self, *tag_names: str) -> dict[int, int]:
        """The numbers by the index of the box: a box was made of each element with text, in the same order."""
        numbers = [item_number for item_number in self.numbers[tag_names[0]] if item_number != _NO_TEXT]
        tagged_boxes = [box_index for box_index, box in enumerate(self.page.boxes) if box.tag in tag_names]
        if len(tagged_boxes) != len(numbers):
            return {}  # some were too deep to be boxes
        return {
            box_index: item_number
            for box_index, item_number in zip(tagged_boxes, numbers, strict=True)
            if item_number is not None
        }


class _Line(NamedTuple):
    """A line of a text that another engine found in a page.

    Attributes:
        block: the line.
        same: the index of the block of the page that it is, -1 where it is none.
        shift: from the offsets of the page's text to those of the lines.
    """

    block: Block
    same: int
    shift: int


def _lines(text: str, page: Page) -> Iterator[_Line]:
    """The lines of a text, which come in the order of the page as a rule."""
    indexes_by_text: dict[str, list[int]] = {}
    for block_index, block in enumerate(page.blocks):
        indexes_by_text.setdefault(block.text, []).append(block_index)
    last_index = -1
    for block in page_of_lines(text).blocks:
        line_text = block.text.removeprefix(_ITEM)
        if indexes := indexes_by_text.get(line_text):
            last_index = indexes[bisect_right(indexes, last_index) % len(indexes)]
            yield _Line(
                block, last_index, block.start + len(block.text) - len(line_text) - page.blocks[last_index].start
            )
        else:
            yield _Line(block, -1, 0)


def of_lines(text: str, structure: Structure) -> Structure:
    """What a page says of the lines of a text that another engine found in it: those that are one of its blocks.

    Args:
        text: the lines.
        structure: of the page.
    """
    page = structure.page
    marks_of = _marks_by_block(structure)
    line_blocks: list[Block] = []
    line_marks: list[Mark] = []
    for line_block, block_index, line_shift in _lines(text, page):
        line_blocks.append(line_block._replace(box=page.blocks[block_index].box if block_index >= 0 else -1))
        line_marks += (
            mark._replace(start=mark.start + line_shift, end=mark.end + line_shift)
            for mark in marks_of.get(block_index, ())
        )
    page_boxes = [
        replace(page_box, tag="") if page_box.tag == "tr" else page_box for page_box in page.boxes
    ]  # their lines are no cells
    lines_page = Page(text, line_blocks, page_boxes)
    return Structure(lines_page, starts_of(lines_page), line_marks, structure.numbers)


def places_of_lines(text: str, page: Page, places: Places) -> Places:
    """Where the lines of such a text stand in the HTML.

    Args:
        text: the lines.
        page: as it was read.
        places: of the page's text.
    """
    line_places = Places(array("q"), array("q"), array("q"))
    for _, block_index, line_shift in _lines(text, page):
        if block_index < 0:
            continue
        page_block = page.blocks[block_index]
        first_place, end_place = (
            bisect_left(places.offsets, block_edge) for block_edge in (page_block.start, page_block.end)
        )
        line_places.offsets.extend(text_offset + line_shift for text_offset in places.offsets[first_place:end_place])
        line_places.starts.extend(places.starts[first_place:end_place])
        line_places.ends.extend(places.ends[first_place:end_place])
    return line_places


def _marks_by_block(structure: Structure) -> dict[int, list[Mark]]:
    """The marks that lie in one block, by its index."""
    marks_of: dict[int, list[Mark]] = {}
    for mark in structure.marks:
        index = bisect_right(structure.starts, mark.start) - 1
        if mark.end <= structure.page.blocks[index].end:
            marks_of.setdefault(index, []).append(mark)
    return marks_of


def starts_of(page: Page) -> Sequence[int]:
    """Where the blocks of a page begin in its text."""
    return array("q", (block.start for block in page.blocks))


def offsets_of(text: str) -> Sequence[int]:
    """Where the characters of a text stand that are no white space."""
    return array("q", (offset for offset, char in enumerate(text) if not char.isspace()))


def _base(tree: LexborHTMLParser, url: str | None) -> str | None:
    """The address that those of links are relative to."""
    base_tag = tree.css_first("base[href]")
    base_address = (base_tag.attributes["href"] or "").strip() if base_tag else ""
    return _joined(url, base_address)


def _target(link: Any, base: str | None) -> str | None:  # Any: selectolax's node
    """Where a link leads; None where it leads to no page."""
    return link_target(link.attributes.get("href") or "", base)


def link_target(address: str, base: str | None) -> str | None:
    """The address that a link leads to, made whole where the page's own is known; None where it leads to no page."""
    href = address.strip()
    return None if not href or href.lower().startswith(_NOWHERE) else _joined(base, href)


def _joined(base: str | None, href: str) -> str | None:
    try:
        return urljoin(base or "", href) or None
    except ValueError:  # no address of an IPv6 host
        return href


def _whole_number(node: Any, name: str, default: int) -> int:  # Any: selectolax's node
    """The number that an attribute says."""
    number = (node.attributes.get(name) or "").strip()
    return int(number) if _WHOLE_NUMBER.fullmatch(number) else default
