"""What bylines call people: "Political Correspondent", "Chefreporterin", "enviado especial"."""

import re

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.word_lists import word_list

HEADS = word_list("trade")
MODIFIERS = word_list("rank")
FIELDS = word_list("field_of_work")
_COMPOUND = pattern_of(r"\w{3,}(?:redakteur|korrespondent|reporter|journalist|autor|chef)(?:in|innen)?$")
_BOUND = pattern_of(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_PREFIXES = word_list("glued_prefix")


def _is_head(word: str) -> bool:
    folded = word.casefold().strip(".,®*")
    return folded in HEADS or bool(_COMPOUND.match(folded))


def is_role(text: str) -> bool:
    """Whether a word of a role is in it: "Political Correspondent", "Chief Technology Officer", "Head of Video"."""
    return any(map(_is_of_role, text.split()))


def is_title(text: str) -> bool:
    """Whether it names what somebody is, and not only a field of work: "Sports Editor", not "Sports Marketing"."""
    return any(map(_is_head, text.split())) or text.casefold().startswith("head ")


def role_start(text: str) -> int:
    """Where the role begins in "Jane Doe Travel Editor": its first code point; 0 where the first word belongs to it."""
    word_matches = list(re.finditer(r"\S+", text))
    role_index = next((index for index, word in enumerate(word_matches) if _is_of_role(word[0])), 0)
    while role_index and word_matches[role_index - 1][0].casefold() in FIELDS:
        role_index -= 1
    return word_matches[role_index].start() if word_matches else 0


def _is_of_role(word: str) -> bool:
    return word.casefold().strip(".,") in MODIFIERS or _is_head(word)


def is_of_work(word: str) -> bool:
    """Whether a word is of a role or of a field of work, as "Affiliate" in "Junior Affiliate Writer"; or a brand's."""
    return word.casefold() in FIELDS or _is_of_role(word) or bool(_BOUND.search(word) and len(_halves(word)) > 1)


def is_plain_role(text: str) -> bool:
    """Whether it is a role and nothing else: it names what somebody is, and no further name stands in it."""
    return is_title(text) and not any(is_known(word) for word in text.split())


def split_glued(text: str) -> str:
    """The text with the space that a lost tag took, between a name and a role: "Jane DoeCity Columnist".

    >>> split_glued("Jane DoeCity Columnist"), split_glued("Ian MacDonald Reporter")
    ('Jane Doe City Columnist', 'Ian MacDonald Reporter')
    """
    parts = [part for word in text.split(" ") for part in _halves(word)]
    return " ".join(parts)


def _halves(word: str) -> list[str]:
    halves = _BOUND.split(word)
    if len(halves) == 1 or halves[0] in _PREFIXES:
        return [word]
    return halves
