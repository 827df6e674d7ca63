"""The layout of the package: floors that import only downwards, no circles, each file name once."""

import re
import sys
from collections import Counter

import pytest
from cases import ROOT
from rooms import FLOORS, PACKAGE, TOP_FILES, circles, modules, package_imports, room_of

DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "_ext"))

import draw_rooms  # noqa: E402


def test_every_room_stands_on_a_floor():
    assert {room_of(module) for module in modules()} == set(FLOORS)


@pytest.mark.parametrize("room", FLOORS)
def test_a_room_imports_only_from_lower_floors(room):
    floor = FLOORS.index(room)
    uphill = [one for one in package_imports() if one.rooms[0] == room and FLOORS.index(one.rooms[1]) > floor]
    assert uphill == []


def test_no_files_import_each_other_in_a_circle():
    assert circles() == []


def test_only_five_files_stand_at_the_top():
    assert {path.name for path in PACKAGE.glob("*.py")} == TOP_FILES


def test_no_file_name_stands_in_two_folders():
    names = Counter(path.name for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=lambda path: path.parent.name)
def test_a_folder_says_in_its_first_line_what_goes_in_and_what_comes_out(path):
    first = path.read_text(encoding="utf-8").split("\n", maxsplit=1)[0]
    assert re.fullmatch(r'"{3}[A-Z].*\bin\b[,;].*\bout\b.*\.(?:"{3})?', first)


def test_the_folders_of_tests_are_rooms_or_make_inputs_and_measures():
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/*.py")}
    assert folders - set(FLOORS) == {"benchmarks", "fuzz", "hostile", "redos", "tables"}


def test_the_drawing_is_that_of_the_imports():
    assert (DOCS / "rooms.svg").read_text(encoding="utf-8") == draw_rooms.drawing(), (
        "run python docs/_ext/draw_rooms.py"
    )


def test_the_table_of_the_architecture_has_the_floors_from_the_lowest_up():
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == [*FLOORS]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/index.md"])
def test_a_page_links_the_architecture(page):
    assert "architecture.md)" in (ROOT / page).read_text(encoding="utf-8")
