"""What opens a byline in the press's languages: "By", "Von", "Szöveg:", "بقلم".

`openers.tsv` has them by kind and language: "posted" names who put the page up, "written" says that somebody wrote, a
"label" is a noun and needs a mark behind it, a "preposition" stands in front of much else and so needs a whole name, a
"placed" one a town behind the name, too, a "source" names whom a report was taken from. What is "unsure", too, needs a
known name; a source that is "unmarked" needs no mark.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.composition import composed
from article_clean.core.patterns import pattern_of

_FILE = Path(__file__).with_name("openers.tsv")
_LONGEST_START = 6  # code points of two letters with two marks each
_BOUNDARY = pattern_of(r"(?P<mark>\s?[:：=|/／]\s?)|\s|(?<=[bB][yY])(?=[A-Z])")


class Opener(NamedTuple):
    """An opener at the start of a line.

    Attributes:
        end: where the names begin, in the line.
        kind: "posted", "written", "label", "preposition", "placed" or "source".
        text: the opener as printed, without its mark.
        marked: whether a colon or the like stands behind it.
    """

    end: int
    kind: str
    text: str
    marked: bool

    @property
    def is_unsure(self) -> bool:
        """Whether what follows has to begin with a known name."""
        return self.text.casefold() in _vocabulary().unsure

    @property
    def is_textual(self) -> bool:
        """Whether it may as well be a setting of a page: "Text: Large"."""
        return self.kind == "label" and self.text.casefold().startswith(("te", "tekst", "words"))

    @property
    def is_loose(self) -> bool:
        """Whether a single word behind it says little: "By Industry"."""
        return not self.marked and self.text[0].isupper() and " " not in self.text and self.kind == "written"


class _Vocabulary(NamedTuple):
    """The kinds of the openers that need a mark behind them or none, and what finds one.

    Attributes:
        before_marks: the kind of each opener that a mark may follow.
        before_names: the kind of each that needs none.
        unsure: those that need a known name.
        starts: the first two characters of each.
        longest: how many characters the longest one has.
    """

    before_marks: dict[str, str]
    before_names: dict[str, str]
    unsure: frozenset[str]
    starts: frozenset[str]
    longest: int


@cache
def _vocabulary() -> _Vocabulary:
    """The openers of all languages, read once; of two kinds of one opener the last one named here counts."""
    openers: dict[str, list[str]] = {}
    for row in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        kind, _, listed_openers = row.split("\t")
        openers.setdefault(kind, []).extend(listed_openers.split(", "))
    before_names = {text: kind for kind in ("placed", "preposition", "written", "posted") for text in openers[kind]}
    before_names |= dict.fromkeys(openers["unmarked"], "source")
    before_marks = before_names | {text: kind for kind in ("source", "label") for text in openers[kind]}
    starts = frozenset(text[:2] for text in before_marks)
    return _Vocabulary(before_marks, before_names, frozenset(openers["unsure"]), starts, max(map(len, before_marks)))


def may_open(text: str) -> bool:
    """Whether a text can begin with an opener: quick, for the many that cannot."""
    first_chars = text[:3]  # the third may be a mark on the second
    return not first_chars.isascii() or first_chars[:2].lower() in _vocabulary().starts


def read_opener(text: str, start: int = 0) -> Opener | None:
    """The longest opener at `start` of a line, or None.

    >>> read_opener("Text: Nora Feldt")
    Opener(end=6, kind='label', text='Text', marked=True)
    """
    vocabulary = _vocabulary()
    head = text[start : start + vocabulary.longest + 3]  # a mark has spaces on both sides at the most
    folded = head.lower()
    if composed(folded[:_LONGEST_START])[:2] not in vocabulary.starts:
        return None
    opener = None
    for boundary in _BOUNDARY.finditer(head):
        openers = vocabulary.before_marks if boundary["mark"] else vocabulary.before_names
        kind = openers.get(composed(folded[: boundary.start()]))
        if kind:
            end = start + boundary.end()
            opener = Opener(end, kind, head[: boundary.start()], marked=bool(boundary["mark"]))
    return opener
