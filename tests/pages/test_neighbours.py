"""Neighbours decide doubtful blocks; quotes that repeat the story, and slides in it, go."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean import clean
from article_clean.pages.neighbours import settled
from article_clean.pages.walk import walk

PROSE = "The night ferry to the northern islands will sail again from the first weekend of March, they said."
QUOTE = "will sail again from the first weekend of March"


def kept(html, picked, shares):
    return settled(walk(LexborHTMLParser(html)), picked, shares.__getitem__)


@pytest.mark.parametrize(
    ("html", "share", "comes"),
    [
        pytest.param("<p>a<h2>Fares</h2><p>b", 0.3, True, id="a heading"),
        pytest.param("<p>a<h2>Fares</h2><p>b", 0.1, False, id="an unlikely heading"),
        pytest.param("<p>a<div>Share</div><p>b", 0.3, False, id="a line"),
        pytest.param("<table><tr><td>a<td>4<td>b</table>", 0.3, True, id="a cell"),
    ],
)
def test_headings_and_cells_between_chosen_blocks_come_with_them(html, share, comes):
    """A heading stays with what it heads."""
    assert kept(html, [0, 2], [0.9, share, 0.9]) == ([0, 1, 2] if comes else [0, 2])


@pytest.mark.parametrize(
    ("tag", "share", "goes"),
    [("div", 0.45, True), ("li", 0.45, True), ("div", 0.6, False), ("p", 0.45, False), ("h2", 0.45, False)],
)
def test_a_doubtful_line_alone_goes(tag, share, goes):
    """A paragraph is the reader's of blocks to decide."""
    html = f"<p>a<nav>b</nav><{tag}>c</{tag}><nav>d</nav><p>e"
    assert kept(html, [0, 2, 4], [0.9, 0.1, share, 0.1, 0.9]) == ([0, 4] if goes else [0, 2, 4])


@pytest.mark.parametrize(
    "quote",
    [
        f"<aside class=pullquote>“{QUOTE}”</aside>",
        f"<blockquote><p>{QUOTE}</p></blockquote>",
        f"<div class=pull-quote><div>{QUOTE}</div></div>",
    ],
)
def test_a_pull_quote_goes(quote):
    """It says what the story says."""
    assert kept(f"<p>{PROSE}</p>{quote}<p>b", [0, 1, 2], [0.9, 0.9, 0.9]) == [0, 2]


def test_who_said_it_goes_with_the_quote():
    """A name alone would hang in the air."""
    quote = f"<blockquote><p>{QUOTE}</p><cite>Ines Corvath</cite></blockquote>"
    assert kept(f"<p>{PROSE}</p>{quote}<p>b", [0, 1, 2, 3], [0.9] * 4) == [0, 3]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("<blockquote><p>The fares stay as they were last winter, she said.</blockquote>", id="said once"),
        pytest.param("<blockquote>in March</blockquote>", id="too short"),
        pytest.param(f"<p>{QUOTE}</p>", id="in no box of a quote"),
    ],
)
def test_other_quotes_stay(quote):
    """A quotation is the story, and so is what it says once more in its own words."""
    assert kept(f"<p>{PROSE}</p>{quote}<p>b", [0, 1, 2], [0.9] * 3) == [0, 1, 2]


def test_slides_go():
    """Their captions and counters; not those of a page that is a gallery."""
    slides = "<div class=gallery><div>1/3</div><div class=slide-caption>The boat at the pier.</div></div>"
    assert kept(f"<p>{PROSE}<p>{PROSE}</p>{slides}<p>{PROSE}", [*range(5)], [0.9] * 5) == [0, 1, 4]
    assert kept(f"<p>b</p>{slides}", [0, 1, 2], [0.9] * 3) == [0, 1, 2]


def test_what_is_left_out_is_in_the_trail():
    """A pull quote is among the removed."""
    story = "".join(f"<p>{PROSE.replace('ferry', boat)}</p>" for boat in ("ferry", "boat", "ship", "barge", "liner"))
    article = clean(f"<html><body><article><h1>Night ferry</h1>{story}<aside>{QUOTE}</aside></article></body></html>")
    assert QUOTE in [removal.text for removal in article.removed]
