"""Names that datelines of the world's languages print: agencies, desks, and large towns in their own script.

`press_names.tsv` has them by kind and language:

- `agency`: an agency or a paper, as it prints its name.
- `desk`: the last word of a desk's or a correspondent's name ("مانیٹرنگ ڈیسک"), or the first one.
- `newsdesk`: the last word of a newsroom's name that may sign a report in front of its first sentence.
- `interview`: what stands between who was interviewed and who asked.
- `letter`: a Latin letter as a language spells it, of which initials are made ("سی این این" is CNN).
- `portal`: a site that passes on what papers write, named beside the date.
- `section`: a section or a kind of text, printed beside the date.
- `town`: a town that papers name alone.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from article_clean.core.composition import composed

MOST_DESK_WORDS = 4  # "نمائندہ خصوصی سیاست ڈاٹ کام" is as long as they get
FEWEST_LETTERS = 2
_FILE = Path(__file__).with_name("press_names.tsv")


def names_of(kind: str) -> frozenset[str]:
    """The names of one kind, folded."""
    return _names().get(kind, frozenset())


def names_desk(name: str) -> bool:
    """Whether this is a desk's, a correspondent's or an agency's name in any of the languages.

    >>> names_desk("مانیٹرنگ ڈیسک"), names_desk("سی این این"), names_desk("لاہور")
    (True, True, False)
    """
    folded_name = composed(" ".join(name.casefold().split()))
    name_words = folded_name.split(" ")
    if folded_name in names_of("agency") or (
        len(name_words) >= FEWEST_LETTERS and names_of("letter").issuperset(name_words)
    ):
        return True
    name_ends = {name_words[0], name_words[-1], " ".join(name_words[-2:])}
    return len(name_words) <= MOST_DESK_WORDS and not names_of("desk").isdisjoint(name_ends)


def is_newsdesk(name: str) -> bool:
    """Whether this is the name of a newsroom's desk: "মফস্বল ডেস্ক", "Web Desk"."""
    *front_words, last_word = name.split() or [""]
    capitals = name.upper() == name.lower() or all(name_word[0].isupper() for name_word in (*front_words, last_word))
    return (
        0 < len(front_words) < MOST_DESK_WORDS and capitals and composed(last_word.casefold()) in names_of("newsdesk")
    )


def is_printed_source(name: str) -> bool:
    """Whether this is an agency as it prints its name, or, in a script without capitals, a desk."""
    return composed(name) in _printed() or (name.upper() == name.lower() and names_desk(name))


@cache
def _printed() -> frozenset[str]:
    """The agencies as they print their names."""
    table_rows = (table_line.split("\t") for table_line in _FILE.read_text(encoding="utf-8").splitlines())
    return frozenset(
        composed(press_name)
        for name_kind, _, names_cell in table_rows
        if name_kind == "agency"
        for press_name in names_cell.split("|")
    )


@cache
def _names() -> Mapping[str, frozenset[str]]:
    """The table, by kind; read when a candidate first needs it."""
    names_by_kind: dict[str, set[str]] = {}
    for table_line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        name_kind, _, names_cell = table_line.split("\t")
        names_by_kind.setdefault(name_kind, set()).update(
            composed(press_name.casefold()) for press_name in names_cell.split("|")
        )
    return {name_kind: frozenset(kind_names) for name_kind, kind_names in names_by_kind.items()}
