"""Patterns that are compiled when they are first used.

Of 460 patterns a text asks for some 100; compiling the others took a quarter of the CPU of a process with one text.
"""

import re
import sys
from collections.abc import MutableMapping
from typing import Any, AnyStr, Generic, cast


class LazyPattern(Generic[AnyStr]):
    """What stands for a pattern in the globals of its module, until it is used and puts the pattern in its own place.

    What holds several of them in a tuple or has imported one keeps this object: ask `match.re is _NAME`, and not
    `pattern is _NAME`.

    Args:
        source: the pattern, as text.
        flags: those of `re`.
        names: the globals.

    Attributes:
        pattern: the text, as `re.Pattern` has it.
    """

    def __init__(self, source: AnyStr, flags: int, names: MutableMapping[str, Any]) -> None:  # Any: as globals()
        self.pattern: AnyStr = source
        self._flags, self._names = flags, names
        self._made: re.Pattern[AnyStr] | None = None

    def made(self) -> re.Pattern[AnyStr]:
        """The pattern itself, compiled once; what imported the name from its module goes on asking here."""
        if self._made is None:
            self._made = re.compile(self.pattern, self._flags)
            for name, value in [*self._names.items()]:
                if value is self:
                    self._names[name] = self._made
        return self._made

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # whoever looks a module through asks for these
            raise AttributeError(name)
        attribute = getattr(self.made(), name)
        setattr(self, name, attribute)  # where it is found from now on, without a call of this
        return attribute


def pattern_of(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, compiled when it is first used; for the globals of a module.

    Args:
        source: the pattern, as text.
        flags: those of `re`.
    """
    lazy_pattern = LazyPattern(source, flags, sys._getframe(1).f_globals)  # noqa: SLF001  # of the module that calls
    return cast("re.Pattern[AnyStr]", lazy_pattern)  # it has all that a pattern has
