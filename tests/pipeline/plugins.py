"""Cleaners that other tests plug in, from outside of the package."""

from collections.abc import Iterator
from dataclasses import dataclass

from article_clean import Document, Edit, cleaner
from article_clean.core.cleaner import Stage


@cleaner("weather_box", stage="boilerplate", role="promo")
def weather_box(doc: Document) -> Iterator[Edit]:
    """Weather boxes: "Today's weather: 14°C"."""
    for line in doc.lines_with("today's weather"):
        yield Edit(line.start, line.end)


@dataclass(frozen=True)
class LongLines:
    """Lines longer than a measure: a cleaner that is configured."""

    longest: int = 80
    name: str = "long_lines"
    stage: Stage = "boilerplate"
    role: str = "other"

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """Propose each line that is too long."""
        for line in doc.lines:
            if len(line.text) > self.longest:
                yield Edit(line.start, line.end)


@dataclass
class Counting:
    """Lines with one of some words: a cleaner that changes while it runs, and has no hash."""

    words: list[str]
    calls: int = 0
    name: str = "counting"
    stage: Stage = "boilerplate"
    role: str = "other"

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """Propose each line that holds a word."""
        self.calls += 1
        for line in doc.lines_with(*self.words):
            yield Edit(line.start, line.end)


@dataclass(frozen=True)
class Listing:
    """Lines with one of some words: frozen, but its list has no hash."""

    words: list[str]
    name: str = "listing"
    stage: Stage = "boilerplate"
    role: str = "other"

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """Propose each line that holds a word."""
        for line in doc.lines_with(*self.words):
            yield Edit(line.start, line.end)


class Slotted:
    """Phone lines: a class of nothing but the protocol, equal to its like and so without a hash."""

    __slots__ = ()
    name = "slotted"
    stage: Stage = "boilerplate"
    role = "other"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Slotted)

    __hash__ = None

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """Propose each line with a phone."""
        for line in doc.lines_with("phone:"):
            yield Edit(line.start, line.end)


def phone_numbers(doc: Document) -> Iterator[Edit]:
    """Phone lines, as a plain callable."""
    for line in doc.lines_with("phone:"):
        yield Edit(line.start, line.end)


def broken(doc: Document) -> Iterator[Edit]:
    """A plug-in with a bug."""
    yield Edit(0, len(doc.text) // 0)
