"""Print what hostile inputs cost, the worst first: the exponent of growth and the factor of memory, family by family.

    python -m tests.hostile                  all families: about twenty minutes of an idle core
    python -m tests.hostile head/ page/lists those whose names begin so

Exit status 1 where a family grows faster than allowed, takes more memory than allowed, or gives no figure at all.
"""

import argparse
import sys

from tests.hostile.families import FAMILIES
from tests.hostile.measure import (
    MAX_GROWTH_EXPONENT,
    MAX_MEMORY_FACTOR,
    Growth,
    Memory,
    growth_of,
    is_within,
    memory_of,
)
from tests.watched import Watch

_HEADING = f"{'family':44} {'exponent':>8} {'of dump':>8} {'at chars':>9} {'memory':>7}"


def main() -> int:
    """Measure, print, and tell by the exit status whether all is within the bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prefixes", nargs="*", default=[""], help="how names of families begin; all by default")
    names = [name for name in FAMILIES if name.startswith(tuple(parser.parse_args().prefixes))]
    figures: dict[str, tuple[Growth, Memory]] = {}
    with Watch() as watch:
        for name in names:
            figures[name] = growth_of(name, watch), memory_of(name, watch)
            print(_row(name, *figures[name]), file=sys.stderr, flush=True)
    print(f"exponents: CPU of 2n to 4n, at most {MAX_GROWTH_EXPONENT}; memory: peak over input, {MAX_MEMORY_FACTOR}")
    print(_HEADING)
    for name in sorted(names, key=lambda name: _order(*figures[name]), reverse=True):
        print(_row(name, *figures[name]))
    bad = [name for name in names if not is_within(*figures[name])]
    print(f"{len(names)} families, {len(bad)} beyond the bounds{': ' if bad else ''}{', '.join(bad)}")
    return bool(bad)


def _order(growth: Growth, memory: Memory) -> tuple[bool, bool, float]:
    worst = max(growth.exponent / MAX_GROWTH_EXPONENT, memory.factor / MAX_MEMORY_FACTOR)
    return bool(growth.fault or memory.fault), not is_within(growth, memory), worst


def _row(name: str, growth: Growth, memory: Memory) -> str:
    times = f"{growth.exponent:8.2f} {growth.dump_exponent:8.2f} {growth.chars:9,}"
    faults = f"  {growth.fault or memory.fault}" if growth.fault or memory.fault else ""
    return f"{name:44} {times} {memory.factor:7.1f}{faults}"


if __name__ == "__main__":
    sys.exit(main())
