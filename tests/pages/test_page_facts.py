"""What a page states of its article besides headline, authors and date, and what is refused."""

import json
from datetime import UTC, date, datetime

import pytest
from cases import FIXTURES
from standards import NEWS_ARTICLE, NINJS, faults

from article_clean import Article, Image, article_of, clean

URL = "https://coast.example/news/ferry"
PARAGRAPHS = "".join(
    f"<p>The ferry to the outer islands will be repaired for {weeks} weeks, the harbour council said on Monday.</p>"
    for weeks in ("eleven", "twelve", "thirteen", "fourteen")
)
STORY = {
    "@type": "NewsArticle",
    "headline": "Ferry to be repaired",
    "datePublished": "2024-05-03T07:30:00+02:00",
    "dateModified": "2024-05-04T09:00:00+02:00",
    "author": [{"@type": "Person", "name": "Nora Feldt", "url": "/people/nora-feldt"}],
    "publisher": {"@id": "#publisher"},
    "articleSection": ["Islands", "News"],
    "keywords": ["ferries", "Repairs", "repairs"],
    "image": {"@type": "ImageObject", "url": "/pictures/ferry.jpg", "caption": "In dock.", "creditText": "Len Abbot"},
    "isAccessibleForFree": "False",
    "mainEntityOfPage": {"@id": URL},
}
HOUSE = {"@type": "NewsMediaOrganization", "@id": "#publisher", "name": "The Harbour Post"}
HEAD = (
    '<meta property="og:description" content="The council has found the money.">'
    f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="Harbour Post">'
)
FACTS = ("modified", "publisher", "section", "keywords", "url", "image", "description", "author_urls", "is_free")


def page(head: str = "", story: dict[str, object] | None = None, body: str = "") -> str:
    """A page with its story in JSON-LD, where there is one."""
    data = f'<script type="application/ld+json">{json.dumps([story, HOUSE])}</script>' if story else ""
    return (
        f"<html><head><title>Ferry to be repaired</title>{head}{data}</head>"
        f"<body><article><h1>Ferry to be repaired</h1>{body}{PARAGRAPHS}</article></body></html>"
    )


def stated(**facts: object) -> Article:
    """The article of a page whose JSON-LD says these."""
    return clean(page(story={"@type": "NewsArticle", "headline": "Ferry to be repaired", **facts}), url=URL)


def with_metas(*metas: tuple[str, str]) -> Article:
    return clean(page("".join(f'<meta property="{name}" content="{content}">' for name, content in metas)), url=URL)


def test_a_page_states_facts_with_the_places_that_say_so():
    article = clean(page(HEAD, STORY), url=f"{URL}?from=feed")
    assert {name: getattr(article, name) for name in FACTS} == {
        "modified": datetime.fromisoformat("2024-05-04T09:00:00+02:00"),
        "publisher": "The Harbour Post",
        "section": "Islands",
        "keywords": ("ferries", "Repairs"),
        "url": URL,
        "image": Image(url="https://coast.example/pictures/ferry.jpg", caption="In dock.", credit="Len Abbot"),
        "description": "The council has found the money.",
        "author_urls": {"Nora Feldt": "https://coast.example/people/nora-feldt"},
        "is_free": False,
    }
    assert {name: article.provenance[name] for name in FACTS} == {
        "modified": ("json-ld",),
        "publisher": ("json-ld", "og:site_name"),
        "section": ("json-ld",),
        "keywords": ("json-ld",),
        "url": ("canonical", "json-ld"),
        "image": ("json-ld",),
        "description": ("og:description",),
        "author_urls": ("json-ld",),
        "is_free": ("json-ld",),
    }


def test_a_page_that_states_nothing_gives_nothing():
    article = clean(page())
    assert [getattr(article, name) for name in FACTS] == [None, None, None, (), None, None, None, {}, None]
    assert not {*FACTS, "is_complete"} & {*article.provenance}


def test_metas_state_what_json_ld_does_not():
    article = with_metas(
        ("article:modified_time", "2024-05-04T09:00:00Z"), ("og:site_name", "Harbour Post"),
        ("article:section", "Islands"), ("news_keywords", "ferries; repairs"), ("og:image", "https://coast.example/a.jpg"),
        ("og:url", URL), ("article:content_tier", "free"),
    )  # fmt: skip
    assert article.modified == datetime(2024, 5, 4, 9, tzinfo=UTC)
    assert (article.publisher, article.section, article.keywords) == ("Harbour Post", "Islands", ("ferries", "repairs"))
    assert (article.image, article.is_free) == (Image(url="https://coast.example/a.jpg"), True)
    assert article.provenance["url"] == ("og:url", "caller")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("2024-05-03", date(2024, 5, 3)),
        ("2024-05-02T23:00:00Z", datetime(2024, 5, 2, 23, tzinfo=UTC)),
        ("2024-05-01", None),
        ("soon", None),
    ],
)
def test_a_change_does_not_precede_publication(changed, said):
    """By more than the day that two zones are apart."""
    assert stated(datePublished="2024-05-03T01:00:00+02:00", dateModified=changed).modified == said


def test_a_printed_update_is_the_last_change():
    article = clean(page(body="<p>Published May 3, 2024 | Updated May 9, 2024</p>"))
    assert (str(article.published), str(article.modified)) == ("2024-05-03", "2024-05-09")
    assert article.provenance["modified"] == ("updated line",)


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ({"@type": "Organization", "name": "The Harbour Post"}, "The Harbour Post"),
        ([{"name": "The Harbour Post -"}], "The Harbour Post"),
        ("The Harbour Post", "The Harbour Post"),
        ({"@type": "Person", "name": "Len Abbot"}, None),
        ({"@type": "Organization", "name": "Nora Feldt"}, None),
        ({"@id": "#nowhere"}, None),
        ({"name": "https://coast.example"}, None),
    ],
)
def test_the_publisher_is_no_author(publisher, name):
    assert stated(author={"name": "Nora Feldt"}, publisher=publisher).publisher == name


def test_an_organisation_may_sign_what_it_publishes():
    article = stated(author={"@type": "Organization", "name": "harbour.example"}, publisher={"name": "harbour.example"})
    assert (article.publisher, article.authors) == ("harbour.example", ("harbour.example",))


def test_a_site_publishes_what_names_no_publisher():
    site = {"@type": "WebSite", "name": "Harbour Post"}
    head = f'<script type="application/ld+json">{json.dumps(site)}</script>'
    article = clean(page(head))
    assert (article.publisher, article.provenance["publisher"]) == ("Harbour Post", ("json-ld site",))


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("Islands", "Islands"),
        ("Work &amp; Money", "Work & Money"),
        (["Islands", "News", "Ferries"], "Islands"),
        ("News/islands", "News"),
        ("News | Islands", "News"),
        ("Food, Drink", "Food, Drink"),
        ("TV/Radio", "TV/Radio"),
        ("Ferries, Islands, News, Repairs", None),
        (["a", "b", "c", "d", "e", "f"], None),
        ("Uncategorized", None),
        ("42", None),
        ("news_news", None),
        ("Harbour Post", None),
        ({"name": "Islands"}, None),
    ],
)
def test_a_section_is_no_list_of_tags(section, name):
    story = {"@type": "NewsArticle", "headline": "Ferry to be repaired", "articleSection": section}
    assert clean(page(HEAD, story)).section == name


def test_a_place_that_names_one_section_is_taken_before_one_that_names_two():
    story = {"@type": "NewsArticle", "headline": "Ferry to be repaired", "articleSection": "Islands, News"}
    article = clean(page('<meta property="article:section" content="News">', story))
    assert (article.section, article.provenance["section"]) == ("News", ("article:section",))


@pytest.mark.parametrize(
    ("keywords", "said"),
    [
        ("ferries, Repairs,repairs, ", ("ferries", "Repairs")),
        ("ferries; repairs, old and new", ("ferries", "repairs", "old and new")),
        ("the great flood (May, 1963), ferries | repairs", ("the great flood (May, 1963)", "ferries | repairs")),
        ("ferries | repairs", ("ferries", "repairs")),
        ("MTVID,AERO,CCOS,CIV,DIP,ferries", ()),
        ("content-type: Feature, locale: US, shortTitle: Ferries, ferries", ("ferries",)),
        (
            "Skylark: A Ferry, Avatar: The Last Airbender, ferries, harbours, quays",
            ("Skylark: A Ferry", "Avatar: The Last Airbender", "ferries", "harbours", "quays"),
        ),
        ("NATO,WHO,ferries", ("NATO", "WHO", "ferries")),
        ("#ferries", ("ferries",)),
        (["Ferries, old and new", "repairs"], ("Ferries, old and new", "repairs")),
        ([{"@type": "DefinedTerm", "name": "ferries"}], ("ferries",)),
        ("@mobile,ferries,105726154,2024,word count:,type=news,Article", ("ferries", "2024")),
        ("渡轮，修理", ("渡轮", "修理")),
        ("x" * 101, ()),
        ([], ()),
        (7, ()),
    ],
)
def test_keywords_stand_once_and_are_for_readers(keywords, said):
    assert stated(keywords=keywords).keywords == said


@pytest.mark.parametrize(
    ("canonical", "open_graph", "caller", "address"),
    [
        (URL, "", None, URL),
        ("/news/ferry", "", "https://coast.example/news/ferry?from=feed", URL),
        ("/news/ferry", "", None, None),
        ("//coast.example/news/ferry", "", f"{URL}?from=feed", URL),
        ("https://coast.example/", URL, None, URL),
        ("https://coast.example/", "", None, None),
        ("https://coast.example/", "", "https://coast.example", "https://coast.example/"),
        ("https://coast.example/index.html", URL, None, URL),
        ("https://coast.example/?p=12", "", None, "https://coast.example/?p=12"),
        ("https://mirror.example/ferry", URL, f"{URL}?from=feed", "https://mirror.example/ferry"),
        ("https://coast.example/news/ferry", "", "https://mirror.example/ferry", URL),
        ("http://localhost:3000/news/ferry", "", None, None),
        ("ftp://coast.example/news/ferry", "", None, None),
        ("http://[", "", URL, URL),
        ("https://coast.example/f?a=1&copy=2", "", None, "https://coast.example/f?a=1&copy=2"),
        ("", "", "ferry.html", None),
    ],
)
def test_the_address_is_whole_and_no_home_page(canonical, open_graph, caller, address):
    link = f'<link rel="canonical" href="{canonical.replace("&", "&amp;")}">'
    head = f'{link}<meta property="og:url" content="{open_graph}">'
    assert clean(page(head), url=caller).url == address


def test_a_text_has_the_address_that_the_caller_knows():
    article = clean("Ferry to be repaired.", url=URL)
    assert (article.url, article.provenance["url"]) == (URL, ("caller",))


def test_the_link_to_the_author_is_not_the_pages_address():
    """As `<link rel="author" href="humans.txt">` is one."""
    assert clean(page(f'<link rel="author" href="https://coast.example/humans.txt">{HEAD}')).url == URL


@pytest.mark.parametrize(
    ("image", "address"),
    [
        ("https://coast.example/ferry.jpg", "https://coast.example/ferry.jpg"),
        (["https://coast.example/wide.jpg", "https://coast.example/square.jpg"], "https://coast.example/wide.jpg"),
        ({"contentUrl": "/ferry.jpg"}, "https://coast.example/ferry.jpg"),
        ("https://coast.example/pictures/new-logo-of-the-ferries.png", "https://coast.example/pictures/new-logo-of-the-ferries.png"),
        ("https://coast.example/logo.png", None),
        ("https://coast.example/img/og-logo-1200x630.png", None),
        ("https://coast.example/harbour-post-logo.png", None),
        ("https://coast.example/placeholder.jpg?v=2", None),
        ("https://coast.example/mark.svg", None),
        ({"url": "https://coast.example/dot.gif", "width": 1, "height": 1}, None),
        ("data:image/png;base64,AAAA", None),
        ({"@id": "#nowhere"}, None),
        (None, None),
    ],
)  # fmt: skip
def test_a_picture_is_no_logo(image, address):
    story = {"@type": "NewsArticle", "headline": "Ferry to be repaired", "image": image}
    article = clean(page('<meta property="og:site_name" content="Harbour Post">', story), url=URL)
    assert (article.image and article.image.url) == address


@pytest.mark.parametrize(
    ("answer", "said"),
    [(True, True), ("true", True), ("https://schema.org/False", False), (False, False), ("metered", None), ([], None)],
)
def test_free_is_what_the_page_calls_so(answer, said):
    assert stated(isAccessibleForFree=answer).is_free is said


WORDS = len(clean(page()).body.split())


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"wordCount": WORDS}, True),
        ({"wordCount": str(WORDS + 3), "isAccessibleForFree": False}, True),
        ({"wordCount": 3 * WORDS, "isAccessibleForFree": False}, False),
        ({"wordCount": 3 * WORDS}, None),
        ({"wordCount": "many"}, None),
        ({"isAccessibleForFree": False}, None),
        ({"isAccessibleForFree": True}, None),
    ],
)
def test_complete_is_what_has_the_words_that_its_page_counts(facts, said):
    article = stated(**facts)
    assert article.is_complete is said
    assert article.provenance.get("is_complete") == (None if said is None else ("json-ld",))


def test_an_article_in_front_of_a_wall_is_not_complete():
    article = clean(page(body="<p>The council meets.</p>").replace(PARAGRAPHS, "<p>Subscribe to continue reading.</p>"))
    assert article.warnings
    assert (article.is_complete, article.provenance["is_complete"]) == (False, ("prompt",))


def test_authors_have_the_pages_that_are_theirs():
    people = [
        {"name": "Nora Feldt", "url": "https://coast.example/"},
        {"name": "Len Abbot", "sameAs": ["https://sea.example/@len", "https://sky.example/len"]},
        {"name": "Ada Quill"},
    ]
    article = stated(author=people)
    assert (article.authors, article.author_urls) == (
        ("Nora Feldt", "Len Abbot", "Ada Quill"), {"Len Abbot": "https://sea.example/@len"}
    )  # fmt: skip
    signed = clean(page(body='<p>By <a rel="author" href="/people/nora">Nora Feldt</a></p>'), url=URL)
    assert signed.author_urls == {"Nora Feldt": "https://coast.example/people/nora"}


def test_the_wire_is_the_agencies_of_byline_and_dateline():
    article = clean("Ferry to be repaired\n\nBy Nora Feldt, The Associated Press\n\nPARIS (AP) — It rained on Monday.")
    assert article.wire == ("The Associated Press", "AP")


def test_a_text_prints_its_last_change():
    lead = "The old ferry will be repaired for eleven weeks, the harbour council said on Monday."
    text = "Ferry to be repaired\n\nBy Nora Feldt\n\n{}Updated: 14:40, 18 April 2020\n\n" + f"{lead}\n\n{lead}"
    article = clean(text.format("Published: 10:12, 17 April 2020\n\n"))
    assert (article.published, article.modified) == (datetime(2020, 4, 17, 10, 12), datetime(2020, 4, 18, 14, 40))  # noqa: DTZ001  # as printed
    alone = clean(text.format(""))
    assert (alone.published, alone.modified) == (None, datetime(2020, 4, 18, 14, 40))  # noqa: DTZ001  # as printed


def test_a_record_states_facts_by_its_labels():
    lead = "The old ferry will be repaired for eleven weeks, the harbour council said on Monday."
    labels = "Title: Ferry to be repaired\nAuthor: Nora Feldt\nDate: 2024-04-18"
    article = clean(
        f"{labels}\nSource: The Harbour Post\nURL: {URL}\nSection: Islands\nKeywords: ferries, repairs\nText: {lead}",
        url="https://sea.example/ferry",
    )
    assert (article.publisher, article.section, article.keywords) == (
        "The Harbour Post",
        "Islands",
        ("ferries", "repairs"),
    )
    assert (article.url, article.provenance["url"]) == (URL, ("text",))
    other = clean(f"{labels}\nSource: {URL}\nText: {lead}")
    assert (other.publisher, other.url) == (None, URL)


def test_labels_outside_of_a_record_state_nothing():
    text = (
        "The old ferry will be repaired for eleven weeks, the harbour council said on Monday.\n\nSource: Harbour Post"
    )
    article = clean(text)
    assert (article.publisher, article.section, article.url) == (None, None, None)


@pytest.mark.parametrize(
    "path", [*(FIXTURES / "pages").glob("*.html")], ids=lambda path: path.stem
)  # fmt: skip
def test_facts_come_back_from_rows_and_markdown(path):
    article = clean(path.read_bytes(), url=URL)
    again = clean(article.to_markdown(front_matter=True))
    names = (*FACTS, "is_complete", "wire")
    assert {name: getattr(again, name) for name in names} == {name: getattr(article, name) for name in names}
    assert article_of(article.to_row()) == article


def test_all_facts_come_back_from_rows_and_markdown():
    article = clean(page(HEAD, {**STORY, "wordCount": WORDS}), url=URL)
    assert article_of(json.loads(article.model_dump_json())) == article
    lean = article_of(article.to_row(lean=True))
    again = clean(article.to_markdown(front_matter=True))
    for name in (*FACTS, "is_complete"):
        assert getattr(again, name) == getattr(article, name) == getattr(lean, name)
        assert (
            getattr(article, name) not in {None, ""}
            if name not in {"keywords", "author_urls"}
            else getattr(article, name)
        )
    assert {again.provenance[name] for name in (*FACTS, "is_complete")} == {("front matter",)}


def test_facts_come_back_from_arrow():
    arrow = pytest.importorskip("article_clean.batch.arrow")
    article = clean(page(HEAD, {**STORY, "wordCount": WORDS}), url=URL)
    batch = arrow.pa.RecordBatch.from_pylist([arrow.arrow_values(article)], arrow.ARTICLE_SCHEMA)
    assert article_of(batch.to_pylist()[0]) == article
    assert batch.to_pylist()[0]["wire"] == []


def test_front_matter_and_labels_of_crawlers_state_facts():
    matter = (
        f"---\ntitle: Ferry to be repaired\nsource: {URL}\nsite_name: Harbour Post\nupdated: 2024-05-04\n"
        "category: Islands\ntags: [ferries, repairs]\nimage: https://coast.example/a.jpg\n"
        "description: The money is there.\n---\n"
    )
    lead = "The old ferry will be repaired for eleven weeks, the harbour council said on Monday.\n\n"
    article = clean(f"{matter}\n{lead * 4}")
    assert {name: getattr(article, name) for name in FACTS} == {
        "modified": date(2024, 5, 4), "publisher": "Harbour Post", "section": "Islands",
        "keywords": ("ferries", "repairs"), "url": URL, "image": Image(url="https://coast.example/a.jpg"),
        "description": "The money is there.", "author_urls": {}, "is_free": None,
    }  # fmt: skip
    assert article.provenance["publisher"] == article.provenance["url"] == ("front matter",)
    crawled = clean(f"Title: Ferry to be repaired\n\nURL Source: {URL}\n\nMarkdown Content:\n{lead * 4}")
    assert (crawled.url, crawled.provenance["url"]) == (URL, ("front matter",))


def test_the_standards_have_terms_for_all_of_them():
    article = clean(page(HEAD, STORY), url=URL)
    described = article.to_schema_org()
    assert [*faults(described, NEWS_ARTICLE)] == []
    assert (described["dateModified"], described["publisher"]) == (
        "2024-05-04T09:00:00+02:00", {"@type": "Organization", "name": "The Harbour Post"}
    )  # fmt: skip
    assert (described["articleSection"], described["keywords"], described["url"]) == (
        "Islands",
        ["ferries", "Repairs"],
        URL,
    )
    assert (described["description"], described["isAccessibleForFree"]) == ("The council has found the money.", False)
    item = article.to_ninjs()
    assert [*faults(item, NINJS)] == []
    assert (item["uri"], item["versionCreated"]) == (URL, "2024-05-04T09:00:00+02:00")
    assert item["subjects"] == [
        {"name": "Islands", "rel": "section"},
        {"name": "ferries", "rel": "keyword"},
        {"name": "Repairs", "rel": "keyword"},
    ]
    assert item["infoSources"] == [{"name": "The Harbour Post", "role": "publisher"}]
    assert item["people"] == [{"name": "Nora Feldt", "rel": "author", "uri": "https://coast.example/people/nora-feldt"}]
    assert article.to_ninjs("urn:x:1")["altIds"] == [{"role": "url", "value": URL}]


@pytest.mark.parametrize("path", [*(FIXTURES / "pages").glob("*.html")], ids=lambda path: path.stem)
def test_what_is_written_keeps_to_the_standards(path):
    article = clean(path.read_bytes(), url="https://coast.example/käse?q=a b")
    assert [*faults(article.to_ninjs(), NINJS)] == []
    assert [*faults(article.to_schema_org(), NEWS_ARTICLE)] == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"uri": "no address"}, ".uri is 'no address'"),
        ({"section": "News"}, ".section is no term"),
        ({"contentCreated": "2024-05-04"}, ".contentCreated is '2024-05-04'"),
        ({"subjects": [{"tag": "News"}]}, ".subjects[0].tag is no term"),
        ({"headlines": [{"role": "main"}]}, ".headlines[0] has no value"),
        ({"type": "story"}, ".type is 'story'"),
    ],
)
def test_the_validator_refuses_what_the_schema_does(change, fault):
    assert [*faults({**clean(page(HEAD, STORY)).to_ninjs(), **change}, NINJS)] == [fault]


def test_the_views_show_what_a_page_states():
    article = clean(page(HEAD, STORY), url=URL)
    shown = article.report(color=False)
    explained = article._repr_html_()
    for text in ("The Harbour Post", "Islands", "ferries, Repairs", URL, "is_free: no"):
        assert text in shown
    assert "<dt>publisher</dt><dd>The Harbour Post, by json-ld, og:site_name</dd>" in explained


@pytest.mark.parametrize("address", ["http://[::1", "http://[a b].c", "//[", "http://\u2100.com/"])
def test_what_is_no_address_is_none(address):
    page = f'<html><link rel=canonical href="{address}"><meta property=og:image content="{address}"><body><p>A ferry.'
    article = clean(page, url=address)
    assert (article.url, article.image) == (None, None)
    assert clean("<html", url=address).url is None
