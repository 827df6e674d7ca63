"""`article-clean batch -o DIR/ --format markdown`: one file for each record, named by its id, nothing overwritten."""

import json
from pathlib import Path

import pytest

from article_clean import clean
from article_clean.batch.markdown_files import MarkdownSink, file_stem
from article_clean.cli import main

TEXTS = {
    "ice": "The harbour froze on Monday.\n\n- thick ice\n\n- thin ice\n",
    "page": "<html><body><article><h2>Ice</h2><p>The harbour froze and it was <b>cold</b> there.</p></article>",
}


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines({"id": name, "text": text} for name, text in TEXTS.items())


def lines(records):
    Path("in.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")


def batch(*arguments, output="out/"):
    return main(["batch", "in.jsonl", "-o", output, "--format", "markdown", *arguments])


def files(folder="out"):
    return {path.name: path.read_text(encoding="utf-8") for path in Path(folder).iterdir()}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_each_record_is_a_file_that_has_its_id(workers):
    assert batch("--workers", workers) == 0
    assert files() == {f"{name}.md": clean(text).to_markdown(front_matter=True) for name, text in TEXTS.items()}


def test_a_record_that_fails_has_no_file():
    lines([{"id": "ice", "text": TEXTS["ice"]}, {"id": "none"}])
    assert batch() == 1
    assert [*files()] == ["ice.md"]
    assert json.loads(Path("out.errors.jsonl").read_text(encoding="utf-8"))["id"] == "none"


def test_ids_that_make_one_name_make_several_files():
    lines({"id": one, "text": f"The harbour froze {n} times."} for n, one in enumerate(["a/b", "A:B", "a-b-2", "a b"]))
    assert batch() == 0
    assert {name: text.split()[-2] for name, text in files().items()} == {
        "a-b.md": "0", "A-B-2.md": "1", "a-b-2-2.md": "2", "a-b-3.md": "3"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("record", "stem"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("..", "_"),
        ("", "_"),
        ("con.txt", "_con.txt"),
        ("ice\0\n", "ice"),
        ("भाषा", "भ-ष"),
        ("x" * 300, "x" * 100),
    ],
)
def test_any_id_makes_a_safe_name(record, stem):
    assert file_stem(record) == stem


@pytest.mark.parametrize("option", [[], ["--overwrite"]])
def test_a_folder_that_holds_anything_is_left_alone(option, capsys):
    Path("out").mkdir()
    Path("out/ice.md").write_text("mine", encoding="utf-8")
    assert batch(*option) == 2
    assert "nothing in it is overwritten" in capsys.readouterr().err
    assert files() == {"ice.md": "mine"}


def test_an_empty_folder_is_filled():
    Path("out").mkdir()
    assert batch(output="out") == 0
    assert len(files()) == 2


def test_a_run_that_was_killed_while_it_wrote_the_files_goes_on(monkeypatch):
    finish = MarkdownSink.finish

    def killed(*_):
        Path("out.files.partial").mkdir()
        Path("out.files.partial/ice.md").write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(MarkdownSink, "finish", killed)
    assert batch() == 130
    monkeypatch.setattr(MarkdownSink, "finish", finish)
    assert batch("--resume") == 0
    assert files()["ice.md"] == clean(TEXTS["ice"]).to_markdown(front_matter=True)
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["in.jsonl", "out", "out.state"]


@pytest.mark.parametrize("option", [["--lean"], ["--columns", "body"], ["--keep", "id"]])
def test_a_file_of_markdown_has_no_columns(option, capsys):
    assert batch(*option) == 2
    assert "it goes with no" in capsys.readouterr().err


def test_standard_output_is_no_folder():
    assert batch(output="-") == 2
