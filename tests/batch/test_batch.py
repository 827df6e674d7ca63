"""`article-clean batch`: every record in exactly one output, and the same bytes however often it is stopped."""

import csv
import gzip
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archives import response
from cases import ROOT
from processes import LIMIT, interruptible, run_process, until
from unruly import unruly

from article_clean import DEFAULT, Article, article_of, clean
from article_clean.batch import job
from article_clean.batch.many import Cleaning
from article_clean.batch.plan import Plan, prepared
from article_clean.cli import main

TEXTS = [f"Text number {n} tells of “the harbour”.\n\nNo comments:\n" for n in range(20)]
MIXED = int(os.environ.get("ARTICLE_CLEAN_RECORDS", "2000"))  # records of all kinds; 100,000 were tried once
KILLS = int(os.environ.get("ARTICLE_CLEAN_KILLS", "12"))  # how often a batch is killed; 200 were tried once


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def lines(name, records):
    Path(name).write_text("".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in records))
    return name


def named(texts=TEXTS):
    return [{"id": n, "text": text, "site": f"site {n}", "rank": n} for n, text in enumerate(texts)]


def rows(name):
    read = gzip.decompress(Path(name).read_bytes()) if name.endswith(".gz") else Path(name).read_bytes()
    return [json.loads(line) for line in read.splitlines()]


def batch(*arguments):
    return main(["batch", *map(str, arguments)])


def test_a_row_is_the_article_of_its_record(capsys):
    assert batch(lines("in.jsonl", named()), "-o", "out.jsonl", "--keep", "site,rank") == 0
    assert [article_of(row) for row in rows("out.jsonl")] == [clean(text) for text in TEXTS]
    assert list(rows("out.jsonl")[3])[:4] == ["id", "site", "rank", "headline"]
    assert [rows("out.jsonl")[3][name] for name in ("id", "site", "rank")] == [3, "site 3", 3]
    assert capsys.readouterr().err.startswith("article-clean: 20 records: 20 cleaned, 0 failed, 0 skipped; 20 in ")
    assert sorted(path.name for path in Path().iterdir()) == ["in.jsonl", "out.jsonl", "out.jsonl.state"]


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
@pytest.mark.parametrize("options", [[], ["--lean"], ["--columns", "url,body"], ["--columns", "url"]])
def test_a_kept_address_takes_the_place_of_the_articles(ending, options):
    pytest.importorskip({"parquet": "pyarrow"}.get(ending, "json"))
    html = '<link rel="canonical" href="https://coast.example/a"><p>The ferry is late, the council said.</p>'
    lines("in.jsonl", [{"id": 1, "html": html, "url": "https://mirror.example/a"}])
    for name, keep in (("kept", ["--keep", "url"]), ("own", [])):
        assert batch("in.jsonl", "-o", f"{name}.{ending}", *keep, *options) == 0
    if ending == "parquet":
        from pyarrow import parquet  # noqa: PLC0415  # an extra

        kept, own = (parquet.read_table(f"{name}.parquet").to_pylist()[0] for name in ("kept", "own"))
    else:
        kept, own = rows("kept.jsonl")[0], rows("own.jsonl")[0]
    assert (kept["url"], own["url"]) == ("https://mirror.example/a", "https://coast.example/a")
    assert {*kept} == {*own}
    assert article_of(kept).url == kept["url"]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.zst", "parquet"])
def test_every_output_holds_the_same_articles_with_any_number_of_workers(ending):
    pytest.importorskip({"jsonl.zst": "backports.zstd", "parquet": "pyarrow"}.get(ending, "json"))
    lines("in.jsonl", named())
    for workers in (1, 2):
        assert batch("in.jsonl", "-o", f"{workers}.{ending}", "--keep", "site,rank", "--workers", workers) == 0
    assert Path(f"1.{ending}").read_bytes() == Path(f"2.{ending}").read_bytes()
    batch("in.jsonl", "-o", "plain.jsonl", "--keep", "site,rank")
    assert [article_of(row) for row in read_back(f"1.{ending}")] == [clean(text) for text in TEXTS]
    assert [str(row["rank"]) for row in read_back(f"1.{ending}")] == [str(n) for n in range(20)]


def read_back(name):
    if name.endswith("parquet"):
        return pytest.importorskip("pyarrow.parquet").read_table(name).to_pylist()
    if name.endswith("zst"):
        return [json.loads(line) for line in pytest.importorskip("backports.zstd").open(name)]
    return rows(name)


def test_only_the_columns_that_are_wanted_are_written():
    batch(lines("in.jsonl", named()), "-o", "out.jsonl", "--columns", "body,language")
    assert list(rows("out.jsonl")[0]) == ["id", "body", "language"]


def test_a_kept_column_of_parquet_keeps_its_type():
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"text": TEXTS, "rank": range(20)}), "in.parquet")
    batch("in.parquet", "-o", "out.parquet", "--keep", "rank")
    assert pq.read_schema("out.parquet").field("rank").type == pa.int64()


BROKEN = ["{broken", '{"id": "none"}', '{"id": "null", "text": null}', '"no object"']


def test_every_record_is_in_exactly_one_output(capsys):
    records = [*named()[:10], *BROKEN, *named()[10:]]
    assert batch(lines("in.jsonl", records), "-o", "out.jsonl") == 1
    assert [row["id"] for row in rows("out.jsonl")] == list(range(20))
    assert [(row["id"], row["input"], row["place"]) for row in rows("out.jsonl.errors.jsonl")] == [
        ("in.jsonl, line 11", "in.jsonl", "line 11"),
        ("none", "in.jsonl", "line 12"),
        ("null", "in.jsonl", "line 13"),
        ("in.jsonl, line 14", "in.jsonl", "line 14"),
    ]
    assert "24 records: 20 cleaned, 4 failed, 0 skipped" in capsys.readouterr().err


def test_of_many_records_of_all_kinds_each_is_accounted_for(capsys):
    """A fifth each in lines, a table, Parquet, an archive and a folder; one in a hundred is broken in its way."""
    pa, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pytest.importorskip("fastwarc")
    each = MIXED // 5
    texts = [f"Text {n} tells of the harbour.\n\nNo comments:\n" for n in range(each)]
    broken = [n for n in range(each) if n % 100 == 7]
    as_lines = [json.dumps({"id": f"line {n}", "text": text}) for n, text in enumerate(texts)]
    for n in broken:
        as_lines[n] = as_lines[n][:-9]
    lines("in.jsonl", as_lines)
    with Path("in.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "text"])
        table.writerows([f"row {n}"] if n in broken else [f"row {n}", text] for n, text in enumerate(texts))
    column = [None if n in broken else text for n, text in enumerate(texts)]
    parquet.write_table(pa.table({"id": [f"parquet {n}" for n in range(each)], "text": column}), "in.parquet")
    pages = [b"<html><body><p>%b</p></body></html>" % text.partition("\n")[0].encode() for text in texts]
    more = [b"Content-Encoding: gzip\r\n" if n in broken else b"" for n in range(each)]  # it is not
    Path("in.warc").write_bytes(b"".join(response(str(n), page, more=more[n]) for n, page in enumerate(pages)))
    Path("in").mkdir()
    for n, text in enumerate(texts):
        Path(f"in/{n:06}.txt").write_text(text)
    for n in broken:
        Path(f"in/{n:06}.txt").unlink()
        Path(f"in/{n:06}.txt").symlink_to("/proc/self/mem")  # a file that nobody can read
    assert batch("in.jsonl", "in.csv", "in.parquet", "in.warc", "in", "-o", "out.jsonl", "--workers", 2) == 1
    done, failed = rows("out.jsonl"), rows("out.jsonl.errors.jsonl")
    assert (len(done), len(failed)) == (5 * (each - len(broken)), 5 * len(broken))
    assert len({row["id"] for row in done} | {row["id"] for row in failed}) == 5 * each
    assert {row["body"] for row in done} == {clean(text).body for n, text in enumerate(texts) if n not in broken}
    assert f"{5 * each} records: {len(done)} cleaned, {len(failed)} failed, 0 skipped" in capsys.readouterr().err


def test_an_input_that_is_damaged_does_not_stop_the_next(capsys):
    Path("cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "One."}\n' * 9)[:-8])
    lines("in.jsonl", named())
    assert batch("cut.jsonl.gz", "in.jsonl", "-o", "out.jsonl") == 1
    assert [row["id"] for row in rows("out.jsonl")[-20:]] == list(range(20))
    assert rows("out.jsonl.errors.jsonl")[-1]["input"] == "cut.jsonl.gz"
    assert f"{len(rows('out.jsonl')) + 1} records" in capsys.readouterr().err


def test_parquet_files_of_other_columns_fail_row_by_row():
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"text": ["One.", None]}), "a.parquet")
    pq.write_table(pa.table({"content": ["Two."], "id": [7]}), "b.parquet")
    assert batch("a.parquet", "b.parquet", "-o", "out.parquet") == 1
    assert [(row["id"], row["error"]) for row in rows("out.parquet.errors.jsonl")] == [
        ("a.parquet, row 2", "SourceError: the field 'text' holds nothing, not text"),
        (7, "SourceError: no field 'text' or 'html' or 'markdown'; the record has 'id'"),
    ]


def test_what_is_no_article_by_its_kind_is_counted_and_no_failure(capsys):
    pytest.importorskip("fastwarc")
    page = response("a", b"<html><body><p>A page about the harbour.</p></body></html>")
    Path("in.warc").write_bytes(page + response("b", b"No.", media="image/png"))
    assert batch("in.warc", "-o", "out.jsonl", "--keep", "url,date") == 0
    assert "2 records: 1 cleaned, 0 failed, 1 skipped" in capsys.readouterr().err
    (row,) = rows("out.jsonl")
    assert (row["id"], row["url"], row["date"]) == ("<urn:uuid:a>", "https://example.com/a", "2024-01-05T10:00:00Z")
    assert row["body"] == "A page about the harbour."


def test_the_exit_status_tells_how_many_failed():
    assert batch(lines("none.jsonl", []), "-o", "none-out.jsonl") == 0
    assert batch(lines("all.jsonl", BROKEN), "-o", "all-out.jsonl") == 3
    assert rows("all-out.jsonl") == []


def test_a_limit_counts_records_of_all_inputs():
    lines("a.jsonl", named()[:3])
    lines("b.jsonl", named()[3:])
    assert batch("a.jsonl", "b.jsonl", "-o", "out.jsonl", "--limit", 5) == 0
    assert [row["id"] for row in rows("out.jsonl")] == [0, 1, 2, 3, 4]


def test_nothing_is_overwritten_unless_asked_for(capsys):
    lines("in.jsonl", named())
    Path("out.jsonl").write_text("mine")
    assert batch("in.jsonl", "-o", "out.jsonl") == 2
    assert capsys.readouterr().err == "article-clean: out.jsonl exists; --overwrite starts over\n"
    assert Path("out.jsonl").read_text() == "mine"
    assert batch("in.jsonl", "-o", "out.jsonl", "--overwrite") == 0
    assert len(rows("out.jsonl")) == 20


def test_failing_fast_stops_at_the_first_and_can_be_taken_up(capsys):
    lines("in.jsonl", [*named()[:3], *BROKEN[:1], *named()[3:]])
    assert batch("in.jsonl", "-o", "out.jsonl", "--fail-fast") == 1
    told = capsys.readouterr().err
    assert "in.jsonl, line 4: SourceError: not JSON" in told
    assert told.endswith("--resume continues out.jsonl\n")
    assert not Path("out.jsonl").exists()
    assert batch("in.jsonl", "-o", "out.jsonl") == 2
    assert "out.jsonl is unfinished; --resume continues it" in capsys.readouterr().err
    assert batch("in.jsonl", "-o", "out.jsonl", "--resume") == 1
    assert len(rows("out.jsonl")) == 20


def test_what_is_complete_is_left_as_it_is(capsys):
    batch(lines("in.jsonl", [*named(), *BROKEN]), "-o", "out.jsonl")
    before = Path("out.jsonl").stat().st_mtime_ns
    capsys.readouterr()
    assert batch("in.jsonl", "-o", "out.jsonl", "--resume") == 1
    assert capsys.readouterr().err == "article-clean: out.jsonl is complete\n"
    assert Path("out.jsonl").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--keep", "site"], "another list of fields to keep"),
        (["--without", "smart_quotes"], "another pipeline"),
        (["--limit", "9", "--kind", "article"], "another kind and limit"),
        (["--lean"], "another choice of lean rows"),
    ],
)
def test_another_batch_is_not_taken_up(more, told, capsys):
    lines("in.jsonl", [*BROKEN, *named()])
    batch("in.jsonl", "-o", "out.jsonl", "--fail-fast")
    assert batch("in.jsonl", "-o", "out.jsonl", "--resume", *more) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.jsonl", "-o", "out.jsonl"], "none.jsonl: No such file or directory"),
        (["in.jsonl", "-o", "out.docx"], "out.docx: what to write is told by the end of the name: .jsonl"),
        (["in.jsonl", "-o", "out.jsonl", "--keep", "body"], "the output has a field 'body' of its own"),
        (["in.jsonl", "-o", "out.jsonl", "--without", "captoins"], "did you mean 'captions'?"),
        (["in.jsonl", "-o", "out.jsonl", "--workers", "0"], "0 is not a whole number of 1 or more"),
        (["in.jsonl", "-o", "out.jsonl", "--deadline", "-1"], "a deadline more than 0 seconds"),
    ],
)
def test_wrong_usage_is_told_and_leaves_nothing(arguments, told, capsys):
    lines("in.jsonl", named())
    try:
        status = batch(*arguments)
    except SystemExit as error:
        status = error.code
    assert status == 2
    assert told in capsys.readouterr().err
    assert not Path(arguments[2]).exists()


def test_an_output_that_cannot_be_written_is_told(capsys):
    assert batch(lines("in.jsonl", named()), "-o", "nowhere/out.jsonl") == 1
    assert "cannot write nowhere/out.jsonl: No such file or directory" in capsys.readouterr().err


def test_a_full_disk_is_told_and_the_batch_goes_on_when_there_is_room():
    lines("in.jsonl", named())
    command = [sys.executable, "-m", "article_clean", "batch", "in.jsonl", "-o", "out.jsonl"]
    room = 4000  # bytes; the output has 12,000
    full = run_process(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        env=here(),
    )
    assert full.returncode == 1
    assert "cannot write out.jsonl: File too large; once it can be written, --resume continues" in full.stderr
    assert batch("in.jsonl", "-o", "out.jsonl", "--resume") == 0
    assert len(rows("out.jsonl")) == 20


def here():
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}


IN_SMALL_BLOCKS = """
import sys
from article_clean.batch import job
from article_clean.cli import main
job.BLOCK = 16
sys.exit(main())
"""


def test_a_batch_that_is_killed_at_any_moment_ends_the_same():
    """Killed and resumed until it is complete, over and over; the last time nobody kills it."""
    lines("in.jsonl", [*named(TEXTS * 40), *BROKEN])
    arguments = ["batch", "in.jsonl", "--keep", "rank", "--stats", "stats.json", "--quiet", "-o"]
    command = [sys.executable, "-c", IN_SMALL_BLOCKS, *arguments]
    start = time.monotonic()
    run_process([*command, "whole.jsonl.gz"], check=False, env=here())
    longest = time.monotonic() - start
    whole_stats = json.loads(Path("stats.json").read_text())
    chance = random.Random(7)  # noqa: S311  # moments, no secrets
    kills = finished = 0
    while kills < KILLS or not finished:
        status = run_for([*command, "out.jsonl.gz", "--resume"], chance.uniform(0, longest) if kills < KILLS else None)
        kills += status == -signal.SIGKILL
        if status != -signal.SIGKILL:
            finished += 1
            assert status == 1
            assert Path("out.jsonl.gz").read_bytes() == Path("whole.jsonl.gz").read_bytes()
            assert rows("out.jsonl.gz.errors.jsonl") == rows("whole.jsonl.gz.errors.jsonl")
            stats = json.loads(Path("stats.json").read_text())
            assert [stats[name] for name in ("records", "fields", "cleaners")] == [
                whole_stats[name] for name in ("records", "fields", "cleaners")
            ]
            for left in Path().glob("out.jsonl.gz*"):
                left.unlink()


def run_for(command, seconds):
    with subprocess.Popen(command, env=here(), stderr=subprocess.DEVNULL) as process:
        try:
            return process.wait(LIMIT if seconds is None else seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            if seconds is None:
                raise
            return process.wait(LIMIT)


def test_a_batch_is_interrupted_with_its_own_status():
    lines("in.jsonl", named(TEXTS * 200))
    command = [sys.executable, "-m", "article_clean", "batch", "in.jsonl", "-o", "out.jsonl", "--workers", "2"]
    with interruptible(), subprocess.Popen(command, env=here(), stderr=subprocess.PIPE, text=True) as process:
        until(Path("out.jsonl.state").exists)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=LIMIT)
    assert process.returncode == 130
    assert told == "article-clean: interrupted; --resume continues out.jsonl\n"


ON_A_TERMINAL = """
import fcntl, os, pty, struct, sys, termios, time
child, terminal = pty.fork()
if not child:
    time.sleep(0.5)  # until it has its size
    os.execv(sys.executable, [sys.executable, "-m", "article_clean", "batch", "in.jsonl", "-o", "out.jsonl"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
shown = b""
try:
    while some := os.read(terminal, 4096):
        shown += some
except OSError:  # how Linux tells that the other side is closed
    pass
print(shown.decode())
"""


def test_a_terminal_shows_rate_failures_and_time_left():
    pytest.importorskip("pty", reason="needs a terminal as Unix has it")
    pytest.importorskip("tqdm", reason="progress is an extra: [progress]")
    lines("in.jsonl", [*BROKEN, *named(TEXTS * 10)])
    done = run_process([sys.executable, "-c", ON_A_TERMINAL], capture_output=True, text=True, env=here())
    assert re.search(r"\d+% \|.*\| [\d,]+ records, [\d,]+/s, 4 failed, \d\d:\d\d left", done.stdout)


def test_statistics_tell_what_was_taken_found_and_spent():
    lines("in.jsonl", named())
    assert batch("in.jsonl", "-o", "out.jsonl", "--stats", "stats.json", "--report", "stats.html") == 0
    stats = json.loads(Path("stats.json").read_text())
    assert stats["records"] == {"cleaned": 20, "failed": 0, "skipped": 0}
    assert stats["fields"]["body"] == 20
    assert stats["fields"]["byline"] == 0
    assert stats["languages"] == {"en": 20}
    taken = {(row["cleaner"], row["role"]): row for row in stats["cleaners"]}
    assert taken["smart_quotes", "typography"]["characters"] == 40
    row = taken["comment_trailers", "comments"]
    assert (row["documents"], row["characters"]) == (20, 20 * len("No comments:"))
    assert set(stats["cpu_by_cleaner"]) == set(DEFAULT.names)
    assert 0 < sum(stats["cpu_by_cleaner"].values()) <= stats["cpu_seconds"] + 0.02
    page = Path("stats.html").read_text()
    assert "comment_trailers · comments" in page
    assert "http" not in page


@pytest.mark.parametrize("kind", ["auto", "page", "article"])
def test_counting_changes_no_article(kind):
    lines("in.jsonl", named())
    batch("in.jsonl", "-o", "plain.jsonl", "--kind", kind)
    batch("in.jsonl", "-o", "counted.jsonl", "--kind", kind, "--stats", "stats.json")
    assert Path("plain.jsonl").read_bytes() == Path("counted.jsonl").read_bytes()


def test_a_deadline_fails_a_record_and_names_it():
    records = [*named()[:3], {"id": "bad", "text": "HANG"}, *named()[3:5]]
    plan = Plan((lines("in.jsonl", records),), "out.jsonl", Cleaning(DEFAULT.with_(unruly)))
    with prepared(plan) as ready:
        last = job.run_job(job.Job(ready.sources, ready.task, deadline=1), ready.files, ready.sink, ready.state)
    assert last.counts == (5, 1, 0)
    (failure,) = rows("out.jsonl.errors.jsonl")
    assert (failure["id"], failure["error"]) == ("bad", "TimeoutError: it took longer than 1 seconds")


def test_a_row_with_an_error_is_no_article():
    with pytest.raises(ValueError, match="it hangs"):
        article_of({"error": "it hangs"})
    assert article_of({"body": "A.", "source": "A.", "id": "x", "site": "y"}) == Article(body="A.", source="A.")
