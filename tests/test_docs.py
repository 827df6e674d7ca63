"""What the documentation shows is what comes out: its code, its plug-in, its notebook, its panes."""

import ast
import doctest
import importlib.util
import inspect
import os
import re
import shlex
import sys
from html.parser import HTMLParser

import pytest
import trafilatura
from archives import request, response, zipped
from cases import FIXTURES, ROOT
from processes import run_process

import article_clean
from article_clean import DEFAULT, Article, Edit, clean
from article_clean.cli import main
from article_clean.core.cleaner import page as cleaner_page

DOCS = ROOT / "docs"
NOTEBOOK = DOCS / "notebooks" / "corpus.ipynb"
PAGES = sorted(path for path in DOCS.rglob("*.md") if path.parent != DOCS / "cleaners")  # those are generated
ARTICLES = sorted((FIXTURES / "articles").glob("*.txt"))
LARGEST_NOTEBOOK = 150_000  # bytes, with its outputs
CODE_COLUMNS = 104  # that fit between the menus of a window of 1440 pixels, in the type of docs/_static/panes.css
BLOCK = re.compile(
    r"(?:^`(?P<file>[\w.]+)`[^\n]*:\n\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
IMPORTED = re.compile(r"(?:from|import) article_clean\.([\w.]+)")
NAMED_FILE = re.compile(r"`([\w./-]+\.(?:py|tsv|json|svg))`")
FILES = [
    path.as_posix() for name in ("article_clean", "tests", "fixtures", "docs") for path in (ROOT / name).rglob("*.*")
]
EXAMPLES = {  # files of a reader's own, and patterns of names
    "pickle.py", "tide_tables.py", "test_tide_tables.py",
    "article_clean/knowledge/phrases/xx.tsv", "fixtures/articles/NAME.json",
}  # fmt: skip

sys.path[:0] = [str(DOCS / "_ext"), str(DOCS / "notebooks")]

from panes import article_pane, source_pane  # noqa: E402


class Reader(HTMLParser):
    """Reads a pane: the source without what was put in, and what is kept of it."""

    def __init__(self, pane):
        """Read it."""
        super().__init__()
        self.source, self.kept, self.inside = "", "", []
        self.feed(pane)

    def handle_starttag(self, tag, _attributes):
        """Go in."""
        self.inside.append(tag)

    def handle_endtag(self, tag):
        """Go out by the same door."""
        assert self.inside.pop() == tag

    def handle_data(self, data):
        """Take what belongs to either."""
        if "span" in self.inside:  # a tag or a mark, of the pane's own
            return
        data = chr(int(data.removeprefix("U+"), base=16)) if "kbd" in self.inside else data
        if "ins" not in self.inside:
            self.source += data
        if "del" not in self.inside:
            self.kept += data


def blocks(page):
    """The code on a page: the name of the file that it is, if any, its language, and the text."""
    return [match.group("file", "language", "text") for match in BLOCK.finditer(page.read_text(encoding="utf-8"))]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Make the folder in which the code of a page runs, with the fixtures and the files that a reader would have."""
    page = (FIXTURES / "pages" / "second_ferry.html").read_bytes()
    teasers = (FIXTURES / "pages" / "odd" / "good-related.html").read_bytes()
    picture = response("d", b"\x89PNG", media="image/png")
    missing = response("c", b"gone", status="404 Not Found")
    archive = zipped(request("a"), response("a", page), response("b", teasers), missing, picture)
    (tmp_path / "fixtures").symlink_to(FIXTURES)
    (tmp_path / "story.txt").write_bytes((FIXTURES / "articles" / "frozen_harbour.txt").read_bytes())
    (tmp_path / "page.html").write_bytes(page)
    (tmp_path / "app.html").write_text('<html><body><div id="app"></div><script src="/app.js"></script></body></html>')
    (tmp_path / "news.jsonl").write_text('{"id": 1, "content": "It rained."}\n{"id": 2, "text": "It snowed."}\n')
    (tmp_path / "crawl.warc.gz").write_bytes(archive)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.usefixtures("folder")
def test_the_code_on_a_page_shows_what_comes_out(page, capsys):
    names: dict[str, object] = {}
    for file, language, text in blocks(page):
        if language == "console":
            run_commands(text, capsys)
        if language != "python" or file:
            continue
        example = doctest.DocTestParser().get_doctest(text, names, page.name, page.name, 0)
        assert example.examples, "code that shows nothing is run by no test"
        example.globs = names
        report: list[str] = []
        doctest.DocTestRunner().run(example, out=report.append, clear_globs=False)
        assert report == [], "".join(report)


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.stem)
def test_code_fits_its_column(page):
    code = [
        line
        for _, language, text in blocks(page)
        if language in {"py", "python"}
        for line in text.splitlines()
        if language == "py" or line.startswith((">>> ", "... "))
    ]
    assert [line for line in code if len(line) > CODE_COLUMNS] == []


def run_commands(text, capsys):
    """Run each line after a "$ "; the lines below it are what it prints, in any time."""
    for command in text.removeprefix("$ ").split("\n$ "):
        line, _, shown = command.partition("\n")
        program, *arguments = shlex.split(line)
        assert program == "article-clean"
        main(arguments)
        printed = re.sub(r"in \d+\.\d s", "in 0.8 s", "".join(capsys.readouterr()))
        assert doctest.OutputChecker().check_output(shown.strip(), printed.strip(), doctest.ELLIPSIS), printed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_code_that_no_test_can_run_is_python_and_imports_what_there_is(page):
    for _, language, text in blocks(page):
        if language != "py":
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom) and node.module == "article_clean":
                assert {alias.name for alias in node.names} <= set(article_clean.__all__)


def test_the_plug_in_of_the_page_can_be_installed_and_passes_its_tests(tmp_path):
    package, site = tmp_path / "package", tmp_path / "site"
    package.mkdir()
    files = {file: text for file, _, text in blocks(DOCS / "writing_a_cleaner.md") if file}
    assert sorted(files) == ["pyproject.toml", "test_tide_tables.py", "tide_tables.py"]
    for name, text in files.items():
        (package / name).write_text(text, encoding="utf-8")
    offline = ("--no-index", "--no-build-isolation", "--no-deps", "--quiet", "--disable-pip-version-check")
    python(package, site, "-m", "pip", "install", *offline, "--target", str(site), ".")
    (package / "tide_tables.py").unlink()  # what is tested is the package that was installed
    assert "4 passed" in python(package, site, "-m", "pytest", "-q", "-p", "no:cacheprovider")


def python(folder, site, *arguments):
    """What Python prints, run in a folder with the packages of a site."""
    path = os.pathsep.join([str(site), str(ROOT)])
    done = run_process(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_trafilaturas_calls_in_the_table_exist():
    table = (DOCS / "migrating.md").read_text(encoding="utf-8").partition("## From newspaper4k")[0]
    calls = re.findall(r"^\| `(\w+)\((.*?)\)`", table, re.MULTILINE)
    assert len(calls) >= 8
    for name, arguments in calls:
        taken = inspect.signature(getattr(trafilatura, name)).parameters
        assert set(re.findall(r"(\w+)=", arguments)) <= set(taken)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_pane_without_its_marks_is_the_source_and_without_what_goes_the_body(path):
    article = clean(path.read_bytes())
    reader = Reader(source_pane(article))
    assert reader.source == article.source
    assert reader.kept.split() == article.body.split()


def test_a_text_full_of_markup_stays_text_in_a_pane():
    gone, body, shout = '<b onclick="x()">&amp;', "<script>alert(1)</script>", '"><script>'
    trail = [Edit(0, len(gone), "", shout, shout, shout), Edit(len(gone + body), len(gone + body) + 1, shout)]
    article = Article.made((trail,), source=f"{gone}{body}!", body=body + shout, headline=shout)
    assert Reader(source_pane(article)).source == article.source
    assert Reader(article_pane(article)).kept == f"headline{shout}{article.body}"


def test_a_docstring_reads_on_its_page_as_it_is_written():
    pytest.importorskip("sphinx", reason="the pages need the extra [docs]")
    runs, markdown = importlib.import_module("runs"), importlib.import_module("markdown_it")
    for one in DEFAULT.cleaners:
        reader = Reader(markdown.MarkdownIt().render(runs.escaped(cleaner_page(one))))
        assert reader.source.split() == re.sub(r"(?<!`)`(?!`)", "", cleaner_page(one)).split()


def test_characters_that_print_nothing_are_named():
    assert "<kbd>U+200B</kbd>" in source_pane(clean("The har\N{ZERO WIDTH SPACE}bour master agreed."))


@pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("nbclient", "ipykernel", "pandas", "matplotlib", "spacy"))),
    reason="the notebook needs the extra [notebook]",
)
@pytest.mark.filterwarnings("default")  # of the kernel and its transport, which are not ours
def test_the_notebook_runs_and_each_cell_still_shows_something_of_the_same_kind():
    execute = importlib.import_module("execute")  # needs the extra

    def shown(notebook):
        return [[output.output_type for output in cell.outputs] for cell in notebook.cells if cell.cell_type == "code"]

    assert shown(execute.executed()) == shown(execute.kept())


def test_the_notebook_keeps_its_outputs_small():
    assert NOTEBOOK.stat().st_size <= LARGEST_NOTEBOOK


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES, NOTEBOOK], ids=lambda page: page.stem)
def test_a_page_imports_public_names_and_adapters_alone(page):
    modules = IMPORTED.findall(page.read_text(encoding="utf-8"))
    assert [module for module in modules if not module.startswith("adapters.")] == []


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES], ids=lambda page: page.stem)
def test_the_files_that_a_page_names_exist(page):
    names = {name.removeprefix("../") for name in NAMED_FILE.findall(page.read_text(encoding="utf-8"))}
    assert sorted(name for name in names - EXAMPLES if not any(f"/{name}" in path for path in FILES)) == []


@pytest.mark.parametrize("path", [*PAGES, *ROOT.glob("*.md")], ids=lambda path: path.name)
def test_no_page_shows_two_versions_of_a_line(path):
    """Marks of a merge that was left half done: `<<<<<<< ` and `>>>>>>> `."""
    assert not re.search(r"^(?:<{7}|>{7}) ", path.read_text(encoding="utf-8"), re.MULTILINE)
