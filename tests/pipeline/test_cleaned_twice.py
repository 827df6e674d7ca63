"""Cleaning a body again changes nothing: law 5, on every text of the fixtures and on what broke it."""

import pytest
from cases import FIXTURES, read_cases
from hypothesis import example, given
from hypothesis import strategies as st

from article_clean import clean

CASES = [
    pytest.param(case.text, id=f"{path.stem}: {case.title}")
    for folder in ("cleaners", "fields")
    for path in sorted((FIXTURES / folder).glob("*.txt"))
    for case in read_cases(path)
]
CASES += [
    pytest.param(path.read_bytes(), id=path.stem)
    for folder in ("articles", "dumps", "pages")
    for path in sorted((FIXTURES / folder).rglob("*"))
    if path.suffix in {".txt", ".html"}
]


def body_and_again(raw):
    """The body of a text or page, and the body of that body."""
    body = clean(raw).body
    return body, clean(body, kind="article").body


@pytest.mark.parametrize("raw", CASES)
def test_cleaning_the_body_of_a_fixture_again_changes_nothing(raw):
    body, again = body_and_again(raw)
    assert again == body


LEAD = "The harbour council met late into the evening to weigh whether a second ferry could run to the islands."


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(f"{LEAD}\n&#\x01x202e;&#\u200bx41; of it", id="a removed character leaves an entity"),
        pytest.param("&#x&#X202e;202a; The ferry sails.", id="an entity inside an entity"),
        pytest.param("<h\ufeffead lies north of the pier.", id="a removed character leaves a tag"),
        pytest.param('<![CDATA[[gallery ids="1"]The ferry sails.', id="a mark that goes leaves a shortcode"),
        pytest.param("They said ``a&#x27;&#x27; and left.", id="entities make the marks of TeX"),
        pytest.param("It isnÃ\x7f¢â‚¬â„¢t so.", id="a removed character leaves mojibake"),
        pytest.param("ملف\n\nThe \u202bferry\u202c sails.\n\nشارك", id="marks of a line without right-to-left letters"),
        pytest.param(f"{LEAD}\n\n*\n\n相关阅读", id="a mark comes to the end when a list has gone"),
        pytest.param(f"Day by day\n\n{LEAD}\n\nコメント\n\nコメント", id="a heading of comments comes to the end"),
        pytest.param(f"By Nora Feldt\n\nAbout us\n\n{LEAD}\n\n{LEAD}\n\n{LEAD}", id="a line comes near the end"),
        pytest.param("\n".join(["a", "", *["aaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaa"] * 4]), id="lines of one width"),
        pytest.param(f"{LEAD}\n\nShare this on Facebook\n\nShare this on Facebook", id="a plea that stands twice"),
        pytest.param("The boats came\nfrom Northholm", id="a broken sentence at the end"),
        pytest.param("Impressum\nund mehr", id="a phrase that goes on"),
    ],
)
def test_what_a_first_cleaning_brings_to_light_goes_at_once(raw):
    body, again = body_and_again(raw)
    assert again == body


OFFERS = [LEAD, LEAD.replace("ferry", "pier"), "Get the best of our stories in your inbox every Friday: subscribe here"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_what_goes_does_not_hang_on_blank_lines(gap):
    assert [one.text for one in clean(gap.join(OFFERS)).removed] == OFFERS[2:]


PIECES = (
    *(
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<br>",
        '<a href="x">',
        "</a>",
        "<!-- c -->",
        "<!--",
        "-->",
        "<script>",
        "</script>",
    ),
    *("&lt;", "&gt;", "&lt;p&gt;", "[b]", "[/b]", '[gallery ids="1"]', "[embed]", "[/embed]", '[caption id="a"]'),
    *("[/caption]", "<figcaption>", "</figcaption>", "<![CDATA[", "]]>", " ", "\n", "\n\n", "The ferry sails at six."),
    *("write", "HTML", "tag", '"', "`", "(", ")", "List<P>", "<", ">", "&amp;", "http://x.example", ":", ";"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("write<b>&gt;</b>")
def test_no_markup_comes_to_light_when_other_markup_has_gone(raw):
    body = clean(raw, kind="text").body
    assert clean(body, kind="article").body == body
