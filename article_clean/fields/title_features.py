"""What is known of the lines of a head that may be its headline or its deck: shape, place, neighbours, echo below.

A headline that ran into its caption or into the text is a line with parts; each part is looked at as a line.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

from article_clean.core.document import Document, Line, key
from article_clean.core.patterns import pattern_of
from article_clean.fields.dates.days import has_digit
from article_clean.fields.head_rows import Row, row_in
from article_clean.fields.titles import SHORTEST_PARAGRAPH, ends_in_stops, is_no_title, is_prose
from article_clean.knowledge.credits import credit_of, may_credit
from article_clean.knowledge.language import frequent_words, spoken
from article_clean.knowledge.sentence_ends import CALLS, ENDS, ENDS_OR_QUOTES, closing_mark, sentence_starts
from article_clean.knowledge.word_counts import is_as_long, size_in, weight, word_count

MOST_LINES = 10  # that are looked at
FEWEST_LETTERS = 6  # "Safety" is the shortest of them
LONGEST_TITLE = 400  # letters of one; of 671 headlines and decks in shared/gold/wild seven have more
PROSE_LETTERS = 140  # of the first paragraph of the text: of 671 titles 17 stand below it
PARTED_LINES = 2  # at the top, whose parts are looked at
MOST_PARTS = 4
LONGEST_CAPTION = 400  # characters of a caption with the headline behind it
LONGEST_LAST_PART = 160  # characters of that headline
FEWEST_IN_GAP = 3  # full stops and spaces: two of either and one of the other
PARTED_CHARS = 700  # of a line in which parts are looked for
MOST_BELOW = 30  # paragraphs below that are searched for a line's words
MOST_BELOW_CHARS = 1_000  # of each
MOST_SENTENCES = 9.0
FEWEST_WORD_CHARS = 4  # of a word that says what a line is about
OPENING_CHARS = 40  # that a line below repeats
NOTHING = -1.0  # in place of a neighbour that is not there

OWN = (
    "size", "stop", "question", "lower", "quote", "prose", "no_title", "capitals", "dated", "signed", "filed", "words",
    "frequent", "sentences", "word_chars", "commas",
)  # fmt: skip
BESIDE = ("size", "stop", "prose", "capitals", "dated", "signed", "filed")
PLACE = (
    "lines_above", "part", "parts", "lines_below", "text_chars", "median_chars", "stop_share", "ascii",
    "content_words", "from_prose", "echo", "echo_next", "said_next", "opens_next",
)  # fmt: skip
FEATURES = (
    *OWN, *(f"above_{name}" for name in BESIDE), *(f"below_{name}" for name in BESIDE), "below_2_size", "below_2_stop",
    *PLACE,
)  # fmt: skip

Features = tuple[float, ...]

_NOBODY = (NOTHING,) * len(BESIDE)
_QUOTES = frozenset("\"'“‘«„「")
_CONTENT = pattern_of(rf"[^\W\d_]{{{FEWEST_WORD_CHARS},}}")
_WORD_STOPS = pattern_of(r"[^\W\d_]{4}[.!?…] ")  # a sentence ends, and something in small letters follows
_RUN = pattern_of(r"[\s.][\s.]+")  # one sign alone is no gap, and the most frequent run


class Candidate(NamedTuple):
    """A line that may be a title, or a part of one.

    Attributes:
        line: the line, or the part.
        paragraph: the index of the line among the paragraphs of the document.
        part: the index of the part, 0 for a whole line.
        parts: all parts of the line; none for a whole line.
        may_be: the only role that it may have: "headline" above a gap or behind a caption, "deck" below a gap; else "".
    """

    line: Line
    paragraph: int
    part: int = 0
    parts: Sequence[Line] = ()
    may_be: str = ""


class TitleRows:
    """The lines at the head of a document that may be titles, with their features.

    Args:
        doc: the document.

    Attributes:
        candidates: the lines and parts, in order; a whole line stands before its parts.
    """

    def __init__(self, doc: Document) -> None:
        self.doc, self.lines = doc, doc.paragraphs
        self._language = doc.fact(spoken)
        self._owns, self._sides = doc.text_fact(_known_owns), doc.text_fact(_known_sides)
        self._contents = doc.text_fact(_known_contents)
        self._prose = next(
            (index for index, line in enumerate(self.lines[:MOST_LINES]) if _is_long(line.text)), len(self.lines)
        )
        numbered_lines = enumerate(self.lines[: min(MOST_LINES, self._prose + 1 + self._goes_on())])
        candidates = (
            candidate
            for index, line in numbered_lines
            if not self._is_said_below(index, line)
            for candidate in self._with_parts(index, line)
        )
        self.candidates = [
            candidate
            for candidate in candidates
            if self._is_above_text(candidate) and self._may_be_title(candidate.line)
        ]

    def rows(self) -> Iterator[Features]:
        """A row for each candidate, of the features that `FEATURES` names."""
        for candidate in self.candidates:
            line_above, line_below, second_below = self._neighbours(candidate)
            yield (
                *self._own(candidate.line),
                *self._beside(line_above),
                *self._beside(line_below),
                *(_size_and_stop(second_below.text) if second_below else _NOBODY[:2]),
                *self._place(candidate, line_below),
            )

    def _goes_on(self) -> bool:
        """Whether a short line stands below the first prose, which may be a menu or a caption above the headline."""
        line_below = self._line(self._prose + 1)
        return line_below is not None and not _is_long(line_below.text)

    def _is_above_text(self, candidate: Candidate) -> bool:
        """Whether anything stands below a line or a part: what has nothing below is the text itself."""
        return candidate.paragraph + 1 < len(self.lines) or candidate.part + 1 < len(candidate.parts)

    def _may_be_title(self, line: Line) -> bool:
        """Whether a line is as long as titles are, opens with no dateline, ends in no credit, and is no item of a list.

        None of 671 headlines and decks in shared/gold/wild ends in a picture's credit; 19 other lines beside them do.
        """
        max_weight = LONGEST_TITLE if self.doc.fact(ends_in_stops) else SHORTEST_PARAGRAPH
        if not FEWEST_LETTERS <= weight(line.text) <= max_weight:
            return False
        if _is_paragraph(line.text) or row_in(self.doc, line).dateline:
            return False
        if may_credit(line.text) and credit_of(line.text):
            return False
        return not (has_digit(line.text) and self._stands_again(line))

    def _stands_again(self, line: Line) -> bool:
        """Whether a line stands again further down with another number in it: "Pier number 1 of the old harbour"."""
        return any(twin.text != line.text for twin in self.doc.by_key().get(key(line.text), ()))

    def _is_said_below(self, index: int, line: Line) -> bool:
        """Whether a line is the first sentence of the paragraph below it."""
        line_below = self._line(index + 1)
        if line_below is None or not line_below.text.startswith(line.text):
            return False
        return line.text[-1] in ENDS or line_below.text[len(line.text) :][:1] in ENDS

    def _with_parts(self, index: int, line: Line) -> Iterator[Candidate]:
        yield Candidate(line, index)
        if index >= PARTED_LINES:
            return
        gaps = [*islice(_behind_gaps(line.text), MOST_PARTS - 1)]
        if gaps:
            first_part = line.text[: gaps[0]]
            if _is_paragraph(first_part):  # "Ferry sails. The council has voted for it.  The ferry that …"
                gaps = [next(iter(sentence_starts(first_part))), *gaps][: MOST_PARTS - 1]
            parts = self._cut(line, gaps)
            yield from (
                Candidate(part, index, part_index, parts, "deck" if part_index else "headline")
                for part_index, part in enumerate(parts)
            )
        elif index + 1 < len(self.lines) and (headline_start := _behind_caption(line.text)):
            parts = self._cut(line, [headline_start])
            yield Candidate(parts[-1], index, len(parts) - 1, parts, "headline")

    def _cut(self, line: Line, starts: Sequence[int]) -> list[Line]:
        """A line in parts, the further ones of which begin at these offsets of it."""
        edges = [line.start, *(line.start + start for start in starts), line.end]
        texts = (self.doc.text[start:end].rstrip() for start, end in pairwise(edges))
        return [self.doc.line(start, start + len(text)) for start, text in zip(edges, texts, strict=False)]

    def _neighbours(self, candidate: Candidate) -> tuple[Line | None, Line | None, Line | None]:
        """The line or part above a candidate, the one below, and the one below that."""
        index, part, parts = candidate.paragraph, candidate.part, candidate.parts
        line_above = parts[part - 1] if part else self._line(index - 1)
        lines_below = [*parts[part + 1 :], self._line(index + 1), self._line(index + 2)]
        return line_above, lines_below[0], lines_below[1]

    def _line(self, index: int) -> Line | None:
        return self.lines[index] if 0 <= index < len(self.lines) else None

    def _beside(self, line: Line | None) -> Features:
        """The features that `BESIDE` names."""
        if line is None:
            return _NOBODY
        place = line.start, line.end, self._language
        if place not in self._sides:
            self._sides[place] = _side(row_in(self.doc, line))
        return self._sides[place]

    def _own(self, line: Line) -> Features:
        """The features that `OWN` names."""
        place = line.start, line.end, self._language
        if place not in self._owns:
            self._owns[place] = _own(line, self._beside(line))
        return self._owns[place]

    @cached_property
    def _text(self) -> Features:
        """How much text there is, how long its first paragraphs are, and how many of them end in a full stop."""
        size_of = size_in(self.doc)
        top_texts = [line.text for line in islice(self.lines, MOST_BELOW)]
        sizes = sorted(map(size_of, top_texts))
        stops = sum(text[-1] in ENDS_OR_QUOTES for text in top_texts)
        total_chars = sum(sizes) + sum(line.end - line.start for line in islice(self.lines, MOST_BELOW, None))
        return float(total_chars), float(sizes[len(sizes) // 2]), stops / len(sizes)

    def _place(self, candidate: Candidate, line_below: Line | None) -> Features:
        """The features that `PLACE` names."""
        line, index = candidate.line, candidate.paragraph
        content = self._content(line)
        count = len(content) or 1
        text, starts = self._below
        start, end = starts[index], starts[min(index + MOST_BELOW, len(starts) - 1)]
        line_rest = self.doc.folded[line.end : self.lines[index].end]  # below a part, of its line
        next_folded = line_below.folded if line_below else ""
        opening = line.folded[:OPENING_CHARS]
        return (
            float(index), float(candidate.part), float(len(candidate.parts) or 1), float(len(self.lines) - index),
            *self._text, float(line.text.isascii()), float(len(content)), float(index - self._prose),
            sum([text.find(word, start, end) >= 0 or word in line_rest for word in content]) / count,
            len(content & self._content(line_below)) / count if line_below else 0.0,
            sum(map(next_folded.__contains__, content)) / count,
            float(next_folded.startswith(opening)),
        )  # fmt: skip

    @cached_property
    def _below(self) -> tuple[str, Sequence[int]]:
        """What stands below the first line, in lower case; where each of these lines begins there, and the end."""
        openings = [line.folded[:MOST_BELOW_CHARS] for line in self.lines[1 : MOST_LINES + MOST_BELOW]]
        return "\n".join(openings), [*accumulate((len(opening) + 1 for opening in openings), initial=0)]

    def _content(self, line: Line) -> frozenset[str]:
        """The words that say what a line is about."""
        if line[:2] not in self._contents:
            words = _CONTENT.findall(line.folded[:MOST_BELOW_CHARS])
            self._contents[line[:2]] = frozenset(words) - frequent_words()
        return self._contents[line[:2]]


def _known_owns(_: str) -> dict[tuple[int, int, str | None], Features]:
    """The features that `OWN` names of the lines of a text, by their offsets and the language they were read in."""
    return {}


def _known_sides(_: str) -> dict[tuple[int, int, str | None], Features]:
    """The same for those that `BESIDE` names: few lines are candidates, and most stand beside one."""
    return {}


def _known_contents(_: str) -> dict[tuple[int, int], frozenset[str]]:
    """The words that say what the lines of a text are about, by their offsets."""
    return {}


def _size_and_stop(text: str) -> tuple[float, float]:
    return float(min(1_000, weight(text))), float(closing_mark(text) in ENDS)


def _side(row: Row) -> Features:
    text = row.line.text
    letters = [*filter(str.isalpha, [word[0] for word in text[:LONGEST_TITLE].split()])]
    return (
        *_size_and_stop(text), float(is_prose(text)), sum(map(str.isupper, letters)) / (len(letters) or 1),
        float(row.kind == "date"), float(row.byline is not None and not row.byline.bare),
        float(row.dateline is not None),
    )  # fmt: skip


def _own(line: Line, side: Features) -> Features:
    _, _, text, folded = line
    size, stop, prose, capitals, dated, signed, filed = side
    words = folded.split()
    is_short = len(text) <= PARTED_CHARS
    count = len(words) if text.isascii() else word_count(text)
    return (
        size, stop, float(text.rstrip("\"'”’»)").endswith("?")), float(text[0].islower()), float(text[0] in _QUOTES),
        prose, float(is_no_title(text)), capitals, dated, signed, filed, float(count),
        sum(map(frequent_words().__contains__, words)) / (len(words) or 1),
        float(sum(1 for _ in sentence_starts(text))) if is_short else MOST_SENTENCES, len(text) / count,
        float(text.count(",")),
    )  # fmt: skip


def _behind_gaps(text: str) -> Iterator[int]:
    """Where the text goes on behind the gaps in it: "Ferry sails.  The council", "Ferry sails. . The council"."""
    for match in _RUN.finditer(text, 0, PARTED_CHARS):
        run = match[0]
        stops = run.count(".") + (text[max(0, match.start() - 1) : match.start()] in CALLS)
        spaces = len(run) - run.count(".")
        if stops and spaces and stops + spaces >= FEWEST_IN_GAP and "..." not in run and match.end() < len(text):
            yield match.end()


def _behind_caption(text: str) -> int:
    """Where the headline begins that ran into the caption above it: the last sentence, which has no full stop; or 0."""
    if len(text) > LONGEST_CAPTION or closing_mark(text) in ENDS:
        return 0
    last_sentence = max(sentence_starts(text), default=0)
    if len(text) - last_sentence >= LONGEST_LAST_PART or _WORD_STOPS.search(text, last_sentence):
        return 0
    return last_sentence if closing_mark(text[:last_sentence].rstrip()) in ENDS else 0


def _is_paragraph(text: str) -> bool:
    """Whether this is a paragraph of two sentences: the lead far more often than a deck, whatever stands around it."""
    return _is_long(text) and next(sentence_starts(text), None) is not None


def _is_long(text: str) -> bool:
    return is_as_long(text, PROSE_LETTERS)
