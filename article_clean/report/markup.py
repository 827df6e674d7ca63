"""Pieces of HTML that the notebook's view and the pages share. Every text goes through `escaped`."""

import html
from collections.abc import Iterable, Iterator

from article_clean.article import Article
from article_clean.report.hues import hue
from article_clean.report.segments import Kind, Segment

# A parser reads a bare CR as a line feed, and no markup can hold NUL: its picture stands for it.
_UNPRINTED = str.maketrans({"\r": "&#13;", "\0": "\N{SYMBOL FOR NULL}"})
_TAGS = {Kind.REMOVED: "del", Kind.MOVED: "mark"}
_QUIET = {Kind.REPLACED: ' class="sub"', Kind.JOINED: ' class="join"', Kind.SPACE: ""}


def escaped(text: str) -> str:
    """Text that stays text wherever it stands in HTML, in an attribute too."""
    return html.escape(text).translate(_UNPRINTED)


def mark(part: Segment, attributes: str = "") -> str:
    """A segment of the source with its mark, if it is an edit: its text content is the segment's.

    Args:
        part: the segment.
        attributes: what the tag of an edit says besides, with a space in front.
    """
    text = escaped(part.text)
    if part.kind is Kind.KEPT:
        return text
    if part.kind not in _TAGS:
        return f"<i{_QUIET[part.kind]}{attributes}>{text}</i>"
    tag = _TAGS[part.kind]
    return f'<{tag} class="hue-{hue(part.role)}" data-role="{escaped(part.role)}"{attributes}>{text}</{tag}>'


def head(article: Article, level: int) -> Iterator[str]:
    """Headline, deck, and a line of byline, dateline and date; what is not printed is left out.

    Args:
        article: the article.
        level: of the heading.
    """
    if article.headline:
        yield f'<h{level} class="headline" data-field="headline">{escaped(article.headline)}</h{level}>'
    if article.deck:
        yield f'<p class="deck" data-field="deck">{escaped(article.deck)}</p>'
    shown = {
        "byline": article.byline and article.byline.text,
        "dateline": article.dateline and article.dateline.text,
        "date_line": article.published and str(article.published),
    }
    line = [f'<span data-field="{name}">{escaped(str(text))}</span>' for name, text in shown.items() if text]
    if line:
        yield f'<p class="line">{"<span> · </span>".join(line)}</p>'


def paragraphs(texts: Iterable[str]) -> str:
    """Paragraphs, whose text content is `Article.body`."""
    return "\n\n".join(f"<p>{escaped(text)}</p>" for text in texts)


def captions(article: Article) -> Iterator[str]:
    """The captions under the body, their credits behind them."""
    if article.captions:
        yield '<ul class="captions" data-field="caption">'
        for one in article.captions:
            credit = f" <cite>{escaped(one.credit)}</cite>" if one.credit else ""
            yield f"<li>{escaped(one.text)}{credit}</li>"
        yield "</ul>"


def language(article: Article) -> str:
    """The `lang` attribute of a text of this article."""
    return f' lang="{escaped(article.language)}"' if article.language else ""


def why(part: Segment) -> str:
    """One sentence on an edit: what the passage is, who took it, why, and who wanted it too."""
    edit = part.edit
    if edit is None:
        return ""
    if part.kind is Kind.SPACE:
        return "white space between paragraphs"
    done = f"{part.text!r} → {edit.text!r}" if edit.text else f"{edit.role}, {len(part.text)} characters"
    also = f"; also wanted by {', '.join(edit.also)}" if edit.also else ""
    reason = f": {edit.reason}" if edit.reason else ""
    return f"{done}; {edit.cleaner}{reason}{also}"
