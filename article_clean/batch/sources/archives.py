"""Web archives: WARC with its responses, WET with the text of pages."""

from collections.abc import Iterator

from article_clean.batch.extras import needed
from article_clean.batch.sources.byte_streams import Opened, file_error
from article_clean.batch.sources.entries import Broken, Capture, Entry, Fields


def captures(opened: Opened) -> Iterator[Entry]:
    """The responses and conversions of a web archive; its requests, metadata and the rest are no records of ours."""
    warc_module = needed("fastwarc.warc", "warc")
    record_types = warc_module.WarcRecordType.response | warc_module.WarcRecordType.conversion
    archive_name, max_bytes = opened.name, opened.max_record
    record_start = 0
    # The archive is unpacked by its own reader, record by record: a cut one then takes no other with it.
    try:
        for archive_record in warc_module.ArchiveIterator(opened.raw, record_types=record_types, parse_http=False):
            record_start = archive_record.stream_pos
            headers = dict(archive_record.headers)
            record_bytes = archive_record.reader.read(max_bytes + 1)
            stated_length = headers.get("Content-Length", "")
            if len(record_bytes) <= max_bytes and stated_length != str(len(record_bytes)):
                yield Broken(
                    archive_name,
                    f"byte {record_start}",
                    f"the record ends after {len(record_bytes)} of {stated_length or '?'} bytes",
                )
            else:
                yield Capture(archive_name, f"byte {record_start}", headers, record_bytes, max_bytes)
    except Exception as error:  # noqa: BLE001  # each format has errors of its own
        yield Broken(
            archive_name, f"byte {record_start}", f"the archive cannot be read on behind here: {file_error(error)}"
        )


def fields_of_captures(_: Opened) -> Fields:
    """What every capture has."""
    return Fields(("id", "url", "date", "html", "text"))
