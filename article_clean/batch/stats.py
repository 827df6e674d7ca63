"""What a batch took, found and spent: counted for one article, added up over all."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache, wraps
from typing import Any, NamedTuple, Self

from article_clean.article import MOVED, Article
from article_clean.batch.many import Cleaning
from article_clean.batch.records import Record
from article_clean.batch.samples import MOST_DOCUMENTS, Row, Sample, least, offer, rank, shown
from article_clean.core.cleaner import Cleaner, FunctionCleaner, Proposals, page
from article_clean.core.document import Document
from article_clean.pipeline import Pipeline

FOUND = ("headline", "deck", "byline", "dateline", "published", "captions", "language", "body")
UNKNOWN = "unknown"  # the language of an article that does not tell it
MOST_KINDS = 100  # of warnings and of failures that are told apart; a plug-in may word each of its own in another way
REST = "others"


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
        removed: characters of the source that are in no field and not in the body.
        samples: a few passages of each cleaner and role.
        warnings: its warnings.
    """

    source: int
    body: int
    cpu: float
    found: tuple[str, ...]
    language: str
    taken: dict[tuple[str, str], int]
    cpu_of: dict[str, float]
    removed: int
    samples: dict[tuple[str, str], list[Sample]]
    warnings: tuple[str, ...]


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
        samples: a few passages that a cleaner took, by "cleaner role": rank, passage, replacement, document, start.
        lost: the articles in which it took most: characters below zero, document, characters of the source.
        documents_lost: those of which the greatest part was removed: millionths below zero, document, characters
            removed, characters of the source.
        failures: records that failed, by the first words of the error.
        failed: a few of them: rank, document, error.
        warnings: articles by warning.
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
    samples: dict[str, list[Row]] = field(default_factory=dict)
    lost: dict[str, list[Row]] = field(default_factory=dict)
    documents_lost: list[Row] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    failed: dict[str, list[Row]] = field(default_factory=dict)
    warnings: Counter[str] = field(default_factory=Counter)

    def add(self, tally: Tally, name: object) -> None:
        """Count one article more.

        Args:
            tally: its statistics.
            name: what its record is called.
        """
        self.articles += 1
        self.source += tally.source
        self.body += tally.body
        self.cpu += tally.cpu
        self.found.update(tally.found)
        self.languages[tally.language] += 1
        for pair, characters in tally.taken.items():
            self.documents[" ".join(pair)] += 1
            self.characters[" ".join(pair)] += characters
        for cleaner, seconds in tally.cpu_of.items():
            self.cpu_of[cleaner] = self.cpu_of.get(cleaner, 0.0) + seconds
        self.warnings.update(_kind(self.warnings, warning) for warning in tally.warnings)
        self._keep_samples(tally, shown(str(name)))

    def add_failure(self, error: str, name: object) -> None:
        """Count one failure more.

        Args:
            error: the error's class and what it says.
            name: what the record is called.
        """
        kind = _kind(self.failures, error.partition(":")[0])
        self.failures[kind] += 1
        row: Row = [rank(f"{name} {error}"), shown(str(name)), shown(error)]
        self.failed[kind] = least(self.failed.get(kind, ()), [row])

    def _keep_samples(self, tally: Tally, document: str) -> None:
        for pair, samples in tally.samples.items():
            key = " ".join(pair)
            rows: list[Row] = [
                [sample.rank, sample.text, sample.replacement, document, sample.start] for sample in samples
            ]
            self.samples[key] = least(self.samples.get(key, ()), rows)
            self.lost[key] = least(self.lost.get(key, ()), [[-tally.taken[pair], document, tally.source]])
        if tally.removed:
            part = 1_000_000 * tally.removed // tally.source
            loss_row: Row = [-part, document, tally.removed, tally.source]
            self.documents_lost = least(self.documents_lost, [loss_row], MOST_DOCUMENTS)

    def state(self) -> dict[str, Any]:  # Any: JSON
        """Everything, as JSON-ready values from which `of` makes the same statistics."""
        return {entry.name: getattr(self, entry.name) for entry in fields(self)}

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> Self:  # Any: JSON
        """The statistics that `state` gave."""
        counters = ("found", "languages", "documents", "characters", "failures", "warnings")
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
            "documents_lost_most": [_named(DOCUMENT, row) for row in self.documents_lost],
            "failures": {kind: self._failure(kind) for kind, _ in self.failures.most_common()},
            "warnings": dict(self.warnings.most_common()),
            "cpu_by_cleaner": {
                name: round(seconds, 3) for name, seconds in sorted(self.cpu_of.items(), key=most_first)
            },
        }

    def _row(self, key: str) -> dict[str, object]:
        cleaner, _, role = key.partition(" ")
        return {
            "cleaner": cleaner,
            "role": role,
            "documents": self.documents[key],
            "characters": self.characters[key],
            "samples": [_named(SAMPLE, row) for row in self.samples[key]],
            "lost_most": [{**_named(LOSS, row), "characters": -int(row[0])} for row in self.lost[key]],
        }

    def _failure(self, kind: str) -> dict[str, object]:
        return {"records": self.failures[kind], "samples": [_named(FAILURE, row) for row in self.failed[kind]]}


SAMPLE = ("text", "replacement", "document", "start")  # the names of a row's values behind the first, which orders it
LOSS = ("document", "source")
DOCUMENT = ("document", "removed", "source")
FAILURE = ("document", "error")


def _named(names: Sequence[str], row: Row) -> dict[str, object]:
    return dict(zip(names, row[1:], strict=True))


def _kind(counts: Mapping[str, int], text: str) -> str:
    """What a text is counted as: itself, shortened, as long as there are not too many of them."""
    kind = shown(text)
    return kind if kind in counts or len(counts) < MOST_KINDS else REST


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
    field_names = tuple(name for name in FOUND if getattr(article, name))
    taken_chars: Counter[tuple[str, str]] = Counter()
    samples: dict[tuple[str, str], list[Sample]] = {}
    removed = 0
    for edit in article.trail:
        if not edit.cleaner:
            continue
        pair, passage = (edit.cleaner, edit.role), article.source[edit.start : edit.end]
        taken_chars[pair] += len(passage)
        offer(samples.setdefault(pair, []), passage, edit.text, edit.start)
        removed += 0 if edit.text or edit.role in MOVED or passage.isspace() else len(passage)
    return article, Tally(
        source=len(article.source),
        body=len(article.body),
        cpu=cpu,
        found=field_names,
        language=article.language or UNKNOWN,
        taken=dict(taken_chars),
        cpu_of=dict(meter.spent),
        removed=removed,
        samples=samples,
        warnings=article.warnings,
    )


class _Meter(NamedTuple):
    """A cleaning that writes down what each cleaner spends."""

    cleaning: Cleaning
    spent: dict[str, float]


@lru_cache(maxsize=1)
def _meter(cleaning: Cleaning) -> _Meter:
    cpu_of: dict[str, float] = {}
    pipeline = cleaning.pipeline.for_favor(cleaning.favor).for_kind(cleaning.kind)
    kind = "text" if cleaning.kind in {"page", "article"} else cleaning.kind  # the pipeline knows already
    metered = Pipeline((_metered(cleaner, cpu_of) for cleaner in pipeline.cleaners), pipeline.keep)
    return _Meter(replace(cleaning, pipeline=metered, kind=kind), cpu_of)


def _metered(cleaner: Cleaner, cpu_of: dict[str, float]) -> Cleaner:
    """The same cleaner, with its page, that adds the CPU it takes to `cpu_of`."""

    @wraps(cleaner.propose if isinstance(cleaner, FunctionCleaner) else type(cleaner).__call__)
    def propose(doc: Document) -> Proposals:
        start = time.thread_time()
        proposals = [*cleaner(doc)]
        cpu_of[cleaner.name] = cpu_of.get(cleaner.name, 0.0) + time.thread_time() - start
        return proposals

    propose.__doc__ = page(cleaner)
    return FunctionCleaner(cleaner.name, cleaner.stage, cleaner.role, propose)
