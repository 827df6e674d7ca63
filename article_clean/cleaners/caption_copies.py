"""What a page prints beside a caption: the same words as alternative text or title."""

from collections.abc import Iterator, Sequence

from article_clean.cleaners.captions import credited, is_caption
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, fold
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.fields.picture_captions import SHORTEST_COPY, copies
from article_clean.knowledge.credits.credit_words import EDGES
from article_clean.knowledge.sentence_ends import ENDS

LONGEST_TITLE = 60  # an image's title above its caption
LONGEST_HEADING = 70
LONGEST_UNDER_TITLE = 160  # a caption without a full stop, below its credited title
MOST_LINES_OF_TITLE = 2  # at the head of a text, a headline printed twice

_BLANK_LINE = pattern_of(r"\n[ \t]*\n")


@cleaner("doubled_captions", stage="boilerplate", role="caption")
def doubled_captions(doc: Document) -> Iterator[Edit]:
    """The second print of a caption, and the image's title above it: "The harbour" over "The harbour at dawn / AP".

    Why it goes: a page carries the same words as the image's alternative text, as its title and as its caption; the
    caption with the credit tells what the copy is. So it reads the lines before that caption is taken out.

    Keeps: a paragraph that begins like a caption and goes on, and the headline, which stands at the head of the text.
    """
    paragraphs = doc.paragraphs
    for line, credit, index in doc.fact(credited):
        caption = line.text[: credit.start].rstrip(EDGES)
        if not caption:
            yield from _doubled_above(paragraphs, index)
        if not caption or not is_caption(line.text, credit, closes=False):
            continue
        above = paragraphs[index - 1] if index else None
        below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        for neighbour in (above, below):
            if (
                neighbour
                and copies(neighbour.text, caption)
                and (neighbour is below or not _is_heading(neighbour.text))
            ):
                yield Edit(neighbour.start, neighbour.end, reason="the same words as the caption beside it")
        if above and _is_title(doc, above, line, caption):
            yield Edit(above.start, above.end, reason="the title of the image below it")


def _doubled_above(paragraphs: Sequence[Line], index: int) -> Iterator[Edit]:
    """Two equal lines over a line that is all credit: an image's alternative text and its caption."""
    if index <= MOST_LINES_OF_TITLE:
        return  # the headline, printed twice
    upper, lower = paragraphs[index - 2 : index]
    if upper.text == lower.text and SHORTEST_COPY <= len(upper.text) <= LONGEST_UNDER_TITLE:
        if not _is_heading(upper.text):
            yield Edit(upper.start, upper.end, reason="the same words as the caption below it")
        yield Edit(lower.start, lower.end, reason="a caption, printed twice over its credit")


def _is_heading(text: str) -> bool:
    """Whether a copy above the caption may be the heading of what follows, which the image illustrates."""
    return len(text) <= LONGEST_HEADING and text[-1] not in ENDS


def _is_title(doc: Document, above: Line, line: Line, caption: str) -> bool:
    """Whether `above` is directly over the caption, after a blank line, and its words stand at the caption's start."""
    if len(above.text) > LONGEST_TITLE or doc.text.count("\n", above.end, line.start) != 1:
        return False
    text_before = doc.text[max(0, above.start - 9) : above.start]
    after_blank_line = bool(_BLANK_LINE.search(text_before, len(text_before.rstrip())))
    return after_blank_line and fold(above.text).rstrip(".") in fold(caption)[: 2 * LONGEST_TITLE]
