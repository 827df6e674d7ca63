"""Words that fill a place in a pattern, by group: the pattern has the structure, `word_groups.tsv` the words.

A row has the group, the language, and its words or phrases with bars between them, folded. A further language that
orders its words alike is a further row.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("word_groups.tsv")


def one_of(*groups: str) -> str:
    """A piece of a pattern that matches one of the words of these groups, in any language.

    >>> one_of("first_time")
    '(?:originally|first)'
    """
    return f"(?:{'|'.join(re.escape(word) for group in groups for word in _words()[group])})"


def first_words(*groups: str) -> frozenset[str]:
    """The first word of each phrase of these groups, by which lines are found that are then read.

    >>> sorted(first_words("this_text"))
    ['the', 'this']
    """
    return frozenset(phrase.split()[0] for group in groups for phrase in _words()[group])


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """The words of each group, those of all languages together."""
    words_of: dict[str, tuple[str, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        group, _, words = line.split("\t")
        words_of[group] = (*words_of.get(group, ()), *words.split("|"))
    return words_of
