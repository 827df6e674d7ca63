"""Inputs by number: the same seed and number give the same input in every process."""

from random import Random
from typing import NamedTuple

from tests.fuzz import grammar
from tests.fuzz.mutations import MAX_CHARS, as_bytes, mutated


class Input(NamedTuple):
    """What `clean()` is given: the raw input and its kind."""

    raw: str | bytes
    kind: str


def input_of(seed: int, number: int) -> Input:
    """The input of this number: a fixture mutated, or made by a grammar and perhaps mutated; text or bytes."""
    rnd = Random(f"{seed}:{number}")  # noqa: S311  # reproducible is the point
    text = rnd.choice((_fixture, _fixture, grammar.text, grammar.text, grammar.page))(rnd)[:MAX_CHARS]
    if rnd.random() < 0.6:
        text = mutated(text, rnd)
    raw = as_bytes(text, rnd) if rnd.random() < 0.15 else text
    return Input(raw, rnd.choices(("auto", "html", "text", "page", "article"), (80, 5, 5, 5, 5))[0])


def _fixture(rnd: Random) -> str:
    """A fixture, mutated at least once; of some of them not the first lines."""
    lines = rnd.choice(grammar.fixture_texts()).split("\n")
    first = rnd.randrange(len(lines)) if rnd.random() < 0.3 else 0
    return mutated("\n".join(lines[first:])[:MAX_CHARS], rnd)
