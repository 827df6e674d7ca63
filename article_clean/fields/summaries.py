"""What a story says in a few items, above its first paragraph and under a label: "Story highlights", "KEY POINTS".

CNN, Gallup, CNBC and USA Today print it; scrapers glue the label to the first item. Of 14 such lists in
shared/gold/wild (folds 0 to 3) all are the story's deck.
"""

from collections.abc import Iterator, Sequence

from article_clean.core.document import fold
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, read_date_line
from article_clean.fields.label_rows import Part, Row, rows_down
from article_clean.fields.titles import LONGEST_HEADLINE, is_prose
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.sentence_ends import ends_sentence

MOST_ABOVE = 8  # lines of headline, byline, date and caption above the label
MOST_ITEMS = 6


def read_summary(text: str) -> Sequence[Part]:
    """The items of the list as parts of the deck, the first one behind its label; none where a text has no such list.

    Args:
        text: all of it.
    """
    if not any(label in fold(text[: LONGEST_HEADLINE * MOST_ABOVE]) for label in keys("summary")):
        return ()
    rows = rows_down(text)
    for index, row in enumerate(rows[:MOST_ABOVE]):
        label = _label(row.text)
        if label:
            items = [*_items(rows[index:], label)]
            return items if items and len(items) < len(rows) - index else ()
    return ()


def _label(text: str) -> int:
    """How many characters of a line are the label and the space behind it; 0 where it opens with none."""
    folded = fold(text)
    for label in keys("summary"):
        if folded.startswith(label):
            text_behind = text[len(label) :].lstrip(" :")
            if not text_behind or not (text_behind[0].isalpha() and text_behind[0].islower()):
                return len(text) - len(text_behind)
    return 0


def _items(rows: Sequence[Row], label: int) -> Iterator[Part]:
    """The items: what stands behind the label, and the lines below that are neither prose nor another field."""
    first_row, *rows_below = rows
    start = first_row.start + label
    if start < first_row.end:
        if not _is_item(first_row.text[label:]):
            return
        yield Part(first_row.start, first_row.end, "deck", start, first_row.end)
    elif rows_below and _is_item(rows_below[0].text):
        row, *rows_below = rows_below
        yield Part(first_row.start, row.end, "deck", row.start, row.end)
    for row in rows_below[: MOST_ITEMS - 1]:
        if not _is_item(row.text):
            return
        yield Part(row.start, row.end, "deck", row.start, row.end)


def _is_item(text: str) -> bool:
    """Whether a line is one thing that the story says: no paragraph, no byline, no date."""
    if len(text) > LONGEST_HEADLINE or is_prose(text) or ends_sentence(text) or find_byline(text):
        return False
    return len(text) > LONGEST_DATE_LINE or not read_date_line(text)
