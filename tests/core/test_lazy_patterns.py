"""A pattern is compiled when it is first used, and what stands for it until then costs nothing afterwards."""

import re
import sys

from cases import ROOT
from processes import run_process

from article_clean.core import patterns
from article_clean.core.patterns import LazyPattern

MOST_COMPILED = 5  # that tables of words are read with at the import; measured 2

COMPILED = """
import re, sys
import article_clean.pipeline.pipeline
modules = [module for name, module in sys.modules.items() if name.startswith("article_clean")]
print(len([name for module in modules for name, value in vars(module).items() if isinstance(value, re.Pattern)]))
"""


def test_a_pattern_is_compiled_when_it_is_first_used_and_takes_its_own_place():
    names = {}
    lazy_pattern = names["WORD"] = LazyPattern(r"[A-Z]\w+", re.ASCII, names)
    assert lazy_pattern.pattern == r"[A-Z]\w+"
    assert names["WORD"] is lazy_pattern
    assert lazy_pattern.findall("Ada Quïll") == ["Ada", "Qu"]
    assert names["WORD"] == re.compile(r"[A-Z]\w+", re.ASCII)
    assert lazy_pattern.search("Ada")[0] == "Ada"


def test_a_pattern_that_is_used_again_where_it_was_imported_is_not_compiled_again(monkeypatch):
    lazy_pattern = LazyPattern("a", 0, {})
    assert lazy_pattern.match("a")
    monkeypatch.setattr(patterns.re, "compile", None)
    assert lazy_pattern.match("a")


def test_the_import_of_the_package_compiles_hardly_a_pattern():
    done = run_process([sys.executable, "-c", COMPILED], capture_output=True, text=True, cwd=ROOT)
    assert int(done.stdout) <= MOST_COMPILED
