"""Bytes become text by what they are; what was odd about them stands in a plain sentence."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_clean.intake import containers
from article_clean.intake.charsets import codec_of
from article_clean.intake.decode import decoded

SAID = "Die Fähre fuhr am Morgen über den Öresund; „alle Gäste“ stiegen aus. "
RUSSIAN = "Паром ушёл утром через пролив, и все пассажиры сошли на берег. "
CHINESE = "渡轮早上驶过海峡，所有乘客都上了岸。"
JAPANESE = "フェリーは朝に海峡を渡り、乗客は全員下船した。"
KOREAN = "여객선은 아침에 해협을 건넜고 승객은 모두 내렸다."


def page(text, charset, lang="de"):
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'
    )


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", SAID),
        ("latin1", "cp1252", SAID),
        ("us-ascii", "cp1252", SAID),
        ("gb2312", "gb18030", CHINESE),
        ("GBK", "gb18030", CHINESE),
        ("x-sjis", "cp932", JAPANESE),
        ("Shift_JIS", "cp932", JAPANESE),
        ("x-euc-jp", "euc_jp", JAPANESE),
        ("iso-2022-jp", "iso2022_jp", JAPANESE),
        ("ks_c_5601-1987", "cp949", KOREAN),
        ("euc-kr", "cp949", KOREAN),
        ("big5", "big5hkscs", CHINESE.replace("轮", "輪").replace("驶", "駛").replace("过", "過").replace("峡", "峽")),
        ("x-cp1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8_r", RUSSIAN),
        ("x-mac-cyrillic", "mac_cyrillic", RUSSIAN),
    ],
)
def test_a_charset_means_what_browsers_read_it_as(label, codec, text):
    raw = page(text, label).encode(codec, "ignore")
    assert decoded(raw) == (raw.decode(codec), ())


@pytest.mark.parametrize("label", ["utf-99", "rot13", "hex", "undefined", "idna", "unicode_escape", "utf-7", "x-", "."])
def test_a_charset_that_no_browser_knows_is_none(label):
    assert codec_of(label) is None
    text, warnings = decoded(page(SAID, label).encode())
    assert SAID in text
    assert warnings == (f"the page names a charset that does not exist, {label!r}",)


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "windows-1251", "gb2312", "shift_jis", "euc-kr"])
def test_utf_8_under_another_name_is_read_as_utf_8_with_a_warning(label):
    text, warnings = decoded(page(SAID * 4, label).encode())
    assert SAID in text
    assert warnings == (f"the page declares {label}, which is wrong; read as UTF-8",)


def test_one_character_of_utf_8_is_enough_in_a_page_that_calls_itself_latin():
    assert "<p>© 2021" in decoded(page("© 2021", "iso-8859-1").encode())[0]


def test_a_chinese_page_whose_bytes_happen_to_be_utf_8_stays_chinese():
    raw = page("联通", "gbk").encode("gbk").replace("联通".encode("gbk"), b"\xc4\xa3\xc4\xa3")
    assert decoded(raw) == (raw.decode("gb18030"), ())


@pytest.mark.parametrize("label", ["utf-16", "UTF-16LE", "utf-32", "unicode"])
def test_utf_16_cannot_be_named_in_bytes_that_read_as_ascii(label):
    text, warnings = decoded(page(SAID, label).encode())
    assert SAID in text
    assert warnings == (f"the page declares {label}, which is wrong",)


def test_a_page_that_calls_itself_utf_8_and_is_not_is_detected():
    text, warnings = decoded(page(SAID * 4, "utf-8").encode("cp1252"))
    assert SAID in text
    assert warnings == ("the page declares utf-8, which is wrong; they are not UTF-8; read as cp1252",)


def test_a_page_cut_off_in_a_character_is_still_utf_8():
    raw = page(RUSSIAN * 9, "utf-8").encode().removesuffix(b". </p></body></html>")
    text, warnings = decoded(raw[:-1])
    assert RUSSIAN in text
    assert warnings == ("some bytes are not utf-8; they are read as U+FFFD",)


def test_a_few_broken_bytes_leave_a_page_in_its_own_charset():
    raw = page(RUSSIAN * 9 + "~", "windows-1251").encode("cp1251").replace(b"~", b"\x98")
    text, warnings = decoded(raw)
    assert RUSSIAN in text
    assert warnings == ("some bytes are not cp1251; they are read as U+FFFD",)


def test_an_xml_declaration_names_the_charset_and_a_meta_element_goes_before_it():
    declared = '<?xml version="1.0" encoding="windows-1251"?>'
    assert decoded(f"{declared}<p>Лёд</p>".encode("cp1251")) == (f"{declared}<p>Лёд</p>", ())
    assert RUSSIAN in decoded(f"{declared}{page(RUSSIAN, 'koi8-r')}".encode("koi8-r"))[0]


def test_a_charset_in_a_comment_does_not_count():
    raw = f'<html><!-- <meta charset="koi8-r"> --><meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert RUSSIAN in decoded(raw)[0]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["<p>ice", page(SAID, "utf-16"), page(CHINESE * 40, "utf-16")])
def test_utf_16_needs_no_mark(text, codec):
    assert decoded(text.encode(codec)) == (text, (f"the input is {codec[:6].upper()} without a byte order mark",))


def test_utf_16_cut_off_in_a_character_is_utf_16():
    text, warnings = decoded(page(SAID, "utf-16").encode("utf-16-le")[:-1])
    assert SAID in text
    assert len(warnings) == 2


def test_text_with_many_stray_nuls_is_no_utf_16():
    assert "UTF-16" not in "".join(decoded(b"The harbour\0 froze\0 on\0 Monday, said\0 Ada. " * 9)[1])


def test_a_stray_nul_is_text():
    assert decoded(b"The harbour\0 froze on Monday.") == ("The harbour\0 froze on Monday.", ())


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda raw: gzip.compress(gzip.compress(raw))])
def test_a_packed_page_is_unpacked_with_a_warning(pack):
    text, warnings = decoded(pack(page(RUSSIAN * 20, "windows-1251").encode("cp1251")))
    assert RUSSIAN in text
    assert [warning for warning in warnings if "it was unpacked" not in warning] == []
    assert warnings


def test_deflate_without_a_header_is_unpacked():
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    raw = packer.compress(page(SAID * 20, "utf-8").encode()) + packer.flush()
    text, warnings = decoded(raw)
    assert SAID in text
    assert warnings == ("the input is packed with deflate; it was unpacked",)


def test_gzip_in_members_is_read_to_its_last():
    raw = b"".join(gzip.compress(f"<p>{n}</p>".encode()) for n in range(2_000))
    assert decoded(raw)[0] == "".join(f"<p>{n}</p>" for n in range(2_000))


@pytest.mark.parametrize("damage", [lambda raw: raw[:-400], lambda raw: raw[:-400] + b"\xff" * 400])
def test_damaged_gzip_gives_what_can_be_read_and_says_so(damage):
    whole = "".join(f"<p>{n * n} {SAID}</p>" for n in range(2_000))
    text, warnings = decoded(damage(gzip.compress(whole.encode())))
    assert text[:20_000] == whole[:20_000]
    assert "the packed input was not unpacked completely: it is cut off or damaged" in warnings


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_bomb_is_unpacked_to_a_bound_over_all_layers(layers):
    bomb = b"\0" * 60_000_000
    for _ in range(layers):
        bomb = gzip.compress(bomb)
    inner = containers.unpacked(bomb)
    assert len(inner.raw) <= max(containers.LEAST_BOUND, containers.MOST_GROWTH * len(bomb))
    assert "only its first" in inner.warnings[-1]


def test_ordinary_text_that_opens_like_zlib_is_text():
    assert decoded(b"x^2 + y^2 = z^2 holds.") == ("x^2 + y^2 = z^2 holds.", ())


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF file, not a page; extract its text first"),
        (b"WARC/1.1\r\nWARC-Type: response", "a WARC archive, not a page; `article-clean batch` reads its records"),
        (b"PAR1\x15\x04\x15\x10", "a Parquet file, not a page; `article-clean batch` reads its rows"),
        (b"PK\x03\x04\x14\0\6\0\x08\0", "a ZIP file"),
        (b"\x28\xb5\x2f\xfd\x04\x58", "packed with zstd, not a page; unpack it first"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a JPEG image"),
        (b"GIF89a\1\0\1\0", "a GIF image"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
        (b"\0\0\0\x20ftypisom", "a film or image in an MP4 container"),
        (b"{\\rtf1\\ansi The harbour froze.}", "an RTF document"),
        (b"BZh91AY&SY\x12\x34", "packed with bzip2"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Office document"),
    ],
)
def test_a_file_that_is_no_page_is_named_and_has_no_text(raw, name):
    text, warnings = decoded(raw)
    assert text == ""
    assert len(warnings) == 1
    assert warnings[0].startswith(f"the input is {name}")


@pytest.mark.parametrize("raw", [bytes(range(256)) * 20, b"\0" * 5_000, zlib.compress(bytes(range(256)) * 2)[2:]])
def test_other_binary_data_has_no_text(raw):
    text, warnings = decoded(raw)
    assert text == ""
    assert "binary data, neither text nor HTML" in warnings[0]


@given(st.binary())
def test_any_bytes_become_text_that_can_be_written(raw):
    decoded(raw)[0].encode()


@given(st.binary(), st.sampled_from([b"\x1f\x8b\x08\0", b"\x78\x9c", b"\xff\xfe", b'<meta charset="hz">', b"<\0p\0"]))
def test_any_bytes_behind_a_true_beginning_do_not_raise(raw, start):
    decoded(start + raw)[0].encode()


def test_the_charsets_of_the_standard_are_known():
    labels = ["utf-8", "866", "koi8-u", "macintosh", "windows-874", "gb18030", "big5-hkscs", "euc-jp", "iso-2022-jp"]
    assert [label for label in labels if not codec_of(label)] == []
    for n in (*range(2, 9), 10, 13, 14, 15, 16):
        assert codec_of(f"iso-8859-{n}") == f"iso8859-{n}"
