"""Characters that a page needs and a text does not: line-break forms, odd spaces, invisible marks, entities, ligatures.

Each reads the raw text. What stands in it that is not plain ASCII is found once, in `odd`, and gates all of them.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5, name2codepoint
from typing import NamedTuple

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import LAYOUT, Edit
from article_clean.core.keep import TYPOGRAPHY
from article_clean.core.patterns import pattern_of

ENCODING = "encoding"  # the role of characters that came through wrongly encoded

_PLAIN = bytes(code for code in range(0x20, 0x7F) if chr(code) not in "&`") + b"\t\n"


class Odd(NamedTuple):
    """The characters of a text that some cleaner of this stage may want.

    Attributes:
        text: those characters alone, in order; neighbours in the document are neighbours here.
        kinds: the same as a set.
    """

    text: str
    kinds: frozenset[str]


def odd(doc: Document) -> Odd:
    """All of the text that is not plain ASCII, with ampersands and backticks; 8 µs on 5 KB, where `set` takes 65."""
    odd_text = doc.text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    return Odd(odd_text, frozenset(odd_text))


class Swaps:
    """Characters that each have one replacement, found by literal search: one edit for each run of the same one."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._of = {
            odd_character: (re.compile(f"{odd_character}{odd_character}*"), replacement)
            for odd_character, replacement in table.items()
        }  # `x+` is 6 times slower
        self._kinds = frozenset(table)

    def found(self, doc: Document) -> Iterator[Edit]:
        """The edits that put the replacements in."""
        for odd_character in doc.fact(odd).kinds & self._kinds:
            pattern, replacement = self._of[odd_character]
            for match in pattern.finditer(doc.text):
                match_start, match_end = match.span()
                yield Edit(match_start, match_end, replacement * (match_end - match_start))


def hops(front_pattern: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of `pattern`, in order, tried only where `front_pattern`, which begins with one class, matches.

    The search for a class skips all else; alternatives with look-behinds, tried at each character, take 100 times as
    long.
    """
    beginning = front_pattern.search(text)
    while beginning:
        match = pattern.match(text, beginning.start())
        if match:
            yield match
        beginning = front_pattern.search(text, (match or beginning).end())


_BREAKS = frozenset("\r\v\f\x85\u2028\u2029")
_RETURNS = pattern_of(r"\r[\r\n]*")
_ANY_BREAKS = pattern_of(r"[\r\v\f\x85\u2028\u2029][\r\n\v\f\x85\u2028\u2029]*")
_AS_NEWLINE = str.maketrans(dict.fromkeys(_BREAKS, "\n"))


@cleaner("newlines", stage="characters", role=LAYOUT)
def newlines(doc: Document) -> Iterator[Edit]:
    r"""Line breaks in other forms than "\n": Windows, old Mac, form feeds, U+2028 and U+2029.

    Why it goes: whatever ends a line, the other cleaners rely on one form.
    Keeps: the number of breaks, so that a blank line stays a blank line; only "\r\r\n", which a text file written
    twice in Windows has, is one.
    """
    break_kinds = doc.fact(odd).kinds & _BREAKS
    if not break_kinds:
        return
    for match in (_RETURNS if break_kinds == {"\r"} else _ANY_BREAKS).finditer(doc.text):
        replacement = match[0].replace("\r\r\n", "\n").replace("\r\n", "\n").translate(_AS_NEWLINE)
        yield Edit(*match.span(), replacement)


_SPACES = Swaps(dict.fromkeys(["\xa0", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000"], " "))


@cleaner("odd_spaces", stage="characters", role=TYPOGRAPHY)
def odd_spaces(doc: Document) -> Iterator[Edit]:
    """Spaces other than the plain one: no-break ("10 000"), thin, em, ideographic.

    Why it goes: they look like a space and compare as different.
    Keeps: tabs and line breaks; as many spaces as there were.
    """
    return _SPACES.found(doc)


# Scripts in which a joiner changes what is read: Arabic, Syriac, the Indic family, Tibetan, Myanmar, Khmer, Mongolian.
_JOINING = "\u0600-\u08ff\u0900-\u109f\u1780-\u18af\u1a00-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
_EMOJI = "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"
_SPACELESS = "\u0e00-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f"  # scripts that part words by zero-width spaces
_RTL = pattern_of("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_ANY_MARK = pattern_of(
    "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]"
)
_MARKS = (
    "[\\x00-\\x08\\x0e-\\x1f\\x7f\xad\u2060-\u2064\ufeff\ufffc]+"
    "|[\x81\x8d\x8f\x90\x9d]+"  # C1 controls that are no character of windows-1252 either
    "|(?<=[\xc2-\xf4])[\x80-\x84\x86-\x9f]+"  # what is left of a broken UTF-8 sequence; `mojibake` takes a whole one
    f"|(?<![{_SPACELESS}\u200b])\u200b+|(?<!\u200b)\u200b++(?![{_SPACELESS}])"
    f"|(?<![{_JOINING}{_EMOJI}\u200c\u200d])[\u200c\u200d]++(?![{_JOINING}{_EMOJI}])"
)
_INVISIBLE = pattern_of(_MARKS)
_LINE = pattern_of(f"[^\n{''.join(_BREAKS)}]+")
_INVISIBLE_LTR = pattern_of(f"{_MARKS}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")

_ISOLATES = "\u2066\u2067\u2068"
_OPENING_DIRECTIONS = f"\u202a\u202b\u202d\u202e{_ISOLATES}"
_DIRECTION = pattern_of("[\u202a-\u202e\u2066-\u2069]")
_DIRECTION_OR_BREAK = pattern_of("[\u202a-\u202e\u2066-\u2069\n]")


@cleaner("invisible_characters", stage="characters", role="invisible")
def invisible_characters(doc: Document) -> Iterator[Edit]:
    """Characters that print nothing: zero-width spaces, soft hyphens, byte-order marks, control characters.

    Why it goes: a search for "rearrange" does not find the word with a soft hyphen in it.
    Keeps: joiners in Arabic, Persian and Indic scripts and in emoji; zero-width spaces in Thai, Khmer and their kin,
    which write no others; direction marks in a line with a right-to-left letter, but for one that the line does not
    close; U+FFFD, which says that something was lost.
    """
    odd_text = doc.fact(odd).text
    if not _ANY_MARK.search(odd_text):
        return
    if not _RTL.search(odd_text):
        yield from (Edit(*mark_match.span()) for mark_match in hops(_ANY_MARK, _INVISIBLE_LTR, doc.text))
        return
    for line_match in _LINE.finditer(doc.text):
        line_start, line_text = line_match.start(), line_match[0]
        rtl_match = _RTL.search(line_text)
        for mark_match in hops(_ANY_MARK, _INVISIBLE if rtl_match else _INVISIBLE_LTR, line_text):
            yield Edit(line_start + mark_match.start(), line_start + mark_match.end())
        if rtl_match and _DIRECTION.search(line_text):
            yield from (
                Edit(line_start + mark_offset, line_start + mark_offset + 1)
                for mark_offset in unclosed_directions(line_text)
            )


def unclosed_directions(text: str) -> list[int]:
    """Where an embedding, override or isolate of Unicode's bidi algorithm opens or closes alone in its line.

    The end of a line ends them all, and the end of an isolate what opened in it: https://www.unicode.org/reports/tr9/#X6a
    """
    unclosed_offsets: list[int] = []
    open_offsets: list[int] = []
    open_isolates = 0  # of what is open
    for mark_match in _DIRECTION_OR_BREAK.finditer(text):
        direction_mark, mark_offset = mark_match[0], mark_match.start()
        if direction_mark in _OPENING_DIRECTIONS:
            open_offsets.append(mark_offset)
            open_isolates += direction_mark in _ISOLATES
        elif (
            direction_mark == "\N{POP DIRECTIONAL FORMATTING}"
            and open_offsets
            and text[open_offsets[-1]] not in _ISOLATES
        ):
            open_offsets.pop()
        elif direction_mark == "\N{POP DIRECTIONAL ISOLATE}" and open_isolates:
            while text[opening_offset := open_offsets.pop()] not in _ISOLATES:
                unclosed_offsets.append(opening_offset)
            open_isolates -= 1
        elif direction_mark == "\n":
            unclosed_offsets += open_offsets
            open_offsets, open_isolates = [], 0
        else:
            unclosed_offsets.append(mark_offset)
    return sorted((*unclosed_offsets, *open_offsets))


_ENTITY = pattern_of(r"&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ASCII_FORM = str.maketrans({"\r": "\n", "\f": "\n", "\N{NO-BREAK SPACE}": " "})


@cleaner("entities", stage="characters", role=ENCODING)
def entities(doc: Document) -> Iterator[Edit]:
    """HTML entities left in the text: "Eeyore&rsquo;s", "we&#039;ve", "&amp;quot;".

    Why it goes: the page was escaped once more than it was read. "&#146;" is read as browsers do, as windows-1252.
    Keeps: "AT&T", "&c.", and "?a=1&copy=2", as an entity has a semicolon; "x = &num;", which is code.
    """
    if "&" not in doc.fact(odd).kinds:
        return
    for entity_match in _ENTITY.finditer(doc.text):
        entity_name, entity_start = entity_match[1], entity_match.start()
        is_entity = entity_name[0] == "#" or entity_name in name2codepoint
        if is_entity or (f"{entity_name};" in html5 and not doc.text.endswith("= ", 0, entity_start)):
            yield Edit(entity_start, entity_match.end(), unescape(f"&{entity_name};").translate(_ASCII_FORM))


_LIGATURES = Swaps({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@cleaner("ligatures", stage="characters", role=ENCODING)
def ligatures(doc: Document) -> Iterator[Edit]:
    """Typesetters' ligatures: "ﬁre", "oﬃce".

    Why it goes: they show how a PDF drew the letters, and a search for the word does not find it.
    Keeps: æ, œ, ß, ĳ, which are letters of their languages.
    """
    return _LIGATURES.found(doc)
