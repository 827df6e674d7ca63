"""Markdown: the offsets of its blocks, what is told from text, front matter, and whole articles in crawlers' shapes."""

import json
import re
from html import unescape
from itertools import pairwise

import pytest
from cases import FIXTURES
from hypothesis import example, given
from hypothesis import strategies as st

from article_clean import clean
from article_clean.core.edits import apply
from article_clean.intake.markdown_or_text import looks_like_markdown
from article_clean.pages import rendered_markdown
from article_clean.pages.html_outline import HtmlOutline
from article_clean.pages.markdown.front_matter import read_front
from article_clean.pages.markdown.inline_marks import parser
from article_clean.pages.markdown.markdown_blocks import read_blocks
from article_clean.pages.markdown.markdown_outline import MarkdownOutline
from article_clean.pages.reading import parse_html

FOLDER = FIXTURES / "markdown"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))


def source_of(name):
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def seen(article):
    """The article in the shape of the JSON files."""
    row = article.model_dump(mode="json", include={"headline", "deck", "dateline", "published", "captions", "language"})
    row["byline"] = article.byline and article.byline.text
    row["authors"] = list(article.authors)
    row["blocks"] = [[block.kind, block.text] for block in article.blocks]
    row["links"] = [
        [article.body[span.start : span.end], span.target]
        for block in article.blocks
        for span in block.spans
        if span.kind == "link"
    ]
    row["removed"] = [
        [one.role, one.text.strip()] for one in article.removed if one.cleaner not in {"markdown_marks", "front_matter"}
    ]
    return row


def test_there_are_a_dozen_markdown_files():
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_markdown_file_gives_exactly_its_article(name):
    wanted = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert seen(clean(source_of(name), kind="markdown")) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_a_markdown_file_is_told_from_text(name):
    source = source_of(name)
    assert looks_like_markdown(source) is (name not in PLAIN)
    if name not in PLAIN:
        assert clean(source) == clean(source, kind="markdown")


PLAIN = {"html_inside"}  # one kind of mark, no more


@pytest.mark.parametrize("name", NAMES)
def test_the_body_of_markdown_is_cleaned_to_itself(name):
    body = clean(source_of(name), kind="markdown").body
    assert clean(body, kind="article").body == body


def shown(text):
    return " ".join(unescape(text).split())


def check_places(source):
    """The law: edits make the page's text of the source, and each block begins where it says."""
    read = read_blocks(source, read_front(source).end)
    assert apply(source, read.marks) == read.page.text
    assert [(first, second) for first, second in pairwise(read.marks) if first.end > second.start] == []
    for block, start in zip(read.page.blocks, read.starts, strict=True):
        assert read.page.text[block.start : block.end] == block.text
        assert source[start] == block.text[0]
    return read


def check_as_rendered(source):
    """The law: what is shown is what markdown-it renders, block by block; images aside, which show nothing there."""
    read = check_places(source)
    html = re.sub(r"<img[^>]*>", "", parser().render(source[read_front(source).end :]))
    assert list(seen_of(read.page)) == list(seen_of(parse_html(html).page))


def seen_of(page):
    """The text and tag of each block, without captions and without what is left of a link around blocks."""
    for block in page.blocks:
        text, tag = shown(block.text), page.boxes[block.box].tag
        if text and tag != "figcaption" and not re.fullmatch(r'\[|\]\(/\w( "t")?\)', text):
            yield text, tag


@pytest.mark.parametrize("name", [name for name in NAMES if name != "html_inside"])
def test_blocks_are_those_that_markdown_it_renders(name):
    check_as_rendered(source_of(name))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"html_inside", "image_gallery"}])
def test_links_and_bold_words_are_those_that_markdown_it_renders(name):
    source = source_of(name)
    html = re.sub(r"<img[^>]*>|(?<=<pre>)<code[^>]*>", "", parser().render(source[read_front(source).end :]))
    theirs = parse_html(html).page.text
    rendered = HtmlOutline(html, None).structure(theirs)
    ours = MarkdownOutline().structure(source)
    texts = [(mark.kind, unescape(apply_marks(source, mark)), mark.target) for mark in ours.marks]
    assert sorted(texts, key=str) == sorted(
        ((mark.kind, theirs[mark.start : mark.end], mark.target) for mark in rendered.marks), key=str
    )
    assert sorted(ours.numbers.values()) == sorted(rendered.numbers.values())
    assert sorted(ours.columns.values()) == sorted(rendered.columns.values())


def apply_marks(source, mark):
    """What is shown of a part of a source."""
    marks = [edit for edit in read_blocks(source, read_front(source).end).marks if edit.start >= mark.start]
    within = [
        edit._replace(start=edit.start - mark.start, end=edit.end - mark.start)
        for edit in marks
        if edit.end <= mark.end
    ]
    return apply(source[mark.start : mark.end], within)


PIECES = [
    "word", "two words", " ", "  ", "\n", "\n\n", "*", "**", "_", "`", "``", "~~", "# ", "## ", "> ", "- ", "* ", "1. ",
    "[", "](/a)", '](/b "t")', "[x]", "[x]: /y\n", "![a b](/c)", "<http://d.e>", "\\", "\\*", "&amp;", "===", "---",
    "```", "    ", "| a | b |\n|---|---|\n| c | d |\n", "|", "\t", "\r\n", "!", "(", ")", ":", ".", "é",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("- [x]: /y\n  word")
def test_any_markdown_is_accounted_for(source):
    check_places(source)
    article = clean(source, kind="markdown")
    assert article.source == source
    assert apply(source, article.trail) == article.body


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("    1. \n\n    word")
@example("word`\nword `")
def test_any_markdown_is_shown_as_it_is_rendered(source):
    check_as_rendered(source)


PROSE = "The council met late into the evening to weigh whether a second ferry could run, and went home at two."


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"---\ntitle: A ferry\n---\n{PROSE}", id="front matter"),
        pytest.param(f"---\r\ntitle: A ferry\r\n---\r\n{PROSE}", id="front matter of Windows"),
        pytest.param(
            f"Title: A ferry\n\nURL Source: https://a.example/\n\nMarkdown Content:\n{PROSE}", id="a crawler's"
        ),
        pytest.param(f"{PROSE} It was [the third time](https://coast.example/third).", id="a link"),
        pytest.param(f'See [the plan](/plan_(new) "The plan").\n\n{PROSE}', id="a link with a title and brackets"),
        pytest.param(f"# A ferry\n\n{PROSE}\n\n## What it costs\n\n{PROSE}", id="two headings"),
        pytest.param(f"A ferry\n=======\n\n{PROSE} It is **new**.", id="an underlined heading and bold words"),
        pytest.param(f"# A ferry\n\n- one\n- two\n\n{PROSE}", id="a heading and a list"),
        pytest.param(f"![A boat](boat.jpg)\n\n{PROSE}\n\n```\nx = 1\n```\n", id="an image and code"),
        pytest.param(f"## Fares\n\n| a | b |\n|---|---|\n| c | d |\n\n{PROSE}", id="a heading and a table"),
    ],
)
def test_markdown_is_told(source):
    assert looks_like_markdown(source)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"{PROSE}\n\n* The fares are not known.", id="an asterisk"),
        pytest.param(f"{PROSE} *Nobody* and **no one** knew.", id="bold words alone"),
        pytest.param(f"{PROSE}\n\n--\nNora Feldt", id="a signature"),
        pytest.param(f"---\n\n{PROSE}\n\n---\n\n{PROSE}", id="rules"),
        pytest.param(f"1986. That was a year.\n\n{PROSE}", id="a numbered year"),
        pytest.param(f"#ferry #harbour #coast\n\n{PROSE}", id="hashtags"),
        pytest.param(f"{PROSE}\n\n# first\n\n# second\n\n# third", id="comments in code"),
        pytest.param(f"- one\n- two\n- three\n\n{PROSE}", id="a list"),
        pytest.param(f"{PROSE} [sic] (the third one) [1](see below)", id="brackets"),
        pytest.param(f"{PROSE}\n\n![The old ferry](https://coast.example/ferry.jpg)", id="an image alone"),
        pytest.param(f"{PROSE}\n\n-----\n\n{PROSE}\n-----\n", id="lines of dashes"),
        pytest.param(f"Note: a dash\n---\n{PROSE}", id="a line above dashes"),
        pytest.param("", id="nothing"),
    ],
)
def test_text_is_not_told_as_markdown(source):
    assert not looks_like_markdown(source)


def test_a_text_about_one_thing_is_read_alike_from_html_text_and_markdown():
    headline, byline, day = "A second ferry for the northern islands", "By Nora Feldt", "March 18, 2024"
    story = [
        "PORT ELLERY, Maine (AP) — A second ferry will run to the islands from May, the council said on Monday.",
        f"{PROSE} Islanders have waited for it since the school was closed in 1998, and some of them longer.",
        '"We have waited for this for thirty years," said Lena Strand, who keeps the only shop on the island.',
    ]
    rows = [headline, byline, day, *story]
    html = f"<html><head><title>{headline}</title></head><body><article><h1>{headline}</h1>"
    html += "".join(f"<p>{row}</p>" for row in rows[1:]) + "</article></body></html>"
    linked = story[1].replace("Islanders", "[Islanders](https://coast.example/islands)")
    markdown = "\n\n".join([f"# {headline}", f"**{byline}**", f"*{day}*", story[0], linked, story[2]])
    read = [
        clean(source, kind=kind) for source, kind in [(html, "html"), ("\n\n".join(rows), "text"), (markdown, "auto")]
    ]
    for article in read:
        assert article.headline == headline
        assert article.byline.text == byline
        assert article.authors == ("Nora Feldt",)
        assert str(article.published) == "2024-03-18"
        assert article.dateline.text == "PORT ELLERY, Maine (AP)"
        assert article.body == read[0].body
        assert len(article.paragraphs) == 3


@pytest.mark.parametrize(
    ("above", "fields"),
    [
        ('---\ntitle: "A \\"second\\" ferry"\n---\n', {"title": ['A "second" ferry']}),
        ("---\ntitle: 'The council''s ferry'\n---\n", {"title": ["The council's ferry"]}),
        ("---\ntitle: A ferry: the second\n---\n", {"title": ["A ferry: the second"]}),
        ("---\nauthor:\n  - Ada Quill\n  - Tom Reef\n---\n", {"author": ["Ada Quill", "Tom Reef"]}),
        ('---\nauthors: [Ada Quill, "Reef, Tom"]\n---\n', {"authors": ["Ada Quill", "Reef, Tom"]}),
        ("---\nauthor:\n  name: Ada Quill\n  url: /ada\n---\n", {"author": ["Ada Quill"]}),
        ('---\nauthor: "[[Ada Quill]]"\n---\n', {"author": ["Ada Quill"]}),
        (
            "---\ntitle: >-\n  A second\n  ferry\ndate: 2024-01-05\n---\n",
            {"title": ["A second ferry"], "date": ["2024-01-05"]},
        ),
        ("---\ntitle:\ndate: null\n---\n", {"title": [], "date": []}),
        ('+++\ntitle = "A ferry"\n+++\n', {"title": ["A ferry"]}),
        ("---\n\ntitle: A ferry\n\ndate: 2024-01-05\n\n---\n", {"title": ["A ferry"], "date": ["2024-01-05"]}),
    ],
)
def test_front_matter_is_read(above, fields):
    front = read_front(above + PROSE)
    assert front.fields == fields
    assert front.end == len(above)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"---\ntitle: A ferry\n\n{PROSE}", id="never closed"),
        pytest.param(f"---\nNote: the ferry sails at six.\n---\n{PROSE}", id="a line between rules"),
        pytest.param(f"---\n{PROSE}\ntitle: A ferry\n{PROSE}\n---\n", id="prose with a label in it"),
        pytest.param("---\ntitle: A ferry\n" + "a: b\n" * 1_000 + f"---\n{PROSE}", id="longer than any"),
        pytest.param(f"Title: A ferry\n\n{PROSE}", id="a label alone"),
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(source):
    assert read_front(source).end == 0
    assert PROSE in clean(source, kind="markdown").body


def test_broken_front_matter_is_read_as_far_as_it_goes():
    article = clean(f"---\ntitle: A second ferry\n!! broken\ndate: 2024-01-05\n---\n\n{PROSE}", kind="markdown")
    assert article.headline == "A second ferry"
    assert str(article.published) == "2024-01-05"
    assert article.warnings == ("1 of 3 lines of the front matter cannot be read",)
    assert article.body == PROSE


def test_the_fields_of_front_matter_say_where_they_come_from():
    article = clean(f"---\ntitle: A second ferry\nauthor: Ada Quill\ndate: 2024-01-05\n---\n\n{PROSE}")
    assert {article.provenance[name] for name in ("headline", "byline", "published")} == {("front matter",)}
    taken = article.removed[0]
    assert (taken.start, taken.cleaner, taken.role) == (0, "front_matter", "markup")


def test_marks_of_a_block_that_goes_go_with_it():
    article = clean(source_of("crawled_page"))
    share = next(one for one in article.removed if "Facebook" in one.text)
    assert share.text.strip().startswith("[Share on Facebook](https://")
    assert share.cleaner == "page_blocks"


def test_lines_that_are_paragraphs_are_not_joined():
    lines = [f"{PROSE} {n} ferries were enough." for n in range(5)]
    article = clean("# A ferry\n\n" + "\n".join(lines) + "\n", kind="markdown")
    assert article.paragraphs == tuple(lines)


def test_lines_that_are_wrapped_are_joined():
    source = "# A ferry\n\n" + "\n".join(PROSE.split(", ")).replace(" late", "\nlate") + "\n"
    assert clean(source, kind="markdown").paragraphs == (" ".join(PROSE.replace(",", "").split()),)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        pytest.param(f"{PROSE}\n\n```\nx = 1\n", "x = 1", id="a fence that is never closed"),
        pytest.param("|" + " a |" * 2_000 + "\n|" + "---|" * 2_000 + "\n|" + " b |" * 2_000, "b", id="a wide table"),
        pytest.param(f"[{'x' * 1_000_000}](/a) {PROSE}", PROSE, id="a long link"),
        pytest.param(f"{PROSE} [a](/{'x' * 1_000_000})", PROSE, id="a long address"),
        pytest.param("\n".join(f"{'  ' * n}- item {n}" for n in range(1_000)), "item 999", id="deep lists"),
        pytest.param("\n".join(f"{'> ' * n}quote {n}" for n in range(300)), "quote 299", id="deep quotations"),
        pytest.param(f"<div><div>\n\n{PROSE}\n\n<p>{PROSE} Twice.</p>\n", "Twice.", id="HTML that is never closed"),
        pytest.param(f"{PROSE}\n\n<script>\nvar x\n", PROSE, id="a script that is never closed"),
        pytest.param("[" * 5_000 + PROSE, PROSE, id="brackets"),
        pytest.param(f"{PROSE}\0\r\n\r\n- b\0c\r", PROSE, id="NUL and old line breaks"),
    ],
)
def test_bad_markdown_gives_an_article(source, kept):
    article = clean(source, kind="markdown")
    assert article.source == source
    assert apply(source, article.trail) == article.body
    assert kept in apply(source, read_blocks(source).marks)


STORIES = [
    path
    for path in sorted([*FIXTURES.glob("articles/*.txt"), *FIXTURES.glob("pages/*.html"), *FOLDER.glob("*.md")])
    if path.stem != "how_to_list"  # plain text prints the bullets of its items, which are marks of Markdown
]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_an_article_comes_back_from_its_markdown(path):
    article = clean(path.read_bytes())
    again = clean(article.to_markdown(front_matter=True))
    for name in ("headline", "deck", "byline", "authors", "dateline", "published", "language", "captions", "body"):
        assert getattr(again, name) == getattr(article, name), name
    assert [block.kind for block in again.blocks] == [block.kind for block in article.blocks]


def test_what_markdown_of_ours_has_below_its_front_matter_is_all_the_article():
    menu = "".join(f"- [News {n}](/{n})\n" for n in range(9))
    markdown = f"---\ngenerator: article_clean\ntitle: A ferry\n---\n\n{menu}\n{PROSE}\n\n{PROSE[:-1]} again.\n\n{menu}"
    assert len(rendered_markdown(markdown).cuts) == 0
    assert len(rendered_markdown(markdown.replace("article_clean", "other")).cuts) > 0


@pytest.mark.parametrize(
    ("above", "below", "authors"),
    [
        ("From the channel “Harbour Notes”\n\n---\n\n作者：林海燕\n\n来源: 《港口周刊》", "", ("林海燕",)),
        ("[Harbour Notes](https://sea.example/notes)", "撰文 林海燕", ("林海燕",)),
        ("[Harbour Notes](https://sea.example/notes)", "![](https://sea.example/end.png)", ()),
    ],
)
def test_a_line_near_a_story_without_a_title_says_who_wrote_it(above, below, authors):
    """In the shape of articles that are kept by readers: the source above, the writer beside the story."""
    story = "\n\n".join(
        f"渡轮第{n}次停在码头，港务局说修理还需要十一个星期，渔民们只能等待春天的到来。" * 2 for n in range(9)
    )
    links = "\n\n".join(f"[第{n}讲 港口的冬天](https://sea.example/{n})" for n in range(8))
    article = clean(f"{above}\n\n## 冬天\n\n{story}\n\n{below}\n\n{links}\n", kind="markdown")
    assert article.authors == authors
    assert "渡轮第8次" in article.body
    assert "林海燕" not in article.body
