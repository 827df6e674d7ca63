"""A page that holds no article says so, in a warning that tells what it is; a good page says nothing."""

import pytest
from cases import FIXTURES
from hypothesis import given
from hypothesis import strategies as st

from article_clean import clean
from article_clean.pages import oddities
from article_clean.pages.oddities import Oddities, find_oddities
from article_clean.pages.reading import read_html

ODD = FIXTURES / "pages" / "odd"
KINDS = {
    "bot": oddities.BOT,
    "error": oddities.ERROR,
    "frames": oddities.FRAMES,
    "redirect": oddities.REDIRECT,
    "script": oddities.SCRIPT,
    "consent": oddities.CONSENT,
    "members": oddities.MEMBERS,
    "part": oddities.PART,
    "list": oddities.TEASERS,
}
KEEP_THEIR_TEXT = {"members", "part", "list"}
PAGES = sorted(ODD.glob("*.html"))
FURNITURE = {"header", "footer", "nav", "aside"}
SAID = "The harbour froze on Monday, and the ferry stayed at its pier. "


def found(html):
    """What is odd, with all that stands in no header, footer or sidebar chosen as the article."""
    reading = read_html(html)
    blocks, boxes = reading.page.blocks, reading.page.boxes
    return find_oddities(reading, [n for n, one in enumerate(blocks) if not FURNITURE & boxes[one.box].kinds], html)


def named(kind):
    return [pytest.param(path, id=path.stem) for path in PAGES if path.stem.startswith(f"{kind}-")]


@pytest.mark.parametrize("path", [one for kind in KINDS for one in named(kind)])
def test_a_page_without_an_article_says_what_it_is(path):
    kind = path.stem.partition("-")[0]
    odd = found(path.read_text(encoding="utf-8"))
    assert len(odd.warnings) == 1
    assert odd.warnings[0].startswith(KINDS[kind].partition("{")[0])
    assert odd.is_article is (kind in KEEP_THEIR_TEXT)


@pytest.mark.parametrize("path", named("good"))
def test_a_good_page_has_no_warning(path):
    assert found(path.read_text(encoding="utf-8")) == Oddities()


@pytest.mark.parametrize("path", [one for kind in KINDS for one in named(kind)])
def test_clean_leaves_no_text_of_a_page_without_an_article(path):
    kind = path.stem.partition("-")[0]
    article = clean(path.read_bytes())
    assert article.warnings[0].startswith(KINDS[kind].partition("{")[0])
    assert bool(article.body) is (kind in KEEP_THEIR_TEXT)


@pytest.mark.parametrize("path", named("good"))
def test_clean_reads_a_good_page_without_a_warning(path):
    article = clean(path.read_bytes())
    assert article.warnings == ()
    assert article.body


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("redirect-refresh", "fetch https://orsk-courier.example/ice"),
        ("redirect-script", "fetch https://orsk-courier.example/ice"),
        ("frames-two", "menu.html, ice.html"),
        ("error-404", "page not found - orsk courier"),
    ],
)
def test_a_warning_names_what_helps(name, said):
    assert said in found((ODD / f"{name}.html").read_text(encoding="utf-8")).warnings[0]


def test_nothing_chosen_is_no_trouble():
    assert find_oddities(read_html(""), [], "") == Oddities()


@given(
    st.lists(st.sampled_from(["<p>", "<title>404", "</title>", "<div id=root>", "<meta http-equiv=refresh ", "ice"]))
)
def test_any_markup_gives_an_answer(parts):
    found("".join(parts))


def test_the_phrases_are_sorted_lower_case_and_of_a_known_kind():
    lines = oddities.__file__.replace(".py", ".tsv")
    with open(lines, encoding="utf-8") as file:  # noqa: PTH123  # a name made of another
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    assert rows == sorted(rows)
    assert [(_, text, seen) for _, text, seen in rows if not (text == text.lower() and seen)] == []
    assert {kind for kind, _, _ in rows} == {"bot", "error", "error_title", "consent", "script", "members"}


@pytest.mark.parametrize("end", ["<a href='/ic", "</artic", "<!-- foo", "<p"])
def test_a_page_that_is_cut_off_in_a_tag_keeps_its_text_and_says_so(end):
    story = "".join(f"<p>{n}. {SAID * 3}</p>" for n in range(6))
    article = clean(f"<!DOCTYPE html><html><body><article>{story}{end}")
    assert article.body.count(SAID.strip()) == 18
    assert article.warnings == ("the page ends inside a tag: it was cut off",)


def test_a_page_whose_elements_are_never_closed_is_no_trouble():
    story = "".join(f"<p>{n}. {SAID * 3}" for n in range(6))
    article = clean(f"<!DOCTYPE html><html><body><article><div><b>{story}")
    assert article.body.count(SAID.strip()) == 18
    assert article.warnings == ()


def test_clean_takes_what_is_no_page():
    for raw in (b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n\0\0", bytes(range(256)) * 9):
        article = clean(raw)
        assert article.body == ""
        assert article.warnings[0].startswith("the input is ")
