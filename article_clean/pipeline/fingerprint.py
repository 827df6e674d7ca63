"""A name for the exact rules that made a corpus."""

import hashlib
import inspect
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from article_clean.core.cleaner import Cleaner, FunctionCleaner

_PACKAGE = Path(__file__).parents[1]
_NO_RULES = {  # what reads, writes, shows and trains decides nothing about an article
    "__main__.py", "adapters", "batch", "cli.py", "commands", "training", "views",
}  # fmt: skip


def of(described: Mapping[str, object], cleaners: Iterable[Cleaner]) -> str:
    """16 hex digits of what the pipeline is, of this package's code and data, and of each plug-in's module."""
    digest = hashlib.sha256(json.dumps(described, sort_keys=True, default=repr).encode())
    digest.update(_shipped())
    for cleaner in cleaners:
        code = inspect.unwrap(cleaner.propose) if isinstance(cleaner, FunctionCleaner) else type(cleaner)
        if (getattr(code, "__module__", "") or "").partition(".")[0] != "article_clean":
            digest.update(_foreign(code))
    return digest.hexdigest()[:16]


@cache
def _shipped() -> bytes:
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        place = path.relative_to(_PACKAGE)
        if path.suffix in {".py", ".tsv", ".json"} and place.parts[0] not in _NO_RULES:
            digest.update(place.as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()


def _foreign(code: object) -> bytes:
    """The source of a plug-in's module; its byte code, where it was typed in a notebook."""
    try:
        return inspect.getsource(inspect.getmodule(code) or code).encode()  # type: ignore[arg-type]  # raises TypeError
    except (OSError, TypeError):
        compiled_code = getattr(code, "__code__", None)
        return compiled_code.co_code if compiled_code else repr(code).encode()
