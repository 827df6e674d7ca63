"""CPU time and memory of a call, as figures to set beside others: never seconds alone."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import inf
from time import process_time


def cpu(call: Callable[[], object], runs: int = 5, *, collecting: bool = True) -> float:
    """Seconds of CPU: the least of several runs, as noise only adds, and the first fills the caches.

    Args:
        call: what is timed.
        runs: how often.
        collecting: whether the garbage collector may run meanwhile.
    """
    return min(_once(call, collecting=collecting) for _ in range(runs))


def beside(ours: Callable[[], object], theirs: Callable[[], object], runs: int = 8) -> tuple[float, float]:
    """Seconds of CPU of both, run by turns, so that a busy machine slows both."""
    pairs = [(_once(ours), _once(theirs)) for _ in range(runs)]
    return min(our for our, _ in pairs), min(their for _, their in pairs)


def each_beside(
    ours: Callable[[str], object], theirs: Callable[[str], object], texts: Sequence[str], runs: int = 24
) -> tuple[float, float]:
    """Seconds of CPU of both for some texts: the sum of the least that each text took.

    A run of all texts is seldom left in peace on a busy machine, one text now and then is. Both run over all texts by
    turns, so that no cache holds what the other has just read of the same text.
    """
    least = [[inf] * len(texts), [inf] * len(texts)]
    with _searched_for_garbage_alone():
        for _ in range(runs):
            for call, seconds in zip((ours, theirs), least, strict=True):
                for index, text in enumerate(texts):
                    start = process_time()
                    call(text)
                    seconds[index] = min(seconds[index], process_time() - start)
    return sum(least[0]), sum(least[1])


def _once(call: Callable[[], object], *, collecting: bool = True) -> float:
    with _searched_for_garbage_alone():
        if not collecting:
            gc.disable()
        start = process_time()
        call()
        return process_time() - start


@contextmanager
def _searched_for_garbage_alone() -> Iterator[None]:
    """What the test run holds already is not searched for garbage at the expense of what is timed."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def peak(call: Callable[[], object]) -> int:
    """Bytes of memory that the call needs at its height, what it returns among them."""
    call()
    gc.collect()
    tracemalloc.start()
    try:
        kept = call()
        _, highest = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del kept
    return highest
