"""Names of months and weekdays, and the order of dates: English at once, other languages when a text first needs them.

They are those of dateparser and CLDR, in all their forms; `months.tsv` says how it was made.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.composition import composed
from article_clean.knowledge.word_lists import word_list, words

ENGLISH_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
ENGLISH_DAYS = word_list("english_day")
LANGUAGES = sorted(
    words("""
    af am ar az be bg bn bo br bs bs-Cyrl ca cs ckb cy da de el eo es et eu fa fi fil fo fr fy ga gd gl gu ha he hi hr
    hu hy id ig is it ja ka kk km kn ko ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt ro ru si sk sl
    so sq sr sr-Latn sv sw ta te th ti tl tr ug uk ur uz uz-Cyrl vi yi yo zh zu
""")
)
LOCALES = ("ar-DZ", "ar-LB", "ar-MA", "ar-MR", "ar-TN")  # whose months Arabic elsewhere names otherwise: "نيسان"
SHORTEST_LATIN = 3  # letters of a month or weekday; shorter ones are Roman numbers, or initials
SHORTEST_INFLECTED = 5  # letters of a name that may take an ending
LONGEST_ENDING = 3
_FILE = Path(__file__).with_name("months.tsv")
_INSIDE = str.maketrans("", "", ".\N{DEVANAGARI ABBREVIATION SIGN}\N{HEBREW PUNCTUATION GERESH}")


class DateWords(NamedTuple):
    """What a language calls months and weekdays, folded, and how it orders a date ("DMY", "MDY", "YMD")."""

    months: Mapping[str, int]
    days: frozenset[str]
    order: str


def month_number(word: str, language: str | None = None) -> int | None:
    """The month that this word names.

    Args:
        word: one word; a full stop behind it does not matter.
        language: the BCP 47 code of the text, whose own names come first; None where two languages disagree.

    >>> month_number("Sept."), month_number("août"), month_number("Mayor")
    (9, 8, None)
    """
    folded_name = folded_word(word)
    english_month = ENGLISH_MONTHS.get(folded_name)
    if english_month or not may_name(folded_name):
        return english_month
    own_month = date_words(language).months.get(folded_name) if language else None
    return own_month or _of_all().months.get(folded_name) or _inflected(folded_name)


def _inflected(folded: str) -> int | None:
    """The month of a longer word with an ending, or the Hebrew "in": "urtarrilaren", "januárban", "בינו"."""
    if folded.startswith("ב"):
        return _of_all().months.get(folded[1:]) or None
    longest = len(folded) - 1
    stem_ends = range(max(SHORTEST_INFLECTED, longest - LONGEST_ENDING + 1), longest + 1)
    return next(
        (stem_month for stem_end in reversed(stem_ends) if (stem_month := _of_all().months.get(folded[:stem_end]))),
        None,
    )


def is_weekday(word: str) -> bool:
    """Whether this word names a day of the week."""
    folded = folded_word(word)
    return folded in ENGLISH_DAYS or folded in _of_all().days


def day_comes_first(language: str | None) -> bool | None:
    """Whether `4/5/2020` is the fourth of May in a language; None for English without a region, and for unknown ones.

    >>> day_comes_first("de"), day_comes_first("en-US"), day_comes_first("en-GB"), day_comes_first("en")
    (True, False, True, None)
    """
    if language is None or language == "en":
        return None
    order = date_words(language).order or date_words(language.split("-")[0]).order
    return {"DMY": True, "MDY": False}.get(order)


def folded_word(word: str) -> str:
    """A word as months and weekdays are looked up: in lower case and NFC, without the full stops of an abbreviation."""
    folded = word.casefold().translate(_INSIDE).strip("'’ʼ׳")
    return composed(folded)


def date_words(language: str) -> DateWords:
    """The words of one language, or of what its code begins with ("pt" of "pt-BR"); none for an unknown one."""
    while language and language not in _rows():
        language = language.rpartition("-")[0]
    return _words_of(language) if language else DateWords({}, frozenset(), "")


@cache
def _words_of(language: str) -> DateWords:
    """The words of a row of the table."""
    date_order, *columns = _rows()[language].split("\t")
    if not any(columns):  # a locale whose order alone is its own
        return date_words(language.rpartition("-")[0])._replace(order=date_order)
    month_numbers = {
        month_name: month_index
        for month_index, month_names in enumerate(columns[:-1], 1)
        for month_name in month_names.split()
    }
    return DateWords(month_numbers, frozenset(columns[-1].split()), date_order)


@cache
def _rows() -> Mapping[str, str]:
    """The rows of the table, by language."""
    lines = (line for line in _FILE.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return dict(line.split("\t", 1) for line in lines)


@cache
def _of_all() -> DateWords:
    """The words of all languages together; 0 for a month that two languages count differently."""
    month_numbers: dict[str, int] = {}
    day_words: set[str] = set()
    for own_words in map(date_words, (*LANGUAGES, *LOCALES)):
        day_words |= own_words.days
        for month_name, month_index in own_words.months.items():
            month_numbers[month_name] = month_index if month_numbers.get(month_name, month_index) == month_index else 0
    return DateWords(month_numbers, frozenset(day_words), "")


def may_name(folded: str) -> bool:
    """Whether a folded word is long enough to name a month or weekday."""
    return not folded[:1].isdigit() and len(folded) >= (SHORTEST_LATIN if folded.isascii() else 2)
