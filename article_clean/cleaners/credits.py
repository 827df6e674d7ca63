"""Lines that are nothing but a picture's credit, and the buttons of picture galleries."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from article_clean.cleaners.captions import credited
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.knowledge.credits import from_source
from article_clean.knowledge.credits.credit_words import EDGES, Credit, is_agency, names_agency, words
from article_clean.knowledge.sentence_ends import ENDS_OR_CLOSERS

SHORTEST_PIECE = 40  # characters of a sentence before a link; a heading is shorter, most of the time
SHORTEST_PROSE = 120  # a paragraph of the report: before the first one, "Reuters" on a line of its own is the byline

_CONTROLS = frozenset(map(key, words("gallery")))
_HEADINGS = re.compile(r"(?:videos?|photos|fotos|images|imágenes|imagens|pictures|bilder)\s?:")
_TITLE_WORDS = frozenset(
    {"a", "an", "and", "at", "for", "from", "how", "in", "inside", "of", "on", "the", "to", "what", "why", "with"}
)
_ROW = re.compile(r"[^\W_][^:]{0,30}:\s?\S")


@cleaner("photo_credit", stage="boilerplate", role="credit")
def photo_credit(doc: Document) -> Iterator[Edit]:
    """A picture's credit on a line of its own: "Jane Doe/AP", "Photo: Getty Images", "Featured image by Jane Doe".

    Why it goes: it says whose a picture is, not what the report says. It moves to `Article.captions`.

    Keeps: bylines, an agency alone above the report (that is its byline), rows of a list ("Credit: 3 hours"), headings.
    """
    found = [one for one in doc.fact(credited) if not one.line.text[: one.credit.start].strip(EDGES)]
    if not found:
        return
    paragraphs = doc.paragraphs
    first = next((n for n, line in enumerate(paragraphs) if len(line.text) >= SHORTEST_PROSE), len(paragraphs))
    lines = {one.line.start for one in found}
    for line, credit, n in found:
        if n < first and _may_be_byline(line.text, credit):
            continue
        if (
            _is_heading(line, credit)
            or _is_piece(paragraphs, n)
            or (not credit.sure and _in_list(paragraphs, n, lines))
        ):
            continue
        closing = n == len(paragraphs) - 1 and not credit.sure
        yield Edit(line.start, line.end, role="source_link" if closing else "")


@cleaner("gallery_controls", stage="boilerplate", role="nav")
def gallery_controls(doc: Document) -> Iterator[Edit]:
    """Buttons and counters of a picture gallery: "Image 1 of 4", "Slideshow (5 Images)", "Hide Caption".

    Why it goes: it works the page and says nothing.

    Keeps: headings and prose about photos ("Photos from the harbour"), fractions and scores ("1/5").
    """
    by_key = doc.by_key()
    found = [line for phrase in by_key.keys() & _CONTROLS for line in by_key[phrase]]
    if found:
        alone = {(line.start, line.end) for line in doc.paragraphs}
        for line in found:  # the last word of a wrapped sentence is a line too: "image."
            if (line.start, line.end) in alone and line.text[-1] != ".":
                yield Edit(line.start, line.end)


def _may_be_byline(text: str, credit: Credit) -> bool:
    """Whether above the report it would be its byline: an agency, "Jane Doe / Harbour Post", "Source: Reuters"."""
    if text[0].isalnum() and is_agency(text, words("agency")):
        return True
    return from_source(text) or (not credit.sure and credit.start == credit.name_start)


def _is_piece(paragraphs: Sequence[Line], n: int) -> bool:
    """Whether a bare agency's name is a piece of a sentence that a link broke: "told", "Reuters", "on Monday"."""
    if not is_agency(paragraphs[n].text):
        return False
    before = paragraphs[n - 1].text if n else "."
    behind = paragraphs[n + 1].text if n + 1 < len(paragraphs) else "A"
    return (
        (len(before) >= SHORTEST_PIECE and before[-1] not in ENDS_OR_CLOSERS)
        or behind[0].islower()
        or behind[0] in ",.;"
    )


def _is_heading(line: Line, credit: Credit) -> bool:
    """Whether it may be a heading: "Video: Houseplants for Low Light", "Photos: Inside the Harbour"."""
    name = line.folded[credit.name_start : credit.name_end]
    if not _HEADINGS.match(line.folded) or names_agency(line.text[credit.name_start : credit.name_end]):
        return False
    return line.folded.startswith("video") or not _TITLE_WORDS.isdisjoint(name.split())


def _in_list(paragraphs: Sequence[Line], n: int, credited_at: set[int]) -> bool:
    """Whether it is a row ("Instructor: Jane Doe"), and a line beside it is another one."""
    if not _ROW.match(paragraphs[n].text):
        return False
    beside = chain(paragraphs[max(0, n - 1) : n], paragraphs[n + 1 : n + 2])
    return any(
        len(row.text) < SHORTEST_PROSE and row.start not in credited_at and _ROW.match(row.text) for row in beside
    )
