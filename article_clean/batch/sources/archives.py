"""Web archives: WARC with its responses, WET with the text of pages."""

from collections.abc import Iterator

from article_clean.batch.extras import needed
from article_clean.batch.sources.byte_streams import Opened, file_error
from article_clean.batch.sources.entries import Broken, Capture, Entry, Fields


def captures(opened: Opened) -> Iterator[Entry]:
    """The responses and conversions of a web archive; its requests, metadata and the rest are no records of ours."""
    warc = needed("fastwarc.warc", "warc")
    record_types = warc.WarcRecordType.response | warc.WarcRecordType.conversion
    name, max_bytes = opened.name, opened.max_record
    start = 0
    # The archive is unpacked by its own reader, record by record: a cut one then takes no other with it.
    try:
        for record in warc.ArchiveIterator(opened.raw, record_types=record_types, parse_http=False):
            start = record.stream_pos
            headers = dict(record.headers)
            block = record.reader.read(max_bytes + 1)
            length = headers.get("Content-Length", "")
            if len(block) <= max_bytes and length != str(len(block)):
                yield Broken(name, f"byte {start}", f"the record ends after {len(block)} of {length or '?'} bytes")
            else:
                yield Capture(name, f"byte {start}", headers, block, max_bytes)
    except Exception as error:  # noqa: BLE001  # each format has errors of its own
        yield Broken(name, f"byte {start}", f"the archive cannot be read on behind here: {file_error(error)}")


def fields_of_captures(_: Opened) -> Fields:
    """What every capture has."""
    return Fields(("id", "url", "date", "html", "text"))
