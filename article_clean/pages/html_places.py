"""Where the text of a page stands in its HTML: the places of its nodes of text, which the parser does not give.

The runs of text between tags are numbered in a copy of the page, which is parsed, too: one character of each becomes
one whose code is its number. Copy and page have the same tags and the same length, so that the parser makes the same
elements of both, whatever it moves or mends. Each node of text thus knows its runs, and is compared with them character
by character; what does not agree has no place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words
from article_clean.pages.long_tags import COMMENT_END, NAME, PIECE, RAW, RAW_ENDS

_FIRST = 0x10000  # code points from here on are numbers
_MOST_RUNS = 0x110000 - _FIRST
_STAND_IN = "\ue000"
_NUMBER = pattern_of("[\U00010000-\U0010ffff]")
_TAG = pattern_of(rf"<(?:(?P<name>/?{NAME})(?>{PIECE}{{0,4000}})|(?P<comment>!--)|[!?/][^>]*+)")
_MORE = pattern_of(rf"(?>{PIECE}{{0,4000}})")
_WORD = pattern_of(r"[^\s<]")  # a "<" that is text counts as a tag where tags are counted
_ENTITY = pattern_of(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,9}|[A-Za-z][A-Za-z0-9]{0,31});?")

_SHOWN_RAW = words("xmp noembed noframes plaintext")

Node = Any  # selectolax's


class Run(NamedTuple):
    """Text between two tags, in offsets of the HTML, and whether its entities stand for themselves."""

    start: int
    end: int
    is_raw: bool = False


class Place(NamedTuple):
    """A character of a run, in offsets of the HTML; an entity is one with several code points."""

    char: str
    start: int
    end: int


def numbered(html: str) -> tuple[str, Sequence[Run]]:
    """The copy of a page that has numbers, and the runs by number."""
    text_runs: list[Run] = []
    copy_parts: list[str] = []
    offset = 0
    for text_run in _runs(html):
        first_word = _WORD.search(html, text_run.start, text_run.end)
        if first_word and len(text_runs) < _MOST_RUNS:
            copy_parts += (_NUMBER.sub(_STAND_IN, html[offset : first_word.start()]), chr(_FIRST + len(text_runs)))
            offset = first_word.end()
            text_runs.append(text_run)
    copy_parts.append(_NUMBER.sub(_STAND_IN, html[offset:]))
    return "".join(copy_parts), text_runs


def _runs(html: str) -> Iterator[Run]:
    """The text between tags, but for the insides of comments, scripts and the like."""
    text_start = 0
    while tag_match := _TAG.search(html, text_start):
        if text_start < tag_match.start():
            yield Run(text_start, tag_match.start())
        tag_name = (tag_match["name"] or "").lower()
        tag_end = _end_of(html, tag_match)
        text_start = _behind_raw(html, tag_name, tag_end)
        if tag_name in _SHOWN_RAW:
            yield Run(tag_end, text_start, is_raw=True)
    yield Run(text_start, len(html))


def _end_of(html: str, tag_match: re.Match[str]) -> int:
    """Where a tag or a comment ends; the end of the page where it does not."""
    if tag_match["comment"]:
        comment_end = COMMENT_END.search(html, tag_match.start() + len("<!"))
        return comment_end.end() if comment_end else len(html)
    tag_end = tag_match.end()
    while (continuation := _MORE.match(html, tag_end)) and continuation[0]:
        tag_end = continuation.end()
    return min(tag_end + 1, len(html))


def _behind_raw(html: str, tag_name: str, content_start: int) -> int:
    """Where what an element holds ends, if that is no markup."""
    if tag_name == "plaintext":
        return len(html)
    if tag_name not in RAW:
        return content_start
    end_match = RAW_ENDS[tag_name].search(html, content_start)
    return end_match.start() if end_match else len(html)


def runs_by_node(
    tree: LexborHTMLParser, copy: LexborHTMLParser, text_runs: Sequence[Run]
) -> Mapping[int, Sequence[Run]]:
    """The runs that each node of text of a tree is made of, by its place in memory.

    Args:
        tree: the page.
        copy: its copy with numbers.
        text_runs: those of the page, by number.
    """
    runs_of_node: dict[int, Sequence[Run]] = {}
    for node, numbered_node in zip(_texts(tree), _texts(copy), strict=False):
        run_numbers = [ord(run_number) - _FIRST for run_number in _NUMBER.findall(numbered_node.text_content)]
        runs_of_node[node.mem_id] = [text_runs[run_number] for run_number in run_numbers if run_number < len(text_runs)]
    return runs_of_node


def _texts(tree: LexborHTMLParser) -> Iterator[Node]:
    """The nodes of text of a tree, in order."""
    open_nodes: list[Node] = []
    node = tree.root
    while node is not None or open_nodes:
        if node is None:
            node = open_nodes.pop().next
            continue
        if node.tag == "-text":
            yield node
        if node.first_child is not None:
            open_nodes.append(node)
            node = node.first_child
        else:
            node = node.next


def places_in(html: str, text_runs: Sequence[Run], text: str) -> Sequence[Place]:
    """Where the characters of a node's text stand, but for white space; none where its runs say something else.

    Args:
        html: the page.
        text_runs: those of the node.
        text: what it says.
    """
    char_places = [
        char_place
        for text_run in text_runs
        for char_place in _characters(html, text_run)
        if not _is_left_out(char_place.char)
    ]
    text_chars = "".join(text.split())
    if len(text_chars) != len(char_places):
        return ()
    chars_agree = all(
        char_place.char == text_char or char_place.end - char_place.start > 1
        for char_place, text_char in zip(char_places, text_chars, strict=True)
    )
    return char_places if chars_agree else ()


def _is_left_out(char: str) -> bool:
    """Whether a character is white space, or the one that the parser drops."""
    return char.isspace() or char == "\0"


def _characters(html: str, text_run: Run) -> Iterator[Place]:
    """The characters of a run, its entities read."""
    offset = text_run.start
    for entity in () if text_run.is_raw else _ENTITY.finditer(html, text_run.start, text_run.end):
        yield from (Place(html[position], position, position + 1) for position in range(offset, entity.start()))
        decoded = unescape(entity[0])
        if decoded == entity[0]:
            yield from (Place(html[position], position, position + 1) for position in range(*entity.span()))
        else:
            yield from (Place(decoded_char, *entity.span()) for decoded_char in decoded or "\N{REPLACEMENT CHARACTER}")
        offset = entity.end()
    yield from (Place(html[position], position, position + 1) for position in range(offset, text_run.end))
