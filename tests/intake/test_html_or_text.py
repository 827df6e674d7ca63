"""Pages and fragments of pages are detected by their look."""

import pytest

from article_clean.intake.html_or_text import looks_like_html

STORED_POST = "<!-- wp:paragraph -->\n<p>The ferry sails again.</p>\n<!-- /wp:paragraph -->\n\n"
REACHES = {  # a text of comments to what ends it
    "a page behind its comments": ("<!-- THEME DEBUG -->\n<!-- THEME HOOK: 'page' -->\n", "<html><p>x", True),
    "a fragment behind its comments": ("<!---->", "<p>One</p><p>Two</p>", True),
    "a stored post": (STORED_POST, "", True),
    "a text behind comments": ("<!---->", "x", False),
    "comments with a text between them": ("<!-- a --> x ", "<html>", False),
}


@pytest.mark.parametrize(("comments", "end", "is_html"), REACHES.values(), ids=REACHES)
def test_html_is_known_behind_any_number_of_comments(comments, end, is_html):
    """Each comment is read once: with 40 of them a pattern that gave any back would not end."""
    assert looks_like_html(comments * 40 + end) is is_html
