"""One record of an input, still as it stands there: it is parsed where it is cleaned, in a worker if there are any."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from article_clean.batch.extras import needed
from article_clean.batch.sources.byte_streams import MOST_BYTES, too_long
from article_clean.errors import SkippedError, SourceError

_PROSE = ("text/", "application/xhtml", "application/xml")  # media types of what may be an article
_OK = 200  # the HTTP status of a page that was found


class Fields(NamedTuple):
    """What the records of an input have.

    Attributes:
        names: their fields, as far as they were looked at.
        complete: whether no record has another one.
    """

    names: tuple[str, ...] = ()
    complete: bool = True


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

    def labels(self) -> Mapping[str, object]:
        """Its fields as far as they are there without reading or unpacking a text: it takes no time to speak of."""
        ...


class Row(NamedTuple):
    """A row of a table."""

    source: str
    place: str
    values: Mapping[str, object]

    def record(self) -> Mapping[str, object]:
        """The row by column."""
        return self.values

    def labels(self) -> Mapping[str, object]:
        """The same."""
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

    def labels(self) -> Mapping[str, object]:
        """The object, if the line can be parsed."""
        try:
            return self.record()
        except SourceError:
            return {}


class TextFile(NamedTuple):
    """A file that is one article."""

    source: str
    place: str
    path: str
    max_record: int = MOST_BYTES

    def record(self) -> Mapping[str, object]:
        """What the file holds."""
        try:
            with Path(self.path).open("rb") as file:
                return {"text": _bounded(file.read(self.max_record + 1), self.max_record)}
        except OSError as error:
            raise SourceError(error.strerror or str(error)) from error

    def labels(self) -> Mapping[str, object]:
        """Nothing."""
        return {}


class Capture(NamedTuple):
    """A record of a web archive."""

    source: str
    place: str
    headers: Mapping[str, str]
    block: bytes
    max_record: int = MOST_BYTES

    def record(self) -> Mapping[str, object]:
        """The page, or the text that was made of it, and the address, time and name of the capture."""
        if self.headers.get("WARC-Type") != "response":
            return {**self.labels(), "text": _bounded(self.block, self.max_record)}
        media, payload = self._payload()
        return {**self.labels(), "text" if media.startswith("text/plain") else "html": payload}

    def labels(self) -> Mapping[str, object]:
        """The address, time and name of the capture."""
        return {
            "id": self.headers.get("WARC-Record-ID", ""),
            "url": self.headers.get("WARC-Target-URI", ""),
            "date": self.headers.get("WARC-Date", ""),
        }

    def _payload(self) -> tuple[str, bytes]:
        """The media type of what the server sent, and that, unpacked; a response that is no page is skipped."""
        warc_record = needed("fastwarc.warc", "warc").WarcRecord()
        warc_record.set_bytes_content(self.block)
        warc_record.is_http = True
        try:
            warc_record.parse_http(auto_decode="all")
            payload: bytes = warc_record.reader.read(self.max_record + 1)
        except (OSError, ValueError) as error:
            message = f"not an HTTP response: {error}"
            raise SourceError(message) from error
        media_type = warc_record.http_content_type or "text/html"
        if warc_record.http_headers.status_code != _OK or not media_type.startswith(_PROSE):
            raise SkippedError(media_type)
        _bounded(self.block, self.max_record)
        return media_type, _bounded(payload, self.max_record)


class Broken(NamedTuple):
    """A record that cannot be read, or the place where an input cannot be read on."""

    source: str
    place: str
    error: str

    def record(self) -> Mapping[str, object]:
        """Nothing.

        Raises:
            SourceError: always.
        """
        raise SourceError(self.error)

    def labels(self) -> Mapping[str, object]:
        """Nothing."""
        return {}


def _bounded(content: bytes, max_bytes: int) -> bytes:
    """What was read, if it is no longer than it may be.

    Raises:
        SourceError: it is longer.
    """
    if len(content) > max_bytes:
        raise SourceError(too_long(max_bytes))
    return content
