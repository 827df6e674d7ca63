"""What sites say in many variants, as rows of `wordings.tsv`: kind, language (`mul` for several), and the wording.

A wording is written in lower case if it is looked for in folded text or in capitals and small letters alike, and as it
is printed elsewhere. These marks stand for what varies in it:

- `(a|b)`: one of these; `[a|b]`: one of these, or neither;
- `{kind}`: any wording of that kind;
- `…`: anything in the sentence, up to the edge of a word; `%t`: anything in the line; `%e`: the end of the line;
- `%w`: a word; `%s`: anything up to a space; `%d`: a number; `%m`: marks, or none; `%n`: a capital letter;
- `~` behind the stem of a word: any ending;
- `'`: a straight or a curly apostrophe; a space: any single one, such as a no-break space.

A pattern says where in a line a wording stands, and takes the words from here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("wordings.tsv")
_PARTS = re.compile(r"%[desmntw]|\{\w+\}|[^\W\d_]+|\d+|.")
_PATTERNS = {
    "(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|", "…": r"[^.!?]*\b", "%t": ".*", "%e": r"\W*$",
    "%m": r"\W*", "%w": r"\w+", "%s": r"\S+",
    "%d": r"\d+", "%n": "(?-i:[A-Z])", "~": r"\w*", "'": "['’]", " ": r"\s",
}  # fmt: skip
_UNKNOWN = ("…", "%t", "%w", "%s", "%d")


def one_of(*kinds: str) -> str:
    r"""A piece of a pattern that matches the wordings of these kinds, in any language; also for verbose patterns.

    >>> one_of("first_time")
    '(?:originally|first)'
    """
    return f"(?:{'|'.join(map(_pattern, _of_kinds(kinds)))})"


def first_words(*kinds: str) -> frozenset[str]:
    """The words that a wording of these kinds begins with, by which `opening_with` finds the lines to be read.

    >>> sorted(first_words("this_text"))
    ['the', 'this']
    """
    words, open_ended = _beginnings(iter(_PARTS.findall("|".join(_of_kinds(kinds)))), {""})
    return frozenset(words | open_ended)


def wordings(kind: str) -> tuple[str, ...]:
    """The wordings of a kind as they stand in the table, for kinds in which nothing varies."""
    return _rows()[kind]


@cache
def _rows() -> Mapping[str, tuple[str, ...]]:
    """The wordings of each kind, those of all languages together."""
    wordings_of: dict[str, tuple[str, ...]] = {}
    for row in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        kind, _, wording = row.split("\t")
        wordings_of[kind] = (*wordings_of.get(kind, ()), wording)
    return wordings_of


def _of_kinds(kinds: Iterable[str]) -> list[str]:
    return [wording for kind in kinds for wording in _rows()[kind]]


def _pattern(wording: str) -> str:
    """The wording as a pattern."""
    return "".join(
        one_of(part[1:-1]) if part[0] == "{" else _PATTERNS.get(part) or re.escape(part)
        for part in _PARTS.findall(wording)
    )


def _beginnings(parts: Iterator[str], begun: set[str]) -> tuple[set[str], set[str]]:
    """What is said by the parts up to the next closing bracket, behind one of these beginnings of first words.

    Returns:
        the first words that end there, and the beginnings that may go on behind it; an empty one: only marks so far.
    """
    words: set[str] = set()
    open_ended: set[str] = set()
    variant = begun
    for part in parts:
        if part in (")", "]"):
            break
        if part == "|":
            open_ended |= variant
            variant = begun
        elif part in ("(", "[") or part[0] == "{":
            inner = iter(_PARTS.findall("|".join(_rows()[part[1:-1]]))) if part[0] == "{" else parts
            inner_words, inner_open_ended = _beginnings(inner, variant)
            words |= inner_words
            variant = inner_open_ended | (variant if part == "[" else set())
        elif part.isalnum():
            variant = {word + part for word in variant}
        elif (part in _UNKNOWN and "" in variant) or (part == "~" and variant):
            message = f"no first word is known of a wording that begins with {part}"
            raise ValueError(message)
        else:
            words |= variant - {""}
            variant = variant & {""}
    return words, open_ended | variant
