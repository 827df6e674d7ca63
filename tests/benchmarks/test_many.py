"""What a batch costs beside a bare loop, what a second worker brings, what memory grows by, how soon help is there."""

import gc
import json
import os
import resource
import subprocess
import sys
import time
from math import inf
from pathlib import Path

import pytest
from processes import run_process

from article_clean import clean, clean_many
from article_clean.cli import main
from benchmarks.measure import beside
from benchmarks.texts import pages

LARGEST_OVERHEAD = 1.25  # CPU of a batch over a loop that reads, cleans and writes the same; the goal is 1.1
LEAST_SPEED_UP = 1.7  # of two workers over one, on pages
TRIES = 6  # of both by turns, on a machine that others use as well
LARGEST_GROWTH = 30 << 20  # bytes of resident memory
RECORDS = int(os.environ.get("ARTICLE_CLEAN_RECORDS", "5000"))  # 200,000 were measured once, and grew it by 0.0 MB
SLOWEST_HELP = 3.0  # CPU of `article-clean --help` over that of `python -c pass`

pytestmark = pytest.mark.benchmark


def test_a_batch_costs_little_more_than_a_bare_loop(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(pages() * 5)]
    Path("in.jsonl").write_text("\n".join(lines))

    def loop():
        with Path("in.jsonl").open("rb") as given, Path("loop.jsonl").open("wb") as done:
            done.writelines(clean(json.loads(line)["text"]).model_dump_json().encode() + b"\n" for line in given)

    ours, theirs = beside(lambda: main(["batch", "in.jsonl", "-o", "out.jsonl", "--overwrite", "--quiet"]), loop)
    assert ours <= LARGEST_OVERHEAD * theirs


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="two workers need two cores")
def test_two_workers_are_nearly_twice_as_fast_as_one():
    """By the clock, as it must be; the quickest runs by turns until one pair shows it, as noise only adds."""
    page = "<html><body><article>{}</article></body></html>"
    records = [page.format("".join(f"<p>{part}</p>" for part in text.split("\n\n"))) for text in pages()] * 20

    def seconds(workers):
        found = clean_many(records, workers=workers, deadline=600)  # with a deadline one worker is a process, too
        next(found)  # it has started
        start = time.monotonic()
        assert sum(1 for _ in found) == len(records) - 1
        return time.monotonic() - start

    alone = together = inf
    for _ in range(TRIES):
        alone, together = min(alone, seconds(1)), min(together, seconds(2))
        if alone >= LEAST_SPEED_UP * together:
            break
    assert alone >= LEAST_SPEED_UP * together


def test_memory_does_not_grow_with_the_records():
    texts = pages()
    endless = (f"{texts[n % len(texts)][:1500]}\n\nRecord {n}." for n in range(RECORDS))
    found = clean_many(endless)
    for _ in range(RECORDS // 10):
        next(found)
    gc.collect()
    before = resident()
    for _ in found:
        pass
    gc.collect()
    assert resident() - before <= LARGEST_GROWTH


def resident() -> int:
    """Bytes of this process in memory."""
    status = Path("/proc/self/statm")
    if not status.exists():
        pytest.skip("reads resident memory in /proc")
    return int(status.read_text().split()[1]) * resource.getpagesize()


def test_help_is_there_at_once():
    helping = Path(sys.executable).with_name("article-clean")
    ours, theirs = zip(*((spent(helping, "--help"), spent("-c", "pass")) for _ in range(25)), strict=True)
    assert min(ours) <= SLOWEST_HELP * min(theirs)


def spent(*arguments: object) -> float:
    """Seconds of CPU of an interpreter."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run_process([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
