"""What is imported is declared in pyproject.toml, and what is declared is imported."""

import ast
import json
import re
import sys
import tomllib
from functools import cache
from itertools import chain

import pytest
from cases import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
FOR_DEVELOPERS = {"test", "browser", "tables", "docs", "notebook"}  # extras that no module of the package needs
OWN = {"article_clean", "tests"} | {path.stem for place in ("tests", "docs") for path in (ROOT / place).rglob("*")}
LOADERS = ("needed", "importorskip", "import_module")  # functions that import what a string names
PACKAGES = {  # that bring a module of another name
    "backports": "backports_zstd", "compression": "backports_zstd", "markdown_it": "markdown_it_py",
    "yaml": "pyyaml",
}  # fmt: skip

NOT_IMPORTED = {  # declared for another reason
    "lxml_html_clean": "trafilatura's import fails without it, where an old pip skips the extra that justext asks for",
    "mypy": "a command",
    "ruff": "a command",
    "hatchling": "builds the plug-in of docs/writing_a_cleaner.md",
    "pytest_timeout": "a plug-in of pytest",
    "furo": "named in docs/conf.py",
    "myst_nb": "named in docs/conf.py",
    "ipykernel": "runs the notebook",
}


@cache
def imported(*places):
    """The packages from outside that the programs in these places import."""
    inside = [path for place in places for path in (ROOT / place).rglob("*")]
    codes = [path.read_text(encoding="utf-8") for path in inside if path.suffix == ".py"]
    notebooks = [cells(path) for path in inside if path.suffix == ".ipynb"]
    modules = set(chain.from_iterable(map(modules_in, [*codes, *notebooks])))
    tops = {module.partition(".")[0] for module in modules} - OWN - (sys.stdlib_module_names - {"compression"})
    return {canonical(PACKAGES.get(top, top)) for top in tops}


def modules_in(code):
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(LOADERS) and node.args:
            yield from (name for name in values(node.args[0]) if re.fullmatch(r"[a-z_]\w*(\.\w+)*", name))


def values(node):
    """The strings that an expression may have: of `{"zst": "backports.zstd"}[ending]` not the keys."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for part in node.values if isinstance(node, ast.Dict) else ast.iter_child_nodes(node):
        yield from values(part)


def cells(notebook):
    sources = [one["source"] for one in json.loads(notebook.read_text("utf-8"))["cells"] if one["cell_type"] == "code"]
    return "\n".join(line.rstrip() for line in chain.from_iterable(sources) if not line.startswith("%"))


def declared(*extras):
    """The packages that the library needs, and those of these extras, but not the extras that they name."""
    listed = [*PROJECT["dependencies"], *chain.from_iterable(EXTRAS[extra] for extra in extras)]
    return {canonical(re.match(r"[\w.-]+", one)[0]) for one in listed} - {"article_clean"}


def canonical(name):
    return re.sub(r"[-_.]+", "_", name.lower())


def test_the_package_imports_what_it_declares_and_nothing_else():
    assert imported("article_clean") == declared(*(EXTRAS.keys() - FOR_DEVELOPERS)) - NOT_IMPORTED.keys()


def test_tests_and_documentation_import_what_is_declared():
    assert imported("tests", "docs") <= declared(*EXTRAS)


@pytest.mark.parametrize("extra", sorted(FOR_DEVELOPERS))
def test_what_developers_are_told_to_install_is_imported(extra):
    assert declared(extra) - declared() <= imported("article_clean", "tests", "docs") | NOT_IMPORTED.keys()


def test_the_reasons_are_of_what_is_declared():
    assert NOT_IMPORTED.keys() <= declared(*EXTRAS)
