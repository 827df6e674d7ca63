"""Pages are told from texts, whatever stands before them; markup that is left in a text goes."""

import pytest

from article_clean import clean

LEAD = "The harbour council met late on Tuesday to weigh whether a second ferry could run to the islands."
SECOND = "Members heard that the older pier would need new fenders and a wider ramp before the winter."
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>Ferry</title></head><body><h1>Second ferry for the islands</h1>"
    f"<p>{LEAD}</p><p>{SECOND}</p></body></html>"
)


@pytest.mark.parametrize(
    "front",
    [
        pytest.param("", id="nothing"),
        pytest.param("?", id="a character that was lost"),
        pytest.param("\ufeff", id="a mark of the byte order"),
        pytest.param("ï»¿", id="the same, encoded twice"),
        pytest.param("<!-- saved from coast.example -->\n", id="a comment"),
        pytest.param('ï»¿<?xml version="1.0" encoding="utf-8"?>\n', id="a declaration"),
        pytest.param('<!-- a --><?xml version="1.0"?><!-- b -->', id="comments and a declaration"),
        pytest.param("html\n", id="the name of a column"),
        pytest.param('"page source ', id="two words"),
        pytest.param(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: coast\r\n\r\n", id="the headers of an answer"
        ),
    ],
)
def test_a_page_is_a_page_behind(front):
    article = clean(front + PAGE)
    assert article.headline == "Second ferry for the islands"
    assert article.paragraphs == (LEAD, SECOND)


@pytest.mark.parametrize(
    "text",
    [
        f"How to write a first page of your own\n\nType this into an editor:\n\n{PAGE}\n\nThen save the file.",
        "Start with <!DOCTYPE html>, then write <html>, <head> and </head>.",
        "Pages begin with <html>, as </html> ends them.",
    ],
)
def test_a_text_about_pages_is_a_text(text):
    assert clean(text, kind="text") == clean(text)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param(
            "Mayor <b>Smith</b> resigns<br>She leaves in March.",
            ("Mayor Smith resigns", "She leaves in March."),
            id="br",
        ),
        pytest.param(f"<p>{LEAD}</p>", (LEAD,), id="a paragraph"),
        pytest.param(f"<p>{LEAD}</p><p>{SECOND}</p>", (LEAD, SECOND), id="two paragraphs"),
        pytest.param(f'<img src="a.jpg" /><br />{LEAD}', (LEAD,), id="the description of a feed"),
        pytest.param(f"&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;", (LEAD, SECOND), id="escaped"),
        pytest.param(f"&amp;lt;p&amp;gt;{LEAD}&amp;lt;/p&amp;gt;", (LEAD,), id="escaped twice"),
        pytest.param(f"<![CDATA[<p>{LEAD}</p>]]>", (LEAD,), id="the data of a feed"),
        pytest.param(
            f"<!-- wp:paragraph -->\n<p>{LEAD}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>{SECOND}</p>\n"
            "<!-- /wp:paragraph -->",
            (LEAD, SECOND),
            id="the blocks of a blog",
        ),
        pytest.param(
            f"<b>{LEAD}</b>\n\n{SECOND}\n\n<h2>Ramp</h2>\n\n{SECOND[:-1]}, too.\n\n<h2>Ice</h2>\n\n{LEAD}",
            (LEAD, SECOND, "Ramp", f"{SECOND[:-1]}, too.", "Ice", LEAD),
            id="paragraphs between blank lines",
        ),
    ],
)
def test_a_fragment_of_html_is_read_as_a_browser_shows_it(text, paragraphs):
    assert clean(text).paragraphs == paragraphs


def test_what_is_removed_has_its_place():
    article = clean(f"{LEAD}\n\nShe said <i>no</i>.<br>He left.<script>x();</script>")
    places = [(one.cleaner, one.role, article.source[one.start : one.end]) for one in article.removed]
    assert places == [("residual_markup", "markup", mark) for mark in ("<i>", "</i>", "<br>", "<script>x();</script>")]


@pytest.mark.parametrize(
    "marked",
    [
        '[caption id="a" width="640"] The harbour at dawn. [/caption]',
        '[caption id="a"]<img src="a.jpg" /> The harbour at dawn.[/caption]',
        '<figure><img src="a.jpg"><figcaption class="small">The harbour at dawn.</figcaption></figure>',
    ],
)
def test_a_marked_caption_of_plain_text_is_a_caption(marked):
    article = clean(f"{LEAD}\n\n{marked}\n\n{SECOND}")
    assert [caption.text for caption in article.captions] == ["The harbour at dawn."]
    assert article.paragraphs == (LEAD, SECOND)


def test_a_marked_caption_keeps_its_credit_apart():
    article = clean(f"{LEAD}\n\n<figcaption>The harbour at dawn. Photo: Ada Quill</figcaption>\n\n{SECOND}")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("The harbour at dawn.", "Ada Quill")]
