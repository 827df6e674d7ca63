"""Interface phrases by language: data files, one a language, each phrase with where it was seen.

A file `xx.tsv` has the columns kind, phrase, seen, sorted; `xx` is a BCP 47 code. A new language is a new file.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.document import key

_HERE = Path(__file__).parent


class Phrase(NamedTuple):
    """One interface phrase.

    Attributes:
        language: BCP 47 code, the name of its file.
        kind: what it belongs to ("comments", "share", "related" …).
        text: as it is printed; a number in it stands for any.
        seen: where it was seen.
    """

    language: str
    kind: str
    text: str
    seen: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases of all languages, read once."""
    return tuple(
        Phrase(path.stem, *line.split("\t"))
        for path in sorted(_HERE.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    )


@cache
def keys(*kinds: str) -> frozenset[str]:
    """The look-up keys (see `document.key`) of the phrases of these kinds, in all languages."""
    return frozenset(key(phrase.text) for phrase in phrases() if phrase.kind in kinds)
