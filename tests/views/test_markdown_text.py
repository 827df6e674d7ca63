"""`Article.to_markdown`: what it writes, and that a kept parser reads the same blocks, texts and marks back."""

from datetime import date

import pytest
import yaml
from cases import FIXTURES, LEAD, NEXT
from hypothesis import given
from hypothesis import strategies as st
from views.markdown_reader import read
from views.test_body_blocks import PAGE, whole

from article_clean import Article, ArticleCleanError, BodyBlock, Byline, Caption, Dateline, OutlineError, Span, clean
from article_clean.core.structure import PlainText
from article_clean.views.markdown_inlines import inlines
from article_clean.views.markdown_text import markdown_body

PATHS = sorted(path for path in FIXTURES.rglob("*") if path.suffix in {".txt", ".html"})
ODD = st.text(alphabet=[*"ab \\`*_{}[]()#+-.!|<>~&=\t:/;1", "é", "“", "。", "€", "\n"], max_size=30)
WORDS = ODD.map(lambda text: "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n")))))
TEXTS = WORDS.filter(bool)


def between(markup):
    """The Markdown between the lead and the last paragraph of a page."""
    markdown = whole(PAGE % markup).to_markdown()
    before, after = f"{LEAD}\n\n", f"\n\n{NEXT}\n"
    assert markdown.endswith(after)
    return markdown[markdown.index(before) + len(before) : -len(after)]


def printed(block):
    """The text of a block as Markdown shows it."""
    if block.kind == "row":
        return "\t".join(filter(None, block.cells))
    text = block.text[len(block.marker) :]
    return " ".join(text.split("\n")) if block.kind == "heading" else text


def blocks_of(*texts):
    """Blocks of these texts, each a kind and a text, one behind the other."""
    start = 0
    for kind, text in texts:
        cells = tuple(text.split("\t")) if kind == "row" else ()
        yield BodyBlock(
            kind, text, start, start + len(text), level=2 if kind == "heading" else None, cells=cells, depth=1
        )
        start += len(text) + 2


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_fixture_reads_back(path):
    article = clean(path.read_text(encoding="utf-8"))
    blocks = read(article.to_markdown())[1 if article.headline else 0 :]
    assert [block.text for block in blocks] == [printed(block) for block in article.blocks]
    for back, block in zip(blocks, article.blocks, strict=True):
        kind = "quote" if block.kind == "post" else block.kind
        assert block.continues or (back.kind, back.level) == (kind, (block.level or 2) if kind == "heading" else 0)


@given(st.lists(st.tuples(st.sampled_from(["paragraph", "heading", "item", "quote"]), TEXTS), max_size=4))
def test_any_text_of_any_block_reads_back(pairs):
    blocks = list(blocks_of(*pairs))
    back = read(markdown_body(blocks))
    assert [(one.kind, one.text) for one in back] == [(block.kind, printed(block)) for block in blocks]


@given(st.lists(st.lists(TEXTS.map(lambda text: " ".join(text.split())), min_size=1, max_size=3), min_size=1))
def test_any_text_of_a_cell_reads_back(rows):
    blocks = [
        block._replace(continues=n > 0) for n, block in enumerate(blocks_of(*(("row", "\t".join(row)) for row in rows)))
    ]
    back = read(markdown_body(blocks))
    assert [tuple(filter(None, row.cells)) for row in back] == [tuple(row) for row in rows]


@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_any_marks_leave_the_text_as_it_is(pieces, data):
    text = "".join(pieces)
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    kinds = st.sampled_from(["link", "bold", "italic", "code"])
    spans = [
        Span(start, end, data.draw(kinds), "https://example.org/a_(b)?c=1&amp;d")
        for start in edges
        for end in edges
        if text[start:end] and text[start:end] == text[start:end].strip()
    ]
    spans.sort(key=lambda span: (span.start, -span.end))
    (block,) = read(inlines(text, 0, spans))
    assert "".join(block.text.split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["11111]:", "a]: b", "a]:\nb"])
def test_code_in_a_link_defines_no_reference(text):
    """A reference is read in front of all marks, and its line is not shown."""
    spans = [Span(0, len(text), kind, "https://example.org/") for kind in ("link", "code")]
    (block,) = read(inlines(text, 0, spans))
    assert block.text.split() == text.split()
    assert [mark[0] for mark in block.marks] == ["link"]


def test_the_marks_of_a_paragraph_read_back():
    article = whole(PAGE % '<p>See <a href="/ice map">the <b>ice</b> map</a>, said <em>Ada</em>: <code>a|b</code>.</p>')
    assert between('<p>A <a href="/ice map">the <b>ice</b></a> and <em>Ada</em>.</p>') == (
        "A [the **ice**](</ice%20map>) and *Ada*."
    )
    block = next(one for one in read(article.to_markdown()) if one.text.startswith("See"))
    assert block.marks == (
        ("link", "the ice map", "/ice%20map"),
        ("bold", "ice", ""),
        ("italic", "Ada", ""),
        ("code", "a|b", ""),
    )


def test_bold_italics_are_three_stars():
    assert between("<p>The ice <b><i>never</i></b> held.</p>") == "The ice ***never*** held."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Ice<b>“thick”</b>er than ever.</p>", "Ice“thick”er than ever."),
        ("<p><b>Ice</b><i>y</i> water.</p>", "**Ice**y water."),
    ],
)
def test_emphasis_that_would_not_read_back_is_left_out(markup, text):
    assert between(markup) == text


def test_a_list_has_its_depth_and_numbers():
    markup = (
        "<ul><li>One ferry<ul><li>The old one</li></ul></li><li><p>Two ferries</p><p>Both sail.</p></li></ul>"
        '<ol start="9"><li>Ice</li><li>Water</li></ol>'
    )
    assert between(markup) == "- One ferry\n  - The old one\n- Two ferries\n\n  Both sail.\n9. Ice\n10. Water"


def test_the_bullet_that_plain_text_prints_is_the_bullet_of_the_list():
    article = clean(f"{LEAD}\n\n• thick ice\n\n• thin ice\n\n{NEXT}", kind="article")
    assert "\n\n- thick ice\n- thin ice\n\n" in article.to_markdown()


def test_a_quotation_has_its_paragraphs_together():
    markup = (
        "<blockquote><p>The ice holds.</p><p>It did not.</p></blockquote><blockquote><p>Who says so?</p></blockquote>"
    )
    assert between(markup) == "> The ice holds.\n>\n> It did not.\n\n> Who says so?"


def test_code_is_fenced_by_more_backticks_than_it_has():
    assert between("<pre>a ``` b *c*</pre>") == "````\na ``` b *c*\n````"


def test_a_table_has_pipes_and_a_head():
    head, row = "<th>Ferry</th><th>Built</th>", "<td>Ada|Bo</td><td></td><td><a href='/s'>80</a></td>"
    markup = f"<table><tr>{head}</tr><tr>{row}</tr></table>"
    assert between(markup) == "| Ferry | Built |  |\n| --- | --- | --- |\n| Ada\\|Bo |  | [80](/s) |"


def test_front_matter_has_the_fields_that_are_known():
    article = Article.made(
        (),
        PlainText(),
        headline='The "harbour": freezes',
        byline=Byline(text="By Ada Quill, Coast News", authors=("Ada Quill",)),
        dateline=Dateline(text="PORT ELLERY"),
        published=date(2024, 1, 5),
        captions=(Caption(text="Ice.", credit="Tom Reef"),),
        source="Ice.",
        body="Ice.",
    )
    matter, _, body = article.to_markdown(front_matter=True).removeprefix("---\n").partition("\n---\n\n")
    assert body == "Ice.\n"
    assert yaml.safe_load(matter) == {
        "title": 'The "harbour": freezes',
        "byline": "By Ada Quill, Coast News",
        "author": ["Ada Quill"],
        "dateline": "PORT ELLERY",
        "date": date(2024, 1, 5),
        "captions": [{"text": "Ice.", "credit": "Tom Reef"}],
        "generator": "article_clean",
    }


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_headline_is_read_from_the_front_matter(headline):
    title = Article(headline=headline).headline
    article = Article.made((), PlainText(), headline=title, source="Ice.", body="Ice.")
    matter = article.to_markdown(front_matter=True).partition("\n---\n\n")[0]
    assert (yaml.safe_load(matter.removeprefix("---\n")).get("title") or "") == title


def test_without_front_matter_the_headline_is_a_heading():
    article = Article.made((), PlainText(), headline="Harbour *freezes*", source="Ice.", body="Ice.")
    assert article.to_markdown() == "# Harbour \\*freezes\\*\n\nIce.\n"


def test_nothing_is_written_of_nothing():
    assert Article.made((), PlainText()).to_markdown() == ""


def test_an_article_that_was_loaded_has_no_markdown():
    article = clean(PAGE % "")
    with pytest.raises(OutlineError):
        Article.model_validate(article.model_dump()).to_markdown()


def test_front_matter_is_a_choice_of_two():
    with pytest.raises(ArticleCleanError, match="True or False"):
        clean(LEAD).to_markdown(front_matter="yes")
