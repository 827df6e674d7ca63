"""Bytes to text: the BOM, then the charset that the HTML names, then strict UTF-8, then detection."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"""<meta[^<>]*?charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which the HTML standard wants the charset named are 1024; pages are later by up to three times
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WESTERN = "cp1252"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of these bytes, and warnings about what was odd; never raises."""
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _replacing(raw, encoding)
    named = _META_CHARSET.search(raw[:_HEAD])
    if named:
        encoding = named[1].decode("ascii", "replace")
        try:
            return raw.decode(encoding), ()
        except UnicodeDecodeError:
            return _guessed(raw, f"the page calls itself {encoding} and is not")
        except LookupError:
            return _guessed(raw, f"the page names a charset that does not exist, {encoding!r}")
    return _guessed(raw)


def without_surrogates(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each lone surrogate read as U+FFFD, which changes no offset, and a warning where there was one."""
    try:
        text.encode()  # ten times as fast as a search for them
    except UnicodeEncodeError:
        pass
    else:
        return text, ()
    return _SURROGATE.sub(_REPLACEMENT, text), ("lone surrogates in the input are read as U+FFFD",)


def _guessed(raw: bytes, *warnings: str) -> tuple[str, tuple[str, ...]]:
    try:
        return raw.decode("utf-8"), warnings
    except UnicodeDecodeError:
        encoding = _detected(raw)
        text, more = _replacing(raw, encoding)
        return text, (*warnings, f"the bytes name no charset and are not UTF-8; read as {encoding}", *more)


def _detected(raw: bytes) -> str:
    """The likeliest encoding; Windows-1252 of those that fit alike, as French fits Windows-1250 no worse."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # comes with trafilatura; slow to import, seldom needed

    found = from_bytes(raw)
    best = found.best()
    if best is None:
        return _WESTERN
    alike = (match.encoding for match in found if (match.chaos, match.coherence) == (best.chaos, best.coherence))
    return _WESTERN if _WESTERN in alike else best.encoding


def _replacing(raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError:
        return raw.decode(encoding, "replace"), (f"some bytes are not {encoding}; they are read as U+FFFD",)
