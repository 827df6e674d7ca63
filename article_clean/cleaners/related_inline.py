"""Links to other stories inside a sentence."""

import re
from collections.abc import Iterator

from article_clean.cleaners.related import LONGEST_HEADING, OPENERS
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, key
from article_clean.core.edits import Edit
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import opens

LONGEST_BRACKET = 300  # characters in a bracketed link: two titles, chosen by hand
LONGEST_RUN = 900  # characters from a name to its MORE; the longest of 8, all of one article in shared/gold, has 363
NAME_REACH = 70  # between a name and its repetition at length ("Jamie Raskin Jamin (Jamie) Ben Raskin")

_OPENING = re.compile(r"[(\[]\s*([^\W\d_][^()\[\]:：\n]*)[:：]\s")
_KINDS = (*OPENERS, "video_opener", "gallery_opener")
_CLOSING = {"(": ")", "[": "]"}
_GLUE = re.compile(r"([A-Z][\w’'-]*[a-zé])(?=[A-Z0-9“‘\"'\[])")
_MORE = re.compile(r"\sMORE(?=[\s.,;:’')(]|$)")


@cleaner("related_inline", stage="boilerplate", role="related")
def related_inline(doc: Document) -> Iterator[Edit]:
    """A bracketed link within a paragraph: "(RELATED: Ferry fares to rise)".

    Why it goes: the title of another story, set between two sentences of this one.
    Keeps: brackets without the mark, and "(more: see page 4)".
    """
    text = doc.text
    for opening in _OPENING.finditer(text):
        if len(opening[1]) > LONGEST_HEADING or not _is_opener(opening[1]):
            continue
        close = text.find(_CLOSING[opening[0][0]], opening.end(), opening.end() + LONGEST_BRACKET)
        if close >= 0 and "\n" not in text[opening.start() : close] and not text[opening.end()].islower():
            yield Edit(opening.start(), close + 1)


def _is_opener(name: str) -> bool:
    """Whether what stands before the colon leads elsewhere: "RELATED", "Also on Harbour News"."""
    name_key = key(name)
    return not name[0].islower() and (name_key in keys(*_KINDS) or opens("related", name_key))


@cleaner("related_run", stage="boilerplate", role="related")
def related_run(doc: Document) -> Iterator[Edit]:
    """A politician's full name and titles of stories, run into a sentence: "Jo Lane Joanna LaneFerry bill stalls MORE".

    Why it goes: the content of a pop-up on the name; the sentence reads on behind it.
    Keeps: the name itself, and the word MORE where no full name is glued to a title before it.
    """
    if " MORE" not in doc.text:
        return
    for line in doc.paragraphs_with(" more"):
        floor = 0
        for more in _MORE.finditer(line.text):
            start = _run_start(line.text, max(floor, more.start() - LONGEST_RUN), more.start())
            floor = more.end()
            if start is not None:
                yield Edit(line.start + start, line.start + more.end())


def _run_start(text: str, floor: int, end: int) -> int | None:
    """Where the pop-up begins: behind the name that its glued full name repeats."""
    for glue in _GLUE.finditer(text, floor, end):
        if glue.start() and text[glue.start() - 1].isalnum():
            continue
        name = re.compile(rf"\b{re.escape(glue[1])}\b")
        before = [found.end() for found in name.finditer(text, max(floor, glue.start() - NAME_REACH), glue.start())]
        if before:
            return before[-1]
    return None
