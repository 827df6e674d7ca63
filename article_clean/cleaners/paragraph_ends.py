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
    for paragraph in doc.paragraphs:
        if len(paragraph.text) < LEAST_BEFORE and not has_marks:
            continue
        stretch_start = 0
        for gap_start, gap_end in (
            *_gaps_at_marks(paragraph.text if has_marks else ""),
            (len(paragraph.text), len(paragraph.text)),
        ):
            stretch_end = gap_start
            while lost_gap := _last_gap(paragraph, stretch_start, stretch_end):
                yield Edit(paragraph.start + lost_gap[0], paragraph.start + lost_gap[1], "\n\n")
                stretch_end = lost_gap[0]
            if gap_start < gap_end:
                yield Edit(paragraph.start + gap_start, paragraph.start + gap_end, "\n\n")
            stretch_start = gap_end


@cache
def _marks() -> frozenset[str]:
    """The marks of advertisements that are one long word, in capitals; a script without them shows no mark."""
    mark_words = (
        advert_mark for advert_mark in keys("advert") if advert_mark.isalpha() and len(advert_mark) >= SHORTEST_MARK
    )
    return frozenset(
        advert_mark.upper()
        for advert_mark in mark_words
        if not advert_mark.isupper() and advert_mark.upper() != advert_mark
    )


def _gaps_at_marks(paragraph_text: str) -> Iterator[tuple[int, int]]:
    """The white space around marks in capitals between two sentences: "… he said. REKLAMA The ferry …"."""
    for mark_match in _CAPITALS.finditer(paragraph_text):
        chars_behind = len(paragraph_text) - mark_match.end()
        if mark_match[1] in _marks() and (mark_match.start(1) or chars_behind >= LEAST_BEHIND):
            if mark_match.start(1):
                yield len(paragraph_text[: mark_match.start(1)].rstrip()), mark_match.start(1)
            yield mark_match.end(1), mark_match.end()


def _last_gap(line: Line, stretch_start: int, stretch_end: int) -> tuple[int, int] | None:
    """The white space in a stretch of a line before the last thing that ran into it; None where nothing did."""
    text = line.text
    sentence_ends = [
        match.end()
        for match in _SENTENCE_END.finditer(text, max(stretch_start, stretch_end - LONGEST_END), stretch_end)
    ]
    if sentence_ends and not _COLON.search(text, sentence_ends[0], stretch_end):
        sentence_ends = sentence_ends[-1:]  # none of the others is a link
    for sentence_end in reversed(sentence_ends):
        is_last = sentence_end == sentence_ends[-1] and _is_call_or_mark(
            text[sentence_end:stretch_end], line.folded[sentence_end:stretch_end]
        )
        if is_last or _is_link(text[sentence_end:stretch_end]):
            text_before = text[stretch_start:sentence_end].rstrip()
            return (stretch_start + len(text_before), sentence_end) if weight(text_before) >= LEAST_BEFORE else None
    return None


def _is_call_or_mark(text: str, folded: str) -> bool:
    """Whether the last sentence of a paragraph calls to follow, or marks an advertisement's place."""
    if text[0].islower():
        return False
    return opens("follow", text, folded) or (len(text) <= LONGEST_HEADING and key(text) in keys("advert"))


def _is_link(text: str) -> bool:
    """Whether a text is an opener and a title, or an opener whose title is gone."""
    colon_match = _COLON.search(text, 0, LONGEST_HEADING) if text[0].isalpha() else None
    if colon_match is None or text[-1] in STOPS:
        return False
    opener_name, title_text = text[: colon_match.start()].rstrip(), text[colon_match.end() :].strip()
    name_key = key(opener_name)
    if not title_text:
        return " " in opener_name and name_key in keys("related", "related_opener")
    if title_text[0].islower() or opener_name[0].islower() or name_key in keys("own_heading"):
        return False
    return name_key in keys(*OPENERS) or opens("related", opener_name, fold(opener_name))
