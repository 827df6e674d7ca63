"""Names of months and weekdays: English at once, other languages from CLDR when a text first needs them."""

from functools import cache

from article_clean.fields.words import words

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
ENGLISH_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
LOCALES = sorted(
    words("""
    es fr de it pt nl da nb sv fi pl cs sk hr sl hu ro bg ru uk el tr id ms vi sw ca eu gl et lt lv ar fa hi bn af mk
""")
)
SHORTEST_MONTH = 3  # no CLDR month of these languages has fewer letters


def month_number(word: str) -> int | None:
    """The month that this word names in any of these languages; None where two of them disagree.

    >>> month_number("Sept."), month_number("août"), month_number("Mayor")
    (9, 8, None)
    """
    folded = word.rstrip(".").casefold()
    found = ENGLISH_MONTHS.get(folded)
    if found or len(folded) < SHORTEST_MONTH or not folded.isalpha():
        return found
    return _others()[0].get(folded)


def is_weekday(word: str) -> bool:
    """Whether this word names a day of the week."""
    folded = word.rstrip(".").casefold()
    return folded in ENGLISH_DAYS or folded in _others()[1]


@cache
def _others() -> tuple[dict[str, int], frozenset[str]]:
    from babel.dates import get_day_names, get_month_names  # noqa: PLC0415  # 0.3 s, paid by the first foreign date

    months: dict[str, int] = {}
    days: set[str] = set()
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            days.update(name.rstrip(".").casefold() for name in get_day_names(width, locale=locale).values())
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    word = name.rstrip(".").casefold()
                    months[word] = number if months.get(word, number) == number else 0
    return {word: number for word, number in months.items() if number}, frozenset(days)
