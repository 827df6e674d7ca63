"""What stands between a page's headline and its story: the deck is moved, notices, captions and the lead are not."""

import pytest

from article_clean import clean

HEADLINE = "Night ferry returns to the outer islands"
STORY = "".join(
    f"<p>The night ferry sails to the islands again from Monday on, the harbour master said on pier {n}, and the fares "
    "for islanders stay as they were before the storm took the old boat from its moorings last winter.</p>"
    for n in ("one", "two", "three", "four", "five")
)
DECK = "After two winters without a boat the islanders pay no more than before the storm"


def deck(above: str, story: str = STORY) -> str | None:
    head = f"<title>{HEADLINE}</title>"
    return clean(
        f"<html><head>{head}</head><body><article><h1>{HEADLINE}</h1>{above}{story}</article></body></html>"
    ).deck


@pytest.mark.parametrize(
    "signature",
    [
        "<p>By Nora Feldt</p>",
        "<div>May 3, 2024</div>",
        "<p>Von Nora Feldt, 3. Mai 2024</p>",
        "<span>Nora Feldt</span><div>3 May 2024</div>",
    ],
)
@pytest.mark.parametrize("mark", ["<p>{}</p>", "<h2>{}</h2>", "<div class=x7f>{}</div>"])
def test_the_only_paragraph_above_the_byline_is_the_deck(signature: str, mark: str) -> None:
    """Whatever it is called, a paragraph between headline and byline that tells of the story is its deck."""
    assert deck(mark.format(DECK) + signature) == DECK


@pytest.mark.parametrize(
    "name", ["article__desc", "story-summary", "article-abstract", "a-lead", "page-intro", "leadtext"]
)
def test_an_introduction_above_the_story_is_the_deck(name: str) -> None:
    """A block that is called a summary, and stands above the first paragraph, needs no byline below it."""
    assert deck(f"<div class={name}>{DECK}</div><figure><img src=x></figure>") == DECK


@pytest.mark.parametrize(
    "above",
    [
        "<p>We may earn a commission when you click on a link and purchase something from a partner.</p>",
        "<p>Nora Feldt is a writer and documentarian who lives in Karstad with two dogs and a parrot.</p>",
        "<p>Thanks for contacting us. We have received your submission and will be in touch.</p>",
        "<figure><figcaption>The night ferry on its way to the islands last winter.</figcaption></figure>",
        "<p>The night ferry leaves the pier for the islands. Photo: Len Abbot/Getty Images</p>",
        "<ul><li>The night ferry to the islands sails again from Monday on</li></ul>",
        "<p><a href=/a>Night ferry</a> | <a href=/b>Outer islands</a> | <a href=/c>Harbour fares</a></p>",
        "<p>This is part two of our series on the night ferry to the islands:</p>",
        "<p>KARSTAD (AP) — The night ferry to the islands sails again, the harbour master said.</p>",
    ],
)
def test_what_else_stands_above_a_byline_is_no_deck(above: str) -> None:
    """Notices, biographies, captions, tags and a lead with its dateline stay what they are."""
    assert deck(f"{above}<p>By Nora Feldt</p>") is None


def test_of_several_paragraphs_above_a_byline_none_is_the_deck() -> None:
    """Two paragraphs above a line that signs are the story."""
    second = "The boat was lost in a storm, and the islanders had to wait for the money for two winters."
    article = f"<p>{DECK}</p><p>{second}</p><p>By Nora Feldt</p>"
    assert deck(article) is None


def test_the_lead_is_no_deck() -> None:
    """A first paragraph without a byline below it stays in the body."""
    lead = "The night ferry sails to the islands again, and the fares for islanders stay as they were."
    article = clean(f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><p>By Nora Feldt</p><p class=lead>{lead}</p>{STORY}")
    assert article.deck is None
    assert lead in article.body


@pytest.mark.parametrize("name", ["sub-headline", "lead__sub-title", "strapline", "article-leadtext"])
def test_what_a_page_calls_a_deck_may_be_short_or_long(name: str) -> None:
    """A short one of four words, and one of three sentences."""
    assert deck(f"<p class={name}>New boat, old fares</p>") == "New boat, old fares"
    long = f"{DECK}. The harbour master, {'who ran the ferry for thirty years, ' * 8}said so on Monday. They cheered."
    assert deck(f"<p class={name}>{long}</p>") == long


def test_a_deck_stands_between_date_and_byline() -> None:
    """As a paragraph of its own."""
    assert deck(f"<div>May 3, 2024</div><p>2 min</p><p>{DECK}</p><p>By Nora Feldt</p>") == DECK


def test_a_picture_caption_between_date_and_byline_is_no_deck() -> None:
    """Nor is a line about the picture in a box that is called so."""
    caption = "The night ferry sails to the islands again, as the harbour master said it would."
    assert deck(f"<div>May 3, 2024</div><div class=image__caption>{caption}</div><p>By Nora Feldt</p>") is None
