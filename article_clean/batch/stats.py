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

    def add(self, article_tally: Tally, name: object) -> None:
        """Count one article more.

        Args:
            article_tally: its statistics.
            name: what its record is called.
        """
        self.articles += 1
        self.source += article_tally.source
        self.body += article_tally.body
        self.cpu += article_tally.cpu
        self.found.update(article_tally.found)
        self.languages[article_tally.language] += 1
        for cleaner_role, characters in article_tally.taken.items():
            self.documents[" ".join(cleaner_role)] += 1
            self.characters[" ".join(cleaner_role)] += characters
        for cleaner, seconds in article_tally.cpu_of.items():
            self.cpu_of[cleaner] = self.cpu_of.get(cleaner, 0.0) + seconds
        self.warnings.update(_kind(self.warnings, warning) for warning in article_tally.warnings)
        self._keep_samples(article_tally, shown(str(name)))

    def add_failure(self, failure_text: str, name: object) -> None:
        """Count one failure more.

        Args:
            failure_text: the error's class and what it says.
            name: what the record is called.
        """
        failure_kind = _kind(self.failures, failure_text.partition(":")[0])
        self.failures[failure_kind] += 1
        failure_row: Row = [rank(f"{name} {failure_text}"), shown(str(name)), shown(failure_text)]
        self.failed[failure_kind] = least(self.failed.get(failure_kind, ()), [failure_row])

    def _keep_samples(self, article_tally: Tally, document: str) -> None:
        for cleaner_role, samples in article_tally.samples.items():
            cleaner_key = " ".join(cleaner_role)
            sample_rows: list[Row] = [
                [passage_sample.rank, passage_sample.text, passage_sample.replacement, document, passage_sample.start]
                for passage_sample in samples
            ]
            self.samples[cleaner_key] = least(self.samples.get(cleaner_key, ()), sample_rows)
            self.lost[cleaner_key] = least(
                self.lost.get(cleaner_key, ()), [[-article_tally.taken[cleaner_role], document, article_tally.source]]
            )
        if article_tally.removed:
            lost_part = 1_000_000 * article_tally.removed // article_tally.source
            loss_row: Row = [-lost_part, document, article_tally.removed, article_tally.source]
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
            "fields": {field_name: self.found[field_name] for field_name in FOUND},
            "languages": dict(self.languages.most_common()),
            "cleaners": [self._row(cleaner_key) for cleaner_key, _ in sorted(self.characters.items(), key=most_first)],
            "documents_lost_most": [_named(DOCUMENT, loss_row) for loss_row in self.documents_lost],
            "failures": {failure_kind: self._failure(failure_kind) for failure_kind, _ in self.failures.most_common()},
            "warnings": dict(self.warnings.most_common()),
            "cpu_by_cleaner": {
                field_name: round(seconds, 3) for field_name, seconds in sorted(self.cpu_of.items(), key=most_first)
            },
        }

    def _row(self, cleaner_key: str) -> dict[str, object]:
        cleaner, _, role_name = cleaner_key.partition(" ")
        return {
            "cleaner": cleaner,
            "role": role_name,
            "documents": self.documents[cleaner_key],
            "characters": self.characters[cleaner_key],
            "samples": [_named(SAMPLE, stats_row) for stats_row in self.samples[cleaner_key]],
            "lost_most": [
                {**_named(LOSS, stats_row), "characters": -int(stats_row[0])} for stats_row in self.lost[cleaner_key]
            ],
        }

    def _failure(self, kind: str) -> dict[str, object]:
        return {"records": self.failures[kind], "samples": [_named(FAILURE, row) for row in self.failed[kind]]}


SAMPLE = ("text", "replacement", "document", "start")  # the names of a row's values behind the first, which orders it
LOSS = ("document", "source")
DOCUMENT = ("document", "removed", "source")
FAILURE = ("document", "error")


def _named(names: Sequence[str], row: Row) -> dict[str, object]:
    return dict(zip(names, row[1:], strict=True))


def _kind(kind_counts: Mapping[str, int], text: str) -> str:
    """What a text is counted as: itself, shortened, as long as there are not too many of them."""
    text_kind = shown(text)
    return text_kind if text_kind in kind_counts or len(kind_counts) < MOST_KINDS else REST


def most_first(item: tuple[str, float]) -> tuple[float, str]:
    """A key to sort counts by: the greatest first, and of equal ones the first by name."""
    return -item[1], item[0]


def measured(cleaning: Cleaning, record: Record) -> tuple[Article, Tally]:
    """The article of a record, and what it adds to the statistics."""
    batch_meter = _meter(cleaning)
    batch_meter.spent.clear()
    start_seconds = time.thread_time()
    article = batch_meter.cleaning(record)
    cpu_seconds = time.thread_time() - start_seconds
    field_names = tuple(field_name for field_name in FOUND if getattr(article, field_name))
    taken_chars: Counter[tuple[str, str]] = Counter()
    samples: dict[tuple[str, str], list[Sample]] = {}
    removed = 0
    for trail_edit in article.trail:
        if not trail_edit.cleaner:
            continue
        cleaner_role, passage = (trail_edit.cleaner, trail_edit.role), article.source[trail_edit.start : trail_edit.end]
        taken_chars[cleaner_role] += len(passage)
        offer(samples.setdefault(cleaner_role, []), passage, trail_edit.text, trail_edit.start)
        removed += 0 if trail_edit.text or trail_edit.role in MOVED or passage.isspace() else len(passage)
    return article, Tally(
        source=len(article.source),
        body=len(article.body),
        cpu=cpu_seconds,
        found=field_names,
        language=article.language or UNKNOWN,
        taken=dict(taken_chars),
        cpu_of=dict(batch_meter.spent),
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
