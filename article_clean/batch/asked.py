"""Fields that are asked for by name, looked for in the inputs before the work begins."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from article_clean.batch.sources import Fields, Source
from article_clean.errors import BatchError

_MOST_NAMED = 20  # fields in a message; a table may have hundreds


def check_fields(field_names: Sequence[str], sources: Sequence[Source]) -> list[str]:
    """See that some input has each of the fields.

    Args:
        field_names: their names.
        sources: the inputs.

    Returns:
        What is to be said of fields that none of the first records has, where more records follow.

    Raises:
        BatchError: no record has such a field.
    """
    if not field_names:
        return []
    source_fields = [_fields(source) for source in sources]
    found_names = list(dict.fromkeys(field_name for fields in source_fields for field_name in fields.names))
    if not found_names:  # standard input, an empty file or a broken one
        return []
    missing = list(_missing(field_names, found_names))
    if missing and all(fields.complete for fields in source_fields):
        raise BatchError(missing[0])
    return [f"{message}; later records were not looked at" for message in missing]


def _missing(field_names: Sequence[str], known_names: Sequence[str]) -> Iterator[str]:
    for field_name in field_names:
        if field_name not in known_names:
            close_names = get_close_matches(field_name, known_names, n=1)
            ellipsis = ", …" if len(known_names) > _MOST_NAMED else ""
            name_hint = f"; did you mean {close_names[0]!r}?" if close_names else ""
            existing = f"there are {', '.join(map(repr, known_names[:_MOST_NAMED]))}{ellipsis}"
            yield f"no input has a field {field_name!r}: {existing}{name_hint}"


def _fields(source: Source) -> Fields:
    try:
        return source.fields()
    except Exception:  # noqa: BLE001  # each format has errors of its own; the run tells of them, record by record
        return Fields(complete=False)
