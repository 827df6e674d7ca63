"""Rows of cards and marked links lead to other stories, and go; listicles and sections stay."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.teasers import without_teasers
from article_clean.pages.walk import walk

PROSE = "The night ferry to the northern islands will sail again from the first weekend of March, they said."
STORY = f"<p>{PROSE}</p>" * 5
SURE = [0.9] * 5
CARD = "<div class=card><h3><a href=/c>Why the weir sings at night</a></h3><p>An engineer spent a week there.</div>"


def kept(html, shares, picked=None):
    page = walk(LexborHTMLParser(html))
    return without_teasers(page, picked or [*range(len(page.blocks))], shares.__getitem__)


def test_an_unlikely_row_of_cards_goes_whole():
    """Even cards that alone would stay."""
    assert kept(f"{STORY}{CARD * 3}", [*SURE, *[0.5, 0.5, 0.4, 0.4, 0.7, 0.7]]) == [*range(5)]


def test_the_cards_of_a_listing_stay():
    """They are most of its text."""
    assert kept(f"<p>{PROSE}</p>{CARD * 5}", [0.9] + [0.4] * 10) == [*range(11)]


@pytest.mark.parametrize(
    ("html", "shares"),
    [
        pytest.param(f"{STORY}{CARD * 3}", [*SURE, 0.7, 0.7, 0.7, 0.7, 0.5, 0.5], id="likely ones"),
        pytest.param(f"{STORY}{CARD * 2}", [*SURE, *[0.4] * 4], id="two"),
        pytest.param(f"{STORY}{CARD.replace('<a href=/c>', '') * 3}", [*SURE, *[0.4] * 6], id="without links"),
        pytest.param(f"{STORY * 8}{CARD.replace('week', PROSE * 5) * 3}", [*SURE * 8, *[0.4] * 6], id="long ones"),
    ],
)
def test_other_rows_stay(html, shares):
    """Entries of a listicle are long, or likely."""
    assert kept(html, shares) == [*range(len(shares))]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("<p>&gt;&gt; <a href=/1>The ferryman who never learned to swim</a>", True),
        ("<p>–&gt; <a href=/1>The ferryman who never learned to swim</a>", True),
        ("<p><b>[<a href=/1>Harbour hospital to get a second car park</a>]</b>", True),
        ("<p><a href=/1>The ferryman who never learned to swim</a>", False),
        ("<p>&gt;&gt; The harbour master spoke of <a href=/1>a second boat</a>", False),
        ("<li>» <a href=/1>The ferryman who never learned to swim</a>", False),
        ("<p>[<a href=/1>1</a>]", False),
    ],
)
def test_a_mark_and_a_link_lead_elsewhere(line, goes):
    """A link alone may be the story's, and a note's number is."""
    assert kept(f"<p>{PROSE}</p>{line}", [0.9, 0.9]) == ([0] if goes else [0, 1])
