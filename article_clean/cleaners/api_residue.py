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
    for line in doc.paragraphs_with("chars]", "chars ]"):
        for match in _CUT.finditer(line.text):
            start = match.start()
            while start and line.text[start - 1].isspace():
                start -= 1
            yield Edit(line.start + start, line.start + match.end(), reason="an interface cut the text here")
    if not _KEYS.isdisjoint(doc.by_key()):
        yield from (
            Edit(line.start, line.end, reason="stands for a missing value") for line in _missing(doc.paragraphs)
        )


def _missing(lines: Sequence[Line]) -> Iterator[Line]:
    """The marks of a missing value, and words for one above or under all prose where nothing asks or announces it."""
    first_prose = next((index for index, line in enumerate(lines) if _is_text(line)), len(lines))
    last_prose = next(
        (index for index in range(len(lines) - 1, first_prose, -1) if _is_text(lines[index])), first_prose
    )
    is_unannounced = True  # nothing above asks or announces
    for index, line in enumerate(lines):
        if line.text in _MARKS or (line.text in _WORDS and is_unannounced and not first_prose < index < last_prose):
            yield line
        elif line.text not in _WORDS:
            is_unannounced = " " in line.text and not line.text.endswith((":", "?"))


def _is_text(line: Line) -> bool:
    return is_prose(line.text) or _CUT.search(line.text) is not None
