"""Credits without a mark or an agency, told by where they stand: in brackets, behind a sentence, alone in a line.

"(Jane Doe/Harbour Post)" behind a caption is a credit whatever the paper is called; "Harbour/Pier" alone in a line may
be a heading, so there one side must be known, or be a user's name beside a picture library.
"""

import re
from itertools import islice

from article_clean.core.document import fold
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.credits.credit_words import (
    ALONE,
    LICENCE,
    PART,
    Credit,
    are_names,
    is_agency,
    tokens,
    words,
)
from article_clean.knowledge.sentence_ends import ENDS_OR_QUOTES, IN_CLASS
from article_clean.knowledge.wordings import one_of, wordings

LONGEST_APART = 80  # the longest of 203 in the captions of shared/pages has 63
MOST_PARTS = 4  # "Jane Doe/Harbour Post/AP/Getty Images"
MOST_OWNER_WORDS = 5  # on one side of a slash
FEWEST_OWNER_WORDS = 2  # before a bare "photo": "Coast Guard photo"
MOST_USER_WORDS = 2  # before a picture library: "ground picture / Shutterstock"
MOST_TOLD = 10  # words of a sentence that says of a picture whose it is: the longest of 7 has 8
MOST_NAME_WORDS = 4  # of a person before an agency
MOST_BEFORE_OWNER = 3  # of them before the owner: "Taqdim etilgan rasm"; more may be a caption without its full stop
MOST_AGENCY_WORDS = 3  # "Anadolu Agency", "Getty Images"
MOST_ENDS = 3  # sentence ends, or initials, that are looked at from the end of a line
INITIALS = range(3, 7)  # of a broadcaster or an office: "(KUTV)"
NAME_WORDS = range(2, 5)
NAME_WORDS_ALONE = range(2, 4)  # of a person whose paper is told by capitals: "Jane Doe/CNET"
FEWEST_BEFORE_SLASH = 6  # words of a caption without a full stop before "(Jane Doe/Harbour Post)"

_OUTER = "\"'“”‘’()[]{}（）【】.:*·…，。 -–—"
_WHOLE = words("whole")
_ENDED = ENDS_OR_QUOTES - {"'"}  # which may close a title: "'Best Shows In New York' (VIDEO)"
_BRACKETED = words("whole", "bracketed")
_NO_OWNERS = words("no_owner")
_PLATFORMS = words("platform")
_OUTLETS = words("outlet")
_ENDS = pattern_of(rf"(?<=[^\W_A-Z])[{IN_CLASS}](?:[\"'”’»]?\s+|(?=[^\W\da-z_]))")
_SLASH = pattern_of(r"\s?[/|／]\s?")
_NAME_WORD = pattern_of(r"[^\W\d_a-z][\w.'’-]*")
_STOCK_BEHIND = pattern_of(r"(.+?)\s?[/|]\s?([^/|]+)")
_FOR = pattern_of(rf"(.+?) {one_of('for_paper')} (.+)")
_SOURCED = pattern_of(r"([^:]{2,30}): ?(\S.*)")
_STAFF = pattern_of(
    rf"(?:[A-ZÀ-Ž][\w.'’-]*\s){{1,3}}[A-ZÀ-Ž][\w.'’-]+\s?[,/|•]\s?{one_of('photo_staff')}", re.IGNORECASE
)
_MARKED = pattern_of(rf"{one_of('photo_noun')}(?:\s?[/|]\s?|\s)(\S.*)", re.IGNORECASE)
_CREDIT_OF = tuple(f"{words_of_credit} " for words_of_credit in wordings("credit_of"))
_OF_OWNER = pattern_of(
    rf"""(?!{one_of("no_owner_opener")}\s)(?P<owner>(?:[^\W\d_a-z][\w.'’&/-]*\s){{1,5}})
    (?:(?P<kind>{one_of("photo_origin")})\s(?:photo|image|pic)s?|(?P<plain>{one_of("owned_photo")})
      |{one_of("drawn_by")}\s(?P<name>\S.*))""",
    re.VERBOSE,
)
_TAKEN = pattern_of(
    r"[^，。、：]{1,16}(?:[摄攝]|撮影|供图|供圖|提供)"
)  # in brackets; "情報提供" alone may be a heading
_HANGUL = pattern_of("[가-힣]")
_OWNER = pattern_of(r"\s?[가-힣A-Za-z](?:[가-힣A-Za-z0-9·&'’ ]{0,22}[가-힣A-Za-z0-9])?")
_WRITERS = tuple(words("writer"))
_DASH = pattern_of("[-–—•]")
_SITE = pattern_of(
    r"[a-z0-9-]{2,}\.(?:is|com|de|cz|sk|hu|ro|pl|no|se|dk|fi|ee|lv|lt|hr|rs|si|bg|gr|fr|es|it|nl|be|at|ch|ru|ua|tr)"
)
_GIVEN = pattern_of(r"[^，。、：]{1,16}(?:供图|供圖)")


def in_brackets(text: str, opening: int, inner: str) -> bool:
    """Whether what stands in the brackets that open at `opening` and end the line is a credit."""
    text_before = text[:opening].rstrip()
    plain = inner.strip()
    if len(plain) > LONGEST_APART:
        return False
    if _is_label(plain.strip(_OUTER)) or _TAKEN.fullmatch(plain):
        return True
    ended = text_before[-1:] in _ENDED and len(text_before.split()) > 1 and not text_before[:1].isdigit()
    long = len(text_before.split()) >= FEWEST_BEFORE_SLASH and not text_before[:1].isdigit()
    if _is_joined(plain):
        return ended or (long and _by_person(plain))
    return ended and (_for_paper(plain) or _is_sourced(plain) or is_paper(plain))


def behind_sentence(text: str, floor: int, end: int) -> Credit | None:
    """`… like this. Supplied`, `… that day. Jane Doe/Harbour Post`: from the last ends of sentences on."""
    if text[:1].isdigit():
        return None  # "8. Deck/Hull Repairs"
    ends = [match.end() for match in _ENDS.finditer(text, max(floor, end - LONGEST_APART), end)]
    for start in islice(reversed(ends), MOST_ENDS):
        plain = text[start:end].strip(_OUTER)
        if plain and (_is_label(plain) or (text[end - 1] != "." and _names_owner(plain))):
            return Credit(start, text.index(plain, start), end, sure=False)
    return None


def behind_slash(text: str, floor: int, end: int) -> Credit | None:
    """`… 안내판이 붙어 있다. /뉴스1`, `… 특검 사무실./독자 제공`: the owner behind a Korean caption and a slash."""
    slash = text.rfind("/", floor, end)
    owner = text[slash + 1 : end]
    if slash < 0 or not _HANGUL.search(text, max(floor, slash - LONGEST_APART), slash) or not _OWNER.fullmatch(owner):
        return None
    words_before = text[floor:slash].split()
    if (
        len(words_before) < FEWEST_OWNER_WORDS
        or len(owner.split()) > MOST_OWNER_WORDS
        or fold(owner).endswith(_WRITERS)
    ):
        return None
    start = len(text[:slash].rstrip())
    return Credit(start, end - len(owner.lstrip()), end, sure=is_agency(owner.strip()))


def slash_owner(text: str, floor: int, end: int) -> Credit | None:
    """`… that day. Rasm Jane Doe/Getty Images orqali`: behind a sentence few words of any language, and an owner."""
    if "/" not in text[floor:end]:
        return None
    for match in reversed([*_ENDS.finditer(text, max(floor, end - LONGEST_APART), end)]):
        owner = _told_owner(text[match.end() : end])
        if owner:
            return Credit(match.end(), match.end() + owner[0], match.end() + owner[1])
    return None


def _told_owner(plain: str) -> tuple[int, int] | None:
    if len(plain.split()) > MOST_TOLD:
        return None
    for slash in _SLASH.finditer(plain):
        person = _person_start(plain[: slash.start()])
        words_behind = plain[slash.end() :].split()[:MOST_AGENCY_WORDS]
        for count in range(len(words_behind), 0, -1):
            name = " ".join(words_behind[:count])
            if person is not None and plain.count(" ", 0, person) <= MOST_BEFORE_OWNER and is_agency(name, ALONE):
                return person, slash.end() + len(name)
    return None


def _person_start(text: str) -> int | None:
    """Where the name begins that a text ends with, of two words and up to `MOST_NAME_WORDS`."""
    start = len(text.rstrip()) + 1
    words = text.split()[-MOST_NAME_WORDS:]
    count = 0
    for word in reversed(words):
        if not _NAME_WORD.fullmatch(word):
            break
        start -= len(word) + 1
        count += 1
    return start if count > 1 else None


def _is_label(plain: str) -> bool:
    return fold(plain) in _BRACKETED or _is_owned(plain) or _is_marked(plain) or bool(_GIVEN.fullmatch(plain))


def _names_owner(plain: str) -> bool:
    if _is_joined(plain):
        return ("|" not in plain and _by_person(plain)) or _names_known(plain)
    return _for_paper(plain) and _ends_like_paper(plain)


def alone(text: str) -> Credit | None:
    """A line that is a credit and no more: "Submitted photo", "jdoe / Getty Images", "Jane Doe/CNET"."""
    plain = text.strip(_OUTER)
    if not plain or len(plain) > LONGEST_APART:
        return None
    start = text.index(plain)
    if fold(plain) in _WHOLE or _is_owned(plain) or _is_marked(plain) or _is_licensed(plain) or _GIVEN.fullmatch(plain):
        return Credit(start, start, start + len(plain))
    bracketed = text[0] in "([" and text.rstrip()[-1:] in ")]" and _is_sourced(plain)
    if bracketed or _of_library(plain) or _of_person(plain) or _dashed(plain) or _STAFF.fullmatch(plain):
        return Credit(start, start, start + len(plain))
    return None


def _is_owned(plain: str) -> bool:
    """`Harbour Post file photo`, `U.S. Navy photo by Jane Doe`; "Satellite images" may be a heading."""
    match = _OF_OWNER.fullmatch(plain)
    if match is None or match["kind"]:
        return match is not None
    if match["name"]:
        return are_names(match["name"])
    several = len(match["owner"].split()) >= FEWEST_OWNER_WORDS and match["plain"] == "photo"
    return several or match["plain"].startswith("nuotr") or is_agency(match["owner"])


def _is_marked(plain: str) -> bool:
    """`Photo AFP`, `Photo / Harbour Post`, `Ljósmynd/Aðsend`: a mark without its colon."""
    if fold(plain).startswith(_CREDIT_OF) and are_names(plain.split(maxsplit=2)[-1]):
        return len(plain.split()) > len(_CREDIT_OF[0].split())
    match = _MARKED.fullmatch(plain)
    if not match or len(tokens(match[1])) > MOST_OWNER_WORDS:
        return False
    has_slash = plain[match.start(1) - 1] in "/|" or plain[match.start(1) - 2] in "/|"
    has_agency = any(is_agency(part) for part in PART.split(match[1]))
    is_origin = fold(match[1]) in words("origin")
    return is_origin or (are_names(match[1]) and (has_agency or has_slash))


def _is_licensed(plain: str) -> bool:
    """`Jane Doe, CC BY-SA 4.0, via Wikimedia Commons`."""
    if "CC" not in plain and "omain" not in plain:
        return False
    parts = [part for part in PART.split(plain) if part]
    return any(map(LICENCE.fullmatch, parts)) and all(LICENCE.fullmatch(part) or are_names(part) for part in parts)


def _of_library(plain: str) -> bool:
    """`jdoe / Getty Images`: a user's name of any kind, and a picture library."""
    match = _STOCK_BEHIND.fullmatch(plain)
    return match is not None and len(match[1].split()) <= MOST_USER_WORDS and is_agency(match[2], words("stock"))


def _of_person(plain: str) -> bool:
    """`Jane Doe/CNET`: a person, and a paper written in capitals."""
    parts = _SLASH.split(plain)
    if len(parts) != 2:  # noqa: PLR2004
        return False
    return any(_is_person(person, NAME_WORDS_ALONE) and _is_desk(paper) for person, paper in (parts, reversed(parts)))


def _is_desk(name: str) -> bool:
    """Whether it is an agency, a user's name behind "@", or initials as broadcasters have."""
    if is_agency(name) or name.startswith("@") or _SITE.fullmatch(name):
        return True
    return name.isupper() and name.isalpha() and len(name) in INITIALS and fold(name) not in _NO_OWNERS


def _dashed(plain: str) -> bool:
    """`Jane Doe-Harbour Sports Images`, `Jane Doe - Europa Press`: an agency behind a dash."""
    for dash in (match.start() for match in _DASH.finditer(plain)):
        names_behind = _SLASH.split(plain[dash + 1 :])
        if all(is_agency(part, ALONE) for part in names_behind) and _is_person(plain[:dash].strip(), NAME_WORDS):
            return True
    return False


def _is_joined(plain: str) -> bool:
    """Names with slashes between them, and nothing else."""
    parts = _SLASH.split(plain)
    if not 1 < len(parts) <= MOST_PARTS:
        return False
    return all(part and len(part.split()) <= MOST_OWNER_WORDS and are_names(part, strange=1) for part in parts)


def _by_person(plain: str) -> bool:
    return _is_person(_SLASH.split(plain)[0], NAME_WORDS)


def _names_known(plain: str) -> bool:
    return any(
        is_agency(part) or fold(part) in _PLATFORMS or part.startswith("@") or _ends_like_paper(part)
        for part in _SLASH.split(plain)
    )


def _is_person(text: str, lengths: range) -> bool:
    name_parts = text.split()
    return len(name_parts) in lengths and all(word[0].isupper() and word[-1] not in ",:" for word in name_parts)


def _for_paper(plain: str) -> bool:
    match = _FOR.fullmatch(plain)
    return match is not None and _is_person(match[1], NAME_WORDS) and are_names(match[2])


def _is_sourced(plain: str) -> bool:
    """`AAP: Jane Doe`, `Supplied: Harbour Council`."""
    match = _SOURCED.fullmatch(plain)
    if not match or not are_names(match[2]):
        return False
    return is_agency(match[1]) or _ends_like_paper(match[1]) or fold(match[1]) in _BRACKETED


def is_paper(plain: str) -> bool:
    """`PTI`, `Fox News`, `Instagram`: alone in brackets behind a sentence."""
    if "/" in plain or len(plain.split()) > MOST_OWNER_WORDS or not are_names(plain):
        return False
    if plain.isupper() and plain.isalpha() and len(plain) in INITIALS and fold(plain) not in _NO_OWNERS:
        return True
    return is_agency(plain) or fold(plain) in _PLATFORMS or (len(plain.split()) > 1 and _ends_like_paper(plain))


def _ends_like_paper(text: str) -> bool:
    name_parts = fold(text).split()
    return bool(name_parts) and (name_parts[-1] in _OUTLETS or " ".join(name_parts[-2:]) in _OUTLETS)
