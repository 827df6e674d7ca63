"""The least input that breaks the same law for the same cause: pieces are left out while it still does."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TypeVar

from tests.fuzz.check import faults_of
from tests.fuzz.inputs import Input
from tests.watched import Watch

MAX_MINIMISING_SECONDS = 30

Part = TypeVar("Part")


def minimised(given: Input, law: str, cause: str, watch: Watch) -> Input:
    """A smaller input that has the same fault; the input itself where it does not have it when it is checked alone."""
    end = monotonic() + MAX_MINIMISING_SECONDS

    def fails(raw: str | bytes) -> bool:
        return monotonic() < end and any(
            fault[0] == law and (fault[1] in {cause, ""}) for fault in faults_of(given._replace(raw=raw), watch)
        )

    raw = given.raw
    if isinstance(raw, str):
        raw = "".join(least(raw.splitlines(keepends=True), lambda parts: fails("".join(parts))))
        return given._replace(raw="".join(least(raw, lambda parts: fails("".join(parts)))))
    return given._replace(raw=bytes(least(raw, lambda parts: fails(bytes(parts)))))


def least(parts: Sequence[Part], fails: Callable[[Sequence[Part]], bool]) -> Sequence[Part]:
    """The parts that are needed to fail: runs of them are left out, halves first, then smaller ones."""
    size = len(parts) // 2
    while size:
        start = 0
        while start < len(parts):
            fewer = [*parts[:start], *parts[start + size :]]
            if fails(fewer):
                parts = fewer
            else:
                start += size
        size //= 2
    return parts
