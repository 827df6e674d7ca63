"""What the reader of leftovers knows of a passage: itself, its place, its echo in the rest of the text, its neighbours.

Long plain prose is not looked at: of 16,463 paragraphs in shared/gold/wild with 140 characters and more, a full stop
at their end and none of the signs in `_TELLING`, 142 were no part of the article.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, islice, pairwise, starmap

from article_clean.cleaners.readers.leftovers.passage_words import (
    BULLETED,
    CLOSES,
    MOST_CHARS,
    NUMBERED,
    OWN,
    TOLD,
    WORD,
    Row,
    edges,
    opening_of,
    said_of,
    shape_of,
    voice_shares,
    words_of,
)
from article_clean.core.document import LONGEST_KEYED, Document, Line, key
from article_clean.knowledge.language import frequent_words
from article_clean.knowledge.phrases import kinds_by_key
from article_clean.knowledge.sentence_ends import ENDS
from article_clean.knowledge.voices import VOICES
from article_clean.knowledge.word_counts import is_spaced, weight
from article_clean.learned.distances import distances
from article_clean.learned.shares import EVEN
from article_clean.learned.word_scores import Lexicon

PLAIN_PROSE_CHARS = 140  # from here on a paragraph of prose is taken for what it seems, but at the ends of a text
PLAIN_SENTENCE_CHARS = 60  # and amid the text from here on: that finds 18 leftovers less of 478, and 3 wrong ones of 29
LAST_PASSAGES = 3  # that are no such middle
NEAR = 2  # passages on each side of a cut that are looked at when a text is read again
MOST_PARAGRAPHS, MOST_DISTANCE = 200.0, 30.0  # what is more counts as that much
FEWEST_ECHO_CHARS = 5  # of a word that is looked for in the rest of the text; shorter ones stand everywhere
MOST_ECHO_WORDS = 16  # of a passage that are looked for
ECHO_REACH = 20_000  # characters of the text on each side of a passage that are searched
PROBE_CHARS = 28  # of a run that is looked for in the rest of the text: about five words
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
    *GLANCE, *(f"{side}_{name}" for side in SIDES for name in BESIDE), *OWN,
    *(f"voice_{name}" for name in VOICES), "orders_first", *ECHO,
)  # fmt: skip

_TELLING = re.compile(r"[@|©<>→»›•]|https?:|www\.")
_NOBODY = (NOTHING,) * len(BESIDE)


class Rows:
    """The features of the passages of one document.

    Args:
        doc: the document, without what the rules removed.
        lexicon: what words and pairs say for a passage, or against it.
        only: the passages to look at; those that may be no part of the article, where none are named.
        all_kinds: look at more of them than cleaning does, as a model is trained: what is plain teaches, too.

    Attributes:
        asked: the passages that are looked at, by index.
    """

    def __init__(self, doc: Document, lexicon: Lexicon, only: Collection[int] = (), *, all_kinds: bool = False) -> None:
        self.doc, self.lexicon = doc, lexicon
        self.lines: Sequence[Line] = [*doc.paragraphs]
        size_of = len if is_spaced("".join(doc.foreign)) else weight
        self.sizes = [float(size_of(text)) for _, _, text, _ in self.lines]
        asks = self._may_be_none if all_kinds else self._asks
        self.asked = sorted(only) or [n for n in self._near_cuts() if asks(n)]
        self._words: dict[int, list[str]] = {}
        self._beside: dict[int, Row] = {}

    def shares(self) -> list[float]:
        """How likely each passage is a part of the article before it is looked at; what is not, is one."""
        asked = {*self.asked}
        return [EVEN if n in asked else 1.0 for n in range(len(self.lines))]

    def glances(self) -> Iterator[Row]:
        """A row for each passage that is looked at, of the features that `GLANCE` names."""
        if not self.asked:
            return
        text = self._text()
        for n, place in zip(self.asked, self._places(), strict=True):
            self._words[n] = words = words_of(self.lines[n].folded)
            told, all_say = said_of(words, self.lexicon)
            self._beside[n] = (*edges(self.lines[n].text, self.sizes[n]), all_say)
            yield (*self._beside[n], *told, *place, *text)

    def full(self, glances: Mapping[int, Row]) -> Iterator[Row]:
        """The rows of passages, of the features that `FEATURES` names.

        Args:
            glances: for each of them, by index, its row of the glance.
        """
        whole = "\n".join(line.folded for line in self.lines)
        starts = [0, *accumulate(len(line.folded) + 1 for line in self.lines)]
        for n, row in glances.items():
            line, words = self.lines[n], self._words[n]
            beside = (value for m in (n - 1, n + 1, n - 2, n + 2) for value in self._side(m))
            yield (
                *row,
                *beside,
                *shape_of(line.text, words),
                *voice_shares(line.folded),
                *self._echo(n, whole, starts[n]),
            )

    @cached_property
    def lists(self) -> list[range]:
        """All passages in order, the items of a list together."""
        kinds = [*map(self._kind, self.lines, self.sizes)]
        edges = [n for n in range(1, len(kinds)) if kinds[n] != kinds[n - 1] or not kinds[n]]
        return [*starmap(range, pairwise((0, *edges, len(kinds))))]

    @staticmethod
    def _kind(line: Line, size: float) -> float:
        """What the items of a list have in common, 0 for prose: a sign or number in front, or no stop at the end."""
        opening = opening_of(line.text[0])
        if opening in {NUMBERED, BULLETED}:
            return opening
        return float(size < PLAIN_PROSE_CHARS and line.text[-1] not in ENDS)

    def _side(self, n: int) -> Row:
        """The features that `BESIDE` names, of a neighbour; nothing is said of the words of plain prose."""
        if not 0 <= n < len(self.lines):
            return _NOBODY
        if n not in self._beside:
            self._beside[n] = (*edges(self.lines[n].text, self.sizes[n]), 0.0)
        return self._beside[n]

    def _near_cuts(self) -> Iterable[int]:
        """The passages to think of: of a text that is read again those that have come beside others, and its ends."""
        count = len(self.lines)
        if not self.doc.traceless:
            return range(count)
        text, lines = self.doc.text, self.lines
        cuts = [n for n in range(1, count) if not text[lines[n - 1].end : lines[n].start].isspace()]
        return sorted({m for n in (0, *cuts, count) for m in range(max(0, n - NEAR), min(count, n + NEAR))})

    def _asks(self, n: int) -> bool:
        """Whether a passage is looked at: plain prose amid the text is not, nor a sentence of it."""
        is_last = n >= len(self.lines) - LAST_PASSAGES
        return self._may_be_none(n, PLAIN_PROSE_CHARS if is_last else PLAIN_SENTENCE_CHARS)

    def _may_be_none(self, n: int, limit: int = PLAIN_PROSE_CHARS) -> bool:
        """Whether a passage is anything but plain prose, of so many characters or more, amid the text."""
        text = self.lines[n].text
        if self.sizes[n] < limit or n in {0, len(self.lines) - 1}:
            return True
        return not (text[-1] in ENDS or text[-1] in CLOSES) or _TELLING.search(text) is not None

    def _text(self) -> Row:
        """The features that `TEXT` names."""
        stops = sum(line.text[-1] in ENDS or line.text[-1] in CLOSES for line in self.lines)
        count = len(self.lines)
        return (
            min(MOST_PARAGRAPHS, float(count)), min(MOST_CHARS, sum(self.sizes)), sorted(self.sizes)[count // 2],
            stops / count,
        )  # fmt: skip

    def _places(self) -> Iterator[Row]:
        """The features that `PLACE` names, for every passage that is looked at."""
        lines, sizes = self.lines, self.sizes
        prose = [_is_prose(line.text, size) for line, size in zip(lines, sizes, strict=True)]
        marked = [n for n, mark in enumerate(prose) if mark] or [0, len(lines) - 1]
        since, until = distances(prose)
        above = [0.0, *accumulate(sizes)]
        total, median = above[-1], sorted(sizes)[len(sizes) // 2]
        cuts = self._cuts()
        cuts_above = [0.0, *accumulate(cuts)]
        for n in self.asked:
            yield (
                min(MOST_DISTANCE, float(n)), min(MOST_DISTANCE, float(len(lines) - 1 - n)), above[n] / total,
                min(MOST_CHARS, above[n]), min(MOST_CHARS, total - above[n + 1]), since[n], until[n],
                float(max(-MOST_DISTANCE, n - marked[0])), float(min(MOST_DISTANCE, n - marked[-1])), float(prose[n]),
                sizes[n] / median, cuts[n], cuts[n + 1], cuts_above[n + 1], cuts_above[-1] - cuts_above[n + 1],
            )  # fmt: skip

    def _cuts(self) -> list[float]:
        """Whether something was taken before each passage, and behind the last one."""
        text, lines = self.doc.text, self.lines
        if self.doc.traceless:
            return [0.0] * (len(lines) + 1)
        edges = [0, *(edge for line in lines for edge in (line.start, line.end)), len(text)]
        return [float(bool(text[start:end].strip())) for start, end in zip(edges[::2], edges[1::2], strict=True)]

    def _echo(self, n: int, whole: str, start: int) -> Row:
        """The features that `ECHO` names: what of a passage stands in the rest of the text, too.

        Args:
            n: the passage.
            whole: all passages.
            start: where it begins there.
        """
        line = self.lines[n]
        before, after = (
            whole[max(0, start - ECHO_REACH) : start],
            whole[start + len(line.folded) : start + 2 * ECHO_REACH],
        )
        words = (match for match in WORD.finditer(line.text) if match.end() - match.start() >= FEWEST_ECHO_CHARS)
        common, heard, named, heard_names = frequent_words(), 0, 0, 0
        told = [match for match in islice(words, MOST_ECHO_WORDS) if match[0].lower() not in common]
        for match in told:
            word = line.folded[match.start() : match.end()]
            echo = word in before or word in after
            name = match.start() > 0 and match[0][0].isupper()
            heard, named, heard_names = heard + echo, named + name, heard_names + (name and echo)
        runs = [line.folded[at : at + PROBE_CHARS] for at in _probes(len(line.folded))]
        repeated = sum(run in before or run in after for run in runs)
        kinds = _phrase_kinds(line)
        weak = sum(kind.endswith("_word") for kind in kinds)
        return (
            heard / len(told) if told else NOTHING, heard_names / named if named else NOTHING,
            repeated / len(runs) if runs else NOTHING, float(named),
            float(len(kinds) - weak), float(weak),
        )  # fmt: skip


def _phrase_kinds(line: Line) -> Sequence[str]:
    """The kinds of phrase that a whole passage is."""
    return kinds_by_key().get(key(line.text), ()) if len(line.text) <= LONGEST_KEYED else ()


def _probes(size: int) -> Sequence[int]:
    """Where the runs start that are looked for: at the start, in the middle and at the end of a passage."""
    if size < PROBE_CHARS:
        return ()
    last = size - PROBE_CHARS
    return sorted({0, last // 2, last})


def _is_prose(text: str, size: float) -> bool:
    return size >= 2 * PLAIN_PROSE_CHARS or (size >= PLAIN_PROSE_CHARS and (text[-1] in ENDS or text[-1] in CLOSES))
