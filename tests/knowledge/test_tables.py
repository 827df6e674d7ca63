"""The tables of names are what `tests/tables/make.py` makes of the editions that they name."""

import importlib.util
import re
from importlib.metadata import PackageNotFoundError, version

import pytest
from cases import ROOT

TABLES = {
    "places": "article_clean/knowledge/cldr.tsv",
    "months": "article_clean/knowledge/months.tsv",
}
HEAD = 400  # characters that say where a table is from


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_as_it_was_made(table):
    text = (ROOT / TABLES[table]).read_text(encoding="utf-8")
    for package, edition in re.findall(r"(babel|dateparser) ([\d.]*\d)", text[:HEAD]):
        if installed(package) != edition:
            pytest.skip(f"made of {package} {edition}, not of {installed(package)}")
    path = ROOT / "tests" / "tables" / "make.py"
    spec = importlib.util.spec_from_file_location("make", path)
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    assert getattr(make, table)() == text


def installed(package):
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


@pytest.mark.parametrize("table", TABLES)
def test_a_table_names_its_origin_and_licence(table):
    head = (ROOT / TABLES[table]).read_text(encoding="utf-8")[:HEAD]
    assert "licences.txt" in head
    assert "tests/tables/make.py" in head
