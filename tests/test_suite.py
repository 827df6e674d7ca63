"""The suite itself: it ends however it is started."""

import ast
import signal
import sys
from pathlib import Path

import pytest
from processes import interruptible, run_process

HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.rglob("*.py") if path.name != "processes.py")
CLOCKS = {"process_time", "time.process_time", "thread_time", "perf_counter", "cpu"}
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


def untimed_clocks(code):
    """The tests of a module that read a clock, by themselves or through a function of it, and are no benchmarks."""
    functions = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]
    reading = set(CLOCKS)
    while grown := {one.name for one in functions if reading & names_in(one)} - reading:
        reading |= grown
    tests = (one for one in functions if one.name in reading and one.name.startswith("test_"))
    return [one.name for one in tests if "pytest.mark.benchmark" not in map(ast.unparse, one.decorator_list)]


def names_in(function):
    return {ast.unparse(node) for node in ast.walk(function) if isinstance(node, (ast.Name, ast.Attribute))} | {
        argument.arg for argument in function.args.args
    }


@pytest.mark.parametrize("path", [path for path in FILES if path.parent == HERE], ids=lambda path: path.stem)
def test_the_default_run_reads_no_clock(path):
    assert untimed_clocks(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGHUP])
def test_a_signal_reaches_what_is_started_in_the_background(sent):
    """A shell lets what it starts with `&` ignore SIGINT, nohup SIGHUP, and what is started in turn does as well."""
    code = f"import signal; print(signal.getsignal({sent:d}) is not signal.SIG_IGN)"
    before = signal.signal(sent, signal.SIG_IGN)
    try:
        with interruptible():
            done = run_process([sys.executable, "-c", code], capture_output=True, text=True)
    finally:
        signal.signal(sent, before)
    assert done.stdout == "True\n"
