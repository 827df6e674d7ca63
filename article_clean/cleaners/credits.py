"""Lines that are nothing but a picture's credit, and the buttons of picture galleries."""

from collections.abc import Iterator, Sequence
from itertools import chain

from article_clean.cleaners.captions import credited
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.credits import from_source
from article_clean.knowledge.credits.credit_words import EDGES, Credit, is_agency, names_agency, words
from article_clean.knowledge.sentence_ends import ENDS_OR_CLOSERS
from article_clean.knowledge.word_lists import word_list

SHORTEST_PIECE = 40  # characters of a sentence before a link; a heading is shorter, most of the time
SHORTEST_PROSE = 120  # a paragraph of the report: before the first one, "Reuters" on a line of its own is the byline

_CONTROLS = frozenset(map(key, words("gallery")))
_HEADINGS = pattern_of(r"(?:videos?|photos|fotos|images|imágenes|imagens|pictures|bilder)\s?:")
_TITLE_WORDS = word_list("title_word")
_ROW = pattern_of(r"[^\W_][^:]{0,30}:\s?\S")


@cleaner("photo_credit", stage="boilerplate", role="credit")
def photo_credit(doc: Document) -> Iterator[Edit]:
    """A picture's credit on a line of its own: "Jane Doe/AP", "Photo: Getty Images", "Featured image by Jane Doe".

    Why it goes: it says whose a picture is, not what the report says. It moves to `Article.captions`.

    Keeps: bylines, an agency alone above the report (that is its byline), rows of a list ("Credit: 3 hours"), headings.
    """
    credit_lines = [
        credited_line
        for credited_line in doc.fact(credited)
        if not credited_line.line.text[: credited_line.credit.start].strip(EDGES)
    ]
    if not credit_lines:
        return
    paragraphs = doc.paragraphs
    first_prose = next(
        (
            paragraph_index
            for paragraph_index, paragraph in enumerate(paragraphs)
            if len(paragraph.text) >= SHORTEST_PROSE
        ),
        len(paragraphs),
    )
    credit_starts = {credited_line.line.start for credited_line in credit_lines}
    for paragraph, credit, paragraph_index in credit_lines:
        if paragraph_index < first_prose and _may_be_byline(paragraph.text, credit):
            continue
        if (
            _is_heading(paragraph, credit)
            or _is_piece(paragraphs, paragraph_index)
            or (not credit.sure and _in_list(paragraphs, paragraph_index, credit_starts))
        ):
            continue
        is_last = paragraph_index == len(paragraphs) - 1 and not credit.sure
        yield Edit(paragraph.start, paragraph.end, role="source_link" if is_last else "")


@cleaner("gallery_controls", stage="boilerplate", role="nav")
def gallery_controls(doc: Document) -> Iterator[Edit]:
    """Buttons and counters of a picture gallery: "Image 1 of 4", "Slideshow (5 Images)", "Hide Caption".

    Why it goes: it works the page and says nothing.

    Keeps: headings and prose about photos ("Photos from the harbour"), fractions and scores ("1/5").
    """
    lines_by_key = doc.by_key()
    control_lines = [line for control_key in lines_by_key.keys() & _CONTROLS for line in lines_by_key[control_key]]
    if control_lines:
        paragraph_spans = {(line.start, line.end) for line in doc.paragraphs}
        for line in control_lines:  # the last word of a wrapped sentence is a line too: "image."
            if (line.start, line.end) in paragraph_spans and line.text[-1] != ".":
                yield Edit(line.start, line.end)


def _may_be_byline(line_text: str, credit: Credit) -> bool:
    """Whether above the report it would be its byline: an agency, "Jane Doe / Harbour Post", "Source: Reuters"."""
    if line_text[0].isalnum() and is_agency(line_text, words("agency")):
        return True
    return from_source(line_text) or (not credit.sure and credit.start == credit.name_start)


def _is_piece(paragraphs: Sequence[Line], index: int) -> bool:
    """Whether a bare agency's name is a piece of a sentence that a link broke: "told", "Reuters", "on Monday"."""
    if not is_agency(paragraphs[index].text):
        return False
    text_above = paragraphs[index - 1].text if index else "."
    text_below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else "A"
    return (
        (len(text_above) >= SHORTEST_PIECE and text_above[-1] not in ENDS_OR_CLOSERS)
        or text_below[0].islower()
        or text_below[0] in ",.;"
    )


def _is_heading(credit_line: Line, credit: Credit) -> bool:
    """Whether it may be a heading: "Video: Houseplants for Low Light", "Photos: Inside the Harbour"."""
    credit_name = credit_line.folded[credit.name_start : credit.name_end]
    if not _HEADINGS.match(credit_line.folded) or names_agency(credit_line.text[credit.name_start : credit.name_end]):
        return False
    return credit_line.folded.startswith("video") or not _TITLE_WORDS.isdisjoint(credit_name.split())


def _in_list(paragraphs: Sequence[Line], paragraph_index: int, credit_starts: set[int]) -> bool:
    """Whether it is a row ("Instructor: Jane Doe"), and a line beside it is another one."""
    if not _ROW.match(paragraphs[paragraph_index].text):
        return False
    neighbours = chain(
        paragraphs[max(0, paragraph_index - 1) : paragraph_index], paragraphs[paragraph_index + 1 : paragraph_index + 2]
    )
    return any(
        len(neighbour.text) < SHORTEST_PROSE and neighbour.start not in credit_starts and _ROW.match(neighbour.text)
        for neighbour in neighbours
    )
