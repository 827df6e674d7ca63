"""A page that holds no article says so, in a warning that tells what it is; a good page says nothing."""

import sys

import pytest
from benchmarks.measure import cpu
from cases import FIXTURES
from hypothesis import given
from hypothesis import strategies as st
from processes import run_process
from selectolax.lexbor import LexborHTMLParser

from article_clean import clean
from article_clean.pages import oddities
from article_clean.pages.depth import DEEPEST, flattened
from article_clean.pages.oddities import find_oddities
from article_clean.pages.reading import read_html

ODD = FIXTURES / "pages" / "odd"
KINDS = {
    "bot": oddities.BOT,
    "error": oddities.ERROR,
    "frames": oddities.FRAMES,
    "redirect": oddities.REDIRECT,
    "script": oddities.SCRIPT,
    "consent": oddities.CONSENT,
    "members": oddities.MEMBERS,
    "part": oddities.PART,
    "list": oddities.TEASERS,
}
KEEP_THEIR_TEXT = {"members", "part"}
PAGES = sorted(ODD.glob("*.html"))
FURNITURE = {"header", "footer", "nav", "aside"}
GREATEST_GROWTH = 2.4  # times the CPU for twice the page; caches are missed the more often the longer it is
TRIES = 4  # noise can push one ratio up; it does not do so four times
SAID = "The harbour froze on Monday, and the ferry stayed at its pier. "


def found(html):
    """What is odd, with all that stands in no header, footer or sidebar chosen as the article."""
    reading = read_html(html)
    blocks, boxes = reading.page.blocks, reading.page.boxes
    return find_oddities(reading, [n for n, one in enumerate(blocks) if not FURNITURE & boxes[one.box].kinds], html)


def named(kind):
    return [pytest.param(path, id=path.stem) for path in PAGES if path.stem.startswith(f"{kind}-")]


@pytest.mark.parametrize("path", [one for kind in KINDS for one in named(kind)])
def test_a_page_without_an_article_says_what_it_is(path):
    kind = path.stem.partition("-")[0]
    odd = found(path.read_text(encoding="utf-8"))
    assert len(odd.warnings) == 1
    assert odd.warnings[0].startswith(KINDS[kind].partition("{")[0])
    assert odd.is_article is (kind in KEEP_THEIR_TEXT)


@pytest.mark.parametrize("path", named("good"))
def test_a_good_page_has_no_warning(path):
    assert found(path.read_text(encoding="utf-8")) == ((), True)


@pytest.mark.parametrize("path", [one for kind in KINDS for one in named(kind)])
def test_clean_leaves_no_text_of_a_page_without_an_article(path):
    kind = path.stem.partition("-")[0]
    article = clean(path.read_bytes())
    assert article.warnings[0].startswith(KINDS[kind].partition("{")[0])
    assert bool(article.body) is (kind in KEEP_THEIR_TEXT)


@pytest.mark.parametrize("path", named("good"))
def test_clean_reads_a_good_page_without_a_warning(path):
    article = clean(path.read_bytes())
    assert article.warnings == ()
    assert article.body


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("redirect-refresh", "fetch https://orsk-courier.example/ice"),
        ("redirect-script", "fetch https://orsk-courier.example/ice"),
        ("frames-two", "menu.html, ice.html"),
        ("error-404", "page not found - orsk courier"),
    ],
)
def test_a_warning_names_what_helps(name, said):
    assert said in found((ODD / f"{name}.html").read_text(encoding="utf-8")).warnings[0]


def test_nothing_chosen_is_no_trouble():
    assert find_oddities(read_html(""), [], "") == ((), True)


@given(
    st.lists(st.sampled_from(["<p>", "<title>404", "</title>", "<div id=root>", "<meta http-equiv=refresh ", "ice"]))
)
def test_any_markup_gives_an_answer(parts):
    found("".join(parts))


def test_the_phrases_are_sorted_lower_case_and_of_a_known_kind():
    lines = oddities.__file__.replace(".py", ".tsv")
    with open(lines, encoding="utf-8") as file:  # noqa: PTH123  # a name made of another
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    assert rows == sorted(rows)
    assert all(text == text.lower() and seen for _, text, seen in rows)
    assert {kind for kind, _, _ in rows} == {"bot", "error", "error_title", "consent", "script", "members"}


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
        f"elements are nested more than {DEEPEST} deep; what is deeper is read as text of those around it",
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
        "<img src='a>b'><input><br/>" * 20_000,
    ],
)
def test_a_long_page_that_is_not_deep_is_left_alone(html):
    assert flattened(html) == (html, ())


def test_formatting_elements_that_are_never_closed_are_closed_with_their_block():
    html, warnings = flattened("".join(f"<p><b id={n}>ice" for n in range(5_000)))
    assert html.count("</b>") == 4_999
    assert "never closed" in warnings[0]


def test_a_tag_with_thousands_of_attributes_loses_them():
    many = " ".join(f"a{n}=1" for n in range(200_000))
    assert flattened(f"<p>ice</p><p {many}>{SAID}</p>") == (
        f"<p>ice</p><p>{SAID}</p>",
        ("a tag has more than 1,000 attributes; they are left out",),
    )


@pytest.mark.parametrize(
    "html",
    [
        f"<img src='data:image/png;base64,{'A' * 200_000}'>",
        f"<div data-page='{SAID * 2_000}'>ice</div>",
        f"<script>if (a <b {SAID * 2_000} ) </script>",
    ],
)
def test_a_tag_with_a_long_attribute_is_left_alone(html):
    assert flattened(html) == (html, ())


@pytest.mark.parametrize("end", ["<a href='/ic", "</artic", "<!-- foo", "<p"])
def test_a_page_that_is_cut_off_in_a_tag_keeps_its_text_and_says_so(end):
    story = "".join(f"<p>{n}. {SAID * 3}</p>" for n in range(6))
    article = clean(f"<!DOCTYPE html><html><body><article>{story}{end}")
    assert article.body.count(SAID.strip()) == 18
    assert article.warnings == ("the page ends inside a tag: it was cut off",)


def test_a_page_whose_elements_are_never_closed_is_no_trouble():
    story = "".join(f"<p>{n}. {SAID * 3}" for n in range(6))
    article = clean(f"<!DOCTYPE html><html><body><article><div><b>{story}")
    assert article.body.count(SAID.strip()) == 18
    assert article.warnings == ()


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


def test_clean_takes_what_is_no_page():
    for raw in (b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n\0\0", bytes(range(256)) * 9):
        article = clean(raw)
        assert article.body == ""
        assert article.warnings[0].startswith("the input is ")
