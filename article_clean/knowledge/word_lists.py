"""Lists of words and names of human languages, by kind, from `word_lists.tsv`; and blocks of words of other languages.

A row of the table has a kind and some of its words, with commas between them; a kind may have many rows.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("word_lists.tsv")


def words(block: str) -> frozenset[str]:
    """The words of a block, separated by white space: tags of HTML, names of classes.

    >>> sorted(words("div span"))
    ['div', 'span']
    """
    return frozenset(block.split())


def in_order(kind: str) -> tuple[str, ...]:
    """The words of a kind as the table has them, in its order.

    >>> in_order("name_suffix")
    ('Jr.', 'Jr', 'Sr.', 'Sr', 'II', 'III', 'IV')
    """
    return _lists()[kind]


def word_list(kind: str) -> frozenset[str]:
    """The words of a kind as the table has them."""
    return frozenset(in_order(kind))


def folded_list(kind: str) -> frozenset[str]:
    """The words of a kind without case, for look-ups.

    >>> sorted(folded_list("name_suffix"))
    ['ii', 'iii', 'iv', 'jr', 'jr.', 'sr', 'sr.']
    """
    return frozenset(word.casefold() for word in in_order(kind))


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    words_by_kind: dict[str, tuple[str, ...]] = {}
    for table_row in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        list_kind, words_cell = table_row.split("\t")
        words_by_kind[list_kind] = (*words_by_kind.get(list_kind, ()), *words_cell.split(", "))
    return words_by_kind
