"""A line in, the kinds of interface phrase that it matches out: data files, one a language, each phrase sourced.

A file `xx.tsv` has the columns kind, phrase, seen, sorted; `xx` is a BCP 47 code. A new language is a new file.

In a phrase a number stands for any number, and these for other text:

- `%s` for any; at the end of a phrase up to the end of the line, within it up to the end of the sentence;
- `%name` for text that begins with a capital letter or an @ ("Follow %name on %network");
- `%network` for text that names a social network, one of kind "social_network".

The end of a kind's name says how its phrases may stand: `_word` ("Related", "Home") is also a subheading or a word of
prose, evidence beside another line of its kind, none alone; `_opener` stands before a colon ("See also: …"), before a
slot without one, and is no phrase alone in its line; `_hint` finds lines that are then read; a sentence ends in `_end`.

The files of all languages are looked at in every text: blogs of one language in a theme of another are common, and of
3,722 whole phrases found on pages that name their language none was of a third one.

What `seen` says: the platform in whose translations the phrase stands, on how many sites or pages it was counted, or
`uncounted` where nothing but common use speaks for it: the first to doubt when a phrase takes too much.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.document import fold, key
from article_clean.core.patterns import pattern_of

OPENING = 4  # characters by which an opening is found: few lines of prose begin like one, and no phrase is shorter
_OPENERS = frozenset(("related", "read_more", "neighbour"))  # kinds that stand alone, and before a colon as well
NAME, NETWORK = "%name", "%network"
SLOT = pattern_of("(%s|%name|%network)")
_MARKS = " .:…!?*"  # most of what stands around the words of a phrase
_ODD = pattern_of(r"[\d\N{RIGHT SINGLE QUOTATION MARK}\N{COMBINING DOT ABOVE}]")  # what a key writes in another way
_HERE = Path(__file__).parent


class Phrase(NamedTuple):
    """One interface phrase.

    Attributes:
        language: BCP 47 code, the name of its file.
        kind: what it belongs to ("comments", "share", "related" …).
        text: as it is printed; a number in it stands for any, and it may have slots.
        seen: where it was seen.
    """

    language: str
    kind: str
    text: str
    seen: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases of all languages, read once."""
    return tuple(Phrase(*row) for row in _rows())


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for table_path in sorted(_HERE.glob("*.tsv")):
        for table_line in table_path.read_text(encoding="utf-8").splitlines()[1:]:
            phrase_kind, phrase_text, phrase_source = table_line.split("\t")
            yield table_path.stem, phrase_kind, phrase_text, phrase_source


@cache
def keys(*kinds: str) -> frozenset[str]:
    """The look-up keys (see `document.key`) of the whole phrases of these kinds, in all languages."""
    whole_phrases = _index().whole
    return frozenset().union(*(whole_phrases.get(kind, ()) for kind in kinds))


class Opening(NamedTuple):
    """A phrase that has slots.

    Attributes:
        start: what stands before the first slot; a key (see `document.key`), so that case and marks do not matter.
        ends_word: whether a word ends where `start` does.
        slots: each slot, with the text behind it, folded; a space at an edge of the text ends a word.
    """

    start: str
    ends_word: bool
    slots: tuple[tuple[str, str], ...]


@cache
def openings(*kinds: str) -> Mapping[str, tuple[Opening, ...]]:
    """The phrases of these kinds that have slots, by the first `OPENING` characters of each."""
    by_start: dict[str, tuple[Opening, ...]] = {}
    for kind in kinds:
        for opening in _index().openings.get(kind, ()):
            first_chars = opening.start[:OPENING]
            by_start[first_chars] = (*by_start.get(first_chars, ()), opening)
    return by_start


@cache
def kinds_by_name() -> Mapping[str, tuple[str, ...]]:
    """The kinds of each whole phrase that may stand before a colon, by its key."""
    return _by_key(kind for kind in _index().whole if kind.endswith("_opener") or kind in _OPENERS)


@cache
def name_beginnings() -> frozenset[str]:
    """The first `OPENING` characters of what may stand before a colon, or all where there are fewer."""
    return frozenset(name[:OPENING] for name in kinds_by_name())


@cache
def kinds_by_key() -> Mapping[str, tuple[str, ...]]:
    """The kinds of each whole phrase, by its key: one look-up tells all that a line is."""
    return _by_key(_index().whole)


@cache
def kinds_by_opening() -> Mapping[str, Mapping[str, tuple[Opening, ...]]]:
    """The openings of each kind, by kind, by their first `OPENING` characters."""
    kinds_by_start: dict[str, dict[str, tuple[Opening, ...]]] = {}
    for kind in _index().openings:
        for first_chars, begins in openings(kind).items():
            kinds_by_start.setdefault(first_chars, {})[kind] = begins
    return kinds_by_start


def _by_key(kinds: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Those of these kinds that each whole phrase of them is of, by its key."""
    kinds_of: dict[str, tuple[str, ...]] = {}
    for phrase_kind in kinds:
        for phrase_key in _index().whole[phrase_kind]:
            kinds_of[phrase_key] = (*kinds_of[phrase_key], phrase_kind) if phrase_key in kinds_of else (phrase_kind,)
    return kinds_of


class _Index(NamedTuple):
    """The keys of all whole phrases by kind, and those of the openings, each once and in the order of the files."""

    whole: dict[str, dict[str, None]]
    openings: dict[str, dict[Opening, None]]


@cache
def _index() -> _Index:
    """All that matching needs, read once."""
    phrase_index = _Index({}, {})
    for table_path in sorted(_HERE.glob("*.tsv")):
        for table_line in table_path.read_text(encoding="utf-8").split("\n")[1:-1]:
            phrase_kind, phrase_text, _ = table_line.split("\t")
            if "%" in phrase_text and SLOT.search(phrase_text):
                phrase_index.openings.setdefault(phrase_kind, {})[_opening(phrase_text)] = None
            else:
                phrase_index.whole.setdefault(phrase_kind, {})[_key(phrase_text)] = None
    return phrase_index


def _opening(text: str) -> Opening:
    text_start, *slot_pieces = SLOT.split(text)
    opening_slots = tuple(zip(slot_pieces[::2], map(fold, slot_pieces[1::2]), strict=True))
    last_sign = text_start.rstrip()[-1:]
    opening_key = f"{key(text_start)} {last_sign}" if last_sign in {"@", "&"} else key(text_start)
    if len(opening_key) < OPENING:
        return Opening(f"{opening_key} ", ends_word=False, slots=opening_slots)
    return Opening(opening_key, text_start.endswith(" "), opening_slots)


def _key(text: str) -> str:
    """What `document.key` makes of a phrase, in a third of the time where it has neither numbers nor odd marks."""
    folded_phrase = text.lower().strip(_MARKS)
    if folded_phrase.replace(" ", "").isalpha():  # as most are
        return folded_phrase
    if folded_phrase[0].isalpha() and folded_phrase[-1].isalpha() and _ODD.search(folded_phrase) is None:
        return folded_phrase
    return key(text)
