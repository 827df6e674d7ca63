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
    plain_text = inner.strip()
    if len(plain_text) > LONGEST_APART:
        return False
    if _is_label(plain_text.strip(_OUTER)) or _TAKEN.fullmatch(plain_text):
        return True
    is_ended = text_before[-1:] in _ENDED and len(text_before.split()) > 1 and not text_before[:1].isdigit()
    is_long = len(text_before.split()) >= FEWEST_BEFORE_SLASH and not text_before[:1].isdigit()
    if _is_joined(plain_text):
        return is_ended or (is_long and _by_person(plain_text))
    return is_ended and (_for_paper(plain_text) or _is_sourced(plain_text) or is_paper(plain_text))


def behind_sentence(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… like this. Supplied`, `… that day. Jane Doe/Harbour Post`: from the last ends of sentences on."""
    if line_text[:1].isdigit():
        return None  # "8. Deck/Hull Repairs"
    sentence_ends = [
        end_match.end()
        for end_match in _ENDS.finditer(line_text, max(search_start, line_end - LONGEST_APART), line_end)
    ]
    for sentence_end in islice(reversed(sentence_ends), MOST_ENDS):
        plain_text = line_text[sentence_end:line_end].strip(_OUTER)
        if plain_text and (_is_label(plain_text) or (line_text[line_end - 1] != "." and _names_owner(plain_text))):
            return Credit(sentence_end, line_text.index(plain_text, sentence_end), line_end, sure=False)
    return None


def behind_slash(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… 안내판이 붙어 있다. /뉴스1`, `… 특검 사무실./독자 제공`: the owner behind a Korean caption and a slash."""
    slash_index = line_text.rfind("/", search_start, line_end)
    owner_text = line_text[slash_index + 1 : line_end]
    if (
        slash_index < 0
        or not _HANGUL.search(line_text, max(search_start, slash_index - LONGEST_APART), slash_index)
        or not _OWNER.fullmatch(owner_text)
    ):
        return None
    words_before = line_text[search_start:slash_index].split()
    if (
        len(words_before) < FEWEST_OWNER_WORDS
        or len(owner_text.split()) > MOST_OWNER_WORDS
        or fold(owner_text).endswith(_WRITERS)
    ):
        return None
    credit_start = len(line_text[:slash_index].rstrip())
    return Credit(credit_start, line_end - len(owner_text.lstrip()), line_end, sure=is_agency(owner_text.strip()))


def slash_owner(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… that day. Rasm Jane Doe/Getty Images orqali`: behind a sentence few words of any language, and an owner."""
    if "/" not in line_text[search_start:line_end]:
        return None
    for end_match in reversed([*_ENDS.finditer(line_text, max(search_start, line_end - LONGEST_APART), line_end)]):
        owner_span = _told_owner(line_text[end_match.end() : line_end])
        if owner_span:
            return Credit(end_match.end(), end_match.end() + owner_span[0], end_match.end() + owner_span[1])
    return None


def _told_owner(plain_text: str) -> tuple[int, int] | None:
    if len(plain_text.split()) > MOST_TOLD:
        return None
    for slash_match in _SLASH.finditer(plain_text):
        person_start = _person_start(plain_text[: slash_match.start()])
        words_behind = plain_text[slash_match.end() :].split()[:MOST_AGENCY_WORDS]
        for word_number in range(len(words_behind), 0, -1):
            agency_name = " ".join(words_behind[:word_number])
            if (
                person_start is not None
                and plain_text.count(" ", 0, person_start) <= MOST_BEFORE_OWNER
                and is_agency(agency_name, ALONE)
            ):
                return person_start, slash_match.end() + len(agency_name)
    return None


def _person_start(text: str) -> int | None:
    """Where the name begins that a text ends with, of two words and up to `MOST_NAME_WORDS`."""
    name_start = len(text.rstrip()) + 1
    last_words = text.split()[-MOST_NAME_WORDS:]
    word_number = 0
    for name_word in reversed(last_words):
        if not _NAME_WORD.fullmatch(name_word):
            break
        name_start -= len(name_word) + 1
        word_number += 1
    return name_start if word_number > 1 else None


def _is_label(plain: str) -> bool:
    return fold(plain) in _BRACKETED or _is_owned(plain) or _is_marked(plain) or bool(_GIVEN.fullmatch(plain))


def _names_owner(plain: str) -> bool:
    if _is_joined(plain):
        return ("|" not in plain and _by_person(plain)) or _names_known(plain)
    return _for_paper(plain) and _ends_like_paper(plain)


def alone(text: str) -> Credit | None:
    """A line that is a credit and no more: "Submitted photo", "jdoe / Getty Images", "Jane Doe/CNET"."""
    plain_text = text.strip(_OUTER)
    if not plain_text or len(plain_text) > LONGEST_APART:
        return None
    plain_start = text.index(plain_text)
    if (
        fold(plain_text) in _WHOLE
        or _is_owned(plain_text)
        or _is_marked(plain_text)
        or _is_licensed(plain_text)
        or _GIVEN.fullmatch(plain_text)
    ):
        return Credit(plain_start, plain_start, plain_start + len(plain_text))
    bracketed = text[0] in "([" and text.rstrip()[-1:] in ")]" and _is_sourced(plain_text)
    if (
        bracketed
        or _of_library(plain_text)
        or _of_person(plain_text)
        or _dashed(plain_text)
        or _STAFF.fullmatch(plain_text)
    ):
        return Credit(plain_start, plain_start, plain_start + len(plain_text))
    return None


def _is_owned(plain: str) -> bool:
    """`Harbour Post file photo`, `U.S. Navy photo by Jane Doe`; "Satellite images" may be a heading."""
    owner_match = _OF_OWNER.fullmatch(plain)
    if owner_match is None or owner_match["kind"]:
        return owner_match is not None
    if owner_match["name"]:
        return are_names(owner_match["name"])
    several = len(owner_match["owner"].split()) >= FEWEST_OWNER_WORDS and owner_match["plain"] == "photo"
    return several or owner_match["plain"].startswith("nuotr") or is_agency(owner_match["owner"])


def _is_marked(plain: str) -> bool:
    """`Photo AFP`, `Photo / Harbour Post`, `Ljósmynd/Aðsend`: a mark without its colon."""
    if fold(plain).startswith(_CREDIT_OF) and are_names(plain.split(maxsplit=2)[-1]):
        return len(plain.split()) > len(_CREDIT_OF[0].split())
    mark_match = _MARKED.fullmatch(plain)
    if not mark_match or len(tokens(mark_match[1])) > MOST_OWNER_WORDS:
        return False
    has_slash = plain[mark_match.start(1) - 1] in "/|" or plain[mark_match.start(1) - 2] in "/|"
    has_agency = any(is_agency(owner_part) for owner_part in PART.split(mark_match[1]))
    is_origin = fold(mark_match[1]) in words("origin")
    return is_origin or (are_names(mark_match[1]) and (has_agency or has_slash))


def _is_licensed(plain: str) -> bool:
    """`Jane Doe, CC BY-SA 4.0, via Wikimedia Commons`."""
    if "CC" not in plain and "omain" not in plain:
        return False
    licence_parts = [licence_part for licence_part in PART.split(plain) if licence_part]
    return any(map(LICENCE.fullmatch, licence_parts)) and all(
        LICENCE.fullmatch(licence_part) or are_names(licence_part) for licence_part in licence_parts
    )


def _of_library(plain: str) -> bool:
    """`jdoe / Getty Images`: a user's name of any kind, and a picture library."""
    match = _STOCK_BEHIND.fullmatch(plain)
    return match is not None and len(match[1].split()) <= MOST_USER_WORDS and is_agency(match[2], words("stock"))


def _of_person(plain: str) -> bool:
    """`Jane Doe/CNET`: a person, and a paper written in capitals."""
    slash_parts = _SLASH.split(plain)
    if len(slash_parts) != 2:  # noqa: PLR2004
        return False
    return any(
        _is_person(person_name, NAME_WORDS_ALONE) and _is_desk(paper_name)
        for person_name, paper_name in (slash_parts, reversed(slash_parts))
    )


def _is_desk(desk_name: str) -> bool:
    """Whether it is an agency, a user's name behind "@", or initials as broadcasters have."""
    if is_agency(desk_name) or desk_name.startswith("@") or _SITE.fullmatch(desk_name):
        return True
    return (
        desk_name.isupper() and desk_name.isalpha() and len(desk_name) in INITIALS and fold(desk_name) not in _NO_OWNERS
    )


def _dashed(plain: str) -> bool:
    """`Jane Doe-Harbour Sports Images`, `Jane Doe - Europa Press`: an agency behind a dash."""
    for dash_index in (dash_match.start() for dash_match in _DASH.finditer(plain)):
        names_behind = _SLASH.split(plain[dash_index + 1 :])
        if all(is_agency(agency_part, ALONE) for agency_part in names_behind) and _is_person(
            plain[:dash_index].strip(), NAME_WORDS
        ):
            return True
    return False


def _is_joined(plain: str) -> bool:
    """Names with slashes between them, and nothing else."""
    name_parts = _SLASH.split(plain)
    if not 1 < len(name_parts) <= MOST_PARTS:
        return False
    return all(
        name_part and len(name_part.split()) <= MOST_OWNER_WORDS and are_names(name_part, strange=1)
        for name_part in name_parts
    )


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
    source_match = _SOURCED.fullmatch(plain)
    if not source_match or not are_names(source_match[2]):
        return False
    return is_agency(source_match[1]) or _ends_like_paper(source_match[1]) or fold(source_match[1]) in _BRACKETED


def is_paper(plain_text: str) -> bool:
    """`PTI`, `Fox News`, `Instagram`: alone in brackets behind a sentence."""
    if "/" in plain_text or len(plain_text.split()) > MOST_OWNER_WORDS or not are_names(plain_text):
        return False
    if (
        plain_text.isupper()
        and plain_text.isalpha()
        and len(plain_text) in INITIALS
        and fold(plain_text) not in _NO_OWNERS
    ):
        return True
    return (
        is_agency(plain_text)
        or fold(plain_text) in _PLATFORMS
        or (len(plain_text.split()) > 1 and _ends_like_paper(plain_text))
    )


def _ends_like_paper(text: str) -> bool:
    name_parts = fold(text).split()
    return bool(name_parts) and (name_parts[-1] in _OUTLETS or " ".join(name_parts[-2:]) in _OUTLETS)
