"""Whether a line speaks of markup, shows code, or only has it left over."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.patterns import pattern_of

_WORD = pattern_of(r"\w+")
_DAY = "Tag"  # the German word, where English writes "tag"
_ENDS_OF_CODE = (";", "{", "}", "=>", "&&", "||")
_NO_SPACES = pattern_of(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")  # scripts that are searched for parts of words
LONGEST_ENTITY = 35  # the longest name in HTML has 31 characters
LONGEST_VERB = 30  # characters in front of a mark in which a verb is looked for


class Talk(NamedTuple):
    """What the words of a line say of the marks in it.

    Attributes:
        shows_code: whether they all stay.
        names_parts: whether those without attributes stay.
    """

    shows_code: bool
    names_parts: bool


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """The words of each kind."""
    kinds: dict[str, set[str]] = {"subject": set(), "part": set(), "verb": set()}
    for line in Path(__file__).with_name("words.tsv").read_text("utf-8").splitlines():
        if not line.startswith(("#", "kind\t")):
            kind, _, words = line.split("\t")
            kinds[kind].update(words.split())
    return {kind: frozenset(words) for kind, words in kinds.items()}


@cache
def _unspaced_parts() -> tuple[str, ...]:
    return tuple(word for word in _words()["part"] if _NO_SPACES.match(word))


def talk_of(prose: Iterable[str], line: str) -> Talk:
    """What a line says.

    Args:
        prose: the line without its marks, in pieces.
        line: the line with them.
    """
    pieces = list(prose)
    words = {word.lower() for piece in pieces for word in _WORD.findall(piece) if word != _DAY}
    shows_code = not words.isdisjoint(_words()["subject"]) or _ends_in_code(line)
    names_parts = not words.isdisjoint(_words()["part"]) or any(
        part in piece for piece in pieces if _NO_SPACES.search(piece) for part in _unspaced_parts()
    )
    return Talk(shows_code, names_parts)


def _ends_in_code(line: str) -> bool:
    """Whether a line ends as one of a program does, and not in an entity."""
    end = line.rstrip()[-LONGEST_ENTITY:]
    entity = end.rpartition("&")[2].removeprefix("#") if "&" in end else ""
    return end.endswith(_ENDS_OF_CODE) and not (entity.endswith(";") and entity[:-1].isalnum())


def follows_verb(text: str, start: int) -> bool:
    """Whether the word in front of a mark says what to do with it: "write <b>bold</b>"."""
    front = text[max(0, start - LONGEST_VERB) : start].rstrip()
    words = _WORD.findall(front)
    return bool(words) and front.endswith(words[-1]) and words[-1].lower() in _words()["verb"]
