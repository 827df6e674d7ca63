"""The trail of an article in its dumped form, read from a row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from article_clean.core.edits import Edit, apply

REMOVAL_FIELDS = ("start", "end", "role", "cleaner", "reason", "also", "likelihood")
DUMPED = ("removed", "edits")  # the two parts that a row has of a trail


def loaded(row: Mapping[str, Any]) -> Iterable[Edit]:  # Any: JSON
    """The edits of a dumped article, from dicts and lists or from the values themselves.

    An edit of an older row has no likelihood.
    """
    for removal in row.get("removed", ()):
        fields = removal if isinstance(removal, Mapping) else removal.model_dump()
        removal_fields = {name: fields[name] for name in REMOVAL_FIELDS if name in fields}
        yield Edit(**{**removal_fields, "also": tuple(removal_fields.get("also", ()))})
    for edit in row.get("edits", ()):
        start, end, text, role, reason, cleaner, also, likelihood = (*edit, None)[: len(Edit._fields)]
        yield Edit(start, end, text, role, reason, cleaner, tuple(also), likelihood)


def makes(edits: Sequence[Edit], source: str, body: str) -> bool:
    """Whether these edits, sorted, lie in this source and make this body of it."""
    return all(edit.end <= len(source) for edit in edits[-1:]) and apply(source, edits) == body
