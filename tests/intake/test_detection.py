"""Bytes that name no charset are read in the one that their language was written in."""

from unicodedata import normalize

import pytest
from cases import FIXTURES

from article_clean.intake.decode import decoded
from article_clean.intake.detection import detected

SENTENCES = dict(line.split("\t") for line in (FIXTURES / "languages.tsv").read_text("utf-8").splitlines())
VIETNAMESE_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}

TABLE = {
    "cp1252": "af ca da de es et fi fr it nl pt sq sv",
    "iso8859-1": "af ca da de es fi fr it nl pt sq sv",
    "mac_roman": "de es fr pt sv",
    "cp1250": "cs hu pl sk sl",
    "iso8859-2": "cs hu pl sk sl",
    "cp1251": "bg mk ru uk",
    "koi8_u": "bg ru uk",
    "koi8_r": "bg ru",
    "iso8859-5": "bg mk ru uk",
    "cp866": "bg ru",
    "cp1253": "el",
    "iso8859-7": "el",
    "cp1254": "tr",
    "iso8859-9": "tr",
    "cp1255": "he",
    "iso8859-8": "he",
    "cp1256": "ar",
    "iso8859-6": "ar",
    "cp1257": "et lt lv",
    "cp1258": "vi",
    "cp874": "th",
    "tis-620": "th",
    "cp932": "ja",
    "euc_jp": "ja",
    "iso2022_jp": "ja",
    "gb18030": "zh-Hans",
    "gbk": "zh-Hans",
    "big5": "zh-Hant",
    "euc_kr": "ko",
}
ROWS = [(codec, language) for codec, languages in TABLE.items() for language in languages.split()]
# A few letters outside ASCII, which Windows-1252 reads as letters too: no clear lead over it.
TOO_SHORT = {("cp1254", "tr"), ("iso8859-9", "tr"), ("mac_roman", "pt"), ("mac_roman", "sv")}
NO_CLEAR_LEAD = {("mac_roman", "de"), ("mac_roman", "es"), ("mac_roman", "fr")}
CLEAR_ROWS = [row for row in ROWS if row not in NO_CLEAR_LEAD]


def encoded(text, codec):
    """The bytes; Windows-1258 writes the tones of Vietnamese as marks of their own."""
    return (apart(text) if codec == "cp1258" else text).encode(codec)


def apart(text):
    return "".join(char if char.encode("cp1258", "ignore") else with_tone(char) for char in text)


def with_tone(char):
    base, *marks = normalize("NFD", char)
    tones = [mark for mark in marks if mark in VIETNAMESE_TONES]
    return normalize("NFC", base + "".join(mark for mark in marks if mark not in tones)) + "".join(tones)


@pytest.mark.parametrize(("codec", "language"), CLEAR_ROWS)
def test_a_sentence_is_read_in_its_charset(codec, language):
    raw = encoded(SENTENCES[language], codec)
    assert decoded(raw)[0] == raw.decode(codec)


@pytest.mark.parametrize(("codec", "language"), CLEAR_ROWS)
def test_a_page_is_read_in_its_charset(codec, language):
    raw = b"<html><body><nav><a href='/'>Home</a></nav><p>%s</p></body></html>" % encoded(SENTENCES[language], codec)
    assert decoded(raw)[0] == raw.decode(codec)


@pytest.mark.parametrize(("codec", "language"), [row for row in ROWS if row not in TOO_SHORT])
def test_five_words_are_read_in_their_charset(codec, language):
    raw = encoded(SENTENCES[language][:40], codec)
    assert decoded(raw)[0] == raw.decode(codec)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master’s report — “nine inches of ice” — came on Monday…",
        "© 2024 Coast News",
        "Beds of 2 × 3 m, a café, ½ a mile of pier, 12° below, 5 µm of ice ±1, £3",
        "Ice™ and Coast® and Reef® and Tern®",
        "——",
        "¿Cuándo llegó el señor Núñez?",
        "ESPAÑA",
        "naïve",
        "Åse",
        "à 8 h",
        "§ 5 Abs. 2",
        "La città è più bella",
        "L'età è così",
        "Il n'y a rien à corriger.",
        "ÉTÉ À LA PLAGE",
    ],
)
def test_the_marks_and_signs_of_western_texts_are_windows_1252(text):
    assert detected(text.encode("cp1252")) == "cp1252"


def test_a_long_text_in_one_line_is_detected():
    text = SENTENCES["zh-Hans"] * 2_000
    assert decoded(text.encode("gb18030"))[0] == text


@pytest.mark.parametrize(("codec", "language"), [("cp932", "ja"), ("gb18030", "zh-Hans"), ("cp949", "ko")])
def test_a_line_that_ends_within_a_character_changes_no_charset(codec, language):
    lines = [SENTENCES[language].encode(codec)] * 30
    lines[4] = lines[4][:21]
    raw = b"\n".join(lines)
    assert decoded(raw)[0] == raw.decode(codec, "replace")


@pytest.mark.parametrize(
    "raw", [b"", b"Ice", b"\xe9\n" * 10, b"\xff" * 999, b"PK\x03\x04\xe9", b"\0\xe9" * 99, bytes(range(256)) * 9]
)
def test_a_charset_is_detected_in_any_bytes(raw):
    assert raw.decode(detected(raw), "replace") is not None
