"""Caches of what was read from a text, bounded in characters and not in entries alone."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

LONGEST_CACHED_CHARS = 1_000  # of a text; titles, bylines and captions are shorter, and a page may be a megabyte


def text_cache(entries: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """A cache for a function of one text, which holds at most `entries` times `LONGEST_CACHED_CHARS` characters.

    A longer text is read anew each time.

    Args:
        entries: how many texts it holds; the one that was asked for longest ago makes room.
    """

    def cached(function: Callable[[str], T]) -> Callable[[str], T]:
        cached_function = lru_cache(maxsize=entries)(function)

        @wraps(function)
        def read(text: str) -> T:
            return cached_function(text) if len(text) <= LONGEST_CACHED_CHARS else function(text)

        return read

    return cached
