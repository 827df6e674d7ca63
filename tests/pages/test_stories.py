"""`articles` yields each story that a page prints in full, and one article of any other input."""

import pytest

from article_clean import ArgumentError, InputTypeError, PipelineError, articles, clean

PLACES = ("Karstad", "Lowmoor", "Fennick", "Hale")
SENTENCES = (
    "The night ferry to {0} sails again from the first weekend of March, the harbour master said; fares stay the same.",
    "Shopkeepers in {0} had asked for the boat for two winters; the council paid a second crew after the mill closed.",
    "A trial of eighteen months will show whether people travel at night between {0} and the mainland, she added.",
    "If fewer than fifty come a night, the council of {0} may stop the trial, as the contract that it published says.",
    "Residents near the depot of {0} have asked for quieter engines, and for lights that do not shine into bedrooms.",
    "Tickets between {0} and the mainland will cost the same as by day, and holders of a monthly pass travel for free.",
)


def title(place: str) -> str:
    return f"Night ferry returns to {place} after two winters"


def story(place: str, signature: str = "<time>May 3, 2024</time>", tag: str = "article") -> str:
    prose = "".join(f"<p>{sentence.format(place)}</p>" for sentence in SENTENCES)
    return f"<{tag} class='post'><h2>{title(place)}</h2>{signature}{prose}</{tag}>"


def page(*parts: str, head: str = "<title>The Harbour Post</title>") -> str:
    menu = "<nav><a href=/a>News</a> <a href=/b>Sport</a></nav>"
    return f"<html lang=en><head>{head}</head><body>{menu}<main>{''.join(parts)}</main></body></html>"


@pytest.mark.parametrize("tag", ["article", "div", "section"])
@pytest.mark.parametrize("signature", ["<time>May 3, 2024</time>", "<p>By Nora Feldt</p>", "<span>3 May 2024</span>"])
def test_each_story_is_an_article(signature: str, tag: str) -> None:
    """Its headline and its text, and nothing of the others."""
    found = list(articles(page(*(story(place, signature, tag) for place in PLACES))))
    assert [article.headline for article in found] == [title(place) for place in PLACES]
    for place, article in zip(PLACES, found, strict=True):
        assert [sentence for sentence in SENTENCES if sentence.format(place) not in article.body] == []
        assert not any(other in article.body for other in PLACES if other != place)


def test_stories_have_their_own_dates_and_authors() -> None:
    """What the page says of its first story is not said of the next one."""
    head = (
        f"<title>{title('Karstad')}</title><meta property='article:published_time' content='2024-05-03'>"
        "<meta name=author content='Nora Feldt'>"
    )
    second = story("Lowmoor", "<p>By Len Abbot</p><time datetime='2023-01-02'>January 2, 2023</time>")
    own, other = articles(page(story("Karstad"), second, head=head), url="https://example.org/2024/05/03/ferry")
    assert (str(own.published)[:10], own.authors) == ("2024-05-03", ("Nora Feldt",))
    assert (str(other.published)[:10], other.authors) == ("2023-01-02", ("Len Abbot",))


def sections() -> str:
    return f"<article><h1>Ferries</h1>{''.join(story(place, '', 'section') for place in PLACES)}</article>"


def teasers() -> str:
    teaser = "<article class=post><h2>{0}</h2><time>May 3, 2024</time><p>{1} …</p></article>"
    return "".join(teaser.format(title(place), " ".join(SENTENCES).format(place)) for place in PLACES)


def replies() -> str:
    reply = "<div class=post><h2>Re: Night ferry</h2><time>May 3, 2024</time><p>{}</p></div>"
    return "".join(reply.format(" ".join(SENTENCES).format(place)) for place in PLACES)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(story("Karstad")), id="one story"),
        pytest.param(page(sections()), id="sections of one story"),
        pytest.param(page(teasers()), id="teasers that break off"),
        pytest.param(page(replies()), id="replies in a forum"),
        pytest.param(
            page(*map(story, PLACES), head='<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'),
            id="entries of a live blog",
        ),
        pytest.param(" ".join(SENTENCES).format("Karstad"), id="text without markup"),
        pytest.param("", id="nothing"),
        pytest.param(page(story("Karstad"), story("Hale")).encode()[:900], id="bytes that break off"),
    ],
)  # fmt: skip
def test_other_inputs_are_one_article(html: str | bytes) -> None:
    """The one that `clean` returns."""
    assert list(articles(html)) == [clean(html)]


def test_misuse_is_told_at_the_call() -> None:
    """Before the first article is asked for."""
    with pytest.raises(InputTypeError):
        articles(7)  # type: ignore[arg-type]  # what is tested
    with pytest.raises(PipelineError):
        articles("text", engine="blocs")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(ArgumentError):
        articles("text", pipelin=None)  # type: ignore[call-arg]  # what is tested
