"""Markup that would take the parser time or memory out of proportion is made flat, and keeps its text."""

import re
import sys
from collections import Counter
from unittest.mock import patch

import pytest
from benchmarks.measure import cpu
from hypothesis import given
from hypothesis import strategies as st
from processes import run_process
from selectolax.lexbor import LexborHTMLParser

from article_clean.knowledge.word_lists import words
from article_clean.pages import depth as guard
from article_clean.pages import long_tags
from article_clean.pages.depth import DEEPEST, flattened
from article_clean.pages.reading import read_html

GREATEST_GROWTH = 2.4  # times the CPU for twice the page; caches are missed the more often the longer it is
TRIES = 4  # noise can push one ratio up; it does not do so four times
SAID = "The harbour froze on Monday, and the ferry stayed at its pier. "


def depth(node):
    """How many elements are in one another at most."""
    deepest, level, child = 0, 0, node.first_child
    while level >= 0:
        if child is not None:
            deepest = max(deepest, level)
            node, child, level = child, child.first_child, level + 1
        else:
            node, child, level = node.parent, node.next, level - 1
    return deepest


DEEP = {
    "div": "<div>",
    "b": "<b>",
    "cells": "<table><tr><td>",
    "lists": "<ul><li>",
    "links": "<a href=x><div>",
    "mixed": "<p><div>",
    "stray_ends": "<div><table><tr><td></div></p>",
}


@pytest.mark.parametrize("piece", DEEP.values(), ids=DEEP)
def test_what_is_nested_deep_becomes_flat_and_keeps_its_text(piece):
    html, warnings = flattened(piece * 10_000 + SAID)
    assert depth(LexborHTMLParser(html).body) <= DEEPEST * 4 // 3  # the parser adds a tbody to each table
    assert html.endswith(SAID)
    assert warnings == (
        f"elements are nested more than {DEEPEST} deep; deeper ones are read as text of those around them",
    )


def test_the_blocks_of_what_is_nested_deep_stay_apart():
    page = read_html(flattened(f"<div><p>{SAID}</p>" * 10_000)[0]).page
    assert len(page.blocks) == 10_000


def test_a_script_that_is_nested_deep_stays_a_script():
    assert "<script>ice()</script>" in flattened("<div>" * 10_000 + "<script>ice()</script>")[0]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{SAID}" * 20_000,
        f"<li>{SAID}<br>" * 20_000,
        f"<tr><td>{SAID}<td><b>{SAID}</b>" * 20_000,
        f"<dl><dt>{SAID}<dd>{SAID}</dl>" * 20_000,
        f"<div><p><i>{SAID}</i></div>" * 20_000,
        f"<p><b>{SAID}<p>" * 20_000,
        f"<span><p>{SAID}" * 20_000,
        '<div data-html="<div><div>">ice</div>' * 20_000,
        "<svg>" + "<path d='M1'/>" * 20_000 + "</svg>",
        "<!-- <div> --><script>'<div>'</script>" * 20_000,
        f"<img src='a>b'><input><br/>{SAID}" * 20_000,
    ],
)
def test_a_long_page_that_is_not_deep_is_left_alone(html):
    assert flattened(html) == (html, ())


def test_formatting_elements_that_are_never_closed_are_closed_with_their_block():
    html, warnings = flattened("".join(f"<p><b id={n}>ice" for n in range(5_000)))
    assert html.count("</b>") == 4_999
    assert "never closed" in warnings[0]


CROWDED = "more than 25,000 tiny elements; the short ones after these are read as one text"
TINY = {
    "paragraphs": "<p>a#</p>",
    "unclosed": "<li>a#",
    "void": "a#<br>",
    "stray_ends": "a#</p>",
    "links": "<a>a#</a> ",
    "nested": "<ul><li><i>a#</i></ul>",
    "quoted": "<p a='<p>'>a#</p>",
}


def tiny(piece, number):
    """The piece so many times, each with its number."""
    return "".join(piece.replace("#", str(n)) for n in range(number))


@pytest.mark.parametrize("piece", TINY.values(), ids=TINY)
def test_elements_with_hardly_any_text_become_fewer_and_keep_their_text(piece):
    html, warnings = flattened(tiny(piece, 60_000))
    tree = LexborHTMLParser(html)
    assert warnings == (CROWDED,)
    assert len(tree.css("body *")) <= 25_001
    assert tree.body.text(separator=" ").split() == [f"a{n}" for n in range(60_000)]


NAMES = sorted(
    words("p b i br li ul div table tbody tr td th a nav h2 span button form object article svg math dl dd hr img")
)
TAGS = [*(f"<{name}>" for name in NAMES), *(f"</{name}>" for name in NAMES), "<!-- <p> -->", "<b a='<p>'>"]
FEW = {"MANY_TAGS": 0, "MOST_ELEMENTS": 5, "ELEMENT_CHARS": 1_000, "SHORT_CHARS": 10}


@given(st.lists(st.sampled_from([*TAGS, "ice ", "The ferry sails. "]), min_size=20, max_size=60))
def test_no_character_of_text_is_lost_with_an_element(pieces):
    html = "<body>" + "".join(pieces)
    with patch.multiple(guard, **FEW):
        flat, _ = flattened(html)
    texts = [LexborHTMLParser(markup).body.text() for markup in (html, flat)]
    assert Counter("".join(texts[0].split())) == Counter("".join(texts[1].split()))


def test_letters_of_a_word_that_are_elements_each_stay_a_word():
    assert flattened("<p>" + "<b>a</b>" * 60_000)[0].endswith("</b>" + "a" * 35_001)


def test_text_of_cells_beyond_the_number_of_elements_stays_in_its_table():
    tree = LexborHTMLParser(flattened(f"<table>{tiny('<tr><td>a#</td></tr>', 60_000)}</table>")[0])
    assert len(tree.css("table *")) <= 25_001
    assert tree.css_first("table").text(separator=" ").split() == [f"a{n}" for n in range(60_000)]


def test_a_long_paragraph_behind_elements_with_hardly_any_text_stays_one():
    long = f"<p>{SAID * 2}</p>"
    html, _ = flattened(f"<nav>{tiny('<p>a</p>', 60_000)}</nav>{long}<p>ice</p>{long}")
    assert html.endswith(f"</nav>{long} ice {long}")


def test_a_script_behind_elements_with_hardly_any_text_stays_a_script():
    script = "<script>'<p>'</script><!-- <p> --><style>a{}</style>"
    assert flattened("<p>a</p>" * 60_000 + script)[0].endswith(script)


def test_a_tag_with_thousands_of_attributes_loses_them():
    many = " ".join(f"a{n}=1" for n in range(200_000))
    assert flattened(f"<p>ice</p><p {many}>{SAID}</p>") == (
        f"<p>ice</p><p>{SAID}</p>",
        ("a tag has more than 1,000 attributes; they are left out",),
    )


@pytest.mark.parametrize(
    "before",
    [
        "a='>' ",
        f"a='{'>' * 20_000}' ",
        "a='<p>' b=\"<p a='\" ",
    ],
    ids=["an end of a tag", "many ends", "a tag"],
)
def test_a_tag_with_thousands_of_attributes_loses_them_whatever_their_values_are(before):
    many = "".join(f"{before if n % 200 == 0 else ''}a{n}=1 " for n in range(20_000))
    html, warnings = flattened(f"<!-- <p a=' --><script>'<p a=\"'</script><? <p a=' ?><p {many}>{SAID}</p>")
    assert html == f"<!-- <p a=' --><script>'<p a=\"'</script><? <p a=' ?><p>{SAID}</p>"
    assert warnings == ("a tag has more than 1,000 attributes; they are left out",)


MARKS = st.sampled_from([
    *"<>=/\"' ", "</", "<a ", "<p>", "</p>", 'x="1"', "y='2'", 'x="<"', '<a b="c>d">', "= '", "<!--", "-->", "<!", "<?",
    "<script>", "</SCRIPT", "<STYLE ", "<title", "< 5", "é", " b" * 1_100, "z" * 2_100,
])  # fmt: skip


@given(st.lists(MARKS, max_size=40).map("".join))
def test_no_long_tag_is_passed_over_with_the_ordinary_ones(html):
    flat = flattened(html)
    with patch.object(long_tags, "_ORDINARY", re.compile("")):
        assert flat == flattened(html)


@pytest.mark.parametrize("comment", ["<!-->", "<!--->", "<!-- a --!>", "<!---->"])
def test_a_comment_ends_where_the_parser_ends_it(comment):
    many = " ".join(f"a{n}=1" for n in range(2_000))
    assert flattened(f"{comment}<p {many}>{SAID}<!-- a -->")[0] == f"{comment}<p>{SAID}<!-- a -->"


@pytest.mark.parametrize(
    "html",
    [
        f"<img src='data:image/png;base64,{'A' * 200_000}'>",
        f"<div data-page='{SAID * 2_000}'>ice</div>",
        f"<script>if (a <b {SAID * 2_000} ) </script>",
        f"<!-- a <b {SAID * 2_000} -->",
    ],
)
def test_a_tag_with_a_long_attribute_is_left_alone(html):
    assert flattened(html) == (html, ())


def test_long_lists_of_options_are_cut_without_a_word():
    html, warnings = flattened("<select>" + "<option>ice" * 20_000 + "</select>" + SAID)
    assert html.count("<option>") == 2_000
    assert warnings == ()


HOSTILE = """
import resource, sys
from article_clean.pages.depth import flattened
from article_clean.pages.reading import read_html
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
piece, number = sys.argv[1], int(sys.argv[2])
html = "".join(piece.replace("#", str(n)) for n in range(number))
read_html(flattened("<p>ice</p>" * 10)[0])
before = peak()
read_html(flattened(html)[0])
print((peak() - before) / len(html))
"""


def growth(piece):
    """How many times the CPU twice the page takes, over two doublings: the least of several tries."""
    once, four_times = ("".join(piece.replace("#", str(n)) for n in range(size)) for size in (25_000, 100_000))
    least = float("inf")
    for _ in range(TRIES):
        took = [
            cpu(lambda html=html: read_html(flattened(html)[0]), 1, collecting=False) for html in (once, four_times)
        ]
        least = min(least, (took[1] / took[0]) ** 0.5)
        if least <= GREATEST_GROWTH:
            break
    return least


@pytest.mark.benchmark
@pytest.mark.parametrize("piece", [*DEEP.values(), "<div>ice", "<p><b id=#>ice", "<b id=#>", "<ul><li>ice", "<<<<<"])
def test_twice_the_markup_takes_twice_the_time(piece):
    assert growth(piece) <= GREATEST_GROWTH


@pytest.mark.benchmark
@pytest.mark.parametrize("piece", ["<div>", "<b id=#>", "<p><div>", "<table><tr><td>", "<ul><li>", "<a href=#><div>"])
def test_memory_of_a_page_nested_deep_is_within_thirty_times_its_length(piece):
    done = run_process([sys.executable, "-c", HOSTILE, piece, "100000"], capture_output=True, text=True)
    assert float(done.stdout) <= 30
