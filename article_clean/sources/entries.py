"""One record of an input, still as it stands there: it is parsed where it is cleaned, in a worker if there are any."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from article_clean.errors import SkippedError, SourceError
from article_clean.extras import needed

_PROSE = ("text/", "application/xhtml", "application/xml")  # media types of what may be an article
_OK = 200  # the HTTP status of a page that was found


class Entry(Protocol):
    """One record: where it stands, and what it is when it is parsed."""

    @property
    def source(self) -> str:
        """The input, as it was named."""
        ...

    @property
    def place(self) -> str:
        """Where in it: "line 12", "row 5", "byte 9120"; lines and rows count from 1."""
        ...

    def record(self) -> Mapping[str, object]:
        """Its fields.

        Raises:
            SourceError: it cannot be parsed.
            SkippedError: it is no text, and nobody would expect an article of it.
        """
        ...


class Row(NamedTuple):
    """A row of a table."""

    source: str
    place: str
    values: Mapping[str, object]

    def record(self) -> Mapping[str, object]:
        """The row by column."""
        return self.values


class JsonLine(NamedTuple):
    """A line of JSON Lines."""

    source: str
    place: str
    line: bytes

    def record(self) -> Mapping[str, object]:
        """The object on the line."""
        try:
            values = json.loads(self.line)
        except (ValueError, RecursionError) as error:
            message = f"not JSON: {error}"
            raise SourceError(message) from error
        if not isinstance(values, dict):
            message = f"a line holds an object with named fields, not {type(values).__name__}"
            raise SourceError(message)
        return values


class TextFile(NamedTuple):
    """A file that is one article."""

    source: str
    place: str
    path: str

    def record(self) -> Mapping[str, object]:
        """What the file holds."""
        try:
            return {"text": Path(self.path).read_bytes()}
        except OSError as error:
            raise SourceError(error.strerror or str(error)) from error


class Capture(NamedTuple):
    """A record of a web archive."""

    source: str
    place: str
    headers: Mapping[str, str]
    block: bytes

    def record(self) -> Mapping[str, object]:
        """The page, or the text that was made of it, and the address, time and name of the capture."""
        captured = {
            "id": self.headers.get("WARC-Record-ID", ""),
            "url": self.headers.get("WARC-Target-URI", ""),
            "date": self.headers.get("WARC-Date", ""),
        }
        if self.headers.get("WARC-Type") != "response":
            return {**captured, "text": self.block}
        media, payload = self._payload()
        return {**captured, "text" if media.startswith("text/plain") else "html": payload}

    def _payload(self) -> tuple[str, bytes]:
        """The media type of what the server sent, and that, unpacked; a response that is no page is skipped."""
        made = needed("fastwarc.warc", "warc").WarcRecord()
        made.set_bytes_content(self.block)
        made.is_http = True
        try:
            made.parse_http(auto_decode="all")
            payload: bytes = made.reader.read()
        except (OSError, ValueError) as error:
            message = f"not an HTTP response: {error}"
            raise SourceError(message) from error
        media = made.http_content_type or "text/html"
        if made.http_headers.status_code != _OK or not media.startswith(_PROSE):
            raise SkippedError(media)
        return media, payload


class Broken(NamedTuple):
    """The place where an input cannot be read on."""

    source: str
    place: str
    error: str

    def record(self) -> Mapping[str, object]:
        """Nothing.

        Raises:
            SourceError: always.
        """
        raise SourceError(self.error)
