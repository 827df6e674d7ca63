"""Packages that only a part of the library needs."""

from importlib import import_module
from types import ModuleType

from article_clean.errors import MissingExtraError


def needed(module: str, extra: str) -> ModuleType:
    """A module of an optional dependency.

    Args:
        module: its dotted name.
        extra: the extra of this package that brings it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingExtraError(module.partition(".")[0], extra) from error
