"""The tables of roles, phrases, warnings and errors in the documentation are what the code says, and all it says."""

import ast
import inspect
import re

import pytest
from cases import FIXTURES, ROOT, read_cases

import article_clean
from article_clean import DEFAULT, ArticleCleanError, clean, errors
from article_clean.cleaners.readers.leftovers import FIELDS
from article_clean.cleaners.readers.leftovers.leftover_model import OTHER, load
from article_clean.knowledge.phrases import phrases

PAGE = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
GLOSSARIES = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").split("```{glossary}\n")[1:]
INTERNAL = {"OutputError", "SkippedError", "UsageError"}  # caught before a caller of the library could see them
OPENS_A_WARNING = re.compile(
    r"the (?:input|page|bytes|packed input|text found|date …) |some bytes|taken for (?:a whole|leftovers)"
    r"|no text of the input|… of … lines of the front matter|no article text|lone surrogates|elements are nested"
    r"|a tag has more|more than … (?:formatting|tiny)|cleaner …: its pattern"
)


def table(title):
    """The rows of a section's table, each a list of cells."""
    section = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return rows[1:]


def taken(raw):
    """Roles and cleaners in the trail of a text; front matter is Markdown's by itself, and a record's in plain text."""
    kinds = ("auto", "text") if isinstance(raw, str) and not raw.startswith("<") else ("auto",)
    return {(edit.role, edit.cleaner) for kind in kinds for edit in clean(raw, kind=kind).trail if edit.cleaner}


def fixtures():
    """Every text of the fixtures."""
    for folder in ("cleaners", "fields"):
        for path in sorted((FIXTURES / folder).glob("*.txt")):
            yield from (case.text for case in read_cases(path))
    for folder in ("articles", "pages", "dumps", "markdown"):
        yield from (path.read_bytes() for path in sorted((FIXTURES / folder).rglob("*")) if path.is_file())


def test_the_roles_are_those_that_cleaners_take():
    pairs = {(cleaner.role, cleaner.name) for cleaner in DEFAULT.cleaners}
    pairs.update(*map(taken, fixtures()))
    pairs = {(role, name) for role, name in pairs if name != "leftovers"}
    pairs |= {(role, "leftovers") for role in {OTHER, *load().roles} - FIELDS}
    rows = {(role.strip("`"), name) for role, _, names in table("Roles") for name in re.findall(r"`(\w+)`", names)}
    assert rows == pairs


def test_the_rows_of_roles_are_sorted():
    assert [role for role, *_ in table("Roles")] == sorted(role for role, *_ in table("Roles"))


def test_the_kinds_of_phrases_are_those_of_their_files():
    assert [kind.strip("`") for kind, *_ in table("Kinds of phrases")] == sorted({phrase.kind for phrase in phrases()})


@pytest.mark.parametrize(
    "name", sorted({name for *_, names in table("Kinds of phrases") for name in re.findall(r"`(\w+)`", names)})
)
def test_a_kind_of_phrase_names_cleaners(name):
    assert name in {cleaner.name for cleaner in DEFAULT.cleaners} | {"promo", "notice"}


def skeletons(path):
    """The texts in a module, with … where something is put in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for node in joined for part in ast.walk(node)} - set(map(id, joined))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield re.sub(r"\{[^}]*\}", "…", node.value)


def test_the_warnings_are_those_of_the_code():
    texts = {text for path in sorted((ROOT / "article_clean").rglob("*.py")) for text in skeletons(path)}
    assert {warning.strip("`") for warning, _ in table("Warnings")} == set(filter(OPENS_A_WARNING.match, texts))


@pytest.mark.parametrize("raw", ["", "x.html", "{}", b"\xff\xfe\x00", b"%PDF-1.4", "<p>a", "\ud800"])
def test_a_warning_fits_a_row(raw):
    rows = [re.escape(warning.strip("`")).replace("…", ".*") for warning, _ in table("Warnings")]
    for warning in clean(raw).warnings:
        assert any(re.match(row, warning) for row in rows), warning


def test_the_errors_are_those_that_a_caller_can_meet():
    raised = {name for name, one in vars(errors).items() if inspect.isclass(one) and issubclass(one, ArticleCleanError)}
    assert {name.strip("`") for name, *_ in table("Errors")} == raised - INTERNAL - {"ArticleCleanError"}


@pytest.mark.parametrize("row", table("Errors"), ids=lambda row: row[0].strip("`"))
def test_an_error_is_exported_and_is_what_the_table_says(row):
    name, also, _ = (cell.strip("`") for cell in row)
    error = getattr(article_clean, name)
    assert name in article_clean.__all__
    assert issubclass(error, ArticleCleanError)
    assert issubclass(error, {"TypeError": TypeError, "ValueError": ValueError, "ImportError": ImportError}[also])


@pytest.mark.parametrize("glossary", GLOSSARIES, ids=lambda glossary: glossary.split("\n")[0])
def test_the_terms_of_a_glossary_are_sorted_and_defined_once(glossary):
    terms = re.findall(r"^(\w.*)\n  \S", glossary, re.MULTILINE)
    assert len(terms) > 10
    assert terms == sorted(set(terms))


@pytest.mark.parametrize("name", article_clean.__all__)
def test_what_is_exported_stands_in_the_api_once(name):
    api = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert len(re.findall(rf"^\.\. auto\w+:: {name}\b", api, re.MULTILINE)) == 1


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.stem
)
def test_a_figure_that_nobody_can_repeat_says_so(path):
    text = path.read_text(encoding="utf-8")
    if re.search(r"\.\./shared|benchmarks/scale\.py|held_texts|scraped texts", text):
        assert "cannot be passed on" in " ".join(text.split())
