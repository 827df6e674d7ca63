"""Whether a document is wrapped, at which width, and how its paragraphs are set apart."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from article_clean.cleaners.wraps.edges import BINDING, GOES_ON, End, Start, end_of, start_of
from article_clean.core.document import Document, Line

WIDEST = 130  # columns; dumps are made at 65 to 110, longer lines that break do so at a link
NARROWEST = 24  # columns; the narrowest column of shared/gold/wild has 32, narrower ones are lists
COLUMN = 45  # a narrower one needs more breaks to be told from a list
FEWEST_BREAKS = 3  # amid sentences, at the same width, make a wrapped document
FEWEST_SPACED = 4  # the same where a blank line stands between any two lines, as recognised print has it
MORE_IN_COLUMN = 2  # breaks that a narrow column needs besides, with blank lines: lists have them, too
FEWEST_RAGGED = 6  # breaks that are no list, where no sharp edge shows it
SURE = 8  # breaks at one width that need no further evidence; fewer need words that no sentence ends in
RAGGED = 0.1  # of the breaks off the edge: proportional type. At most .06 in 409 dumps at one width, .24 and more else
LONGEST_WORD = 80  # no need to look further for the end of a line's first word

_NO_SPACES = ("\N{CJK RADICAL REPEAT}", "\N{HANGUL SYLLABLE GA}")  # from here up to Hangul, words stand unspaced


class Break(NamedTuple):
    """Two neighbouring lines and what stands between them.

    Attributes:
        above: the line before the break.
        below: the line after it.
        blanks: blank lines between them.
        end: how the line above ends.
        start: how the line below begins.
        word: the first word of the line below.
        deeper: the line below is indented deeper.
        length: columns of the line above.
        needed: columns that it would have had with the next word.
    """

    above: Line
    below: Line
    blanks: int
    end: End
    start: Start
    word: str
    deeper: bool
    length: int
    needed: int

    @property
    def amid_sentence(self) -> bool:
        """By its edges alone, the sentence goes on below."""
        return self.start in (Start.LOWER, Start.CASELESS) and self.end in GOES_ON


class Wrapping(NamedTuple):
    """How a document is wrapped.

    Attributes:
        width: columns, 0 where it is not wrapped; the longest line that is known to be wrapped.
        limit: columns that would explain the breaks as well; a longer line was not wrapped.
        slack: columns by which lines fall short of it or pass it: proportional type has some.
        blanks: blank lines between two lines of one paragraph.
        separated: paragraphs have more blank lines between them than lines have.
        linked: lines also break around links, far from the edge.
        typical: characters of a typical paragraph, 0 where it is not known.
    """

    width: int = 0
    limit: int = 0
    slack: int = 0
    blanks: int = 0
    separated: bool = False
    linked: bool = False
    typical: int = 0

    def full(self, line_break: Break) -> bool:
        """The next word would not have fitted on the line above."""
        return line_break.length <= self.limit and line_break.needed > self.width - self.slack


def breaks_of(doc: Document) -> list[Break]:
    """Every break between two lines of the document, in order."""
    line_breaks: list[Break] = []
    text, above_indent = doc.text, 0
    for line_above, line_below in pairwise(doc.lines):
        line_gap = text[line_above.end : line_below.start]
        below_indent = len(line_gap) - line_gap.rfind("\n") - 1
        first_word = _first_word(line_below.text)
        above_length = line_above.end - line_above.start
        line_edges = end_of(line_above.text), start_of(line_below.text)
        line_sizes = above_length, above_length + 1 + len(first_word)
        break_values = (
            line_above,
            line_below,
            line_gap.count("\n") - 1,
            *line_edges,
            first_word,
            below_indent > above_indent,
            *line_sizes,
        )
        line_breaks.append(tuple.__new__(Break, break_values))  # half the time of Break(…)
        above_indent = below_indent
    return line_breaks


def _first_word(text: str) -> str:
    if _NO_SPACES[0] <= text[0] and not _NO_SPACES[1] <= text[0] <= "\N{HANGUL SYLLABLE HIH}":
        return text[0]
    return text[:LONGEST_WORD].split(None, 1)[0]


def wrapping_of(breaks: Sequence[Break]) -> Wrapping:
    """How the document with these breaks is wrapped."""
    wrapping = _measured([line_break for line_break in breaks if line_break.blanks == 0], FEWEST_BREAKS)
    if not wrapping.width and breaks:
        usual_blanks = max(1, median_low(line_break.blanks for line_break in breaks))
        spaced_breaks = [line_break for line_break in breaks if line_break.blanks <= usual_blanks]
        wrapping = _measured(spaced_breaks, max(FEWEST_SPACED, len(spaced_breaks) // 3), MORE_IN_COLUMN)._replace(
            blanks=usual_blanks
        )
    if not wrapping.width:
        return Wrapping()
    return _with_paragraphs(wrapping, breaks)


def _measured(breaks: Sequence[Break], fewest: int, more_in_column: int = 1) -> Wrapping:
    """Width and slack, from the breaks amid sentences; a narrow column needs some more than the fewest."""
    sentence_breaks = [line_break for line_break in breaks if line_break.length <= WIDEST and line_break.amid_sentence]
    if len(sentence_breaks) < fewest:
        return Wrapping()
    width = _edge(sentence_breaks)
    near_edge = sum(
        0.85 * width < line_break.needed <= width or width < line_break.length <= 1.25 * width
        for line_break in sentence_breaks
    )
    if near_edge > max(1, RAGGED * len(sentence_breaks)):
        return _ragged([line_break for line_break in sentence_breaks if line_break.length <= 1.25 * width], breaks)
    fitting_breaks = [line_break for line_break in sentence_breaks if line_break.length <= width < line_break.needed]
    binding_breaks = sum(line_break.end is End.BINDING for line_break in fitting_breaks)
    unspaced = all(len(line_break.word) == 1 for line_break in sentence_breaks)
    is_sure = binding_breaks >= 0.1 * len(fitting_breaks) or len(fitting_breaks) >= max(
        FEWEST_BREAKS if unspaced else SURE, 0.8 * len(sentence_breaks)
    )
    are_enough = len(fitting_breaks) >= max(fewest + more_in_column * (width < COLUMN), len(sentence_breaks) / 2)
    if not (is_sure and are_enough and width >= NARROWEST):
        return Wrapping()
    return Wrapping(width, min(line_break.needed for line_break in fitting_breaks) - 1)


def _edge(sentence_breaks: Sequence[Break]) -> int:
    """The width that explains the most of these breaks.

    A width explains a break when the line above has room in it and the next word has not.
    """
    edge_events = sorted(
        edge_event for line_break in sentence_breaks for edge_event in ((line_break.length, 0), (line_break.needed, -1))
    )
    most_open = width = open_now = 0
    for edge_length, closes in edge_events:
        open_now += -1 if closes else 1
        if open_now > most_open:
            most_open, width = open_now, edge_length
    return width


def _ragged(sentence_breaks: Sequence[Break], breaks: Sequence[Break]) -> Wrapping:
    """Width and slack of proportional type, which has no sharp edge; so it needs words that bind, and full lines."""
    lengths = sorted(line_break.length for line_break in sentence_breaks)
    width = lengths[int(0.95 * len(lengths))]
    unfinished = sum(line_break.end in GOES_ON and line_break.length <= width for line_break in breaks)
    is_prose = len(sentence_breaks) >= 0.6 * unfinished and sum(
        line_break.end is End.BINDING for line_break in sentence_breaks
    ) >= 0.15 * len(sentence_breaks)
    if (
        len(sentence_breaks) < FEWEST_RAGGED
        or width < NARROWEST
        or sum(lengths) < 0.75 * width * len(lengths)
        or not is_prose
    ):
        return Wrapping()
    shortfalls = sorted(
        max(0, width - line_break.needed + 1) for line_break in sentence_breaks if line_break.length <= width
    )
    slack = min(shortfalls[int(0.8 * len(shortfalls))], width // 4)
    return Wrapping(width, width + slack, slack)


def _with_paragraphs(wrapping: Wrapping, breaks: Sequence[Break]) -> Wrapping:
    """What the plain ends of paragraphs, and breaks far from the edge, add to the width."""
    paragraph_ends = [
        line_break
        for line_break in breaks
        if line_break.end is End.STOP and line_break.needed <= wrapping.width - wrapping.slack
    ]
    spaced_ends = sum(line_break.blanks > wrapping.blanks for line_break in paragraph_ends)
    offsets = [breaks[0].above.start, *(line_break.above.end for line_break in paragraph_ends)]
    paragraph_sizes = sorted(
        paragraph_size
        for paragraph_start, paragraph_end in pairwise(offsets)
        if (paragraph_size := paragraph_end - paragraph_start) > wrapping.width
    )
    early_breaks = sum(
        line_break.needed <= wrapping.width
        and (line_break.end is End.BINDING or line_break.word in BINDING or " " not in line_break.above.text)
        for line_break in breaks
        if line_break.start is Start.LOWER and line_break.end in GOES_ON and line_break.blanks <= wrapping.blanks
    )
    return wrapping._replace(
        separated=bool(paragraph_ends) and spaced_ends >= 0.7 * len(paragraph_ends),
        linked=early_breaks > 1 or wrapping.slack > 0,
        typical=paragraph_sizes[len(paragraph_sizes) // 2] if paragraph_sizes else 0,
    )
