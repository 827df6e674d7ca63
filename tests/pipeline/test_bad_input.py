"""Odd input gives an article, never an exception; misuse gives an error that says what to pass."""

import re
from itertools import pairwise

import pytest
from cases import FIXTURES
from hypothesis import example, given
from hypothesis import strategies as st
from test_pipeline import in_another_process

from article_clean import Article, ArticleCleanError, clean
from article_clean.core.edits import apply

STORY = "İzmir’de fırtına: Die Straße war gesperrt, ſagte man. Ångström, naïve, “quoted”, 10 °C. Ещё — да.\n\nﬁn"
PRINTED = re.compile(r"\S")
PHRASES = ["Share on Facebook", "No comments:", "Post a Comment", "By Ada Quill", "Photo: AP", "March 4, 2021", "___"]
PHRASES += [
    "HARLOW BAY (AP) — The",
    "Read more: ice",
    "ADVERTISEMENT",
    "source",
    "“No,” he said.",
    "&amp;",
    "â€œ",
    "ﬁre",
]
PHRASES += [
    "The ferry, which left the island in the morning, was",
    "found aground.",
    "\u200b",
    "\xa0",
    "İ",
    "-",
    "1.",
    "\t",
]
PAGES = st.lists(st.lists(st.sampled_from(PHRASES), max_size=3).map(" ".join), max_size=14).map("\n".join)


def is_sound(article):
    """The laws of the core, for one article."""
    assert [(a, b) for a, b in pairwise(article.trail) if a.end > b.start] == []
    assert apply(article.source, article.trail) == article.body
    kept = {n for k in range(len(article.body)) for n in range(*article.trace(k, k + 1))}
    taken = {n for edit in article.trail if edit.role != "layout" for n in range(edit.start, edit.end)}
    assert [m[0] for m in PRINTED.finditer(article.source) if m.start() not in kept | taken] == []
    assert Article.model_validate_json(article.model_dump_json()) == article
    return True


@given(st.text())
@example(STORY)
def test_any_text_gives_a_sound_article(text):
    assert is_sound(clean(text, kind="text"))


@given(PAGES)
def test_any_page_of_scraped_phrases_gives_a_sound_article(text):
    assert is_sound(clean(text))


@given(st.binary())
def test_any_bytes_give_a_sound_article(raw):
    assert is_sound(clean(raw))


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<html>", "<b", ">", "&#", "ice", "<!--", "<script>", "\0", "<p/>", '"']))
)
def test_any_markup_gives_a_sound_article(parts):
    assert is_sound(clean("".join(parts), kind="html"))


@pytest.mark.parametrize("raw", ["", " \n\t \u00a0\u3000", b"", b"\xef\xbb\xbf", "\n" * 10])
def test_an_empty_input_gives_an_empty_body_and_says_so(raw):
    article = clean(raw)
    assert article.body == ""
    assert article.removed == ()
    assert article.warnings == ("the input is empty",)


def test_an_input_of_boilerplate_alone_says_that_no_body_was_found():
    article = clean("Share on Facebook\n\nADVERTISEMENT\n")
    assert article.body == ""
    assert article.warnings == ("no text of the input is left for the body",)


@pytest.mark.parametrize("line", ["word " * 200_000, "x" * 1_000_000, "“" * 200_000, "- " * 100_000, "(" * 100_000])
def test_one_long_line_stays_one_paragraph(line):
    assert len(clean(line).paragraphs) == 1


def test_a_million_line_breaks_are_white_space():
    assert clean("a" + "\n" * 1_000_000 + "b.").paragraphs == ("a", "b.")


def test_a_hundred_thousand_short_lines_are_no_trouble():
    raw = "No comments:\n" * 50_000 + "The harbour froze on Monday, and the ferry stayed.\n" * 50_000
    assert is_sound_at_its_ends(clean(raw))


def is_sound_at_its_ends(article):
    return apply(article.source, article.trail) == article.body


def test_nul_is_no_trouble():
    assert is_sound(clean("The harbour\0 froze.\0"))


def test_a_lone_surrogate_is_read_as_the_replacement_character_and_changes_no_offset():
    article = clean("The harbour \ud800froze.")
    assert article.source == "The harbour \N{REPLACEMENT CHARACTER}froze."
    assert article.warnings == ("lone surrogates in the input are read as U+FFFD",)
    assert is_sound(article)


@pytest.mark.parametrize("word", ["İ", "ß", "ŉ", "ǰ", "ΐ", "ﬃ", "ẞ", "Σ"])
def test_letters_whose_case_changes_their_length_keep_every_offset(word):
    raw = f"{word * 9}\n\nPost a Comment\n\n{word * 3} froze.\n\nNo comments:\nPost a Comment\n"
    assert is_sound(clean(raw))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding(encoding):
    assert clean(STORY.encode(encoding)).source == STORY


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("width", [16, 32])
def test_a_byte_order_mark_names_the_order_of_bytes(width, order):
    assert clean(f"\ufeff{STORY}".encode(f"utf-{width}-{order}")).source == STORY


def test_utf_8_needs_no_mark():
    article = clean(STORY.encode())
    assert article.source == STORY
    assert article.warnings == ()


FRENCH = (
    "L'été dernier, la mairie a décidé de fermer la piscine où les élèves s'entraînaient. Ça n'a pas plu à tous.\n" * 4
)
POLISH = "Latem burmistrz postanowił zamknąć basen, w którym ćwiczyli uczniowie. Nie wszystkim się to spodobało.\n"
RUSSIAN = (
    "Летом прошлого года администрация решила закрыть бассейн, где тренировались школьники. Это понравилось не всем.\n"
)


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "latin-1"), (POLISH * 4, "cp1250"), (RUSSIAN * 4, "cp1251")])
def test_bytes_without_a_name_are_detected_and_a_warning_tells_it(text, encoding):
    article = clean(text.encode(encoding))
    assert article.source == text
    assert len(article.warnings) == 1
    assert "not UTF-8; read as" in article.warnings[0]


def test_a_page_names_its_own_charset():
    story = f"<p>{RUSSIAN.strip()}</p>" * 8
    page = (
        f'<!DOCTYPE html><html><head><meta charset="windows-1251"></head><body><article>{story}</article></body></html>'
    )
    article = clean(page.encode("cp1251"))
    assert "Летом прошлого года" in article.body
    assert article.warnings == ()


@pytest.mark.parametrize("charset", ["utf-99", "utf-8"])
def test_a_page_that_names_a_wrong_charset_is_read_with_a_warning(charset):
    page = f'<html><head><meta charset="{charset}"></head><body><p>{FRENCH}</p></body></html>'
    warnings = clean(page.encode("cp1252"), kind="text").warnings
    assert any(charset in warning for warning in warnings)


@pytest.mark.parametrize(("raw", "given"), [(None, "NoneType"), (3, "int"), (object(), "object")])
def test_what_is_neither_text_nor_bytes_is_a_type_error_that_says_what_to_pass(raw, given):
    with pytest.raises(TypeError, match=f"takes str or bytes, not {given}; pass the raw text") as caught:
        clean(raw)
    assert isinstance(caught.value, ArticleCleanError)


def test_the_result_is_the_same_in_every_process_whatever_the_hash_seed():
    code = f"""
from hashlib import sha256
from pathlib import Path
from article_clean import clean
paths = sorted(Path({str(FIXTURES / "articles")!r}).glob("*.txt"))
rows = "".join(clean(path.read_bytes()).model_dump_json() for path in paths)
print(len(paths), sha256(rows.encode()).hexdigest())
"""
    assert in_another_process(code, "1") == in_another_process(code, "2") == in_another_process(code, "3")
