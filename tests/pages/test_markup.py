"""A page as blocks and boxes, what stands above its text, and what is cut."""

import gzip
import json
from itertools import islice

import pytest
from cases import FIXTURES, SHARED
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from article_clean import clean
from article_clean.core.edits import apply
from article_clean.pages import rendering
from article_clean.pages.rendering import FELL_BACK, NO_SECOND
from article_clean.pages.walk import DEEPEST, walk

PAGES = SHARED / "pages" / "n4k.jsonl.gz"
FERRY = (FIXTURES / "pages" / "second_ferry.html").read_text(encoding="utf-8")
HEADLINE = "Harbour council weighs second ferry for the northern islands"
DECK = "Islanders want a vessel that can sail in winter winds; the council wants to know who will pay for it."


def walked(html):
    return walk(LexborHTMLParser(html))


def texts(html):
    return [block.text for block in walked(html).blocks]


def test_a_block_is_what_reads_as_one_paragraph():
    assert texts("<div>One<p>Two <b>bold</b> <a href=x>link</a>.</p>Three<ul><li>Four<li>Five</ul></div>") == [
        "One", "Two bold link.", "Three", "Four", "Five",
    ]  # fmt: skip


def test_a_break_is_a_line_and_two_are_a_block():
    assert texts("<p>One<br>two<br><br>Three<br> <br>Four</p>") == ["One\ntwo", "Three", "Four"]


def test_what_is_not_read_is_no_block():
    assert texts("<p>Text<script>x()</script><style>p{}</style><!-- c --></p><noscript>n</noscript><svg>s</svg>") == [
        "Text"
    ]


def test_offsets_of_blocks_count_in_the_page_text():
    page = walked(FERRY)
    assert len(page.blocks) > 20
    assert [block for block in page.blocks if page.text[block.start : block.end] != block.text] == []


def test_linked_and_bold_characters_are_counted():
    block = walked("<p>abc <a href=x>defg</a> <strong>hi</strong></p>").blocks[0]
    assert (block.linked, block.bold) == (4, 2)


def test_a_box_knows_its_kind_its_name_and_its_blocks():
    page = walked('<main><p>a</p><div class="card" id="x"><figure><figcaption>b</figcaption></figure></div></main><p>c')
    caption = page.boxes[page.blocks[1].box]
    card = next(box for box in page.boxes if box.name == "card x")
    assert caption.kinds == {"main", "figure", "figcaption"}
    assert (card.tag, card.first, card.end) == ("div", 1, 2)


@pytest.mark.parametrize("html", ["<div hidden>a</div>", "<div style='display: none'><p>a</p></div>"])
def test_a_box_that_is_not_shown_is_hidden(html):
    page = walked(html)
    assert page.boxes[page.blocks[0].box].hidden


def test_boxes_go_no_deeper_than_the_limit_and_lose_no_text():
    page = walked("<div>" * 3000 + "deep" + "</div>" * 3000 + "<p>after")
    assert [block.text for block in page.blocks] == ["deep", "after"]
    assert max(box.depth for box in page.boxes) == DEEPEST


def test_a_page_gives_all_fields_with_their_places():
    article = clean(FERRY)
    assert article.headline == HEADLINE
    assert article.deck == DECK
    assert (article.byline.text, article.authors) == ("By Jane Doe and Max Muster", ("Jane Doe", "Max Muster"))
    assert article.dateline.places == ("OAKHAVEN",)
    assert article.published.isoformat() == "2024-09-17T18:40:00+01:00"
    assert article.language == "en-GB"
    assert [(caption.text, caption.credit) for caption in article.captions] == [
        ("The ferry Skylark at the northern pier.", "Ada Roe")
    ]
    assert article.provenance["headline"][:2] == ("h1", "json-ld")
    assert article.provenance["deck"] == ("standfirst",)
    assert article.provenance["dateline"] == ("text",)
    assert not article.warnings


def test_the_body_of_a_page_is_its_article():
    article = clean(FERRY)
    assert article.body.startswith("The harbour council met late")
    assert article.body.endswith("stayed as they are today.")
    assert len(article.paragraphs) == 6
    gone = {"Home", "The morning tide", "Related stories", "About time too! The old boat leaks."}
    assert gone <= {removal.text for removal in article.removed}


def test_every_character_of_a_page_is_accounted_for():
    article = clean(FERRY)
    assert apply(article.source, article.trail) == article.body
    for removal in article.removed:
        assert article.source[removal.start : removal.end] == removal.text
    start = article.body.index("rowed over")
    first, end = article.trace(start, start + len("rowed over"))
    assert article.source[first:end] == "rowed over"


def test_a_page_article_survives_json():
    article = clean(FERRY)
    assert type(article).model_validate_json(article.model_dump_json()) == article


def test_bytes_and_text_of_a_page_give_the_same():
    assert clean(FERRY.encode()) == clean(FERRY)


def test_a_page_that_says_its_headline_takes_no_subheading_for_one():
    html = FERRY.replace('<p class="standfirst">', '<p class="x">')
    assert clean(html).headline == HEADLINE
    assert "An older pier" in clean(html).paragraphs


def test_lines_of_different_blocks_are_never_joined():
    lines = "".join(f"<li>step {n} of the recipe goes on a line of its own and" for n in range(9))
    prose = "<p>The harbour council met late into the evening to weigh whether a second ferry could run.</p>" * 1
    article = clean(f"<html><body><article><h1>Recipe</h1>{prose}<ol>{lines}</ol></article></body></html>")
    assert [paragraph for paragraph in article.paragraphs if "\n" in paragraph or paragraph.count("step") > 1] == []


TAGS = ["<p>", "</p>", "<div class=a>", "</div>", "<li>", "<b>", "</b>", "<br>", "<h1>", "</h1>", "<table><tr><td>"]
PARTS = [*TAGS, "</table>", "<a href=x>", "</a>", "text ", "Long words here. ", "<figure><figcaption>", "</figure>"]


@given(st.lists(st.sampled_from(PARTS), max_size=60))
def test_any_mix_of_tags_gives_an_article_whose_trail_makes_its_body(parts):
    article = clean("<html><body>" + "".join(parts), kind="html")
    assert apply(article.source, article.trail) == article.body


@pytest.mark.skipif(not PAGES.exists(), reason="the pages are not part of the project: no ../shared/pages")
def test_real_pages_give_sound_articles():
    with gzip.open(PAGES, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 8):
            article = clean(json.loads(line)["html"])
            assert apply(article.source, article.trail) == article.body


@pytest.mark.parametrize("menu", ["<p>menu</p>" * 30, "<p a=1 b=2 c=3>menu</p>" * 10])
def test_trafilatura_reads_no_page_of_too_many_elements_and_attributes(menu, monkeypatch):
    page = "<html><body>" + menu + "<p>" + "A long line of teasers without an end " * 9 + "</p></body></html>"
    monkeypatch.setattr(rendering, "is_credible", lambda *_: False)
    monkeypatch.setattr(rendering, "MOST_MARKUP", 75)
    assert FELL_BACK in clean(page).warnings
    monkeypatch.setattr(rendering, "MOST_MARKUP", 50)
    article = clean(page)
    assert NO_SECOND in article.warnings
    assert FELL_BACK not in article.warnings
