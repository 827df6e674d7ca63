"""Which of a page's dates is its story's: by what a line says, where it stands, and what agrees."""

import json
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean import clean
from article_clean.pages.metadata import read_metadata
from article_clean.pages.metadata.date_lines import line_dates

STATED = '<meta property="article:published_time" content="2024-04-18T08:00:00Z">'
LD = {"@type": "NewsArticle", "headline": "Night ferry returns", "datePublished": "2024-04-18T08:00:00Z"}
STRONG = f'{STATED}<script type="application/ld+json">{json.dumps(LD)}</script>'
STORY = (
    "<p>The night ferry sails again from Monday on, the harbour master said, and the fares stay as they were.</p>" * 3
)


def published(body: str, head: str = "", *, lang: str = "en") -> str | None:
    title = "<title>Night ferry returns</title>"
    html = f'<!doctype html><html lang="{lang}"><head>{title}{head}</head><body>{body}</body></html>'
    found = read_metadata(LexborHTMLParser(html), html).published
    return found.value.isoformat()[:10] if found else None


def below(line: str) -> str:
    return f"<article><h1>Night ferry returns</h1><div>{line}</div>{STORY}</article>"


@pytest.mark.parametrize(
    "line",
    [
        "Received: 16 December 2022",
        "Registriert: 18.09.2008, 05:56",
        "Joined: 18 September 2008",
        "Release date: 14 August 2017",
        "Joined March 3, 2015",
        "Received 16 December 2022; accepted 20 December 2022",
        "Termin: 21.02.2020, 19 Uhr",
        "stated on September 15, 2023 in a news release:",
        "River level as of 2 January 2024",
        "Valid until 6 May 2024",
        "Verfügbar bis 06.05.2024",
        "Men mend the nets of the old night ferry at the pier, 24 April 2023",
    ],
)
def test_the_date_of_another_thing_is_none(line: str) -> None:
    """A label, a preposition or a caption's words in front of a date give it to something else than the story."""
    assert published(below(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2024",
        "Published: May 3, 2024",
        "First published on May 3, 2024",
        "By Jane Doe, May 3, 2024",
        "Transport | May 3, 2024",
        "Harbour, 3 May 2024",
        "Stand des Berichts: 3. Mai 2024",
        "Ada Quill · May 3, 2024 · Boats · 7 comments",
        "Received: 16 December 2022. Accepted: 20 December 2022. Published: 3 May 2024",
        "Last updated 9 May 2024, originally created 3 May 2024",
        "PUBLISHED: May 3, 2024 at 11:30 p.m. | UPDATED: May 4, 2024 at 12:21 a.m.",
        f"Published May 3, 2024 | By Jane Doe | {'Boats, ropes and islands ' * 5}",
        "3 May 2024 – The night ferry sails again from Monday on, said the harbour master of the islands.",
        "<span>By Jane Doe</span><span>May 3, 2024</span><span>5 min read</span>",
        "<span>May 3, 2024</span><span>21:25</span>",
        '<span style="display:none">2024-05-07T10:10:52+01:00</span><span>3 May 2024</span>',
    ],
)
def test_a_line_that_dates_the_story_counts(line: str) -> None:
    """The date of publication is read whatever else a date line says, and however its elements run together."""
    assert published(below(line)) == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("24 نيسان / أبريل 2020", "ar"),
        ("2020年04月24日09:30 来源：海港日报 记者 王小明", "zh"),
        ("发布时间：2020-04-24 09:30　来源：海港日报", "zh"),
        ("입력 2020.04.24 09:30 | 수정 2020.04.29 14:10", "ko"),
        ("김철수 기자 kim@harbour.example 입력 2020-04-24 09:30", "ko"),
        ("Zuletzt aktualisiert am 29.04.2020, erstmals veröffentlicht am 24.04.2020", "de"),
        ("Redacción viernes 24 de abril de 2020", "es"),
        ("09:12 GMT, 24 April 2020 | UPDATED: 14:40 GMT, 29 April 2020", "en"),
    ],
)
def test_date_lines_of_other_languages_count(line: str, lang: str) -> None:
    """What stands beside a date is judged in its own language."""
    assert published(below(line), lang=lang) == "2020-04-24"


@pytest.mark.parametrize(
    "list_of_others",
    [
        "<h3>Related videos</h3><a href=/a>Bells all night</a><span>Len Abbot 16/06/2020</span>",
        "<div>Most read</div><div>Toads cross the rails</div><div>5 June 2020</div>",
        "<blockquote class=embed>The ferry! <a href=/p>March 3, 2020</a></blockquote>",
        "<p>Pages: 448<br>Publisher: Salt Street<br>Published: 14 August 2017<br>Price: 12.99</p>",
    ],
)
def test_lists_below_the_headline_do_not_date_the_story(list_of_others: str) -> None:
    """Other stories and rows of facts have dates of their own."""
    body = f"<h1>Night ferry returns</h1><div>{list_of_others}</div>{STORY}"
    assert published(body, STATED) == "2024-04-18"


def test_a_line_of_more_than_a_date_does_not_outweigh_the_head() -> None:
    """A box that prints a date beside other things is not believed against the metadata."""
    assert published(below("Gauge at the pier 2.31 m, 2 January 2024"), STRONG) == "2024-04-18"


def test_what_follows_the_article_does_not_date_it() -> None:
    """A short story's own article element ends before the dates of other stories."""
    body = (
        f"<article><h1>Night ferry returns</h1>{STORY[:120]}</article><h3>A tunnel for toads</h3><p>April 17, 2024</p>"
    )
    assert published(body, STATED) == "2024-04-18"
    assert published(body) is None or published(body) == "2024-04-17"  # the only day that the page prints


@pytest.mark.parametrize("box", ["section", "aside"])
def test_a_date_above_the_headline_counts_before_the_time_of_another_story(box: str) -> None:
    """The printed date of the story is near its headline; a `<time>` outside of its article is another's."""
    others = f"<{box}><h4>The last lamp lighter</h4><time datetime=2024-03-05>Mar 5, 2024</time></{box}>"
    body = f"<main><article><p>April 18, 2024</p><h1>Night ferry returns</h1>{STORY}</article>{others}</main>"
    assert published(body) == "2024-04-18"
    assert published(body.replace("<p>April 18, 2024</p>", "")) is None


def test_a_date_above_the_headline_settles_what_marks_dispute() -> None:
    """Where marks name two days, the line above the headline decides; where they agree it does not."""
    marked = (
        f"<p>April 18, 2024</p><h1>Night ferry returns</h1><i itemprop=datePublished content=2022-11-01></i>{STORY}"
    )
    disputed = f"{marked}<time datetime=2022-11-01>1 Nov</time>"
    assert published(disputed, STATED) == "2024-04-18"
    assert published(f"<p>Monday, 22 April 2024</p><h1>Night ferry returns</h1>{STORY}", STATED) == "2024-04-18"


@pytest.mark.parametrize(("printed", "lang"), [("11.03.17", "en-US"), ("11/03/2017", "en-GB"), ("11/03/17", "en")])
def test_figures_are_read_in_the_order_that_the_head_confirms(printed: str, lang: str) -> None:
    """A date in figures that can be two days is the one that the metadata names."""
    head = '<meta property="article:published_time" content="2017-11-03T03:01:00">'
    assert published(below(f"{printed} in Transport"), head, lang=lang) == "2017-11-03"


@pytest.mark.parametrize(
    "mark",
    [
        '<abbr itemprop=datePublished title="2024-05-03T03:55:00-07:00">3:55 AM</abbr>',
        '<relative-time datetime="2024-05-03T03:55:00Z">3 months ago</relative-time>',
        '<time datetime="2024-05-09">Updated</time> <time datetime="2024-05-03">3 May</time>',
        'Updated <time datetime="2024-05-09">9 May</time> Posted <time datetime="2024-05-03">3 May</time>',
    ],
)
def test_marks_for_machines_are_read(mark: str) -> None:
    """Attributes of `<abbr>`, `<time>` and `<relative-time>` give the day, not those called an update."""
    mark = mark.replace('"2024-05-09">Updated<', '"2024-05-09" class="updated">9 May<')
    assert published(f"<article><h1>Night ferry returns</h1><p>{mark}</p>{STORY}</article>") == "2024-05-03"


@pytest.mark.parametrize(
    "mark",
    [
        '<span>Last updated on </span><time datetime="2024-05-09">9 May 2024</time>',
        '<p class="small">Last updated</p><time datetime="2024-05-09">9 May 2024</time>',
        '<b>Last updated</b> <i>on</i> <time datetime="2024-05-09">9 May 2024</time>',
        '<time datetime="2024-05-09">Updated 9 May 2024, 10:48 AM</time>',
        "<b>Last updated</b> <i>on</i> <span class=date>9 May 2024</span>",
    ],
)
def test_a_label_beside_a_date_or_in_its_element_calls_it_an_update(mark: str) -> None:
    """Many sites set "Updated" in an element of its own, or in the `<time>`; what it dates is no publication."""
    html = below(STORY + mark)
    assert published(html) is None
    assert published(html.replace("Last updated", "Published").replace("Updated", "Published")) == "2024-05-09"


@pytest.mark.parametrize(
    "mark",
    [
        '<time datetime="2024-05-03">3 May 2024 Updated at 8:56</time>',
        '<time>Updated 9 May 2024</time><time datetime="2024-05-03">3 May 2024</time>',
        '<p>The updated list of fares hangs at the pier and in the office.</p><time datetime="2024-05-03">3 May</time>',
    ],
)
def test_a_word_of_updates_elsewhere_leaves_a_date_its_own(mark: str) -> None:
    """Behind the date, in another date's element or in a sentence it says nothing of this date."""
    assert published(below(STORY * 5 + mark)) == "2024-05-03"  # farther down than lines of a head are read


def page(foot: str) -> str:
    prose = "The night ferry sails again from Monday on, the harbour master said, and the fares stay as they were. "
    body = "".join(f"<p>{n}. {prose * 2}</p>" for n in range(14))
    return f"<html><title>Night ferry returns</title><body><h1>Night ferry returns</h1>{body}{foot}</body></html>"


@pytest.mark.parametrize(
    "foot",
    [
        "<p>Posted on May 3, 2024</p>",
        "<div>3 May 2024</div><div>Published 3 May 2024</div>",
    ],
)
def test_the_only_day_that_a_page_prints_is_its_date(foot: str) -> None:
    """A page without marks is dated by its foot where that names one day."""
    article = clean(page(foot))
    assert article.published
    assert article.published.isoformat()[:10] == "2024-05-03"


@pytest.mark.parametrize(
    "foot",
    [
        "<footer>This page was last modified on 3 May 2024, at 13:22.</footer>",
        "<div>Diese Seite wurde zuletzt am 3. Mai 2024 um 13:22 Uhr geändert.</div>",
        "<div>Last updated: May 3, 2024</div>",
    ],
)
def test_the_last_change_at_the_foot_of_a_page_is_no_publication(foot: str) -> None:
    """It is `modified`, and nothing says when the page was published."""
    article = clean(page(foot))
    assert (article.published, str(article.modified)[:10]) == (None, "2024-05-03")


@pytest.mark.parametrize(
    "foot", ["<p>May 3, 2024</p><p>May 5, 2024</p>", "<p>Copyright 2024</p>", "<p>On May 3, 2024 he left.</p>"]
)
def test_several_days_and_prose_date_no_page(foot: str) -> None:
    """Dates of other stories, rights and sentences give no date."""
    assert clean(page(foot)).published is None


def test_an_address_given_as_canonical_dates_a_page() -> None:
    """The day in the canonical address counts like that in `og:url`."""
    head = '<link rel="canonical" href="https://saltandrope.example/2024/05/03/night-ferry/">'
    assert published(f"<h1>Night ferry returns</h1>{STORY}", head) == "2024-05-03"


def test_only_one_reading_of_an_unsettled_date_is_given_none() -> None:
    """Figures of open order stay unread where nothing settles them."""
    assert list(line_dates(["4/5/2024"], None)) == []
    assert next(line_dates(["4/5/2024"], None, [date(2024, 5, 4)])).value == date(2024, 5, 4)


@pytest.mark.parametrize(
    "other",
    [
        "<a href=/other><span class=date>April 24, 2023</span></a>",
        "<p>Last updated on <span class=date>April 24, 2023</span></p>",
    ],
)
def test_a_class_that_says_date_dates_the_story_only_where_it_is_its_own(other: str) -> None:
    """The date in a link is another story's, and an update's is none of publication; a date line at the foot is."""
    prose = "<p>The night ferry sails again, said the harbour board on Friday.</p>" * 15
    html = f"<title>Ferry</title><h1>Ferry</h1>{prose}{other}<p>Datum 28.04.2023</p>"
    found = read_metadata(LexborHTMLParser(html), html, texts=["Datum 28.04.2023"]).published
    assert found
    assert found.value.isoformat() == "2023-04-28"
