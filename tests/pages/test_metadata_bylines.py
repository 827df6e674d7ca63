"""Whose name on a page is the author's: where it stands, and what else stands there."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.metadata import read_metadata
from article_clean.pages.metadata.author_names import read_names
from article_clean.pages.walk import walk

BYLINED = "<html><title>Night ferry returns</title><article><h1>Night ferry returns</h1>{}</article>{}</html>"


def named(inside: str, behind: str = "") -> tuple[str, ...]:
    html = BYLINED.format(inside, behind)
    found = read_metadata(LexborHTMLParser(html), html, "https://www.harbournews.com/a").authors
    return found.value if found else ()


@pytest.mark.parametrize(
    "other",
    [
        "<h1 class='x'>Letzte Kommentare</h1>",
        "<h1>Popular Posts</h1>",
        "<ul id=recentcomments><li><span class=comment-author-link>Nora Feldt</span></li></ul>",
        "<div class=comments><p class=author>Nora Feldt</p></div>",
        "<div class=testimonial-author>Nora Feldt</div>",
        "<nav><a href=/authors/len>Nora Feldt</a></nav>",
        "<li class=menu-item><a href=/authors/board>Harbour Board Actions</a></li>",
        "<div class=related-story><span class=author>Nora Feldt</span></div>",
        "<figure><span class=license-author>Nora Feldt</span></figure>",
        "<blockquote><p class=author>Nora Feldt</p></blockquote>",
        "<article><span class=author>Nora Feldt</span></article>",
        "<ol class=commentlist><li itemprop=author>Nora Feldt</li></ol>",
        "<div class=comment-body><a rel=author href=/u/len>Nora Feldt</a></div>",
    ],
)
def test_a_name_that_belongs_to_something_else_is_no_author(other: str) -> None:
    """A heading, a commenter, a menu or another story's author does not sign the page, whatever its class says."""
    assert named("<p>The night ferry sails again.</p>", other) == ()


@pytest.mark.parametrize(
    "own",
    [
        "<p class=author>Nora Feldt</p>",
        "<div class=entry-meta><span class='author vcard'>Nora Feldt</span></div>",
        "<footer><a rel=author href=/u/len>Nora Feldt</a></footer>",
        "<aside class=meta><p class=authors>Nora Feldt</p></aside>",
        "<p itemprop=author>Nora Feldt</p>",
        "<div>Nora Feldt</div><div>May 3, 2024</div>",
        "<p>Nora Feldt</p><p>Staff Writer</p>",
    ],
)
def test_a_name_in_the_storys_own_head_or_foot_is_its_author(own: str) -> None:
    """A marked name inside the story's article signs it; so does a known name with a date or a role beside it."""
    assert named(f"{own}<p>The night ferry sails again.</p>") == ("Nora Feldt",)


@pytest.mark.parametrize(
    "own", ["<p class=author>Nora Feldt</p>", "<p>Nora Feldt</p><p>Staff Writer</p>", "<p>By Nora Feldt</p>"]
)
def test_an_organisation_does_not_outrank_a_printed_name(own: str) -> None:
    """Where the metadata name a company as the author, a known name in the story's head counts all the same."""
    head = '<meta name="author" content="Salt Street Media Ltd"><title>Night ferry returns</title>'
    html = f"{head}<article><h1>Night ferry returns</h1>{own}</article>"
    signed = read_metadata(LexborHTMLParser(html), html).authors
    assert signed
    assert signed.value == ("Nora Feldt",)


@pytest.mark.parametrize("line", ["Quick Insight", "NVIDIA GTC", "Ausstellung Palais Epstein", "Gesundheit Angst"])
def test_capitals_beside_a_date_are_no_name(line: str) -> None:
    """A line of capitals beside a date needs a known given name to be the author."""
    assert named(f"<p>{line}</p><p>May 3, 2024</p>") == ()


@pytest.mark.parametrize(("nick", "authors"), [("gnaddel", ("gnaddel",)), ("freeman1984", ("freeman1984",))])
def test_a_nick_that_a_link_calls_the_author_is_the_author(nick: str, authors: tuple[str, ...]) -> None:
    """`rel=author` tells that one word in small letters is who wrote it."""
    assert named(f"<a rel=author href=/author/x>{nick}</a>") == authors


@pytest.mark.parametrize("nick", ["admin", "42", "harbournews", "View all posts"])
def test_placeholders_and_the_site_are_no_nicks(nick: str) -> None:
    assert named(f"<a rel=author href=/author/x>{nick}</a>") == ()


def test_who_posted_it_is_told_by_class_and_opener() -> None:
    """The opener of a name is not part of it."""
    assert named("<span class=post-author>Eingestellt von lupa</span>") == ("lupa",)


def test_a_publishers_address_names_no_people() -> None:
    """A town and a country behind a name are not authors; "MD" is a degree although it is a state, too."""
    assert read_names("hessennews.example, Frankfurt, Germany").people == ()
    assert read_names("Jane Doe, John Roe, MD").people == ("Jane Doe", "John Roe")


def test_spans_side_by_side_are_words_of_their_own() -> None:
    """A reporter and a date in two elements without a space between them are read apart."""
    line = "<span>홍길동 기자</span><span>입력 2024.04.18. 오전 9:30</span><span>수정 2024.04.19.</span>"
    html = f"<html lang=ko><title>낡은 다리 폐쇄</title><h1>낡은 다리 폐쇄</h1><div>{line}</div>"
    found = read_metadata(LexborHTMLParser(html), html)
    assert found.authors
    assert found.authors.value == ("홍길동",)
    assert found.published
    assert found.published.value.isoformat()[:10] == "2024-04-18"


def test_a_byline_that_names_more_than_the_metadata_is_believed() -> None:
    """Metadata often have the first author alone; a printed byline with further known names has them all."""
    head = '<meta name="author" content="Nora Feldt">'
    byline = "<h1>Night ferry returns</h1><p>By Nora Feldt and {}, Harbour News</p>"

    def authors(other: str) -> tuple[str, ...]:
        html = f"<title>Night ferry returns</title>{head}{byline.format(other)}"
        signed = read_metadata(LexborHTMLParser(html), html).authors
        return signed.value if signed else ()

    assert authors("Jane Doe") == ("Nora Feldt", "Jane Doe")
    assert authors("Harbour Desk Online") == ("Nora Feldt",)


def signed(head: str, body: str) -> tuple[str, ...]:
    """The authors of a page with these metadata and this text below its headline."""
    html = f"{head}<title>Night ferry returns</title><article><h1>Night ferry returns</h1>{body}</article>"
    authors = read_metadata(LexborHTMLParser(html), html, "https://www.harbournews.com/a", _texts(html)).authors
    return authors.value if authors else ()


def _texts(html: str) -> list[str]:
    return [block.text for block in walk(LexborHTMLParser(html)).blocks]


POSTED = '<meta name="author" content="Piet Osmund">'
SITE = '<meta property="og:site_name" content="Harbour News"><meta name="author" content="Harbour News">'


@pytest.mark.parametrize("line", ["By Nora Feldt", "By Nora Feldt, Staff Writer"])
def test_a_printed_byline_outranks_who_put_the_page_up(line: str) -> None:
    """Where no line of the head has the name in the metadata, the known name in the printed byline signs."""
    assert signed(POSTED, f"<p>{line}</p><p>The night ferry sails again.</p>") == ("Nora Feldt",)
    assert signed(POSTED, "<p>Nora Feldt</p><p>May 3, 2024</p>") == ("Nora Feldt",)


@pytest.mark.parametrize(
    "body",
    [
        "<p>By Nora Feldt</p><p>Edited by Piet Osmund</p>",
        "<p>By Salt Harbour</p>",
        "<p>Posted by Nora Feldt</p>",
        "<p>By Nora Osmund</p>",
    ],
)
def test_the_metadatas_author_stays_where_the_head_names_it_or_nobody_better(body: str) -> None:
    """A printed name counts against the metadata only if it is a full and known one, and quite another's."""
    assert signed(POSTED, body) == ("Piet Osmund",)


def test_authors_on_lines_of_their_own_are_all_named() -> None:
    """Of names below one another the metadata often have one; a line with a role ends them."""
    stack = "<div>Nora Feldt</div><div>Piet Osmund</div><div>{}</div><p>May 3, 2024</p>"
    assert signed(POSTED, stack.format("Lead Carpenter")) == ("Nora Feldt", "Piet Osmund")
    assert signed(POSTED, stack.format("Jane Doe")) == ("Nora Feldt", "Piet Osmund", "Jane Doe")


def test_titles_of_doctors_are_no_difference_between_names() -> None:
    """A printed "Dr Piet Osmund" is the metadata's "Piet Osmund"."""
    authors = signed(POSTED, "<p>Written by Dr Piet Osmund, Dr Nora Feldt</p>")
    assert authors == ("Dr Piet Osmund", "Dr Nora Feldt")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Nora Feldt/Piet Osmund</p><p>The night ferry sails again.</p>",
        "<p>Nora Feldt, Piet Osmund</p><p>24 Apr 2024 • 3 min read</p>",
    ],
)
def test_names_side_by_side_below_the_headline_sign(body: str) -> None:
    """Two names on a line need no opener where a headline stands above them, and nobody but the site signs."""
    assert signed(SITE, body) == ("Nora Feldt", "Piet Osmund")


@pytest.mark.parametrize(
    "foot",
    [
        "<h3>Author</h3><p>Nora Feldt</p>",
        "<h2>Article by</h2><div>Nora Feldt</div>",
        "<p>Written by Nora Feldt</p>",
        "<p>Autorin: Nora Feldt</p><p>Autorin: Nora Feldt</p>",
    ],
)
def test_a_label_anywhere_names_the_author_where_nothing_else_does(foot: str) -> None:
    """A page that has one name behind "Author" or below it was written by them, also at its foot."""
    prose = "<p>The night ferry sails again, said the harbour board on Friday.</p>" * 15
    assert signed("", f"{prose}{foot}") == ("Nora Feldt",)


@pytest.mark.parametrize(
    "foot",
    [
        "<p>Written by Nora Feldt</p><p>Written by Piet Osmund</p>",
        "<p>by Nora Feldt writes:</p>",
        "<p>Posted by Nora Feldt</p>",
        "<h3>Author</h3><p>All rights reserved</p>",
        "<h3>Source</h3><p>Nora Feldt</p>",
    ],
)
def test_names_of_cards_and_comments_are_behind_no_label(foot: str) -> None:
    """Two names are those of other stories; "by" and "posted by" sign comments."""
    prose = "<p>The night ferry sails again, said the harbour board on Friday.</p>" * 15
    assert signed("", f"{prose}{foot}") == ()


def test_a_class_far_from_the_headline_yields_to_an_organisation() -> None:
    """An editor named below the story does not sign it where the metadata name the desk."""
    desk = '<meta name="author" content="Redaktion Harbour News">'
    prose = "<p>The night ferry sails again, said the harbour board on Friday.</p>" * 15
    below = f"{prose}<p class=text__byline>Redaktion: Nora Feldt</p>"
    assert signed(SITE, f"{prose}<p class=author>Salt Harbour</p>") == ("Harbour News",)
    assert signed(desk, below) == ("Redaktion Harbour News",)
    assert signed(desk, f"<p class=text__byline>Nora Feldt</p>{prose}") == ("Nora Feldt",)


def test_the_site_signs_only_where_nobody_else_does() -> None:
    """An account that a link calls the author, or an agency, comes before the site's own name."""
    assert signed(SITE, "<p>The ferry sails.</p>") == ("Harbour News",)
    assert signed(SITE, "<p>By <a rel=author href=/u/1>FerryFan</a> in Workshop</p>") == ("FerryFan",)
    assert signed(SITE, "<p>By Associated Press</p>") == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("by harbourwatch", ("harbourwatch",)),
        ("By HarbourNews", ("HarbourNews",)),
        ("by admin", ()),
    ],
)
def test_an_opener_with_one_name_signs_right_below_the_headline(line: str, authors: tuple[str, ...]) -> None:
    """A nick in lower case or the site's own name behind "by" is who wrote it; a placeholder is nobody."""
    assert signed("", f"<p>{line}</p><p>May 3, 2024</p>") == authors
    assert signed("", f"<p>{line}</p><p>The night ferry sails again.</p>") == ()


def test_elementors_boxes_are_no_widgets() -> None:
    """Elementor calls every part of a page a widget; its box about the author is not another story's."""
    box = "<div class='elementor-element elementor-widget elementor-widget-author-box'>{}</div>"
    name = "<h4 class=elementor-author-box__name>Nora Feldt</h4>"
    assert signed("", box.format(name)) == ("Nora Feldt",)
    assert signed("", f"<div class='widget'>{name}</div>") == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Nora (Nell) Feldt", ("Nora (Nell) Feldt",)),
        ("Nora Feldt | The Harbour Journal", ("Nora Feldt",)),
        ("Nora Feldt, Salt Street Movers", ("Nora Feldt",)),
        ("Associated Press in Valencia", ()),
        ("Salt Street Movers", ()),
    ],
)
def test_what_stands_behind_a_name_may_be_a_paper(text: str, people: tuple[str, ...]) -> None:
    """A paper's name with its article, the site's own name and an agency in a town are no people."""
    assert read_names(text, {"saltstreetmovers"}).people == people
