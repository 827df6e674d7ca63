"""What the labels of a record say besides headline, authors and date: section, publisher, address, keywords."""

from collections.abc import Callable, Iterable
from datetime import date

from article_clean.core.patterns import pattern_of
from article_clean.fields.dates.dates import printed_dates
from article_clean.knowledge.fact_labels import facts_labelled

LONGEST_NAME = 100  # characters of a publisher or a section
MOST_KEYWORDS = 100

_ADDRESS = pattern_of(r"https?://[^\s/]+\.[^\s]+")


def read_facts(lines: Iterable[str]) -> dict[str, object]:
    """The values of fields that these lines state, the first of each.

    Args:
        lines: what was taken out of a text as the labels of a record, each with its value.
    """
    facts: dict[str, object] = {}
    for line in lines:
        fields, text = facts_labelled(line)
        for field in fields:
            value = _READERS[field](text) if field not in facts else None
            if value:
                facts[field] = value
    return facts


def _name(text: str) -> str | None:
    is_name = len(text) <= LONGEST_NAME and any(map(str.isalpha, text)) and "://" not in text
    return text if is_name else None


def _address(text: str) -> str | None:
    return text if _ADDRESS.fullmatch(text) else None


def _keywords(text: str) -> tuple[str, ...]:
    separator = next((sign for sign in ",;，、|" if sign in text), None)
    parts = text.split(separator) if separator else [text]
    names = dict.fromkeys(part.strip(" #[]\"'") for part in parts)
    return tuple(name for name in names if name and len(name) <= LONGEST_NAME)[:MOST_KEYWORDS]


def _moment(text: str) -> date | None:
    return next((day.value for day in printed_dates(text) if day.value), None)


_READERS: dict[str, Callable[[str], object]] = {
    "keywords": _keywords,
    "modified": _moment,
    "publisher": _name,
    "section": _name,
    "url": _address,
}
