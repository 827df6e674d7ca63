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
    text, offset, cuts_done, separator = doc.text, 0, 0, ""
    for line in doc.without(cuts).paragraphs:
        start, end = line.start, line.end
        first_cut = cuts_done
        while first_cut < len(cuts) and cuts[first_cut].end <= start:
            first_cut += 1
        next_cut = first_cut
        while next_cut < len(cuts) and cuts[next_cut].start < end:
            next_cut += 1
        inner_cuts = cuts[first_cut:next_cut]
        if inner_cuts and not _leaves_text(text, start, end, inner_cuts):
            continue
        gap = text[offset:start]
        if first_cut > cuts_done:
            yield from _gap(offset, start, cuts[cuts_done:first_cut], separator)
        elif doc.torn[start] and is_line_break(gap):
            if gap != "\n":
                yield Edit(offset, start, "\n", LAYOUT)
        elif gap != separator:
            yield Edit(offset, start, separator, LAYOUT)
        if inner_cuts:
            yield from _closed_up(text, inner_cuts)
        offset, cuts_done, separator = end, next_cut, _BLANK_LINE
    yield from _gap(offset, len(text), cuts[cuts_done:], "")


def _leaves_text(text: str, start: int, end: int, inner_cuts: Sequence[Edit]) -> bool:
    offset = start
    for cut in inner_cuts:
        if cut.text.strip() or text[offset : cut.start].strip():
            return True
        offset = cut.end
    return bool(text[offset:end].strip())


def _gap(start: int, end: int, cuts: Sequence[Edit], separator: str) -> Iterator[Edit]:
    """Between two paragraphs: the cuts that lie there, the white space around them gone, one separator."""
    for cut in (*cuts, Edit(end, end)):
        if cut.start > start or (separator and cut.start == end):
            yield Edit(start, cut.start, separator, LAYOUT)
            separator = ""
        if cut.start < cut.end or cut.text:
            yield cut
        start = cut.end


def _closed_up(text: str, inner_cuts: Sequence[Edit]) -> Iterator[Edit]:
    """Cuts inside a paragraph, without the second of two spaces that one would leave."""
    for cut in inner_cuts:
        yield cut
        if not cut.text and text[cut.start - 1].isspace() and text[cut.end : cut.end + 1] == " ":
            yield Edit(cut.end, cut.end + 1, "", LAYOUT)
