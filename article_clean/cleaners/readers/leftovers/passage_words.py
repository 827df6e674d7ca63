"""What the reader of leftovers knows of a passage by itself: its words, what a lexicon says of them, its shape.

Every feature is a float, never an integer: trees compare floats with floats in three fifths of the time.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from string import digits
from typing import NamedTuple

from article_clean.core.document import LONGEST_KEYED, Line, key
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.language import frequent_words
from article_clean.knowledge.phrases import kinds_by_key
from article_clean.knowledge.sentence_ends import CLOSERS, ENDS, IN_CLASS
from article_clean.knowledge.voices import VOICES, voices
from article_clean.learned.word_scores import END, START, Lexicon, pairs_in, plain

END_CHARS = 200  # of a long passage that are looked up at each end
MOST_CHARS = 20_000.0  # what is more counts as that much
FEWEST_ECHO_CHARS = 5  # of a word that is looked for in the rest of the text; shorter ones stand everywhere
MOST_ECHO_WORDS = 16  # of a passage that are looked for
PROBE_CHARS = 28  # of a run that is looked for in the rest of the text: about five words
NUMBERED, BULLETED = 3.0, 5.0  # how a passage opens

OWN = (
    "words", "word_chars", "capitals", "shouted", "digits", "close", "colon", "ellipsis",
    "sign_count", "address", "commas", "colons", "slashes", "dashes", "calls", "quotes", "brackets", "frequent",
    "sentences", "sentence_words", "years", "clocks", "different",
)  # fmt: skip
VOICED = (*(f"voice_{name}" for name in VOICES), "orders_first")
TOLD = ("words_say", "pairs_say", "least", "most", "first_say", "last_say")

CLOSES = frozenset(CLOSERS)
_COLONS = frozenset(":：")
_OPENING = {
    **dict.fromkeys("\"“«‘'„‹「『", 4.0),
    **dict.fromkeys("*•-–—►▪·‣●○■□✓", BULLETED),
    **dict.fromkeys("([{【（［<", 6.0),
}
_SIGN = pattern_of(r"[@|•→»›©€£+#…]")
WORD = pattern_of(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = pattern_of(rf"[{IN_CLASS}][{re.escape(CLOSERS)}]*+\s")
_CLOCK = pattern_of(r"\d[:.h]\d\d")
_DENSE = pattern_of("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_ORDER = VOICES.index("order")

Row = tuple[float, ...]


class Said(NamedTuple):
    """What the words of a passage say.

    Attributes:
        words: the words at both ends.
        told: the features that `TOLD` names.
        all_say: what the lexicon says of all of them.
    """

    words: Sequence[str]
    told: Row
    all_say: float


class Echoed(NamedTuple):
    """What of a passage is looked for in the rest of the text.

    Attributes:
        words: the words that are not frequent, in lower case.
        are_names: whether each of them opens with a capital amid the passage.
        runs: what stands at the start, in the middle and at the end of the passage, in lower case.
        kind_counts: of how many kinds of phrase the whole passage is, and of how many weak ones.
    """

    words: Sequence[str]
    are_names: Sequence[bool]
    runs: Sequence[str]
    kind_counts: tuple[float, float]


def terms_of(folded: str) -> list[str]:
    """The words and pairs at both ends of a passage, as the lexicon of a model file names them.

    >>> terms_of("read more")
    ['read', 'more', '^ read', 'read more', 'more $']
    """
    words = words_of(folded)
    return [*words, *map(" ".join, pairs_in(words))]


def words_of(folded: str) -> list[str]:
    """The words at both ends; in scripts without spaces pairs of characters stand for them."""
    ends = _ends_of(folded)
    words = plain(ends).split()
    if ends.isascii() or not _DENSE.search(ends):
        return words
    return [piece for word in words for piece in _pieces(word)]


def _ends_of(folded: str) -> str:
    return folded if len(folded) <= 2 * END_CHARS else f"{folded[:END_CHARS]} {folded[-END_CHARS:]}"


def _pieces(word: str) -> Iterator[str]:
    if len(word) > len("ab") and _DENSE.match(word):
        yield from (word[start : start + 2] for start in range(len(word) - 1))
    else:
        yield word


def edges(text: str, size: float) -> tuple[float, float, float]:
    """How long a passage is, how it ends, and how it begins."""
    return min(MOST_CHARS, size), 1.0 if text[-1] in ENDS else 0.0, opening_of(text[0])


def shape_of(text: str, words: Sequence[str]) -> Row:
    """The features that `OWN` names."""
    size, count, spaces = len(text), len(words) or 1, text.count(" ") + 1.0
    opening = text if size <= 2 * END_CHARS else text[: 2 * END_CHARS]
    cased = [word for word in opening.split() if word[0].isupper()]
    sentences = len(_SENTENCE.findall(text)) + 1.0
    return (
        spaces, size / spaces, len(cased) / (opening.count(" ") + 1), sum(map(str.isupper, cased)) / count,
        _digit_count(opening) / len(opening), float(text[-1] in CLOSES), float(text[-1] in _COLONS),
        float(text.endswith(("…", "..."))), float(len(_SIGN.findall(opening))),
        float("http" in text or "www." in text), opening.count(",") / count, float(opening.count(":")),
        float(opening.count("/")), float(opening.count("-") + opening.count("–") + opening.count("—")),
        float(text.count("?") + text.count("!")), float(text.count('"') + text.count("“")),
        float(opening.count("(") + opening.count("[")), sum(map(frequent_words().__contains__, words)) / count,
        sentences, spaces / sentences, float(words.count("0000")), float(len(_CLOCK.findall(opening))),
        len({*words}) / count,
    )  # fmt: skip


def _digit_count(text: str) -> int:
    if text.isascii():  # a tenth of the time
        return sum(map(text.count, digits))
    return sum(map(str.isdigit, text))


@lru_cache(maxsize=256)  # texts open their passages with few signs
def opening_of(first_char: str) -> float:
    """How a passage opens, by its first character: in lower case, with a number, with a bullet."""
    if first_char in _OPENING:
        return _OPENING[first_char]
    return NUMBERED if first_char.isdigit() else 0.0 if first_char.islower() else 2.0 if first_char.isupper() else 1.0


def voice_shares(folded: str) -> Row:
    """The share of the words that are of each kind of `VOICES`, and whether the first one gives an order."""
    words, word_voices = WORD.findall(_ends_of(folded)), voices()
    counts = [0.0] * len(VOICES)
    for word in filter(word_voices.__contains__, words):
        for place in word_voices[word]:
            counts[place] += 1.0
    total = len(words) or 1
    gives_order = bool(words) and _ORDER in word_voices.get(words[0], ())
    return (*[count / total for count in counts], float(gives_order))


def said_of(words: Sequence[str], lexicon: Lexicon) -> Said:
    """What a lexicon says of the words and pairs of a passage."""
    of_words, of_pairs = lexicon
    word_scores = [*map(of_words.__getitem__, of_words.keys() & words)]
    pair_scores = [*map(of_pairs.__getitem__, of_pairs.keys() & pairs_in(words))]
    scores = [*word_scores, *pair_scores] or [0.0]
    first_score, last_score = (
        (of_pairs.get((START, words[0]), 0.0), of_pairs.get((words[-1], END), 0.0)) if words else (0.0, 0.0)
    )
    score_row = (
        sum(word_scores) / (len(word_scores) or 1), sum(pair_scores) / (len(pair_scores) or 1),
        min(scores), max(scores), first_score, last_score
    )  # fmt: skip
    return Said(words, score_row, sum(scores) / len(scores) ** 0.5)


def echoed_in(line: Line) -> Echoed:
    """What of a passage is looked for in the rest of the text."""
    _, _, text, folded = line
    words = (match for match in WORD.finditer(text) if len(match[0]) >= FEWEST_ECHO_CHARS)
    common = frequent_words()
    rare = [match.span() for match in islice(words, MOST_ECHO_WORDS) if match[0].lower() not in common]
    kinds = _phrase_kinds(line)
    weak = sum(kind.endswith("_word") for kind in kinds)
    return Echoed(
        [folded[start:end] for start, end in rare], [start > 0 and text[start].isupper() for start, _ in rare],
        [folded[probe_start : probe_start + PROBE_CHARS] for probe_start in _probes(len(folded))],
        (float(len(kinds) - weak), float(weak)),
    )  # fmt: skip


def _phrase_kinds(line: Line) -> Sequence[str]:
    """The kinds of phrase that a whole passage is."""
    return kinds_by_key().get(key(line.text), ()) if len(line.text) <= LONGEST_KEYED else ()


def _probes(size: int) -> Sequence[int]:
    """Where the runs start that are looked for: at the start, in the middle and at the end of a passage."""
    if size < PROBE_CHARS:
        return ()
    last_start = size - PROBE_CHARS
    return sorted({0, last_start // 2, last_start})
