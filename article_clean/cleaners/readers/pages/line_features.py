"""What the line model knows of a line: itself, its neighbours, its place, and the rhythm of the whole text.

Every feature is a float, never an integer: trees compare floats with floats in three fifths of the time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, compress, islice, repeat
from operator import itemgetter, mul, sub, truediv
from typing import NamedTuple

from article_clean.core.document import Document
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.language import frequent_words
from article_clean.knowledge.sentence_ends import ENDS_OR_CLOSERS
from article_clean.learned.distances import FAR, distances
from article_clean.learned.shares import NONE
from article_clean.learned.word_scores import WESTERN, Lexicon, pairs_in, plain, sign_table

SHOWN = 400  # characters of a line whose signs are counted and whose words are looked up
SHORT = 40  # characters; menu entries, names and dates are shorter
PROSE = 80  # characters of a line that ends as a sentence does; one of LONG need not
LONG = 240
MUCH = 20_000.0  # characters; what is more counts as that much, or a book would be told by its size
MANY = 500.0  # lines
NEAR = 3  # lines before and after whose prose is summed up
REACH = 2  # neighbours each side that are looked at

SHAPE = ("chars", "words", "word_length", "sentence_end", "colon", "copies",
         "gap_before", "gap_after", "indent", "marker")  # fmt: skip
SAID = ("digits", "capitals", "commas", "odd_signs", "frequent",
        "words_say", "pairs_say", "all_say", "least", "most")  # fmt: skip
SHAPE_BESIDE = ("chars", "indent")
SAID_BESIDE = ("capitals", "frequent", "words_say", "all_say")
PLACE = ("line", "place", "prose_before", "prose_after", "prose_share_before", "since_prose", "until_prose",
         "near_before", "near_after", "short_run", "from_densest")  # fmt: skip
WHOLE = ("lines", "characters", "prose_lines", "prose_share", "longest", "mean_length", "short_share", "median_words")
_SIDES = (*(f"before_{n}" for n in range(1, REACH + 1)), *(f"after_{n}" for n in range(1, REACH + 1)))
GLANCE = (*SHAPE, *(f"{side}_{name}" for side in _SIDES for name in SHAPE_BESIDE), *PLACE, *WHOLE)
FEATURES = (*GLANCE, *SAID, *(f"{side}_{name}" for side in _SIDES for name in SAID_BESIDE))

_COLONS = frozenset(":：")
_MARKERS = frozenset("*+-•·–►▪")
_DENSE, _SPARSE = 400.0, -60.0  # what a line of prose adds to a dense stretch at most, and what another one takes
_ODD_SIGN = pattern_of(r"[©@|•→»›$€£+]")  # what menus, credits and offers print
_CAPITAL = pattern_of(r"\b[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")
_SILENT = [0.0]
_OF_NEIGHBOUR = itemgetter(*map(SAID.index, SAID_BESIDE))
_EDGE = (NONE,) * len(SAID_BESIDE)

Row = tuple[float, ...]


_SIGNS = sign_table(("[A-ZÀ-ÖØ-Þ]", "A"), (_ODD_SIGN.pattern, "@"), (r"[^\w@]", " "))


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
    line_end = 0
    for line in doc.paragraphs:
        gap = doc.text[line_end : line.start]
        gaps.append(bool(gap.strip()) and not doc.traceless)
        indents.append(len(gap) - gap.rfind("\n") - 1)
        line_end = line.end
    gaps.append(bool(doc.text[line_end:].strip()) and not doc.traceless)
    return Lines([line.text for line in doc.paragraphs], [line.folded for line in doc.paragraphs], gaps, indents)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a quotation does."""
    return text[-1] in ENDS_OR_CLOSERS


def terms_in(folded: str) -> list[str]:
    """The words and pairs of a line that lexicons may know, as a model file names them."""
    words = plain(folded[:SHOWN]).split()
    return [*words, *map(" ".join, pairs_in(words))]


class Rows:
    """The features of the lines of one text.

    Args:
        lines: the text.
        lexicon: what words and pairs say for a line, or against it.
    """

    def __init__(self, lines: Lines, lexicon: Lexicon) -> None:
        self.lines, self.lexicon = lines, lexicon
        self.lengths = [float(len(text)) for text in lines.texts]

    def glances(self) -> Iterator[Row]:
        """A row a line, of the features that `GLANCE` names: how lines look, not what they say."""
        shape = _shape(self.lines, self.lengths)
        words, ends = shape[SHAPE.index("words")], shape[SHAPE.index("sentence_end")]
        prose = [size >= LONG or (size >= PROSE and end > 0) for size, end in zip(self.lengths, ends, strict=True)]
        shape_columns = [shape[SHAPE.index(name)] for name in SHAPE_BESIDE]
        columns_before = (
            chain(repeat(NONE, distance), column) for distance in range(1, REACH + 1) for column in shape_columns
        )
        columns_after = (
            chain(islice(column, distance, None), repeat(NONE, distance))
            for distance in range(1, REACH + 1)
            for column in shape_columns
        )
        places, text_row = _places(self.lengths, prose), _whole(self.lengths, prose, words)
        return zip(*shape, *columns_before, *columns_after, *places, *map(repeat, text_row), strict=False)

    def full(self, glances: Mapping[int, Row]) -> Iterator[Row]:
        """The rows of lines, of the features that `FEATURES` names.

        Args:
            glances: for each of them, by index, its row of the glance.
        """
        near_lines = {index + distance for index in glances for distance in range(-REACH, REACH + 1)}
        said_rows = {index: self._said(index) for index in near_lines if 0 <= index < len(self.lengths)}
        neighbour_rows = {
            index: _OF_NEIGHBOUR(said_rows[index]) if index in said_rows else _EDGE for index in near_lines
        }
        for index, row in glances.items():
            yield (
                *row,
                *said_rows[index],
                *neighbour_rows[index - 1],
                *neighbour_rows[index - 2],
                *neighbour_rows[index + 1],
                *neighbour_rows[index + 2],
            )

    def _said(self, index: int) -> Row:
        """The features of a line that `SAID` names."""
        opening = self.lines.texts[index][:SHOWN]
        looked_up = plain(self.lines.folded[index][:SHOWN])
        words = looked_up.split()
        of_words, of_pairs = self.lexicon
        word_scores = list(filter(None, map(of_words.get, {*words})))
        pair_scores = [of_pairs[pair] for pair in {*filter(of_pairs.__contains__, pairs_in(words))}]
        scores = word_scores + pair_scores or _SILENT
        capitals, odd_signs = _signs(opening)
        size, count = len(opening), len(words) or 1
        return (
            looked_up.count("0") / size, capitals / count, opening.count(",") / size, float(odd_signs),
            sum(map(frequent_words().__contains__, words)) / count,
            sum(word_scores) / (len(word_scores) or 1), sum(pair_scores) / (len(pair_scores) or 1),
            sum(scores) / len(scores) ** 0.5, min(scores), max(scores),
        )  # fmt: skip


def _signs(opening: str) -> tuple[int, int]:
    """How many words have a capital, and how many signs prose does without."""
    try:
        signs = opening.encode("utf-8" if opening.isascii() else WESTERN).translate(_SIGNS)
    except UnicodeEncodeError:
        return len(_CAPITAL.findall(opening)), len(_ODD_SIGN.findall(opening))
    return signs.count(b" A") + signs.count(b"@A") + signs.startswith(b"A"), signs.count(b"@")


def _shape(lines: Lines, lengths: Sequence[float]) -> list[Sequence[float]]:
    """The features that `SHAPE` names, a column each."""
    texts = lines.texts
    chars = list(map(min, lengths, repeat(MUCH)))
    words = [text.count(" ") + 1.0 for text in texts]
    starts, ends = [text[0] for text in texts], [text[-1] for text in texts]
    sign_columns = (
        map(ENDS_OR_CLOSERS.__contains__, ends),
        map(_COLONS.__contains__, ends),
        map(Counter(texts).__getitem__, texts),
    )
    gap_columns = (
        lines.gaps[:-1],
        lines.gaps[1:],
        map(min, lines.indents, repeat(FAR)),
        map(_MARKERS.__contains__, starts),
    )
    return [
        chars,
        words,
        list(map(truediv, chars, words)),
        *(list(map(float, column)) for column in (*sign_columns, *gap_columns)),
    ]


def _whole(lengths: Sequence[float], marks: Sequence[bool], words: Sequence[float]) -> list[float]:
    """The features that `WHOLE` names: the rhythm of the text."""
    total, count = sum(lengths), len(lengths)
    prose = list(compress(lengths, marks))
    return [
        min(MANY, float(count)), min(MUCH, total), float(len(prose)), sum(prose) / total, min(MUCH, max(lengths)),
        total / count, sum(map(float(SHORT).__gt__, lengths)) / count, sorted(words)[count // 2],
    ]  # fmt: skip


def _places(lengths: Sequence[float], marks: Sequence[bool]) -> list[Iterable[float]]:
    """The features that `PLACE` names, a column each: where lines stand in the text and beside its prose."""
    count = len(lengths)
    prose = [0.0, *accumulate(map(mul, lengths, marks))]
    total = prose[-1]
    prose_before, prose_after = [0.0] * NEAR + prose, prose + [total] * NEAR
    first_dense, last_dense = _densest(lengths, marks)
    return [
        map(min, map(float, range(count)), repeat(MANY)),
        map(truediv, range(count), repeat(count)),
        map(min, prose, repeat(MUCH)),
        map(min, map(sub, repeat(total), islice(prose, 1, None)), repeat(MUCH)),
        map(truediv, prose, repeat(total or 1)),
        *distances(marks),
        map(sub, islice(prose_before, NEAR, None), prose_before),
        map(sub, islice(prose_after, NEAR + 1, None), islice(prose_after, 1, None)),
        _runs(lengths),
        chain(
            map(max, map(float, range(-first_dense, 0)), repeat(-FAR)),
            repeat(0.0, last_dense + 1 - first_dense),
            map(min, map(float, range(1, count - last_dense)), repeat(FAR)),
        ),
    ]


def _runs(lengths: Sequence[float]) -> list[float]:
    """For each line how many short ones stand together where it stands, 0 for a long one."""
    run_sizes: list[float] = []
    run = 0
    for length in (*lengths, float("inf")):
        if length < SHORT:
            run += 1
        else:
            run_sizes += [min(FAR, float(run))] * run
            run_sizes.append(0.0)
            run = 0
    return run_sizes[:-1]


def _densest(lengths: Sequence[float], prose: Sequence[bool]) -> tuple[int, int]:
    """The first and the last line of the stretch with most prose and fewest lines between it."""
    highest_sum, bounds = 0.0, (0, 0)
    sum_, start = 0.0, 0
    for index, (length, mark) in enumerate(zip(lengths, prose, strict=True)):
        if sum_ <= 0:
            sum_, start = 0.0, index
        sum_ += min(_DENSE, length) if mark else _SPARSE
        if sum_ > highest_sum:
            highest_sum, bounds = sum_, (start, index)
    return bounds
