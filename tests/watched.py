"""Calls in a process of their own, with limits: one that hangs, dies or eats memory is ended and named, the rest go on.

A server imports the library once and forks for each call, which takes milliseconds, and so that memory is measured from
a clean start. `python -m tests.watched` is that server; `Watch` starts it and asks.
"""

import gc
import importlib
import json
import os
import resource
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, Self

from article_clean import clean
from tests.cases import FIXTURES
from tests.laws import violations

ROOT = Path(__file__).parent.parent
_PAGES = (FIXTURES / "pages" / "second_ferry.html", FIXTURES / "pages" / "odd" / "part-metadata.html")
MAX_CALL_CPU_SECONDS = 20  # the slowest input of the fuzzer takes a fiftieth
MAX_CALL_MEGABYTES = 2048  # of address space beyond the server's
MAX_WALL_PER_CPU = 10  # a busy machine gives a process a tenth of a core at least; more is waiting for something


class Reply(NamedTuple):
    """What a call came to: `value` where `fault` is "", otherwise the fault and what is known of it."""

    value: Any  # whatever JSON can say
    fault: str = ""
    detail: str = ""


class Watch:
    """A server of calls; a context manager that ends it.

    Args:
        hash_seed: the server's PYTHONHASHSEED.
    """

    def __init__(self, hash_seed: int = 0) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.watched"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def call(
        self,
        function: str,
        *arguments: object,
        seconds: int = MAX_CALL_CPU_SECONDS,
        megabytes: int = MAX_CALL_MEGABYTES,
    ) -> Reply:
        """What `module:function` returns in a fork of the server, or its fault: "time", "memory", "died", "raised"."""
        print(json.dumps([function, arguments, seconds, megabytes]), file=self._server.stdin, flush=True)
        line = self._server.stdout.readline()
        if not line:
            message = f"the server of watched calls ended with status {self._ended()}"
            raise RuntimeError(message)
        return Reply(*json.loads(line))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._server.stdin.close()
        self._server.stdout.close()
        self._ended()

    def _ended(self) -> int:
        """The status with which the server ends."""
        return self._server.wait(timeout=MAX_CALL_CPU_SECONDS * MAX_WALL_PER_CPU)


def function_named(name: str) -> Callable[..., object]:
    """The function that "module:function" names."""
    module, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)


def _warm() -> None:
    """Load what the library loads when first used, or each fork would load it again and its memory would be counted."""
    for path in (FIXTURES / "articles" / "chinese.txt", FIXTURES / "dumps" / "lynx_page.txt", *_PAGES):
        violations(path.read_bytes())
    violations("The harbour froze, and\nthe ferry stayed.".encode("cp1251"))
    violations("<html><body><article><p>Ice", kind="html")
    clean(_PAGES[0].read_bytes(), engine="trafilatura")
    gc.collect()
    gc.freeze()  # what is loaded stays, and is not searched for garbage at the calls' expense


def serve() -> None:
    """Answer each line of standard input with one of standard output; what the calls print goes to standard error."""
    _warm()
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as replies:
        os.dup2(2, 1)
        for line in sys.stdin:
            function, arguments, seconds, megabytes = json.loads(line)
            function_named(function)  # imported here, or each fork would import it again
            print(json.dumps(_forked(function, arguments, seconds, megabytes)), file=replies, flush=True)


def _forked(function: str, arguments: list[object], seconds: int, megabytes: int) -> Reply:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _limit(seconds, megabytes)
        os.write(writing, b" ")  # it has started
        with os.fdopen(writing, "wb", closefd=False) as answer:
            answer.write(json.dumps(_called(function, arguments)).encode())
        os._exit(0)
    os.close(writing)
    answer, hung = _answer_of(reading, seconds * MAX_WALL_PER_CPU)
    if hung:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if hung or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return Reply(None, "time", f"took more than {seconds} seconds of CPU")
    if not answer.strip():
        return Reply(None, "died", f"ended with wait status {status}")
    return Reply(*json.loads(answer))


def _limit(seconds: int, megabytes: int) -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + (megabytes << 20)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _called(function: str, arguments: list[object]) -> Reply:
    try:
        return Reply(function_named(function)(*arguments))
    except MemoryError:
        return Reply(None, "memory", "took more memory than the limit")
    except BaseException as error:  # noqa: BLE001  # whatever it is, it is the answer
        return Reply(None, "raised", "".join(traceback.format_exception(error)[-12:]))


def _answer_of(reading: int, seconds: float) -> tuple[bytes, bool]:
    """All that comes out of a pipe, and whether its end did not come in time."""
    parts: list[bytes] = []
    end = monotonic() + seconds
    try:
        while select.select([reading], [], [], max(0.0, end - monotonic()))[0]:
            part = os.read(reading, 1 << 16)
            if not part:
                return b"".join(parts), False
            parts.append(part)
        return b"", True
    finally:
        os.close(reading)


if __name__ == "__main__":
    serve()
