"""Worker processes: what they import, what ends them, and what a record that cannot travel does."""

import os
import pickle
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cases import ROOT
from processes import interruptible
from travel import Returns, Stubborn

from article_clean import WorkerError
from article_clean.batch.pool import mapped
from article_clean.batch.process import STARTS, WorkerProcess
from article_clean.batch.worker import Outcome
from article_clean.cli import main
from article_clean.commands.signals import raised_signals

PATIENCE = 60  # seconds for what takes one or two on an idle machine


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def outcomes(records, **how):
    return [outcome.error or outcome.value for _, outcome in mapped(Returns(), records, **how)]


def script(text, *flags, folder=".", cwd="."):
    """Run a script of its own file in a folder, and give what it prints."""
    Path(folder, "script.py").write_text(text)
    command = [sys.executable, *flags, str(Path(folder, "script.py").resolve())]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    return done.stdout


ONE_TEXT = """
import sys
from article_clean import clean_many
{more}
for article in clean_many(["A text."], workers=2):
    print(article.body)
"""


@pytest.mark.parametrize("more", ["", "sys.path.insert(0, '')"], ids=["elsewhere", "on the caller's path"])
def test_a_file_in_the_current_folder_is_not_taken_for_a_module_of_the_library(more):
    for name in ("pickle", "queue", "ctypes", "threading", "encodings", "site", "re", "json"):
        Path(f"{name}.py").write_text("open('ran', 'a').write(__name__)\n")
    assert script(ONE_TEXT.format(more=more), "-P") == "A text.\n"
    assert not Path("ran").exists()


OWN_MODULE = """
from mine import own
from article_clean import DEFAULT, clean_many

for article in clean_many(["A text. OWN"], workers=2, pipeline=DEFAULT.with_(own)):
    print(article.body)
"""
MINE = """
from article_clean import Edit, cleaner

@cleaner("own", stage="boilerplate")
def own(doc):
    yield Edit(len(doc.text) - len(" OWN"), len(doc.text))
"""


def test_a_cleaner_in_a_module_beside_the_script_works():
    Path("elsewhere").mkdir()
    Path("mine.py").write_text(MINE)
    assert script(OWN_MODULE, cwd="elsewhere") == "A text.\n"


def test_a_worker_that_dies_while_it_starts_is_started_again():
    Path("deaths").write_text(str(STARTS - 1))
    assert outcomes(["One.", "Two."], deadline=PATIENCE) == ["One.", "Two."]


def test_workers_that_never_start_are_told_of():
    Path("deaths").write_text("99")
    told = f"no worker process starts: {STARTS} in a row ended before they began, the last was ended by SIGKILL"
    with pytest.raises(WorkerError, match=told):
        outcomes(["One."], deadline=PATIENCE)
    assert Path("deaths").read_text() == str(99 - STARTS)


def test_workers_that_never_get_ready_are_told_of(monkeypatch):
    monkeypatch.setattr("article_clean.batch.process.START_SECONDS", 1)
    Path("endless").touch()
    with pytest.raises(WorkerError, match="the last took longer than 1 seconds"):
        outcomes(["One."], deadline=0.5)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="lists processes in /proc")
def test_a_worker_that_is_killed_while_it_waits_takes_no_record_with_it():
    before = {*children(os.getpid())}
    worker = WorkerProcess(pickle.dumps(Returns()), None)
    try:
        assert worker.do(["One."]) == [Outcome("One.")]
        (process,) = {*children(os.getpid())} - before
        os.kill(process, signal.SIGKILL)
        until(
            lambda: os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        )  # all of its threads have gone
        assert worker.do(["Two."]) == [Outcome("Two.")]
    finally:
        worker.end()


def test_a_batch_whose_workers_do_not_start_is_told_and_can_be_resumed(monkeypatch, capsys):
    Path("in.jsonl").write_text('{"text": "The harbour froze."}\n')
    with monkeypatch.context() as broken:
        broken.setattr("article_clean.batch.process._COMMAND", "raise SystemExit(5)")
        assert main(["batch", "in.jsonl", "-o", "out.jsonl", "--workers", "2"]) == 1
    told = capsys.readouterr().err
    assert "the last ended with exit status 5" in told
    assert told.endswith("; --resume continues out.jsonl\n")
    assert main(["batch", "in.jsonl", "-o", "out.jsonl", "--resume"]) == 0


def test_a_record_that_cannot_travel_is_that_records_failure():
    assert outcomes(["One.", Stubborn("it stays"), Stubborn("it breaks"), "Two."], workers=2) == [
        "One.",
        "the record cannot be pickled for a worker process: TypeError: it stays",
        "the record cannot be unpickled in a worker process: RuntimeError: it breaks",
        "Two.",
    ]


def test_an_outcome_that_cannot_travel_is_that_records_failure():
    assert outcomes(["One.", "it stays", "it breaks", "Two."], workers=2) == [
        "One.",
        "TypeError: it stays",
        "its outcome cannot be unpickled: RuntimeError: it breaks",
        "Two.",
    ]


def test_a_deadline_covers_the_unpickling_of_a_record():
    done = outcomes(["One.", Stubborn("it hangs"), "Two."], deadline=1)
    assert done == ["One.", "TimeoutError: it took longer than 1 seconds", "Two."]


def test_a_process_that_is_killed_is_named_by_its_signal():
    done = outcomes(["One.", "be killed", "Two."], workers=2)
    assert done == ["One.", "ChildProcessError: its worker process was ended by SIGKILL", "Two."]


ENDLESS = """
from travel import Returns
from article_clean.batch.pool import mapped
for _ in mapped(Returns(), ["stay in C"] * 100, workers=2):
    pass
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent, whatever it does")
def test_a_worker_in_c_code_ends_with_its_parent():
    with started([sys.executable, "-c", ENDLESS]) as process:
        workers = at_work(process.pid)
        process.kill()
        process.wait(PATIENCE)
    until(lambda: not any(map(alive, workers)))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="lists processes in /proc")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_a_batch_that_is_terminated_ends_its_workers_first_and_can_be_resumed(sent):
    Path("in.jsonl").write_text('{"text": "The harbour froze."}\n' * 20_000)
    command = [sys.executable, "-m", "article_clean", "batch", "in.jsonl", "-o", "out.jsonl", "--workers", "2"]
    with interruptible(), started(command, stderr=subprocess.PIPE) as process:
        workers = at_work(process.pid)
        until(lambda: Path("out.jsonl.partial").stat().st_size)
        process.send_signal(sent)
        _, told = process.communicate(timeout=PATIENCE)
        assert not any(map(alive, workers))
    assert process.returncode == 128 + sent
    assert told.decode() == f"article-clean: ended by {sent.name}; --resume continues out.jsonl\n"
    assert Path("out.jsonl.state").exists()


def test_a_signal_that_is_ignored_stays_ignored():
    """As under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with raised_signals():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def started(command, **streams):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parent)])}
    return subprocess.Popen(command, env=environment, start_new_session=True, **streams)


def at_work(pid):
    """The two workers of a process, once they have begun."""
    until(lambda: len(children(pid)) == 2)
    workers = children(pid)
    until(lambda: all(map(ignores_ctrl_c, workers)))
    time.sleep(1)  # they have loaded what they need
    return workers


def children(pid):
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def ignores_ctrl_c(pid):
    ignored = re.search(r"SigIgn:\s*([0-9a-f]+)", Path(f"/proc/{pid}/status").read_text())
    return bool(int(ignored[1], 16) & 1 << signal.SIGINT - 1)


def alive(pid):
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def until(happened):
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, f"nothing happened in {PATIENCE} seconds"
        time.sleep(0.05)
