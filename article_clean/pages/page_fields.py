"""The fields of an article that its page gives: what markup and metadata say."""

from collections.abc import Iterator

from article_clean.core.parts import Byline
from article_clean.fields.bylines.byline import FoundByline
from article_clean.fields.provenance import PageField
from article_clean.pages.metadata import Metadata


def page_fields(metadata: Metadata, deck: str, signed: FoundByline | None) -> Iterator[PageField]:
    """The fields that a page gives.

    Args:
        metadata: what its metadata says.
        deck: the standfirst that it prints, or "".
        signed: the byline that it prints, where that names an author of the metadata.
    """
    if metadata.headline:
        yield PageField("headline", *metadata.headline)
    if deck:
        yield PageField("deck", deck, ("standfirst",))
    if metadata.published:
        yield PageField("published", *metadata.published)
    if metadata.language:
        yield PageField("language", *metadata.language)
    if metadata.authors or metadata.agencies:
        authors, from_authors = metadata.authors or ((), ())
        agencies, from_agencies = metadata.agencies or ((), ())
        byline_text = signed.value.text if signed else ", ".join((*authors, *agencies))
        origins = tuple(dict.fromkeys((*from_authors, *from_agencies)))
        yield PageField("byline", Byline(text=byline_text, authors=authors, agencies=agencies), origins)
    for field_name, stated_fact in metadata.facts._asdict().items():
        if stated_fact:
            yield PageField(field_name, *stated_fact)
