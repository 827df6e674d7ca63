"""Boxes that a page names after comments hold comments where an article stands above them."""

import pytest

from article_clean import clean
from article_clean.pages.cuts import COMMENTS
from article_clean.pages.reading import read_html

STORY = (
    "The night ferry to the northern islands will sail again from the first weekend of March, the harbour said.",
    "It was cut six years ago to save money, and since then the last boat has left the mainland at half past eight.",
    "Nurses and bar owners had campaigned for it together, which councillors called unusual but hard to ignore.",
    "The crew of nine will live on the islands, where the old customs house is being turned into flats for them.",
    "Tickets will cost the same as during the day, and holders of a monthly pass will travel for free on all nights.",
)
SAID = (
    "I took that ferry every Friday for eleven years and I can tell you that nobody on board was ever sober by Hale.",
    "My sister lives out there and she says that the pier lights have not worked since the storm of two years ago.",
    "Well, I for one am glad. We drove around the bay last winter and it took us the whole night and half a morning.",
)
STRANGE = ("ol", "commentlist"), ("div", "commenttext"), ("dl", "comment_list"), ("div", "commentbody"), ("div", "coms")


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def page(below, above=STORY, head="", around="post"):
    return (
        f"<html><head><title>Night ferry returns</title>{head}</head><body><div class='{around}'><h1>Night ferry"
        f"</h1>{paragraphs(above)}{below}</div></body></html>"
    )


def comments(tag="div", name="comments", said=SAID):
    item = {"ol": "li", "dl": "dd"}.get(tag, "div")
    return f"<{tag} class={name}>{''.join(f'<{item}><p>{text}</p></{item}>' for text in said)}</{tag}>"


@pytest.mark.parametrize(("tag", "name"), STRANGE)
def test_comments_go_whatever_a_blog_calls_their_box(tag, name):
    article = clean(page(comments(tag, name)))
    assert article.paragraphs == STORY
    assert {(one.role, one.reason) for one in article.removed if SAID[0] in one.text} == {("comments", COMMENTS)}


def test_comments_of_more_text_than_the_post_do_not_come_in_its_place():
    """They hold most of the page's prose, so the region would be theirs alone."""
    article = clean(
        page(comments("ol", "commentlist", [f"{text} It was night {n}." for n in range(9) for text in SAID]))
    )
    assert article.paragraphs == STORY


@pytest.mark.parametrize(
    ("html", "stays"),
    [
        pytest.param(page(comments(name="commentary")), True, id="an opinion is no comment"),
        pytest.param(page(comments(name="has-comments single comments-open")), True, id="a post that has comments"),
        pytest.param(page(comments(said=SAID * 3)), True, id="more of them than what stands above, on no article"),
        pytest.param(
            page(comments(said=SAID * 3), head='<meta property="og:type" content="article">'), False, id="on an article"
        ),
        pytest.param(page(comments("ol", "commentlist"), around="forum"), True, id="a forum's posts"),
        pytest.param(
            page(
                comments(),
                head='<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "N"}</script>',
            ),
            True,
            id="a forum by its metadata",
        ),
        pytest.param(page(comments(), above=STORY[:1]), True, id="hardly anything above"),
    ],
)
def test_boxes_that_are_left_to_the_model(html, stays):
    assert (not read_html(html).region.comments) is stays
