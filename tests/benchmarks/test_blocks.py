"""Time of blocks, Markdown and places in the HTML grows with the length of a page and no faster."""

import pytest

from article_clean import Pipeline
from article_clean.pages import Rendering
from article_clean.pages.depth import flattened
from article_clean.pages.html_outline import HtmlOutline
from article_clean.pages.reading import read_html
from article_clean.pipeline.stages import run
from benchmarks.measure import cpu

GREATEST_GROWTH = 2.5  # times the CPU for twice the page; the parser and its guard are in it; quadratic is 4
TRIES = 3  # noise can push one ratio up; it does not do so three times
PAGES = {
    "a row of many columns": lambda n: f"<table><tr>{'<td><a href=/x>ice</a>' * (n // 23)}</table>",
    "rows whose cells span": lambda n: f"<table>{'<tr><td colspan=1000>a<td>b' * (n // 28)}</table>",
    "a link of many characters": lambda n: f'<p>See <a href="/{"x (" * (n // 3)}">it</a> here.</p>',
    "links in one paragraph": lambda n: f"<p>{'<a href=/x>ice</a> <b><i>and</i></b> ' * (n // 37)}</p>",
    "bold around many paragraphs": lambda n: "<b>" * 50 + "<p>ice" * (n // 6),
    "lists in lists": lambda n: "<ul><li>ice" * (n // 11),
    "paragraphs of one item": lambda n: f"<ul><li>{'<p>ice</p>' * (n // 10)}",
    "quotations in quotations": lambda n: "<blockquote>" * 1000 + "<p>ice" * (n // 6),
    "entities": lambda n: f"<p>{'&amp;&nbsp;x ' * (n // 14)}",
    "signs of Markdown": lambda n: f"<p>{'<b>*</b>`_[ <i>a</i>' * (n // 20)}",
    "lines of code": lambda n: f"<pre>{'a``b<br>' * (n // 8)}</pre>",
}
ASKED = {
    "blocks": lambda article: article.blocks,
    "Markdown": lambda article: article.to_markdown(),
    "places": lambda article: article.trace(0, len(article.body), into="html"),
}

pytestmark = pytest.mark.benchmark


def asked(name, html):
    """Ask an article of a page for what is named; all of the page is in its body."""
    page = read_html(flattened(html)[0]).page
    article = run(Rendering(page, (), (), outline=HtmlOutline(html, None)), Pipeline().of_stage)
    return lambda: ASKED[name](article.model_copy())


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_twice_the_length_takes_about_twice_as_long(name, page):
    calls = [asked(name, f"<article>{PAGES[page](size)}</article>") for size in (20_000, 80_000)]
    growths = ((cpu(calls[1], 1) / cpu(calls[0], 1)) ** 0.5 for _ in range(TRIES))
    assert any(growth <= GREATEST_GROWTH for growth in growths)
