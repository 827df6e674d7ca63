"""Inputs of a batch: what each kind of file holds, and how its damage is told."""

import gzip
import io
import json
import sys

import pytest
from archives import conversion, request, response, zipped

from article_clean.errors import ArticleCleanError, MissingExtraError, SkippedError, SourceError
from article_clean.sources import open_source

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
    return list(open_source(name, columns).entries())


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
    with pytest.raises(MissingExtraError, match=r"pip install 'article-clean\[parquet\]' brings it"):
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
