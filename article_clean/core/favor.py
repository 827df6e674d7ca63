"""What a reader of texts shall favor where it is in doubt: a body without junk, or one that lacks nothing."""

from typing import Literal, get_args

from article_clean.errors import PipelineError

Favor = Literal["precision", "balance", "recall"]
FAVORS: tuple[Favor, ...] = get_args(Favor)


def check_favor(favor: object, of: str = "favor") -> None:
    """See that there is such a choice.

    Args:
        favor: what was passed.
        of: what it was passed for, for the error.

    Raises:
        PipelineError: there is none.
    """
    if favor not in FAVORS:
        message = f"{of} is one of {', '.join(map(repr, FAVORS))}; got {favor!r}"
        raise PipelineError(message)
