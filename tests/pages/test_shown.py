"""What a page shows without scripts, what its author wrote, and what no reader sees."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean import clean
from article_clean.pages.cuts import HIDDEN
from article_clean.pages.reading import read_html
from article_clean.pages.rendering import FROM_METADATA
from article_clean.pages.shown import with_shadow_roots
from article_clean.pages.walk import walk

STORY = (
    "The night ferry to the northern islands will sail again from the first weekend of March, the harbour said.",
    "It was cut six years ago to save money, and since then the last boat has left the mainland at half past eight.",
    "Nurses and bar owners had campaigned for it together, which councillors called unusual but hard to ignore.",
    "Tickets will cost the same as during the day, and holders of a monthly pass will travel for free on all nights.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)
MENU = "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>"


def page(inside, head=""):
    return f"<html><head><title>Night ferry</title>{head}</head><body>{MENU}{inside}</body></html>"


def article(inside):
    return page(f"<article><h1>Night ferry</h1>{PARAGRAPHS}{inside}</article>")


def texts(html):
    return [block.text for block in read_html(html).page.blocks]


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f"<h1>Night ferry</h1><noscript><div>{PARAGRAPHS}</div></noscript>", id="text in noscript alone"),
        pytest.param(
            f"<noscript><div id=n>Please switch JavaScript on.</noscript><h1>Night ferry</h1>{PARAGRAPHS}",
            id="an element left open in noscript",
        ),
        pytest.param(
            f"<h1>Night ferry</h1><script type='text/template'>{PARAGRAPHS}</script><NOSCRIPT>{PARAGRAPHS}</NOSCRIPT>",
            id="a template and noscript in capitals",
        ),
        pytest.param(
            f"<h1>Night ferry</h1><x-story><template shadowrootmode=open>{PARAGRAPHS}</template></x-story>",
            id="a declarative shadow root",
        ),
    ],
)
def test_text_that_browsers_show_is_read(inside):
    assert clean(page(inside)).paragraphs == STORY


def test_text_that_the_page_shows_is_not_read_again_in_noscript():
    assert clean(article(f"<noscript>{PARAGRAPHS}</noscript>")).paragraphs == STORY


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a</p><noscript>You need to enable JavaScript to run this app.</noscript>", id="a plea"),
        pytest.param(
            "<p>a</p><noscript>" + "Your browser runs no JavaScript; here is how to switch it on. " * 9 + "</noscript>",
            id="a long plea",
        ),
        pytest.param(
            f"<p>a</p><script>var s = '<noscript>{PARAGRAPHS}</noscript>'</script>", id="a literal in a script"
        ),
        pytest.param("<p>a</p><template><p>b</p></template>", id="a template that a script may copy"),
    ],
)
def test_what_nobody_reads_is_no_text(html):
    assert texts(html) == ["a"]


def test_templates_in_a_shadow_root_stay_templates():
    html = "<template shadowrootmode=open>a<template>b</template>c</template></template><template>d</template>"
    assert with_shadow_roots(html) == "<div>a<template>b</template>c</div></template><template>d</template>"


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>the <button>tonnage</button>, counted</p>", ["the tonnage, counted"]),
        ("<p>the<button>tonnage</button> goes up</p>", ["the tonnage goes up"]),
        ("<p>It sails. <button>Share</button> It sails back.</p>", ["It sails. It sails back."]),
        ("<p>the ferry <button>Share</button></p>", ["the ferry"]),
        ("<p><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>を</p>", ["橋を"]),
        ("<p><ruby><rb>橋</rb><rt>はし</rt></ruby>を</p>", ["橋を"]),
        ("<pre>One\ntwo.\n\nThree\nfour.\n \nFive.</pre>", ["One two.", "Three four.", "Five."]),
        ("<pre>a = 1\n\nb = a + 1\n\nreturn b</pre>", ["a = 1 b = a + 1 return b"]),
        (
            '<p>so <math><annotation encoding="application/x-tex">{\\displaystyle x^{2}}</annotation></math></p>',
            ["so x^{2}"],
        ),
        ('<p>so <math alttext="x^2"><mi>x</mi></math> is</p>', ["so x^2 is"]),
        ("<p>so <math><mi>x</mi></math> is</p>", ["so x is"]),
        (
            "<p>so <span class=katex-mathml><math><mi>x</mi></math></span><span class=katex-html>x</span></p>",
            ["so x"],
        ),
        (
            "<p>opened<span style='display: none'>(1811)</span>, it <span hidden>now</span>sails</p>",
            ["opened, it sails"],
        ),
        (f"<p>It <span hidden>{'sails ' * 40}</span></p>", ["It " + " ".join(["sails"] * 40)]),
        ("<p>It <span class=sr-only>a picture</span>sails</p>", ["It sails"]),
    ],
)
def test_a_block_reads_as_its_author_wrote_it(html, read):
    assert [block.text for block in walk(LexborHTMLParser(html)).blocks] == read


@pytest.mark.parametrize(
    "body",
    [pytest.param("\n\n".join(STORY), id="lines"), pytest.param(PARAGRAPHS, id="markup")],
)
def test_the_text_of_the_metadata_stands_in_for_a_page_without_any_with_a_warning(body):
    data = json.dumps({"@type": "NewsArticle", "headline": "Night ferry", "articleBody": body})
    found = clean(
        f"<html><head><script type='application/ld+json'>{data}</script></head><body><div id=app></div></body>"
    )
    assert (found.headline, found.paragraphs, found.warnings) == ("Night ferry", STORY, (FROM_METADATA,))


NOTE = "Internal note: ask the harbour for the number of passengers before this goes online, and for a picture."
TERMS = "".join(
    f"<p>By opening this page you agree that the harbour is not liable for losses of kind {n}, whatever they be.</p>"
    for n in range(9)
)


@pytest.mark.parametrize(
    ("hidden", "junk"),
    [
        pytest.param(f"<p hidden>{NOTE[:58]}</p>", NOTE[:58], id="a note"),
        pytest.param(f"<div style='display: none' id=terms-popup>{TERMS}</div>", "liable", id="a long dialog"),
    ],
)
def test_a_box_that_the_page_hides_goes(hidden, junk):
    found = clean(article(hidden))
    assert found.paragraphs == STORY
    assert HIDDEN in {one.reason for one in found.removed if junk in one.text}


@pytest.mark.parametrize("around", ["<div hidden>", "<div class='modal' hidden>"])
def test_an_article_that_a_script_shows_stays(around):
    assert clean(page(f"{around}<article><h1>Night ferry</h1>{PARAGRAPHS}</article></div>")).paragraphs == STORY


def test_markup_in_preformatted_text_is_code():
    code = '<div class="tide"><p>High water</p></div>'
    shown = code.replace("<", "&lt;").replace(">", "&gt;")
    assert code in clean(article(f"<pre>{shown}</pre><p>{STORY[0][::-1]}</p>")).body


def test_a_text_that_is_hidden_once_more_stays_where_the_page_shows_it():
    crew = "The crew of nine will live on the islands in winter."
    found = clean(page(f"<article><h1>Night ferry</h1><p hidden>{crew}</p>{PARAGRAPHS}<p>{crew}</p></article>"))
    assert found.paragraphs == (*STORY, crew)
