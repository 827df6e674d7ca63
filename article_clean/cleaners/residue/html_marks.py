"""Marks of HTML in a text: tags, comments, scripts with what they hold; in order, and paired."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words

_INLINE = words(
    """
    a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q ruby s samp
    small span strike strong sub sup time tt u var wbr
    """
)
_BLOCKS = words(
    """
    address area article aside audio base blockquote body button canvas caption center col colgroup dd details dialog
    div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe
    img input legend li link main map menu meta nav noscript object ol optgroup option p param picture pre rp rt script
    section select source style summary svg table tbody td template textarea tfoot th thead title tr track ul video
    """
)
_NO_BREAK = frozenset({"img", "iframe", "input", "button", "rt", "rp", "source", "param", "embed", "link", "meta"})
_OFFICE = pattern_of(r"(?:o|w|v|m|st1|fb|g):[a-z]\w*")  # what word processors and social plug-ins add
_NO_VALUE = """
    allowfullscreen|async|autoplay|checked|compact|controls|crossorigin|default|defer|disabled|download|hidden|ismap
    |itemscope|loop|mozallowfullscreen|multiple|muted|noshade|novalidate|nowrap|open|playsinline|readonly|required
    |reversed|selected|webkitallowfullscreen
"""
_ATTRIBUTE = rf"""\s++(?:[^\s<>"'=/]++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>]++)|(?:{_NO_VALUE})(?=[\s/>]))"""
_MARK = pattern_of(
    rf"""<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+(?>(?::[A-Za-z]\w*+)?))(?P<attributes>(?>(?:{_ATTRIBUTE})*))\s*+/?>
    |<!--
    |<!\[CDATA\[|\]\]>
    |<\?(?:xml|php)\b[^<>]*+\?>|<!doctype\b[^<>]*+>|<!\[(?:if|endif)\b[^<>]*+\]>""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMENT = "<!--"
_ENDS = {  # what a comment ends at, and elements whose content no reader sees
    _COMMENT: re.compile("-->"),
    "script": re.compile(r"</script\s*+>", re.IGNORECASE),
    "style": re.compile(r"</style\s*+>", re.IGNORECASE),
    "svg": re.compile(r"</svg\s*+>", re.IGNORECASE),
}
_CDATA = "<![CDATA["


class Mark(NamedTuple):
    """One mark of HTML.

    Attributes:
        start: its first code point.
        end: the first code point after it.
        name: the element's, in lower case; "" of a comment, a declaration, and a script with what it holds.
        closes: whether it is an end tag.
        certain: whether nothing but a machine writes it so: it has attributes, or is no tag.
    """

    start: int
    end: int
    name: str
    closes: bool
    certain: bool

    @property
    def breaks(self) -> str:
        """The line breaks that a reader of the page sees there."""
        if self.name == "br":
            return "\n"
        return "\n\n" if self.name in _BLOCKS and self.name not in _NO_BREAK else ""


def marks_of(text: str) -> Iterator[Mark]:
    """The marks of a text, in order; what stands in a comment, a script or a style sheet is part of it."""
    endless: set[str] = set()
    has_data, offset = _CDATA in text, 0
    while mark_match := _MARK.search(text, offset):
        offset = mark_match.end()
        if mark_match[0] == "]]>" and not has_data:
            continue
        holder_name = (
            mark_match[0]
            if mark_match[0] == _COMMENT
            else ""
            if mark_match["slash"]
            else (mark_match["name"] or "").lower()
        )
        holder_end = (
            _ENDS[holder_name].search(text, offset) if holder_name in _ENDS and holder_name not in endless else None
        )
        if holder_end:
            offset = holder_end.end()
            yield Mark(mark_match.start(), offset, "", closes=False, certain=True)
            continue
        if holder_name in _ENDS:
            endless.add(holder_name)  # it is not looked for again
        mark = None if holder_name == _COMMENT else _mark(mark_match)
        if mark:
            yield mark


def _mark(mark_match: re.Match[str]) -> Mark | None:
    """What a match is; None for what only looks like a tag: `<name>`, `<<b>>`."""
    mark_start, mark_end = mark_match.span()
    tag_name = (mark_match["name"] or "").lower()
    if not tag_name:
        return Mark(mark_start, mark_end, "", closes=False, certain=True)
    if mark_match.string[mark_start - 1 : mark_start] == "<" or mark_match.string[mark_end : mark_end + 1] == ">":
        return None
    office_match = _OFFICE.fullmatch(tag_name)
    if not office_match and tag_name not in _INLINE and tag_name not in _BLOCKS and tag_name != "br":
        return None
    return Mark(
        mark_start, mark_end, tag_name, bool(mark_match["slash"]), bool(office_match or mark_match["attributes"])
    )


def partners(marks: list[Mark]) -> dict[int, int]:
    """The index of the end tag of each start tag that has one, and the other way round."""
    paired_indexes: dict[int, int] = {}
    open_indexes: dict[str, list[int]] = defaultdict(list)
    for mark_index, mark in enumerate(marks):
        if not mark.closes:
            open_indexes[mark.name].append(mark_index)
        elif open_indexes[mark.name]:
            opening_index = open_indexes[mark.name].pop()
            paired_indexes[opening_index], paired_indexes[mark_index] = mark_index, opening_index
    return paired_indexes
