"""Processes that tests start: none is waited for without a limit, and an interrupt reaches each."""

import signal
import subprocess
import time
from contextlib import contextmanager

import pytest

LIMIT = 240  # seconds; the slowest process of the suite, a Spark job, takes 40 on two busy cores
HANDLERS = {signal.SIGINT: signal.default_int_handler, signal.SIGHUP: signal.SIG_DFL}  # of a process in the foreground


def run_process(command, **options):
    """What `subprocess.run` does, for no longer than `LIMIT`."""
    return subprocess.run(command, **{"timeout": LIMIT, "check": True} | options)  # noqa: PLW1510  # it is an option


def until(happened, patience=60):
    """Return when something has happened; fail after so many seconds."""
    for _ in range(patience * 20):
        if happened():
            return
        time.sleep(0.05)
    pytest.fail(f"nothing happened in {patience} seconds")


@contextmanager
def interruptible():
    """A block whose processes can be interrupted: a shell lets what it starts with `&` ignore SIGINT, nohup SIGHUP."""
    before = {sent: signal.signal(sent, handler) for sent, handler in HANDLERS.items()}
    try:
        yield
    finally:
        for sent, handler in before.items():
            signal.signal(sent, handler)
