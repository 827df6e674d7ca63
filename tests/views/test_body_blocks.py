"""The blocks of the body: types, links and the like, and where the paragraphs stand."""

import pickle

import pytest
from cases import FIXTURES, LEAD, NEXT

from article_clean import Article, OutlineError, Pipeline, clean
from article_clean.pages import Rendering
from article_clean.pages.html_outline import HtmlOutline
from article_clean.pages.reading import read_html
from article_clean.pipeline.stages import run

PAGE = f"""<html><body><article><h1>Harbour freezes</h1><p>{LEAD}</p>%s<p>{NEXT}</p></article></body></html>"""


def whole(html, url=None):
    """The article that all blocks of a page are, whichever a model would pick."""
    return run(Rendering(read_html(html, url).page, (), (), outline=HtmlOutline(html, url)), Pipeline().of_stage)


def blocks_of(markup):
    """The blocks between the lead and the last paragraph of a page."""
    _, first, *blocks, last = whole(PAGE % markup).blocks
    assert (first.text, last.text) == (LEAD, NEXT)
    return blocks


def kinds_of(*paragraphs):
    """The types of the paragraphs of a plain text, the lead above and the last paragraph below."""
    text = "\n\n".join((LEAD, *paragraphs, NEXT))
    return [block.kind for block in clean(text, kind="article").blocks[1:-1]]


def said(block, article):
    """The spans of a block with their text."""
    return [(article.body[span.start : span.end], span.kind, span.target) for span in block.spans]


@pytest.mark.parametrize("path", sorted(path for path in FIXTURES.rglob("*") if path.suffix in {".txt", ".html"}))
def test_the_texts_of_the_blocks_are_the_paragraphs(path):
    article = clean(path.read_text(encoding="utf-8"))
    assert tuple(block.text for block in article.blocks) == article.paragraphs
    assert [block for block in article.blocks if article.body[block.start : block.end] != block.text] == []


@pytest.mark.parametrize("level", [2, 3, 4, 5, 6])
def test_a_heading_has_its_level(level):
    (block,) = blocks_of(f"<h{level}>Ice on the quay</h{level}>")
    assert (block.kind, block.level, block.text) == ("heading", level, "Ice on the quay")


def test_an_item_has_its_depth_and_number():
    items = blocks_of(
        '<ol start="4"><li>First of all the ice</li><li></li>'
        "<li>The ferries<ul><li>The old one stays</li></ul></li></ol>"
    )
    assert [(one.kind, one.depth, one.ordered, one.number) for one in items] == [
        ("item", 1, True, 4),
        ("item", 1, True, 6),
        ("item", 2, False, None),
    ]


def test_a_second_paragraph_of_an_item_continues_it():
    first, second = blocks_of("<ol><li><p>The ice is thick this year.</p><p>It carries a car.</p></li></ol>")
    assert (first.continues, first.number) == (False, 1)
    assert (second.kind, second.continues, second.number) == ("item", True, None)


def test_a_quotation_and_an_embedded_post_are_told_apart():
    quote, post = blocks_of(
        "<blockquote><p>“We never saw such ice,” the harbour master said.</p></blockquote>"
        '<blockquote class="twitter-tweet"><p>The ice holds. The ferries do not sail today.</p></blockquote>'
    )
    assert (quote.kind, post.kind) == ("quote", "post")


def test_preformatted_text_is_code():
    (block,) = blocks_of("<pre>ferry --status all</pre>")
    assert (block.kind, block.text) == ("code", "ferry --status all")


def test_the_cells_of_a_row_stand_in_their_columns():
    first, second = blocks_of(
        "<table><tr><th>Ferry</th><th>Built</th><th>Seats</th></tr><tr><td>Ada</td><td></td><td>80</td></tr></table>"
    )
    assert (first.kind, first.text, first.cells) == ("row", "Ferry\tBuilt\tSeats", ("Ferry", "Built", "Seats"))
    assert (second.text, second.cells, second.continues) == ("Ada\t80", ("Ada", "", "80"), True)


def test_a_table_that_lays_out_a_page_has_no_rows():
    blocks = blocks_of(f"<table><tr><td><p>{LEAD[:-1]} again.</p><p>{NEXT[:-1]} again.</p></td></tr></table>")
    assert [block.kind for block in blocks] == ["paragraph", "paragraph"]


def test_links_bold_and_italics_are_spans_of_the_body():
    article = clean(
        PAGE % '<p>“See <a href="/ice">the <b>ice</b> map</a>,” said <em>Ada</em>; it was no use.</p>',
        url="https://example.org/news/",
    )
    assert said(article.blocks[1], article) == [
        ("the ice map", "link", "https://example.org/ice"),
        ("ice", "bold", None),
        ("Ada", "italic", None),
    ]


def test_a_link_without_the_address_of_its_page_leads_where_the_page_writes():
    article = clean(PAGE % '<p>There is <a href="/ice">a map</a> of all the ice.</p>')
    assert said(article.blocks[1], article) == [("a map", "link", "/ice")]


@pytest.mark.parametrize("href", ["", "javascript:void(0)", " JavaScript:show()"])
def test_what_leads_to_no_page_is_no_link(href):
    (block,) = blocks_of(f'<p>There is <a href="{href}">a map</a> of all the ice.</p>')
    assert block.spans == ()


def test_bold_over_several_blocks_is_in_each():
    article = clean(PAGE % "<b><p>The ice is thick this year.</p><p>It carries a car.</p></b>")
    assert [said(block, article) for block in article.blocks[1:-1]] == [
        [("The ice is thick this year.", "bold", None)],
        [("It carries a car.", "bold", None)],
    ]


def test_bullets_are_items_and_a_lone_dash_is_none():
    assert kinds_of("• thick ice", "• thin ice") == ["item", "item"]
    assert kinds_of("- thick ice", "- thin ice") == ["item", "item"]
    assert kinds_of("- No, there was no ice at all, the harbour master said when he was asked about it.") == [
        "paragraph"
    ]


def test_numbers_that_count_are_items():
    assert kinds_of("1. thick ice", "2. thin ice") == ["item", "item"]
    assert kinds_of("7. The ice was thick at the quay, and it was thin at the mouth of the river.") == ["paragraph"]


def test_the_marker_of_an_item_is_in_its_text():
    item = clean(f"{LEAD}\n\n1) thick ice\n\n2) thin ice\n\n{NEXT}", kind="article").blocks[1]
    assert (item.marker, item.text, item.number, item.ordered) == ("1) ", "1) thick ice", 1, True)


def test_lines_with_tabs_are_rows():
    assert kinds_of("Ferry\tBuilt", "Ada\t1963") == ["row", "row"]


def test_a_short_line_between_paragraphs_is_a_heading_of_no_level():
    block = clean(f"{LEAD}\n\nIce on the quay\n\n{NEXT}", kind="article").blocks[1]
    assert (block.kind, block.level) == ("heading", None)


@pytest.mark.parametrize(
    "line", ["Will the ice hold?", "“It never froze”", "ice on the quay", "Ice.", "HARBOUR — ice", "10:30 am", "Der"]
)
def test_a_short_line_without_evidence_is_a_paragraph(line):
    article = clean(f"{LEAD}\n\n{line}\n\n{NEXT}", kind="article")
    assert "heading" not in [block.kind for block in article.blocks]


def test_an_article_that_was_loaded_says_that_it_has_no_blocks():
    article = clean(PAGE % "")
    loaded = Article.model_validate_json(article.model_dump_json())
    with pytest.raises(OutlineError, match="loaded from a row"):
        loaded.blocks  # noqa: B018
    assert loaded == article


def test_an_article_with_another_body_has_no_blocks():
    article = clean(PAGE % "")
    article.blocks  # noqa: B018
    with pytest.raises(OutlineError):
        article.model_copy(update={"body": "Other."}).blocks  # noqa: B018
    assert article.model_copy(update={"headline": "Other"}).blocks == article.blocks


def test_blocks_travel_with_a_pickled_article():
    article = clean(PAGE % "<h2>Ice on the quay</h2>")
    assert pickle.loads(pickle.dumps(article)).blocks == article.blocks  # noqa: S301


def test_the_lines_that_trafilatura_finds_have_the_types_of_their_blocks():
    article = clean(PAGE % f'<h3>Ice on the quay</h3><p>{LEAD[:-1]} <a href="/a">again</a>.</p>', engine="trafilatura")
    assert [(one.kind, one.level, len(one.spans)) for one in article.blocks] == [
        ("paragraph", None, 0),
        ("heading", 3, 0),
        ("paragraph", None, 1),
        ("paragraph", None, 0),
    ]


def test_a_row_of_ten_thousand_columns_is_one_row():
    (block,) = blocks_of(f"<table><tr>{'<td>ice</td>' * 10_000}</tr></table>")
    assert (block.kind, block.cells) == ("row", ("ice",) * 10_000)


def test_lists_in_a_thousand_lists_are_items():
    blocks = blocks_of("<ul><li>thick ice" * 1_000 + "</ul>" * 1_000)
    assert {block.kind for block in blocks} == {"item"}
    assert max(block.depth for block in blocks) > 50


def test_a_link_of_a_megabyte_is_a_link():
    article = whole(PAGE % f'<p>There is <a href="/{"i" * 1_000_000}">a map</a> of all the ice.</p>')
    (span,) = next(block.spans for block in article.blocks if block.spans)
    assert len(span.target) == 1_000_001
    assert span.target in article.to_markdown()


def test_nothing_is_read_again_before_it_is_asked_for():
    article = clean(PAGE % "")
    assert not {"blocks", "_places"} & {*vars(article)}
    article.blocks  # noqa: B018
    assert "blocks" in vars(article)
