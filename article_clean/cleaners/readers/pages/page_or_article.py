"""Whether a text is a whole page as it was printed, or an article with a few leftovers.

A page begins and ends with short lines, and has runs of them. No look at words is needed, so an article pays next to
nothing for the question. Lines of Chinese and Japanese are as long as what they say, so that a paragraph is no menu.
"""

from collections import Counter

from article_clean.cleaners.readers.pages.line_features import SHORT, Lines, ends_sentence
from article_clean.knowledge.word_counts import is_spaced, weight, word_count
from article_clean.learned.distances import FAR

EDGE = 20  # lines at each end that are looked at by themselves
LONG_RUN = 4  # short lines together that are a menu or a list, not a heading
FEW_WORDS = 3
STANDING = 100  # characters of a line that is a paragraph
_MARKS = "*+•#"
_BRACKETS = ("[]", "()")  # around a line: what terminal browsers print for buttons and pictures

KIND_FEATURES = (
    "lines", "characters", "mean_length", "short_share", "short_text", "one_word_share", "few_words_share",
    "longest_run", "three_runs", "long_runs", "unended_run", "ends_share",
    "before_standing", "behind_standing", "before_end", "behind_end", "short_outside",
    "head_length", "tail_length", "head_short", "tail_short", "head_ends", "tail_ends",
    "gaps", "gap_share", "copies", "copy_share",
    "dashes", "marks", "bars", "brackets", "numbers", "small_starts", "indented", "mean_indent",
)  # fmt: skip


def kind_row(lines: Lines) -> list[float]:
    """The features of a text, in the order of `KIND_FEATURES`.

    Args:
        lines: its lines, at least one.
    """
    texts = lines.texts
    spaced = list(map(is_spaced, texts))
    lengths = [len(text) if is_one else weight(text) for text, is_one in zip(texts, spaced, strict=True)]
    are_short = [length < SHORT for length in lengths]
    ends = [ends_sentence(text) for text in texts]
    count, total = len(texts), sum(lengths)
    runs = sorted(_runs(are_short))
    spaces = [text.count(" ") if is_one else word_count(text) - 1 for text, is_one in zip(texts, spaced, strict=True)]
    lines_before, lines_behind = _outside([length >= STANDING for length in lengths])
    copies, gaps = count - len(set(texts)), sum(lines.gaps)
    return [
        count, total, total / count, sum(are_short) / count,
        sum(length for length in lengths if length < SHORT) / total,
        spaces.count(0) / count, sum(space < FEW_WORDS for space in spaces) / count,
        max(runs, default=0), sum(runs[-3:]), sum(run for run in runs if run >= LONG_RUN),
        max(_runs([not end for end in ends]), default=0), sum(ends) / count,
        lines_before, lines_behind, *_outside(ends),
        sum(are_short[:lines_before]) + sum(are_short[count - lines_behind :]),
        _mean(lengths[:EDGE]), _mean(lengths[-EDGE:]), _mean(are_short[:EDGE]), _mean(are_short[-EDGE:]),
        _mean(ends[:EDGE]), _mean(ends[-EDGE:]), gaps, gaps / count, copies, copies / count,
        *_printed(lines),
    ]  # fmt: skip


def _printed(lines: Lines) -> list[float]:
    """How the lines were printed, in shares of them: extractors write lists with dashes, terminal browsers indent."""
    count = len(lines.texts)
    edges = Counter(text[0] + text[-1] for text in lines.texts)
    starts = Counter(text[0] for text in lines.texts)
    sign_counts = (
        starts["-"], sum(map(starts.__getitem__, _MARKS)), starts["|"], sum(map(edges.__getitem__, _BRACKETS)),
        sum(number for sign, number in starts.items() if sign.isdigit()),
        sum(number for sign, number in starts.items() if sign.islower()),
        sum(indent > 1 for indent in lines.indents), sum(indent for indent in lines.indents if indent < FAR),
    )  # fmt: skip
    return [number / count for number in sign_counts]


def _runs(marks: list[bool]) -> list[int]:
    """How long each run of marked lines is."""
    return [len(run) for run in bytes(marks).split(b"\0") if run]


def _outside(marks: list[bool]) -> tuple[int, int]:
    """How many lines stand before the first marked one, and how many behind the last."""
    if True not in marks:
        return len(marks), len(marks)
    return marks.index(True), marks[::-1].index(True)


def _mean(values: list[int] | list[bool]) -> float:
    return sum(values) / len(values)
