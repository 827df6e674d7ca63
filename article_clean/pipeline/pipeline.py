"""The immutable list of cleaners that a text runs through."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Self, overload

from article_clean.cleaners.readers.leftovers import Leftovers
from article_clean.cleaners.readers.pages import PageFurniture, page_furniture
from article_clean.core.arguments import check_type
from article_clean.core.cleaner import STAGES, Cleaner, Propose, as_cleaner
from article_clean.core.favor import Favor, check_favor
from article_clean.core.keep import KeepName, checked_keep
from article_clean.core.public import public
from article_clean.errors import PipelineError, UnknownCleanerError
from article_clean.pipeline import fingerprint
from article_clean.pipeline.registry import configured, described, find_cleaner

_READERS = (PageFurniture, Leftovers)  # those that favor something


@public
class Pipeline:
    """An immutable list of cleaners.

    All cleaners of a stage read the same document, so their order within a stage changes nothing.

    Args:
        cleaners: cleaners, or plain callables, which run in the boilerplate stage under their own name.
        keep: what stays in the body, see `keeping`.

    Attributes:
        cleaners: the cleaners, in order.
        keep: the names of what stays in the body.
        of_stage: the same, by stage.

    Raises:
        PipelineError: two cleaners have the same name, a stage is unknown, or something is not a cleaner.
        ArgumentError: `keep` has a name that does not exist.
    """

    def __init__(self, cleaners: Iterable[Cleaner | Propose] = (), keep: Iterable[KeepName] = ()) -> None:
        self.keep = checked_keep(keep)
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
        # By kind, favor or what is kept; each object has its own: a cleaner need not be hashable, and may count.
        self._made: dict[object, Pipeline] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The cleaners' names, in order."""
        return tuple(cleaner.name for cleaner in self.cleaners)

    @overload
    def with_(self, cleaner: Cleaner | Propose | str, *, before: str) -> Self: ...
    @overload
    def with_(self, cleaner: Cleaner | Propose | str, *, after: str | None = None) -> Self: ...
    def with_(self, cleaner: Cleaner | Propose | str, *, before: str | None = None, after: str | None = None) -> Self:
        """Add a cleaner: at the end, or beside the one named.

        Args:
            cleaner: a cleaner, a plain callable, or the name of one that ships here or that a package offers as an
                entry point in the group `article_clean.cleaners`.
            before: put it before this one.
            after: put it after this one.
        """
        new = find_cleaner(cleaner) if isinstance(cleaner, str) else as_cleaner(cleaner)
        neighbour = before or after
        index = len(self.cleaners) if neighbour is None else self._index(neighbour) + (before is None)
        return self._of((*self.cleaners[:index], new, *self.cleaners[index:]))

    def without(self, *names: str) -> Self:
        """Leave these cleaners out."""
        dropped_indices = {self._index(name) for name in names}
        return self._of(cleaner for index, cleaner in enumerate(self.cleaners) if index not in dropped_indices)

    def only(self, *names: str) -> Self:
        """Keep only these cleaners."""
        chosen_indices = {self._index(name) for name in names}
        return self._of(cleaner for index, cleaner in enumerate(self.cleaners) if index in chosen_indices)

    def replace(self, name: str, cleaner: Cleaner | Propose) -> Self:
        """Put another cleaner in place of this one."""
        index = self._index(name)
        return self._of((*self.cleaners[:index], cleaner, *self.cleaners[index + 1 :]))

    def keeping(self, *names: KeepName) -> "Pipeline":
        """Keep in the body what these names stand for, although a cleaner finds it.

        Everything else goes as before, and what is kept is also in its field of the article.

        Args:
            names: "captions" with their credits; "comments", not what asks for them; "tables" that a page prints inside
                the story and its model finds no part of it; "headline", "deck", "byline" and "dateline", where they are
                printed; "typography", quotation marks and spaces as the source prints them.

        Raises:
            ArgumentError: there is no such name.
        """
        keep = checked_keep((*self.keep, *names))
        if keep == self.keep:
            return self
        if keep not in self._made:
            self._made[keep] = Pipeline(self.cleaners, keep)
        return self._made[keep]

    def to_dict(self) -> dict[str, object]:
        """Describe the pipeline as JSON-ready values: names, options of configured cleaners, and what is kept."""
        kept = {"keep": [*self.keep]} if self.keep else {}
        return {"cleaners": [described(cleaner) for cleaner in self.cleaners], **kept}

    @classmethod
    def from_dict(cls, plan: Mapping[str, object], cleaners: Iterable[Cleaner | Propose] = ()) -> Self:
        """Build the pipeline that `to_dict` described.

        Args:
            plan: the output of `to_dict`.
            cleaners: your own cleaners that it names, unless they are entry points.

        Raises:
            PipelineError: it does not describe a pipeline, or a cleaner has options that it does not take.
            ArgumentError: a name in `keep` does not exist.
            UnknownCleanerError: a name neither ships here, nor is an entry point, nor is in `cleaners`.
        """
        check_type("plan", plan, Mapping, "a dict, as to_dict() makes it and json.load() reads it")
        own_cleaners = {cleaner.name: cleaner for cleaner in map(as_cleaner, cleaners)}
        rows = plan.get("cleaners")
        if not isinstance(rows, list):
            message = "a described pipeline is a dict with a list under 'cleaners'; to_dict() makes one"
            raise PipelineError(message)
        keep = plan.get("keep", ())
        return cls((configured(row, own_cleaners) for row in rows), checked_keep(keep))

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
            self._made[favor] = self._of(_favoring(cleaner, favor) for cleaner in self.cleaners)
        return self._made[favor]

    def _of(self, cleaners: Iterable[Cleaner | Propose]) -> Self:
        return type(self)(cleaners, self.keep)

    def _index(self, name: str) -> int:
        check_type(
            "a cleaner's name", name, str, "a str; several are passed one by one, as without('tags', 'captions')"
        )
        if name not in self.names:
            raise UnknownCleanerError(name, self.names)
        return self.names.index(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pipeline) and (self.cleaners, self.keep) == (other.cleaners, other.keep)

    def __hash__(self) -> int:
        return hash(self.names)  # a cleaner need not be hashable

    def __repr__(self) -> str:
        kept = f"; keeping {', '.join(self.keep)}" if self.keep else ""
        return f"Pipeline({', '.join(self.names)}{kept})"


def _favoring(cleaner: Cleaner, favor: Favor) -> Cleaner:
    """A learned reader that favors this, unless it was configured; anything else as it is."""
    return replace(cleaner, favor=favor) if isinstance(cleaner, _READERS) and cleaner.favor == "balance" else cleaner
