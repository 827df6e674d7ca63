"""Cleaning a body again changes nothing: law 5, on every text of the fixtures and on what broke it."""

from dataclasses import dataclass

import pytest
from cases import FIXTURES, read_cases
from hypothesis import given
from hypothesis import strategies as st

from article_clean import Edit, Pipeline, clean

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


@dataclass(frozen=True)
class OfSpacedText:
    """A reader that takes the last paragraph where a blank line stands between all of them, and nothing behind it."""

    name = "of_spaced_text"
    stage = "context"
    role = "other"
    is_reader = True

    def __call__(self, doc):
        """Take it."""
        lines = doc.paragraphs
        if len(lines) > 1 and (doc.traceless or doc.text == "\n\n".join(line.text for line in lines)):
            yield Edit(lines[-1].start, lines[-1].end)


@pytest.mark.parametrize("raw", [f"{LEAD}\nA ferry", f"{LEAD}\n\nA ferry\n", f"{LEAD}\n\n\nA ferry"])
def test_what_a_reader_takes_of_a_body_it_takes_of_the_text(raw):
    pipeline = Pipeline([OfSpacedText()])
    assert clean(raw, pipeline=pipeline).body == LEAD


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
def test_no_markup_comes_to_light_when_other_markup_has_gone(raw):
    body = clean(raw, kind="text").body
    assert clean(body, kind="article").body == body
