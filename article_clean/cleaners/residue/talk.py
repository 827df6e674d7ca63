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
    words_by_kind: dict[str, set[str]] = {"subject": set(), "part": set(), "verb": set()}
    for table_line in Path(__file__).with_name("words.tsv").read_text("utf-8").splitlines():
        if not table_line.startswith(("#", "kind\t")):
            word_kind, _, kind_words = table_line.split("\t")
            words_by_kind[word_kind].update(kind_words.split())
    return {word_kind: frozenset(kind_words) for word_kind, kind_words in words_by_kind.items()}


@cache
def _unspaced_parts() -> tuple[str, ...]:
    return tuple(word for word in _words()["part"] if _NO_SPACES.match(word))


def talk_of(prose: Iterable[str], line: str) -> Talk:
    """What a line says.

    Args:
        prose: the line without its marks, in pieces.
        line: the line with them.
    """
    prose_pieces = list(prose)
    prose_words = {word.lower() for prose_piece in prose_pieces for word in _WORD.findall(prose_piece) if word != _DAY}
    shows_code = not prose_words.isdisjoint(_words()["subject"]) or _ends_in_code(line)
    names_parts = not prose_words.isdisjoint(_words()["part"]) or any(
        part in prose_piece
        for prose_piece in prose_pieces
        if _NO_SPACES.search(prose_piece)
        for part in _unspaced_parts()
    )
    return Talk(shows_code, names_parts)


def _ends_in_code(line: str) -> bool:
    """Whether a line ends as one of a program does, and not in an entity."""
    line_ending = line.rstrip()[-LONGEST_ENTITY:]
    entity_name = line_ending.rpartition("&")[2].removeprefix("#") if "&" in line_ending else ""
    return line_ending.endswith(_ENDS_OF_CODE) and not (entity_name.endswith(";") and entity_name[:-1].isalnum())


def follows_verb(text: str, mark_start: int) -> bool:
    """Whether the word in front of a mark says what to do with it: "write <b>bold</b>"."""
    text_before = text[max(0, mark_start - LONGEST_VERB) : mark_start].rstrip()
    front_words = _WORD.findall(text_before)
    return bool(front_words) and text_before.endswith(front_words[-1]) and front_words[-1].lower() in _words()["verb"]
