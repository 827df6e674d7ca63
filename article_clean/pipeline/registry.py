"""Cleaners by name: the shipped ones, those that installed packages offer, and configured ones as JSON-ready rows."""

import reprlib
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from importlib.metadata import entry_points

from article_clean.cleaners import CLEANERS
from article_clean.cleaners.pattern import PatternCleaner
from article_clean.core.cleaner import Cleaner, FunctionCleaner, as_cleaner
from article_clean.errors import PipelineError, UnknownCleanerError
from article_clean.fields import FIELDS

PATTERN = "pattern"  # the type of a `PatternCleaner`: its options are all of it
ENTRY_POINTS = "article_clean.cleaners"


def find_cleaner(name: str) -> Cleaner:
    """The cleaner of this name that ships here, or that an installed package offers as an entry point.

    Raises:
        UnknownCleanerError: there is none.
    """
    shipped_cleaners = {cleaner.name: cleaner for cleaner in (*CLEANERS, *FIELDS)}
    if name in shipped_cleaners:
        return shipped_cleaners[name]
    offered_points = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name not in offered_points:
        raise UnknownCleanerError(name, (*shipped_cleaners, *offered_points))
    return as_cleaner(offered_points[name].load())


def described(cleaner: Cleaner) -> dict[str, object]:
    """A cleaner as a row: its name, its type where that makes it whole, and its options if it has any."""
    options: dict[str, object] = (
        {} if isinstance(cleaner, FunctionCleaner) or not is_dataclass(cleaner) else asdict(cleaner)
    )
    kind = {"type": PATTERN} if isinstance(cleaner, PatternCleaner) else {}
    return {"name": cleaner.name, **kind, **({"options": options} if options else {})}


def configured(row: object, own_cleaners: Mapping[str, Cleaner]) -> Cleaner:
    """The cleaner that a row names, with its options.

    Args:
        row: what `described` gave.
        own_cleaners: cleaners that neither ship here nor are entry points, by name.
    """
    fields: Mapping[str, object] = row if isinstance(row, Mapping) else {}
    name, options = fields.get("name"), fields.get("options", {})
    if not isinstance(name, str) or not isinstance(options, Mapping):
        message = f"a described cleaner is a dict with a name, and perhaps a dict of options; got {reprlib.repr(row)}"
        raise PipelineError(message)
    made_of: type[Cleaner] = PatternCleaner
    if fields.get("type") != PATTERN:
        cleaner = own_cleaners[name] if name in own_cleaners else find_cleaner(name)
        if not options:
            return cleaner
        made_of = type(cleaner)
    message = f"cleaner {name!r} does not take the options {reprlib.repr(dict(options))}"
    if issubclass(made_of, FunctionCleaner):  # its own fields are no options: they would make it another cleaner
        raise PipelineError(message)
    try:
        return made_of(**options)
    except PipelineError:
        raise
    except (TypeError, ValueError) as error:
        message += f": {error}"
        raise PipelineError(message) from error
