"""What a page's metadata says: headline, date, language, description, and where each was read."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean import clean
from article_clean.pages import oddities
from article_clean.pages.metadata import Metadata, read_metadata
from article_clean.pages.metadata.moments import read_moment
from article_clean.pages.metadata.sites import MOST_CUTS, without_site
from article_clean.pages.metadata.text import LONGEST_VALUE

STORY = {"@type": "NewsArticle", "headline": "Ferry returns", "datePublished": "2024-05-03T07:30:00+02:00"}


def read(head: str = "", body: str = "", *, url: str | None = None, lang: str = "") -> Metadata:
    html = f"<!doctype html><html{lang}><head>{head}</head><body>{body}</body></html>"
    return read_metadata(LexborHTMLParser(html), html, url)


def ld(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_an_empty_page_says_nothing() -> None:
    """A page without marks gives None everywhere and does not raise."""
    assert read() == Metadata(None, None, None, None, None, None, None, (), None, None)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<meta>",
        "<h1>" + "<b>" * 5000 + "x",
        "<h1></h1>" + "<b>" * 5000 + "x",
        "<script type='application/ld+json'>{</script>",
        "<h1><h1><time>",
    ],
)
def test_odd_pages_do_not_raise(html: str) -> None:
    """Broken HTML is read without an error."""
    assert read_metadata(LexborHTMLParser(html), html).authors is None


@pytest.mark.parametrize(
    "odd", [{"author": {"name": {"a": 1}}}, {"author": 7}, {"@type": [1, None]}, {"headline": ["x"]}, [[[]]], 7, None]
)
def test_odd_json_does_not_raise(odd: object) -> None:
    """JSON-LD whose values have the wrong types is read as far as it goes."""
    whole = {**STORY, **odd} if isinstance(odd, dict) else odd
    read(ld(whole))


def test_places_that_agree_are_the_provenance() -> None:
    """The origins of a headline are all places that give it, the strongest first."""
    found = read(ld(STORY) + meta("og:title", "Ferry returns"), "<h1>Ferry returns</h1>").headline
    assert found
    assert found == ("Ferry returns", ("h1", "json-ld", "og:title"))


@pytest.mark.parametrize(
    "title",
    ["Ferry returns | Harbour News", "Harbour News - Ferry returns", "Ferry returns — harbournews.com"],
)
def test_the_site_is_taken_off_a_title(title: str) -> None:
    """The site's name goes from either end of a title, whatever stands between."""
    found = read(
        f"<title>{title}</title>" + meta("og:site_name", "Harbour News"), url="https://harbournews.com/a"
    ).headline
    assert found
    assert found.value == "Ferry returns"


@pytest.mark.parametrize("title", ["Ferry - a comeback", "Boats: the return", "North|South line reopens for all"])
def test_a_title_with_marks_of_its_own_stays(title: str) -> None:
    """A dash, colon or bar in a headline is no reason to cut it."""
    found = read(f"<title>{title}</title>").headline
    assert found
    assert found.value == title


def test_a_logo_is_no_headline() -> None:
    """An h1 that shares no word with the page's titles is not its headline."""
    found = read(meta("og:title", "Ferry returns to the islands"), "<h1>Menu</h1>").headline
    assert found
    assert found.value == "Ferry returns to the islands"


def test_a_blogs_name_is_no_headline() -> None:
    """An h1 that is what the title has in addition to the story's own title is the blog's."""
    head = "<title>Salt and Rope: Ferry returns</title>" + meta("og:title", "Ferry returns")
    found = read(head, "<h1>Salt and Rope</h1>").headline
    assert found
    assert found.value == "Ferry returns"


def test_a_kicker_in_the_heading_goes() -> None:
    """A kicker inside the h1 is not part of the headline where the head gives it without."""
    found = read(meta("og:title", "Let the ferry be"), "<h1><span>Opinion</span> | Let the ferry be</h1>").headline
    assert found
    assert found.value == "Let the ferry be"


def test_a_break_in_the_heading_is_a_space() -> None:
    """Words that a line break parts do not grow together."""
    found = read("", "<h1>Ferry returns<br>to the islands</h1>").headline
    assert found
    assert found.value == "Ferry returns to the islands"


def test_entities_escaped_twice_are_decoded() -> None:
    """A title whose entities were escaped twice reads as it was meant."""
    found = read(meta("og:title", "Rock &amp;amp; Rope"))
    assert found.headline
    assert found.headline.value == "Rock & Rope"


@pytest.mark.parametrize(
    "script",
    [
        "<!-- {0} -->",
        "//<![CDATA[\n{0}\n//]]>",
        "/*<![CDATA[*/ {0} /*]]>*/",
        '{{"@type": "WebSite", "name": "Harbour"}} {0}',
        "[{0},]",
        '{{"@context": "https://schema.org", "@graph": [{0}]}}',
        '{{"@type": "WebPage", "mainEntity": {0}}}',
        '{{"text": "a\nb", "mainEntity": {0}}}',
        '{{"broken": , "inner": {0}',
    ],
)
def test_json_ld_is_read_however_it_is_wrapped(script: str) -> None:
    """Comments, CDATA, several objects, graphs, raw line breaks, stray commas and cut ends do not hide the article."""
    found = read(ld(script.format(json.dumps(STORY))))
    assert found.headline
    assert found.headline.value == "Ferry returns"
    assert found.published
    assert found.published.value.isoformat() == "2024-05-03T07:30:00+02:00"


def test_the_article_of_several_is_the_one_of_the_title() -> None:
    """Of several articles in JSON-LD the one that the page is titled after counts."""
    other = {**STORY, "headline": "Bridge closes", "datePublished": "2020-01-01"}
    found = read(ld([other, STORY]) + meta("og:title", "Ferry returns")).published
    assert found
    assert found.value.year == 2024


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-05-03", date(2024, 5, 3)),
        ("2024-05-03T07:30:00Z", datetime(2024, 5, 3, 7, 30, tzinfo=UTC)),
        ("2024-05-03 07:30:00 +0200", datetime(2024, 5, 3, 7, 30, tzinfo=timezone(timedelta(hours=2)))),
        ("Fri, 03 May 2024 07:30:00 +0000", datetime(2024, 5, 3, 7, 30, tzinfo=UTC)),
        ("1714721400", datetime(2024, 5, 3, 7, 30, tzinfo=UTC)),
        ("May 3, 2024", date(2024, 5, 3)),
    ],
)
def test_dates_are_read_in_the_standards_forms(text: str, moment: date) -> None:
    """ISO 8601, RFC 2822, seconds since 1970 and printed dates; aware where a zone is given, a day where only a day."""
    found = read(meta("article:published_time", text)).published
    assert found
    assert found == (moment, ("article:published_time",))


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00Z", "1970-01-01", "soon", "2024-13-45", "9" * 30])
def test_impossible_dates_are_no_dates(text: str) -> None:
    """Unset clocks and nonsense give no date."""
    assert read(meta("article:published_time", text)).published is None


def test_a_date_printed_below_the_headline_counts() -> None:
    """Where only the text prints a date, the line under the headline is read, with its label on a line of its own."""
    found = read(
        "", "<h1>Ferry returns</h1><div>Published</div><div>3 May 2024</div><p>The ferry is back.</p>"
    ).published
    assert found == (date(2024, 5, 3), ("date line",))


def test_the_printed_day_comes_with_the_heads_time() -> None:
    """A printed day that the head agrees with keeps the head's time and zone; one that it contradicts wins alone."""
    body = "<h1>Ferry returns</h1><div>{}</div>"
    agreed = read(ld(STORY), body.format("3 May 2024")).published
    assert agreed
    assert agreed == (datetime(2024, 5, 3, 7, 30, tzinfo=timezone(timedelta(hours=2))), ("date line", "json-ld"))
    contradicted = read(ld(STORY), body.format("2 May 2024")).published
    assert contradicted == (date(2024, 5, 2), ("date line",))


@pytest.mark.parametrize(
    ("head", "body", "origin"),
    [
        ("", "<p>Last updated: 3 May 2024</p>", "updated line"),
        (ld({"@type": "NewsArticle", "headline": "Ferry returns", "dateModified": "2024-05-03"}), "", "json-ld"),
        (meta("article:modified_time", "2024-05-03"), "", "article:modified_time"),
        ("", '<time itemprop="dateModified" datetime="2024-05-03">May 3</time>', "itemprop"),
    ],
)
def test_an_update_is_no_publication(head, body, origin) -> None:
    """A page that gives only its update has no date of publication."""
    found = read(head, f"<h1>Ferry returns</h1>{body}")
    assert (found.published, found.facts.modified) == (None, (date(2024, 5, 3), (origin,)))


def test_an_update_far_from_the_headline_counts_where_a_page_has_no_other_date() -> None:
    """As at the foot of a page of a public office."""
    texts = ["Ferry returns", "The ferry is back.", "Last updated: 3 May 2024"]
    html = "<h1>Ferry returns</h1><p>The ferry is back.</p>"
    found = read_metadata(LexborHTMLParser(html), html, texts=texts)
    assert (found.published, found.facts.modified) == (None, (date(2024, 5, 3), ("updated line",)))
    assert found.is_dated


def test_an_update_never_beats_publication() -> None:
    """With both printed, the date of publication counts."""
    found = read("", "<h1>Ferry returns</h1><p>Updated May 9, 2024</p><p>Published May 3, 2024</p>").published
    assert found
    assert found.value == date(2024, 5, 3)


def test_the_dates_of_comments_do_not_count() -> None:
    """Microdata of another item than the article is not read."""
    comment = "<div itemscope itemtype=http://schema.org/Comment><meta itemprop=datePublished content=2024-06-01></div>"
    assert read("", comment).published is None


@pytest.mark.parametrize(("lang", "code"), [("en_us", "en-US"), ("DE", "de"), ("zh-hans-cn", "zh-Hans-CN")])
def test_the_language_is_a_bcp_47_code(lang: str, code: str) -> None:
    """The code is written as RFC 5646 asks."""
    found = read(lang=f' lang="{lang}"').language
    assert found == (code, ("html lang",))


def test_the_fuller_language_code_is_given() -> None:
    """Of "en" and "en-GB", which agree, the latter is given."""
    found = read(meta("og:locale", "en_GB"), lang=' lang="en"').language
    assert found == ("en-GB", ("html lang", "og:locale"))


def test_the_rest_is_plain_text() -> None:
    """Description, site name, type and body are decoded."""
    found = read(
        meta("og:description", "Boats &amp; ropes")
        + meta("og:site_name", "Harbour")
        + ld({**STORY, "articleBody": "It <b>is</b> back."})
    )
    assert (found.description, found.site_name, found.article_type) == ("Boats & ropes", "Harbour", "NewsArticle")
    assert found.body == "It is back."


def test_a_heading_of_a_word_inside_the_agreed_title_is_a_label():
    title = "How the harbour of Orsk was sold"
    metas = "".join(f'<meta name="{name}" content="TITLE">' for name in ("og:title", "twitter:title"))
    head = f"{metas}<title>TITLE</title>"
    assert read(head.replace("TITLE", title), "<h1>Orsk</h1><p>Text.</p>").headline.value == title
    assert read(head.replace("TITLE", "Orsk today"), "<h1>Orsk</h1><p>Text.</p>").headline.value == "Orsk"


DIGITS = "1" * 5_000  # more than Python's int() takes
ODD_HEADS = {
    "refresh": f"<meta http-equiv=refresh content='{DIGITS};url=/ice'>",
    "entity in a title": f"<title>Ferry &amp;#{DIGITS};</title>",
    "entity in an author": f"<meta name=author content='Ada &amp;#{DIGITS};'>",
    "entity in a script": ld(f"{{&quot;a&quot;:&quot;&#{DIGITS};&quot;}}"),
    "number in a script": ld(f'{{"@type":"NewsArticle","a":{DIGITS}}}'),
    "reference that is an object": ld({"@type": "NewsArticle", "author": {"@id": {}}}),
}


@pytest.mark.parametrize("head", ODD_HEADS.values(), ids=ODD_HEADS)
def test_a_head_that_python_does_not_read_is_left_aside(head: str) -> None:
    story = "<p>The ferry sails again on Monday, said the harbour master.</p>" * 6
    assert clean(f"<html><head>{head}</head><body><h1>Ferry sails</h1>{story}</body></html>").headline == "Ferry sails"


def test_a_redirect_after_more_zeros_than_python_reads_is_a_redirect() -> None:
    zeros = "0" * 5_000
    article = clean(f"<html><head><meta http-equiv=refresh content='{zeros};url=/ice'></head><body></body></html>")
    assert article.warnings == ("the page only redirects to another address; fetch /ice",)


def test_an_address_in_a_warning_has_a_bound() -> None:
    article = clean(f"<html><meta http-equiv=refresh content='0;url=/{'a' * 10_000}'><body></body></html>")
    assert len(article.warnings[0]) == len(oddities.REDIRECT.format("")) + oddities.LONGEST_QUOTED + 1


@pytest.mark.parametrize("field", ["<title>{}</title>", "<meta property=og:title content='{}'>"])
def test_a_title_that_is_longer_than_any_is_none(field: str) -> None:
    title = "ferry " * (LONGEST_VALUE // 6)
    assert read(field.format(title)).headlines == (title.strip(),)
    assert read(field.format(title + "sails again")).headline is None


def test_a_title_of_more_parts_than_any_keeps_them_all() -> None:
    title = "Ferry" + " | Coast" * (MOST_CUTS + 1)
    assert without_site(title, {"coast"}, set()) == title
    assert without_site("Ferry" + " | Coast" * MOST_CUTS, {"coast"}, set()) == "Ferry"


def test_authors_are_looked_up_by_reference() -> None:
    people = [{"@id": f"#{n}", "name": name} for n, name in enumerate(["Bo Marsh", "Ada Quill"])]
    authors = {"@type": "NewsArticle", "author": [{"@id": "#1"}, {"@id": "#9"}]}
    said = read(ld({"@graph": [authors, {"@id": "#1"}, *people]})).authors
    assert said
    assert said.value == ("Ada Quill",)


@pytest.mark.parametrize("zone", ["+01:00:30", "+23:59:59.999999"])
def test_a_moment_in_a_zone_of_seconds_is_none(zone: str) -> None:
    assert read_moment(f"2024-01-05T10:00:00{zone}") is None
