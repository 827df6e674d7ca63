"""What a record may be: text, bytes, or a mapping with one of them in it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from article_clean.errors import SourceError

Record = str | bytes | Mapping[str, object]

HTML, MARKDOWN = "html", "markdown"
FIELDS = ("text", HTML, MARKDOWN)  # where the raw text of a mapping stands, if nobody says where

_KINDS: Mapping[str, Literal["html", "markdown"]] = {HTML: "html", MARKDOWN: "markdown"}

ID = "id"  # what names it
URL = "url"  # where its address stands


class Content(NamedTuple):
    """What a record holds.

    Attributes:
        raw: text, HTML or Markdown.
        kind: what its field says that it is, as in `clean`; otherwise it may be any of them.
    """

    raw: str | bytes
    kind: Literal["auto", "html", "markdown"] = "auto"


def content_of(record: Record, field: str | None = None) -> Content:
    """The raw text, HTML or Markdown of a record.

    Args:
        record: text, bytes, or a mapping.
        field: where in a mapping it stands; None for "text", or else "html" or "markdown".

    Raises:
        SourceError: a mapping has no such field, or no text in it. Anything else is left to `clean` to refuse.
    """
    if not isinstance(record, Mapping):
        return Content(record)
    field_names = FIELDS if field is None else (field,)
    field_name = next((known_name for known_name in field_names if known_name in record), None)
    if field_name is None:
        message = (
            f"no field {' or '.join(map(repr, field_names))}; the record has {', '.join(map(repr, record)) or 'none'}"
        )
        raise SourceError(message)
    content = record[field_name]
    if not isinstance(content, (str, bytes)):
        message = f"the field {field_name!r} holds {'nothing' if content is None else type(content).__name__}, not text"
        raise SourceError(message)
    return Content(content, _KINDS.get(field_name, "auto"))


def url_of(record: Record, field: str = URL) -> str | None:
    """Where a record was found: a field of a mapping, if there is text in it."""
    record_url = record.get(field) if isinstance(record, Mapping) else None
    return record_url if isinstance(record_url, str) and record_url else None
