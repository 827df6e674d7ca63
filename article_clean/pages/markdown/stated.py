"""What front matter and headings say of the article: read as if a page said it, so that both are judged alike."""

from collections.abc import Iterator
from html import escape
from itertools import chain
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser

from article_clean.core.parts import Byline, Image
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.datelines.dateline import read_dateline
from article_clean.fields.provenance import PageField
from article_clean.pages.markdown.front_matter import Front
from article_clean.pages.markdown.shown_blocks import MarkdownPage
from article_clean.pages.metadata import Facts, Found, Metadata, read_metadata

_Value = TypeVar("_Value")

FRONT_MATTER = "front matter"  # the place that says so

_METAS = {  # what HTML calls the keys
    "og:title": ("title", "headline"),
    "article:published_time": (
        "date", "published", "published_time", "publishedtime", "published_at", "publication_date", "datepublished",
        "pubdate",
    ),
    "description": ("description", "summary", "excerpt"),
    "og:site_name": ("sitename", "site_name", "site", "publisher"),
    "article:modified_time": (
        "modified", "updated", "lastmod", "last_modified", "last_updated", "date_modified", "datemodified",
        "modified_time", "updated_time", "updated_at",
    ),
    "article:section": ("section", "category"),
    "og:image": ("image", "og_image", "cover", "featured_image", "thumbnail"),
}  # fmt: skip
_KEYWORDS = ("keywords", "tags")
_ANSWERS = {"true": True, "false": False}
_AUTHORS = ("author", "authors", "creator")
_BYLINES = ("byline", "by")
_DECKS = ("subtitle", "deck", "standfirst")
_ADDRESSES = ("url", "url_source", "source_url", "sourceurl", "canonical_url", "canonical", "source", "link")
_LANGUAGES = ("language", "lang", "locale")
_FROM_HEAD = frozenset({*_METAS, "author", "html lang", "canonical", "article:tag"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def address_of(front: Front) -> str | None:
    """The address that is named above a text."""
    return next((value for key in _ADDRESSES for value in front.fields.get(key, ()) if "://" in value), None)


def read_stated(front: Front, markdown_page: MarkdownPage, url: str | None) -> Metadata:
    """The fields that front matter, headings and the lines below them give.

    Args:
        front: what stands above the text.
        markdown_page: its blocks.
        url: its address, where it is known.
    """
    page_html = "".join(_html(front, markdown_page))
    block_texts = [block.text for block in markdown_page.page.blocks]
    metadata: Metadata = read_metadata(LexborHTMLParser(page_html.encode()), page_html, url, block_texts)
    stated_facts = Facts(
        **{fact_name: _named(stated_fact) for fact_name, stated_fact in metadata.facts._asdict().items()}
    )
    return metadata._replace(
        headline=_named(metadata.headline),
        authors=_named(metadata.authors),
        agencies=_named(metadata.agencies),
        published=_named(metadata.published),
        language=_named(metadata.language),
        facts=stated_facts._replace(url=_of_front(stated_facts.url) if url == address_of(front) else stated_facts.url),
    )


def fields_of(front: Front, metadata: Metadata) -> Iterator[PageField]:
    """The fields that only front matter says, in the keys that `Article.to_markdown` writes.

    Args:
        front: what stands above the text.
        metadata: what it and the text say.
    """
    if deck_text := front.first(*_DECKS):
        yield PageField("deck", deck_text, (FRONT_MATTER,))
    if byline_text := front.first(*_BYLINES):
        printed_byline = find_byline(byline_text)
        byline_value = printed_byline.value if printed_byline else Byline(text=byline_text)
        authors = metadata.authors.value if metadata.authors else byline_value.authors
        yield PageField(
            "byline", byline_value.model_copy(update={"text": byline_text, "authors": authors}), (FRONT_MATTER,)
        )
    if dateline := front.first("dateline"):
        yield PageField("dateline", read_dateline(dateline), (FRONT_MATTER,))
    if front.is_ours:
        yield from _own_fields(front)


def _own_fields(front: Front) -> Iterator[PageField]:
    """The fields that `Article.to_markdown` wrote, as they are."""
    for field_name in ("publisher", "section", "url", "description"):
        if field_text := front.first(field_name):
            yield PageField(field_name, field_text, (FRONT_MATTER,))
    if keywords := tuple(front.fields.get("keywords", ())):
        yield PageField("keywords", keywords, (FRONT_MATTER,))
    if front.captions:
        yield PageField("captions", front.captions, (FRONT_MATTER,))
    if author_urls := dict(front.pairs("author_urls")):
        yield PageField("author_urls", author_urls, (FRONT_MATTER,))
    for field_name in ("is_free", "is_complete"):
        if (field_answer := _ANSWERS.get(front.first(field_name))) is not None:
            yield PageField(field_name, field_answer, (FRONT_MATTER,))
    if address := front.first("image"):
        caption, credit = (front.first(f"image_{image_part}") or None for image_part in ("caption", "credit"))
        yield PageField("image", Image(url=address, caption=caption, credit=credit), (FRONT_MATTER,))


def _named(claim: Found[_Value] | None) -> Found[_Value] | None:
    """The same, with the front matter as the place that says what only a head can say."""
    if claim is None:
        return None
    origins = (FRONT_MATTER if origin in _FROM_HEAD else origin for origin in claim.origins)
    return claim._replace(origins=tuple(dict.fromkeys(origins)))


def _of_front(address: Found[str] | None) -> Found[str] | None:
    """An address that nobody else gave."""
    return address and Found(address.value, (FRONT_MATTER,))


def _html(front: Front, markdown_page: MarkdownPage) -> Iterator[str]:
    """A page that says the same."""
    yield f'<html lang="{escape(front.first(*_LANGUAGES))}"><head>'
    for meta_name, front_keys in _METAS.items():
        if field_value := front.first(*front_keys):
            yield f'<meta property="{meta_name}" content="{escape(field_value)}">'
    keyword_key = next((front_key for front_key in _KEYWORDS if front.first(front_key)), "")
    for field_value in front.fields.get(keyword_key, ()):
        yield f'<meta property="article:tag" content="{escape(field_value)}">'
    if address := address_of(front):
        yield f'<link rel="canonical" href="{escape(address)}">'
    author_keys = front.first(*_AUTHORS) and _AUTHORS
    for field_value in chain.from_iterable(front.fields.get(front_key, ()) for front_key in author_keys or _BYLINES):
        yield f'<meta name="author" content="{escape(field_value)}">'
    yield "</head><body>"
    targets = {page_mark.start: page_mark.target for page_mark in markdown_page.spans if page_mark.kind == "link"}
    for block, block_start in zip(markdown_page.page.blocks, markdown_page.starts, strict=True):
        tag_name = markdown_page.page.boxes[block.box].tag
        block_html = escape(block.text)
        if block.linked >= len(block.text) and (link_address := targets.get(block_start)):
            block_html = f'<a href="{escape(link_address)}">{block_html}</a>'
        yield f"<{tag_name}>{block_html}</{tag_name}>" if tag_name in _HEADINGS else f"<p>{block_html}</p>"
    yield "</body></html>"
