"""Web archives as crawlers write them, for tests."""

import gzip


def response(name: str, body: bytes, media: str = "text/html", status: str = "200 OK", more: bytes = b"") -> bytes:
    """A WARC record of what a server sent."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n".encode() + more
    block = head + b"Content-Length: %d\r\n\r\n" % len(body) + body
    return _record("response", name, "application/http; msgtype=response", block)


def conversion(name: str, text: str) -> bytes:
    """A WET record: the text of a page."""
    return _record("conversion", name, "text/plain", text.encode())


def request(name: str) -> bytes:
    """A WARC record of what was asked for."""
    return _record("request", name, "application/http; msgtype=request", b"GET / HTTP/1.1\r\nHost: example.com\r\n\r\n")


def zipped(*records: bytes) -> bytes:
    """The records, each a gzip member of its own."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def _record(kind: str, name: str, media: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: 2024-01-05T10:00:00Z\r\n"
        f"WARC-Target-URI: https://example.com/{name}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
