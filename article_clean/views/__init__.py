"""An `Article` in, what a reader sees of it out: what was kept, moved, removed and replaced, where, and by whom.

All of it derives from `Article.trail`; nothing is searched for in a text. `terminal` is plain text, `notebook` a piece
of HTML without a script, `page` and `comparison` whole pages that ask for nothing outside themselves.
"""

from article_clean.views.body_blocks import body_blocks
from article_clean.views.comparison import comparison
from article_clean.views.explain_page import page
from article_clean.views.lean_row import lean_row
from article_clean.views.markdown_text import markdown_text
from article_clean.views.notebook import notebook
from article_clean.views.standards import ninjs, schema_org
from article_clean.views.terminal import Report, terminal

__all__ = [
    "Report",
    "body_blocks",
    "comparison",
    "lean_row",
    "markdown_text",
    "ninjs",
    "notebook",
    "page",
    "schema_org",
    "terminal",
]
