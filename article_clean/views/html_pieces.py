"""Pieces of HTML that the notebook's view and the pages share. Every text goes through `escaped`."""

import html
from collections.abc import Iterator, Sequence

from article_clean.article import Article
from article_clean.core.parts import BodyBlock
from article_clean.errors import OutlineError
from article_clean.views.hues import hue
from article_clean.views.segments import Kind, Segment
from article_clean.views.stated_values import stated_values

# A parser reads a bare CR as a line feed, and no markup can hold NUL: its picture stands for it.
_UNPRINTED = str.maketrans({"\r": "&#13;", "\0": "\N{SYMBOL FOR NULL}"})
_TAGS = {Kind.REMOVED: "del", Kind.MOVED: "mark"}
_UNKNOWN_LEVEL = 4  # of a heading that plain text shows; the headline has 3
_DEEPEST = 4  # lists that are set in further and further
_QUIET = {Kind.REPLACED: ' class="sub"', Kind.JOINED: ' class="join"', Kind.SPACE: ""}


def escaped(text: str) -> str:
    """Text that stays text wherever it stands in HTML, in an attribute too."""
    return html.escape(text).translate(_UNPRINTED)


def mark(segment: Segment, attributes: str = "", *, beside_kept: bool = False) -> str:
    """A segment of the source with its mark, if it is an edit: its text content is the segment's.

    Args:
        segment: the segment.
        attributes: what the tag of an edit says besides, with a space in front.
        beside_kept: whether it was taken out of a line of which words stay.
    """
    text = escaped(segment.text)
    if segment.kind is Kind.KEPT:
        return text
    if segment.kind not in _TAGS:
        return f"<i{_QUIET[segment.kind]}{attributes}>{text}</i>"
    tag = _TAGS[segment.kind]
    attributes += " data-apart" if beside_kept else ""
    return f'<{tag} class="hue-{hue(segment.role)}" data-role="{escaped(segment.role)}"{attributes}>{text}</{tag}>'


def head(article: Article, level: int) -> Iterator[str]:
    """Headline, deck, and a line of byline, dateline and date; what is not printed is left out.

    Args:
        article: the article.
        level: of the heading.
    """
    if article.headline:
        yield f'<h{level} class="headline" data-field="headline" dir="auto">{escaped(article.headline)}</h{level}>'
    if article.deck:
        yield f'<p class="deck" data-field="deck" dir="auto">{escaped(article.deck)}</p>'
    line_fields = {
        "byline": article.byline and article.byline.text,
        "dateline": article.dateline and article.dateline.text,
        "date_line": article.published and str(article.published),
    }
    line_parts = [
        f'data-field="{field_name}">{escaped(str(field_text))}'
        for field_name, field_text in line_fields.items()
        if field_text
    ]
    if line_parts:
        first_field, *other_fields = (
            line_parts  # what stands first gives the line its direction, and the others keep theirs
        )
        more_fields = (f"<span> · </span><bdi {field_html}</bdi>" for field_html in other_fields)
        yield f'<p class="line" dir="auto"><span {first_field}</span>{"".join(more_fields)}</p>'


def paragraphs(article: Article, texts: Sequence[str], first_paragraph: int = 0) -> str:
    """Paragraphs, whose text content is that of the body; each says what kind of block it is, where that is known.

    Args:
        article: the article.
        texts: paragraphs of its body, one behind the other; the last may be cut short.
        first_paragraph: the place of the first of them.
    """
    try:
        kind_attributes = [*map(_kind, article.blocks[first_paragraph : first_paragraph + len(texts)])]
    except OutlineError:
        kind_attributes = [""] * len(texts)
    return "\n\n".join(
        f"<p{kind_attribute}>{escaped(paragraph_text)}</p>"
        for kind_attribute, paragraph_text in zip(kind_attributes, texts, strict=True)
    )


def _kind(block: BodyBlock) -> str:
    """What the tag of a paragraph says besides."""
    if block.kind == "paragraph":
        return ""
    if block.kind == "heading":
        return f' data-block="heading" role="heading" aria-level="{block.level or _UNKNOWN_LEVEL}"'
    has_own_sign = block.kind == "item" and not (block.continues or block.marker)
    item_sign = (f"{block.number}." if block.ordered and block.number is not None else "•") if has_own_sign else ""
    depth_attribute = f' data-depth="{min(block.depth, _DEEPEST)}"' if block.depth > 1 else ""
    return f' data-block="{block.kind}"{depth_attribute}' + (f' data-sign="{item_sign}"' if item_sign else "")


def captions(article: Article) -> Iterator[str]:
    """The captions under the body, their credits behind them."""
    if article.captions:
        yield '<ul class="captions" data-field="caption">'
        for caption in article.captions:
            credit = f" <cite>{escaped(caption.credit)}</cite>" if caption.credit else ""
            yield f'<li dir="auto">{escaped(caption.text)}{credit}</li>'
        yield "</ul>"


def origins(article: Article, attributes: str = "") -> Iterator[str]:
    """The language, what a page states beside the text, and for each field the places that say it.

    Args:
        article: the article.
        attributes: " open", or nothing where they are folded.
    """
    field_names = (field_name for field_name in type(article).model_fields if field_name in article.provenance)
    origin_rows = {field_name: ", ".join(article.provenance[field_name]) for field_name in field_names}
    for field_name, stated_value in stated_values(article):
        origin_rows[field_name] = (
            f"{stated_value}, by {origin_rows[field_name]}" if field_name in origin_rows else stated_value
        )
    language_place = origin_rows.pop("language", "")
    origin_rows["language"] = f"{article.language or 'not known'}{language_place and f', by {language_place}'}"
    yield f'<details class="origins"{attributes}><summary>Where each field comes from</summary><dl>'
    yield from (
        f"<dt>{escaped(field_name)}</dt><dd>{escaped(field_places)}</dd>"
        for field_name, field_places in origin_rows.items()
    )
    yield "</dl></details>"


def language(article: Article) -> str:
    """The `lang` attribute of a text of this article."""
    return f' lang="{escaped(article.language)}"' if article.language else ""


def why(segment: Segment) -> str:
    """One sentence on an edit: what the passage is, who took it, why, and who wanted it too."""
    segment_edit = segment.edit
    if segment_edit is None:
        return ""
    if segment.kind is Kind.SPACE:
        return "white space between paragraphs"
    action = (
        f"{segment.text!r} → {segment_edit.text!r}"
        if segment_edit.text
        else f"{segment_edit.role}, {len(segment.text)} characters"
    )
    also = f"; also wanted by {', '.join(segment_edit.also)}" if segment_edit.also else ""
    reason = f": {segment_edit.reason}" if segment_edit.reason else ""
    return f"{action}; {segment_edit.cleaner}{reason}{also}"
