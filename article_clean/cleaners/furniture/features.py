"""What the line model knows of a line: itself, its neighbours, its place, and the rhythm of the whole text.

Every feature is a number; a row has them in the order of `FEATURES`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple, Self

from article_clean.document import Document
from article_clean.language import frequent_words
from article_clean.learned.distances import FAR, distances
from article_clean.learned.shares import NONE

SHOWN = 160  # characters of a line whose signs are counted
LOOKED_UP = 400  # characters of a line whose words are looked up, MOST_WORDS at most
MOST_WORDS = 60
SHORT = 40  # characters; menu entries, names and dates are shorter
PROSE = 80  # characters of a line that ends as a sentence does; one of LONG need not
LONG = 240
MUCH = 20_000.0  # characters; what is more counts as that much, or a book would be told by its size
MANY = 500.0  # lines
NEAR = 3  # lines before and after whose prose is summed up
REACH = 2  # neighbours each side that are looked at
START, END = "^", "$"

OWN = ("chars", "words", "sentence_end", "colon", "digits", "capitals", "odd_signs", "commas", "copies",
       "frequent", "word_length", "words_say", "pairs_say", "all_say", "least", "most",
       "gap_before", "gap_after", "indent", "marker")  # fmt: skip
BESIDE = ("chars", "capitals", "frequent", "all_say", "words_say", "indent")
PLACE = ("line", "place", "prose_before", "prose_after", "prose_share_before", "since_prose", "until_prose",
         "near_before", "near_after", "short_run", "from_densest")  # fmt: skip
WHOLE = ("lines", "characters", "prose_lines", "prose_share", "longest", "mean_length", "short_share", "median_words")
FEATURES = (
    *OWN,
    *(f"before_{n}_{name}" for n in range(1, REACH + 1) for name in BESIDE),
    *(f"after_{n}_{name}" for n in range(1, REACH + 1) for name in BESIDE),
    *PLACE,
    *WHOLE,
)

_ODD_SIGN = re.compile(r"[©@|•→»›$€£+]")  # what menus, credits and offers print
_ENDS = frozenset(".!?…。！？।؟۔\"'”’»)]")
_DENSE, _SPARSE = 400.0, -60.0  # what a line of prose adds to a dense stretch at most, and what another one takes
_BESIDE = [OWN.index(name) for name in BESIDE]
_BETWEEN = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"[1-9]")
_DIGITS = re.compile(r"\d")
_ASCII_PLAIN = bytes(ord("0") if chr(n).isdigit() else n if chr(n).isalpha() else ord(" ") for n in range(256))
_MARKERS = frozenset("*+-•·–►▪")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")
_SILENT = [0.0]
_EDGE = [NONE] * len(BESIDE)


class Lines(NamedTuple):
    """The lines of a text, as the model reads them.

    Attributes:
        texts: the logical lines that are left after the boilerplate cleaners.
        folded: the same in lower case.
        gaps: whether text was removed before each line, and behind the last one.
        indents: the spaces in front of each line; browsers for terminals indent text by 3, lists by more, headings not.
    """

    texts: list[str]
    folded: list[str]
    gaps: list[bool]
    indents: list[int]


def lines_of(doc: Document) -> Lines:
    """The lines of a document."""
    gaps: list[bool] = []
    indents: list[int] = []
    at = 0
    for line in doc.paragraphs:
        between = doc.text[at : line.start]
        gaps.append(bool(between.strip()))
        indents.append(len(between) - between.rfind("\n") - 1)
        at = line.end
    gaps.append(bool(doc.text[at:].strip()))
    return Lines([line.text for line in doc.paragraphs], [line.folded for line in doc.paragraphs], gaps, indents)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a quotation does."""
    return text[-1] in _ENDS


def plain(folded: str) -> str:
    """The start of a line without punctuation, its digits all alike: what tells is that two stand there, or four.

    >>> plain("by ada quill, 12 may 2024")
    'by ada quill  00 may 0000'
    """
    shown = folded[:LOOKED_UP]
    if shown.isascii():
        return shown.encode().translate(_ASCII_PLAIN).decode()
    return _BETWEEN.sub(" ", _DIGIT.sub("0", shown))


def words_in(folded: str) -> list[str]:
    """The words of a line that lexicons may know."""
    return plain(folded).split()[:MOST_WORDS]


def pairs_in(words: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of these words that stand together, and the first and the last one with its edge.

    >>> list(pairs_in(["by", "ada", "quill"]))
    [('by', 'ada'), ('ada', 'quill'), ('^', 'by'), ('quill', '$')]
    """
    return chain(pairwise(words), ((START, words[0]), (words[-1], END)) if words else ())


def terms_in(folded: str) -> list[str]:
    """The words and pairs of a line, as a model file names them."""
    words = words_in(folded)
    return [*words, *map(" ".join, pairs_in(words))]


class Lexicon(NamedTuple):
    """What a word or a pair of words says for a line, or against it, in hundredths of a logit.

    Attributes:
        words: by word.
        pairs: by pair.
    """

    words: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]

    @classmethod
    def of(cls, terms: Mapping[str, float]) -> Self:
        """The lexicon of terms as a model file has them, a pair with a space in it."""
        pairs = {(first, second): score for term, score in terms.items() for first, _, second in [term.partition(" ")]}
        return cls({first: score for (first, second), score in pairs.items() if not second}, pairs)


class Rows:
    """The features of the lines of one text, a row a line.

    Args:
        lines: the text.
        lexicon: what words and pairs say for a line, or against it.
    """

    def __init__(self, lines: Lines, lexicon: Lexicon) -> None:
        self.lines, self.lexicon = lines, lexicon
        self.lengths = [float(len(text)) for text in lines.texts]
        self.prose = [_is_prose(text) for text in lines.texts]

    def __iter__(self) -> Iterator[list[float]]:
        copies = Counter(self.lines.texts)
        own = [self._own(n, copies[text]) for n, text in enumerate(self.lines.texts)]
        beside = [_EDGE, _EDGE, *([row[at] for at in _BESIDE] for row in own), _EDGE, _EDGE]
        whole = self._whole(own)
        for n, place in enumerate(self._places(own)):
            yield [*own[n], *beside[n + 1], *beside[n], *beside[n + 3], *beside[n + 4], *place, *whole]

    def _own(self, n: int, copies: int) -> list[float]:
        text, folded = self.lines.texts[n], self.lines.folded[n]
        size = len(text)
        shown = text[:SHOWN]
        words = words_in(folded)
        told = [weight for word in set(words) if (weight := self.lexicon.words.get(word))]
        paired = [weight for pair in {*pairs_in(words)} if (weight := self.lexicon.pairs.get(pair))]
        both = told + paired or _SILENT
        count = len(words) or 1
        spaced = text.count(" ") + 1
        return [
            min(MUCH, size), spaced, ends_sentence(text), text[-1] in ":：",
            len(_DIGITS.findall(shown)) / len(shown), len(_CAPITAL.findall(shown)) / count,
            len(set(_ODD_SIGN.findall(shown))), shown.count(",") / len(shown), copies,
            sum(map(frequent_words().__contains__, words)) / count, size / spaced,
            sum(told) / (len(told) or 1), sum(paired) / (len(paired) or 1), sum(both) / len(both) ** 0.5,
            min(both), max(both),
            self.lines.gaps[n], self.lines.gaps[n + 1], min(FAR, self.lines.indents[n]), text[0] in _MARKERS,
        ]  # fmt: skip

    def _whole(self, own: Sequence[Sequence[float]]) -> list[float]:
        """What is the same for all lines: the rhythm of the text."""
        lengths, count = self.lengths, len(self.lengths)
        total = sum(lengths)
        prose = [length for length, is_prose in zip(lengths, self.prose, strict=True) if is_prose]
        return [
            min(MANY, count), min(MUCH, total), len(prose), sum(prose) / total, min(MUCH, max(lengths)), total / count,
            sum(length < SHORT for length in lengths) / count, sorted(row[1] for row in own)[count // 2],
        ]  # fmt: skip

    def _places(self, own: Sequence[Sequence[float]]) -> Iterator[list[float]]:
        """Where each line stands."""
        marks = self.prose
        count = len(own)
        prose = [0.0, *accumulate(length if mark else 0.0 for length, mark in zip(self.lengths, marks, strict=True))]
        total = prose[-1]
        since, until = distances(marks)
        short = _runs(self.lengths)
        first, last = _densest(self.lengths, marks)
        for n in range(count):
            yield [
                min(MANY, n), n / count, min(MUCH, prose[n]), min(MUCH, total - prose[n + 1]), prose[n] / (total or 1),
                since[n], until[n],
                prose[n] - prose[max(0, n - NEAR)], prose[min(count, n + NEAR + 1)] - prose[n + 1], short[n],
                max(-FAR, n - first) if n < first else min(FAR, max(0, n - last)),
            ]  # fmt: skip


def _is_prose(text: str) -> bool:
    """Whether a line reads like a paragraph."""
    return len(text) >= LONG or (len(text) >= PROSE and ends_sentence(text))


def _runs(lengths: Sequence[float]) -> list[float]:
    """For each line how many short ones stand together where it stands, 0 for a long one."""
    found: list[float] = []
    run = 0
    for length in (*lengths, float("inf")):
        if length < SHORT:
            run += 1
        else:
            found += [min(FAR, run)] * run
            found.append(0.0)
            run = 0
    return found[:-1]


def _densest(lengths: Sequence[float], prose: Sequence[bool]) -> tuple[int, int]:
    """The first and the last line of the stretch with most prose and fewest lines between it."""
    best, bounds = 0.0, (0, 0)
    sum_, start = 0.0, 0
    for n, (length, mark) in enumerate(zip(lengths, prose, strict=True)):
        if sum_ <= 0:
            sum_, start = 0.0, n
        sum_ += min(_DENSE, length) if mark else _SPARSE
        if sum_ > best:
            best, bounds = sum_, (start, n)
    return bounds
