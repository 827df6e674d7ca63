"""`clean_many`: order, failures, deadlines, and processes that are gone when it is."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from processes import interruptible, run_process, until
from unruly import unruly

from article_clean import DEFAULT, Article, ArticleCleanError, Failure, clean, clean_many, cleaner
from article_clean.batch import pool

TEXTS = [f"Text number {n} tells of the harbour.\n\nNo comments:\n" for n in range(100)]
UNRULY = DEFAULT.with_(unruly)


@pytest.mark.parametrize("how", [{}, {"workers": 2}, {"deadline": 60}], ids=["here", "two workers", "deadline"])
def test_articles_come_in_the_order_of_their_records(how):
    assert list(clean_many(TEXTS, **how)) == [clean(text) for text in TEXTS]


def test_what_runs_in_a_process_keeps_its_trail():
    (article,) = clean_many(["It “rained”.\n\nNo comments:\n"], workers=2)
    assert isinstance(article, Article)
    assert [one.role for one in article.removed] == ["comments"]
    assert article.trace(0, 2) == (0, 2)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_record_that_fails_stops_no_other(workers):
    records = [
        "A text.",
        None,
        {"title": "x"},
        {"text": None},
        "BAD",
        {"html": b"<p>A page."},
        {"text": "T.", "url": 3},
    ]
    told = [
        one.error if isinstance(one, Failure) else one.body
        for one in clean_many(records, workers=workers, pipeline=UNRULY)
    ]
    assert told == [
        "A text.",
        "InputTypeError: clean() takes str or bytes, not NoneType; pass the raw text or HTML of one article",
        "SourceError: no field 'text' or 'html' or 'markdown'; the record has 'title'",
        "SourceError: the field 'text' holds nothing, not text",
        "ValueError: it is bad; raised in cleaner 'unruly' of the boilerplate stage",
        "A page.",
        "T.",
    ]


def test_a_failure_tells_its_place():
    assert [one.place for one in clean_many(["A.", None, "B.", None]) if isinstance(one, Failure)] == [1, 3]


def test_failures_are_left_out_or_raised_where_that_is_asked_for():
    assert [one.body for one in clean_many(["A.", None, "B."], on_error="skip")] == ["A.", "B."]
    with pytest.raises(ArticleCleanError, match="record 1: InputTypeError"):
        list(clean_many(["A.", None], on_error="raise"))


def test_a_field_of_the_record_can_be_named():
    (article,) = clean_many([{"text": "No.", "raw": "Yes."}], field="raw")
    assert article.body == "Yes."


@pytest.mark.parametrize("workers", [1, 2])
def test_a_record_that_hangs_has_failed_and_the_others_have_not(workers):
    records = [*TEXTS[:3], "HANG", *TEXTS[3:6]]
    done = list(clean_many(records, workers=workers, deadline=1, pipeline=UNRULY))
    assert done[3] == Failure(3, "TimeoutError: it took longer than 1 seconds")
    assert [one.body for one in done if isinstance(one, Article)] == [clean(text).body for text in TEXTS[:6]]


def test_a_deadline_holds_in_any_thread():
    with ThreadPoolExecutor(1) as threads:
        done = threads.submit(lambda: list(clean_many(["HANG", "A text."], deadline=1, pipeline=UNRULY))).result()
    assert isinstance(done[0], Failure)
    assert done[1].body == "A text."


def test_a_process_that_dies_takes_one_record_with_it():
    records = [*TEXTS[:3], "DIE", *TEXTS[3:6]]
    done = list(clean_many(records, workers=2, pipeline=UNRULY))
    assert done[3] == Failure(3, "ChildProcessError: its worker process ended with exit status 9")
    assert sum(isinstance(one, Article) for one in done) == 6


def test_what_a_cleaner_prints_disturbs_nothing():
    (article,) = clean_many(["PRINT it."], workers=2, pipeline=UNRULY)
    assert article.body == "PRINT it."


def test_records_are_read_no_further_ahead_than_the_workers_need():
    read = []
    found = clean_many((read.append(text) or text for text in TEXTS * 10), workers=2)
    next(found)
    assert len(read) <= 2 * pool.AHEAD * pool.MOST_RECORDS
    found.close()


def test_an_error_in_reading_comes_behind_the_articles_before_it():
    def reading():
        yield "A text."
        message = "the disk is gone"
        raise OSError(message)

    found = clean_many(reading(), workers=2)
    assert next(found).body == "A text."
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"workers": 0}, "workers is at least 1"),
        ({"deadline": 0}, "a deadline more than 0 seconds"),
        ({"on_error": "ignore"}, "on_error is one of 'record', 'raise', 'skip'"),
        ({"kind": "pdf"}, "kind is one of"),
    ],
)
def test_misuse_is_told_before_the_first_record(how, told):
    with pytest.raises(ArticleCleanError, match=told):
        clean_many([], **how)


def test_a_pipeline_that_cannot_travel_is_told_of(monkeypatch):
    @cleaner("here", stage="boilerplate")
    def here(_):
        return []

    monkeypatch.setitem(sys.modules, "cloudpickle", None)
    with pytest.raises(ArticleCleanError, match="put your cleaners into a module, or install cloudpickle"):
        list(clean_many(["A."], workers=2, pipeline=DEFAULT.with_(here)))


SCRIPT = """
from article_clean import DEFAULT, clean_many, cleaner

@cleaner("own", stage="boilerplate")
def own(doc):
    return []

for article in clean_many(["A text."], workers=2, pipeline=DEFAULT.with_(own)):
    print(article.body)
"""


def test_a_script_needs_no_main_and_its_own_cleaners_travel(tmp_path):
    pytest.importorskip("cloudpickle", reason="cleaners of a script travel only with cloudpickle")
    (tmp_path / "script.py").write_text(SCRIPT)
    done = run_process([sys.executable, tmp_path / "script.py"], capture_output=True, text=True)
    assert done.stdout == "A text.\n"


ENDLESS = """
import sys
from unruly import unruly
from article_clean import DEFAULT, clean_many
for article in clean_many(["HANG"] * 100, workers=2, deadline=600, pipeline=DEFAULT.with_(unruly)):
    pass
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="lists processes in /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_no_process_is_left_behind(sent):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", ENDLESS]
    with interruptible(), subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            until(lambda: len(children(process.pid)) == 2)
            workers = children(process.pid)
            time.sleep(0.5)  # they are at it
            process.send_signal(sent)
            process.wait(timeout=60)
        finally:
            process.kill()
    until(lambda: not any(alive(pid) for pid in workers))


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
