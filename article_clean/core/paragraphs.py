"""The last pass: cuts taken, what is left laid out as paragraphs with a blank line between them."""

from collections.abc import Iterator, Sequence

from article_clean.core.breaks import is_line_break
from article_clean.core.document import Document
from article_clean.core.edits import LAYOUT, Edit, packed_edits

_BLANK_LINE = "\n\n"


def cut_paragraphs(doc: Document, cuts: Sequence[Edit]) -> Sequence[Edit]:
    """The edits that make the body of `doc.text`: `cuts` (sorted, disjoint), and one blank line between paragraphs."""
    return packed_edits(_cut(doc, cuts))


def _cut(doc: Document, cuts: Sequence[Edit]) -> Iterator[Edit]:
    text, at, done, separator = doc.text, 0, 0, ""
    for line in doc.without(cuts).paragraphs:
        start, end = line.start, line.end
        first = done
        while first < len(cuts) and cuts[first].end <= start:
            first += 1
        last = first
        while last < len(cuts) and cuts[last].start < end:
            last += 1
        inside = cuts[first:last]
        if inside and not _leaves_text(text, start, end, inside):
            continue
        gap = text[at:start]
        if first > done:
            yield from _gap(at, start, cuts[done:first], separator)
        elif doc.torn[start] and is_line_break(gap):
            if gap != "\n":
                yield Edit(at, start, "\n", LAYOUT)
        elif gap != separator:
            yield Edit(at, start, separator, LAYOUT)
        if inside:
            yield from _closed_up(text, inside)
        at, done, separator = end, last, _BLANK_LINE
    yield from _gap(at, len(text), cuts[done:], "")


def _leaves_text(text: str, start: int, end: int, inside: Sequence[Edit]) -> bool:
    at = start
    for cut in inside:
        if cut.text.strip() or text[at : cut.start].strip():
            return True
        at = cut.end
    return bool(text[at:end].strip())


def _gap(start: int, end: int, cuts: Sequence[Edit], separator: str) -> Iterator[Edit]:
    """Between two paragraphs: the cuts that lie there, the white space around them gone, one separator."""
    for cut in (*cuts, Edit(end, end)):
        if cut.start > start or (separator and cut.start == end):
            yield Edit(start, cut.start, separator, LAYOUT)
            separator = ""
        if cut.start < cut.end or cut.text:
            yield cut
        start = cut.end


def _closed_up(text: str, inside: Sequence[Edit]) -> Iterator[Edit]:
    """Cuts inside a paragraph, without the second of two spaces that one would leave."""
    for cut in inside:
        yield cut
        if not cut.text and text[cut.start - 1].isspace() and text[cut.end : cut.end + 1] == " ":
            yield Edit(cut.end, cut.end + 1, "", LAYOUT)
