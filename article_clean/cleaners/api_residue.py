"""What an interface or a data frame put in the place of text, edits that remove it out."""

from collections.abc import Iterator, Sequence

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import MARKUP, Edit
from article_clean.core.patterns import pattern_of
from article_clean.fields.titles import is_prose

_CUT = pattern_of(r"\[ ?\+ ?\d+ chars ?\]")  # https://newsapi.org/docs/endpoints/everything, of `content`
_MARKS = frozenset({"NaN", "NaT", "nan", "<NA>", "[removed]", "[Removed]", "[deleted]", "[object Object]"})
_WORDS = frozenset({"None", "null", "NULL", "undefined"})  # which a table or a list may print, too
_KEYS = frozenset(map(key, _MARKS | _WORDS))


@cleaner("api_residue", stage="boilerplate", role=MARKUP)
def api_residue(doc: Document) -> Iterator[Edit]:
    """Traces of an interface in a text: "may stop… [+1834 chars]", "[Removed]", "NaN" or "None" on its own line.

    Why it goes: no author wrote it; it says that text is missing.
    Keeps: "[removed]" in a sentence, and "None" in a list or under a question.
    """
    for paragraph in doc.paragraphs_with("chars]", "chars ]"):
        for cut_match in _CUT.finditer(paragraph.text):
            cut_start = cut_match.start()
            while cut_start and paragraph.text[cut_start - 1].isspace():
                cut_start -= 1
            yield Edit(
                paragraph.start + cut_start, paragraph.start + cut_match.end(), reason="an interface cut the text here"
            )
    if not _KEYS.isdisjoint(doc.by_key()):
        yield from (
            Edit(paragraph.start, paragraph.end, reason="stands for a missing value")
            for paragraph in _missing(doc.paragraphs)
        )


def _missing(paragraphs: Sequence[Line]) -> Iterator[Line]:
    """The marks of a missing value, and words for one above or under all prose where nothing asks or announces it."""
    first_prose = next(
        (paragraph_index for paragraph_index, paragraph in enumerate(paragraphs) if _is_text(paragraph)),
        len(paragraphs),
    )
    last_prose = next(
        (
            paragraph_index
            for paragraph_index in range(len(paragraphs) - 1, first_prose, -1)
            if _is_text(paragraphs[paragraph_index])
        ),
        first_prose,
    )
    is_unannounced = True  # nothing above asks or announces
    for paragraph_index, paragraph in enumerate(paragraphs):
        if paragraph.text in _MARKS or (
            paragraph.text in _WORDS and is_unannounced and not first_prose < paragraph_index < last_prose
        ):
            yield paragraph
        elif paragraph.text not in _WORDS:
            is_unannounced = " " in paragraph.text and not paragraph.text.endswith((":", "?"))


def _is_text(line: Line) -> bool:
    return is_prose(line.text) or _CUT.search(line.text) is not None
