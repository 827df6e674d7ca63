"""The README's code runs, and what it shows is what comes out."""

import doctest
import re
import shlex
from pathlib import Path

import pytest
from cases import ROOT

from article_clean.cli import main

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [body.strip() for language, body in FENCES if language == "sh"]
SHOWN = [body for language, body in FENCES if language == "text"]


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


def test_the_python_code_runs_and_shows_what_it_says():
    names: dict[str, object] = {"__name__": "readme"}
    blocks = [body for language, body in FENCES if language == "python"]
    assert len(blocks) == 4
    for n, block in enumerate(blocks):
        example = doctest.DocTestParser().get_doctest(block, names, f"python block {n + 1}", "README.md", 0)
        if not example.examples:
            exec(block, names)  # noqa: S102  # the README's own code
            continue
        example.globs = names
        report: list[str] = []
        doctest.DocTestRunner().run(example, out=report.append, clear_globs=False)
        assert report == [], "".join(report)


def test_the_text_before_is_the_fixture():
    assert SHOWN[0] == Path("fixtures/articles/frozen_harbour.txt").read_text(encoding="utf-8")


def test_the_text_after_is_what_the_command_prints(capsys):
    install, _, command = COMMANDS[0].rpartition(" && ")
    program, *arguments = shlex.split(command)
    assert (install, program) == ("python3 -m venv .venv && .venv/bin/pip install -q .", ".venv/bin/article-clean")
    assert main(arguments) == 0
    assert capsys.readouterr() == (SHOWN[1], "")


def test_one_line_runs_the_tests_and_ci_reads_it_from_here():
    assert COMMANDS[1:] == [
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/python -m pytest"
    ]
    assert COMMANDS[1] in README.splitlines()


def test_the_usage_shown_is_the_usage_of_the_command(capsys):
    with pytest.raises(SystemExit):
        main(["clean", "--help"])
    usage = capsys.readouterr().out.partition("\n\n")[0].removeprefix("usage: ")
    assert SHOWN[2].splitlines()[0] == " ".join(usage.split())


def test_links_lead_to_files():
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_pictures_are_light():
    sizes = [path.stat().st_size for path in (ROOT / "docs" / "pictures").glob("*.png")]
    assert sizes
    assert max(sizes) < 200_000
