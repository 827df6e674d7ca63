"""Modules that have moved load by their old names, with a warning."""

import pickle
import subprocess
import sys
from importlib import import_module

import pytest

from article_clean.core.edits import Edit
from article_clean.core.moved import NEW_NAMES


@pytest.mark.parametrize(("old", "new"), NEW_NAMES.items())
def test_a_module_loads_by_its_old_name(old, new):
    sys.modules.pop(f"article_clean.{old}", None)
    with pytest.warns(DeprecationWarning, match=rf"article_clean\.{old} is article_clean\.{new} now"):
        module = import_module(f"article_clean.{old}")
    assert module is import_module(f"article_clean.{new}")


def test_a_file_of_a_folder_that_moved_is_loaded_once():
    sys.modules.pop("article_clean.markup.rendering", None)
    with pytest.warns(DeprecationWarning, match=r"article_clean\.markup"):
        module = import_module("article_clean.markup.rendering")
    assert module is import_module("article_clean.pages.rendering")


def test_an_edit_pickled_under_its_old_name_loads():
    old = b"carticle_clean.edits\nEdit\n(I1\nI2\nVx\nV\nV\nV\n(ttR."
    sys.modules.pop("article_clean.edits", None)
    with pytest.warns(DeprecationWarning, match=r"article_clean\.edits"):
        loaded = pickle.loads(old)  # noqa: S301  # written above
    assert loaded == Edit(1, 2, "x")


def test_the_old_names_cost_an_import_nothing():
    code = "import sys, article_clean; print(sorted(n for n in sys.modules if n.startswith('article_clean')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "['article_clean', 'article_clean.core', 'article_clean.core.moved']"


def test_a_name_that_never_was_is_still_unknown():
    with pytest.raises(ModuleNotFoundError, match=r"article_clean\.nothing"):
        import_module("article_clean.nothing")
