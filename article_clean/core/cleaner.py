"""What a cleaner is: a name, a stage, a role, and a function from a `Document` to proposals."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, reduce
from importlib import import_module
from typing import Literal, Protocol, get_args, runtime_checkable

from article_clean.core.arguments import check_type
from article_clean.core.document import Document
from article_clean.core.edits import Edit, Label, Likelihoods, Warn
from article_clean.core.presentable import presentable
from article_clean.errors import PipelineError

Stage = Literal["characters", "layout", "boilerplate", "context", "fields"]
STAGES: tuple[Stage, ...] = get_args(Stage)

Proposals = Iterable[Edit | Label | Warn | Likelihoods]
Propose = Callable[[Document], Proposals]


@runtime_checkable
class Cleaner(Protocol):
    """Anything with these three attributes that can be called with a `Document` and yields edits.

    Attributes:
        name: what it removes or finds, in lower case with underscores; unique in a pipeline.
        stage: one of `STAGES`; all cleaners of a stage see the same document.
        role: what its edits are ("share", "caption" …), unless an edit names another role.
    """

    @property
    def name(self) -> str:
        """Its name in a pipeline."""
        ...

    @property
    def stage(self) -> Stage:
        """When it runs."""
        ...

    @property
    def role(self) -> str:
        """What it takes."""
        ...

    def __call__(self, doc: Document, /) -> Proposals:
        """Propose edits or labels, and say what is odd; the document does not change."""
        ...


@dataclass(frozen=True, slots=True)
class FunctionCleaner:
    """A function with the name, stage and role that a pipeline needs; what `@cleaner` makes."""

    name: str
    stage: Stage
    role: str
    propose: Propose

    def __call__(self, doc: Document, /) -> Proposals:
        """Call the function."""
        return self.propose(doc)

    def __reduce__(self) -> tuple[Callable[..., Cleaner], tuple[object, ...]]:
        """Pickled by name, since `@cleaner` puts this object in the place of its function.

        What a script or notebook defines itself has no name in another process; its function is left to the pickler.
        """
        if self.propose.__module__ == "__main__":
            return FunctionCleaner, (self.name, self.stage, self.role, self.propose)
        return _imported, (self.propose.__module__, self.propose.__qualname__)


def cleaner(name: str, *, stage: Stage, role: str | None = None) -> Callable[[Propose], FunctionCleaner]:
    """Turn a function into a cleaner.

    Args:
        name: what it removes; its name in a pipeline and in `Article.removed`.
        stage: when it runs, one of `STAGES`.
        role: what it takes; by default its name.

    Raises:
        PipelineError: the stage does not exist.
    """
    check_type("name", name, str, "what the cleaner is called: @cleaner('share_bar', stage='boilerplate')")
    if stage not in STAGES:
        message = f"unknown stage {stage!r}; the stages are {', '.join(STAGES)}"
        raise PipelineError(message)

    def wrap(propose: Propose) -> FunctionCleaner:
        return FunctionCleaner(name, stage, role or name, propose)

    return wrap


def as_cleaner(cleaner_or_function: Cleaner | Propose) -> Cleaner:
    """A cleaner as it is; a plain callable as one of the boilerplate stage, named after itself.

    Raises:
        PipelineError: it cannot be called, or has no name.
    """
    if isinstance(cleaner_or_function, Cleaner):
        return cleaner_or_function
    name = getattr(cleaner_or_function, "__name__", "")
    if not callable(cleaner_or_function) or not name.isidentifier():
        message = f"a cleaner is a named function or an object with name, stage and role; got {cleaner_or_function!r}"
        raise PipelineError(message)
    return FunctionCleaner(name, "boilerplate", name, cleaner_or_function)


def _imported(module: str, name: str) -> Cleaner:
    return as_cleaner(reduce(getattr, name.split("."), import_module(module)))


def is_reader(any_cleaner: Cleaner) -> bool:
    """Whether it is a model that reads a whole text, where a rule looks at passages one by one."""
    return bool(getattr(any_cleaner, "is_reader", False))


def page(any_cleaner: Cleaner) -> str:
    """The cleaner's docstring: its page in the docs."""
    described = any_cleaner.propose if isinstance(any_cleaner, FunctionCleaner) else type(any_cleaner)
    return inspect.getdoc(described) or ""


def summary(any_cleaner: Cleaner) -> str:
    """The first line of its page: what it takes, with an example."""
    described: Callable[..., object] = (
        any_cleaner.propose if isinstance(any_cleaner, FunctionCleaner) else type(any_cleaner)
    )
    if not isinstance(described, type) and not inspect.isroutine(described):
        described = type(described)  # an object may have no hash
    return _summary(described)


@cache
def _summary(described: Callable[..., object]) -> str:
    return presentable((inspect.getdoc(described) or "").partition("\n")[0])
