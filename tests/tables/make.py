"""Make the tables that hold names of other projects: `python tests/tables/make.py`.

- `knowledge/cldr.tsv`: lands and the towns of time zones, from CLDR by Babel;
- `knowledge/months.tsv`: months, weekdays and the order of dates, from dateparser, and what CLDR has beside them;
- `fixtures/dates/printed.tsv`: how CLDR prints a few days, which the tests read back.

The library reads the tables: loading Babel's locales took half a second of CPU and 80 MB in each process. Needs the
extra `tables`. Names are folded as the library looks them up.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from babel import Locale
from babel.dates import format_date
from dateparser.data.languages_info import language_locale_dict, language_order
from dateparser.languages.loader import default_loader

from article_clean.knowledge.months import LANGUAGES, folded_word, may_name
from article_clean.knowledge.places import fold

PLACES = ROOT / "article_clean/knowledge/cldr.tsv"
MONTHS = ROOT / "article_clean/knowledge/months.tsv"
DATES = ROOT / "fixtures/dates/printed.tsv"

PLACE_LANGUAGES = """
    af ar az be bg bn ca cs da de el en es et eu fa fi fil fr gl he hi hr hu hy id is it ja ka kk ko lt lv mk mr ms nb
    ne nl nn pl pt ro ru sk sl sq sr sr_Latn sv sw ta te th tr uk ur uz vi zh zh_Hant
""".split()  # noqa: SIM905  # a block of words reads better
DATE_LANGUAGES = """
    af am ar az be bg bn bs ca cs cy da de el en es et eu fi fil fr gl gu ha he hi hr hu hy id ig is it ja ka kk km kn
    ko ky lb lo lt lv mk ml mr ms my nb ne nl nn pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk uz vi zh zu
""".split()  # noqa: SIM905  # the same
DAYS = [date(2024, 1, 15), date(2023, 5, 4), date(2022, 9, 28), date(2021, 12, 9)]
MONTH_NAMES = [date(2024, n, 1).strftime("%B").lower() for n in range(1, 13)]  # dateparser's keys
DAY_NAMES = [date(2024, 1, n).strftime("%A").lower() for n in range(1, 8)]
WIDTHS = [(context, width) for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]

CLDR = f"Unicode CLDR by babel {version('babel')} (Unicode License v3, see licences.txt)"
DATEPARSER = f"dateparser {version('dateparser')} (BSD-3-Clause, see licences.txt)"


class Names:
    """What a language or locale calls months and weekdays, folded, and how it orders a date."""

    def __init__(self, order: str, months: Iterable[Iterable[str]], days: Iterable[str]) -> None:
        self.order = order
        self.months = [sorted(set(forms)) for forms in months]
        self.days = sorted(set(days))

    def row(self, language: str, base: "Names | None") -> str:
        """Its line of the table; what its language has alike is left empty."""
        columns = [" ".join(forms) for forms in (*self.months, self.days)]
        if base and (base.months, base.days) == (self.months, self.days):
            columns = [""] * len(columns)
        return "\t".join((language, self.order, *columns))


def places() -> str:
    """Lands and towns of time zones in the languages of the press, one line for each first letter."""
    locales = [Locale.parse(name) for name in PLACE_LANGUAGES]
    cities = {fold(zone["city"]) for one in locales for zone in one.time_zones.values() if "city" in zone}
    lands = {fold(land) for one in locales for land in one.territories.values()}
    rows = [
        "\t".join((kind, *group))
        for kind, names in (("land", lands), ("town", cities))
        for _, group in groupby(sorted(filter(None, names)), key=lambda name: name[0])
    ]
    head = f"# Names of lands, and of the towns of time zones, folded (places.fold). From {CLDR}.\n"
    return head + "# Made by tests/tables/make.py.\n" + "\n".join(rows) + "\n"


def months() -> str:
    """The names of months and weekdays in all languages of dateparser, and in its locales where they differ."""
    rows = []
    for language in sorted(language_order):
        base = names_of(language)
        rows.append(base.row(language, None))
        locales = {locale: names_of(locale) for locale in sorted(language_locale_dict.get(language, ()))}
        rows += [own.row(name, base) for name, own in locales.items() if vars(own) != vars(base)]
    head = f"# Months, weekdays and the order of dates, folded (months.folded_word). From {DATEPARSER}\n"
    head += f"# and {CLDR}. Made by tests/tables/make.py.\n"
    columns = "\t".join(("language", "order", *MONTH_NAMES, "days"))
    return head + columns + "\n" + "\n".join(rows) + "\n"


def names_of(locale: str) -> Names:
    """What dateparser has of a locale, and CLDR beside it."""
    info: Mapping[str, object] = default_loader.get_locale(locale).info
    own = [[form for form in forms(info, month) if " " not in form] for month in MONTH_NAMES]
    days = [word for day in DAY_NAMES for form in forms(info, day) for word in re.split(r"[\s-]", form)]
    if locale in LANGUAGES:
        cldr = Locale.parse(locale.replace("-", "_"))
        for context, width in WIDTHS:
            for number, name in cldr.months[context][width].items():
                own[number - 1] += one_word(name)
            days += [word for name in cldr.days[context][width].values() for word in one_word(name)]
    return Names(str(info.get("date_order", "")), own, filter(may_name, days))


def forms(info: Mapping[str, object], name: str) -> Iterator[str]:
    """The forms of a month or weekday, folded."""
    listed = info.get(name)
    yield from filter(may_name, map(folded_word, listed if isinstance(listed, list) else ()))


def one_word(name: str) -> list[str]:
    """The name, folded, if it is a word that may stand in a date; "d’abril" is looked up without its article."""
    folded = folded_word(name)
    return [folded] if may_name(folded) and not re.search(r"[\s’-]", folded) else []


def dates() -> str:
    """The days as CLDR prints them now, beside those that the fixture has of earlier editions."""
    old = DATES.read_text(encoding="utf-8").splitlines()
    new = {
        f"{language}\t{day}\t{format_date(day, width, language)}"
        for language in DATE_LANGUAGES
        for day in DAYS
        for width in ("long", "full")
    }
    return "\n".join([*old[:2], *sorted({*old[2:], *new})]) + "\n"


if __name__ == "__main__":
    for path, table in ((PLACES, places()), (MONTHS, months()), (DATES, dates())):
        path.write_text(table, encoding="utf-8")
        print(path.relative_to(ROOT), len(table.encode()))
