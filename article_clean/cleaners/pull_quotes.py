"""A passage of the story set a second time, in large type."""

import re
from collections.abc import Iterator

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit

SHORTEST_PASSAGE = 40  # a shorter one may recur by chance: a refrain, a slogan
FEWEST_WORDS = 7
LONGEST_PASSAGE = 400
REACH = 10_000  # characters around it in which the passage must recur; keeps the search linear
LOWER_CASE = 0.5  # of the words of a sentence are in lower case; a title has fewer
INDENT = 2  # spaces before a line that set it off

_QUOTES = "\"'“”‘’«»„"
_DOUBLE = '"“”«»„'
_BULLETS = frozenset("-–—*•·")
_CODE = re.compile(r"[=<>{}]|\w_\w|\(\)")


@cleaner("pull_quote", stage="context", role="dup")
def pull_quote(doc: Document) -> Iterator[Edit]:
    """A sentence of the story repeated as a pull quote: indented, in quotation marks of its own, or signed.

    Why it goes: it stands in the story already, and the copy interrupts it.
    Keeps: a passage that occurs twice with no mark on either copy, refrains, and a quotation printed once.
    """
    for line in doc.paragraphs:
        if SHORTEST_PASSAGE <= len(line.text) <= LONGEST_PASSAGE and _is_marked(doc, line) and _recurs(doc, line):
            yield Edit(line.start, line.end)


def _is_marked(doc: Document, line: Line) -> bool:
    """Whether something sets the paragraph off: an indent, or a quotation mark without its fellow."""
    first, last = line.text[0] in _QUOTES, line.text[-1] in _QUOTES
    before = doc.text[max(0, line.start - INDENT) : line.start]
    indented = len(before) == INDENT and not before.strip(" \t")
    if first == last and not indented:
        return False
    marks = sum(map(line.text.count, _DOUBLE))
    said = line.text.split()
    if _CODE.search(line.text) or len(said) < FEWEST_WORDS or said[0] in _BULLETS:
        return False
    if sum(map(str.islower, said)) < LOWER_CASE * len(said):  # the title of a section, listed above it
        return False
    return first == last or marks == 1 or indented


def _recurs(doc: Document, line: Line) -> bool:
    """Whether a longer paragraph nearby holds the passage verbatim."""
    passage = line.folded.strip(_QUOTES + " ").rstrip(".,!?")
    if len(passage) < SHORTEST_PASSAGE:
        return False
    for low, high in ((max(0, line.start - REACH), line.start), (line.end, line.end + REACH)):
        at = doc.folded.find(passage, low, high)
        if at >= 0 and not _fills_its_line(doc.text, at, at + len(passage)):
            return True
    return False


def _fills_its_line(text: str, start: int, end: int) -> bool:
    """Whether the passage is all of its line, as in a refrain or a list printed twice."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return not (text[low:start] + text[end : high if high >= 0 else len(text)]).strip(_QUOTES + " \t.,!?")
