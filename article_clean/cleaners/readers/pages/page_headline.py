"""The headline of a dump: a line above the article whose words come again in it, apart from menus and teasers."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from article_clean.cleaners.readers.pages.line_features import PROSE, SHORT, Lines, ends_sentence
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.language import frequent_words
from article_clean.learned.word_scores import plain

ABOVE = 30  # lines above the first paragraph that may be the headline
BELOW = 1  # lines behind it: some pages print a summary first
SHORTEST, LONGEST = 8, 200  # characters
READ = 400  # characters of a line whose words are looked for
LEAD = 6  # kept lines whose words a headline takes up
TOPS = 3  # first lines of the text, where the page's title stands
FAR_BEFORE = 10  # lines above whose longest tells
NEAR = 3  # lines each side whose length tells
FAR = 40.0

HEADLINE_FEATURES = (
    "chars", "words", "capitals", "sentence_end", "digits", "share", "kept", "up", "short_up", "before_kept", "line",
    "copies", "in_lead", "in_body", "in_tops", "is_top", "opens_top", "within", "best_before", "best_after",
    "longest_before", "longest_after", "digits_after", "signed_after", "indent",
    *(f"before_{n}" for n in range(NEAR, 0, -1)), *(f"after_{n}" for n in range(1, NEAR + 1)),
)  # fmt: skip
_DIGIT = pattern_of(r"\d")
_SIGNED = (
    "by ",
    "von ",
    "por ",
    "par ",
    "di ",
    "door ",
    "av ",
    "af ",
    "od ",
    "autor",
    "written by",
    "posted",
    "published",
)


class Candidates(NamedTuple):
    """The lines that may be the headline.

    Attributes:
        lines: their indices.
        rows: their features, in the order of `HEADLINE_FEATURES`.
    """

    lines: list[int]
    rows: list[list[float]]


class _Said(NamedTuple):
    """The words of a line that are not in every sentence, and the share of them that the article has."""

    words: frozenset[str]
    in_body: float


def candidates(lines: Lines, shares: Sequence[float], chosen_lines: Sequence[int]) -> Candidates:
    """What may be the headline.

    Args:
        lines: the lines of the text.
        shares: how likely each is a part of the article.
        chosen_lines: those that are, by index.
    """
    texts = lines.texts
    lead = next((index for index in chosen_lines if len(texts[index]) >= PROSE), chosen_lines[0] if chosen_lines else 0)
    body = _words(lines, chosen_lines)
    near = range(max(0, lead - ABOVE), min(len(texts), lead + BELOW))
    words = {index: _words(lines, [index]) for index in near if SHORTEST <= len(texts[index]) <= LONGEST}
    candidate_words = {
        index: _Said(of_line, _share(of_line, body)) for index, of_line in words.items() if not of_line.isdisjoint(body)
    }
    return Candidates(list(candidate_words), list(_rows(lines, shares, chosen_lines, lead, candidate_words)))


def _rows(
    lines: Lines, shares: Sequence[float], chosen_lines: Sequence[int], lead: int, candidate_words: Mapping[int, _Said]
) -> Iterator[list[float]]:
    texts = lines.texts
    opening = _words(lines, [index for index in chosen_lines if index >= lead][:LEAD])
    tops = _words(lines, range(min(TOPS, len(texts))))
    top = [_plain(lines, index) for index in range(min(TOPS, len(texts)))]
    plains = [_plain(lines, index) for index in candidate_words]
    joined = "\n".join(plains)
    in_body = [of_line.in_body for of_line in candidate_words.values()]
    copies = Counter(texts)
    lengths = [0] * NEAR + [len(text) for text in texts] + [0] * NEAR
    short_counts = [0, *accumulate(len(text) < SHORT for text in texts)]
    for position, (index, (words, _)) in enumerate(candidate_words.items()):
        text = texts[index]
        text_words = text.split()
        plain_text = plains[position]
        below_slice = slice(index + 1, index + 1 + NEAR)
        yield [
            len(text), len(text_words), sum(word[0].isupper() for word in text_words) / len(text_words),
            ends_sentence(text), sum(map(str.isdigit, text)), shares[index], index in chosen_lines,
            min(FAR, lead - index), max(0, short_counts[lead] - short_counts[index + 1]),
            min(FAR, bisect_left(chosen_lines, index)), min(FAR, index),
            copies[text], _share(words, opening), in_body[position], _share(words, tops), index < TOPS,
            sum(top_text.startswith(plain_text) for top_index, top_text in enumerate(top) if top_index != index),
            joined.count(plain_text), max(in_body[:position], default=0.0), max(in_body[position + 1 :], default=0.0),
            max(lengths[max(NEAR, index + NEAR - FAR_BEFORE) : index + NEAR], default=0),
            max(lengths[index + NEAR + 1 : lead + NEAR], default=0),
            sum(map(bool, map(_DIGIT.search, texts[below_slice]))),
            sum(folded.startswith(_SIGNED) for folded in lines.folded[below_slice]),
            lines.indents[index], *lengths[index : index + NEAR], *lengths[index + NEAR + 1 : index + 2 * NEAR + 1],
        ]  # fmt: skip


def _plain(lines: Lines, index: int) -> str:
    return " ".join(_split(lines.folded[index]))


def _split(folded: str) -> list[str]:
    return plain(folded[:READ]).split()


def _words(lines: Lines, places: Iterable[int]) -> frozenset[str]:
    """The words of these lines that are not in every sentence."""
    return frozenset(chain.from_iterable(_split(lines.folded[index]) for index in places)) - frequent_words()


def _share(words: Collection[str], among: Collection[str]) -> float:
    return sum(word in among for word in words) / (len(words) or 1)
