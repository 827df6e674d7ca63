"""The lines around the headline, where a page prints its byline and its date."""

from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.text import field_text, plain, words_of

MOST_BELOW = 12  # lines; a head has a deck, a byline, a date, share buttons and a caption
MOST_ABOVE = 6
MOST_PARTS = 160  # texts and edges of blocks that are looked at to find them
DEEPEST = 100  # elements in one another, below the heading's own depth
MOST_LABEL_WORDS = 3
LONGEST_LABEL = 24  # "Originally published on:"
LONGEST_LINE = 400  # what is longer is prose: the head is over

_LINK_MARKS = frozenset("#¶§\N{LINK SYMBOL}")
_PERMALINK = pattern_of(r"^[#¶§\N{LINK SYMBOL}]\s|\s?[¶\N{LINK SYMBOL}]$|\s#$")
_INLINE = words("a abbr b bdi bdo cite em font i mark q rb ruby s small span strong sub sup time u wbr -text -comment")
_SIDE_BY_SIDE = words("a span time")  # two of these without a space between them are two words, also in Korean
_SKIPPED = words("""
    script style noscript svg template iframe form select button nav video audio picture figure dialog aside head
    blockquote rt rp -comment
""")
_OUTERMOST = words("article body")  # what stands behind the story's own article is another's
_LABELS = words("by von par por di av af door on published updated author posted date written last autor autorin text")


def lines_below(heading: LexborNode) -> list[str]:
    """The lines below a heading, each with the label that stood alone before it."""
    return _labelled(list(_lines(_parts(heading, forward=True), MOST_BELOW, step=1)))


def lines_above(heading: LexborNode) -> list[str]:
    """The lines above a heading, nearest first, each with the label that stood alone before it."""
    return _labelled(list(_lines(_parts(heading, forward=False), MOST_ABOVE, step=-1))[::-1])[::-1]


def in_titles(headings: Iterable[LexborNode], titles: Sequence[str]) -> Iterator[LexborNode]:
    """The headings that one of the page's titles says, whole or as a part of it."""
    keys = f" {' | '.join(map(words_of, titles))} "
    for node in headings:
        key = words_of(field_text(node.text()))
        if key and f" {key} " in keys:
            yield node


def text_of(heading: LexborNode) -> str:
    """A heading's text on one line, without the mark of its own link.

    A space stands where a block or a break parts it, and where one element ends small and the next begins large.
    """
    parts: list[str] = []
    _gather(heading, parts, forward=True)
    text = plain(_joined([part or " " for part in parts]))
    return _PERMALINK.sub("", text) if text[:1] in _LINK_MARKS or text[-1:] in _LINK_MARKS else text


def _joined(parts: Sequence[str]) -> str:
    """Texts of elements that stand side by side; "Ada QuillMay 3, 2024" and "May 3, 20245 min" are not one word."""
    joined_text = parts[0] if parts else ""
    for part in parts[1:]:
        last_char, next_char = joined_text[-1:], part[:1]
        is_apart = (
            next_char.isalnum()
            if last_char.isdecimal()
            else last_char.islower() and (next_char.isupper() or next_char.isdecimal())
        )
        joined_text += f" {part}" if is_apart else part
    return joined_text


def _labelled(lines: list[str]) -> list[str]:
    """The lines, with "Published" or "By" joined to what stands below."""
    joined_lines: list[str] = []
    label = ""
    for line in lines:
        if _is_label(line):
            label = f"{label} {line}".strip()
            continue
        joined_lines.append(f"{label} {line}".strip())
        label = ""
    return joined_lines


def _is_label(line: str) -> bool:
    if len(line) > LONGEST_LABEL:
        return False
    line_words = [word.rstrip(":") for word in line.casefold().split()]
    return len(line_words) <= MOST_LABEL_WORDS and _LABELS.issuperset(line_words)


def _lines(parts: Iterable[str], max_lines: int, *, step: int) -> Iterator[str]:
    """Texts joined to lines; an empty part breaks them."""
    open_line: list[str] = []
    line_count = 0
    for part in parts:
        if part:
            open_line.append(part)
        if part or not open_line:
            continue
        line = " ".join(_joined(open_line[::step]).split())
        open_line = []
        if not line:
            continue
        if len(line) > LONGEST_LINE:
            return
        yield line
        line_count += 1
        if line_count == max_lines:
            return


def _parts(node: LexborNode | None, *, forward: bool) -> list[str]:
    """Text after or before an element in document order, "" at the edges of blocks, up to a number of parts."""
    parts = [""]
    while node is not None and node.tag not in _OUTERMOST and len(parts) < MOST_PARTS:
        sibling = node.next if forward else node.prev
        if sibling is None:
            node = node.parent
            parts.append("")
        else:
            _gather(sibling, parts, forward=forward)
            node = sibling
    return [*parts, ""]


def _gather(node: LexborNode, parts: list[str], *, forward: bool, depth: int = 0) -> None:
    """Add the text in an element to the parts."""
    tag = node.tag
    if tag == "-text":
        parts.append(node.text_content or "")
        return
    if tag in _SKIPPED or len(parts) > MOST_PARTS or depth > DEEPEST:
        return
    inline = tag in _INLINE
    if not inline:
        parts.append("")
    elif tag in _SIDE_BY_SIDE and forward and _touches(node, parts):
        parts.append(" ")
    child = node.first_child if forward else node.last_child
    while child is not None:
        if child.tag == "-text":  # most are; a call for each takes a third longer
            parts.append(child.text_content or "")
        else:
            _gather(child, parts, forward=forward, depth=depth + 1)
        child = child.next if forward else child.prev
    if not inline:
        parts.append("")


def _touches(node: LexborNode, parts: list[str]) -> bool:
    """Whether an element begins with a word straight behind another element that ends in one."""
    previous, first_child = node.prev, node.first_child
    if previous is None or first_child is None or previous.tag not in _SIDE_BY_SIDE or first_child.tag != "-text":
        return False
    return parts[-1][-1:].isalnum() and (first_child.text_content or "")[:1].isalnum()
