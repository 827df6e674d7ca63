"""The form of letters in which words are looked up: Unicode's NFC, taken back before anything is printed.

A letter with a mark can be one code point or several, and which of them a text has says nothing: PDFs take letters
apart ("e" and U+0301), Bengali keyboards type U+09DF where NFC has two code points. Cleaners see one form only, the one
that phrases, names and patterns are written in; the body and the fields keep the printed one.

The edits here are a pass like any other, so that offsets lead back to the source.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache, reduce
from typing import NamedTuple

from pydantic import BaseModel

from article_clean.core.edits import Edit, apply, compose
from article_clean.core.patterns import pattern_of

COMPOSED = "composition"  # the role of edits that no article shows
LONGEST_LETTER = 32  # code points: Unicode's stream-safe texts have 30 marks on a letter; sorting more is quadratic
MOST_LETTERS = 200  # of several code points each; pointed Hebrew has some hundred, and each is searched for in the text

_PIECE = pattern_of(r"[\x00-\x7f]?[^\x00-\x7f]+")  # nothing composes with an ASCII character in front of it
_WITH_MARKS = range(0xA0, 0x10000)  # no list of ours has letters beyond
_SYLLABLE_ENDS = (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))  # Korean vowels and final consonants


def composed(text: str) -> str:
    """A word or phrase in the form in which it is looked up; ASCII costs nothing."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def compositions(text: str) -> list[Edit]:
    """The edits that compose the letters of a text; none for most texts, which are composed."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return []
    return [
        Edit(letter.start(), letter.end(), composed_letter, COMPOSED)
        for piece in _PIECE.finditer(text)
        if not unicodedata.is_normalized("NFC", piece[0])
        for letter in _letter().finditer(text, *piece.span())
        if len(letter[0]) <= LONGEST_LETTER
        and (composed_letter := unicodedata.normalize("NFC", letter[0])) != letter[0]
    ]


@cache
def _letter() -> re.Pattern[str]:
    """A code point with all that may compose with it: marks, the rest of a Korean syllable, half a vowel."""
    chars = [*map(chr, _WITH_MARKS)]
    parts = {
        char: unicodedata.normalize("NFD", char) for char in chars if unicodedata.decomposition(char)[:1].isalnum()
    }
    joining = {letters[-1] for letters in parts.values()} | {*map(chr, _SYLLABLE_ENDS)}
    joining.update(char for char in chars if unicodedata.combining(parts.get(char, char)[0]))
    return re.compile(f"[\\s\\S][{''.join(sorted(joining))}]*")


class Printed(NamedTuple):
    """An article's text and fields as printed, made of what was read in composed letters."""

    passes: tuple[Sequence[Edit], ...]
    body: str
    fields: dict[str, object]


def as_printed(source: str, passes: Sequence[Sequence[Edit]], body: str, fields: dict[str, object]) -> Printed:
    """Take the compositions among some passes back.

    Args:
        source: the text before them.
        passes: what made `body` of it.
        body: the body in composed letters.
        fields: the values of fields, in composed letters.
    """
    composing = next((index for index, edits in enumerate(passes) if edits and edits[0].role == COMPOSED), None)
    if composing is None:
        return Printed(tuple(passes), body, fields)
    remaining_edits = [edit for edit in reduce(compose, passes) if not _only_composes(edit, source)]
    spelling = _spelling(apply(source, reduce(compose, passes[:composing], [])), passes[composing])

    def spelled(text: str) -> str:
        return _letter().sub(lambda letter: spelling.get(letter[0], letter[0]), text)

    return Printed((remaining_edits,), apply(source, remaining_edits), respelled(fields, spelled))


def _only_composes(edit: Edit, source: str) -> bool:
    return edit.role == COMPOSED and composed(source[edit.start : edit.end]) == edit.text


def _spelling(text: str, edits: Sequence[Edit]) -> Mapping[str, str]:
    """How a text prints each letter that was composed in it, where it prints it in one way."""
    spellings: dict[str, set[str]] = {}
    for edit in edits:
        spellings.setdefault(edit.text, set()).add(text[edit.start : edit.end])
    letters = set(text)
    letter_groups = [letter for letter in spellings if len(letter) > 1]
    letters.update(
        letter_groups if len(letter_groups) > MOST_LETTERS else (letter for letter in letter_groups if letter in text)
    )
    return {letter: forms.pop() for letter, forms in spellings.items() if len(forms) == 1 and letter not in letters}


def respelled(fields: Mapping[str, object], spelled: Callable[[str], str]) -> dict[str, object]:
    """Fields of an article with every text in them as a function spells it."""
    return {name: _respelled(value, spelled) for name, value in fields.items()}


def _respelled(value: object, spelled: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return spelled(value)
    if isinstance(value, tuple):
        return tuple(_respelled(part, spelled) for part in value)
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: _respelled(part, spelled) for name, part in value})
    return value
