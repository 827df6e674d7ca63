"""The story ends behind its box and at the next headline; consent boxes are no part of it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.story_ends import ended
from article_clean.pages.walk import walk

PROSE = "The night ferry to the northern islands will sail again from the first weekend of March, they said."
STORY = f"<p>{PROSE}" * 4
CHOSEN = [*range(6)]


def always(_):
    return 0.9


@pytest.mark.parametrize(
    "opened",
    ["<article>", "<main>", "<div itemprop=articleBody>", "<div class=entry-content>", "<section id=storyBody>"],
)
def test_what_stands_behind_the_box_of_the_story_goes(opened):
    """Whatever was chosen of it."""
    tag = opened[1:-1].split()[0]
    page = walk(LexborHTMLParser(f"{opened}{STORY}</{tag}><div><p>{PROSE}<p>{PROSE}</div>"))
    assert ended(page, CHOSEN, always) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<div>{STORY}</div><div><p>{PROSE}<p>{PROSE}</div>", id="a box that says nothing"),
        pytest.param(f"<article><p>{PROSE}<p>{PROSE}</article><div>{STORY}</div>", id="half of the text"),
        pytest.param(f"<p>{PROSE}<p>{PROSE}<article>{STORY}</article>", id="in front of the box"),
        pytest.param(f"<div class=content>{STORY}</div><div class=content><p>{PROSE}<p>{PROSE}</div>", id="one word"),
    ],
)
def test_what_stays(html):
    """What is above the box, and what the page does not call the story's."""
    assert ended(walk(LexborHTMLParser(html)), CHOSEN, always) == CHOSEN


@pytest.mark.parametrize(
    ("second", "share", "expected"),
    [
        pytest.param("<h1 class=title>Old mill</h1>", 0.1, [1, 2, 3], id="the headline of another story"),
        pytest.param("<h1 class=title>Old mill</h1>", 0.6, [1, 2, 3, 5, 6], id="a heading that may be the story's"),
        pytest.param("<h1 class=part>Old mill</h1>", 0.1, [1, 2, 3, 5, 6], id="a heading of another kind"),
        pytest.param("<h2 class=title>Old mill</h2>", 0.1, [1, 2, 3, 5, 6], id="a heading of another rank"),
    ],
)
def test_a_second_headline_ends_the_story(second, share, expected):
    """If it is called as the first, and unlikely to be a part of it."""
    first = f"<h1 class=title>Night ferry</h1>{f'<p>{PROSE}</p>' * 3}"
    page = walk(LexborHTMLParser(f"{first}{second}{f'<p>{PROSE}</p>' * 2}"))
    assert ended(page, [1, 2, 3, 5, 6], {4: share}.get) == expected


@pytest.mark.parametrize("name", ["onetrust-sdk", "metro-factbox", "info-box", "twitter-tweet", "cookie-notice"])
def test_boxes_beside_the_story_go(name):
    """But for a page whose text they are."""
    box = f"<div class={name}><div><p>{PROSE}<p>{PROSE}</div></div>"
    assert ended(walk(LexborHTMLParser(f"<div>{STORY}</div>{box}")), CHOSEN, always) == [0, 1, 2, 3]
    assert ended(walk(LexborHTMLParser(f"<div class={name}>{STORY}{STORY}</div>")), CHOSEN, always) == CHOSEN


def test_nothing_chosen_stays_nothing():
    """A page of which nothing was chosen has no end."""
    assert ended(walk(LexborHTMLParser(STORY)), [], always) == []
