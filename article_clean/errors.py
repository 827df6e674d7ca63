"""What this library raises: misuse, named at the door, with what is right."""

from collections.abc import Iterable
from difflib import get_close_matches


class ArticleCleanError(Exception):
    """Everything that article_clean raises on purpose."""


class InputTypeError(ArticleCleanError, TypeError):
    """`clean()` was given something that is neither text nor bytes."""

    def __init__(self, got: object, call: str = "") -> None:
        advice = f"call {call}" if call else "pass the raw text or HTML of one article"
        super().__init__(f"clean() takes str or bytes, not {type(got).__name__}; {advice}")


class ArgumentError(ArticleCleanError, TypeError):
    """An argument does not exist or has the wrong type; the message says what to pass."""


class TrailError(ArticleCleanError, ValueError):
    """The article does not know where its body came from."""

    def __init__(self) -> None:
        super().__init__(
            "this article has no trail: its row was dumped without source, removed or edits, or its body was replaced; "
            "load the whole row, and trace before the body is changed"
        )


class OutlineError(ArticleCleanError, ValueError):
    """The article does not know its input, which alone has its blocks and its places in the HTML."""

    def __init__(self) -> None:
        super().__init__(
            "this article does not know its input: it was loaded from a row, made by hand, or its body was replaced; "
            "ask the article that clean() returned for its blocks, its Markdown and its places in the HTML"
        )


class PipelineError(ArticleCleanError, ValueError):
    """A pipeline cannot be built: a name occurs twice, a stage is unknown, or options do not fit."""


class UnknownCleanerError(PipelineError):
    """No cleaner has this name; the message names the nearest one that exists.

    Attributes:
        name: the name that was asked for.
    """

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        near = get_close_matches(name, list(known), n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]!r}?" if near else "; `article-clean cleaners` lists them all"
        super().__init__(f"unknown cleaner {name!r}{hint}")


class ModelError(ArticleCleanError, ValueError):
    """A file is not a model, or is a model of another version."""


class TrainingError(ArticleCleanError, ValueError):
    """Training cannot begin: pages cannot be read, or LightGBM is not installed."""


class BatchError(ArticleCleanError, ValueError):
    """Work on many records cannot begin or go on: no worker starts, an output exists, an option is wrong."""


class UsageError(ArticleCleanError, ValueError):
    """A command was called with arguments that do not go together, or without one that it needs."""


class OutputError(ArticleCleanError, ValueError):
    """An output that would replace a file: it exists, or is an input."""


class NotSentError(BatchError):
    """A pipeline cannot be sent to another process, because no module that it can import has the cleaners."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the pipeline cannot be sent to another process ({why}); "
            "put your cleaners into a module, or install cloudpickle, or use workers=1 without a deadline"
        )


class WorkerError(BatchError):
    """No worker process starts: one after the other ended, or took too long to begin."""


class RecordError(ArticleCleanError, ValueError):
    """A record failed, and the caller asked for an article.

    Attributes:
        place: its place among the records, from 0; None if it is not known.
    """

    def __init__(self, place: int | None, error: str) -> None:
        self.place = place
        super().__init__(error if place is None else f"record {place}: {error}")


class SourceError(ArticleCleanError, ValueError):
    """A record or an input cannot be read; the message says what is wrong with it."""


class SkippedError(ArticleCleanError):
    """A record that is no article by its kind, such as a picture in a web archive: neither cleaned nor failed."""


class MissingExtraError(ArticleCleanError, ImportError):
    """A dependency of this part of the library is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed; run pip install 'article-clean[{extra}]'")
