"""The adapters on the real engines."""

import gzip
import json
import os
import shutil
import sys

import pytest
from archives import request, response, zipped
from cases import ROOT
from processes import run_process

from article_clean import ArticleCleanError, article_of, clean

ROWS = 20_000
TEXTS = [f"By Jane Doe\n\nPARIS (AP) — Text number {n} tells of the harbour.\n\nNo comments:\n" for n in range(50)]
PAGE = b"<html><head><title>A harbour</title></head><body><article><p>%b</p></article></body></html>"


def table():
    pa = pytest.importorskip("pyarrow", reason="Arrow is an extra: [parquet]")
    return pa.RecordBatch.from_pydict({"id": [*range(51)], "text": [*TEXTS, None], "url": ["https://example.com"] * 51})


def test_an_arrow_batch_becomes_as_many_rows():
    from article_clean import ARTICLE_SCHEMA, clean_batch  # noqa: PLC0415  # needs an extra

    done = clean_batch(table(), keep=["id"])
    assert done.schema.names == ["id", *ARTICLE_SCHEMA.names]
    assert done.column("id").to_pylist() == [*range(51)]
    rows = done.to_pylist()
    assert [article_of(row) for row in rows[:-1]] == [clean(text, url="https://example.com") for text in TEXTS]
    assert rows[-1]["error"] == "SourceError: the field 'text' holds nothing, not text"
    assert rows[-1]["body"] is None


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"column": "raw"}, "no column 'raw'; the table has 'id', 'text', 'url'"),
        ({"keep": ["rank"]}, "no column 'rank'"),
    ],
)
def test_a_missing_column_is_told(how, told):
    from article_clean import clean_batch  # noqa: PLC0415  # needs an extra

    with pytest.raises(ArticleCleanError, match=told):
        clean_batch(table(), **how)


def test_a_kept_column_must_not_hide_one_of_the_article():
    from article_clean import clean_batch  # noqa: PLC0415  # needs an extra

    batch = table().rename_columns(["body", "text", "url"])
    with pytest.raises(ArticleCleanError, match="an article has a column 'body' of its own"):
        clean_batch(batch, keep=["body"])


def test_a_kept_address_takes_the_place_of_the_articles():
    from article_clean import ARTICLE_SCHEMA, clean_batch  # noqa: PLC0415  # needs an extra

    done = clean_batch(table(), keep=["url"])
    assert done.schema.names == ["url", *(name for name in ARTICLE_SCHEMA.names if name != "url")]
    assert {*done.column("url").to_pylist()} == {"https://example.com"}


def test_spark_cleans_a_parquet_file_of_20_000_rows(tmp_path):
    pytest.importorskip("pyspark", reason="Spark is an extra: [spark]")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java 17")
    pa, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    texts = [None if n % 1000 == 0 else TEXTS[n % 50] for n in range(ROWS)]
    parquet.write_table(pa.table({"id": range(ROWS), "text": texts}), tmp_path / "in.parquet")
    script = ROOT / "tests" / "adapters" / "engines" / "spark_job.py"
    command = [sys.executable, script, tmp_path / "in.parquet", tmp_path / "out.parquet"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
    done = run_process(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]) | {"version": ""} == {"rows": ROWS, "failed": 20, "version": ""}
    rows = {row["id"]: row for row in parquet.read_table(tmp_path / "out.parquet").to_pylist()}
    assert sorted(rows) == [*range(ROWS)]
    for n in (1, 777, ROWS - 1):
        assert article_of(rows[n]) == clean(texts[n])
    assert rows[1000]["error"].startswith("SourceError")


def datatrove_run(reader, tmp_path):
    pytest.importorskip("datatrove", reason="datatrove is an extra: [datatrove]")
    script = ROOT / "tests" / "adapters" / "engines" / "datatrove_job.py"
    command = [sys.executable, script, reader, tmp_path / "in", tmp_path / "out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = run_process(command, capture_output=True, text=True, env=environment, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for path in (tmp_path / "out").glob("*.gz") for line in gzip.open(path)]


def test_datatrove_cleans_json_lines(tmp_path):
    (tmp_path / "in").mkdir()
    lines = (json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(TEXTS))
    (tmp_path / "in" / "a.jsonl").write_text("".join(lines))
    rows = datatrove_run("jsonl", tmp_path)
    assert len(rows) == len(TEXTS)
    for row in rows:
        wanted = clean(TEXTS[int(row["id"])])
        assert row["text"] == wanted.body
        assert article_of({**row["metadata"]["article"], "body": row["text"]}) == wanted


def test_datatrove_cleans_a_web_archive(tmp_path):
    (tmp_path / "in").mkdir()
    pages = [PAGE % text.replace("\n\nNo comments:\n", "").encode() for text in TEXTS[:5]]
    records = [one for n, page in enumerate(pages) for one in (request(f"q{n}"), response(f"p{n}", page))]
    (tmp_path / "in" / "a.warc.gz").write_bytes(zipped(*records))
    rows = datatrove_run("warc", tmp_path)
    assert [row["metadata"]["url"] for row in rows] == [f"https://example.com/p{n}" for n in range(5)]
    assert [row["text"] for row in rows] == [clean(page, url="https://example.com").body for page in pages]
    assert {row["metadata"]["article"]["headline"] for row in rows} == {"A harbour"}


def test_a_document_that_fails_stays_as_it_is():
    pytest.importorskip("datatrove", reason="datatrove is an extra: [datatrove]")
    script = (
        "from unruly import unruly; from datatrove.data import Document\n"
        "from article_clean import DEFAULT; from article_clean.adapters.datatrove import ArticleCleaner\n"
        "(doc,) = ArticleCleaner(pipeline=DEFAULT.with_(unruly))([Document(text='BAD', id='1')])\n"
        "print(doc.text, doc.metadata)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    done = run_process([sys.executable, "-c", script], capture_output=True, text=True, env=environment)
    assert done.stdout == (
        "BAD {'article_error': \"ValueError: it is bad; raised in cleaner 'unruly' of the boilerplate stage\"}\n"
    )


def test_a_pandas_series_becomes_a_frame_with_its_index():
    pd = pytest.importorskip("pandas", reason="pandas is an extra: [pandas]")
    import article_clean.adapters.pandas  # noqa: F401, PLC0415  # needs an extra

    frame = pd.DataFrame({"text": [TEXTS[0], None]}, index=["a", "b"])
    done = frame["text"].article.clean()
    assert list(done.index) == ["a", "b"]
    assert done.loc["a", ["byline", "dateline", "body"]].tolist() == [
        "By Jane Doe",
        "PARIS (AP)",
        "Text number 0 tells of the harbour.",
    ]
    assert done.loc["a", "article"] == clean(TEXTS[0])
    assert done.loc["b", "error"].startswith("InputTypeError")
    assert done.loc["b", "body"] is None


@pytest.mark.parametrize("module", ["spark", "datatrove", "pandas"])
def test_a_missing_engine_is_told_with_what_to_install(module):
    engine = {"spark": "pyspark"}.get(module, module)
    code = f"import sys; sys.modules[{engine!r}] = None; import article_clean.adapters.{module}"
    done = run_process([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert f"{engine} is not installed; run pip install 'article-clean[{module}]'" in done.stderr
