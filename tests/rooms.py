"""The rooms of the package, read from its own imports: which file imports which, on which floor each room stands."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cases import ROOT

PACKAGE = ROOT / "article_clean"
FLOORS = (  # a file imports only from its own floor and from lower ones; what comes first here lies lowest
    "errors",
    "core",
    "intake",
    "knowledge",
    "learned",
    "article",
    "fields",
    "views",
    "cleaners",
    "pages",
    "pipeline",
    "batch",
    "training",
    "adapters",
    "__init__",
    "commands",
    "cli",
    "__main__",
)
TOP_FILES = {"__init__.py", "__main__.py", "article.py", "cli.py", "errors.py"}


class Import(NamedTuple):
    """One module of the package that imports another, by their dotted names without "article_clean."."""

    importer: str
    imported: str

    @property
    def rooms(self) -> tuple[str, str]:
        """The two rooms: the folder, or the file at the top, that each module stands in."""
        return room_of(self.importer), room_of(self.imported)


def room_of(module: str) -> str:
    """The first part of a module's name.

    >>> room_of("fields.dates.days"), room_of("cli")
    ('fields', 'cli')
    """
    return module.split(".", maxsplit=1)[0]


def module_of(path: Path) -> str:
    """The dotted name of a file's module, without "article_clean."."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def modules() -> dict[str, Path]:
    """All modules of the package."""
    return {module_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def package_imports() -> tuple[Import, ...]:
    """Every import between two modules of the package, also those inside functions and for types alone."""
    return tuple(sorted({Import(name, target) for name, path in modules().items() for target in _imported(path)}))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (_module(name) for name in names if name.split(".")[0] == "article_clean")


def _module(name: str) -> str:
    """The module that a dotted name leads to: the name itself, or what it is imported from."""
    parts = name.split(".")[1:]
    while parts and ".".join(parts) not in modules():
        parts.pop()
    return ".".join(parts) or "__init__"


def circles() -> list[list[str]]:
    """Modules that import one another in a circle, directly or through others; each circle once."""
    below: dict[str, set[str]] = {name: set() for name in modules()}
    for importer, imported in package_imports():
        below[importer].add(imported)
    reach = {name: _reached(name, below) for name in below}
    mutual = ({other for other in reach[name] if name in reach[other]} for name in below)
    return [list(circle) for circle in sorted({tuple(sorted(group)) for group in mutual if group})]


def _reached(start: str, below: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [*below[start]]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += below[name]
    return reached
