"""Outputs of `article-clean batch`: one run at a time, no input lost, whole or resumable, and standard output."""

import gzip
import json
import os
import random
import resource
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cases import ROOT

from article_clean import DEFAULT, clean
from article_clean.batch.lock import Lock
from article_clean.cli import main
from article_clean.errors import BatchError

TEXTS = [f"Text number {n} tells of “the harbour”.\n\nNo comments:\n" for n in range(20)]
COMMAND = [sys.executable, "-m", "article_clean", "batch"]
PATIENCE = 60  # seconds for what takes one or two on an idle machine
LINKS = {"itself": None, "symlink": os.symlink, "hard link": os.link}


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    lines("in.jsonl", [{"id": n, "text": text} for n, text in enumerate(TEXTS)])


def lines(name, records):
    Path(name).write_text("".join(f"{json.dumps(record)}\n" for record in records))


def rows(name):
    return [json.loads(line) for line in Path(name).read_bytes().splitlines()]


def batch(*arguments):
    return main(["batch", *map(str, arguments)])


def waiting(*arguments):
    """A batch that has begun and waits for standard input."""
    process = subprocess.Popen(
        [*COMMAND, "-", "-o", "out.jsonl", *arguments], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    process.stdin.write('{"text": "The first run."}\n')
    process.stdin.flush()
    for _ in range(PATIENCE * 20):
        if Path("out.jsonl.state").exists():
            return process
        time.sleep(0.05)
    process.kill()
    pytest.fail("it does not begin")


@pytest.mark.parametrize("how", [["--overwrite"], ["--resume"], []], ids=["overwrite", "resume", "new"])
def test_a_second_run_on_an_output_is_refused(how, capsys):
    with waiting("--overwrite") as first:
        assert batch("in.jsonl", "-o", "out.jsonl", *how) == 2
        assert "another run is writing out.jsonl; wait for it, or name another output" in capsys.readouterr().err
        first.communicate(timeout=PATIENCE)
    assert first.returncode == 0
    assert [row["body"] for row in rows("out.jsonl")] == ["The first run."]


def test_a_run_that_was_killed_keeps_nobody_from_its_output():
    with waiting() as first:
        first.kill()
    assert Path("out.jsonl.lock").exists()
    assert batch("in.jsonl", "-o", "out.jsonl", "--overwrite") == 0
    assert not Path("out.jsonl.lock").exists()


def test_a_lock_that_was_removed_is_not_held():
    """Its holder removes it; what was opened before that is no file of that name any more."""
    first = Lock("out.jsonl")
    with first:
        first.path.unlink()
        with Lock("out.jsonl"), pytest.raises(BatchError), Lock("out.jsonl"):
            pass


@pytest.mark.parametrize("how", [[], ["--overwrite"], ["--resume"]], ids=["new", "overwrite", "resume"])
@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_an_output_is_never_an_input(link, how, capsys):
    before = Path("in.jsonl").read_bytes()
    output = "other.jsonl" if link else "in.jsonl"
    if link:
        link("in.jsonl", output)
    assert batch("in.jsonl", "-o", output, *how) == 2
    assert f"{output} is an input" in capsys.readouterr().err
    assert Path("in.jsonl").read_bytes() == before


@pytest.mark.parametrize("ending", [".partial", ".errors.jsonl", ".errors.partial", ".state", ".lock"])
def test_what_lies_beside_an_output_is_never_an_input(ending, capsys):
    Path(f"out.jsonl{ending}").symlink_to("in.jsonl")
    assert batch("in.jsonl", "-o", "out.jsonl", "--overwrite") == 2
    assert f"out.jsonl{ending} is an input" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--stats", "--report"])
def test_statistics_replace_no_input_and_nothing_that_exists(option, capsys):
    Path("in").mkdir()
    Path("in/page.html").write_text("<p>A page.")
    assert batch("in", "-o", "out.jsonl", option, "in/page.html", "--overwrite") == 2
    assert "in/page.html is an input" in capsys.readouterr().err
    Path("mine").write_text("mine")
    assert batch("in", "-o", "out.jsonl", option, "mine") == 2
    assert "mine exists; --overwrite replaces it" in capsys.readouterr().err
    assert batch("in", "-o", "out.jsonl", option, "out.jsonl", "--overwrite") == 2
    assert "out.jsonl is named for two outputs" in capsys.readouterr().err


ROOM = 6_000  # bytes; a state has 430, the schema of Parquet 2,520, an output of these records 91,000 and packed 26,000


def full(*arguments):
    """A batch of records that compress badly, on a disk on which no file may be longer than that."""
    chance = random.Random(7)  # noqa: S311  # words, no secrets
    words = [" ".join(f"{chance.getrandbits(40):x}" for _ in range(200)) for _ in TEXTS]
    lines("in.jsonl", [{"id": n, "text": text} for n, text in enumerate(words)])
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM)),
    )


@pytest.mark.parametrize(
    ("ending", "workers"), [("jsonl", 1), ("jsonl", 2), ("jsonl.gz", 1), ("jsonl.zst", 1), ("parquet", 1)]
)
def test_a_full_disk_is_told_and_what_is_written_can_be_resumed(ending, workers):
    pytest.importorskip({"jsonl.zst": "backports.zstd", "parquet": "pyarrow"}.get(ending, "json"))
    output = f"out.{ending}"
    done = full("in.jsonl", "-o", output, "--workers", str(workers))
    assert (done.returncode, done.stdout) == (1, "")
    hint = "once it can be written, --resume continues"
    assert done.stderr == f"article-clean: cannot write {output}: File too large; {hint}\n"
    assert batch("in.jsonl", "-o", output, "--resume") == 0
    assert batch("in.jsonl", "-o", f"whole.{ending}") == 0
    assert Path(output).read_bytes() == Path(f"whole.{ending}").read_bytes()


def test_a_disk_that_is_full_of_failures_is_told_and_the_batch_can_be_resumed():
    lines("broken.jsonl", [{"id": n} for n in range(100)])
    done = full("broken.jsonl", "-o", "out.jsonl")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "once it can be written, --resume continues" in done.stderr
    assert batch("broken.jsonl", "-o", "out.jsonl", "--resume") == 3
    assert len(rows("out.jsonl.errors.jsonl")) == 100


FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system to fail a write")


@needs_full
def test_a_disk_that_is_full_when_parquet_is_made_is_told_and_the_batch_can_be_resumed(capsys):
    pytest.importorskip("pyarrow")
    made = Path("out.parquet.parquet.partial")
    made.symlink_to(FULL)
    assert batch("in.jsonl", "-o", "out.parquet") == 1
    told = capsys.readouterr().err
    assert told.startswith("article-clean: cannot write out.parquet: ")
    assert told.endswith("once it can be written, --resume continues\n")
    made.unlink(missing_ok=True)
    assert batch("in.jsonl", "-o", "out.parquet", "--resume") == 0
    assert pytest.importorskip("pyarrow.parquet").read_table("out.parquet").num_rows == 20


@needs_full
@pytest.mark.parametrize("option", ["--stats", "--report"])
def test_statistics_that_cannot_be_written_are_told_and_the_batch_can_be_resumed(option, capsys):
    assert batch("in.jsonl", "-o", "out.jsonl", option, FULL) == 1
    assert (
        "cannot write /dev/full: No space left on device; once it can be written, --resume continues"
        in capsys.readouterr().err
    )
    assert batch("in.jsonl", "-o", "out.jsonl", option, "stats", "--resume") == 0
    assert len(rows("out.jsonl")) == 20
    assert Path("stats").exists()


def test_a_finished_output_of_another_pipeline_is_told_and_stays(capsys):
    assert batch("in.jsonl", "-o", "out.jsonl") == 0
    before = Path("out.jsonl").read_bytes()
    capsys.readouterr()
    assert batch("in.jsonl", "-o", "out.jsonl", "--resume", "--without", "smart_quotes") == 2
    assert capsys.readouterr().err == (
        "article-clean: out.jsonl is complete, but was made with another pipeline; --overwrite starts over\n"
    )
    assert Path("out.jsonl").read_bytes() == before


def test_an_output_that_was_taken_elsewhere_is_made_anew():
    for how in ([], ["--resume"]):
        assert batch("in.jsonl", "-o", "out.jsonl", *how) == 0
        Path("out.jsonl").rename("taken.jsonl")
    assert len(rows("taken.jsonl")) == 20


@pytest.mark.parametrize("change", ["shorter", "gone", "no state"])
def test_an_unfinished_output_that_was_changed_is_not_gone_on_with(change, capsys):
    full("in.jsonl", "-o", "out.jsonl.gz")
    state = json.loads(Path("out.jsonl.gz.state").read_text())
    if change == "no state":
        Path("out.jsonl.gz.state").write_text("{")
    else:
        Path("out.jsonl.gz.state").write_text(json.dumps({**state, "output": 100}))
        Path("out.jsonl.gz.partial").write_bytes(b"x" * 10)
        if change == "gone":
            Path("out.jsonl.gz.partial").unlink()
    assert batch("in.jsonl", "-o", "out.jsonl.gz", "--resume") == 2
    assert capsys.readouterr().err.endswith("; --overwrite starts over\n")
    assert batch("in.jsonl", "-o", "out.jsonl.gz", "--overwrite") == 0
    assert len(gzip.decompress(Path("out.jsonl.gz").read_bytes()).splitlines()) == 20


def test_standard_output_gets_the_rows_and_standard_error_the_failures(capfdbinary):
    lines("in.jsonl", [{"id": 1, "text": TEXTS[0]}, {"id": 2}])
    assert batch("in.jsonl", "-o", "-", "--quiet") == 1
    out, err = capfdbinary.readouterr()
    (row,) = map(json.loads, out.splitlines())
    assert (row["id"], row["body"]) == (1, clean(TEXTS[0]).body)
    (failure,) = map(json.loads, err.splitlines())
    assert (failure["id"], failure["place"]) == (2, "line 2")
    assert [path.name for path in Path().iterdir()] == ["in.jsonl"]


def test_standard_output_is_the_same_as_a_file(capfdbinary):
    batch("in.jsonl", "-o", "out.jsonl")
    batch("in.jsonl", "-o", "-")
    assert capfdbinary.readouterr().out == Path("out.jsonl").read_bytes()


def test_standard_output_gets_each_row_when_it_is_there():
    command = [*COMMAND, "-", "-o", "-", "--quiet"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for text in (b"One.", b"Two."):
            process.stdin.write(b'{"text": "%b"}\n' % text)
            process.stdin.flush()
            there, _, _ = select.select([process.stdout], [], [], PATIENCE)
            assert there
            assert b'"body":"%b"' % text in os.read(process.stdout.fileno(), 65_536)
        process.communicate(timeout=PATIENCE)


def test_standard_output_cannot_be_resumed(capsys):
    assert batch("in.jsonl", "-o", "-", "--resume") == 2
    assert "what went to standard output cannot be resumed; name a file with -o" in capsys.readouterr().err


@needs_full
def test_standard_output_that_is_full_is_told_without_a_traceback():
    with FULL.open("w") as stdout:
        done = subprocess.run(
            [*COMMAND, "in.jsonl", "-o", "-"],
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert (done.returncode, done.stderr) == (1, "article-clean: cannot write: No space left on device\n")


def test_a_reader_of_standard_output_that_has_seen_enough_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, "in.jsonl", "-o", "-"],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


NAMED = {
    "keep": ["--keep", "titel"],
    "id": ["--id", "titel"],
    "field": ["--field", "titel"],
    "address": ["--url-field", "titel"],
}


def fielded(ending):
    """An input whose records have an id, a title and a text, or what its kind has instead."""
    name = f"fielded.{ending}"
    record = {"id": 1, "title": "T", "text": "A text."}
    if ending == "jsonl":
        lines(name, [record])
    elif ending == "csv":
        Path(name).write_text("id,title,text\n1,T,A text.\n")
    else:
        pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        pq.write_table(pa.Table.from_pylist([record]), name)
    return name


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("asked", NAMED.values(), ids=NAMED)
def test_a_field_that_is_not_there_is_refused_before_the_run(asked, ending, capsys):
    assert batch(fielded(ending), "-o", "out.jsonl", *asked) == 2
    assert capsys.readouterr().err == (
        "article-clean: no input has a field 'titel': there are 'id', 'title', 'text'; did you mean 'title'?\n"
    )
    assert not list(Path().glob("out*"))


def test_a_field_that_one_input_has_may_be_kept():
    assert batch("in.jsonl", fielded("csv"), "-o", "out.jsonl", "--keep", "title") == 0
    assert [rows("out.jsonl")[n]["title"] for n in (0, -1)] == [None, "T"]


def test_a_field_that_a_folder_or_an_archive_cannot_have_is_refused(capsys):
    Path("in").mkdir()
    Path("in/a.txt").write_text("A text.")
    assert batch("in", "-o", "out.jsonl", "--keep", "title") == 2
    assert "no input has a field 'title': there are 'text'" in capsys.readouterr().err


def test_a_field_that_may_come_later_is_told_and_kept(monkeypatch, capsys):
    monkeypatch.setattr("article_clean.batch.sources.text_lines._SEEN", 2)
    lines("in.jsonl", [*({"text": "A text."},) * 3, {"text": "A text.", "title": "T"}])
    assert batch("in.jsonl", "-o", "out.jsonl", "--keep", "title") == 0
    assert "no input has a field 'title': there are 'text'; later records were not looked at" in capsys.readouterr().err
    assert rows("out.jsonl")[3]["title"] == "T"


@pytest.mark.parametrize("name", [7, "7", 7.5, True, ["a", 7]])
def test_a_name_keeps_its_type(name):
    lines("in.jsonl", [{"id": name, "text": "A text."}, {"id": name}])
    assert batch("in.jsonl", "-o", "out.jsonl") == 1
    assert rows("out.jsonl")[0]["id"] == rows("out.jsonl.errors.jsonl")[0]["id"] == name


def test_what_json_has_no_number_for_is_null():
    Path("in.jsonl").write_text('{"id": NaN, "text": "A text.", "rank": [1.5, -Infinity]}\n')
    assert batch("in.jsonl", "-o", "out.jsonl", "--keep", "rank") == 0
    (row,) = [json.loads(line, parse_constant=pytest.fail) for line in Path("out.jsonl").read_bytes().splitlines()]
    assert (row["id"], row["rank"]) == ("in.jsonl, line 1", [1.5, None])


@pytest.mark.parametrize(
    ("names", "kind", "written"),
    [([7, 8], "int64", [7, 8]), ([7, None], "int64", [7, None]), (["7", None], "string", ["7", "in.parquet, row 2"])],
)
def test_a_name_of_parquet_keeps_its_type(names, kind, written):
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"id": names, "text": ["One.", "Two."]}), "in.parquet")
    assert batch("in.parquet", "-o", "out.parquet") == 0
    table = pq.read_table("out.parquet")
    assert (str(table.schema.field("id").type), table.column("id").to_pylist()) == (kind, written)


def test_names_of_different_types_are_text_in_parquet():
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"id": [7], "text": ["One."]}), "a.parquet")
    pq.write_table(pa.table({"id": ["b"], "text": ["Two."]}), "b.parquet")
    assert batch("a.parquet", "b.parquet", "-o", "out.parquet") == 0
    assert pq.read_table("out.parquet").column("id").to_pylist() == ["7", "b"]


def test_a_broken_parquet_file_is_one_failure_whatever_the_output():
    pytest.importorskip("pyarrow")
    Path("in.parquet").write_bytes(b"PAR1 no more")
    assert batch("in.parquet", "-o", "out.parquet", "--keep", "site") == 3
    assert len(rows("out.parquet.errors.jsonl")) == 1


def test_a_pipeline_from_a_file_is_run():
    Path("plan.json").write_text(json.dumps(DEFAULT.only("smart_quotes").to_dict()))
    assert batch("in.jsonl", "-o", "out.jsonl", "--pipeline", "plan.json") == 0
    assert rows("out.jsonl")[0]["body"] == clean(TEXTS[0], pipeline=DEFAULT.only("smart_quotes")).body


def test_an_address_may_stand_in_another_field():
    page = "<html><body><p>The harbour froze on Monday, the first time in sixty years.</p></body></html>"
    address = "https://example.com/2024/01/05/harbour"
    for name, field in (("in.jsonl", "link"), ("plain.jsonl", "url")):
        lines(name, [{"html": page, field: address}])
    assert batch("in.jsonl", "-o", "out.jsonl", "--url-field", "link") == 0
    assert batch("plain.jsonl", "-o", "plain.out.jsonl") == 0
    assert rows("out.jsonl")[0]["published"] == rows("plain.out.jsonl")[0]["published"] == "2024-01-05"
