"""What a family costs: CPU time at three sizes and the exponent of its growth, memory at its peak over its input.

The functions with JSON arguments run in a fork of the server of `tests.watched`; the others ask it.
"""

import gc
import resource
from math import log2
from time import process_time
from typing import NamedTuple

from article_clean import clean
from tests.hostile.families import FAMILIES
from tests.laws import violations
from tests.watched import Reply, Watch

MAX_GROWTH_EXPONENT = 1.15
MAX_MEMORY_FACTOR = 60  # peak of resident memory over bytes of input, at MEMORY_CHARS; the goal is 30
MEMORY_CHARS = 1_000_000
FIRST_CHARS = 4_000
LARGEST_CHARS = 2_000_000  # the largest n; 4n is measured. Beyond 500,000 long lists are packed, which takes more time
LARGEST_AGAIN_CHARS = 4_000_000  # where it was suspicious: past 30,000 tags a page is looked at more closely, once
LEAST_SECONDS = 0.05  # of CPU for n: below it the fixed cost of a call and the clock say more than the input
RUNS = 2  # of a suspicious family; the first measurement runs once
MEASUREMENTS = 6  # a suspicious exponent is measured again from 4n on: noise, or another way for long texts, passes
MAX_MEASURING_SECONDS = 60
SURE_SECONDS = 8  # of CPU for 4n: what grows too fast up to here is not noise
MAX_MEASURING_MEGABYTES = 4096

_HERE = "tests.hostile.measure:"


class Growth(NamedTuple):
    """How the cost of a family grows.

    Attributes:
        exponent: of CPU time over length, for `clean()`; 0 where it is too quick to measure.
        dump_exponent: the same with `model_dump_json()` behind it, which builds the trail.
        chars: the length n; 2n and 4n were measured with it.
        seconds: CPU of `clean()` at n, 2n and 4n.
        fault: why there is no figure, "" where there is one.
    """

    exponent: float
    dump_exponent: float
    chars: int
    seconds: tuple[float, ...]
    fault: str = ""


class Memory(NamedTuple):
    """Peak of resident memory over bytes of input, for `clean()`; the fault where there is no figure."""

    factor: float
    fault: str = ""


def broken_laws(name: str, length: int) -> list[tuple[str, str]]:
    """The laws that a family breaks at a length (called in a fork)."""
    return list(violations(FAMILIES[name](length)))


def seconds(name: str, length: int, runs: int) -> tuple[float, float]:
    """CPU of `clean()`, and with the dump behind it, the least of several runs (called in a fork).

    Without Python's garbage collector, which walks over all that is alive whenever so much more has been made.
    """
    raw = FAMILIES[name](length)
    gc.disable()
    cleaning, dumped = zip(*(_seconds_once(raw) for _ in range(runs)), strict=True)
    return min(cleaning), min(dumped)


def _seconds_once(raw: str | bytes) -> tuple[float, float]:
    gc.collect()
    start = process_time()
    article = clean(raw)
    cleaned = process_time()
    article.model_dump_json()
    return cleaned - start, process_time() - start


def peak(name: str, length: int) -> float:
    """Peak of resident memory over the input's bytes, of `clean()` with the input itself (called in a fork)."""
    before = _peak_bytes()
    raw = FAMILIES[name](length)
    printed = raw if isinstance(raw, bytes) else raw.encode("utf-8", "replace")
    size = max(len(printed), length)  # what is packed counts as it is unpacked
    del printed
    clean(raw)
    return (_peak_bytes() - before) / size


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def hang() -> None:
    """Never return, as a runaway pattern does."""
    while True:
        pass


def eat() -> None:
    """Take more memory than there is."""
    parts = [b""]
    while True:
        parts.append(bytes(1 << 20))


def growth_of(name: str, watch: Watch) -> Growth:
    """The exponent of a family's growth, measured again at larger sizes while it is suspicious."""
    length = FIRST_CHARS
    least = None
    for measurement in range(MEASUREMENTS):
        growth = _measured(name, length, RUNS if measurement else 1, watch)
        if growth.fault:
            return least or growth
        least = min(filter(None, (least, growth)))
        if max(least[:2]) <= MAX_GROWTH_EXPONENT or growth.seconds[-1] > SURE_SECONDS:
            break
        length = min(4 * growth.chars, LARGEST_AGAIN_CHARS)
    return least


def _measured(name: str, length: int, runs: int, watch: Watch) -> Growth:
    once = _asked(watch, "seconds", name, length, 1)
    while not once.fault and once.value[0] < LEAST_SECONDS and length < LARGEST_CHARS:
        length *= 2
        once = _asked(watch, "seconds", name, length, 1)
    replies = [_asked(watch, "seconds", name, size, runs) for size in (length, 2 * length, 4 * length)]
    faults = [reply.fault for reply in (once, *replies) if reply.fault]
    if faults:
        return Growth(0, 0, length, (), faults[0])
    cleaning, dumped = zip(*(reply.value for reply in replies), strict=True)
    if cleaning[2] < LEAST_SECONDS:
        return Growth(0, 0, length, cleaning)
    return Growth(_exponent(cleaning), _exponent(dumped), length, cleaning)


def _exponent(times: tuple[float, ...]) -> float:
    """Over the last doubling: a shorter input may be read in another way, and a jump between two ways is no growth."""
    return log2(times[2] / times[1])


def memory_of(name: str, watch: Watch) -> Memory:
    """The peak of a family's memory over its input, at a million characters."""
    reply = _asked(watch, "peak", name, MEMORY_CHARS)
    return Memory(reply.value or 0, reply.fault)


def _asked(watch: Watch, function: str, *arguments: object) -> Reply:
    return watch.call(_HERE + function, *arguments, seconds=MAX_MEASURING_SECONDS, megabytes=MAX_MEASURING_MEGABYTES)


def is_within(growth: Growth, memory: Memory) -> bool:
    """Whether a family gave figures, and they are within the bounds."""
    within_time = max(growth.exponent, growth.dump_exponent) <= MAX_GROWTH_EXPONENT
    return not growth.fault and not memory.fault and within_time and memory.factor <= MAX_MEMORY_FACTOR
