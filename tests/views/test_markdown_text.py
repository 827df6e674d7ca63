"""`Article.to_markdown`: what it writes, and that a kept parser reads the same blocks, texts and marks back."""

import pytest
import yaml
from cases import FIXTURES
from hypothesis import given, settings
from hypothesis import strategies as st
from views.markdown_reader import read
from views.test_body_blocks import LEAD, NEXT, PAGE, whole

from article_clean import Article, ArticleCleanError, BodyBlock, OutlineError, Span, clean
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


@settings(max_examples=6000)
@given(st.lists(st.tuples(st.sampled_from(["paragraph", "heading", "item", "quote"]), TEXTS), max_size=4))
def test_any_text_of_any_block_reads_back(pairs):
    blocks = list(blocks_of(*pairs))
    back = read(markdown_body(blocks))
    assert [(one.kind, one.text) for one in back] == [(block.kind, printed(block)) for block in blocks]


@settings(max_examples=6000)
@given(
    st.lists(st.lists(TEXTS.map(lambda text: " ".join(text.split())).filter(bool), min_size=1, max_size=3), min_size=1)
)
def test_any_text_of_a_cell_reads_back(rows):
    blocks = [
        block._replace(continues=n > 0) for n, block in enumerate(blocks_of(*(("row", "\t".join(row)) for row in rows)))
    ]
    back = read(markdown_body(blocks))
    assert [tuple(filter(None, row.cells)) for row in back] == [tuple(row) for row in rows]


@settings(max_examples=6000)
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
