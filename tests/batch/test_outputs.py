"""Outputs: no file is lost to one, whatever it is called."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from article_clean.batch.outputs import check_outputs, write_text
from article_clean.cli import main
from article_clean.errors import OutputError

STORY = "The harbour froze on Monday, the first time in sixty years.\n"
PLAN = {"cleaners": [{"name": "smart_quotes"}]}


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in.txt").write_text(STORY)
    Path("in.jsonl").write_text(json.dumps({"text": STORY, "body": STORY, "url": "https://example.com/1"}) + "\n")
    Path("plan.json").write_text(json.dumps(PLAN))


WRITING = {
    "explain": ["explain", "in.txt", "-o"],
    "train": ["train", "blocks", "in.jsonl", "-o"],
}


@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING)
def test_an_output_that_exists_stays(command, capsys):
    Path("mine").write_text("mine")
    assert main([*command, "mine"]) == 2
    assert capsys.readouterr().err == "article-clean: mine exists; --overwrite replaces it\n"
    assert Path("mine").read_text() == "mine"


def test_an_output_is_replaced_where_that_is_asked_for():
    Path("mine").write_text("mine")
    assert main(["explain", "in.txt", "-o", "mine", "--overwrite"]) == 0
    assert Path("mine").read_text().startswith("<!doctype html>")


@pytest.mark.parametrize("link", [None, os.symlink, os.link], ids=["itself", "symlink", "hard link"])
@pytest.mark.parametrize("more", [[], ["--overwrite"]], ids=["new", "overwrite"])
@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING)
def test_an_output_is_never_an_input(command, more, link, capsys):
    source = Path(command[-2])
    output = source.with_name("other") if link else source
    if link:
        link(source, output)
    before = source.read_bytes()
    assert main([*command, str(output), *more]) == 2
    assert f"{output} is an input" in capsys.readouterr().err
    assert source.read_bytes() == before


@pytest.mark.parametrize("option", ["--pipeline", "--versus"])
def test_an_output_is_no_pipeline_that_is_read(option, capsys):
    assert main(["explain", "in.txt", option, "plan.json", "-o", "plan.json", "--overwrite"]) == 2
    assert "plan.json is an input" in capsys.readouterr().err
    assert json.loads(Path("plan.json").read_text()) == PLAN


def test_standard_input_that_is_a_file_is_an_input(monkeypatch):
    with Path("in.txt").open("rb") as file:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
        with pytest.raises(OutputError, match=r"in\.txt is an input, the same file as -"):
            check_outputs(["in.txt"], ["-"], overwrite=True)


def test_two_outputs_are_two_files():
    with pytest.raises(OutputError, match=r"\./one is named for two outputs"):
        check_outputs(["one", "./one"], [], overwrite=True)


def test_a_device_may_be_written():
    check_outputs([os.devnull], ["in.txt"])
    write_text(os.devnull, STORY)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system to fail a write")
def test_an_output_that_cannot_be_written_is_told_without_a_traceback(capsys):
    assert main(["explain", "in.txt", "-o", "/dev/full"]) == 1
    assert capsys.readouterr().err == "article-clean: /dev/full: No space left on device\n"


def test_a_file_is_written_whole_or_not_at_all(monkeypatch):
    Path("mine").write_text("mine")
    monkeypatch.setattr(Path, "replace", _refused)
    with pytest.raises(OSError, match="no"):
        write_text("mine", STORY)
    assert Path("mine").read_text() == "mine"
    assert not list(Path().glob("*.partial"))


def _refused(*_):
    message = "no"
    raise OSError(message)


def test_a_link_that_is_written_stays_one():
    Path("mine").write_text("mine")
    Path("link").symlink_to("mine")
    write_text("link", STORY)
    assert Path("link").is_symlink()
    assert Path("mine").read_text() == STORY
