"""The suite itself: it ends however it is started."""

import ast
import signal
import sys
from pathlib import Path

import pytest
from processes import interruptible, run_process

FILES = sorted(path for path in Path(__file__).parent.rglob("*.py") if path.name != "processes.py")
WAITS = ("wait", "communicate")  # of a process
RUNS = {f"subprocess.{name}" for name in ("run", "call", "check_call", "check_output", "getoutput")}


def waits_without_limit(code):
    """The lines of a program that wait for a process as long as it takes."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    named = [(call, ast.unparse(call.func)) for call in calls]
    return [
        f"{call.lineno}: {name}"
        for call, name in named
        if (name.endswith(WAITS) and not (call.args or call.keywords))
        or (name in RUNS and not any(keyword.arg == "timeout" for keyword in call.keywords))
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_wait_for_a_process_has_a_limit(path):
    assert waits_without_limit(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("code", ["process.wait()", "process.communicate()", "subprocess.run(['true'])"])
def test_a_wait_without_a_limit_is_seen(code):
    assert len(waits_without_limit(code)) == 1


def test_an_interrupt_reaches_what_is_started_in_the_background():
    """A shell lets what it starts with `&` ignore SIGINT, and so do all processes that are started in turn."""
    code = "import signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interruptible():
            done = run_process([sys.executable, "-c", code], capture_output=True, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
    assert done.stdout == "True\n"
