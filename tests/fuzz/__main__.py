"""Clean inputs made by mutation and by grammars, and check all laws on each.

    python -m tests.fuzz --inputs 5000 --seed 1      what runs before each change is taken
    python -m tests.fuzz --minutes 60                as long as you like, from a seed of the day
    python -m tests.fuzz --seed 1 --first 4711 --inputs 1    one input again

Exit status 1 where a law is broken; the law `again` (cleaning a body again keeps it) may be broken by a known share of
the inputs. Of each cause the first inputs are minimised and written to the folder of --output, one file a law.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path

from tests.fuzz.check import CHUNK_INPUTS, Failure, failures, row_of
from tests.fuzz.inputs import input_of
from tests.fuzz.minimise import minimised
from tests.laws import AGAIN
from tests.watched import Watch

MAX_AGAIN_SHARE = 0.015  # of inputs whose body changes when it is cleaned again; .9 to 1.2 % of 5,000, by seed
MINIMISED_OF_A_CAUSE = 1
SAMPLED_CHUNKS = 10  # one chunk of so many is cleaned by two more processes, which must agree
MAX_MINIMISED = 60  # causes; each takes up to half a minute


def main() -> int:
    """Fuzz, print what is broken; where that is more than the bounds allow, write it down minimised, and give 1."""
    options = _options()
    start = time.monotonic()
    broken: list[Failure] = []
    with Watch() as watch, Watch(hash_seed=1) as other:
        number = options.first
        while not _is_done(options, number, start):
            end = (
                min(number + CHUNK_INPUTS, options.first + options.inputs) if options.inputs else number + CHUNK_INPUTS
            )
            broken += failures(options.seed, number, end, watch)
            if number // CHUNK_INPUTS % SAMPLED_CHUNKS == 0:
                broken += _differences(options.seed, number, end, (watch, other))
            number = end
        count = number - options.first
        status = _report(broken, count, options.seed, time.monotonic() - start)
        if status:  # what stays within its bound is not worth the minutes that it takes
            _write(broken, options, watch)
    return status


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=0, help="how many inputs; without a limit by default")
    parser.add_argument("--minutes", type=float, default=10, help="how long at most, without --inputs; 10 by default")
    parser.add_argument("--seed", type=int, default=datetime.now(UTC).toordinal(), help="the day's number by default")
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--output", type=Path, default=Path("build/fuzz"), help="folder of what fails, minimised")
    return parser.parse_args()


def _is_done(options: argparse.Namespace, number: int, start: float) -> bool:
    if options.inputs:
        return number >= options.first + options.inputs
    return time.monotonic() - start > options.minutes * 60


def _differences(seed: int, first: int, end: int, watches: tuple[Watch, Watch]) -> list[Failure]:
    """A failure where two processes with different hash seeds do not make the same of a chunk."""
    replies = [watch.call("tests.fuzz.check:digest", seed, first, end, seconds=100) for watch in watches]
    if replies[0] == replies[1] or any(reply.fault for reply in replies):
        return []
    return [Failure(first, "process", f"the results of {first} to {end} differ between two processes")]


def _report(broken: list[Failure], count: int, seed: int, seconds: float) -> int:
    inputs: dict[str, set[int]] = defaultdict(set)
    for failure in broken:
        inputs[failure.law].add(failure.number)
    print(f"{count} inputs of seed {seed} in {seconds / 60:.1f} minutes")
    for (law, cause), times in Counter((failure.law, failure.cause) for failure in broken).most_common():
        first = next(failure.number for failure in broken if failure[1:] == (law, cause))
        print(f"{times:6}  {law}: {cause} (input {first})")
    share = len(inputs[AGAIN]) / max(1, count)
    print(f"law `{AGAIN}`: {share:.2%} of the inputs, at most {MAX_AGAIN_SHARE:.2%}")
    others = {law: len(numbers) for law, numbers in inputs.items() if law != AGAIN and numbers}
    print(f"other laws: {others or 'no violation'}")
    return int(bool(others) or share > MAX_AGAIN_SHARE)


def _write(broken: list[Failure], options: argparse.Namespace, watch: Watch) -> None:
    """The first inputs of each cause, minimised, a JSON row each in a file of their law; `again` comes last."""
    causes: Counter[tuple[str, str]] = Counter()
    for failure in sorted(broken, key=lambda failure: failure.law == AGAIN):
        causes[failure[1:]] += 1
        if causes[failure[1:]] > MINIMISED_OF_A_CAUSE or len(causes) > MAX_MINIMISED:
            continue
        smaller = minimised(input_of(options.seed, failure.number), failure.law, failure.cause, watch)
        row = {"id": f"fuzz-{options.seed}-{failure.number}", "law": failure.law, "note": failure.cause}
        options.output.mkdir(parents=True, exist_ok=True)
        with (options.output / f"{failure.law}.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(row | row_of(smaller)) + "\n")


if __name__ == "__main__":
    sys.exit(main())
