"""The lines around the headline, where a page prints its byline and its date."""

from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.text import field_text, plain, words_of

MOST_BELOW = 12  # lines; a head has a deck, a byline, a date, share buttons and a caption
MOST_ABOVE = 6
MOST_PARTS = 160  # texts and edges of blocks that are looked at to find them
DEEPEST = 100  # elements in one another, below the heading's own depth
MOST_LABEL_WORDS = 3
LONGEST_LABEL = 24  # "Originally published on:"
LONGEST_LINE = 400  # what is longer is prose: the head is over

_INLINE = words("a abbr b bdi bdo cite em font i mark q s small span strong sub sup time u wbr -text -comment")
_SKIPPED = words("""
    script style noscript svg template iframe form select button nav video audio picture figure dialog aside head
    -comment
""")
_LABELS = words("by von par por di av af door on published updated author posted date written last autor autorin text")


def lines_below(heading: LexborNode) -> list[str]:
    """The lines below a heading, each with the label that stood alone before it."""
    return _labelled(list(_lines(_parts(heading, forward=True), MOST_BELOW, step=1)))


def lines_above(heading: LexborNode) -> list[str]:
    """The lines above a heading, nearest first, each with the label that stood alone before it."""
    return _labelled(list(_lines(_parts(heading, forward=False), MOST_ABOVE, step=-1))[::-1])[::-1]


def heading_of(headings: Sequence[LexborNode], titles: Sequence[str], *, certain: bool) -> LexborNode | None:
    """The heading that stands in one of the page's titles; else the first of those that are no subheadings.

    Args:
        headings: elements, in order.
        titles: what the head gives as title.
        certain: whether only the title will do.
    """
    known = "|".join(map(words_of, titles))
    same = (node for node in headings if (key := words_of(field_text(node.text()))) and key in known)
    return next(same, None if certain or not headings else headings[0])


def text_of(node: LexborNode) -> str:
    """The element's text on one line, a space where a block or a break parts it."""
    parts: list[str] = []
    _gather(node, parts, forward=True)
    return plain("".join(part or " " for part in parts))


def _labelled(lines: list[str]) -> list[str]:
    """The lines, with "Published" or "By" joined to what stands below."""
    joined: list[str] = []
    label = ""
    for line in lines:
        if _is_label(line):
            label = f"{label} {line}".strip()
            continue
        joined.append(f"{label} {line}".strip())
        label = ""
    return joined


def _is_label(line: str) -> bool:
    if len(line) > LONGEST_LABEL:
        return False
    given = [word.rstrip(":") for word in line.casefold().split()]
    return len(given) <= MOST_LABEL_WORDS and _LABELS.issuperset(given)


def _lines(parts: Iterable[str], most: int, *, step: int) -> Iterator[str]:
    """Texts joined to lines; an empty part breaks them."""
    open_line: list[str] = []
    found = 0
    for part in parts:
        if part:
            open_line.append(part)
        if part or not open_line:
            continue
        line = " ".join("".join(open_line[::step]).split())
        open_line = []
        if not line:
            continue
        if len(line) > LONGEST_LINE:
            return
        yield line
        found += 1
        if found == most:
            return


def _parts(node: LexborNode | None, *, forward: bool) -> list[str]:
    """Text after or before an element in document order, "" at the edges of blocks, up to a number of parts."""
    parts = [""]
    while node is not None and node.tag != "body" and len(parts) < MOST_PARTS:
        beside = node.next if forward else node.prev
        if beside is None:
            node = node.parent
            parts.append("")
        else:
            _gather(beside, parts, forward=forward)
            node = beside
    return [*parts, ""]


def _gather(node: LexborNode, parts: list[str], *, forward: bool, depth: int = 0) -> None:
    """Add the text in an element to the parts."""
    tag = node.tag
    if tag == "-text":
        parts.append(node.text_content or "")
        return
    if tag in _SKIPPED or len(parts) > MOST_PARTS or depth > DEEPEST:
        return
    edge = () if tag in _INLINE else ("",)
    parts.extend(edge)
    child = node.first_child if forward else node.last_child
    while child is not None:
        _gather(child, parts, forward=forward, depth=depth + 1)
        child = child.next if forward else child.prev
    parts.extend(edge)
