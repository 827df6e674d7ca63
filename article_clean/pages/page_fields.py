"""The fields of an article that its page gives: what markup and metadata say."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from article_clean.core.parts import Byline
from article_clean.fields.bylines.byline import FoundByline
from article_clean.knowledge.language import same_language
from article_clean.pages.metadata import Metadata

TEXT: tuple[str, ...] = ("text",)


class PageField(NamedTuple):
    """A field and the places that say so, the strongest first."""

    name: str
    value: object
    origins: tuple[str, ...]


def page_fields(known: Metadata, deck: str, signed: FoundByline | None) -> Iterator[PageField]:
    """The fields that a page gives.

    Args:
        known: what its metadata says.
        deck: the standfirst that it prints, or "".
        signed: the byline that it prints, where that names an author of the metadata.
    """
    if known.headline:
        yield PageField("headline", *known.headline)
    if deck:
        yield PageField("deck", deck, ("standfirst",))
    if known.published:
        yield PageField("published", *known.published)
    if known.language:
        yield PageField("language", *known.language)
    if known.authors or known.agencies:
        authors, from_authors = known.authors or ((), ())
        agencies, from_agencies = known.agencies or ((), ())
        text = signed.value.text if signed else ", ".join((*authors, *agencies))
        origins = tuple(dict.fromkeys((*from_authors, *from_agencies)))
        yield PageField("byline", Byline(text=text, authors=authors, agencies=agencies), origins)


def with_page(found: Mapping[str, object], given: Iterable[PageField]) -> dict[str, object]:
    """The fields read from an article's text, those that its page gives in their place, and where each comes from."""
    fields = dict(found)
    provenance = {name: TEXT for name, value in found.items() if value}
    spoken = fields.get("language")
    for name, value, origins in given:
        if name == "language" and spoken and not same_language(str(value), str(spoken)):
            continue  # a template's language: in 632 pages of shared/pages three such, and the text was right in each
        fields[name] = value
        provenance[name] = origins
    return {**fields, "provenance": provenance}
