"""Which patterns can be made to read a text again and again, and the text that does it.

A matcher that backs up tries each way in which a pattern can read a text. Where two positions p and q both stay where
they are over a word w, and w leads from p to q, the text w w w … can be split between them in as many ways as it has
words: quadratic, and more where a third follows (infinite degree of ambiguity: Weber and Seidl, "On the degree of
ambiguity of finite automata", 1991). Where p comes back to itself over w in two ways, the ways double with each w.
A search is a pattern that begins with a position which reads anything.
"""

from collections import deque
from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Any, NamedTuple

from redos.automaton import Automaton, Condition

State = tuple[Any, ...]  # positions, what is known of them, and the letter that was read last
SEARCH = -1  # the position of a search that has not begun to match


class Attack(NamedTuple):
    """What makes a pattern slow.

    Attributes:
        kind: "exponential" or "polynomial".
        opens: a text that leads to the repetition.
        word: what is repeated.
    """

    kind: str
    opens: str
    word: str


class Walk:
    """An automaton with the steps of a match or a search.

    Args:
        automaton: the automaton.
        searching: whether a match may begin anywhere.
    """

    def __init__(self, automaton: Automaton, *, searching: bool) -> None:
        self.automaton = automaton
        self.searching = searching
        self.count = len(automaton.letters)
        positions = range(len(automaton.reads))
        self.follows = {n: self._merged(automaton.edges[n]) for n in positions}
        self.follows[SEARCH] = self._merged(automaton.starts)
        if searching:
            self.follows[SEARCH].append((SEARCH, Condition()))
        self.components = components({n: [m for m, _ in edges] for n, edges in self.follows.items()})

    def _merged(self, edges):
        return [(m, condition) for m, condition in edges if condition.after is None or any(condition.after)]

    def steps(self, position: int, before: int) -> Iterator[tuple[int, int, Condition]]:
        """The next position, the letters that lead there, and the edge's condition."""
        for m, condition in self.follows[position]:
            reads = self.automaton.all if m == SEARCH else self.automaton.reads[m]
            letters = reads if condition.after is None else reads & condition.after[before]
            if letters:
                yield m, letters, condition

    def steps_within(self, position: int, before: int) -> list[tuple[int, int, Condition]]:
        """Those of the next positions that lead back."""
        own = self.components[position]
        return [step for step in self.steps(position, before) if self.components[step[0]] == own]

    def letters(self, position: int) -> set[int]:
        """What may have been read last where this is the position; one more than there are letters for nothing."""
        if position == SEARCH:
            return set(range(self.count + 1))
        return set(letters_in(self.automaton.reads[position]))

    def loops(self) -> list[int]:
        """The positions that can come back to themselves."""
        size: dict[int, int] = {}
        for n in self.follows:
            size[self.components[n]] = size.get(self.components[n], 0) + 1
        return [n for n in self.follows if size[self.components[n]] > 1 or any(m == n for m, _ in self.follows[n])]

    def beyond(self, position: int) -> set[int]:
        """The positions that can be reached."""
        reached: set[int] = set()
        queue = [position]
        while queue:
            for m, _ in self.follows[queue.pop()]:
                if m not in reached:
                    reached.add(m)
                    queue.append(m)
        return reached

    def within(self, position: int) -> frozenset[int]:
        """The atomic groups that a position stands in."""
        return frozenset() if position == SEARCH else self.automaton.within[position]

    def parted(self, shared: frozenset[int], positions: tuple[int, ...], edges: tuple[Condition, ...]) -> bool:
        """Whether one leaves an atomic group, for good, that another one is still in: the other is given up then."""
        left = frozenset().union(*(edge.leaves for edge in edges)) & shared
        return any(
            not (left & self.within(position)) <= edge.leaves for position, edge in zip(positions, edges, strict=True)
        )


def attacks(automaton: Automaton, *, searching: bool) -> Iterator[Attack]:
    """The ways in which a pattern is ambiguous without bound: at most one for each pair of loops."""
    walk = Walk(automaton, searching=searching)
    loops = walk.loops()
    beyond = {p: walk.beyond(p) for p in walk.follows}
    for p in loops:
        word = _doubled(walk, p) if p != SEARCH else ""
        if word:
            yield Attack("exponential", _path(walk, p), word)
        for q in loops:
            if q not in beyond[p] or walk.components[p] == walk.components[q] or q in automaton.ends:
                continue
            word = Split(walk, p, q, {n for n in beyond if q in beyond[n]}).word()
            if word:
                yield Attack("polynomial", _path(walk, p), word)


def letters_in(bits: int) -> Iterator[int]:
    """The letters that are set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


class Split:
    """Three readings of one text: one stays at p, one stays at q, and one goes from p to q.

    Args:
        walk: the steps.
        p: a position that comes back to itself.
        q: another one, behind it.
        between: the positions that lead to q.
    """

    def __init__(self, walk: Walk, p: int, q: int, between: set[int]) -> None:
        self.walk, self.p, self.q = walk, p, q
        self.between = between
        self.shared = walk.within(p)

    def word(self) -> str:
        """A word that leads from p to p, from p to q and from q to q, or nothing."""
        letters = self.walk.letters(self.p) & self.walk.letters(self.q)
        sources = {(self.p, self.p, self.q, letter) for letter in letters}
        return first_word(self.walk, sources, self.steps, lambda state: state[:3] == (self.p, self.q, self.q))

    def steps(self, state: State) -> Iterator[State]:
        """What the three may read next, and where they are then; who passes an end would have matched."""
        x, y, z, before = state
        staying = self.walk.steps_within(x, before)
        behind = [step for step in self.walk.steps_within(z, before) if step[0] not in self.walk.automaton.ends]
        going = [step for step in self.walk.steps(y, before) if step[0] in self.between or step[0] == self.q]
        for (i, ours, one), (j, theirs, two), (k, others, three) in product(staying, going, behind):
            if not self.walk.parted(self.shared, (x, y, z), (one, two, three)):
                yield from ((i, j, k, letter) for letter in letters_in(ours & theirs & others))


def first_word(
    walk: Walk, sources: set[State], steps: Callable[[State], Iterator[State]], ends: Callable[[State], bool]
) -> str:
    """The letters of the shortest way from one of the sources to an end, or nothing."""
    came_from: dict[State, State] = {}
    queue = deque(sources)
    while queue:
        state = queue.popleft()
        for then in steps(state):
            if then not in came_from:
                came_from[then] = state
                queue.append(then)
                if ends(then):
                    return _letters_to(walk, then, came_from, sources)
    return ""


def _letters_to(walk: Walk, state: State, came_from: dict[State, State], sources: set[State]) -> str:
    letters = [walk.automaton.letters[state[-1]]]
    while came_from[state] not in sources:
        state = came_from[state]
        letters.append(walk.automaton.letters[state[-1]])
    return "".join(reversed(letters))


def _doubled(walk: Walk, p: int) -> str:
    """A word over which p comes back to itself in two ways, or nothing."""
    sources = {(p, p, None, letter) for letter in walk.letters(p)}
    return first_word(
        walk, sources, lambda state: _pairs(walk, state), lambda state: state[:2] == (p, p) and state[2] is not None
    )


def _pairs(walk: Walk, state: State) -> Iterator[State]:
    """The steps of two readings that began as one; the third value: None, or the groups they were in as they parted."""
    x, y, shared, before = state
    ends = walk.automaton.ends
    steps = [step for step in walk.steps_within(x, before) if step[0] not in ends]
    if shared is None:
        yield from ((i, i, None, letter) for i, letters, _ in steps for letter in letters_in(letters))
        ways = combinations(steps, 2)
    else:
        ways = product(steps, [step for step in walk.steps_within(y, before) if step[0] not in ends])
    groups = walk.within(x) if shared is None else shared
    for (i, ours, one), (j, theirs, two) in ways:
        if walk.parted(groups, (x, y), (one, two)):
            continue
        left = groups - one.leaves - two.leaves
        entered = walk.within(i) & walk.within(j) if shared is None else frozenset()  # both at one place
        yield from ((i, j, left | entered, letter) for letter in letters_in(ours & theirs))


def _path(walk: Walk, p: int) -> str:
    """The shortest text that leads to p."""
    if p == SEARCH:
        return ""

    def steps(state: State) -> Iterator[State]:
        return ((m, letter) for m, letters, _ in walk.steps(*state) for letter in letters_in(letters))

    return first_word(walk, {(SEARCH, walk.count)}, steps, lambda state: state[0] == p)


def components(edges: dict[int, list[int]]) -> dict[int, int]:
    """The strongly connected component of each position, by one of its positions (Kosaraju and Sharir)."""
    back: dict[int, list[int]] = {n: [] for n in edges}
    for n, after in edges.items():
        for m in after:
            back[m].append(n)
    component: dict[int, int] = {}
    for root in reversed(_by_end(edges)):
        queue = [root] if root not in component else []
        while queue:
            n = queue.pop()
            component[n] = root
            queue += [m for m in back[n] if m not in component]
    return component


def _by_end(edges: dict[int, list[int]]) -> list[int]:
    """The positions in the order in which a search in depth leaves them."""
    seen: set[int] = set()
    left: list[int] = []
    for root, after in edges.items():
        path = [(root, iter(after))] if root not in seen else []
        seen.add(root)
        while path:
            n, rest = path[-1]
            m = next((m for m in rest if m not in seen), None)
            if m is None:
                path.pop()
                left.append(n)
            else:
                seen.add(m)
                path.append((m, iter(edges[m])))
    return left
