"""What a function is called with, checked at its door: the error names the argument and says what to pass."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from reprlib import repr as short_repr
from types import UnionType
from typing import NoReturn

from article_clean.errors import ArgumentError


def check_type(name: str, value: object, types: type | UnionType, expected: str) -> None:
    """See that an argument has one of these types.

    Args:
        name: the argument.
        value: what was passed.
        types: what it may be.
        expected: the same in words, behind "is".

    Raises:
        ArgumentError: it has another.
    """
    if not isinstance(value, types):
        refuse(name, value, expected)


def refuse(name: str, value: object, expected: str) -> NoReturn:
    """Say what to pass for an argument in the place of what was passed.

    Raises:
        ArgumentError: always.
    """
    message = f"{name} is {expected}; got {' '.join(short_repr(value).split())}"
    raise ArgumentError(message)


def check_names(function: str, keywords: Iterable[str], names: Sequence[str]) -> None:
    """See that a function takes these keywords.

    Args:
        function: its name.
        keywords: the keywords that were passed.
        names: those that it takes.

    Raises:
        ArgumentError: it does not take one of them.
    """
    for name in keywords:
        if name not in names:
            near_names = get_close_matches(name, names, n=1)
            hint = f"did you mean {near_names[0]!r}?" if near_names else f"it takes {', '.join(names)}"
            message = f"{function}() has no argument {name!r}; {hint}"
            raise ArgumentError(message)
