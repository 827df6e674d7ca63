"""Bytes to text: the BOM, UTF-16 by its NULs, then the charset that the page names, strict UTF-8, and detection."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from article_clean.core.patterns import pattern_of
from article_clean.core.presentable import encodable
from article_clean.intake.charsets import codec_of, has_wide_characters, is_utf_16
from article_clean.intake.containers import unpacked, what_it_is

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_META_CHARSET = pattern_of(rb"""<meta[^<>]*?charset\s*+=\s*+["']?+\s*+([\w.:-]+)""", re.IGNORECASE)
_XML_ENCODING = pattern_of(rb"""\s*<\?xml[^<>]*?encoding\s*=\s*["']\s*([\w.:-]+)""", re.IGNORECASE)
_COMMENT = pattern_of(rb"<!--(?>(?:(?!-->).)*)(?:-->)?", re.DOTALL)  # to the end, where it has none
_HEAD = 4096  # bytes in which the HTML standard wants the charset named are 1024; pages are later by up to three times
_SAMPLE = 1024  # bytes in which NULs tell UTF-16
_LEAST_NULS = 0.125  # share of NUL in UTF-16, where it does not open with a tag; Western text has half
_NO_TEXT = pattern_of(r"[\0-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PIECE = pattern_of(rb"[^<>\n]+")
_MANY_PIECES = 200  # of text outside ASCII that the detection sees; more changes nothing and takes time
_SURE = 4  # sequences of UTF-8 that do not stand by chance in Chinese, Japanese or Korean bytes: one in seven does
_WESTERN = "cp1252"
_TO_JAPANESE = pattern_of(rb"\x1b\$[@B]")  # how ISO-2022-JP, whose bytes are all ASCII, turns to its other characters
_LANGUAGE = pattern_of(rb"""<html[^<>]*?\blang\s*=\s*["']?([a-z]{2})\b""", re.IGNORECASE)
_WRITE_WESTERN = pattern_of("af|ca|da|de|en|es|eu|f[ior]|g[al]|i[dst]|ms|n[blno]|pt|sq|s[vw]")
_MOST_ACCENTED = 0.2  # share of bytes outside ASCII in lines of Western text that have any; of Cyrillic nine in ten
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MOST_BROKEN = 20  # characters in another encoding for one that is broken, at least, where that encoding is true

Decoded = tuple[str, tuple[str, ...]]


def decoded(raw: bytes) -> Decoded:
    """The text of these bytes, and warnings about what was odd; never raises.

    Gzip and zlib are unpacked, to a bound. A PDF, an image and other data that are no text give "" and a warning that
    says what they are.
    """
    raw, warnings = unpacked(raw)
    text, further_warnings = _text(raw)
    return text, (*warnings, *further_warnings)


def without_surrogates(text: str) -> Decoded:
    """The text with each lone surrogate read as U+FFFD, which changes no offset, and a warning where there was one."""
    encodable_text = encodable(text)
    return encodable_text, () if encodable_text is text else ("lone surrogates in the input are read as U+FFFD",)


def _text(raw: bytes) -> Decoded:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _replacing(raw, encoding)
    wide_codec = _wide(raw)
    if wide_codec:
        text, warnings = _replacing(raw, wide_codec)
        return text, (f"the input is {wide_codec[:6].upper()} without a byte order mark", *warnings)
    format_warning = what_it_is(raw)
    if format_warning:
        return "", (format_warning,)
    label = _label(raw[:_HEAD])
    return _named(raw, label) if label else _unnamed(raw)


def _wide(raw: bytes) -> str:
    """UTF-16 or UTF-32 that has no byte order mark, told by its NULs; "" for anything else."""
    sample = raw[:_SAMPLE]
    is_opening = sample.startswith((b"<\0", b"\0<", b"\0\0\0<"))
    if not is_opening and sample.count(0) < _LEAST_NULS * len(sample):
        return ""
    whole_units = sample[: len(sample) // 4 * 4]
    return next((codec for codec in _WIDE if _reads_as(whole_units, codec)), "")


def _reads_as(sample: bytes, codec: str) -> bool:
    """Whether these bytes are text in a codec of wide characters, most of it below U+0100 as markup is."""
    text = sample.decode(codec, "replace").removesuffix(_REPLACEMENT)  # the sample may end in half a pair
    return bool(text) and _REPLACEMENT not in text and not _NO_TEXT.search(text) and min(text) <= "\xff"


def _label(head: bytes) -> str:
    """The charset that a page gives in a `<meta>`, or else in its XML declaration; ISO-2022-JP by its escapes."""
    charset_match = _META_CHARSET.search(_COMMENT.sub(b"", head)) or _XML_ENCODING.match(head)
    if charset_match:
        return charset_match[1].decode("ascii", "replace")
    return "iso-2022-jp" if _TO_JAPANESE.search(head) else ""


def _named(raw: bytes, label: str) -> Decoded:
    """The text of a page that names its charset."""
    codec = codec_of(label)
    if codec is None and not is_utf_16(label):
        return _unnamed(raw, f"the page names a charset that does not exist, {label!r}")
    label_warning = f"the page declares {label}, which is wrong"
    if codec is None:
        return _unnamed(raw, label_warning)
    text = _strictly(raw, codec)
    if codec == "utf-8" or raw.isascii():
        return (text, ()) if text is not None else _unnamed(raw, label_warning)
    return _contradicted(raw, codec, text, label_warning)


def _contradicted(raw: bytes, codec: str, text: str | None, label_warning: str) -> Decoded:
    """The text of bytes outside ASCII that are named anything but UTF-8."""
    utf8_text = _strictly(raw, "utf-8")
    is_doubtful = text is not None and has_wide_characters(codec)
    if utf8_text is not None and (not is_doubtful or _outside_ascii(utf8_text) >= _SURE):
        return utf8_text, (f"{label_warning}; read as UTF-8",)
    if text is not None:
        return text, ()
    near_reading = _nearly(raw, codec)
    return near_reading or _unnamed(raw, label_warning)


def _unnamed(raw: bytes, *warnings: str) -> Decoded:
    """The text of bytes whose charset is not known."""
    text = _strictly(raw, "utf-8")
    if text is not None:
        return text, warnings
    near_reading = _nearly(raw, "utf-8")
    if near_reading:
        return near_reading
    encoding = _detected(raw)
    text, further_warnings = _replacing(raw, encoding)
    first_warnings = warnings or ("the bytes name no charset",)
    return text, (
        *first_warnings[:-1],
        f"{first_warnings[-1]}; they are not UTF-8; read as {encoding}",
        *further_warnings,
    )


def _nearly(raw: bytes, codec: str) -> Decoded | None:
    """The text where few bytes break the encoding: a page cut off in a character, a comment pasted from elsewhere."""
    text, warnings = _replacing(raw, codec)
    broken_count = text.count(_REPLACEMENT)
    return (text, warnings) if broken_count * _MOST_BROKEN <= _outside_ascii(text) else None


def _outside_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _detected(raw: bytes) -> str:
    """The likeliest encoding.

    A page's language tells more than its bytes where it is one that Windows-1252 serves.
    https://html.spec.whatwg.org/#determining-the-character-encoding
    """
    from article_clean.intake.detection import detected  # noqa: PLC0415  # chardet is heavy, and seldom needed

    sample = b"\n".join(islice(_telling(raw), _MANY_PIECES))
    language = _LANGUAGE.search(raw[:_HEAD])
    western = language and _WRITE_WESTERN.fullmatch(language[1].decode().lower())
    if western and len(sample.decode("ascii", "ignore")) > (1 - _MOST_ACCENTED) * len(sample):
        return _WESTERN
    return detected(sample)


def _telling(raw: bytes) -> Iterator[bytes]:
    """The pieces between tags that are not ASCII, whole: a cut within a character would rule out its charset."""
    return (match[0] for match in _PIECE.finditer(raw) if not match[0].isascii())


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _replacing(raw: bytes, encoding: str) -> Decoded:
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError:
        return raw.decode(encoding, "replace"), (f"some bytes are not {encoding}; they are read as U+FFFD",)
