"""What stands between two printed pages: their numbers, and the head that each page repeats."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from article_clean.core.cleaner import cleaner
from article_clean.core.document import LONGEST_KEYED, Document, Line, key
from article_clean.core.edits import LAYOUT, Edit
from article_clean.core.packed import by_word, started_before
from article_clean.core.patterns import pattern_of
from article_clean.fields.titles import LONG_PARAGRAPH, is_prose
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.sentence_ends import ends_sentence

LONGEST_HEAD = 80  # characters of what a page repeats: a paper, a date, a title
FEWEST_HEADS = 2
SECOND = 2  # the one number that may stand alone: page 1 has none, as a rule

_DASHED = pattern_of(r"[-–—]\s?\d{1,3}\s?[-–—]")
_BARE = pattern_of(r"\d{1,3}")
_BARRED = pattern_of(r"(?P<first>\d{1,3}) \| (?P<left>[^|\d]+)|(?P<right>[^|\d]+) \| (?P<last>\d{1,3})")
_NUMBER = pattern_of(r"\d+")
_ANY = "#"  # the key of a line that is a number, with or without dashes


@cleaner("page_break", stage="layout", role="nav")
def page_break(doc: Document) -> Iterator[Edit]:
    """Text between two printed pages: "- 2 -", "Page 2 of 7", and the head that each page repeats.

    Why it goes: it belongs to the sheet, not to the text; a sentence that it cut in two is joined.
    Keeps: numbers that head sections, from "- 1 -" on, and numbers that stand alone.
    """
    mark_lines = sorted({*_counted(doc), *_beside_heads(doc), *_barred(doc)})
    if not mark_lines:
        return
    paragraphs = doc.paragraphs
    removed_lines = sorted({*mark_lines, *_heads(doc, mark_lines)})
    paragraph_indexes = enumerate(started_before(paragraphs, removed_line.start) for removed_line in removed_lines)
    for _, index_run in groupby(paragraph_indexes, key=lambda numbered_index: numbered_index[1] - numbered_index[0]):
        yield from _edits(paragraphs, [paragraph_index for _, paragraph_index in index_run])


def _edits(paragraphs: Sequence[Line], index_run: Sequence[int]) -> Iterator[Edit]:
    """The removal of neighbouring lines; a sentence that goes on behind them is joined."""
    line_above = paragraphs[index_run[0] - 1] if index_run[0] else None
    line_below = paragraphs[index_run[-1] + 1] if index_run[-1] + 1 < len(paragraphs) else None
    if line_above and line_below and line_below.text[0].islower() and not ends_sentence(line_above.text):
        yield Edit(line_above.end, paragraphs[index_run[0]].start, " ", LAYOUT)
        yield Edit(paragraphs[index_run[0]].start, line_below.start)
        return
    yield from (Edit(paragraphs[line_index].start, paragraphs[line_index].end) for line_index in index_run)


def _counted(doc: Document) -> Iterator[Line]:
    """The numbers of pages that stand between dashes or behind the word for page."""
    lines_by_form = doc.fact(_by_form)
    number_forms = [list(lines_by_form[form_key]) for form_key in keys("page_number").intersection(lines_by_form)]
    dashed_lines = [line for line in lines_by_form.get(_ANY, ()) if _DASHED.fullmatch(line.text)]
    for mark_lines in filter(None, [*number_forms, dashed_lines]):
        numbers = _NUMBER.findall(mark_lines[0].text)
        if len(numbers) > 1 or (_is_run(mark_lines) and _are_of_pages(doc, mark_lines)):
            yield from mark_lines


def _by_form(doc: Document) -> Mapping[str, Sequence[Line]]:
    """The short lines with a number, by their keys: of a wrapped text nearly all lines are short."""
    return by_word(doc.paragraphs, _form_of)


def _form_of(line: Line) -> str | None:
    is_numbered = len(line.folded) <= LONGEST_KEYED and _NUMBER.search(line.folded)
    return key(line.folded) if is_numbered else None


def _is_run(marks: Sequence[Line]) -> bool:
    """Whether each number is by one higher than the one above it."""
    numbers = [int(_NUMBER.search(mark.text)[0]) for mark in marks]  # type: ignore[index]  # the keys have a number
    return all(next_number == number + 1 for number, next_number in pairwise(numbers))


def _are_of_pages(doc: Document, marks: Sequence[Line]) -> bool:
    """Whether numbers stand between pages and not over sections: a lone 2, a run from 2 on, or from 1 on under text."""
    first_number = int(_NUMBER.search(marks[0].text)[0])  # type: ignore[index]  # the key has a number
    if first_number > 1 or len(marks) == 1:
        return len(marks) > 1 or first_number == SECOND
    return marks[-1].end >= doc.paragraphs[-1].end or _is_below_prose(doc, marks[0])


def _is_below_prose(doc: Document, line: Line) -> bool:
    """Whether more text stands above than a title and its deck, on lines that may be wrapped."""
    return line.start > doc.fact(_end_of_prose)


def _end_of_prose(doc: Document) -> int:
    """Where so much text has been printed; the text's length where that is nowhere."""
    length = 0
    for line in doc.paragraphs:
        length += len(line.text)
        if length >= LONG_PARAGRAPH or is_prose(line.text):
            return line.end
    return len(doc.text)


def _barred(doc: Document) -> Iterator[Line]:
    """The heads that have the number in them: "The Karstad Post | 2", "3 | The Karstad Post"."""
    numbered_heads: dict[str, list[tuple[int, Line]]] = {}
    for line in doc.lines_with(" | "):
        barred_match = _BARRED.fullmatch(line.folded) if len(line.text) <= LONGEST_HEAD else None
        if barred_match:
            numbered_heads.setdefault(barred_match["left"] or barred_match["right"], []).append(
                (int(barred_match["first"] or barred_match["last"]), line)
            )
    for numbered in numbered_heads.values():
        if len(numbered) >= FEWEST_HEADS and all(
            next_number == page_number + 1 for (page_number, _), (next_number, _) in pairwise(numbered)
        ):
            yield from (line for _, line in numbered)


def _beside_heads(doc: Document) -> Iterator[Line]:
    """Numbers without any mark, each beside the one head that the pages repeat."""
    bare_numbers = [line for line in doc.fact(_by_form).get(_ANY, ()) if _BARE.fullmatch(line.text)]
    if (
        len(bare_numbers) < FEWEST_HEADS
        or not _is_run(bare_numbers)
        or (bare_numbers[0].text == "1" and bare_numbers[-1].end < doc.paragraphs[-1].end)
    ):
        return
    if any(len(alike) == len(bare_numbers) for alike in _beside(doc, bare_numbers)):
        yield from bare_numbers


def _heads(doc: Document, mark_lines: Sequence[Line]) -> list[Line]:
    """The lines beside page numbers that are alike at two or more of them; a first one at the top stays."""
    repeated = [alike_lines for alike_lines in _beside(doc, mark_lines) if len(alike_lines) >= FEWEST_HEADS]
    return [
        line
        for alike_lines in repeated
        for line in alike_lines
        if line is not alike_lines[0] or _is_below_prose(doc, line)
    ]


def _beside(doc: Document, mark_lines: Sequence[Line]) -> Iterable[Sequence[Line]]:
    """The short lines beside page numbers, those that are alike together."""
    paragraphs = doc.paragraphs
    lines_by_head: dict[str, list[Line]] = {}
    for mark_line in mark_lines:
        paragraph_index = started_before(paragraphs, mark_line.start)
        for line in (
            *paragraphs[max(0, paragraph_index - 1) : paragraph_index],
            *paragraphs[paragraph_index + 1 : paragraph_index + 2],
        ):
            head_key = key(line.folded)
            if len(line.text) <= LONGEST_HEAD and any(map(str.isalpha, head_key)) and not is_prose(line.text):
                lines_by_head.setdefault(head_key, []).append(line)
    return lines_by_head.values()
