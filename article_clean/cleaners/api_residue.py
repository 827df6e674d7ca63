"""What an interface or a data frame put in the place of text, edits that remove it out."""

import re
from collections.abc import Iterator, Sequence

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import MARKUP, Edit
from article_clean.fields.titles import is_prose

_CUT = re.compile(r"\[ ?\+ ?\d+ chars ?\]")  # https://newsapi.org/docs/endpoints/everything, of `content`
_MARKS = frozenset({"NaN", "NaT", "nan", "<NA>", "[removed]", "[Removed]", "[deleted]", "[object Object]"})
_WORDS = frozenset({"None", "null", "NULL", "undefined"})  # which a table or a list may print, too
_KEYS = frozenset(map(key, _MARKS | _WORDS))


@cleaner("api_residue", stage="boilerplate", role=MARKUP)
def api_residue(doc: Document) -> Iterator[Edit]:
    """What an interface left in a text: "may stop… [+1834 chars]", "[Removed]", "NaN" or "None" on its own line.

    Why it goes: no author wrote it; it says that text is missing.
    Keeps: "[removed]" in a sentence, and "None" in a list or under a question.
    """
    for line in doc.paragraphs_with("chars]", "chars ]"):
        for match in _CUT.finditer(line.text):
            start = len(line.text[: match.start()].rstrip())
            yield Edit(line.start + start, line.start + match.end(), reason="an interface cut the text here")
    by_key = doc.by_key()
    for line in (line for hit in _KEYS.intersection(by_key) for line in by_key[hit]):
        if line.text in _MARKS or (line.text in _WORDS and _is_outside(doc.paragraphs, line)):
            yield Edit(line.start, line.end, reason="stands for a missing value")


def _is_outside(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line stands above or under all prose, and nothing in front of it asks or announces."""
    n = lines.index(line)
    above, below = lines[:n], lines[n + 1 :]
    if above and (above[-1].text.endswith((":", "?")) or len(above[-1].text.split()) == 1):
        return above[-1].text in _MARKS | _WORDS and _is_outside(lines, above[-1])
    if not any(map(_is_text, above)):
        return True
    return _is_text(above[-1]) and not any(map(_is_text, below))


def _is_text(line: Line) -> bool:
    return is_prose(line.text) or _CUT.search(line.text) is not None
