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
    for caption_line, credit, paragraph_index in doc.fact(credited):
        caption = caption_line.text[: credit.start].rstrip(EDGES)
        if not caption:
            yield from _doubled_above(paragraphs, paragraph_index)
        if not caption or not is_caption(caption_line.text, credit, closes=False):
            continue
        paragraph_above = paragraphs[paragraph_index - 1] if paragraph_index else None
        paragraph_below = paragraphs[paragraph_index + 1] if paragraph_index + 1 < len(paragraphs) else None
        for neighbour in (paragraph_above, paragraph_below):
            if (
                neighbour
                and copies(neighbour.text, caption)
                and (neighbour is paragraph_below or not _is_heading(neighbour.text))
            ):
                yield Edit(neighbour.start, neighbour.end, reason="the same words as the caption beside it")
        if paragraph_above and _is_title(doc, paragraph_above, caption_line, caption):
            yield Edit(paragraph_above.start, paragraph_above.end, reason="the title of the image below it")


def _doubled_above(paragraphs: Sequence[Line], paragraph_index: int) -> Iterator[Edit]:
    """Two equal lines over a line that is all credit: an image's alternative text and its caption."""
    if paragraph_index <= MOST_LINES_OF_TITLE:
        return  # the headline, printed twice
    upper_line, lower_line = paragraphs[paragraph_index - 2 : paragraph_index]
    if upper_line.text == lower_line.text and SHORTEST_COPY <= len(upper_line.text) <= LONGEST_UNDER_TITLE:
        if not _is_heading(upper_line.text):
            yield Edit(upper_line.start, upper_line.end, reason="the same words as the caption below it")
        yield Edit(lower_line.start, lower_line.end, reason="a caption, printed twice over its credit")


def _is_heading(text: str) -> bool:
    """Whether a copy above the caption may be the heading of what follows, which the image illustrates."""
    return len(text) <= LONGEST_HEADING and text[-1] not in ENDS


def _is_title(doc: Document, line_above: Line, caption_line: Line, caption: str) -> bool:
    """Whether `line_above` is directly over the caption, after a blank line, and its words begin the caption."""
    if len(line_above.text) > LONGEST_TITLE or doc.text.count("\n", line_above.end, caption_line.start) != 1:
        return False
    text_before = doc.text[max(0, line_above.start - 9) : line_above.start]
    after_blank_line = bool(_BLANK_LINE.search(text_before, len(text_before.rstrip())))
    return after_blank_line and fold(line_above.text).rstrip(".") in fold(caption)[: 2 * LONGEST_TITLE]
