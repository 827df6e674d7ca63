"""Who a page says wrote it: people, agencies, and what is neither."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.metadata import Metadata, read_metadata


def read(head: str = "", body: str = "") -> Metadata:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_metadata(LexborHTMLParser(html), html, "https://www.harbournews.com/a")


def by(author: object, **more: object) -> Metadata:
    """A page whose JSON-LD gives this author."""
    return read(
        f'<script type="application/ld+json">{json.dumps({"@type": "Article", "author": author, **more})}</script>'
    )


def people(found: Metadata) -> tuple[str, ...]:
    return found.authors.value if found.authors else ()


@pytest.mark.parametrize(
    "author",
    [
        "Ada Quill, Bo Marsh",
        "By Ada Quill and Bo Marsh",
        ["Ada Quill", "Bo Marsh"],
        {"@type": "Person", "name": "Ada Quill & Bo Marsh"},
        [{"@type": "Person", "name": "Ada Quill"}, {"givenName": "Bo", "familyName": "Marsh"}],
        {"name": ["Ada Quill", "Bo Marsh"]},
        [{"name": "Ada Quill, Senior Reporter"}, {"name": "Bo Marsh, PhD"}],
    ],
)
def test_people_in_every_form_of_json_ld(author: object) -> None:
    """Strings, lists and objects name the same people, without "By", roles and degrees."""
    found = by(author).authors
    assert found == (("Ada Quill", "Bo Marsh"), ("json-ld",))


def test_an_author_by_reference() -> None:
    """An author given by @id is looked up among the page's objects."""
    graph = [{"@type": "Article", "author": {"@id": "#ada"}}, {"@type": "Person", "@id": "#ada", "name": "Ada Quill"}]
    found = read(f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>')
    assert people(found) == ("Ada Quill",)


def test_a_suffix_stays_with_its_name() -> None:
    """A "Jr." behind a comma is part of the name."""
    assert people(by("Bo Marsh, Jr., Ada Quill")) == ("Bo Marsh Jr.", "Ada Quill")


def test_agencies_are_no_people() -> None:
    """News agencies stand in a field of their own."""
    found = by("Ada Quill, The Associated Press")
    assert people(found) == ("Ada Quill",)
    assert found.agencies == (("The Associated Press",), ("json-ld",))


@pytest.mark.parametrize("name", ["admin", "Staff Writer", "Guest Author", "https://harbournews.com/ada", "@ada", ""])
def test_placeholders_name_nobody(name: str) -> None:
    """What stands where a name should is left out."""
    assert by(name).authors is None


@pytest.mark.parametrize("name", ["Harbour News", "The Ferry Company", "Rope Makers Association"])
def test_an_organisation_signs_where_nobody_else_does(name: str) -> None:
    """An organisation is the author only where no person is named."""
    assert people(by({"@type": "Organization", "name": name})) == (name,)
    assert people(by([{"@type": "Organization", "name": name}, {"@type": "Person", "name": "Ada Quill"}])) == (
        "Ada Quill",
    )


def test_a_site_may_bear_its_writers_name() -> None:
    """A person's own site does not make the person an organisation."""
    found = read('<meta property="og:site_name" content="Ada Quill"><meta name="author" content="Ada Quill">')
    assert found.authors == (("Ada Quill",), ("author",))


def test_profile_addresses_are_no_names() -> None:
    """article:author holds addresses on many sites, and names on some."""
    head = '<meta property="article:author" content="https://example.org/ada">'
    assert read(head).authors is None
    assert people(read(head.replace("https://example.org/ada", "Ada Quill"))) == ("Ada Quill",)


def test_the_card_of_a_blog_names_its_writer() -> None:
    """A pair of twitter:label and twitter:data says who wrote it."""
    head = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Quill">'
    assert read(head).authors == (("Ada Quill",), ("twitter:data",))


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Ferry returns</h1><div>By Ada Quill</div>",
        "<h1>Ferry returns</h1><div>Written by</div><div>Ada Quill</div>",
        "<h1>Ferry returns</h1><p class=post-byline><a>Ada Quill</a><span>Harbour desk</span></p>",
        "<h1>Ferry returns</h1><ul><li><a rel=author href=/ada>Ada Quill</a></ul>",
        "<h1>Ferry returns</h1><div>Ada Quill</div><div>3 May 2024</div>",
        "<div itemscope itemtype=http://schema.org/Article><b itemprop=author><i itemprop=name>Ada Quill</i></b></div>",
    ],
)
def test_visible_bylines(body: str) -> None:
    """Where the head is silent, the byline that a reader sees is read."""
    assert people(read("", body)) == ("Ada Quill",)


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Ferry returns</h1><p>By the time Ada Quill arrived, the ferry had left.</p>",
        "<h1>Ferry returns</h1><p class=author-note>Read More</p>",
        "<div itemscope itemtype=http://schema.org/Comment><b itemprop=author>Ada Quill</b></div>",
        "<h1>Ferry returns</h1><p>Photo by Ada Quill</p>",
    ],
)
def test_what_is_no_byline(body: str) -> None:
    """Sentences, furniture, commenters and photographers are no authors."""
    assert read("", body).authors is None


def test_cards_of_other_stories_do_not_add_authors() -> None:
    """Only the first article of microdata counts."""
    item = '<div itemscope itemtype="https://schema.org/Article"><span itemprop="author">{}</span></div>'
    assert people(read("", item.format("Ada Quill") + item.format("Bo Marsh"))) == ("Ada Quill",)
