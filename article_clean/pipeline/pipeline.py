"""The immutable list of cleaners that a text runs through, the default one, `clean`, and `articles`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Literal, Never, Self, get_args, overload

from article_clean import pages as markup
from article_clean.article import Article
from article_clean.cleaners import CLEANERS
from article_clean.cleaners.readers.leftovers import Leftovers
from article_clean.cleaners.readers.pages import PageFurniture, page_furniture
from article_clean.core.arguments import check_names, check_type
from article_clean.core.cleaner import STAGES, Cleaner, Propose, as_cleaner
from article_clean.core.favor import Favor, check_favor
from article_clean.core.public import public
from article_clean.errors import InputTypeError, PipelineError, UnknownCleanerError
from article_clean.fields import FIELDS
from article_clean.intake import decode
from article_clean.intake.calls import call_for
from article_clean.intake.html_or_text import looks_like_html
from article_clean.intake.lookalikes import lookalike
from article_clean.intake.markdown_or_text import looks_like_markdown
from article_clean.pipeline import fingerprint
from article_clean.pipeline.registry import configured, described, find_cleaner
from article_clean.pipeline.stages import run

Kind = Literal["auto", "text", "html", "markdown", "page", "article"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_READERS = (PageFurniture, Leftovers)  # those that favor something


@public
class Pipeline:
    """An immutable list of cleaners.

    In a stage every cleaner reads the same document, so that the order within a stage changes nothing.

    Args:
        cleaners: cleaners, or plain callables, which run in the boilerplate stage under their own name.

    Attributes:
        cleaners: the cleaners, in order.
        of_stage: the same, by stage.

    Raises:
        PipelineError: two cleaners of one name, an unknown stage, or something that is no cleaner.
    """

    def __init__(self, cleaners: Iterable[Cleaner | Propose] = ()) -> None:
        check_type("cleaners", cleaners, Iterable, "an iterable of cleaners, such as DEFAULT.cleaners")
        self.cleaners: tuple[Cleaner, ...] = tuple(map(as_cleaner, cleaners))
        names: set[str] = set()
        for cleaner in self.cleaners:
            if cleaner.name in names:
                message = f"two cleaners are called {cleaner.name!r}; replace() exchanges one for another"
                raise PipelineError(message)
            if cleaner.stage not in STAGES:
                stages = ", ".join(STAGES)
                message = f"cleaner {cleaner.name!r} has the unknown stage {cleaner.stage!r}; the stages are {stages}"
                raise PipelineError(message)
            names.add(cleaner.name)
        self.of_stage = {stage: [cleaner for cleaner in self.cleaners if cleaner.stage == stage] for stage in STAGES}
        self._made: dict[
            str, Pipeline
        ] = {}  # by kind or favor; per object: a cleaner need not be hashable, and may count what it sees

    @property
    def names(self) -> tuple[str, ...]:
        """The cleaners' names, in order."""
        return tuple(cleaner.name for cleaner in self.cleaners)

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
        neighbour = before or after
        index = len(self.cleaners) if neighbour is None else self._index(neighbour) + (before is None)
        return type(self)((*self.cleaners[:index], new, *self.cleaners[index:]))

    def without(self, *names: str) -> Self:
        """All but these."""
        dropped_indices = {self._index(name) for name in names}
        return type(self)(cleaner for index, cleaner in enumerate(self.cleaners) if index not in dropped_indices)

    def only(self, *names: str) -> Self:
        """These and no others."""
        chosen_indices = {self._index(name) for name in names}
        return type(self)(cleaner for index, cleaner in enumerate(self.cleaners) if index in chosen_indices)

    def replace(self, name: str, cleaner: Cleaner | Propose) -> Self:
        """Another cleaner in the place of this one."""
        index = self._index(name)
        return type(self)((*self.cleaners[:index], cleaner, *self.cleaners[index + 1 :]))

    def to_dict(self) -> dict[str, object]:
        """The pipeline as JSON-ready values: names, and the options of configured cleaners."""
        return {"cleaners": [described(cleaner) for cleaner in self.cleaners]}

    @classmethod
    def from_dict(cls, plan: Mapping[str, object], cleaners: Iterable[Cleaner | Propose] = ()) -> Self:
        """The pipeline that `to_dict` described.

        Args:
            plan: what `to_dict` gave.
            cleaners: your own that it names, where they are no entry points.

        Raises:
            PipelineError: it describes none, or a cleaner has options that it does not take.
            UnknownCleanerError: a name that neither ships here, nor is an entry point, nor is among `cleaners`.
        """
        check_type("plan", plan, Mapping, "a dict, as to_dict() makes it and json.load() reads it")
        own_cleaners = {cleaner.name: cleaner for cleaner in map(as_cleaner, cleaners)}
        rows = plan.get("cleaners")
        if not isinstance(rows, list):
            message = "a described pipeline is a dict with a list under 'cleaners'; to_dict() makes one"
            raise PipelineError(message)
        return cls(configured(row, own_cleaners) for row in rows)

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits that change whenever the rules do: names, options, the cleaners' code and phrase lists."""
        return fingerprint.of(self.to_dict(), self.cleaners)

    def for_kind(self, kind: str) -> "Pipeline":
        """The cleaners for a text of which it is known whether it is a whole page.

        Args:
            kind: as in `clean`; "page" and "article" make a difference.
        """
        name = page_furniture.name
        if kind not in {"page", "article"} or name not in self.names:
            return self
        if kind not in self._made:
            reader = self.cleaners[self.names.index(name)]
            asking_reader = replace(reader, kind="page") if isinstance(reader, PageFurniture) else reader
            self._made[kind] = self.without(name) if kind == "article" else self.replace(name, asking_reader)
        return self._made[kind]

    def for_favor(self, favor: Favor) -> "Pipeline":
        """The same cleaners, whose learned readers favor this.

        A reader that was configured to favor something keeps to it.

        Args:
            favor: as in `clean`; "balance" changes nothing.

        Raises:
            PipelineError: there is no such choice.
        """
        check_favor(favor)
        if favor == "balance":
            return self
        if favor not in self._made:
            self._made[favor] = Pipeline(_favoring(cleaner, favor) for cleaner in self.cleaners)
        return self._made[favor]

    def _index(self, name: str) -> int:
        check_type(
            "a cleaner's name", name, str, "a str; several are passed one by one, as without('tags', 'captions')"
        )
        if name not in self.names:
            raise UnknownCleanerError(name, self.names)
        return self.names.index(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pipeline) and self.cleaners == other.cleaners

    def __hash__(self) -> int:
        return hash(self.names)  # a cleaner need not be hashable

    def __repr__(self) -> str:
        return f"Pipeline({', '.join(self.names)})"


DEFAULT = Pipeline((*CLEANERS, *FIELDS))


def clean(  # noqa: PLR0913  # by name, and each with a default
    raw: str | bytes,
    *,
    url: str | None = None,
    kind: Kind = "auto",
    pipeline: Pipeline = DEFAULT,
    engine: markup.Engine = "blocks",
    favor: Favor = "balance",
    **unknown: Never,
) -> Article:
    """Clean one article.

    Args:
        raw: the raw text, HTML or Markdown; bytes are decoded by their BOM, by the charset that the HTML names, as
            UTF-8, or by detection, in this order.
        url: where it was found; helps with the site's name and the date of a page.
        kind: "html"; "markdown"; "text"; "page", the text of a whole page as it was printed, menus and all; "article",
            text that holds no more than an article and its leftovers, a body that is cleaned again among them; or
            "auto" to tell them apart. Only "html" and "markdown", and "auto" where it looks like one of them, read
            markup.
        pipeline: the cleaners to run.
        engine: what finds the article in HTML: "blocks", the model that ships here; "trafilatura"; or a `BlockModel`,
            which finds it in Markdown, too.
        favor: what counts more where a learned reader is in doubt: "precision", what stays is surely the article, and
            more goes; "recall", more stays; or "balance". Rules are not moved by it.
        **unknown: nothing; a keyword that does not exist is an error that names the nearest one.

    Returns:
        An article, always. Of odd input it has an empty body, and `warnings` that say why; they also say that an input
        looks like the name of a file, an address, JSON or a feed rather than an article.

    Raises:
        InputTypeError: `raw` is neither str nor bytes; the message shows the call that cleans what it is.
        ArgumentError: another argument is of a wrong type, or there is none of this name.
        PipelineError: `kind`, `engine` or `favor` is none of these.
    """
    check_names("clean", unknown, ("url", "kind", "pipeline", "engine", "favor"))
    check_options(url, kind, pipeline, engine)
    pipeline = pipeline.for_favor(favor)
    text, warnings = _decoded(raw)
    warnings = (*warnings, *lookalike(text))
    if kind == "html" or (kind == "auto" and looks_like_html(text)):
        return run(markup.rendered(text, url, engine, favor), pipeline.of_stage, warnings)
    if kind == "markdown" or (kind == "auto" and looks_like_markdown(text)):
        text, surrogate_warnings = decode.without_surrogates(text)
        return run(
            markup.rendered_markdown(text, url, engine, favor), pipeline.of_stage, (*warnings, *surrogate_warnings)
        )
    return run(text, pipeline.for_kind(kind).of_stage, warnings)


def articles(
    raw: str | bytes,
    *,
    url: str | None = None,
    pipeline: Pipeline = DEFAULT,
    engine: markup.Engine = "blocks",
    favor: Favor = "balance",
    **unknown: Never,
) -> Iterator[Article]:
    """Clean each story of a page that prints several in full, one below the other: a blog, a page that loads the next.

    A story stands in an element of its own, with a headline and a date or byline, beside others of its kind. Teasers
    that lead to a story are none, and the entries of a live blog are one story.

    Args:
        raw: the page, as text or as bytes; a text without markup is one article.
        url: where it was found.
        pipeline: the cleaners to run.
        engine: what finds the article in each story.
        favor: what counts more where a learned reader is in doubt.
        **unknown: nothing; a keyword that does not exist is an error that names the nearest one.

    Returns:
        The articles, in the page's order; the one that `clean` returns, where the page prints one or none. Offsets of
        several are those in the text of their own part of the page.

    Raises:
        InputTypeError: `raw` is neither str nor bytes.
        ArgumentError: another argument is of a wrong type, or there is none of this name.
        PipelineError: `engine` or `favor` is none of these.
    """
    check_names("articles", unknown, ("url", "pipeline", "engine", "favor"))
    check_options(url, "auto", pipeline, engine)
    check_favor(favor)
    text = _decoded(raw)[0]
    parts = markup.stories(text) if looks_like_html(text) else ()
    if len(parts) > 1:
        stories = ((part.html, url if part.is_own else None) for part in parts)
        return (
            clean(html, url=story_url, kind="html", pipeline=pipeline, engine=engine, favor=favor)
            for html, story_url in stories
        )
    return iter((clean(raw, url=url, pipeline=pipeline, engine=engine, favor=favor),))


def _decoded(raw: str | bytes) -> tuple[str, tuple[str, ...]]:
    """The text of an input, and what was odd about its bytes."""
    if isinstance(raw, (bytes, bytearray, memoryview)):
        return decode.decoded(bytes(raw))
    if isinstance(raw, str):
        return raw, ()
    raise InputTypeError(raw, call_for(raw))


def check_options(url: object, kind: object, pipeline: object, engine: object) -> None:
    """See that `clean` can be called with these.

    Raises:
        ArgumentError: one of them is of a wrong type.
        PipelineError: `kind` or `engine` has a name that does not exist.
    """
    check_type("url", url, str | None, "the address as a str, or None")
    check_type("pipeline", pipeline, Pipeline, "a Pipeline, such as DEFAULT.without('smart_quotes')")
    check_type("engine", engine, str | markup.BlockModel, f"{_one_of(markup.ENGINES)}, or a BlockModel")
    if kind not in KINDS:
        message = f"kind is {_one_of(KINDS)}; got {kind!r}"
        raise PipelineError(message)
    if isinstance(engine, str) and engine not in markup.ENGINES:
        message = f"engine is {_one_of(markup.ENGINES)}, or a BlockModel; got {engine!r}"
        raise PipelineError(message)


def _favoring(cleaner: Cleaner, favor: Favor) -> Cleaner:
    """A learned reader that favors this, unless it was configured; anything else as it is."""
    return replace(cleaner, favor=favor) if isinstance(cleaner, _READERS) and cleaner.favor == "balance" else cleaner


def _one_of(names: Iterable[str]) -> str:
    return f"one of {', '.join(map(repr, names))}"
