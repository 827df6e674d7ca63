"""Where a paragraph ends that lost a line break: before the link, the call or the mark behind its last sentence."""

import re
from collections.abc import Iterator
from functools import cache

from article_clean.cleaners.related import LONGEST_HEADING, LONGEST_LINK, OPENERS
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, fold, key
from article_clean.core.edits import LAYOUT, Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.slots import opens
from article_clean.knowledge.sentence_ends import CLOSERS, IN_CLASS, STOPS
from article_clean.knowledge.word_counts import weight

LEAST_BEFORE = 80  # letters of the paragraph; what a hard wrap cut is shorter, with what stands behind it
SHORTEST_MARK = 6  # letters: "ANZEIGE"; shorter words in capitals are names
LEAST_BEHIND = 80  # behind a mark that opens a line; what is shorter may be the advertisement
LONGEST_END = LONGEST_LINK  # characters of what goes at once: a link and the sentences of its title

_SENTENCE_END = pattern_of(rf"[{IN_CLASS}][{re.escape(CLOSERS)}]*+\s+(?=[^\W\d_]|[(\[])")
_CAPITALS = pattern_of(
    rf"(?:^|(?<=[{IN_CLASS}]\s)|(?<=[{IN_CLASS}][\"”»]\s))([^\W\d_a-z]{{{SHORTEST_MARK},}})\s++(?=[\"“„«]?[^\W\d_a-z](?:[^\W\d_A-Z]|\s))"
)  # a word, before a capital that begins a word in lower case
_COLON = pattern_of("[:：]")


@cleaner("paragraph_ends", stage="layout", role=LAYOUT)
def paragraph_ends(doc: Document) -> Iterator[Edit]:
    """A line break that was lost after the last sentence: "… he said. See also: Ferry fares to rise".

    A mark of an advertisement in capitals gets its line amid a paragraph, too: "… he said. REKLAMA The ferry …".

    Why it goes: links to other stories, calls to follow and marks of advertisements are no part of the paragraph; in a
    line of their own the cleaners of such lines read them.
    Keeps: all but the last words of a paragraph together; sentences behind a colon that end in a full stop, as titles
    do not; a link amid a paragraph, where nothing shows how far its title goes.
    """
    has_marks = bool(doc.paragraphs_with(*map(fold, _marks()))) and any(mark in doc.text for mark in _marks())
    for line in doc.paragraphs:
        if len(line.text) < LEAST_BEFORE and not has_marks:
            continue
        start = 0
        for gap_start, gap_end in (*_gaps_at_marks(line.text if has_marks else ""), (len(line.text), len(line.text))):
            end = gap_start
            while gap := _last_gap(line, start, end):
                yield Edit(line.start + gap[0], line.start + gap[1], "\n\n")
                end = gap[0]
            if gap_start < gap_end:
                yield Edit(line.start + gap_start, line.start + gap_end, "\n\n")
            start = gap_end


@cache
def _marks() -> frozenset[str]:
    """The marks of advertisements that are one long word, in capitals; a script without them shows no mark."""
    words = (mark for mark in keys("advert") if mark.isalpha() and len(mark) >= SHORTEST_MARK)
    return frozenset(mark.upper() for mark in words if not mark.isupper() and mark.upper() != mark)


def _gaps_at_marks(text: str) -> Iterator[tuple[int, int]]:
    """The white space around marks in capitals between two sentences: "… he said. REKLAMA The ferry …"."""
    for match in _CAPITALS.finditer(text):
        chars_behind = len(text) - match.end()
        if match[1] in _marks() and (match.start(1) or chars_behind >= LEAST_BEHIND):
            if match.start(1):
                yield len(text[: match.start(1)].rstrip()), match.start(1)
            yield match.end(1), match.end()


def _last_gap(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The white space in line[start:end] before the last thing that ran into it; None where nothing did."""
    text = line.text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(start, end - LONGEST_END), end)]
    if ends and not _COLON.search(text, ends[0], end):
        ends = ends[-1:]  # none of the others is a link
    for sentence_end in reversed(ends):
        is_last = sentence_end == ends[-1] and _is_call_or_mark(text[sentence_end:end], line.folded[sentence_end:end])
        if is_last or _is_link(text[sentence_end:end]):
            text_before = text[start:sentence_end].rstrip()
            return (start + len(text_before), sentence_end) if weight(text_before) >= LEAST_BEFORE else None
    return None


def _is_call_or_mark(text: str, folded: str) -> bool:
    """Whether the last sentence of a paragraph calls to follow, or marks an advertisement's place."""
    if text[0].islower():
        return False
    return opens("follow", text, folded) or (len(text) <= LONGEST_HEADING and key(text) in keys("advert"))


def _is_link(text: str) -> bool:
    """Whether a text is an opener and a title, or an opener whose title is gone."""
    colon = _COLON.search(text, 0, LONGEST_HEADING) if text[0].isalpha() else None
    if colon is None or text[-1] in STOPS:
        return False
    name, title = text[: colon.start()].rstrip(), text[colon.end() :].strip()
    name_key = key(name)
    if not title:
        return " " in name and name_key in keys("related", "related_opener")
    if title[0].islower() or name[0].islower() or name_key in keys("own_heading"):
        return False
    return name_key in keys(*OPENERS) or opens("related", name, fold(name))
