"""A line in, its picture credit out: behind the caption, or alone.

The forms are those of the agencies' style books and of the papers that print them: "(AP Photo/Jane Doe)",
"REUTERS/Jane Doe", "Photo: Jane Doe / Getty Images", "Photo by Jane Doe on Unsplash", "© AFP", "Courtesy of Jane Doe".
"""

from collections.abc import Iterator

from article_clean.core.caches import text_cache
from article_clean.core.document import fold
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.credits.apart import alone, behind_sentence, behind_slash, in_brackets, slash_owner
from article_clean.knowledge.credits.credit_words import (
    AGENCIES,
    ALONE,
    DASHES,
    EDGES,
    GLUE,
    Credit,
    are_names,
    is_agency,
    is_photo_mark,
    names_agency,
    names_platform,
    tokens,
    words,
)
from article_clean.knowledge.credits.pairs import joined
from article_clean.knowledge.sentence_ends import ENDS, ENDS_OR_CLOSERS
from article_clean.knowledge.wordings import one_of

LONGEST_CREDIT = 130  # of 128 credits in shared/gold/lines one is longer, of 137; the next has 96
LONGEST_MARK = 32  # "Photo illustration" and the like, with an agency before it: "Reuters file photo"
LONGEST_CHROME = 60
LONGEST_MARKLESS = 40  # "Photo Harbour Press", "CC BY-SA 4.0"
LONGEST_COPYRIGHT = 64  # names behind a "©" that are not all in capitals
SHORTEST_NAME = 3
MOST_PLAIN = 4  # words behind a mark that means other things too, without an agency; "Credit: …" may be a row of a list
MOST_MARKS = 3  # "Photo: X | Styling: Y | From: Z"
MOST_STRANGE = 3  # user names in lower case behind "Photo credit:", or before a picture library


_MARKS = words("mark", "source_mark")
_CHROME = tuple(sorted(words("chrome"), key=len, reverse=True))
_OUTER = "\"'“”‘’«»()[]{}（）.:*…;,"
_WORD = pattern_of(r"[^\W_]+")
_HEAD_WORDS = frozenset(  # of "photos and video" the longest word: the small ones stand in any sentence
    max(_WORD.findall(mark), key=len) for mark in words("photo_mark", "mark", "source_mark")
) | {"courtesy", "copyright", "screen", "stat", "stats", "by"}  # fmt: skip
_TAKEN_ENDS = ("供图", "供圖", "提供")
_SIGNS = (":", " - ", " – ", " by ", "oto", "=", " from ", "opyright ")  # what follows a mark, or "foto" itself
_END_WORDS = frozenset(name.split()[-1] for name in ALONE) | words("outlet")
_AGENCY_ENDS = frozenset(name.split()[-1] for name in AGENCIES)
_WORDS_OF_CREDITS = _HEAD_WORDS | words("outlet") | {word for name in AGENCIES for word in _WORD.findall(name)}
_WHOLE_ENDS = frozenset(phrase.split()[-1] for phrase in words("whole", "bracketed")) | {
    "photo",
    "photos",
    "image",
    "pic",
}
_ENDS_OF_PHRASES = frozenset(
    word for phrase in words("chrome", "origin", "whole", "bracketed") for word in phrase.split()[-1:]
)
_LOWER_ENDS = _ENDS_OF_PHRASES | frozenset(word for name in AGENCIES for word in name.split()) | words("filler")

_WORD_START = pattern_of(r"(?<![^\W\d_])(?=[^\W\d_])")
_BETWEEN = frozenset("|/;,–—-•")  # two credits: "Photo: Jane Doe | Video: Ada Roe"
_ADDRESS = pattern_of(r"(?:https?://|www\.)\S+")
_BEFORE_SIGN = pattern_of(r"(?<!\w)(?:Foto|Bild|Beeld|Photo|Image|Picture|Grafik|Copyright)s?:?\s\Z")
_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【"}
_SIGN = pattern_of(r"[:：=＝]|\.{3}|\s[|–-]\s|(?<=[图圖])[/／|｜]")
_TAKEN = pattern_of(
    r"(?:记者|社|通讯员|記者|作者|社发[（(])\s?[^\s，。、]{0,12}\s?[摄攝][）)]?(?:\s\d{2,4}年\d{1,2}月\d{1,2}日)?$|(?<=[＝=、。）\s])[^\s、。]{2,8}撮影$"
)
_BY = pattern_of(rf"(?:{one_of('credited_by')}|(?<=[-–—]\s)via)\s?:?\s+")


def may_credit(text: str) -> bool:
    """Whether `trailing` can find anything: a cheap look at the last word, and at the signs that the forms need."""
    last_word = text.rpartition(" ")[2]
    tail = text[-LONGEST_CREDIT:]
    if last_word[0].islower() and "Credit: " not in tail and "/" not in tail:
        if last_word[-1] in ENDS and last_word[:-1] not in _ENDS_OF_PHRASES and last_word[:-1].isalpha():
            return False  # prose, most of the time
        last_word = last_word.strip(_OUTER)
        if last_word.lower() not in _LOWER_ENDS and "." not in last_word and "/" not in last_word:
            return False
    if _has_sign(tail):
        return True
    bare_word = last_word.strip(_OUTER)
    last_word = bare_word.lower()
    if len(text) < LONGEST_MARKLESS and (last_word in _AGENCY_ENDS or last_word[:1].isdigit()):
        return True
    if last_word in _WHOLE_ENDS or last_word.endswith("nuotr"):
        return True
    may_be_name = bare_word != last_word or "." in last_word or not last_word.isascii()
    return may_be_name and last_word.rpartition(".")[2] in _END_WORDS


def _has_sign(tail: str) -> bool:
    if tail[-1] in ")]）】摄攝影" or " via " in tail or "ourtesy" in tail or "..." in tail:
        return True
    if not tail.isascii() and (any(sign in tail for sign in "：＝©ⓒ／") or "攝 " in tail or tail.endswith(_TAKEN_ENDS)):
        return True
    if "/" in tail:
        return tail[-1] not in ENDS_OR_CLOSERS or not _WORDS_OF_CREDITS.isdisjoint(_WORD.findall(fold(tail)))
    if "|" in tail:
        return not _WORDS_OF_CREDITS.isdisjoint(_WORD.findall(fold(tail)))
    for sign in _SIGNS:
        if sign in tail:
            return not _HEAD_WORDS.isdisjoint(_WORD.findall(fold(tail)))
    return False


def trailing(text: str) -> Credit | None:
    """The credit that ends this line; one that starts at 0 is the whole line."""
    end = _without_chrome(text)
    floor = max(0, end - LONGEST_CREDIT)
    return (
        _bracketed(text, floor, end)
        or _marked(text, floor, end)
        or _said(text, floor, end)
        or _copyright(text, floor, end)
        or behind_slash(text, floor, end)
        or slash_owner(text, floor, end)
        or joined(text, floor, end)
        or _bare(text, floor, end)
        or behind_sentence(text, floor, end)
    )


@text_cache(entries=32)  # a caption is looked at when it is found, and again when it is read
def credit_of(text: str) -> Credit | None:
    """The credit that ends this line, or that is the whole line, printed once or twice."""
    half = (len(text) - 1) // 2
    if half > SHORTEST_NAME and text[half].isspace() and text[:half] == text[-half:]:
        credit = credit_of(text[:half])
        return credit if credit and not text[: credit.start].strip(EDGES) else None
    if len(text) < LONGEST_CREDIT and is_agency(text, ALONE):
        return Credit(0, 0, len(text.rstrip(".")))
    credit = alone(text) or trailing(text)
    text_before = text[: credit.start].rstrip() if credit and credit.start <= LONGEST_CREDIT else ""
    if credit and text_before[-1:] in _BETWEEN and text_before:
        first_credit = credit_of(text_before.rstrip(EDGES))
        return (
            Credit(0, first_credit.name_start, credit.name_end) if first_credit and not first_credit.start else credit
        )
    return credit


def from_source(credit: str) -> bool:
    """Whether a credit begins with "Source:", which cites more often than it credits."""
    return fold(_SIGN.split(credit, maxsplit=1)[0]).strip(EDGES) in words("source_mark")


def _without_chrome(text: str) -> int:
    """Where the line ends without the buttons behind its caption ("Purchase Licensing Rights", "More")."""
    folded, stop = fold(text[-LONGEST_CHROME:]), len(text)
    while folded.endswith(_CHROME):
        phrase = next(phrase for phrase in _CHROME if folded.endswith(phrase))
        end = stop - len(phrase)
        if end <= 1 or text[end - 1] not in " ).":
            break
        stop = len(text[:end].rstrip(" ,"))
        folded = fold(text[max(0, len(text) - LONGEST_CHROME) : stop])
    return stop


def _bracketed(text: str, floor: int, end: int) -> Credit | None:
    """`… (AP Photo/Jane Doe)`, `[Image via screengrab]`."""
    closing_end = len(text[:end].rstrip(". "))
    opener = _BRACKETS.get(text[closing_end - 1]) if closing_end else None
    opening = text.rfind(opener, floor, closing_end) if opener else -1
    inner = text[opening + 1 : closing_end - 1]
    if opening < 0 or not inner.strip():
        return None
    inner_credit = credit_of(inner)
    if inner_credit is None or not (inner_credit.sure or (inner_credit.start == 0 and not from_source(inner))):
        return Credit(opening, opening + 1, closing_end - 1, sure=False) if in_brackets(text, opening, inner) else None
    return Credit(
        opening, opening + 1 + inner_credit.name_start, opening + 1 + inner_credit.name_end, inner_credit.sure
    )


def _marked(text: str, floor: int, end: int) -> Credit | None:
    """`… Photo: Jane Doe`: the last of a few colons that has a mark before it and names behind it."""
    for sign in list(_SIGN.finditer(text, floor, end))[: -MOST_MARKS - 1 : -1]:
        value = text[sign.end() : end]
        for start, of_photos in _marks_before(text, sign.start(), colon=not sign[0][0].isspace()):
            agency = names_agency(value) or names_platform(value)
            is_sure = of_photos or _credits_caption(text, start)
            if not _stands_apart(text, start, sure=is_sure or agency):
                continue
            if _behind_mark(value, text[start : sign.start()], sure=is_sure, agency=agency):
                name_start = end - len(value.lstrip(" .:"))
                return Credit(start, name_start, len(text[:end].rstrip(" .;")), is_sure or agency)
    return None


def _credits_caption(text: str, start: int) -> bool:
    """Whether "Credit:" stands behind a caption's sentence; at the start of a line it may be a row of a list."""
    return text[max(0, start - 2) : start].strip()[-1:] in ENDS and fold(text[start : start + 6]) == "credit"


def _behind_mark(value: str, mark: str, *, sure: bool, agency: bool) -> bool:
    """Whether what stands behind a mark is a credit: the plainer the mark, the plainer it must be."""
    if _ADDRESS.fullmatch(value.strip()):
        return True
    if sure:
        return are_names(value, strange=MOST_STRANGE if agency or "redit" in mark else int("/" in value))
    value_tokens = tokens(value)
    has_number = any(token[0].isdigit() for token in value_tokens)
    is_plain = len(value_tokens) <= MOST_PLAIN + value.count("/") and not has_number
    return (is_plain or agency) and are_names(value, strange=int(agency))


def _marks_before(text: str, colon_at: int, *, colon: bool) -> Iterator[tuple[int, bool]]:
    """Starts of marks that end here, the longest first, and whether each speaks of photos alone."""
    floor = max(0, colon_at - LONGEST_MARK)
    text_before = text[floor:colon_at].rstrip()
    folded = fold(text_before)
    starts = {match.start() for match in _WORD_START.finditer(text_before)}
    starts |= {match.end() for match in GLUE.finditer(text_before)}
    for start in sorted(starts):
        phrase = folded[start:]
        is_sure = is_photo_mark(phrase)
        if is_sure or (colon and phrase in _MARKS):
            yield floor + start, is_sure


def _stands_apart(text: str, start: int, *, sure: bool) -> bool:
    """Whether a mark begins anew here: after a sentence, glued to one, or with a capital in the middle of a line."""
    text_before = text[:start].rstrip()
    if not text_before or text_before[-1] in ENDS_OR_CLOSERS or text_before[-1] in DASHES:
        return True
    if text[start].islower():
        return False
    word = text_before[text_before.rfind(" ") + 1 :]
    return (sure and word != "Best") or word[:1].islower() or word.isupper()


def _said(text: str, floor: int, end: int) -> Credit | None:
    """`… Photo by Jane Doe on Unsplash`, `Courtesy of Jane Doe`."""
    tail = fold(text[floor:end])
    if not any(hint in tail for hint in (" by ", " via ", "courtesy", " from ", "foto", "via ")):
        return None
    for match in _BY.finditer(tail):
        start, name_start = floor + match.start(), floor + match.end()
        value = text[name_start:end]
        via = match[0].startswith("via")
        needs_agency = via or (" from " in match[0] and value.strip(" .)]").lower() not in words("origin"))
        if not via and not _begins(text, start):
            continue
        if are_names(value) and (not needs_agency or names_agency(value)):
            return Credit(start, name_start, len(text[:end].rstrip(" .")))
    return None


def _begins(text: str, start: int) -> bool:
    """Whether "Photo by" stands at the line's start or with a capital, and is no end of another word."""
    if start == 0:
        return True
    if text[start].islower() or (text[start - 1].isalpha() and text[start - 1].isupper()):
        return False
    return _stands_apart(text, start, sure=False)


def _copyright(text: str, floor: int, end: int) -> Credit | None:
    """`… © AFP`, but no year: that is the page's own copyright."""
    sign_start, sign = max(text.rfind("©", floor, end), text.rfind("ⓒ", floor, end)), "©"
    if sign_start < 0:
        sign_start, sign = text.rfind("Copyright ", floor, end), "Copyright "
        is_alone = sign_start == 0 and names_agency(text[len(sign) : end])
        if not is_alone and (sign_start < 1 or text[:sign_start].rstrip()[-1:] not in DASHES):
            return None
    value = text[sign_start + len(sign) : end].replace("\N{ZERO WIDTH SPACE}", "")
    has_agency = names_agency(value)
    if not are_names(value) and not (has_agency and len(value) < LONGEST_COPYRIGHT):
        return None
    if not has_agency and any(char.isdigit() for char in value):
        return None
    mark = _BEFORE_SIGN.search(text, max(0, sign_start - LONGEST_MARK), sign_start)
    start = mark.start() if mark else sign_start
    return Credit(start, end - len(text[sign_start + len(sign) : end].lstrip()), len(text[:end].rstrip(" .")))


def _bare(text: str, floor: int, end: int) -> Credit | None:
    """`… like this. Depositphotos.`, `… that day.The Associated Press`: an agency after the sentence's end."""
    stop = len(text[:end].rstrip(". "))
    word = text[text.rfind(" ", 0, stop) + 1 : stop]
    if fold(word).rpartition(".")[2] in _END_WORDS:
        sentence_end = max(text.rfind(sign, floor + 1, stop - 1) for sign in ENDS_OR_CLOSERS)
        start = stop - len(text[sentence_end + 1 : stop].lstrip())
        if sentence_end > 0 and is_agency(text[start:stop], ALONE):
            return Credit(start, start, stop)
    match = _TAKEN.search(text, max(floor, end - 24), end)
    return Credit(match.start(), match.start(), end) if match else None
