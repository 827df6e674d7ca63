"""Which of a page's headings and titles is its headline: by what agrees, and never the site's own name."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.metadata import read_metadata
from article_clean.pages.metadata.home_links import leads_home
from article_clean.pages.metadata.surroundings import text_of
from article_clean.pages.walk import walk

STORY = "Night ferry returns to the outer islands"


def headline(head: str, body: str, url: str | None = None) -> str | None:
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    found = read_metadata(LexborHTMLParser(html), html, url).headline
    return found.value if found else None


@pytest.mark.parametrize(
    "logo",
    [
        '<h1><a href="/">Salt and Rope</a></h1>',
        '<h1 class="x"><span><a href="https://saltandrope.example" title="Home">Salt and Rope</a></span></h1>',
        '<h1><a href="/web/2014/http://saltandrope.example/">Salt and Rope</a></h1>',
        '<h1><a rel="home" href="https://saltandrope.example/blog/">Salt and Rope</a></h1>',
        '<h1><a href="/index.html?lang=en">Salt and Rope</a></h1>',
    ],
)
@pytest.mark.parametrize("title", [f"{STORY} | Salt and Rope", f"Salt and Rope » Blog Archive » {STORY}", STORY])
def test_a_heading_that_links_home_is_the_site(logo: str, title: str) -> None:
    """The only h1 is no headline where it is the way home; the h2 of the title is."""
    assert headline(f"<title>{title}</title>", f"{logo}<h2>{STORY}</h2><p>Text.</p>") == STORY


def test_a_link_home_names_the_site_of_a_bare_title() -> None:
    """What a link home says is taken off a title that nothing else explains."""
    body = '<a href="/"><img src="x.png" alt="Salt and Rope"></a><p>Text.</p>'
    assert headline(f"<title>{STORY} - Salt and Rope</title>", body) == STORY


def test_a_heading_that_links_to_its_own_story_is_its_headline() -> None:
    """A permalink is no way home."""
    body = f'<h1><a href="/2024/05/night-ferry">{STORY}</a></h1>'
    assert headline("<title>Salt and Rope: Night ferry again</title>", body) == STORY


def test_a_heading_that_links_to_another_sites_home_is_a_headline() -> None:
    """A link blog heads its notes with links to whole sites; the canonical address tells which home is its own."""
    head = '<title>Salt and Rope: A new map of ferries</title><link rel=canonical href="https://saltandrope.example/7">'
    assert headline(head, '<h1><a href="https://maps.example/">A new map of ferries</a></h1>') == "A new map of ferries"


def test_a_page_titled_like_its_home_link_keeps_the_title() -> None:
    """What is the whole title is the headline, even where it leads home."""
    assert headline(f"<title>{STORY}</title>", f'<h1><a href="/">{STORY}</a></h1>') == STORY


def test_an_application_named_after_the_story_does_not_hide_it() -> None:
    """An application-name that repeats the story's title is not the site's name."""
    head = f'<title>{STORY}</title><meta name="application-name" content="{STORY}">'
    assert headline(head, f"<h1>{STORY}</h1>") == STORY


def test_the_sites_end_of_a_title_gives_way_to_the_heading_of_the_other_end() -> None:
    """An h1 that is a title's last part is the site's where an h2 says the first part."""
    body = f"<h1>Salt and Rope</h1><h2>{STORY}</h2>"
    assert headline(f"<title>{STORY} :: Salt and Rope</title>", body) == STORY


def test_a_masthead_that_opens_the_title_gives_way_to_the_heading_of_the_other_end() -> None:
    """In the page's header also the first part of a title may be the site's."""
    body = f"<header><h1>Salt and Rope</h1></header><article><h2>{STORY}</h2></article>"
    assert headline(f"<title>Salt and Rope :: {STORY}</title>", body) == STORY


def test_a_headline_before_its_subtitle_stays() -> None:
    """An h1 in the article that is a title's first part is the headline, and the h2 of the second part is not."""
    body = "<article><header><h1>Ferries</h1></header><h2>How the islands live without them</h2></article>"
    assert headline("<title>Ferries - How the islands live without them</title>", body) == "Ferries"


def test_a_short_kicker_that_opens_the_title_is_not_the_story() -> None:
    """Of "Opinion | Story" the h1 "Story" is the headline, although an h3 says "Opinion"."""
    assert headline(f"<title>Opinion | {STORY}</title>", f"<h3>Opinion</h3><h1>{STORY}</h1>") == STORY


def test_a_lower_heading_that_is_the_end_of_a_bare_title_is_the_site() -> None:
    """A masthead in an h2 is taken off the title where no heading says the story's part."""
    assert headline(f"<title>{STORY} - Salt and Rope</title>", "<h2>Salt and Rope</h2><p>Text.</p>") == STORY


@pytest.mark.parametrize("notice", ["© 2024 Salt and Rope", "Copyright Salt and Rope Media. All rights reserved."])
def test_a_notice_of_rights_names_the_site_of_a_bare_title(notice: str) -> None:
    """Without a heading, the end of a title that the foot of the page names as the holder of its rights goes."""
    html = f"<title>{STORY} - Salt and Rope</title><p>Text.</p><footer>{notice}</footer>"
    found = read_metadata(LexborHTMLParser(html), html, texts=["Text.", notice]).headline
    assert found
    assert found.value == STORY


def test_a_lower_heading_of_words_amid_a_title_is_no_headline() -> None:
    """An h2 counts as the headline only if it says a whole part of a title."""
    assert headline(f"<title>{STORY}</title>", "<h2>outer islands</h2><p>Text.</p>") == STORY


@pytest.mark.parametrize("heading", ["Information and Resources", "The News of the Week", "Menu", "Navigation"])
def test_a_heading_that_shares_only_small_words_is_no_headline(heading: str) -> None:
    """Words that any text has do not tie a heading to a story."""
    story = "The ferry and the price of the islands"
    assert headline(f'<meta property="og:title" content="{story}">', f"<h1>{heading}</h1>") == story


@pytest.mark.parametrize("first", [STORY, "Menu"])
def test_of_several_headings_the_one_that_the_title_says_counts(first: str) -> None:
    """Sections below the story do not take its place, in an article element or not."""
    sections = "<article><h1>The islands before the ferry</h1><h1>What the ferry costs</h1></article>"
    assert headline(f"<title>{STORY}</title>", f"<h1>{first}</h1>{sections}<h1>{STORY}</h1>") == STORY


def test_a_heading_in_other_words_than_the_title_is_the_headline() -> None:
    """A headline need not repeat the title that the page has for search engines."""
    head = '<title>Night ferry timetable</title><meta property="og:title" content="Night ferry timetable">'
    assert headline(head, "<h1>The night ferry is back, and so is its timetable</h1>").startswith("The night ferry is")


SEARCHED = (
    '<title>Ferry timetable and prices 2024</title><meta property="og:title" content="Ferry timetable and prices 2024">'
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Ferry timetable and prices 2024", "name": "Ferry timetable and prices 2024"}'
    "</script>"
)


def titled(head: str, body: str) -> str | None:
    """The headline of a page of which the blocks' texts are known."""
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    tree = LexborHTMLParser(html)
    found = read_metadata(tree, html, texts=[block.text for block in walk(tree).blocks]).headline
    return found.value if found else None


def test_a_title_that_is_printed_nowhere_gives_way_to_the_lone_heading() -> None:
    """What JSON-LD and Open Graph agree on was written for searches where the text does not have it."""
    heading = "<h1>What the ferry costs in 2024</h1>"
    assert titled(SEARCHED, f"{heading}<p>The night ferry sails again.</p>") == "What the ferry costs in 2024"
    printed = f"{heading}<h2>Ferry timetable and prices 2024</h2><p>The night ferry sails again.</p>"
    assert titled(SEARCHED, printed) == "Ferry timetable and prices 2024"


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>Ferry costs in 2024</h1><h1>Prices of 2024 for the ferry</h1>",
        "<h1>Timetable and prices 2024</h1>",
        "<h1>Ferry timetable and prices 2024 and more from the northern islands</h1>",
        "<h1>The ferry timetable and the prices of 2024</h1>",
        f"<h1>{'The ferry costs more this year than it did in the years before. ' * 3}</h1>",
    ],
)
def test_headings_that_are_no_other_title_do_not_outweigh_the_head(heading: str) -> None:
    """Not several of them, nor a part of the stated title, it with more, nearly the same, or a sentence."""
    assert titled(SEARCHED, f"{heading}<p>The night ferry sails again.</p>") == "Ferry timetable and prices 2024"


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("<p>May 3, 2024</p>", "The quiet water"),
        ("<p>The boats are back.</p><p>By Nora Feldt</p>", "The quiet water"),
        ("<p>The boats are back.</p>", STORY),
    ],
)
def test_a_heading_with_a_byline_or_a_date_below_it_is_the_storys(below: str, title: str) -> None:
    """It need not share a word with the head; without either it may be a section's."""
    head = f'<title>{STORY}</title><meta property="og:title" content="{STORY}">'
    article = '<meta property="og:type" content="article">'
    assert titled(f"{head}{article}", f"<h1>The quiet water</h1>{below}<p>The ferry sails.</p>") == title
    assert titled(head, f"<h1>The quiet water</h1>{below}<p>The ferry sails.</p>") == STORY
    assert titled(f"{head}{article}", f"<h1>Water</h1>{below}<p>The ferry sails.</p>") == STORY
    assert titled(head, f"<h1>The quiet water</h1>{below}<div>{STORY}</div>") == STORY


def test_a_kicker_that_most_of_the_head_has_stays() -> None:
    """The words in front of a printed title go only where more of the head lacks them, and never "The" alone."""
    printed = f"<h1>Islands: {STORY}</h1>"
    bare = f'<meta property="og:title" content="{STORY}">'
    whole = f'{{"@type": "NewsArticle", "headline": "Islands: {STORY}"}}'
    assert headline(bare, printed) == STORY
    assert headline(f'{bare}<script type="application/ld+json">{whole}</script>', printed) == f"Islands: {STORY}"
    assert headline(f'<meta property="og:title" content="{STORY}">', f"<h1>The {STORY}</h1>") == f"The {STORY}"


def test_a_forums_label_goes_that_json_ld_lacks() -> None:
    """The rest of the head repeats the label of a thread; JSON-LD gives its title."""
    head = f'<meta property="og:title" content="News - {STORY}"><meta name="twitter:title" content="News - {STORY}">'
    json = f'<script type="application/ld+json">{{"@type": "DiscussionForumPosting", "headline": "{STORY}"}}</script>'
    assert headline(f"{head}{json}", f"<h1><span>News</span> {STORY}</h1>") == STORY


def test_chinese_titles_are_compared_by_their_characters() -> None:
    """Titles in scripts without spaces that differ in a few characters are of one story."""
    head = '<meta property="og:title" content="夜间渡轮恢复通往外岛"><title>夜间渡轮恢复通往外岛_海港日报</title>'
    assert headline(head, "<h1>夜间渡轮周一恢复通往外岛的航线</h1>") == "夜间渡轮周一恢复通往外岛的航线"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Night ferry<a class=headerlink href='#a'>¶</a>", "Night ferry"),
        ("<a href='#a'>#</a> Night ferry", "Night ferry"),
        ("Night ferry <a href='#a'>#</a>", "Night ferry"),
        ("Why C#", "Why C#"),
        ("#1 ferry", "#1 ferry"),
        ("<span>Islands</span>Night ferry", "Islands Night ferry"),
        ("<b>N</b>ight ferry", "Night ferry"),
        ("<ruby>夜<rt>よる</rt></ruby>の<ruby>船<rp>(</rp><rt>ふね</rt></ruby>", "夜の船"),
    ],
)
def test_a_heading_reads_as_it_is_seen(markup: str, text: str) -> None:
    """Permalinks and ruby are not part of a heading; parts that stand apart on the page do not run together."""
    heading = LexborHTMLParser(f"<h1>{markup}</h1>").css_first("h1")
    assert heading
    assert text_of(heading) == text


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("/", True),
        ("//saltandrope.example", True),
        ("https://www.saltandrope.example/#top", True),
        ("https://other.example/", False),
        ("/2024", False),
        ("#top", False),
        ("", False),
        ("about.html", False),
    ],
)
def test_only_an_address_without_a_path_leads_home(address: str, home: bool) -> None:
    """The root of the page's own host is its home."""
    link = LexborHTMLParser(f'<a href="{address}">x</a>').css_first("a")
    assert link
    assert leads_home(link, {"saltandrope.example"}) is home
