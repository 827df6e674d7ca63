"""What is checked of a numbered input; what is called in a fork runs in one of the server of `tests.watched`."""

import base64
from collections.abc import Iterator
from hashlib import sha256
from time import process_time
from typing import Any, NamedTuple

from article_clean import clean
from tests.fuzz.inputs import Input, input_of
from tests.laws import violations
from tests.watched import Watch

CHUNK_INPUTS = 50  # checked in one fork; where it fails each is checked alone
MAX_CHUNK_SECONDS = 100
MAX_INPUT_SECONDS = 2  # of CPU for all laws; the slowest of 5,000 takes a quarter, most a hundredth of a second
MAX_HUNG_SECONDS = 10

_HERE = "tests.fuzz.check:"


class Failure(NamedTuple):
    """An input that broke a law.

    Attributes:
        number: which one, of the seed.
        law: the law's name; besides those of `tests.laws`, "exception", "time", "memory" and "died".
        cause: where it broke.
    """

    number: int
    law: str
    cause: str


def check_chunk(seed: int, first: int, end: int) -> list[Failure]:
    """The failures of the inputs from `first` up to `end`, which is not among them (called in a fork)."""
    return [Failure(number, *fault) for number in range(first, end) for fault in _faults(input_of(seed, number))]


def check_row(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Law and cause of each fault of an input that is written down as `row_of` does (called in a fork)."""
    return list(_faults(input_in(row)))


def digest(seed: int, first: int, end: int) -> str:
    """A digest of the results of some inputs (called in forks of two servers, which must agree)."""
    rows = (_result(input_of(seed, number)) for number in range(first, end))
    return sha256(b"\n".join(rows)).hexdigest()


def _result(given: Input) -> bytes:
    try:
        return clean(**given._asdict()).model_dump_json().encode()
    except Exception as error:  # noqa: BLE001  # told as a failure of its own; here it only has to be the same
        return repr(error).encode()


def _faults(given: Input) -> Iterator[tuple[str, str]]:
    start = process_time()
    yield from violations(**given._asdict())
    if process_time() - start > MAX_INPUT_SECONDS:
        yield "time", f"took more than {MAX_INPUT_SECONDS} seconds of CPU"


def failures(seed: int, first: int, end: int, watch: Watch) -> list[Failure]:
    """The failures of a chunk; what hangs, dies or eats memory is found by checking each input alone."""
    reply = watch.call(_HERE + "check_chunk", seed, first, end, seconds=MAX_CHUNK_SECONDS)
    if not reply.fault:
        return [Failure(*failure) for failure in reply.value]
    if end - first == 1:
        return [Failure(first, reply.fault, reply.detail.strip().rpartition("\n")[2])]
    return [failure for number in range(first, end) for failure in _alone(seed, number, watch)]


def _alone(seed: int, number: int, watch: Watch) -> list[Failure]:
    reply = watch.call(_HERE + "check_chunk", seed, number, number + 1, seconds=MAX_HUNG_SECONDS)
    if reply.fault:
        return [Failure(number, reply.fault, reply.detail.strip().rpartition("\n")[2])]
    return [Failure(*failure) for failure in reply.value]


def faults_of(given: Input, watch: Watch) -> list[tuple[str, str]]:
    """Law and cause of each fault of one input."""
    reply = watch.call(_HERE + "check_row", row_of(given), seconds=MAX_HUNG_SECONDS)
    return [(reply.fault, "")] if reply.fault else [(law, cause) for law, cause in reply.value]


def row_of(given: Input) -> dict[str, Any]:
    """An input as JSON can say it; what is as `Input` has it by default is left out."""
    told = {name: value for name, value in given._asdict().items() if value != Input._field_defaults.get(name)}
    if isinstance(given.raw, bytes):
        return {"input_base64": base64.b64encode(told.pop("raw")).decode(), **told}
    return {"input": told.pop("raw"), **told}


def input_in(row: dict[str, Any]) -> Input:
    """The input that `row_of` wrote down."""
    raw = base64.b64decode(row["input_base64"]) if "input_base64" in row else row["input"]
    return Input(raw, **{name: row[name] for name in Input._field_defaults if name in row})
