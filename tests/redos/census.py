"""Every pattern of the package, and whether it searches: found in the modules' globals and in their source."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import article_clean
from article_clean.core.patterns import LazyPattern

CALLS = frozenset({"compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"})
AT_THE_START = frozenset({"match", "fullmatch"})
NO_USE = frozenset({"pattern", "flags"})
LOOPS = (ast.For, ast.While, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
PROPERTY = re.compile(r"\\p\{\w+\}")  # a class of characters, as regex has them
REPEATED = re.compile("[*+{]")
UNKNOWN = "name"  # stands for what a pattern is given when it runs: escaped words and names
NOT_LOADED = ("article_clean.__main__", "article_clean.adapters.")  # they run, or need an engine that is not there
BUILT = {  # calls whose pattern no source shows
    (
        "article_clean.learned.word_scores",
        "re.sub(pattern, sign, signs)",
    ): "single characters, at import",
    (
        "article_clean.core.patterns",
        "re.compile(self.pattern, self._flags)",
    ): "those of the modules' globals, which are listed",
    ("article_clean.cleaners.pattern", "regex.compile(pattern)"): "a user's own, with a limit of time",
}
AT_ONE_PLACE = {  # used as if they searched, and do not: why
    "article_clean.fields.bylines.cjk_bylines": "each of the forms is matched at the start of a line",
    "article_clean.pages.metadata.moments._VALUE": "matched at one place for each of a handful of names",
}


class Use(NamedTuple):
    """A pattern and how it is used.

    Attributes:
        name: module and name, or module and line.
        pattern: the pattern.
        searching: whether a match is tried at more than one place of a text.
    """

    name: str
    pattern: re.Pattern
    searching: bool


def uses() -> list[Use]:
    """All patterns of the package, each once.

    Raises:
        LookupError: a pattern is made in a way that this cannot follow.
    """
    names: dict[re.Pattern, str] = {}
    searched: dict[re.Pattern, bool] = {}
    for source in map(Source, modules()):
        for name, pattern in source.named():
            names.setdefault(pattern, name)
        for name, pattern, searching in (*source.written(), *source.used()):
            names.setdefault(pattern, name)
            searched[pattern] = searched.get(pattern, False) or searching
    return [
        Use(name, pattern, searched.get(pattern, True) and not {name, name.rpartition(".")[0]} & AT_ONE_PLACE.keys())
        for pattern, name in names.items()
    ]


def modules() -> Iterator[ModuleType]:
    """The modules of the package."""
    for module in pkgutil.walk_packages(article_clean.__path__, "article_clean."):
        if not module.name.startswith(NOT_LOADED):
            yield importlib.import_module(module.name)


class Source:
    """A module with its source.

    Args:
        module: the module.
    """

    def __init__(self, module: ModuleType) -> None:
        self.module = module.__name__
        self.names = {name: at_once(value) for name, value in vars(module).items()}
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        self.nodes = list(ast.walk(tree))
        self.parents = {child: node for node in self.nodes for child in ast.iter_child_nodes(node)}

    def named(self) -> Iterator[tuple[str, re.Pattern]]:
        """The patterns in the module's globals, also those in tuples and dicts there."""
        for name, value in self.names.items():
            for pattern in patterns_in(value):
                yield f"{self.module}.{name}", pattern

    def used(self) -> Iterator[tuple[str, re.Pattern, bool]]:
        """Where a global pattern stands in the source, and whether it searches there."""
        for node in self.nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                pattern = self.names.get(node.id)
                if isinstance(pattern, re.Pattern):
                    yield f"{self.module}.{node.id}", pattern, self.searches(node)

    def written(self) -> Iterator[tuple[str, re.Pattern, bool]]:
        """The patterns that no global holds: made by functions as they run, where an unknown part is a word."""
        named = {pattern for _, pattern in self.named()}
        for node in self.nodes:
            if not is_call(node) or (self.module, ast.unparse(node)) in BUILT:
                continue
            local = assigned_in(self.function_of(node))
            for source in self.values(node.args[0], local):
                if node.func.value.id == "regex":
                    check_flat(source, self.module)
                    continue
                pattern = re.compile(source, self.flags(node))
                if pattern not in named:
                    yield f"{self.module}:{node.lineno}", pattern, node.func.attr not in AT_THE_START

    def searches(self, node: ast.Name) -> bool:
        """Whether a pattern is tried at more than one place of a text where it stands."""
        method = self.parents[node]
        if not isinstance(method, ast.Attribute):
            return True  # it is handed on
        if method.attr not in AT_THE_START:
            return method.attr not in NO_USE
        call = self.parents[method]
        called = isinstance(call, ast.Call) and call.func is method
        return called and moves(call) and any(isinstance(above, LOOPS) for above in self.above(call))

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """What a node stands in, innermost first, up to its function."""
        while node in self.parents and not isinstance(node, ast.FunctionDef):
            node = self.parents[node]
            yield node

    def function_of(self, node: ast.AST) -> ast.FunctionDef | None:
        """The function that a node stands in."""
        return next((above for above in self.above(node) if isinstance(above, ast.FunctionDef)), None)

    def values(self, node: ast.expr, local: dict[str, ast.expr]) -> list[str]:
        """The texts that an expression can be."""
        if isinstance(node, ast.IfExp):
            return [*self.values(node.body, local), *self.values(node.orelse, local)]
        if isinstance(node, ast.BoolOp):
            return [value for operand in node.values for value in self.values(operand, local)]
        if isinstance(node, ast.Name) and node.id in local:
            return self.values(local[node.id], local)
        if isinstance(node, ast.JoinedStr):
            return ["".join(part.value if isinstance(part, ast.Constant) else self.part(part) for part in node.values)]
        return [self.value(node)]

    def part(self, node: ast.FormattedValue) -> str:
        """A part of a text, or a word in its place."""
        try:
            return str(self.value(node.value))
        except LookupError:
            return UNKNOWN

    def value(self, node: ast.expr) -> str:
        """The value of an expression of the module's own source."""
        try:
            return eval(ast.unparse(node), dict(self.names))  # noqa: S307  # the package's own source
        except NameError as error:
            if "re.escape" in ast.unparse(node):
                return UNKNOWN
            message = f"{self.module}:{node.lineno}: what pattern is {ast.unparse(node)}? name it, or add it to BUILT"
            raise LookupError(message) from error

    def flags(self, call: ast.Call) -> int:
        """The flags of a call."""
        given = [*call.args[1:], *(keyword.value for keyword in call.keywords if keyword.arg == "flags")]
        values = [self.value(node) for node in given if "re." in ast.unparse(node)]
        return values[0] if values else 0


def check_flat(source: str, module: str) -> None:
    """That a pattern in the notation of `regex`, which `re` cannot read, repeats nothing.

    Raises:
        LookupError: it does.
    """
    if REPEATED.search(PROPERTY.sub("", source)):
        message = f"{module}: {source!r} is for regex and repeats something; write it for re, or add it to BUILT"
        raise LookupError(message)


def patterns_in(value: object) -> Iterator[re.Pattern]:
    """The patterns in a value."""
    value = at_once(value)
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from patterns_in(item)
    elif isinstance(value, dict):
        yield from patterns_in(list(value.values()))


def at_once(value: object) -> object:
    """A value; a pattern that is compiled when it is first used as the pattern."""
    return value.made() if isinstance(value, LazyPattern) else value


def is_call(node: ast.AST) -> bool:
    """Whether this is a call such as `re.compile`."""
    function = node.func if isinstance(node, ast.Call) else None
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id in {"re", "regex"}
        and function.attr in CALLS
    )


def moves(call: ast.Call) -> bool:
    """Whether a match begins at a place that is told, or in a part of a text."""
    return len(call.args) > 1 or any(isinstance(part, ast.Slice) for part in ast.walk(call))


def assigned_in(function: ast.FunctionDef | None) -> dict[str, ast.expr]:
    """The names that a function gives a value, with the last of them."""
    if function is None:
        return {}
    assignments = (node for node in ast.walk(function) if isinstance(node, ast.Assign))
    return {node.targets[0].id: node.value for node in assignments if isinstance(node.targets[0], ast.Name)}
