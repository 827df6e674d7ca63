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
    credit_tail = text[-LONGEST_CREDIT:]
    if last_word[0].islower() and "Credit: " not in credit_tail and "/" not in credit_tail:
        if last_word[-1] in ENDS and last_word[:-1] not in _ENDS_OF_PHRASES and last_word[:-1].isalpha():
            return False  # prose, most of the time
        last_word = last_word.strip(_OUTER)
        if last_word.lower() not in _LOWER_ENDS and "." not in last_word and "/" not in last_word:
            return False
    if _has_sign(credit_tail):
        return True
    bare_word = last_word.strip(_OUTER)
    last_word = bare_word.lower()
    if len(text) < LONGEST_MARKLESS and (last_word in _AGENCY_ENDS or last_word[:1].isdigit()):
        return True
    if last_word in _WHOLE_ENDS or last_word.endswith("nuotr"):
        return True
    may_be_name = bare_word != last_word or "." in last_word or not last_word.isascii()
    return may_be_name and last_word.rpartition(".")[2] in _END_WORDS


def _has_sign(credit_tail: str) -> bool:
    if credit_tail[-1] in ")]）】摄攝影" or " via " in credit_tail or "ourtesy" in credit_tail or "..." in credit_tail:
        return True
    if not credit_tail.isascii() and (
        any(credit_sign in credit_tail for credit_sign in "：＝©ⓒ／")
        or "攝 " in credit_tail
        or credit_tail.endswith(_TAKEN_ENDS)
    ):
        return True
    if "/" in credit_tail:
        return credit_tail[-1] not in ENDS_OR_CLOSERS or not _WORDS_OF_CREDITS.isdisjoint(
            _WORD.findall(fold(credit_tail))
        )
    if "|" in credit_tail:
        return not _WORDS_OF_CREDITS.isdisjoint(_WORD.findall(fold(credit_tail)))
    for credit_sign in _SIGNS:
        if credit_sign in credit_tail:
            return not _HEAD_WORDS.isdisjoint(_WORD.findall(fold(credit_tail)))
    return False


def trailing(line_text: str) -> Credit | None:
    """The credit that ends this line; one that starts at 0 is the whole line."""
    line_end = _without_chrome(line_text)
    search_start = max(0, line_end - LONGEST_CREDIT)
    return (
        _bracketed(line_text, search_start, line_end)
        or _marked(line_text, search_start, line_end)
        or _said(line_text, search_start, line_end)
        or _copyright(line_text, search_start, line_end)
        or behind_slash(line_text, search_start, line_end)
        or slash_owner(line_text, search_start, line_end)
        or joined(line_text, search_start, line_end)
        or _bare(line_text, search_start, line_end)
        or behind_sentence(line_text, search_start, line_end)
    )


@text_cache(entries=32)  # a caption is looked at when it is found, and again when it is read
def credit_of(line_text: str) -> Credit | None:
    """The credit that ends this line, or that is the whole line, printed once or twice."""
    half_length = (len(line_text) - 1) // 2
    if (
        half_length > SHORTEST_NAME
        and line_text[half_length].isspace()
        and line_text[:half_length] == line_text[-half_length:]
    ):
        found_credit = credit_of(line_text[:half_length])
        return found_credit if found_credit and not line_text[: found_credit.start].strip(EDGES) else None
    if len(line_text) < LONGEST_CREDIT and is_agency(line_text, ALONE):
        return Credit(0, 0, len(line_text.rstrip(".")))
    found_credit = alone(line_text) or trailing(line_text)
    text_before = (
        line_text[: found_credit.start].rstrip() if found_credit and found_credit.start <= LONGEST_CREDIT else ""
    )
    if found_credit and text_before[-1:] in _BETWEEN and text_before:
        first_credit = credit_of(text_before.rstrip(EDGES))
        return (
            Credit(0, first_credit.name_start, found_credit.name_end)
            if first_credit and not first_credit.start
            else found_credit
        )
    return found_credit


def from_source(credit: str) -> bool:
    """Whether a credit begins with "Source:", which cites more often than it credits."""
    return fold(_SIGN.split(credit, maxsplit=1)[0]).strip(EDGES) in words("source_mark")


def _without_chrome(line_text: str) -> int:
    """Where the line ends without the buttons behind its caption ("Purchase Licensing Rights", "More")."""
    folded_tail, text_end = fold(line_text[-LONGEST_CHROME:]), len(line_text)
    while folded_tail.endswith(_CHROME):
        button_phrase = next(button_phrase for button_phrase in _CHROME if folded_tail.endswith(button_phrase))
        phrase_start = text_end - len(button_phrase)
        if phrase_start <= 1 or line_text[phrase_start - 1] not in " ).":
            break
        text_end = len(line_text[:phrase_start].rstrip(" ,"))
        folded_tail = fold(line_text[max(0, len(line_text) - LONGEST_CHROME) : text_end])
    return text_end


def _bracketed(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… (AP Photo/Jane Doe)`, `[Image via screengrab]`."""
    closing_end = len(line_text[:line_end].rstrip(". "))
    opening_bracket = _BRACKETS.get(line_text[closing_end - 1]) if closing_end else None
    opening = line_text.rfind(opening_bracket, search_start, closing_end) if opening_bracket else -1
    inner_text = line_text[opening + 1 : closing_end - 1]
    if opening < 0 or not inner_text.strip():
        return None
    inner_credit = credit_of(inner_text)
    if inner_credit is None or not (inner_credit.sure or (inner_credit.start == 0 and not from_source(inner_text))):
        return (
            Credit(opening, opening + 1, closing_end - 1, sure=False)
            if in_brackets(line_text, opening, inner_text)
            else None
        )
    return Credit(
        opening, opening + 1 + inner_credit.name_start, opening + 1 + inner_credit.name_end, inner_credit.sure
    )


def _marked(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… Photo: Jane Doe`: the last of a few colons that has a mark before it and names behind it."""
    for mark_sign in list(_SIGN.finditer(line_text, search_start, line_end))[: -MOST_MARKS - 1 : -1]:
        credit_value = line_text[mark_sign.end() : line_end]
        for mark_start, of_photos in _marks_before(line_text, mark_sign.start(), colon=not mark_sign[0][0].isspace()):
            has_agency = names_agency(credit_value) or names_platform(credit_value)
            is_sure = of_photos or _credits_caption(line_text, mark_start)
            if not _stands_apart(line_text, mark_start, sure=is_sure or has_agency):
                continue
            if _behind_mark(credit_value, line_text[mark_start : mark_sign.start()], sure=is_sure, agency=has_agency):
                name_start = line_end - len(credit_value.lstrip(" .:"))
                return Credit(mark_start, name_start, len(line_text[:line_end].rstrip(" .;")), is_sure or has_agency)
    return None


def _credits_caption(line_text: str, mark_start: int) -> bool:
    """Whether "Credit:" stands behind a caption's sentence; at the start of a line it may be a row of a list."""
    return (
        line_text[max(0, mark_start - 2) : mark_start].strip()[-1:] in ENDS
        and fold(line_text[mark_start : mark_start + 6]) == "credit"
    )


def _behind_mark(credit_value: str, mark: str, *, sure: bool, agency: bool) -> bool:
    """Whether what stands behind a mark is a credit: the plainer the mark, the plainer it must be."""
    if _ADDRESS.fullmatch(credit_value.strip()):
        return True
    if sure:
        return are_names(credit_value, strange=MOST_STRANGE if agency or "redit" in mark else int("/" in credit_value))
    value_tokens = tokens(credit_value)
    has_number = any(value_token[0].isdigit() for value_token in value_tokens)
    is_plain = len(value_tokens) <= MOST_PLAIN + credit_value.count("/") and not has_number
    return (is_plain or agency) and are_names(credit_value, strange=int(agency))


def _marks_before(text: str, colon_at: int, *, colon: bool) -> Iterator[tuple[int, bool]]:
    """Starts of marks that end here, the longest first, and whether each speaks of photos alone."""
    search_start = max(0, colon_at - LONGEST_MARK)
    text_before = text[search_start:colon_at].rstrip()
    folded = fold(text_before)
    mark_starts = {start_match.start() for start_match in _WORD_START.finditer(text_before)}
    mark_starts |= {start_match.end() for start_match in GLUE.finditer(text_before)}
    for mark_start in sorted(mark_starts):
        mark_phrase = folded[mark_start:]
        is_sure = is_photo_mark(mark_phrase)
        if is_sure or (colon and mark_phrase in _MARKS):
            yield search_start + mark_start, is_sure


def _stands_apart(line_text: str, mark_start: int, *, sure: bool) -> bool:
    """Whether a mark begins anew here: after a sentence, glued to one, or with a capital in the middle of a line."""
    text_before = line_text[:mark_start].rstrip()
    if not text_before or text_before[-1] in ENDS_OR_CLOSERS or text_before[-1] in DASHES:
        return True
    if line_text[mark_start].islower():
        return False
    word_before = text_before[text_before.rfind(" ") + 1 :]
    return (sure and word_before != "Best") or word_before[:1].islower() or word_before.isupper()


def _said(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… Photo by Jane Doe on Unsplash`, `Courtesy of Jane Doe`."""
    folded_tail = fold(line_text[search_start:line_end])
    if not any(phrase_hint in folded_tail for phrase_hint in (" by ", " via ", "courtesy", " from ", "foto", "via ")):
        return None
    for phrase_match in _BY.finditer(folded_tail):
        phrase_start, name_start = search_start + phrase_match.start(), search_start + phrase_match.end()
        credit_value = line_text[name_start:line_end]
        is_via = phrase_match[0].startswith("via")
        needs_agency = is_via or (
            " from " in phrase_match[0] and credit_value.strip(" .)]").lower() not in words("origin")
        )
        if not is_via and not _begins(line_text, phrase_start):
            continue
        if are_names(credit_value) and (not needs_agency or names_agency(credit_value)):
            return Credit(phrase_start, name_start, len(line_text[:line_end].rstrip(" .")))
    return None


def _begins(line_text: str, phrase_start: int) -> bool:
    """Whether "Photo by" stands at the line's start or with a capital, and is no end of another word."""
    if phrase_start == 0:
        return True
    if line_text[phrase_start].islower() or (
        line_text[phrase_start - 1].isalpha() and line_text[phrase_start - 1].isupper()
    ):
        return False
    return _stands_apart(line_text, phrase_start, sure=False)


def _copyright(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… © AFP`, but no year: that is the page's own copyright."""
    sign_start, copyright_sign = (
        max(line_text.rfind("©", search_start, line_end), line_text.rfind("ⓒ", search_start, line_end)),
        "©",
    )
    if sign_start < 0:
        sign_start, copyright_sign = line_text.rfind("Copyright ", search_start, line_end), "Copyright "
        is_alone = sign_start == 0 and names_agency(line_text[len(copyright_sign) : line_end])
        if not is_alone and (sign_start < 1 or line_text[:sign_start].rstrip()[-1:] not in DASHES):
            return None
    owner_value = line_text[sign_start + len(copyright_sign) : line_end].replace("\N{ZERO WIDTH SPACE}", "")
    has_agency = names_agency(owner_value)
    if not are_names(owner_value) and not (has_agency and len(owner_value) < LONGEST_COPYRIGHT):
        return None
    if not has_agency and any(value_char.isdigit() for value_char in owner_value):
        return None
    mark_match = _BEFORE_SIGN.search(line_text, max(0, sign_start - LONGEST_MARK), sign_start)
    credit_start = mark_match.start() if mark_match else sign_start
    return Credit(
        credit_start,
        line_end - len(line_text[sign_start + len(copyright_sign) : line_end].lstrip()),
        len(line_text[:line_end].rstrip(" .")),
    )


def _bare(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… like this. Depositphotos.`, `… that day.The Associated Press`: an agency after the sentence's end."""
    bare_end = len(line_text[:line_end].rstrip(". "))
    last_word = line_text[line_text.rfind(" ", 0, bare_end) + 1 : bare_end]
    if fold(last_word).rpartition(".")[2] in _END_WORDS:
        sentence_end = max(line_text.rfind(end_sign, search_start + 1, bare_end - 1) for end_sign in ENDS_OR_CLOSERS)
        credit_start = bare_end - len(line_text[sentence_end + 1 : bare_end].lstrip())
        if sentence_end > 0 and is_agency(line_text[credit_start:bare_end], ALONE):
            return Credit(credit_start, credit_start, bare_end)
    taken_match = _TAKEN.search(line_text, max(search_start, line_end - 24), line_end)
    return Credit(taken_match.start(), taken_match.start(), line_end) if taken_match else None
