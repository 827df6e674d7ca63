"""Names of charsets as pages write them, and the codec that reads each as browsers do.

The labels are those of https://encoding.spec.whatwg.org/#names-and-labels: a page that calls itself ISO-8859-1 means
Windows-1252, GB2312 means its superset GB 18030, and UTF-16 cannot be meant where the name could be read as ASCII.
"""

import codecs

_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "cp1252": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "shift_jis": "cp932", "cp932": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
    "gb18030": "gb18030", "hz": "hz", "euc_kr": "cp949", "cp949": "cp949", "big5": "big5hkscs", "cp950": "big5hkscs",
    "big5hkscs": "big5hkscs", "euc_jp": "euc_jp", "iso2022_jp": "iso2022_jp", "koi8-r": "koi8_r", "koi8-u": "koi8_u",
    "mac-roman": "mac_roman", "mac-cyrillic": "mac_cyrillic", "utf-8": "utf-8", "utf-8-sig": "utf-8",
    **{name: name for name in ("cp866", "cp874", *(f"cp125{n}" for n in (0, 1, 3, 4, 5, 6, 7, 8)))},
    **{f"iso8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}  # fmt: skip
_ALIASES = {
    "cn-big5": "big5", "csbig5": "big5", "dos-874": "cp874", "iso88591": "iso8859-1", "ks_c_5601": "cp949",
    "windows-949": "cp949", "windows-874": "cp874", "windows-31j": "cp932", "unicode-1-1-utf-8": "utf-8",
    "unicode11utf8": "utf-8", "unicode20utf8": "utf-8", "logical": "iso8859-8", "visual": "iso8859-8", "ansi": "cp1252",
    "koi": "koi8-r", "koi8": "koi8-r", "sun_eu_greek": "iso8859-7", "macintosh": "mac-roman", "user-defined": "cp1252",
    "win-1251": "cp1251", "win1251": "cp1251",
}  # fmt: skip
_WIDE = ("utf-16", "utf16", "utf-32", "utf32", "unicodefe", "unicodeff", "ucs-2", "iso-10646-ucs")
_MANY_BYTES = frozenset({"cp932", "gb18030", "hz", "cp949", "big5hkscs", "euc_jp", "iso2022_jp"})


def codec_of(label: str) -> str | None:
    """The codec for a charset's name; None where no browser knows it, or where it cannot be meant.

    >>> codec_of("ISO-8859-1"), codec_of("gb2312"), codec_of("x-sjis"), codec_of("utf-16"), codec_of("rot13")
    ('cp1252', 'gb18030', 'cp932', None, None)
    """
    name = label.strip().lower()
    while name.startswith("x-") and name != "x-":
        name = name.removeprefix("x-")
    try:
        codec_name = codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(codec_name)


def is_utf_16(label: str) -> bool:
    """Whether the name is one of UTF-16's or UTF-32's, which cannot be true of bytes in which it can be read."""
    return label.strip().lower().startswith(_WIDE) or label.lower() == "unicode"


def has_wide_characters(codec: str) -> bool:
    """Whether the codec writes a character in several bytes, which by chance may look like UTF-8."""
    return codec in _MANY_BYTES
