"""`Article.trace(…, into="html")`: where the text of a page stands in its HTML."""

import gzip
import json
from html import unescape
from itertools import islice

import pytest
from cases import FIXTURES, SHARED
from hostile.pages import BODIES

from article_clean import Article, ArticleCleanError, OutlineError, clean
from article_clean.pages.depth import flattened
from article_clean.pages.html_outline import HtmlOutline, offsets_of
from article_clean.pages.reading import parse_html

LEAD = (
    "The harbour froze on Monday for the first time since 1963, and the ferries stayed in port. Nobody in town could "
    "say how long the ice would hold, and the harbour master asked all boats to wait for the next tide."
)
PAGE = "<html><head><title>Ice</title></head><body><article><p>{}</p><p>%s</p></article></body></html>"
UNREAD = {  # whose text is no text of the page: formulas, and signs that open no tag
    "formulas-deep", "tag-signs-of-a-page", "formulas",
}  # fmt: skip


def unplaced(html):
    """The characters of a page's text that have no place, or a wrong one."""
    page = parse_html(flattened(html)[0]).page
    places = HtmlOutline(html, None).places(page.text)
    found = dict(zip(places.offsets, zip(places.starts, places.ends, strict=True), strict=True))
    return [
        (n, page.text[n])
        for n in offsets_of(page.text)
        if n not in found or page.text[n] not in unescape(html[slice(*found[n])])
    ]


def traced(html, words, **options):
    """What stands in the HTML where some words of the body came from."""
    article = clean(html, **options)
    start = article.body.index(words)
    span = article.trace(start, start + len(words), into="html")
    return html[slice(*span)]


@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.html")), ids=lambda path: path.name)
def test_every_character_of_a_page_has_its_place(path):
    assert unplaced(path.read_text(encoding="utf-8", errors="replace")) == []


@pytest.mark.parametrize("name", sorted({*BODIES} - UNREAD))
def test_every_character_of_a_hostile_page_has_its_place(name):
    html = BODIES[name](5_000)
    assert unplaced(html if isinstance(html, str) else html.decode("utf-8", "replace")) == []


@pytest.mark.skipif(not SHARED.exists(), reason="needs the pages of ../shared")
@pytest.mark.parametrize("name", ["n4k", "fundus", "wcxb"])
def test_every_character_of_real_pages_has_its_place(name):
    with gzip.open(SHARED / "pages" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 40):
            assert unplaced(json.loads(line)["html"]) == []


@pytest.mark.parametrize(
    "markup",
    [
        "Ice &amp; water &#8212; &#x2603; &copy 1963 &nosuch; &",
        "5 < 6 and <b>ice</b>water",
        "<table><p>Moved out</p><tr>too<td>and in</table>",
        "<b><i>mis</b>nested</i> ice",
        "one<!-- two -->three</span>four",
        "<xmp>a <b> & c</xmp>",
        "\U0001f9ca ice &#x1f9ca; \ue000 ice",
        "a\x00b\r\nc &nbsp; d",
        "<svg><![CDATA[ice]]></svg>thick",
        "<p title='a > b' data-x=\"<p>c\">ice</p>",
        "<textarea>a<b></textarea><script>if (a<b) c</script>ice",
    ],
)
def test_odd_markup_has_its_places(markup):
    assert unplaced(PAGE.format(LEAD) % markup) == []


def test_a_span_of_the_body_leads_to_its_html():
    html = PAGE.format(LEAD) % f"“Ice &amp; <b>water</b>,” she said. {LEAD}"
    assert traced(html, "Ice & water") == "Ice &amp; <b>water"
    assert traced(html, '"Ice') == "“Ice"
    assert traced(html, "&") == "&amp;"


def test_the_places_of_bytes_are_those_of_the_decoded_text():
    html = PAGE.format(LEAD) % f"Der Öl-Hafen fror zu. {LEAD}"
    article = clean(html.encode("latin-1"))
    start = article.body.index("Hafen")
    assert html[slice(*article.trace(start, start + 5, into="html"))] == "Hafen"


def test_a_page_that_is_read_without_scripts_has_its_places():
    html = f"<html><body><div id=app></div><noscript><article><p>{LEAD}</p><p>{LEAD[:-1]}!</p></article></noscript>"
    assert traced(html, "tide!") == "tide!"


def test_the_lines_that_trafilatura_finds_have_their_places():
    html = PAGE.format(LEAD) % f"“Ice &amp; water,” she said. {LEAD}"
    assert traced(html, "Ice & water", engine="trafilatura") == "Ice &amp; water"


def test_white_space_has_no_place():
    article = clean(PAGE.format(LEAD) % LEAD.replace("The", "Then the"))
    gap = article.body.index("\n\n")
    assert article.trace(gap, gap + 2, into="html") is None


def test_plain_text_has_no_html():
    assert clean(LEAD).trace(0, 3, into="html") is None


def test_an_article_that_was_loaded_says_that_it_has_no_html():
    article = clean(PAGE.format(LEAD) % LEAD.upper())
    loaded = Article.model_validate(article.model_dump())
    assert loaded.trace(0, 3) == article.trace(0, 3)
    with pytest.raises(OutlineError, match="loaded from a row"):
        loaded.trace(0, 3, into="html")


def test_there_is_no_other_text_to_trace_into():
    with pytest.raises(ArticleCleanError, match="'source' or 'html'"):
        clean(LEAD).trace(0, 3, into="page")
