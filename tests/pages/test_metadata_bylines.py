"""Whose name on a page is the author's: where it stands, and what else stands there."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.metadata import read_metadata
from article_clean.pages.metadata.author_names import read_names

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
