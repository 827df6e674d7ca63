"""Inputs of a batch: what each kind of file holds, and how its damage is told."""

import gzip
import io
import json
import os
import subprocess
import sys
import zlib

import pytest
from archives import conversion, request, response, zipped
from cases import ROOT

from article_clean.batch.sources import Reading, open_source
from article_clean.errors import ArticleCleanError, MissingExtraError, SkippedError, SourceError

LINES = b'{"text": "One."}\n\n{"text": "Two."}\n'
ROWS = '\N{BOM}id,text\n1,"One\nline."\n2,Two.\n'


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def written(name, content):
    with open(name, "wb") as file:  # noqa: PTH123  # names here are relative
        file.write(content)
    return name


def entries(name, columns=()):
    return list(open_source(name, Reading(columns)).entries())


def records(name, columns=()):
    return [(entry.place, entry.record()) for entry in entries(name, columns)]


def packed(name, content):
    if name.endswith(".zst"):
        return pytest.importorskip("backports.zstd" if sys.version_info < (3, 14) else "compression.zstd").compress(
            content
        )
    return gzip.compress(content) if name.endswith(".gz") else content


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson.gz", "a.jsonl.zst"])
def test_json_lines_are_records_with_their_number(name):
    written(name, packed(name, LINES))
    assert records(name) == [("line 1", {"text": "One."}), ("line 3", {"text": "Two."})]


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.tsv"])
def test_tables_are_records_with_the_columns_they_name(name):
    rows = ROWS.replace(",", "\t") if name.endswith("tsv") else ROWS
    written(name, packed(name, rows.encode()))
    assert records(name) == [("row 1", {"id": "1", "text": "One\nline."}), ("row 2", {"id": "2", "text": "Two."})]


def test_a_cell_may_be_longer_than_a_page():
    written("a.csv", b"text\n" + b"x" * 500_000 + b"\n")
    assert len(records("a.csv")[0][1]["text"]) == 500_000


def test_standard_input_is_json_lines(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES)))
    assert [place for place, _ in records("-")] == ["line 1", "line 3"]


def test_a_folder_is_its_texts_and_pages_by_path(tmp_path):
    (tmp_path / "in" / "b").mkdir(parents=True)
    for name in ("b/two.html", "one.txt", "b/picture.png"):
        written(f"in/{name}", name.encode())
    assert records("in") == [("b/two.html", {"text": b"b/two.html"}), ("one.txt", {"text": b"one.txt"})]


def test_a_single_text_is_one_record():
    written("one.txt", b"One.")
    assert records("one.txt") == [("one.txt", {"text": b"One."})]


def test_of_parquet_only_the_wanted_columns_are_read():
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"text": ["One.", None], "n": [1, 2]}), "a.parquet")
    assert records("a.parquet", ("text", "missing")) == [("row 1", {"text": "One."}), ("row 2", {"text": None})]


@pytest.mark.parametrize("pack", [zipped, lambda *records: b"".join(records)], ids=["gzip", "plain"])
def test_of_an_archive_pages_and_texts_are_records(pack):
    pytest.importorskip("fastwarc")
    page, text = response("p", b"<p>A page."), conversion("t", "A text.")
    written("a.warc", pack(request("q"), page, response("n", b"No.", media="text/plain"), text))
    found = [record for _, record in records("a.warc")]
    assert [one.get("html", one.get("text")) for one in found] == [b"<p>A page.", b"No.", b"A text."]
    assert found[0] == {
        "id": "<urn:uuid:p>",
        "url": "https://example.com/p",
        "date": "2024-01-05T10:00:00Z",
        "html": b"<p>A page.",
    }


def test_what_a_server_packed_is_unpacked():
    pytest.importorskip("fastwarc")
    body = gzip.compress(b"<p>A page.")
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    more = b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    written("a.warc", response("p", chunked, more=more))
    assert records("a.warc")[0][1]["html"] == b"<p>A page."


@pytest.mark.parametrize("kind", [{"media": "image/png"}, {"status": "404 Not Found"}])
def test_pictures_and_error_pages_of_an_archive_are_skipped(kind):
    pytest.importorskip("fastwarc")
    written("a.warc", response("p", b"No.", **kind))
    with pytest.raises(SkippedError):
        entries("a.warc")[0].record()


@pytest.mark.parametrize(
    ("line", "told"),
    [(b"{broken\n", "not JSON"), (b"[1]\n", "not list"), (b"[" * 100_000 + b"\n", "not JSON"), (b"\xff\n", "not JSON")],
)
def test_a_broken_line_is_told_and_the_next_is_read(line, told):
    written("a.jsonl", line + LINES)
    first, second, _ = entries("a.jsonl")
    assert second.record() == {"text": "One."}
    with pytest.raises(SourceError, match=told):
        first.record()


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.csv.gz"])
def test_a_file_that_ends_in_the_midst_is_told_where(name):
    lines = ["text"] + [json.dumps({"text": str(hash((n, 1)))}) for n in range(50_000)]
    whole = packed(name, "\n".join(lines).encode())
    written(name, whole[: len(whole) // 2])
    *read, last = entries(name)
    assert 1000 < len(read) < len(lines)
    assert last.place.startswith("line ")
    with pytest.raises(SourceError, match="the file cannot be read on from here: Compressed file ended"):
        last.record()


def test_a_cut_archive_loses_only_the_record_that_is_cut():
    pytest.importorskip("fastwarc")
    page = response("p", b"<p>A page." * 50)
    for cut in (zipped(page, page)[:-40], (page + page)[:-40]):
        written("a.warc.gz", cut)
        first, last = entries("a.warc.gz")
        assert first.record()["html"] == b"<p>A page." * 50
        with pytest.raises(SourceError, match="the record ends after"):
            last.record()


def test_what_stands_between_the_records_of_an_archive_is_told():
    pytest.importorskip("fastwarc")
    page = response("p", b"<p>A page.")
    written("a.warc", page + b"no record\r\n\r\n" + page)
    first, last = entries("a.warc")
    assert first.record()["html"] == b"<p>A page."
    with pytest.raises(SourceError, match="the archive cannot be read on behind here"):
        last.record()


def test_a_table_that_is_none_is_told():
    pytest.importorskip("pyarrow")
    written("a.parquet", b"PAR1 no more")
    (entry,) = entries("a.parquet")
    with pytest.raises(SourceError, match="cannot be read on from here"):
        entry.record()


def test_a_text_that_vanished_is_told(tmp_path):
    written("one.txt", b"One.")
    (entry,) = entries("one.txt")
    (tmp_path / "one.txt").unlink()
    with pytest.raises(SourceError, match="No such file"):
        entry.record()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("none.jsonl", "none.jsonl: No such file or directory"),
        ("none.parquet", "none.parquet: No such file or directory"),
        ("none.docx", r"what it holds is told by the end of its name, .jsonl, .*\.parquet, \.txt"),
    ],
)
def test_what_cannot_be_opened_is_told(name, told):
    with pytest.raises(ArticleCleanError, match=told):
        open_source(name)


def test_what_is_not_installed_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    written("a.parquet", b"")
    with pytest.raises(MissingExtraError, match=r"run pip install 'article-clean\[parquet\]'"):
        open_source("a.parquet")


def test_how_much_was_read_goes_up_to_the_size(tmp_path):
    (tmp_path / "in").mkdir()
    written("in/one.txt", b"One.")
    written("a.jsonl", LINES)
    for name in ("a.jsonl", "in"):
        source = open_source(name)
        assert source.read() == 0
        assert list(source.entries())
        assert source.read() == source.size > 0


BOUND = 1000  # bytes of a record in the tests below
LONG = json.dumps({"text": "x" * 2 * BOUND}).encode()


def bounded(name, **how):
    """What became of each record: its fields, or why there are none."""
    found = []
    for entry in open_source(name, Reading(("id", "text"), max_record=BOUND, **how)).entries():
        try:
            found.append((entry.place, entry.record()))
        except SourceError as error:
            found.append((entry.place, str(error)))
    return found


TOO_LONG = "the record is longer than 1,000 bytes; --max-record reads longer ones"


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_a_line_that_is_too_long_is_told_and_the_next_is_read(name):
    written(name, packed(name, LONG + b"\n" + LINES + LONG))
    assert bounded(name) == [
        ("line 1", TOO_LONG),
        ("line 2", {"text": "One."}),
        ("line 4", {"text": "Two."}),
        ("line 5", TOO_LONG),
    ]


def test_a_line_may_be_just_as_long_as_the_bound():
    line = b'{"text": "%b"}' % (b"x" * (BOUND - 12))
    assert len(line) == BOUND
    for end in (b"\n", b""):
        written("a.jsonl", line + end)
        assert bounded("a.jsonl") == [("line 1", {"text": "x" * (BOUND - 12)})]


@pytest.mark.parametrize(
    "row",
    ["1," + "x" * 2 * BOUND, '1,"' + 'x""y\r\n' * BOUND + '"', '1,"' + "x\n" * BOUND + '"', "," * 2 * BOUND],
    ids=["one line", "many quoted lines", "many short lines", "many columns"],
)
def test_a_row_that_is_too_long_is_told_and_the_next_is_read(row):
    written("a.csv", f"id,text\n{row}\n2,Two.\n".encode())
    assert bounded("a.csv") == [("row 1", TOO_LONG), ("row 2", {"id": "2", "text": "Two."})]


def test_a_table_without_its_first_line_has_no_rows():
    written("a.csv", b"x" * 2 * BOUND + b"\n1,One.\n")
    assert bounded("a.csv") == [("line 1", f"the file cannot be read on from here: {TOO_LONG}")]


def test_a_row_of_parquet_that_is_too_long_is_told_and_the_next_is_read():
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"text": ["x" * 2 * BOUND, "Two."]}), "a.parquet")
    assert bounded("a.parquet") == [("row 1", TOO_LONG), ("row 2", {"text": "Two."})]


def test_a_file_that_is_too_long_is_told_and_the_next_is_read(tmp_path):
    (tmp_path / "in").mkdir()
    written("in/a.txt", b"x" * 2 * BOUND)
    written("in/b.txt", b"Two.")
    assert bounded("in") == [("a.txt", TOO_LONG), ("b.txt", {"text": b"Two."})]


def encoded(encoding, body):
    for layer in encoding.split(", "):
        if layer in {"br", "zstd"}:
            module = {"br": "brotli", "zstd": "backports.zstd" if sys.version_info < (3, 14) else "compression.zstd"}
            body = pytest.importorskip(module[layer]).compress(body)
        else:
            body = {"gzip": gzip.compress, "deflate": zlib.compress, "identity": bytes}[layer](body)
    return body


@pytest.mark.parametrize("encoding", ["identity", "gzip", "deflate", "br", "zstd", "gzip, gzip"])
def test_a_capture_that_unpacks_to_too_much_is_told_and_the_next_is_read(encoding):
    pytest.importorskip("fastwarc")
    more = f"Content-Encoding: {encoding}\r\n".encode()
    bomb = response("bomb", encoded(encoding, b"\0" * 100_000), more=more)
    written("a.warc", bomb + response("p", encoded(encoding, b"<p>A page."), more=more))
    (_, first), (_, second) = bounded("a.warc")
    assert (first, second["html"]) == (TOO_LONG, b"<p>A page.")


def test_a_long_picture_in_an_archive_is_skipped_and_no_failure():
    pytest.importorskip("fastwarc")
    written("a.warc", response("p", b"\0" * 100_000, media="image/png"))
    (entry,) = open_source("a.warc", Reading(max_record=BOUND)).entries()
    with pytest.raises(SkippedError):
        entry.record()


def test_a_line_without_end_is_not_held_in_memory():
    """A child process reads one line of 300 MB, with a third of that to read it in."""
    with gzip.open("a.jsonl.gz", "wb", compresslevel=1) as file:
        for _ in range(300):
            file.write(b"x" * 1_000_000)
        file.write(b"\n" + LINES)
    reading = (
        "import resource; from article_clean.batch.sources import Reading, open_source; "
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
        "entries = list(open_source('a.jsonl.gz', Reading(max_record=5_000_000)).entries()); "
        "print(len(entries), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", reading]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    found, kilobytes = map(int, done.stdout.split())
    assert found == 3
    assert kilobytes < 100_000


def test_a_record_is_named_without_unpacking_its_text():
    """What names a record whose worker hung on it must not hang itself."""
    pytest.importorskip("fastwarc")
    written("a.warc", response("p", b"not gzip", more=b"Content-Encoding: gzip\r\n"))
    (entry,) = entries("a.warc")
    assert entry.labels()["id"] == "<urn:uuid:p>"
    with pytest.raises(SourceError):
        entry.record()


@pytest.fixture
def linked(tmp_path):
    """A folder with a text, a link to it, one to a text outside, a linked folder outside, and a link to itself."""
    (tmp_path / "in" / "inner").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    for name in ("in/a.txt", "out/secret.txt", "out/other.txt"):
        written(name, name.encode())
    (tmp_path / "in/b.txt").symlink_to("a.txt")
    (tmp_path / "in/c.txt").symlink_to(tmp_path / "out/secret.txt")
    (tmp_path / "in/folder").symlink_to(tmp_path / "out")
    (tmp_path / "in/inner/again").symlink_to(tmp_path / "in")
    return "in"


def test_links_that_lead_out_of_a_folder_are_told_and_not_followed(linked):
    assert bounded(linked) == [
        ("a.txt", {"text": b"in/a.txt"}),
        ("b.txt", {"text": b"in/a.txt"}),
        ("c.txt", "it is a link that leads out of the folder; --follow-links reads it"),
    ]


def test_links_that_lead_out_of_a_folder_are_followed_where_that_is_asked_for(linked):
    assert bounded(linked, follow_links=True) == [
        ("a.txt", {"text": b"in/a.txt"}),
        ("b.txt", {"text": b"in/a.txt"}),
        ("c.txt", {"text": b"out/secret.txt"}),
        ("folder/other.txt", {"text": b"out/other.txt"}),
        ("folder/secret.txt", {"text": b"out/secret.txt"}),
    ]


@pytest.mark.usefixtures("linked")
def test_a_link_to_a_folder_is_an_input_like_it(tmp_path):
    (tmp_path / "link").symlink_to("out")
    assert [place for place, _ in bounded("link")] == ["other.txt", "secret.txt"]


def test_a_folder_without_texts_is_told(tmp_path):
    (tmp_path / "in").mkdir()
    written("in/a.pdf", b"")
    with pytest.raises(SourceError, match=r"in: the folder holds no file that ends in \.txt, \.html"):
        open_source("in")
