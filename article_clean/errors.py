"""What this library raises: misuse, named at the door, with what is right."""

from collections.abc import Iterable
from difflib import get_close_matches


class ArticleCleanError(Exception):
    """Everything that article_clean raises on purpose."""


class InputTypeError(ArticleCleanError, TypeError):
    """`clean()` was given something that is neither text nor bytes."""

    def __init__(self, got: object) -> None:
        super().__init__(
            f"clean() takes str or bytes, not {type(got).__name__}; pass the raw text or HTML of one article"
        )


class PipelineError(ArticleCleanError, ValueError):
    """A pipeline that cannot be built: a name twice, an unknown stage, options that do not fit."""


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
    """A file that is no model, or one of another version."""


class TrainingError(ArticleCleanError, ValueError):
    """Training that cannot begin: pages that cannot be read, or LightGBM not installed."""
