"""The headline of a dump: a line above the article whose words come again in it, apart from menus and teasers."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from article_clean.cleaners.furniture.features import PROSE, SHORT, Lines, ends_sentence, plain, words_in
from article_clean.language import frequent_words

ABOVE = 30  # lines above the first paragraph that may be the headline
BELOW = 1  # lines behind it: some pages print a summary first
SHORTEST, LONGEST = 8, 200  # characters
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
_DIGIT = re.compile(r"\d")
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


def candidates(lines: Lines, shares: Sequence[float], kept: Sequence[int]) -> Candidates:
    """What may be the headline.

    Args:
        lines: the lines of the text.
        shares: how likely each is a part of the article.
        kept: those that are, by index.
    """
    texts = lines.texts
    lead = next((n for n in kept if len(texts[n]) >= PROSE), kept[0] if kept else 0)
    places = [
        n for n in range(max(0, lead - ABOVE), min(len(texts), lead + BELOW)) if SHORTEST <= len(texts[n]) <= LONGEST
    ]
    return Candidates(places, list(_rows(lines, shares, kept, lead, places)))


def _rows(
    lines: Lines, shares: Sequence[float], kept: Sequence[int], lead: int, places: Sequence[int]
) -> Iterator[list[float]]:
    texts = lines.texts
    opening = _words(lines, [n for n in kept if n >= lead][:LEAD])
    body = _words(lines, kept)
    tops = _words(lines, range(min(TOPS, len(texts))))
    top = [_plain(lines, n) for n in range(min(TOPS, len(texts)))]
    plains = [_plain(lines, n) for n in places]
    joined = "\n".join(plains)
    said = [_words(lines, [n]) for n in places]
    in_body = [_share(words, body) for words in said]
    copies = Counter(texts)
    lengths = [0] * NEAR + [len(text) for text in texts] + [0] * NEAR
    short = [0, *accumulate(len(text) < SHORT for text in texts)]
    for at, n in enumerate(places):
        text = texts[n]
        split = text.split()
        whole = plains[at]
        below = slice(n + 1, n + 1 + NEAR)
        yield [
            len(text), len(split), sum(word[0].isupper() for word in split) / len(split), ends_sentence(text),
            sum(map(str.isdigit, text)), shares[n], n in kept, min(FAR, lead - n), max(0, short[lead] - short[n + 1]),
            min(FAR, bisect_left(kept, n)), min(FAR, n),
            copies[text], _share(said[at], opening), in_body[at], _share(said[at], tops), n < TOPS,
            sum(one.startswith(whole) for k, one in enumerate(top) if k != n), joined.count(whole),
            max(in_body[:at], default=0.0), max(in_body[at + 1 :], default=0.0),
            max(lengths[max(NEAR, n + NEAR - FAR_BEFORE) : n + NEAR], default=0),
            max(lengths[n + NEAR + 1 : lead + NEAR], default=0),
            sum(map(bool, map(_DIGIT.search, texts[below]))),
            sum(one.startswith(_SIGNED) for one in lines.folded[below]),
            lines.indents[n], *lengths[n : n + NEAR], *lengths[n + NEAR + 1 : n + 2 * NEAR + 1],
        ]  # fmt: skip


def _plain(lines: Lines, n: int) -> str:
    return " ".join(plain(lines.folded[n]).split())


def _words(lines: Lines, places: Iterable[int]) -> frozenset[str]:
    """The words of these lines that are not in every sentence."""
    return frozenset(word for n in places for word in words_in(lines.folded[n])) - frequent_words()


def _share(words: Collection[str], among: Collection[str]) -> float:
    return sum(word in among for word in words) / (len(words) or 1)
