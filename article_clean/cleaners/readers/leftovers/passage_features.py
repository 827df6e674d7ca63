"""What the reader of leftovers knows of a passage: itself, its place, its echo in the rest of the text, its neighbours.

Long plain prose is not looked at: of 16,463 paragraphs in shared/gold/wild with 140 characters and more, a full stop
at their end and none of the signs of `TELLING`, 142 were no part of the article.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, compress, pairwise, starmap

from article_clean.cleaners.readers.leftovers.passage_memory import PassageMemory
from article_clean.cleaners.readers.leftovers.passage_words import (
    BULLETED,
    CLOSES,
    MOST_CHARS,
    NUMBERED,
    OWN,
    TOLD,
    VOICED,
    Echoed,
    Row,
    edges,
    opening_of,
)
from article_clean.core.document import Document, Line
from article_clean.knowledge.sentence_ends import ENDS
from article_clean.knowledge.word_counts import size_in
from article_clean.learned.shares import EVEN

PLAIN_PROSE_CHARS = 140  # from here on a paragraph of prose is taken for what it seems, but at the ends of a text
PLAIN_SENTENCE_CHARS = 60  # and amid the text from here on: that finds 18 leftovers less of 478, and 3 wrong ones of 29
LAST_PASSAGES = 3  # that are no such middle
NEAR = 2  # passages on each side of a cut that are looked at when a text is read again
MOST_PARAGRAPHS, MOST_DISTANCE = 200.0, 30.0  # what is more counts as that much
ECHO_REACH = 20_000  # characters of the text on each side of a passage that are searched
NOTHING = -1.0  # in place of a neighbour that is not there

PLACE = (
    "from_start", "from_end", "share_above", "chars_above", "chars_below", "since_prose", "until_prose", "before_first",
    "after_last", "is_prose", "relative_chars", "cut_above", "cut_below", "cuts_above", "cuts_below",
)  # fmt: skip
ECHO = ("echo_words", "echo_names", "echo_runs", "name_count", "phrase_kinds", "weak_phrase_kinds")
TEXT = ("paragraph_count", "text_chars", "median_chars", "stop_share")
BESIDE = ("chars", "stop", "opening", "all_say")
SIDES = ("before", "after", "before_2", "after_2")
GLANCE = (*BESIDE, *TOLD, *PLACE, *TEXT)
FEATURES = (
    *GLANCE, *(f"{side}_{name}" for side in SIDES for name in BESIDE), *OWN, *VOICED, *ECHO,
)  # fmt: skip

TELLING = (*"@|©<>→»›•", "http:", "https:", "www.")  # signs that plain prose has not
_CLOSED = ENDS | CLOSES
_NOBODY = (NOTHING,) * len(BESIDE)


class Rows:
    """The features of the passages of one document.

    Args:
        doc: the document, without what the rules removed.
        memory: what is known of its passages.
        only: the passages to look at; those that may be no part of the article, where none are named.
        all_kinds: look at more of them than cleaning does, as a model is trained: what is plain teaches, too.

    Attributes:
        lines: the passages.
        asked: the passages that are looked at, by index.
    """

    def __init__(
        self, doc: Document, memory: PassageMemory, only: Collection[int] = (), *, all_kinds: bool = False
    ) -> None:
        self.doc = doc
        self.lines: Sequence[Line] = [*doc.paragraphs]
        self._memory = memory
        self._beside: dict[int, Row] = {}
        self._settled: dict[int, float] = {}  # what an earlier reading was sure of
        self.asked = sorted(only) or [*self._asked(PLAIN_PROSE_CHARS if all_kinds else PLAIN_SENTENCE_CHARS)]

    @cached_property
    def sizes(self) -> list[float]:
        """How much each passage says, in letters of an alphabet."""
        size_of = size_in(self.doc)
        return [*map(float, map(size_of, [line.text for line in self.lines]))]

    @cached_property
    def _closed(self) -> list[bool]:
        """Whether each passage ends as a sentence does."""
        return [line.text[-1] in _CLOSED for line in self.lines]

    def shares(self) -> list[float]:
        """How likely each passage is a part of the article before it is looked at; what is not, is one."""
        shares = [1.0] * len(self.lines)
        for index in self.asked:
            shares[index] = EVEN
        for index, share in self._settled.items():
            shares[index] = share
        return shares

    def glances(self) -> Iterator[Row]:
        """A row for each passage that is looked at, of the features that `GLANCE` names."""
        if not self.asked:
            return
        middle = sorted(self.sizes)[len(self.sizes) // 2]
        text_row = self._text(middle)
        for index, place_row in zip(self.asked, self._places(middle), strict=True):
            line = self.lines[index]
            _, word_row, all_say = self._memory.said(line)
            self._beside[index] = edge_row = (*edges(line.text, self.sizes[index]), all_say)
            yield (*edge_row, *word_row, *place_row, *text_row)

    def full(self, glances: Mapping[int, Row]) -> Iterator[Row]:
        """The rows of passages, of the features that `FEATURES` names.

        Args:
            glances: for each of them, by index, its row of the glance.
        """
        if not glances:
            return
        folded = [line.folded for line in self.lines]
        folded_text = "\n".join(folded)
        starts = [0, *accumulate(map(len, folded))]  # but for the line breaks between them
        side = self._side
        for index, row in glances.items():
            line = self.lines[index]
            yield (
                *row, *side(index - 1), *side(index + 1), *side(index - 2), *side(index + 2), *self._memory.own(line),
                *_echo(self._memory.echoed(line), len(line.folded), folded_text, starts[index] + index),
            )  # fmt: skip

    @cached_property
    def lists(self) -> list[range]:
        """All passages in order, the items of a list together."""
        kinds = [*map(_kind, self.lines, self.sizes)]
        edges = [index for index in range(1, len(kinds)) if kinds[index] != kinds[index - 1] or not kinds[index]]
        return [*starmap(range, pairwise((0, *edges, len(kinds))))]

    def _side(self, index: int) -> Row:
        """The features that `BESIDE` names, of a neighbour; nothing is said of the words of plain prose."""
        if not 0 <= index < len(self.lines):
            return _NOBODY
        if index not in self._beside:
            all_say = self._memory.said(self.lines[index]).all_say if index in self._settled else 0.0
            self._beside[index] = (*edges(self.lines[index].text, self.sizes[index]), all_say)
        return self._beside[index]

    def _asked(self, chars: int) -> Iterator[int]:
        """The passages that may be no part of the article; plain prose of so many characters amid the text is one."""
        near = [*self._near_cuts()] if self.doc.traceless else range(len(self.lines))
        if not near:
            return
        sizes, closed, signs = self.sizes, self._closed, self.doc.text_fact(_signs_in)
        last = len(self.lines) - 1
        for index in near:
            limit = chars if index <= last - LAST_PASSAGES else PLAIN_PROSE_CHARS
            if (
                sizes[index] < limit
                or not closed[index]
                or index in (0, last)
                or (signs and any(map(self.lines[index].text.__contains__, signs)))
            ):
                yield index

    def _near_cuts(self) -> Iterator[int]:
        """The passages to think of where a text is read again: those that have come beside others, and its ends.

        Not those that an earlier reading was sure of: of 1,730 in shared/gold/wild none came in doubt by it.
        """
        text, lines, count = self.doc.text, self.lines, len(self.lines)
        cuts = [index for index in range(1, count) if not text[lines[index - 1].end : lines[index].start].isspace()]
        near = {index for cut in (0, *cuts, count) for index in range(max(0, cut - NEAR), min(count, cut + NEAR))}
        for index in sorted(near):
            share = self._memory.sure_share(lines[index])
            if share is None:
                yield index
            else:
                self._settled[index] = share

    def _text(self, middle: float) -> Row:
        """The features that `TEXT` names.

        Args:
            middle: the size of a passage of which as many are larger as are smaller.
        """
        count = len(self.lines)
        return (
            min(MOST_PARAGRAPHS, float(count)), min(MOST_CHARS, sum(self.sizes)), middle, sum(self._closed) / count,
        )  # fmt: skip

    def _places(self, middle: float) -> Iterator[Row]:
        """The features that `PLACE` names, for every passage that is looked at.

        Args:
            middle: the size of a passage of which as many are larger as are smaller.
        """
        sizes, last = self.sizes, len(self.sizes) - 1
        prose = [*compress(range(last + 1), map(_is_prose, sizes, self._closed))]
        first_prose, last_prose = (prose[0], prose[-1]) if prose else (0, last)
        sizes_above, cuts = [0.0, *accumulate(sizes)], self._cuts()
        cuts_above = [0.0, *accumulate(cuts)]
        total, total_cuts, far = sizes_above[-1], cuts_above[-1], MOST_DISTANCE
        for index in self.asked:
            prose_above = bisect_right(prose, index)  # so many do not stand below it
            since_prose = index - prose[prose_above - 1] if prose_above else far
            until_prose = prose[prose_above] - index if prose_above < len(prose) else far
            yield (  # where there is a choice, min(…) takes three times as long
                index + 0.0 if index < far else far, last - index + 0.0 if last - index < far else far,
                sizes_above[index] / total,
                min(MOST_CHARS, sizes_above[index]), min(MOST_CHARS, total - sizes_above[index + 1]),
                since_prose + 0.0 if since_prose < far else far, until_prose + 0.0 if until_prose < far else far,
                max(-far, index - first_prose + 0.0), min(far, index - last_prose + 0.0),
                float(since_prose == 0), sizes[index] / middle, cuts[index], cuts[index + 1], cuts_above[index + 1],
                total_cuts - cuts_above[index + 1],
            )  # fmt: skip

    def _cuts(self) -> Sequence[float]:
        """Whether something was taken before each passage, and behind the last one."""
        text, lines = self.doc.text, self.lines
        if self.doc.traceless:
            return [0.0] * (len(lines) + 1)
        starts, ends = [*(line.start for line in lines), len(text)], [0, *(line.end for line in lines)]
        return [float(bool(text[end:start].strip())) for end, start in zip(ends, starts, strict=True)]


def _signs_in(text: str) -> Sequence[str]:
    """The signs of `TELLING` that a text has at all."""
    return [sign for sign in TELLING if sign in text]


def _kind(line: Line, size: float) -> float:
    """What the items of a list have in common, 0 for prose: a sign or number in front, or no stop at the end."""
    opening = opening_of(line.text[0])
    if opening in {NUMBERED, BULLETED}:
        return opening
    return float(size < PLAIN_PROSE_CHARS and line.text[-1] not in ENDS)


def _echo(echoed: Echoed, size: int, folded_text: str, start: int) -> Row:
    """The features that `ECHO` names: what of a passage stands in the rest of the text, too.

    Args:
        echoed: what is looked for.
        size: how long the passage is.
        folded_text: all passages.
        start: where it begins there.
    """
    text_around = folded_text[max(0, start - ECHO_REACH) : start] + folded_text[start + size : start + 2 * ECHO_REACH]
    are_repeated = [word in text_around for word in echoed.words]
    name_count = sum(echoed.are_names)
    repeated = sum([run in text_around for run in echoed.runs])
    return (
        sum(are_repeated) / len(are_repeated) if are_repeated else NOTHING,
        sum(compress(are_repeated, echoed.are_names)) / name_count if name_count else NOTHING,
        repeated / len(echoed.runs) if echoed.runs else NOTHING, float(name_count), *echoed.kind_counts,
    )  # fmt: skip


def _is_prose(size: float, closed: bool) -> bool:
    return size >= 2 * PLAIN_PROSE_CHARS or (closed and size >= PLAIN_PROSE_CHARS)
