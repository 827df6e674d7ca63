"""What a batch took, found and spent: counted for one article, added up over all."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache, wraps
from typing import Any, NamedTuple, Self

from article_clean.article import Article
from article_clean.batch.many import Cleaning
from article_clean.batch.records import Record
from article_clean.document import Document
from article_clean.pipeline import Pipeline
from article_clean.protocol import Cleaner, FunctionCleaner, Proposals, page

FOUND = ("headline", "deck", "byline", "dateline", "published", "captions", "language", "body")
UNKNOWN = "unknown"  # the language of an article that does not tell it


class Tally(NamedTuple):
    """The statistics of one article.

    Attributes:
        source: characters of the source.
        body: characters of the body.
        cpu: seconds of CPU for all of it.
        found: the fields that are not empty.
        language: its language, or "unknown".
        taken: characters of the source that each cleaner took or replaced, by cleaner and role.
        cpu_of: seconds of CPU by cleaner.
    """

    source: int
    body: int
    cpu: float
    found: tuple[str, ...]
    language: str
    taken: dict[tuple[str, str], int]
    cpu_of: dict[str, float]


@dataclass
class Stats:
    """The statistics of many articles.

    Attributes:
        articles: how many.
        source: characters of their sources.
        body: characters of their bodies.
        cpu: seconds of CPU.
        found: articles that have a field, by field.
        languages: articles by language.
        documents: articles in which a cleaner took something, by "cleaner role".
        characters: characters that it took, by "cleaner role".
        cpu_of: seconds of CPU, by cleaner.
    """

    articles: int = 0
    source: int = 0
    body: int = 0
    cpu: float = 0.0
    found: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)
    cpu_of: dict[str, float] = field(default_factory=dict)

    def add(self, tally: Tally) -> None:
        """Count one article more."""
        self.articles += 1
        self.source += tally.source
        self.body += tally.body
        self.cpu += tally.cpu
        self.found.update(tally.found)
        self.languages[tally.language] += 1
        for pair, characters in tally.taken.items():
            self.documents[" ".join(pair)] += 1
            self.characters[" ".join(pair)] += characters
        for name, seconds in tally.cpu_of.items():
            self.cpu_of[name] = self.cpu_of.get(name, 0.0) + seconds

    def state(self) -> dict[str, Any]:  # Any: JSON
        """Everything, as JSON-ready values from which `of` makes the same statistics."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> Self:  # Any: JSON
        """The statistics that `state` gave."""
        counters = ("found", "languages", "documents", "characters")
        return cls(**{**state, **{name: Counter(state[name]) for name in counters}})

    def table(self) -> dict[str, object]:
        """The statistics as they are written: shares, seconds, and a row for each cleaner and role, most first."""
        return {
            "articles": self.articles,
            "characters": {"source": self.source, "body": self.body},
            "cpu_seconds": round(self.cpu, 3),
            "fields": {name: self.found[name] for name in FOUND},
            "languages": dict(self.languages.most_common()),
            "cleaners": [self._row(key) for key, _ in sorted(self.characters.items(), key=most_first)],
            "cpu_by_cleaner": {name: round(spent, 3) for name, spent in sorted(self.cpu_of.items(), key=most_first)},
        }

    def _row(self, key: str) -> dict[str, object]:
        cleaner, _, role = key.partition(" ")
        return {
            "cleaner": cleaner,
            "role": role,
            "documents": self.documents[key],
            "characters": self.characters[key],
        }


def most_first(item: tuple[str, float]) -> tuple[float, str]:
    """A key to sort counts by: the greatest first, and of equal ones the first by name."""
    return -item[1], item[0]


def measured(cleaning: Cleaning, record: Record) -> tuple[Article, Tally]:
    """The article of a record, and what it adds to the statistics."""
    meter = _meter(cleaning)
    meter.spent.clear()
    start = time.thread_time()
    article = meter.cleaning(record)
    cpu = time.thread_time() - start
    found = tuple(name for name in FOUND if getattr(article, name))
    taken: Counter[tuple[str, str]] = Counter()
    for edit in article.trail:
        if edit.cleaner:
            taken[edit.cleaner, edit.role] += edit.end - edit.start
    return article, Tally(
        len(article.source), len(article.body), cpu, found, article.language or UNKNOWN, dict(taken), dict(meter.spent)
    )


class _Meter(NamedTuple):
    """A cleaning that writes down what each cleaner spends."""

    cleaning: Cleaning
    spent: dict[str, float]


@lru_cache(maxsize=1)
def _meter(cleaning: Cleaning) -> _Meter:
    spent: dict[str, float] = {}
    pipeline = cleaning.pipeline.for_kind(cleaning.kind)
    kind = "text" if cleaning.kind in {"page", "article"} else cleaning.kind  # the pipeline knows already
    metered = Pipeline(_metered(one, spent) for one in pipeline.cleaners)
    return _Meter(replace(cleaning, pipeline=metered, kind=kind), spent)


def _metered(one: Cleaner, spent: dict[str, float]) -> Cleaner:
    """The same cleaner, with its page, that adds the CPU it takes to `spent`."""

    @wraps(one.propose if isinstance(one, FunctionCleaner) else type(one).__call__)
    def propose(doc: Document) -> Proposals:
        start = time.thread_time()
        proposals = [*one(doc)]
        spent[one.name] = spent.get(one.name, 0.0) + time.thread_time() - start
        return proposals

    propose.__doc__ = page(one)
    return FunctionCleaner(one.name, one.stage, one.role, propose)
