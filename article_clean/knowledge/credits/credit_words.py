"""The words that photo credits are made of: data in words.tsv, each with where it was seen.

Kinds: `photo_mark` ("Photo", "Foto", "Ảnh"), `mark` ("Credit", which also means other things) and `source_mark` stand
before a colon; `agency` and `stock` name who owns a picture, `partner` does beside a name ("Jane Doe/Pool"); `outlet`
is the last word of a paper's name; `filler` are the lower-case words inside a credit, `origin` what stands there for
a name ("Image via screengrab"); `whole` is a credit by itself ("Submitted photo"), `bracketed` one in brackets or
behind a sentence ("(Supplied)"), `platform` a site where a picture was found ("@jdoe/Instagram"), `no_owner`
initials that are nobody's; `gallery` are the buttons of a picture gallery, `chrome` those that end a caption.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.document import fold
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.sentence_ends import ENDS, IN_CLASS
from article_clean.knowledge.word_counts import word_count

MOST_WORDS = 10  # in a credit; more are a sentence

DASHES = frozenset("-–—|/●•▲■([（【：:")
EDGES = " -–—|/●•▲■([（【"  # between a caption and its credit

GLUE = pattern_of(rf"[{IN_CLASS}](?=[^\W\d_a-z])|[”\")\]](?=[^\W\d_a-z])")  # a lost space: "Syria.PHOTO: EPA"

_FILE = Path(__file__).with_suffix(".tsv")
_TOKEN = pattern_of(r"[^\s/|,;&+／]+")
_PHOTO_WORD = pattern_of(r"(?<!\s)\s+(?:file )?(?:photos?|pics?|foto|images?|pictures?|bild|pool|자료사진|제공)$")
_SHORT = pattern_of(
    r"(?:[^\W\d_]\.)+|(?:jr|sr|st|dr|mr|mrs|ms|fr|lt|col|gen|inc|co|ltd|corp|abb|fot|no)\.", re.IGNORECASE
)
LICENCE = pattern_of(
    r"CC[ -]?(?:BY(?:-(?:NC|SA|ND)){0,2}|0)(?:[ -]\d(?:\.\d)?)?(?: (?:licen[sc]e|[A-Z]{2}))?|public domain",
    re.IGNORECASE,
)
PART = pattern_of(r"(?>(?:(?<!\s)\s++)?)[/|,;／]++\s*+(?:via\s++)?|(?<!\s)\s++(?:via|for|on|-|–|—)\s++")
_OUTER = "\"'“”‘’„«»()[]{}（）.:：*·…© -–—"


class Credit(NamedTuple):
    """A credit in a line; offsets count in the line's text.

    Attributes:
        start: where the credit begins, with its mark or bracket.
        name_start: the first code point of the name or agency.
        name_end: the first code point after it.
        sure: whether it names an agency or says that it is a photo's; a bare "Source: X" does not.
    """

    start: int
    name_start: int
    name_end: int
    sure: bool = True


@cache
def words(*kinds: str) -> frozenset[str]:
    """The words of these kinds, folded; a number in one is written `#`."""
    return frozenset().union(*(_by_kind()[kind] for kind in kinds))


@cache
def _by_kind() -> Mapping[str, Sequence[str]]:
    """The words of each kind."""
    by_kind: dict[str, list[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        kind, word, _ = line.split("\t", 2)
        by_kind.setdefault(kind, []).append(word)
    return by_kind


ALONE = words("agency", "stock")  # a credit by themselves
AGENCIES = ALONE | words("partner")
_PHOTO_MARKS = words("photo_mark")
_FILLERS = words("filler") - words("origin")
LOWER_NAMES = frozenset({"alliance", "dpa", "images", "imago", "istock", "ullstein"})
_LOWER_CASE = frozenset({"dpa", "imago", "imago images", "istock", "picture alliance", "picture-alliance", "ullstein"})


def tokens(text: str) -> list[str]:
    """Its words, split at spaces, slashes, bars, commas and ampersands."""
    return _TOKEN.findall(text)


def is_agency(text: str, agencies: frozenset[str] = AGENCIES) -> bool:
    """Whether it is the name of one of these agencies, in capitals as names have, and no more."""
    plain_name = text.strip(_OUTER)
    if plain_name.islower() and plain_name not in _LOWER_CASE and "." not in plain_name:
        return False
    return (
        agency_key(plain_name) in agencies
        or agency_key(plain_name).removeprefix("the ") in agencies
        or bool(LICENCE.fullmatch(plain_name))
    )


def names_agency(text: str) -> bool:
    """Whether one of the names in it is an agency or a picture library."""
    return any(is_agency(part) for part in PART.split(text))


def names_platform(text: str) -> bool:
    """Whether one of the names in it is a site where a picture was found: "@jdoe/Instagram"."""
    return any(fold(part).strip(_OUTER) in words("platform") for part in PART.split(text))


def agency_key(text: str) -> str:
    """The form in which an agency is listed: "Reuters file photo" is "reuters"."""
    folded = fold(text)
    return folded if folded in AGENCIES else _PHOTO_WORD.sub("", folded)


def is_photo_mark(folded: str) -> bool:
    """Whether these folded words before a colon speak of photos alone: "photo credit", "reuters photo"."""
    if folded in _PHOTO_MARKS:
        return True
    owner = _PHOTO_WORD.sub("", folded)
    return owner != folded and owner in AGENCIES


def is_name(word: str) -> bool:
    """Whether a word may be part of a name: a capital or "@" in it, a site's address, or letters without case.

    A sentence in a script without spaces is one word between spaces, too, and no name.
    """
    if word_count(word) > MOST_WORDS:
        return False
    first_char = word[0]
    if first_char.isupper() or first_char == "@" or (first_char.isalpha() and not first_char.islower()):
        return True
    if first_char.isdigit():
        return False
    return any(word_char.isupper() for word_char in word) or "." in word[1:-1] or word in LOWER_NAMES


def are_names(text: str, *, strange: int = 0) -> bool:
    """Whether this is names and nothing else: people, agencies, sites, and the small words between them.

    Args:
        text: what stands behind a mark, or in brackets.
        strange: how many words may begin in lower case, as user names do.
    """
    name_tokens = tokens(text)
    if fold(text).strip(_OUTER) in words("origin", "bracketed"):
        return True
    if not name_tokens or max(len(name_tokens), word_count(text)) > MOST_WORDS + strange or "?" in text:
        return False
    name_count = 0
    for token_index, name_token in enumerate(name_tokens):
        bare_word = name_token.strip(_OUTER)
        if not bare_word or fold(bare_word) in _FILLERS:
            continue
        if token_index and ends_sentence(name_tokens[token_index - 1]):
            return False
        is_a_name = is_name(bare_word)
        strange -= not is_a_name and (not bare_word[0].isdigit() or not name_count)
        name_count += is_a_name
    return name_count > 0 and strange >= 0


def ends_sentence(token: str) -> bool:
    """Whether a sentence ends with this word: "dawn." but neither "Jr." nor "J."."""
    return token[-1] in ENDS and not _SHORT.fullmatch(token)
