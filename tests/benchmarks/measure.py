"""CPU time and memory of a call, as figures to set beside others: never seconds alone."""

import gc
import tracemalloc
from collections.abc import Callable
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


def _once(call: Callable[[], object], *, collecting: bool = True) -> float:
    gc.collect()
    gc.freeze()  # or the objects of the test run are searched for garbage at the call's expense
    if not collecting:
        gc.disable()
    try:
        start = process_time()
        call()
        return process_time() - start
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
