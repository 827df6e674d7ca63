"""The lines around the headline, where a page prints its byline and its date."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.fields.words import words
from article_clean.markup.metadata.text import plain, words_of

MOST_BELOW = 24  # lines; a head has a deck, a byline, a date, share buttons and a caption
MOST_ABOVE = 8
MOST_LABEL_WORDS = 3
LONGEST_LINE = 400  # what is longer is prose: the head is over

_INLINE = words("a abbr b bdi bdo cite em font i mark q s small span strong sub sup time u wbr -text -comment")
_SKIPPED = words("""
    script style noscript svg template iframe form select button nav video audio picture figure dialog aside head
    -comment
""")
_LABELS = words("by von par por di av af door on published updated author posted date written last autor autorin text")


def lines_around(heading: LexborNode) -> tuple[list[str], list[str]]:
    """The lines above a heading, nearest first, and those below it, each with the label that stood alone before it."""
    above = list(_lines(_parts(heading, forward=False), MOST_ABOVE, step=-1))
    below = list(_lines(_parts(heading, forward=True), MOST_BELOW, step=1))
    return _labelled(above[::-1])[::-1], _labelled(below)


def heading_of(headings: Sequence[LexborNode], titles: Sequence[str]) -> LexborNode | None:
    """The heading that stands in one of the page's titles; else the first."""
    known = "|".join(words_of(title) for title in titles[:2])
    same = (node for node in headings if (key := words_of(plain(node.text()))) and key in known)
    return next(same, headings[0] if headings else None)


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
    given = [word.rstrip(":") for word in line.casefold().split()]
    return len(given) <= MOST_LABEL_WORDS and _LABELS.issuperset(given)


def _lines(parts: Iterator[str], most: int, *, step: int) -> Iterator[str]:
    """Texts joined to lines; an empty part breaks them."""
    open_line: list[str] = []
    found = 0
    for part in parts:
        if part:
            open_line.append(part)
            continue
        line = plain("".join(open_line[::step]))
        open_line = []
        if not line:
            continue
        if len(line) > LONGEST_LINE:
            return
        yield line
        found += 1
        if found == most:
            return


def _parts(node: LexborNode | None, *, forward: bool) -> Iterator[str]:
    """Text after or before an element in document order, "" at the edges of blocks."""
    yield ""
    while node is not None and node.tag != "body":
        beside = node.next if forward else node.prev
        if beside is None:
            node = node.parent
            yield ""
            continue
        yield from _inside(beside, forward=forward)
        node = beside
    yield ""


def _inside(node: LexborNode, *, forward: bool) -> Iterator[str]:
    if node.tag == "-text":
        yield node.text_content or ""
    if node.tag in _SKIPPED:
        return
    edge = "" if node.tag not in _INLINE else None
    if edge is not None:
        yield edge
    child = node.first_child if forward else node.last_child
    while child is not None:
        yield from _inside(child, forward=forward)
        child = child.next if forward else child.prev
    if edge is not None:
        yield edge
