"""A regular expression as an automaton of positions, read from Python's own parse of it.

Each place of the pattern that reads a character is a position; an edge says which position may read the next character,
and what the assertions between the two demand of the characters beside them. Characters that the pattern cannot tell
apart are one letter of its alphabet.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import reduce
from re import _constants as op
from re import _parser as parser
from typing import NamedTuple

from redos.alphabet import READING, WORD, alphabet, key

MOST_COPIES = 40  # of what is repeated a counted number of times: beyond them its ambiguity has shown itself
MOST_INNER_COPIES = 5  # of what is repeated in that: 40 at each level would be more states than memory holds


class Condition(NamedTuple):
    """What an edge demands.

    Attributes:
        after: for each letter that may stand before, the letters that may follow, as bits; None for any.
        may_fail: whether it can fail where a match could end otherwise.
        leaves: the atomic groups that it leaves, for good.
    """

    after: tuple[int, ...] | None = None
    may_fail: bool = False
    leaves: frozenset[int] = frozenset()

    def __and__(self, other: "Condition") -> "Condition":
        if self.after is None or other.after is None:
            after = self.after or other.after
        else:
            after = tuple(ours & theirs for ours, theirs in zip(self.after, other.after, strict=True))
        return Condition(after, self.may_fail or other.may_fail, self.leaves | other.leaves)


class Part(NamedTuple):
    """A part of the pattern: how it can be skipped, where it begins, where it ends."""

    empty: list[Condition]
    first: list[tuple[int, Condition]]
    last: list[tuple[int, Condition]]


NOTHING = Part([Condition()], [], [])


class Automaton:
    """The positions of a pattern.

    Args:
        pattern: a compiled pattern of text or bytes.

    Attributes:
        letters: a character for each letter of the alphabet.
        reads: for each position the letters that it reads, as bits.
        edges: for each position the positions that may follow, each with its condition.
        within: for each position the atomic groups that it stands in.
        starts: the positions that may read the first character.
        ends: the positions behind which a match ends, whatever follows.
    """

    def __init__(self, pattern: re.Pattern[str] | re.Pattern[bytes]) -> None:
        source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        tree = parser.parse(source, pattern.flags)
        self.flags = pattern.flags
        self.letters, self._sets = alphabet(tree, pattern.flags)
        self.all = (1 << len(self.letters)) - 1
        self._words = self._where(lambda char: WORD.match(char) is not None)
        self.reads: list[int] = []
        self.edges: list[list[tuple[int, Condition]]] = []
        self.within: list[frozenset[int]] = []
        self._open: tuple[int, ...] = ()
        self._groups = 0
        self._counted = 0  # repeats of a counted number of times that the place read lies in
        self._characters: dict[int, int] = {}  # what a capturing group of one character reads
        whole = self._sequence(tree, pattern.flags)
        self.starts = whole.first
        self.ends = {n for n, condition in whole.last if not condition.may_fail}

    def _where(self, holds: Callable[[str], bool]) -> int:
        return sum(1 << n for n, char in enumerate(self.letters) if holds(char))

    def _sequence(self, items: object, flags: int) -> Part:
        return reduce(self._then, (self._item(code, value, flags) for code, value in items), NOTHING)

    def _then(self, one: Part, two: Part) -> Part:
        for n, behind in one.last:
            self.edges[n] += [(m, behind & before) for m, before in two.first]
        return Part(
            _twice(a & b for a in one.empty for b in two.empty),
            _twice(one.first + [(n, skipped & before) for skipped in one.empty for n, before in two.first]),
            _twice(two.last + [(n, behind & skipped) for n, behind in one.last for skipped in two.empty]),
        )

    def _either(self, parts: list[Part]) -> Part:
        return Part(*(_twice(one for part in parts for one in part[n]) for n in range(3)))

    def _position(self, reads: int) -> Part:
        self.reads.append(reads)
        self.edges.append([])
        self.within.append(frozenset(self._open))
        n = len(self.reads) - 1
        return Part([], [(n, Condition())], [(n, Condition())])

    def _item(self, code: object, value: object, flags: int) -> Part:
        if code in READING:
            return self._position(self._sets[key(code, value, flags)])
        name = str(code).lower()
        return getattr(self, f"_{name}")(value, flags)

    def _branch(self, value, flags: int) -> Part:
        return self._either([self._sequence(branch, flags) for branch in value[1]])

    def _subpattern(self, value, flags: int) -> Part:
        group, more, less, body = value
        if len(body) == 1 and body[0][0] in READING:
            self._characters[group] = self._sets[key(*body[0], (flags | more) & ~less)]
        return self._sequence(body, (flags | more) & ~less)

    def _max_repeat(self, value, flags: int) -> Part:
        least, most, body = value
        counted = most is not op.MAXREPEAT and most > 1
        limit = MOST_INNER_COPIES if counted and self._counted else MOST_COPIES
        self._counted += counted
        part = self._copied(min(least, limit), most if most is op.MAXREPEAT else min(most, limit), body, flags)
        self._counted -= counted
        return part

    def _copied(self, least: int, most: int, body, flags: int) -> Part:
        """What is repeated, as many times as it is copied."""
        copies = [self._sequence(body, flags) for _ in range(least)]
        part = reduce(self._then, copies, NOTHING)
        if most is op.MAXREPEAT:
            if not copies:
                copies = [self._optional(self._sequence(body, flags))]
                part = copies[0]
            for n, behind in copies[-1].last:
                self.edges[n] += [(m, behind & before) for m, before in copies[-1].first]
            return part
        for _ in range(most - least):
            copies.append(self._sequence(body, flags))
        rest = NOTHING
        for copy in reversed(copies[least:]):
            rest = self._optional(self._then(copy, rest))
        return self._then(part, rest)

    _min_repeat = _max_repeat

    def _optional(self, part: Part) -> Part:
        return self._either([part, NOTHING])

    def _atomic(self, make: Callable[[], Part]) -> Part:
        self._groups += 1
        group = self._groups
        self._open = (*self._open, group)
        part = make()
        self._open = self._open[:-1]
        left = Condition(leaves=frozenset({group}))
        return Part([c & left for c in part.empty], part.first, [(n, c & left) for n, c in part.last])

    def _atomic_group(self, value, flags: int) -> Part:
        return self._atomic(lambda: self._sequence(value, flags))

    def _possessive_repeat(self, value, flags: int) -> Part:
        part = self._atomic(lambda: self._max_repeat(value, flags))
        body = value[2]
        if value[1] is op.MAXREPEAT and len(body) == 1 and body[0][0] in READING:  # it reads all that it can
            outside = self.all & ~self._sets[key(*body[0], flags)]
            more = Condition(self._followed(outside))
            return Part([c & more for c in part.empty], part.first, [(n, c & more) for n, c in part.last])
        return part

    def _followed(self, letters: int) -> tuple[int, ...]:
        return (letters,) * (len(self.letters) + 1)

    def _preceded(self, letters: int, *, start: bool) -> tuple[int, ...]:
        before = [self.all if letters >> n & 1 else 0 for n in range(len(self.letters))]
        return (*before, self.all if start else 0)

    def _at(self, value, flags: int) -> Part:
        newline = self._where(lambda char: char == "\n")
        if value in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY):
            inside, outside = self._words, self.all & ~self._words
            if value is op.AT_NON_BOUNDARY:
                inside, outside = outside, inside
            after = [outside if self._words >> n & 1 else inside for n in range(len(self.letters))]
            after.append(inside)
            return Part([Condition(tuple(after), True)], [], [])
        if value in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
            lines = newline if value is op.AT_BEGINNING and flags & re.MULTILINE else 0
            return Part([Condition(self._preceded(lines, start=True), True)], [], [])
        return Part([Condition(self._followed(0 if value is op.AT_END_STRING else newline), True)], [], [])

    def _assert(self, value, flags: int) -> Part:
        direction, body = value
        part = self._sequence(body, flags)
        edge = part.first if direction > 0 else part.last
        condition = Condition(may_fail=True)
        if not part.empty:
            letters = reduce(int.__or__, (self.reads[n] for n, _ in edge), 0)
            after = self._followed(letters) if direction > 0 else self._preceded(letters, start=False)
            condition = Condition(after, True)
        return Part([condition], part.first if direction > 0 else [], [])

    def _assert_not(self, value, flags: int) -> Part:
        direction, body = value
        part = self._sequence(body, flags)
        free = all(c == Condition() for _, c in part.first + part.last)
        condition = Condition(may_fail=True)
        if not part.empty and free and part.first == part.last:
            letters = self.all & ~reduce(int.__or__, (self.reads[n] for n, _ in part.first), 0)
            after = self._followed(letters) if direction > 0 else self._preceded(letters, start=True)
            condition = Condition(after, True)
        return Part([condition], part.first if direction > 0 else [], [])

    def _groupref(self, value, flags: int) -> Part:
        if value in self._characters:
            return self._position(self._characters[value])
        return self._max_repeat((0, op.MAXREPEAT, [(op.ANY, None)]), flags | re.DOTALL)

    def _groupref_exists(self, value, flags: int) -> Part:
        _, yes, no = value
        return self._either([self._sequence(yes, flags), self._sequence(no or [], flags)])

    def _failure(self, _value, _flags: int) -> Part:
        return Part([], [], [])


def _twice(ways):
    """Each way twice at most: that there are two is what makes a pattern ambiguous."""
    count = Counter()
    return [way for way in ways if not count.update((way,)) and count[way] <= 2]
