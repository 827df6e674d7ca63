"""The last pass: cuts taken, what is left laid out as paragraphs with a blank line between them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from article_clean.document import Document
from article_clean.edits import LAYOUT, Edit


def cut_paragraphs(doc: Document, cuts: Sequence[Edit]) -> list[Edit]:
    """The edits that make the body of `doc.text`: `cuts` (sorted, disjoint), and one blank line between paragraphs."""
    edits: list[Edit] = []
    at = 0
    for paragraph in doc.without(cuts).paragraphs:
        inside = _within(cuts, paragraph.start, paragraph.end)
        if not _leaves_text(doc.text, paragraph.start, paragraph.end, inside):
            continue
        edits += _gap(at, paragraph.start, cuts, "\n\n" if at else "")
        edits += _closed_up(doc.text, inside)
        at = paragraph.end
    edits += _gap(at, len(doc.text), cuts, "")
    return edits


def _within(cuts: Sequence[Edit], start: int, end: int) -> Sequence[Edit]:
    first = bisect_right(cuts, start, key=lambda cut: cut.end)
    last = first
    while last < len(cuts) and cuts[last].start < end:
        last += 1
    return cuts[first:last]


def _leaves_text(text: str, start: int, end: int, inside: Sequence[Edit]) -> bool:
    at = start
    for cut in inside:
        if cut.text.strip() or text[at : cut.start].strip():
            return True
        at = cut.end
    return bool(text[at:end].strip())


def _gap(start: int, end: int, cuts: Sequence[Edit], separator: str) -> Iterator[Edit]:
    """Between two paragraphs: the cuts that lie there, the white space around them gone, one separator."""
    for cut in (*_within(cuts, start, end), Edit(end, end)):
        if cut.start > start or (separator and cut.start == end):
            yield Edit(start, cut.start, separator, LAYOUT)
            separator = ""
        if cut.start < end:
            yield cut
        start = cut.end


def _closed_up(text: str, inside: Sequence[Edit]) -> Iterator[Edit]:
    """Cuts inside a paragraph, without the second of two spaces that one would leave."""
    for cut in inside:
        yield cut
        if not cut.text and text[cut.start - 1].isspace() and text[cut.end : cut.end + 1] == " ":
            yield Edit(cut.end, cut.end + 1, "", LAYOUT)
