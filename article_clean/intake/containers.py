"""Bytes that are no text: packed pages are unpacked, files of other kinds are named.

The signatures are those of the formats' own specifications; https://mimesniff.spec.whatwg.org/ lists most of them.
"""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from article_clean.core.patterns import pattern_of

MOST_LAYERS = 3  # a page that was packed twice occurs in archives; more is a trick
MOST_GROWTH = 50  # times its packed length that a page is unpacked to; pages pack to a fourth to a tenth
LEAST_BOUND = 1_000_000  # bytes that a short input may always be unpacked to
MOST_BYTES = 100_000_000
OPENING = 64  # unpacked bytes that have to look like text
LOOKED_AT = 4096  # bytes at the start that tell text from other data
MOST_CONTROLS = 0.02  # share of control bytes in text in some encoding; of packed or random data they are a tenth
MOST_NULS = 0.1  # share of NUL in text with stray ones

_PACKED = "unpack it first"
_KINDS = (
    (b"%PDF-", "a PDF file", "extract its text first"),
    (b"%!PS", "a PostScript file", "extract its text first"),
    (b"{\\rtf", "an RTF document", "extract its text first"),
    (b"PK\x03\x04", "a ZIP file (an archive, a Word document, an e-book)", "extract its text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", "extract its text first"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", _PACKED),
    (b"\xfd7zXZ\0", "packed with xz", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _PACKED),
    (b"Rar!\x1a\x07", "a RAR archive", _PACKED),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF87a", "a GIF image", ""),
    (b"GIF89a", "a GIF image", ""),
    (b"II*\0", "a TIFF image", ""),
    (b"MM\0*", "a TIFF image", ""),
    (b"\0\0\1\0", "an icon", ""),
    (b"OggS\0", "an Ogg recording", ""),
    (b"ID3\2", "an MP3 recording", ""),
    (b"ID3\3", "an MP3 recording", ""),
    (b"ID3\4", "an MP3 recording", ""),
    (b"fLaC", "a FLAC recording", ""),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM film", ""),
    (b"wOFF", "a font", ""),
    (b"wOF2", "a font", ""),
    (b"\0asm", "a WebAssembly program", ""),
    (b"\x7fELF", "a program", ""),
    (b"SQLite format 3\0", "an SQLite database", ""),
    (b"WARC/1.", "a WARC archive", "`article-clean batch` reads its records"),
    (b"PAR1", "a Parquet file", "`article-clean batch` reads its rows"),
)
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "an AVI film"}
_BZIP2 = pattern_of(rb"BZh[1-9]1AY&SY")
_CONTROL = pattern_of(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_TEXT_OPENS = pattern_of(rb"[^\0-\x08\x0e-\x1f\x7f]*")
_GZIP = b"\x1f\x8b\x08"
_UNKNOWN = "the input is binary data, neither text nor HTML; if it came packed (brotli, deflate), unpack it first"


class Unpacked(NamedTuple):
    """What an input holds.

    Attributes:
        raw: its bytes, unpacked.
        warnings: what was met.
    """

    raw: bytes
    warnings: tuple[str, ...] = ()


def unpacked(raw: bytes) -> Unpacked:
    """The bytes of a page that came as gzip or zlib, to a bound; other bytes as they are.

    The bound is on what all layers unpack to, added up, and depends on the input alone: were it a layer's own, each
    layer could be as many times longer than the one around it.
    """
    warnings: tuple[str, ...] = ()
    bytes_left = min(MOST_BYTES, max(LEAST_BOUND, MOST_GROWTH * len(raw)))
    for _ in range(MOST_LAYERS):
        form = _form(raw)
        if not form:
            break
        raw, layer_warnings = _inflated(raw, form, bytes_left)
        bytes_left -= len(raw)
        warnings += (f"the input is packed with {form}; it was unpacked", *layer_warnings)
    return Unpacked(raw, warnings)


def what_it_is(raw: bytes) -> str:
    """A warning that names what bytes are that are no text; "" for text."""
    name, advice = _signed(raw)
    if name:
        return f"the input is {name}, not a page{advice and f'; {advice}'}"
    start = raw[:LOOKED_AT]
    return _UNKNOWN if _is_data(start) else ""


def _signed(raw: bytes) -> tuple[str, str]:
    """What the first bytes say, and what to do with such a file."""
    start = raw[:1024].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    for signature, name, advice in _KINDS:
        if start.startswith(signature):
            return name, advice
    if start.startswith(b"RIFF") and start[8:12] in _RIFF:
        return _RIFF[start[8:12]], ""
    if start[:3] == b"\0\0\0" and start[4:8] == b"ftyp":
        return "a film or image in an MP4 container", ""
    return ("packed with bzip2", _PACKED) if _BZIP2.match(start) else ("", "")


def _is_data(start: bytes) -> bool:
    if start.count(0) > MOST_NULS * len(start):
        return True
    if len(_CONTROL.findall(start)) <= MOST_CONTROLS * len(start):
        return False
    try:
        start[: max(1, len(start) - 3)].decode()
    except UnicodeDecodeError:
        return True
    return False


def _form(raw: bytes) -> str:
    """How the bytes are packed; "" where they are not."""
    if raw.startswith(_GZIP):
        return "gzip"
    if raw.startswith(b"\x78") and int.from_bytes(raw[:2], "big") % 31 == 0 and _opens(raw, zlib.MAX_WBITS):
        return "zlib"
    return "deflate" if _is_data(raw[:LOOKED_AT]) and _opens(raw, -zlib.MAX_WBITS) else ""


def _opens(raw: bytes, form: int) -> bool:
    """Whether unpacking begins well, and with text: `x^` opens a text now and then."""
    try:
        first_bytes = zlib.decompressobj(form).decompress(raw[:LOOKED_AT], OPENING)
    except zlib.error:
        return False
    return len(_TEXT_OPENS.match(first_bytes)[0]) == len(first_bytes) > 0  # type: ignore[index]  # it matches the empty text too


def _inflated(raw: bytes, form: str, max_bytes: int) -> tuple[bytes, tuple[str, ...]]:
    """All that is packed, one stream after the other, up to a bound in bytes."""
    wbits = -zlib.MAX_WBITS if form == "deflate" else zlib.MAX_WBITS | 32
    parts: list[bytes] = []
    byte_count, offset, is_whole = 0, 0, True
    while is_whole and byte_count < max_bytes and (offset == 0 or raw.startswith(_GZIP, offset)):
        stream = zlib.decompressobj(wbits)
        for part, next_offset in _parts(stream, raw, offset, max_bytes - byte_count):
            parts.append(part)
            byte_count, offset = byte_count + len(part), next_offset
        is_whole = stream.eof
    if is_whole:
        return b"".join(parts), ()
    shortfall = (
        f"only its first {byte_count:,} bytes were read" if byte_count >= max_bytes else "it is cut off or damaged"
    )
    return b"".join(parts), (f"the packed input was not unpacked completely: {shortfall}",)


def _parts(stream: "zlib._Decompress", raw: bytes, offset: int, bytes_left: int) -> Iterator[tuple[bytes, int]]:
    """What comes out of one stream until it ends, breaks or has given enough; each with how far `raw` was read."""
    while not stream.eof and bytes_left > 0 and offset < len(raw):
        fed_bytes = raw[offset : offset + LOOKED_AT]
        try:
            part = stream.decompress(fed_bytes, bytes_left)
        except zlib.error:
            return
        offset += len(fed_bytes) - len(stream.unconsumed_tail) - len(stream.unused_data)
        bytes_left -= len(part)
        yield part, offset
