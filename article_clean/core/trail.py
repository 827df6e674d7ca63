"""The trail of an article in its dumped form: read from a row, and taken into a row without texts and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from article_clean.core.edits import Edit, apply

if TYPE_CHECKING:  # an article imports this module
    from article_clean.article import Article

REMOVAL_FIELDS = ("start", "end", "role", "cleaner", "reason", "also")
DUMPED = ("removed", "edits")  # the two parts that a row has of a trail
LEAN_REMOVAL = ("start", "end", "role", "cleaner")  # what a lean row has of each removal
COUNTS = ("source_characters", "body_characters", "removed_characters", "paragraphs")


def loaded(row: Mapping[str, Any]) -> Iterable[Edit]:  # Any: JSON
    """The edits of a dumped article, from dicts and lists or from the values themselves."""
    for removal in row.get("removed", ()):
        fields = removal if isinstance(removal, Mapping) else removal.model_dump()
        own = {name: fields[name] for name in REMOVAL_FIELDS if name in fields}
        yield Edit(**{**own, "also": tuple(own.get("also", ()))})
    for start, end, text, role, reason, cleaner, also in row.get("edits", ()):
        yield Edit(start, end, text, role, reason, cleaner, tuple(also))


def makes(edits: Sequence[Edit], source: str, body: str) -> bool:
    """Whether these edits, sorted, lie in this source and make this body of it."""
    return all(edit.end <= len(source) for edit in edits[-1:]) and apply(source, edits) == body


def lean_row(article: Article) -> dict[str, Any]:  # Any: JSON
    """The article as JSON-ready values, without its source; of what was removed, where and by whom alone."""
    row = article.model_dump(mode="json", exclude={"source", *DUMPED})
    removed = [{name: getattr(removal, name) for name in LEAN_REMOVAL} for removal in article.removed]
    taken = sum(removal.end - removal.start for removal in article.removed)
    counts = (len(article.source), len(article.body), taken, len(article.paragraphs))
    return {**row, "counts": dict(zip(COUNTS, counts, strict=True)), "removed": removed}
