"""An article as HTML panes: its source with what was done to it marked, and its body. Read off `Article.trail`."""

import unicodedata
from collections.abc import Iterator
from html import escape

from article_clean import Article
from article_clean.article import MOVED
from article_clean.cleaners.wraps import hard_wraps
from article_clean.core.edits import Edit

READ = MOVED | {"date_line", "caption", "credit"}  # roles that are read into a field of the article
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}  # categories of characters that print nothing, shown by their number

_JOINED = '<span class="join" title="joined">\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}</span>'


def source_pane(article: Article, *, tagged: bool = True) -> str:
    """The source, with what went struck out, what moved underlined, and what was replaced beside its replacement.

    Args:
        article: the article, with its trail.
        tagged: whether each removal names its role.
    """
    parts: list[str] = []
    at = 0
    for edit in article.trail:
        parts += escape(article.source[at : edit.start]), "".join(_marked(edit, article.source, tagged=tagged))
        at = edit.end
    return f'<div class="pane">{"".join(parts)}{escape(article.source[at:])}</div>'


def article_pane(article: Article) -> str:
    """The fields that were found, and the body."""
    fields = {
        "headline": article.headline,
        "deck": article.deck,
        "byline": article.byline,
        "dateline": article.dateline,
        "published": article.published and article.published.isoformat(),
        **{f"caption {n}": f"{one.text} — {one.credit}" for n, one in enumerate(article.captions, 1)},
    }
    rows = "".join(f"<dt>{name}</dt><dd>{escape(str(value))}</dd>" for name, value in fields.items() if value)
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    return f'<div class="pane article"><dl>{rows}</dl>{paragraphs}</div>'


def _marked(edit: Edit, source: str, *, tagged: bool) -> Iterator[str]:
    gone = source[edit.start : edit.end]
    title = escape(f"{edit.cleaner}: {edit.reason}" if edit.reason else edit.cleaner)
    if _is_layout(gone, edit.text):
        yield _JOINED + gone if edit.cleaner == hard_wraps.name else gone
    elif edit.text:
        old = f'<del class="old">{_shown(gone)}</del>' if gone else ""
        yield f'{old}<ins title="{title}">{_shown(edit.text)}</ins>'
    else:
        moved = ' class="moved"' if edit.role in READ else ""
        tag = f'<span class="tag">{escape(edit.role)}</span>' if tagged else ""
        yield f'<del{moved} title="{title}">{_shown(gone)}</del>{tag}'


def _is_layout(gone: str, text: str) -> bool:
    """Whether white space takes the place of white space; a space that was lost and is put back is none."""
    return not (gone + text).strip() and not _unseen(gone) and bool(gone or "\n" in text)


def _unseen(text: str) -> bool:
    return any(unicodedata.category(one) in UNSEEN and one not in " \n\t" for one in text)


def _shown(text: str) -> str:
    """Escaped, with characters that nobody sees as their number."""
    return "".join(f"<kbd>U+{ord(one):04X}</kbd>" if _unseen(one) else escape(one) for one in text)
