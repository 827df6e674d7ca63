"""Whether a text begins like a phrase that has slots: for any text, for a name, for a social network."""

from collections.abc import Iterable
from functools import cache

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import NAME, NETWORK, OPENING, Opening, keys, kinds_by_opening
from article_clean.knowledge.sentence_ends import IN_CLASS

LONGEST_MARKS = 30  # arrows and numbers before the words of a phrase
SHORTEST_STEM = 4  # letters; a shorter name of a network ("X", "VK") is a whole word, a longer one may be inflected

QUOTES = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"  # no phrase begins with a quotation
_CLOSING = " .!?…*»>→\"')]:"
_BEFORE_NAMES = " \"'\N{LEFT DOUBLE QUOTATION MARK}«(["
_SENTENCE_END = pattern_of(rf"[{IN_CLASS}]\s")
_WORD = pattern_of(r"\w+")


def opens(kind: str, text: str, folded: str) -> bool:
    """Whether a text begins like a phrase of this kind that has slots.

    Args:
        kind: the kind of phrase.
        text: a line or a sentence.
        folded: the same in lower case, of the same length.
    """
    return bool(opening_end(kind, text, folded))


def opening_end(kind: str, text: str, folded: str) -> int:
    """Where the phrase ends that a text begins like, without what stands in a slot at its end; 0 without one.

    The arguments are those of `opens`.
    """
    words_start = first_letter(folded)
    phrases = kinds_by_opening().get(folded[words_start : words_start + OPENING], {}).get(kind, ())
    phrase_length = phrase_end(text[words_start:], folded[words_start:], phrases)
    return words_start + phrase_length if phrase_length else 0


def first_letter(folded: str) -> int:
    """Where the words of a text begin behind marks; at its end, if a quotation does."""
    if folded[0].isalpha():
        return 0
    if folded[0] in QUOTES:
        return len(folded)
    return next(
        (char_index for char_index, line_char in enumerate(folded[:LONGEST_MARKS]) if line_char.isalpha()), len(folded)
    )


def phrase_end(text: str, folded: str, phrases: Iterable[Opening]) -> int:
    """Where the longest of these phrases ends that a text begins like, 0 if it is none."""
    return max((_end(text, folded, opening) for opening in phrases), default=0)


def _end(text: str, folded: str, opening: Opening) -> int:
    matched_end = len(opening.start)
    if not folded.startswith(opening.start) or (opening.ends_word and folded[matched_end : matched_end + 1].isalnum()):
        return 0  # "more in" does not begin "more intentional"
    if opening.slots == (("%s", ""),):
        return matched_end
    last_slot = opening.slots[-1]
    for opening_slot in opening.slots:
        gap_end, literal_end = _literal(folded, matched_end, opening_slot[1], at_the_end=opening_slot is last_slot)
        if (
            gap_end < 0
            or _SENTENCE_END.search(folded, matched_end, gap_end)
            or not _fills(opening_slot[0], text[matched_end:gap_end])
        ):
            return 0
        matched_end = literal_end
    return matched_end


def _literal(folded: str, start: int, literal: str, *, at_the_end: bool) -> tuple[int, int]:
    """Where the words behind a slot begin and end; the former is -1 where they do not stand behind `start`."""
    literal_word = literal.strip()
    if not literal_word:
        sentence_end = _SENTENCE_END.search(folded, start)
        return sentence_end.start() if sentence_end else len(folded), start
    if at_the_end:
        word_end = len(folded.rstrip(_CLOSING))
        return (
            (word_end - len(literal_word), len(folded))
            if folded.endswith(literal.rstrip(), start, word_end)
            else (-1, 0)
        )
    word_start = folded.find(literal_word, start)
    while word_start >= 0:
        word_end = word_start + len(literal_word)
        is_inside_word = (literal[0] == " " and folded[word_start - 1].isalnum()) or (
            literal[-1] == " " and folded[word_end : word_end + 1].isalnum()
        )
        if not is_inside_word:
            return word_start, word_end
        word_start = folded.find(literal_word, word_start + 1)
    return -1, 0


def _fills(slot: str, gap: str) -> bool:
    """Whether a text may stand in a slot."""
    if slot == NAME:
        first_char = gap.lstrip(_BEFORE_NAMES)[:1]
        return first_char == "@" or (first_char.isalpha() and not first_char.islower())
    if slot == NETWORK:
        network_stems, network_names = _networks()
        folded_gap = gap.lower()
        return any(network_stem in folded_gap for network_stem in network_stems) or not network_names.isdisjoint(
            _WORD.findall(folded_gap)
        )
    return True


@cache
def _networks() -> tuple[tuple[str, ...], frozenset[str]]:
    names = keys("social_network")
    return tuple(name for name in names if len(name) >= SHORTEST_STEM), names
