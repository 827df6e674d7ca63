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
        copy, runs = numbered(html)
        parsed_page = parse_html(flattened(html)[0])
        numbered_tree = tree_of_copy(flattened(copy)[0], is_scriptless=parsed_page.is_scriptless)
        places = _Inlines(parsed_page.tree, parsed_page.page, self.url).places(
            html, runs_by_node(parsed_page.tree, numbered_tree, runs)
        )
        return places if parsed_page.page.text == source else places_of_lines(source, parsed_page.page, places)


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
        marks = [Mark(offsets[start], offsets[end - 1] + 1, kind, target) for start, end, kind, target in self.marks]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return Structure(self.page, starts_of(self.page), marks, self.by_box("li"), self.by_box("td", "th"))

    def places(self, html: str, runs: Mapping[int, Sequence[Run]]) -> Places:
        """Where the characters of the page's text stand.

        Args:
            html: the page.
            runs: those of each node of text, by its place in memory.
        """
        offsets = offsets_of(self.page.text)
        text_places = Places(array("q"), array("q"), array("q"))
        for node in self.texts():
            first_index = self.read
            self.take(node.text_content)
            places = places_in(html, runs.get(node.mem_id, ()), node.text_content)
            for index, place in enumerate(places, first_index):
                text_places.offsets.append(offsets[index])
                text_places.starts.append(place.start)
                text_places.ends.append(place.end)
        return text_places

    def texts(self) -> Iterator[Any]:  # Any: selectolax's node
        """The nodes of text that the first walk read, in order; elements open and close meanwhile."""
        hidden = hidden_words(self.tree)
        body = self.tree.body
        node = body and body.first_child
        while node is not None or self.open:
            if node is None:
                node = self.close(self.open.pop())
                continue
            tag = str(node.tag)
            if tag == "-text":
                yield node
            elif tag == "math":
                self.take(formula_source(node))
            elif tag == "button":
                yield from self.texts_of_button(node)
            elif tag not in SKIPPED and not (hidden and node.mem_id in hidden):
                self.open.append(self.entered(node, tag))
                node = node.first_child
                continue
            node = node.next

    def take(self, text: str) -> None:
        """Text that the first walk read."""
        self.read += len("".join(text.split()))

    def texts_of_button(self, button: Any) -> Iterator[Any]:  # Any: selectolax's nodes
        """The text of a button, where it was read as a word of the sentence."""
        words = "".join(button.text().split())
        if is_in_sentence(button) and self.chars.startswith(words, self.read):
            yield from (node for node in button.traverse(include_text=True) if node.tag == "-text")

    def entered(self, node: Any, tag: str) -> _Open:  # Any: selectolax's node
        """An element begins; an item has the next number of its list, a cell the next column of its row."""
        around = self.open[-1] if self.open else None
        kind = "td" if tag == "th" else tag
        numbers = self.numbers.get(kind)
        if numbers is None:
            start = _whole_number(node, "start", 1) - 1 if tag == "ol" else 0
            return _Open(node, tag, self.read, self.begun(tag), count=start)
        number: int | None = None
        if tag != "li":
            number = around.count if around else 0
        elif around and around.tag == "ol":
            number = around.count = _whole_number(node, "value", around.count + 1)
        if around and tag != "li":
            around.count += min(max(1, _whole_number(node, "colspan", 1)), _MOST_COLUMNS)
        numbers.append(number)
        return _Open(node, tag, self.read, place=len(numbers) - 1)

    def begun(self, tag: str) -> SpanKind | None:
        """What an element begins: nothing inside one of its kind."""
        kind = _MARKS.get(tag)
        if kind is None or kind in self.inside:
            return None
        self.inside.add(kind)
        return kind

    def close(self, element: _Open) -> Any:  # Any: selectolax's node
        """An element ends; what comes behind it."""
        node = element.node
        self.inside.discard(element.kind)
        if self.read == element.start:
            if element.place >= 0:
                self.numbers["li" if element.tag == "li" else "td"][element.place] = _NO_TEXT
        elif kind := element.kind:
            target = _target(node, self.base) if kind == "link" else None
            if kind != "link" or target:
                self.marks.append((element.start, self.read, kind, target))
        return node.next

    def by_box(self, *tags: str) -> dict[int, int]:
        """The numbers by the index of the box: a box was made of each element with text, in the same order."""
        numbers = [number for number in self.numbers[tags[0]] if number != _NO_TEXT]
        boxes = [index for index, box in enumerate(self.page.boxes) if box.tag in tags]
        if len(boxes) != len(numbers):
            return {}  # some were too deep to be boxes
        return {index: number for index, number in zip(boxes, numbers, strict=True) if number is not None}


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
    places: dict[str, list[int]] = {}
    for index, block in enumerate(page.blocks):
        places.setdefault(block.text, []).append(index)
    last_index = -1
    for block in page_of_lines(text).blocks:
        line = block.text.removeprefix(_ITEM)
        if indexes := places.get(line):
            last_index = indexes[bisect_right(indexes, last_index) % len(indexes)]
            yield _Line(block, last_index, block.start + len(block.text) - len(line) - page.blocks[last_index].start)
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
    blocks: list[Block] = []
    marks: list[Mark] = []
    for block, block_index, shift in _lines(text, page):
        blocks.append(block._replace(box=page.blocks[block_index].box if block_index >= 0 else -1))
        marks += (
            mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in marks_of.get(block_index, ())
        )
    boxes = [replace(box, tag="") if box.tag == "tr" else box for box in page.boxes]  # their lines are no cells
    lines_page = Page(text, blocks, boxes)
    return Structure(lines_page, starts_of(lines_page), marks, structure.numbers)


def places_of_lines(text: str, page: Page, places: Places) -> Places:
    """Where the lines of such a text stand in the HTML.

    Args:
        text: the lines.
        page: as it was read.
        places: of the page's text.
    """
    line_places = Places(array("q"), array("q"), array("q"))
    for _, block_index, shift in _lines(text, page):
        if block_index < 0:
            continue
        block = page.blocks[block_index]
        first_place, end_place = (bisect_left(places.offsets, edge) for edge in (block.start, block.end))
        line_places.offsets.extend(offset + shift for offset in places.offsets[first_place:end_place])
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
    base = tree.css_first("base[href]")
    href = (base.attributes["href"] or "").strip() if base else ""
    return _joined(url, href)


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
