"""The lines of a document that are interface phrases: whole, beginning like one, or in the company of one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise

from article_clean.core.breaks import is_line_break
from article_clean.core.document import Document, Line, key
from article_clean.core.packed import by_word
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import (
    OPENING,
    Opening,
    kinds_by_key,
    kinds_by_name,
    kinds_by_opening,
    name_beginnings,
)
from article_clean.knowledge.phrases.slots import LONGEST_MARKS, QUOTES, first_letter, phrase_end
from article_clean.knowledge.sentence_ends import goes_on

LONGEST_OPENED = 300  # a phrase and what follows it: the longest of 35 notes on comments in shared/gold has 240
LONGEST_WORD = 15  # characters of a line of a broken phrase
MOST_WORDS = 500  # such lines that are read: a text with more is a list or a table
LONGEST_NAME = 60  # characters before a colon

_ODD_IN_WORDS = pattern_of("[.,\\s]")
_MARKS = " -–—•*·|»›→<>#([_"  # most of what may stand before the words of a phrase

# What stands between an opener and a title: a colon of some script, a bar, an arrow, a dash with spaces.
_COLON = pattern_of(r"\s?[:：ঃ፦|»›>►→]+\s?|\s?[–—-]\s")


def exact(doc: Document, *kinds: str) -> list[Line]:
    """The lines that are a phrase of these kinds and no more, in order."""
    lines_by_kind = doc.fact(_whole)
    return (
        sorted({line for kind in kinds for lines in lines_by_kind.get(kind, ()) for line in lines})
        if lines_by_kind
        else []
    )


def begun(doc: Document, kind: str) -> list[Line]:
    """The lines that begin like a phrase of this kind which any text may follow."""
    return doc.fact(_begun).get(kind, [])


def _whole(doc: Document) -> dict[str, list[Sequence[Line]]]:
    """The lines that are a phrase, by its kinds."""
    lines_by_kind: dict[str, list[Sequence[Line]]] = {}
    by_key, kinds_of = doc.by_key(), kinds_by_key()
    for phrase_key in filter(kinds_of.__contains__, by_key):
        lone_lines = doc.held(line for line in by_key[phrase_key] if stands_alone(doc, line))
        for kind in kinds_of[phrase_key] if lone_lines else ():
            lines_by_kind.setdefault(kind, []).append(lone_lines)
    return lines_by_kind


def _begun(doc: Document) -> dict[str, list[Line]]:
    """The lines that begin like a phrase, by its kinds."""
    lines_by_kind: dict[str, list[Line]] = {}
    openings_of = kinds_by_opening()
    for first_chars, lines in doc.fact(by_opening).items():
        for kind, begins in openings_of[first_chars].items() if first_chars in openings_of else ():
            for line in lines:
                if _begins(line, begins) and stands_alone(doc, line):
                    lines_by_kind.setdefault(kind, []).append(line)
    return lines_by_kind


def _begins(line: Line, phrases: Iterable[Opening]) -> bool:
    """Whether a line begins like one of these phrases, a number before its words being part of them."""
    folded_line, words_start = line.folded, first_letter(line.folded)
    if words_start and any(map(str.isdigit, folded_line[:words_start])):
        numbered = key(folded_line)
        return bool(phrase_end(numbered, numbered, phrases))
    near_phrases = [opening for opening in phrases if folded_line.startswith(opening.start, words_start)]
    return bool(near_phrases) and bool(phrase_end(line.text[words_start:], folded_line[words_start:], near_phrases))


def broken(doc: Document, kind: str) -> list[Line]:
    """The lines that are a phrase of this kind together, a word or a number on each: "12", "View", "comments"."""
    return doc.fact(_broken).get(kind, [])


def _broken(doc: Document) -> dict[str, list[Line]]:
    """The lines of broken phrases, by their kinds; a number right above one is part of it."""
    lines_by_kind: dict[str, list[Line]] = {}
    short_lines = (line for line in doc.lines if len(line.text) <= LONGEST_WORD)
    word_lines = [*islice((line for line in short_lines if _ODD_IN_WORDS.sub("", line.text).isalnum()), MOST_WORDS)]
    for first_word, end_word in (
        (first_word, first_word + word_number) for first_word in range(len(word_lines)) for word_number in (1, 2, 3)
    ):
        phrase_key = (
            key(" ".join(line.folded for line in word_lines[first_word:end_word]))
            if _adjoin(doc, word_lines[first_word:end_word])
            else ""
        )
        phrase_start = first_word - (
            first_word > 0
            and word_lines[first_word - 1].text.isdecimal()
            and _adjoin(doc, word_lines[first_word - 1 : first_word + 1])
        )
        for kind in kinds_by_key().get(phrase_key, ()) if len(word_lines[phrase_start:end_word]) > 1 else ():
            lines_by_kind.setdefault(kind, []).extend(word_lines[phrase_start:end_word])
    return lines_by_kind


def _adjoin(doc: Document, lines: Sequence[Line]) -> bool:
    """Whether these stand under each other with no blank line between them."""
    gaps = (doc.text[line_above.end : line_below.start] for line_above, line_below in pairwise(lines))
    return all(map(is_line_break, gaps))


def named(doc: Document, *kinds: str) -> list[tuple[Line, int]]:
    """The lines in which a phrase of these kinds stands before a colon, and where the text behind the colon begins.

    That place counts in the line; where nothing stands behind the colon, it is the line's length. The kinds are those
    of `kinds_by_name`.
    """
    pairs_by_kind = doc.fact(_named)
    return sorted({pair for kind in kinds for pair in pairs_by_kind.get(kind, ())}) if pairs_by_kind else []


def _named(doc: Document) -> dict[str, list[tuple[Line, int]]]:
    """The lines that have a name before a colon, by the kinds of the name."""
    pairs_by_kind: dict[str, list[tuple[Line, int]]] = {}
    beginnings, kinds = name_beginnings(), kinds_by_name()
    for first_chars, lines in doc.fact(by_opening).items():
        if beginnings.isdisjoint((first_chars, first_chars[:3], first_chars[:2])):
            continue
        for line in lines:
            colon_match = _COLON.search(line.text, first_letter(line.folded), LONGEST_NAME)
            if colon_match and line.text[0] != "|":  # the row of a table
                for kind in kinds.get(key(line.folded[: colon_match.start()]), ()):
                    pairs_by_kind.setdefault(kind, []).append((line, colon_match.end()))
    return pairs_by_kind


def runs(doc: Document, lines: Iterable[Line]) -> Iterator[list[Line]]:
    """These lines in runs: in a run nothing but white space stands between one and the next."""
    text, run_end = doc.text, -1
    numbered: list[tuple[int, Line]] = []
    run_number = 0
    for line in sorted(set(lines)):
        run_number += line.start > run_end and bool(text[max(run_end, 0) : line.start].strip() or run_end < 0)
        run_end = max(run_end, line.end)
        numbered.append((run_number, line))
    for _, line_run in groupby(numbered, key=lambda numbered_line: numbered_line[0]):
        yield [line for _, line in line_run]


def touches_an_end(doc: Document, run: list[Line]) -> bool:
    """Whether nothing stands before this run, or nothing behind it."""
    paragraphs = doc.paragraphs
    return run[0].start <= paragraphs[0].start or max(line.end for line in run) >= paragraphs[-1].end


def stands_alone(doc: Document, line: Line) -> bool:
    """Whether the line is a line of its own, not a link that broke out of its sentence nor the tail of a paragraph."""
    line_above, line_below = doc.around(line)
    torn_starts = []
    if line_above and goes_on(line_above.text, line.text):
        torn_starts.append(line.start)
    if line_below and goes_on(line.text, line_below.text):
        torn_starts.append(line_below.start)
    for torn_start in torn_starts:
        doc.torn[torn_start] = 1
    return not torn_starts


def by_opening(doc: Document) -> Mapping[str, Sequence[Line]]:
    """The lines that are no longer than `LONGEST_OPENED`, by the first characters of their keys."""
    return by_word(doc.paragraphs, _opening)


def _opening(line: Line) -> str | None:
    folded = line.folded
    if len(folded) > LONGEST_OPENED:
        return None
    first_chars = folded[:OPENING]
    if first_chars[0].isalpha():
        return first_chars
    if first_chars[0] in QUOTES:
        return None
    first_chars = folded[:LONGEST_MARKS].lstrip(_MARKS)[:OPENING]
    return first_chars if first_chars[:1].isalpha() else key(folded[:LONGEST_MARKS])[:OPENING]
