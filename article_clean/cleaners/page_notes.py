"""What a page says about itself to its visitor: how long it takes to read, and that a link opens a new window."""

from collections.abc import Iterator

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import exact

_AROUND = {"(": ")", ",": ""}  # what may stand before the hint, and then must stand behind it


@cleaner("reading_time", stage="boilerplate", role="nav")
def reading_time(doc: Document) -> Iterator[Edit]:
    """How long the page takes to read, on a line of its own: "5 min read", "Lesezeit: 4 Minuten".

    Why it goes: the page counted its words; the author did not write it.
    Keeps: the same words in a sentence, times that say no more ("60 minutes"), and a date line that names one.
    """
    for line in exact(doc, "reading_time"):
        yield Edit(line.start, line.end)


@cleaner("new_window", stage="boilerplate", role="nav")
def new_window(doc: Document) -> Iterator[Edit]:
    """A note on a link for screen readers: "The report, opens new tab, says …", "Facebook (opens in new window)".

    Why it goes: it is about the browser; of a link that no article prints (a network, "Email"), the name goes too.
    Keeps: the words of the link, and prose about windows: "The button opens a new window onto the harbour".
    """
    hints = tuple(keys("new_window"))
    for paragraph in doc.paragraphs_with(*hints):
        for hint in hints:
            hint_start, hint_end = _hint_span(paragraph, paragraph.folded.find(hint), len(hint))
            if hint_end:
                is_button = hint_end == len(paragraph.text) and key(paragraph.folded[:hint_start]) in _buttons()
                yield Edit(paragraph.start if is_button else paragraph.start + hint_start, paragraph.start + hint_end)


def _hint_span(paragraph: Line, hint_start: int, hint_length: int) -> tuple[int, int]:
    """Where a hint of so many characters begins and ends, with its brackets or its comma; (0, 0) where it is prose.

    The wording is the one that accessibility guides ask for (WCAG, technique G201).
    """
    text_before, text_behind = paragraph.text[: max(hint_start, 0)].rstrip(), paragraph.text[hint_start + hint_length :]
    hint_end = hint_start + hint_length
    if hint_start < 0 or (text_behind[:1].isalnum()):
        return 0, 0
    if text_before.endswith("(") and text_behind.lstrip().startswith(")"):
        return len(text_before[:-1].rstrip()), hint_end + text_behind.index(")") + 1
    if text_before.endswith(","):
        return len(text_before) - 1, hint_end
    at_the_end = not text_behind.strip(" .)") and (not text_before or paragraph.text[hint_start].isupper())
    return (len(text_before), len(paragraph.text)) if at_the_end else (0, 0)


def _buttons() -> frozenset[str]:
    """What a line may say besides the hint that no link of an article is called."""
    return keys("network", "share_verb", "share_word", "copyright")
