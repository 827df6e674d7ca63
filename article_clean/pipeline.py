"""From a text to an `Article`: the stages, in order, and the immutable list of cleaners that they run."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from functools import cached_property
from importlib.metadata import entry_points
from typing import Self, overload

from article_clean import decode, fingerprint, markup
from article_clean.article import Article
from article_clean.assemble import cut_paragraphs
from article_clean.cleaner import STAGES, Cleaner, FunctionCleaner, Propose, Stage, as_cleaner, summary
from article_clean.cleaners import CLEANERS
from article_clean.document import Document
from article_clean.edits import Edit, Label, apply, resolve, settle
from article_clean.errors import InputTypeError, PipelineError, UnknownCleanerError
from article_clean.fields import FIELDS, read_fields

ENTRY_POINTS = "article_clean.cleaners"
REPAIRS = 2  # passes over the characters: `&ldquo;` becomes a curly quote, which becomes a straight one

_UNSETTLED = re.compile(r"[^\x00-%'-\x7f]")  # what a repair may have brought to light: an ampersand, or not ASCII


class Pipeline:
    """An immutable list of cleaners.

    In a stage every cleaner reads the same document, so that the order within a stage changes nothing.

    Args:
        cleaners: cleaners, or plain callables, which run in the boilerplate stage under their own name.

    Raises:
        PipelineError: two cleaners of one name, an unknown stage, or something that is no cleaner.
    """

    def __init__(self, cleaners: Iterable[Cleaner | Propose] = ()) -> None:
        self.cleaners: tuple[Cleaner, ...] = tuple(map(as_cleaner, cleaners))
        for n, one in enumerate(self.cleaners):
            if one.name in self.names[:n]:
                message = f"two cleaners are called {one.name!r}; replace() exchanges one for another"
                raise PipelineError(message)
            if one.stage not in STAGES:
                message = (
                    f"cleaner {one.name!r} has the unknown stage {one.stage!r}; the stages are {', '.join(STAGES)}"
                )
                raise PipelineError(message)
        self._of_stage = {stage: [one for one in self.cleaners if one.stage == stage] for stage in STAGES}
        self._reasons = {one.name: summary(one) for one in self.cleaners}

    @property
    def names(self) -> tuple[str, ...]:
        """The cleaners' names, in order."""
        return tuple(one.name for one in self.cleaners)

    @overload
    def with_(self, cleaner: Cleaner | Propose | str, *, before: str) -> Self: ...
    @overload
    def with_(self, cleaner: Cleaner | Propose | str, *, after: str | None = None) -> Self: ...
    def with_(self, cleaner: Cleaner | Propose | str, *, before: str | None = None, after: str | None = None) -> Self:
        """One cleaner more: at the end, or beside the one named.

        Args:
            cleaner: a cleaner, a plain callable, or the name of one that ships here or that a package offers as an
                entry point in the group `article_clean.cleaners`.
            before: place it in front of this one.
            after: place it behind this one.
        """
        new = find_cleaner(cleaner) if isinstance(cleaner, str) else as_cleaner(cleaner)
        beside = before or after
        at = len(self.cleaners) if beside is None else self._index(beside) + (before is None)
        return type(self)((*self.cleaners[:at], new, *self.cleaners[at:]))

    def without(self, *names: str) -> Self:
        """All but these."""
        gone = {self._index(name) for name in names}
        return type(self)(one for n, one in enumerate(self.cleaners) if n not in gone)

    def only(self, *names: str) -> Self:
        """These and no others."""
        kept = {self._index(name) for name in names}
        return type(self)(one for n, one in enumerate(self.cleaners) if n in kept)

    def replace(self, name: str, cleaner: Cleaner | Propose) -> Self:
        """Another cleaner in the place of this one."""
        at = self._index(name)
        return type(self)((*self.cleaners[:at], cleaner, *self.cleaners[at + 1 :]))

    def to_dict(self) -> dict[str, object]:
        """The pipeline as JSON-ready values: names, and the options of configured cleaners."""
        return {"cleaners": [_described(one) for one in self.cleaners]}

    @classmethod
    def from_dict(cls, described: Mapping[str, object], cleaners: Iterable[Cleaner | Propose] = ()) -> Self:
        """The pipeline that `to_dict` described.

        Args:
            described: what `to_dict` gave.
            cleaners: your own that it names, where they are no entry points.

        Raises:
            UnknownCleanerError: a name that neither ships here, nor is an entry point, nor is among `cleaners`.
        """
        own = {one.name: one for one in map(as_cleaner, cleaners)}
        rows = described.get("cleaners")
        if not isinstance(rows, list):
            message = "a described pipeline is a dict with a list under 'cleaners'; to_dict() makes one"
            raise PipelineError(message)
        return cls(_configured(row, own) for row in rows)

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits that change whenever the rules do: names, options, the cleaners' code and phrase lists."""
        return fingerprint.of(self.to_dict(), self.cleaners)

    def run(self, text: str, warnings: Sequence[str] = ()) -> Article:
        """Clean one text that is already decoded and rendered.

        Args:
            text: plain text; lone surrogates in it are read as U+FFFD.
            warnings: what was odd about it so far.
        """
        source, odd = decode.without_surrogates(text)
        doc, passes = self._rewritten(source)
        removed: list[Edit] = []
        rest = doc
        for stage in ("boilerplate", "context"):
            removed = resolve([*removed, *self._edits(rest, stage)])
            rest = doc.without(removed)
        labels = list(self._labels(rest))
        moved = [Edit(label.start, label.end, "", label.role, "", label.cleaner) for label in labels]
        cuts = settle([*removed, *moved], passes)
        last = cut_paragraphs(doc, cuts)
        body = apply(doc.text, last)
        warned = (*warnings, *odd, *_emptiness(source, body))
        found = read_fields(doc, labels, removed)
        return Article.made((*passes, last), source=source, body=body, warnings=warned, **found)

    def _rewritten(self, text: str) -> tuple[Document, list[Sequence[Edit]]]:
        """The text after the characters and layout stages, and the passes that led there."""
        passes: list[Sequence[Edit]] = []
        for _ in range(REPAIRS):
            edits = settle(self._edits(Document(text), "characters"), passes)
            if edits:
                passes.append(edits)
                text = apply(text, edits)
            if not any(_UNSETTLED.search(edit.text) for edit in edits):
                break
        doc = Document(text)
        edits = settle(self._edits(doc, "layout"), passes)
        if edits:
            passes.append(edits)
            doc = Document(apply(text, edits), _joins(text, edits))
        return doc, passes

    def _edits(self, doc: Document, stage: Stage) -> Iterator[Edit]:
        for one in self._of_stage[stage]:
            for found in self._proposed(one, doc):
                if not isinstance(found, Edit):
                    message = f"cleaner {one.name!r} is of the {stage} stage and must yield Edit, not {found!r}"
                    raise PipelineError(message)
                role = found.role or one.role
                yield Edit(*found[:3], role, found.reason or ("" if found.text else self._reasons[one.name]), one.name)

    def _labels(self, doc: Document) -> Iterator[Label]:
        for one in self._of_stage["fields"]:
            for found in self._proposed(one, doc):
                if not isinstance(found, Label):
                    message = f"cleaner {one.name!r} is of the fields stage and must yield Label, not {found!r}"
                    raise PipelineError(message)
                yield found._replace(cleaner=one.name)

    def _proposed(self, one: Cleaner, doc: Document) -> Iterator[Edit | Label]:
        try:
            for found in one(doc):
                if not 0 <= found.start <= found.end <= len(doc.text):
                    message = (
                        f"cleaner {one.name!r} proposed {found!r}, outside of the text of {len(doc.text)} characters"
                    )
                    raise PipelineError(message)
                yield found
        except Exception as error:
            error.add_note(f"raised in cleaner {one.name!r} of the {one.stage} stage")
            raise

    def _index(self, name: str) -> int:
        if name not in self.names:
            raise UnknownCleanerError(name, self.names)
        return self.names.index(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pipeline) and self.cleaners == other.cleaners

    def __hash__(self) -> int:
        return hash(self.cleaners)

    def __repr__(self) -> str:
        return f"Pipeline({', '.join(self.names)})"


DEFAULT = Pipeline((*CLEANERS, *FIELDS))


def clean(raw: str | bytes, *, url: str | None = None, kind: str = "auto", pipeline: Pipeline = DEFAULT) -> Article:
    """Clean one article.

    Args:
        raw: the raw text or HTML; bytes are decoded by their BOM, by the charset that the HTML names, as UTF-8, or by
            detection, in this order.
        url: where it was found; helps with links in HTML.
        kind: "text", "html", or "auto" to tell them apart.
        pipeline: the cleaners to run.

    Returns:
        An article, always. Of odd input it has an empty body, and `warnings` that say why.

    Raises:
        InputTypeError: `raw` is neither str nor bytes.
        ArticleCleanError: `kind` is none of the three.
    """
    if kind not in {"auto", "text", "html"}:
        message = f"kind is 'auto', 'text' or 'html'; got {kind!r}"
        raise PipelineError(message)
    if isinstance(raw, (bytes, bytearray, memoryview)):
        text, warnings = decode.decoded(bytes(raw))
    elif isinstance(raw, str):
        text, warnings = raw, ()
    else:
        raise InputTypeError(raw)
    if kind == "html" or (kind == "auto" and markup.looks_like_html(text)):
        text, more = markup.rendered(text, url=url)
        warnings = (*warnings, *more)
    return pipeline.run(text, warnings)


def find_cleaner(name: str) -> Cleaner:
    """The cleaner of this name that ships here, or that an installed package offers as an entry point.

    Raises:
        UnknownCleanerError: there is none.
    """
    shipped = {one.name: one for one in (*CLEANERS, *FIELDS)}
    if name in shipped:
        return shipped[name]
    offered = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name not in offered:
        raise UnknownCleanerError(name, (*shipped, *offered))
    return as_cleaner(offered[name].load())


def _joins(text: str, edits: Sequence[Edit]) -> list[int]:
    """Where the edited text has a break of `text` joined."""
    joins: list[int] = []
    shift = 0
    for edit in edits:
        if "\n" in text[edit.start : edit.end] and "\n" not in edit.text:
            joins.append(edit.start + shift)
        shift += len(edit.text) - (edit.end - edit.start)
    return joins


def _emptiness(source: str, body: str) -> Iterator[str]:
    if not source.strip():
        yield "the input is empty"
    elif not body:
        yield "nothing of the input is body text"


def _described(one: Cleaner) -> dict[str, object]:
    options: dict[str, object] = {} if isinstance(one, FunctionCleaner) or not is_dataclass(one) else asdict(one)
    return {"name": one.name, **({"options": options} if options else {})}


def _configured(row: object, own: Mapping[str, Cleaner]) -> Cleaner:
    """The cleaner that one row of a described pipeline names, with its options."""
    if not isinstance(row, Mapping) or "name" not in row:
        message = f"a described cleaner is a dict with a name; got {row!r}"
        raise PipelineError(message)
    name, options = str(row["name"]), row.get("options", {})
    found = own[name] if name in own else find_cleaner(name)
    if not options:
        return found
    try:
        return type(found)(**options)
    except TypeError as error:
        message = f"cleaner {name!r} does not take the options {options!r}"
        raise PipelineError(message) from error
