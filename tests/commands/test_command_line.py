"""The habits of a command line: names, standard streams, options with several values, usage, files that are written."""

import json
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

import pytest
from cases import FIXTURES, ROOT

import article_clean
from article_clean import DEFAULT, article_of, clean
from article_clean.cli import COMMANDS, main

STORY = FIXTURES / "articles" / "frozen_harbour.txt"
BLOG = FIXTURES / "articles" / "wrapped_blog.txt"
PAGE = FIXTURES / "pages" / "second_ferry.html"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def run(capsys):
    """Run the command in this process: exit status, what it printed, what it complained about."""

    def call(*arguments):
        try:
            status = main([str(one) for one in arguments])
        except SystemExit as left:
            status = left.code
        return status, *capsys.readouterr()

    return call


def command(*arguments, around="", stdin=subprocess.DEVNULL):
    """The command in a process of its own: exit status, what it printed, what it complained about."""
    words = [sys.executable, "-m", "article_clean", *map(str, arguments)]
    words = ["sh", "-c", f'"$@" {around}', "sh", *words] if around else words
    how = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
    done = subprocess.run(words, capture_output=True, timeout=60, check=False, env=ENVIRONMENT, **how)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_version_is_printed(run):
    assert run("--version") == (0, f"article-clean {article_clean.__version__}\n", "")


def test_the_version_is_that_of_the_package():
    try:
        assert article_clean.__version__ == version("article-clean")
    except PackageNotFoundError:
        pytest.skip("the package is not installed")


def test_a_file_alone_is_cleaned(run):
    assert run(STORY) == run("clean", STORY)
    assert run("--format", "json", STORY, BLOG) == run("clean", STORY, BLOG, "--format", "json")


def test_the_name_of_a_command_wins_over_a_file(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cleaners").write_text("The harbour froze.")
    assert "smart_quotes" in run("cleaners")[1]
    assert run("./cleaners") == (0, "The harbour froze.\n", "")


def test_a_word_that_is_no_command_and_no_file_is_wrong_usage(run):
    status, out, err = run("wash", STORY)
    assert (status, out) == (2, "")
    assert f"there is no command and no file 'wash'; the commands are {', '.join(COMMANDS)}" in err


def test_a_file_that_is_not_there_is_a_failed_input(run):
    assert run("none.txt") == (1, "", "article-clean: none.txt: No such file or directory\n")


@pytest.mark.parametrize("arguments", [(), ("clean", "-")])
def test_what_is_piped_in_is_cleaned(arguments):
    assert command(*arguments, stdin=b"The harbour froze.\n\n2 comments:\n") == (0, "The harbour froze.\n", "")


def test_what_is_redirected_into_standard_input_is_cleaned():
    with BLOG.open("rb") as file:
        assert command("--format", "markdown", stdin=file)[1] == command("clean", BLOG, "--format", "markdown")[1]


def test_explain_and_batch_read_what_is_piped_in(tmp_path):
    assert "The harbour froze." in command("explain", stdin=b"The harbour froze.")[1]
    output = tmp_path / "out.jsonl"
    assert command("batch", "-o", output, "--quiet", stdin=b'{"text": "The harbour froze."}\n')[0] == 0
    assert json.loads(output.read_bytes())["body"] == "The harbour froze."


@pytest.mark.parametrize("arguments", [(), ("clean",), ("explain",), ("batch", "-o", "out.jsonl")])
def test_without_an_input_the_usage_is_shown(run, arguments):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: article-clean")
    assert "pipe a text in" in err


@pytest.mark.parametrize(
    "options",
    [
        ("--without", "smart_quotes,captions"),
        ("--without", "smart_quotes", "--without", "captions"),
        ("--without=captions,,smart_quotes",),
    ],
    ids=["commas", "repeated", "one word"],
)
def test_an_option_with_several_values_takes_no_file(run, options):
    wanted = clean(STORY.read_bytes(), pipeline=DEFAULT.without("smart_quotes", "captions"))
    _, out, _ = run("clean", *options, STORY, "--format", "json")
    assert article_of(json.loads(out)) == wanted


def test_options_stand_anywhere_among_files(run):
    assert run("clean", STORY, "--format", "json", BLOG) == run("clean", "--format", "json", STORY, BLOG)


def test_a_file_whose_name_begins_with_a_hyphen_stands_behind_two(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-x.txt").write_text("The harbour froze.")
    assert run("clean", "--", "-x.txt") == (0, "The harbour froze.\n", "")


def test_fields_to_keep_and_columns_end_at_commas(tmp_path):
    records, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    records.write_text('{"id": 1, "text": "Ice.", "site": "coast", "rank": 3}\n')
    assert main(["batch", "--keep", "site,rank", "--columns", "body", str(records), "-o", str(output), "--quiet"]) == 0
    assert [*json.loads(output.read_bytes())] == ["id", "site", "rank", "body"]


def test_a_column_that_an_article_does_not_have_is_wrong_usage(run, tmp_path):
    status, _, err = run("batch", STORY, "-o", tmp_path / "out.jsonl", "--columns", "title")
    assert status == 2
    assert "an article has no column 'title'; it has headline, deck" in err


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("clean", STORY, "--frobnicate"), "clean"),
        (("clean", STORY, "--without", "captoins"), "clean"),
        (("clean", STORY, BLOG, "--url", "https://coast.example"), "clean"),
        (("clean", STORY, "--engine", "none.json"), "clean"),
        (("explain", STORY, "--versus", "default"), "explain"),
        (("explain", STORY, "--pipeline", "none.json"), "explain"),
        (("batch", STORY, "-o", "o.jsonl", "--without", "captoins"), "batch"),
        (("batch", STORY), "batch"),
        (("train", "blocks"), "train"),
        (("cleaners", "all"), "cleaners"),
    ],
)
def test_wrong_usage_shows_the_usage_of_the_command_at_hand(run, arguments, name):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: article-clean [clean] " if name == "clean" else f"usage: article-clean {name} ")
    assert err.splitlines()[-1].startswith("article-clean")


@pytest.mark.parametrize("arguments", [("clean", STORY), ("--help",)])
def test_a_closed_standard_output_is_told_without_a_traceback(arguments):
    status, _, err = command(*arguments, around=">&-")
    assert status == 1
    assert err == "article-clean: cannot write: Bad file descriptor\n"


def test_a_closed_standard_output_is_no_fault_where_nothing_is_printed(tmp_path):
    output = tmp_path / "story.txt"
    assert command("clean", STORY, "-o", output, around=">&-") == (0, "", "")
    assert output.read_text(encoding="utf-8").startswith("Port Ellery harbour")


def test_a_closed_standard_input_is_a_failed_input():
    assert command("clean", "-", around="<&-") == (1, "", "article-clean: -: standard input is closed\n")


def test_complaints_do_not_go_to_the_results_where_standard_error_is_closed(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert command("clean", empty, around="2>&-") == (0, "\n", "")


def test_a_pipe_that_is_closed_early_is_no_error_for_help():
    assert command("--help", around="| true")[2] == ""


@pytest.mark.parametrize("ending", ["txt", "json", "jsonl", "md"])
def test_the_output_file_holds_what_would_be_printed_in_the_form_of_its_ending(run, tmp_path, ending):
    form = {"txt": "text", "json": "json", "jsonl": "json", "md": "markdown"}[ending]
    output = tmp_path / f"story.{ending}"
    assert run("clean", STORY, BLOG, "-o", output) == (0, "", "")
    assert output.read_text(encoding="utf-8") == run("clean", STORY, BLOG, "--format", form)[1]


def test_a_hyphen_as_output_is_standard_output(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("clean", STORY, "-o", "-") == run("clean", STORY)
    assert run("explain", STORY, "-o", "-")[1].startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_exists_or_is_an_input_stays(run, tmp_path):
    story, output = tmp_path / "story.txt", tmp_path / "out.txt"
    story.write_text("Ice.")
    output.write_text("mine")
    assert run("clean", story, "-o", output) == (2, "", f"article-clean: {output} exists; --overwrite replaces it\n")
    assert run("clean", story, "-o", story, "--overwrite")[0] == 2
    assert (story.read_text(), output.read_text()) == ("Ice.", "mine")
    assert run("clean", story, "-o", output, "--overwrite") == (0, "", "")
    assert output.read_text() == "Ice.\n"


def test_the_address_of_a_file_can_be_given(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE.read_text(encoding="utf-8").replace("datePublished", "x"), encoding="utf-8")
    url = "https://coast.example/2021/03/04/second-ferry"
    _, out, _ = run("clean", page, "--url", url, "--format", "json")
    assert article_of(json.loads(out)) == clean(page.read_bytes(), url=url)


def test_a_pipeline_of_a_file_is_run(run, tmp_path):
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps(DEFAULT.only("smart_quotes").to_dict()), encoding="utf-8")
    _, out, _ = run("clean", STORY, "--pipeline", plan, "--format", "json")
    assert article_of(json.loads(out)) == clean(STORY.read_bytes(), pipeline=DEFAULT.only("smart_quotes"))


def test_json_has_the_name_of_its_input_the_authors_and_the_paragraphs(run):
    row = json.loads(run("clean", STORY, "--format", "json")[1])
    article = clean(STORY.read_bytes())
    assert (row["input"], row["authors"]) == (str(STORY), ["Ada Quill"])
    assert tuple(row["paragraphs"]) == article.paragraphs
    assert {**article.to_row(), **{name: row[name] for name in ("input", "authors", "paragraphs")}} == row
