"""Which literals a text holds, of all that cleaners have asked for so far: found in one pass.

That needs `ahocorasick_rs`, which the extra `fast` installs. Without it each literal is searched for by itself, with
the same result: a text of 5 KB is asked for 190, which took a twelfth of its time.

https://github.com/G-Research/ahocorasick_rs
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

MOST_LITERALS = 2_000  # that are looked for together; those that ship ask for 200 in an English text
LONGEST_LOOK = 50_000  # code points in one pass; each place of a literal is a tuple, and a longer text has many

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Look(NamedTuple):
    """What one pass over a text found.

    Attributes:
        known: the literals that were looked for.
        held: those of them that the text holds.
    """

    known: frozenset[str]
    held: frozenset[str]


NO_LOOK = Look(frozenset(), frozenset())


class Literals:
    """The literals that were asked for, to be looked for in further texts.

    They are gathered as they are asked for, so that no cleaner declares any. The search is built for the second text,
    the third, the fifth, the ninth and so on, where there are new ones by then: the first texts ask for nearly all.
    """

    def __init__(self) -> None:
        self._asked: set[str] = set()
        self._literals: list[str] = []
        self._longest = 1  # characters of a literal
        self._search: AhoCorasick | None = None
        self._texts, self._next_built = 0, 1
        self._is_gathering = True

    def look(self, folded: str) -> Look:
        """Look for all that is known; for nothing where the library is not installed, or the text has surrogates."""
        if self._texts == self._next_built:
            self._next_built *= 2
            self._build()
        self._texts += 1
        if self._search is None:
            return NO_LOOK
        held: set[int] = set()
        for start in range(0, len(folded), LONGEST_LOOK):
            part = folded[start : start + LONGEST_LOOK + self._longest - 1]
            try:
                held.update(index for index, _, _ in self._search.find_matches_as_indexes(part, overlapping=True))
            except UnicodeEncodeError:
                return NO_LOOK
        return Look(frozenset(self._literals), frozenset(self._literals[index] for index in held))

    def likely(self, look: Look, literals: Sequence[str]) -> Sequence[str]:
        """Those of some literals that a text may hold: all that it does hold are among them.

        Args:
            look: what `look` found in the text.
            literals: what is asked for; further looks know it.
        """
        if look.known.issuperset(literals):
            return [*look.held.intersection(literals)]
        if self._is_gathering:
            self._asked.update(literals)
            self._is_gathering = len(self._asked) < MOST_LITERALS
        return literals

    def _build(self) -> None:
        literals = sorted(self._asked - {""})
        if len(literals) > len(self._literals):
            try:
                from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415  # may be missing
            except ImportError:
                self._is_gathering = False
                return
            self._search = AhoCorasick(literals, implementation=Implementation.DFA)  # a third of the time of others
            self._literals, self._longest = literals, max(map(len, literals))


ASKED = Literals()
