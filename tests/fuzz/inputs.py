"""Inputs by number: the same seed and number give the same input in every process."""

from random import Random
from typing import NamedTuple

from tests.fuzz import grammar
from tests.fuzz.mutations import MAX_CHARS, as_bytes, mutated

ADDRESSES = ("https://coast.example/2024/01/05/ice", "http://[::1", "https://порт.example/a?b=c#d", "ice", "\ud800\x1b")


class Input(NamedTuple):
    """What `clean()` is given: the raw input, its kind, its address, and the engine that reads pages."""

    raw: str | bytes
    kind: str = "auto"
    url: str | None = None
    engine: str = "blocks"


def input_of(seed: int, number: int) -> Input:
    """The input of this number: a fixture mutated, or made by a grammar and perhaps mutated; text or bytes."""
    rnd = Random(f"{seed}:{number}")  # noqa: S311  # reproducible is the point
    text = rnd.choice((_fixture, _fixture, grammar.text, grammar.text, grammar.page))(rnd)[:MAX_CHARS]
    if rnd.random() < 0.6:
        text = mutated(text, rnd)
    raw = as_bytes(text, rnd) if rnd.random() < 0.15 else text
    kind = rnd.choices(("auto", "html", "text", "page", "article"), (80, 5, 5, 5, 5))[0]
    url = rnd.choice(ADDRESSES) if rnd.random() < 0.1 else None
    return Input(raw, kind, url, "trafilatura" if rnd.random() < 0.03 else "blocks")


def _fixture(rnd: Random) -> str:
    """A fixture, mutated at least once; of some of them not the first lines."""
    lines = rnd.choice(grammar.fixture_texts()).split("\n")
    first = rnd.randrange(len(lines)) if rnd.random() < 0.3 else 0
    return mutated("\n".join(lines[first:])[:MAX_CHARS], rnd)
