"""Quotation marks: a space that was lost beside one, and the one form in which they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from article_clean.cleaners.characters import Swaps, odd
from article_clean.core.cleaner import Stage, cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.core.keep import TYPOGRAPHY
from article_clean.core.patterns import pattern_of
from article_clean.errors import PipelineError
from article_clean.knowledge.word_lists import in_order

Style = Literal["straight", "curly", "keep"]

_LETTER = "A-Za-z\u00c4-\u00d6\u00d8-\u00e1\u00e3-\u00f6\u00f8-\u024f\u0370-\u052f"  # without Â, Ã, â: mojibake
_SUFFIXING = frozenset(
    "ğĞıİşŞəƏ"
)  # Turkish and its kin write "“Milliyet”de": what follows the mark belongs to the word
_FOLLOWING = "|".join(in_order("behind_quotation"))
_OPENING = pattern_of(f"“(?<=[0-9{_LETTER}]“)(?=[0-9{_LETTER}])")
_CLOSING = pattern_of(f"”(?:(?<=[.,!?…]”)(?=[{_LETTER}])|(?<=[{_LETTER}]”)(?=(?:{_FOLLOWING})\\b))")


@cleaner("lost_spaces", stage="characters", role=TYPOGRAPHY)
def lost_spaces(doc: Document) -> Iterator[Edit]:
    """A space that was lost beside a curly quotation mark: "Putin“fairly well” because", "he knew.”Then".

    Why it goes: the space stood at a tag's edge and was lost with the tag; two words became one.
    Keeps: every text with „, where “ closes, or with ” alone, where it opens; a “ inside an open quotation and a ”
    without one; suffixes ("“LOL”ing"), inches ("30”x15”"), note numbers (".”2"), scripts without spaces.
    """
    kinds = doc.fact(odd).kinds
    if "“" not in kinds or "”" not in kinds or "„" in kinds:
        return
    text = doc.text
    for match in _OPENING.finditer(text):
        if _opens(text, match.start()):
            yield Edit(match.start(), match.start(), " ")
    for match in _CLOSING.finditer(text):
        mark_start = match.start()
        is_suffixed = text[mark_start - 1].isalpha() and not kinds.isdisjoint(_SUFFIXING)
        if not is_suffixed and text.rfind("“", text.rfind("”", 0, mark_start) + 1, mark_start) >= 0:
            yield Edit(match.end(), match.end(), " ")


def _opens(text: str, mark_start: int) -> bool:
    """Whether no quotation is open in the line when this “ comes, and one closes after it before the next “."""
    last_opening = text.rfind("“", 0, mark_start)
    is_open = (
        last_opening >= 0
        and text.rfind("”", last_opening, mark_start) < 0
        and text.rfind("\n", last_opening, mark_start) < 0
    )
    next_opening = text.find("“", mark_start + 1)
    return not is_open and text.find("”", mark_start, next_opening if next_opening >= 0 else len(text)) >= 0


_STRAIGHT = Swaps({**dict.fromkeys("‘’‚‛\N{MODIFIER LETTER APOSTROPHE}", "'"), **dict.fromkeys("“”„‟", '"')})
_TEX = pattern_of(r"(?<!`)``(?=[^\s`'])(?:[^`\n]|\n(?!\n))*?(?<![\s'])''(?!')")


@dataclass(frozen=True)
class SmartQuotes:
    """Curly quotation marks and apostrophes, written in ASCII: "“so”", "it’s", TeX's "``so''".

    Why it goes: half of a corpus prints them one way, half the other, and no search finds both.
    Keeps: guillemets («, »), primes, dashes, ellipses; a Hawaiian ʻokina. The letter apostrophe of Ukrainian (U+02BC)
    becomes ASCII as well, as it is mostly typed.

    Attributes:
        style: "straight" writes ASCII, "curly" turns ASCII marks into curly ones, "keep" leaves all as printed.

    Raises:
        PipelineError: there is no such style.
    """

    style: Style = "straight"
    name: ClassVar[str] = "smart_quotes"
    stage: ClassVar[Stage] = "characters"
    role: ClassVar[str] = TYPOGRAPHY

    def __post_init__(self) -> None:
        if self.style not in get_args(Style):
            message = f"smart_quotes has no style {self.style!r}; its styles are {', '.join(get_args(Style))}"
            raise PipelineError(message)

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """Propose the marks of this style."""
        if self.style == "straight":
            yield from _STRAIGHT.found(doc)
            yield from _from_tex(doc) if "`" in doc.fact(odd).kinds else ()
        elif self.style == "curly":
            yield from _curled(doc.text)


smart_quotes = SmartQuotes()


def _from_tex(doc: Document) -> Iterator[Edit]:
    for tex_match in _TEX.finditer(doc.text):
        quote_start, quote_end = tex_match.span()
        yield Edit(quote_start, quote_start + 2, '"')
        yield Edit(quote_end - 2, quote_end, '"')


_ASCII_MARK = pattern_of("[\"']")
_ELISION = pattern_of(r"'(?:\d\ds?|tis|twas|em|til|cause|round|bout|n)\b", re.IGNORECASE)


def _curled(text: str) -> Iterator[Edit]:
    """ASCII marks as curly ones, opening behind a space, a bracket, a dash or another opening one."""
    last_end, last_opened, in_quotation = 0, True, False  # of the last mark its end, and whether it opened
    for mark_match in _ASCII_MARK.finditer(text):
        mark_start, mark_end = mark_match.span()
        if "\n" in text[last_end:mark_start]:
            in_quotation = False
        char_before, char_after = text[mark_start - 1 : mark_start], text[mark_end : mark_end + 1]
        after_gap = not char_before or char_before.isspace() or char_before in "([{<—–-/“‘"
        is_opening = (last_opened if last_end == mark_start else after_gap) and not (char_after or " ").isspace()
        last_end, last_opened = mark_end, is_opening
        if mark_match[0] == '"' and (in_quotation or not char_before.isdigit()):  # else inches
            in_quotation = is_opening
            yield Edit(mark_start, mark_end, "“" if is_opening else "”")
        elif mark_match[0] == "'" and not (char_before.isdigit() and char_after.isdigit()):  # else feet and inches
            yield Edit(mark_start, mark_end, "‘" if is_opening and not _ELISION.match(text, mark_start) else "’")
