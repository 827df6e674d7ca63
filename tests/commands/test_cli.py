"""The command: what goes to which stream, and with which exit status."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cases import FIXTURES
from processes import LIMIT, interruptible, run_process

from article_clean import DEFAULT, article_of, clean
from article_clean.cli import main
from article_clean.views import comparison, page

BLOG = FIXTURES / "articles" / "wrapped_blog.txt"
WIRE = FIXTURES / "articles" / "wire_story.txt"
COMMAND = [sys.executable, "-m", "article_clean"]


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


def test_the_text_is_the_article_as_a_paper_prints_it(run):
    status, out, err = run("clean", WIRE)
    assert (status, err) == (0, "")
    parts = out.rstrip("\n").split("\n\n")
    article = clean(WIRE.read_bytes())
    assert parts[:2] == [article.headline, "2021-03-04"]
    assert parts[2] == f"HARLOW BAY, Maine (AP) — {article.paragraphs[0]}"
    assert tuple(parts[3:]) == article.paragraphs[1:]


def test_json_is_one_line_that_loads_as_the_article(run):
    status, out, err = run("clean", WIRE, BLOG, "--format", "json")
    assert (status, err) == (0, "")
    rows = [article_of(json.loads(line)) for line in out.splitlines()]
    assert rows == [clean(WIRE.read_bytes()), clean(BLOG.read_bytes())]


def test_markdown_has_the_fields_in_front_matter(run):
    _, out, _ = run("clean", WIRE, "--format", "markdown")
    assert out == clean(WIRE.read_bytes()).to_markdown(front_matter=True)
    assert "\ndate: 2021-03-04\n" in out


LEAD = "It rained for two days, the office said, and then it stopped."
XINHUA = "新华社北京1月5日电(记者张三)中国国家统计局5日发布数据。"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (f"PARIS (AP) — {LEAD}\n\nMore is to come.", f"PARIS (AP) — {LEAD}\n\nMore is to come."),
        (f"PARIS: {LEAD}\n\nMore is to come.", f"PARIS: {LEAD}\n\nMore is to come."),
        (f"PARIS (AP)\n\n{LEAD}", f"PARIS (AP)\n\n{LEAD}"),
        (f"PARIS (AP) &mdash; {LEAD}", f"PARIS (AP) — {LEAD}"),
        (f"The ferry sails again.\n\nOSLO (AP) -- {LEAD}", f"The ferry sails again.\n\nOSLO (AP) -- {LEAD}"),
        (
            "新华社北京1月5日电(记者张三)中国国家统计局5日发布数据。",
            "新华社北京1月5日电(记者张三)中国国家统计局5日发布数据。",
        ),
    ],
    ids=["before its sentence", "colon", "own line", "entity", "second paragraph", "no space behind it"],
)
def test_a_dateline_is_printed_where_it_stood(run, tmp_path, source, shown):
    file = tmp_path / "story.txt"
    file.write_text(source, encoding="utf-8")
    assert clean(source).dateline
    assert run("clean", file)[1].rstrip("\n").endswith(shown)


@pytest.mark.parametrize("path", sorted((FIXTURES / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_printed_is_read_as_the_same_article(run, path):
    article, again = clean(path.read_bytes()), clean(run("clean", path)[1])
    for name in ("headline", "deck", "byline", "dateline", "published", "body"):
        assert getattr(again, name) == getattr(article, name), name


def test_removed_passages_are_listed_with_place_role_cleaner_and_reason(run):
    _, plain, _ = run("clean", BLOG)
    status, out, _ = run("clean", BLOG, "--show-removed")
    assert status == 0
    assert out.startswith(plain)
    article = clean(BLOG.read_bytes())
    (last,) = article.removed[-1:]
    assert f"Removed ({len(article.removed)}):" in out
    assert f"  {last.start}-{last.end}  {last.role}  Post a Comment\n      {last.cleaner}: {last.reason}\n" in out


def test_a_cleaner_can_be_left_out(run):
    taken = [one.cleaner for one in clean(BLOG.read_bytes()).removed]
    status, out, _ = run("clean", BLOG, "--without", ",".join({*taken, "leftovers"}))
    assert status == 0
    assert "Post a Comment" in out


def test_an_unknown_cleaner_is_wrong_usage_and_the_nearest_is_named(run):
    status, out, err = run("clean", BLOG, "--without", "smart_quote")
    assert (status, out) == (2, "")
    assert "unknown cleaner 'smart_quote'; did you mean 'smart_quotes'?" in err


@pytest.mark.parametrize(
    "arguments", [(), ("clean",), ("clean", "a", "--format", "yaml"), ("clean", "a", "--kind", "pdf"), ("wash", "a")]
)
def test_wrong_usage_exits_with_two(run, arguments):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: article-clean")


def test_a_missing_file_fails_and_the_others_are_done(run, tmp_path):
    status, out, err = run("clean", tmp_path / "none.txt", tmp_path, BLOG, "--format", "json")
    assert status == 1
    assert len(out.splitlines()) == 1
    assert err.splitlines() == [
        f"article-clean: {tmp_path / 'none.txt'}: No such file or directory",
        f"article-clean: {tmp_path}: Is a directory",
    ]


def test_several_texts_stand_under_their_names(run):
    _, out, _ = run("clean", WIRE, BLOG)
    assert out.startswith(f"==> {WIRE} <==\n\nFerry that vanished")
    assert f"\n\n==> {BLOG} <==\n\nThe county council" in out


def test_warnings_go_to_the_other_stream(run, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    status, out, err = run("clean", empty)
    assert (status, out, err) == (0, "\n", f"article-clean: {empty}: the input is empty\n")


def test_kind_text_without_residual_markup_leaves_markup_alone(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>Ice.</p>\n\n<p>Snow.</p>")
    assert run("clean", page, "--kind", "text", "--without", "residual_markup")[1] == "<p>Ice.</p>\n\n<p>Snow.</p>\n"


def test_standard_input_is_read_as_bytes(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\ufeffThe harbour froze.".encode("utf-16-le"))))
    assert run("clean", "-") == (0, "The harbour froze.\n", "")


def test_explain_prints_the_terminal_view(run):
    article = clean(WIRE.read_bytes())
    assert run("explain", WIRE) == (0, article.report(color=False) + "\n", "")


def test_explain_writes_the_page_and_prints_nothing(run, tmp_path):
    target = tmp_path / "page.html"
    assert run("explain", WIRE, "-o", target, "--without", "captions") == (0, "", "")
    article = clean(WIRE.read_bytes(), pipeline=DEFAULT.without("captions"))
    assert target.read_text(encoding="utf-8") == page(article, WIRE.name)


def test_explain_compares_two_pipelines_on_one_text(run, tmp_path):
    plan, target = tmp_path / "kept_quotes.json", tmp_path / "page.html"
    theirs = DEFAULT.without("smart_quotes")
    plan.write_text(json.dumps(theirs.to_dict()), encoding="utf-8")
    assert run("explain", BLOG, "--without", "hard_wraps", "--versus", plan, "-o", target) == (0, "", "")
    ours = clean(BLOG.read_bytes(), pipeline=DEFAULT.without("hard_wraps"))
    names = ("default without hard_wraps", "kept_quotes")
    wanted = comparison(ours, clean(BLOG.read_bytes(), pipeline=theirs), names, BLOG.name)
    assert target.read_text(encoding="utf-8") == wanted


def test_explain_runs_a_pipeline_from_a_file(run, tmp_path):
    plan = tmp_path / "only.json"
    plan.write_text(json.dumps(DEFAULT.only("smart_quotes").to_dict()), encoding="utf-8")
    _, out, _ = run("explain", BLOG, "--pipeline", plan)
    assert "comment_trailers" not in out
    assert "smart_quotes" in out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--versus", "default"), "--versus makes a page; name it with -o PAGE"),
        (("--pipeline", "none.json"), "none.json: not a pipeline: No such file"),
        (("--without", "captoins"), "did you mean 'captions'?"),
        (("--versus", __file__, "-o", "page.html"), "test_cli.py: not a pipeline: it is not JSON (Extra data"),
    ],
)
def test_explain_says_what_is_wrong_with_its_usage(run, arguments, complaint):
    status, out, err = run("explain", BLOG, *arguments)
    assert (status, out) == (2, "")
    assert complaint in err


def test_explain_fails_where_there_is_no_file(run, tmp_path):
    missing = tmp_path / "none.txt"
    assert run("explain", missing) == (1, "", f"article-clean: {missing}: No such file or directory\n")


def test_explain_says_where_it_cannot_write(run, tmp_path):
    status, _, err = run("explain", BLOG, "-o", tmp_path)
    assert (status, err) == (1, f"article-clean: {tmp_path}: Is a directory\n")


def test_the_cleaners_are_listed_with_stage_and_what_they_take(run):
    status, out, err = run("cleaners")
    assert (status, err) == (0, "")
    rows = [line.split(maxsplit=2) for line in out.splitlines()]
    assert [(stage, name) for stage, name, _ in rows] == [(one.stage, one.name) for one in DEFAULT.cleaners]


def test_the_help_tells_the_exit_status(run):
    status, out, err = run("--help")
    assert (status, err) == (0, "")
    assert "0 done, 1 an input failed, 2 wrong usage, 130 interrupted" in " ".join(out.split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system to fail a write")
def test_a_full_disk_is_told_and_no_traceback_shown():
    with Path("/dev/full").open("w") as full:
        done = run_process([*COMMAND, "clean", WIRE], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "article-clean: cannot write: No space left on device\n")


def test_a_reader_that_has_seen_enough_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    done = run_process([*COMMAND, "clean", WIRE], stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interrupt_exits_with_130_and_no_traceback():
    with (
        interruptible(),
        subprocess.Popen(
            [*COMMAND, "clean", BLOG, "-", "--format", "json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        ) as process,
    ):
        first = process.stdout.readline()  # now it waits for standard input
        process.send_signal(signal.SIGINT)
        assert process.wait(LIMIT) == 130
        assert process.stderr.read() == b""
    assert json.loads(first)["body"].startswith("The")


def test_the_console_output_is_utf_8_whatever_the_locale():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = run_process([*COMMAND, "clean", BLOG], capture_output=True, env=environment)
    assert "£340,000" in done.stdout.decode()
