"""The fields of an article from a page: what its markup and metadata say, beside what its text says."""

from collections.abc import Iterator, Mapping

from article_clean.article import Byline
from article_clean.markup.metadata import Metadata

TEXT: tuple[str, ...] = ("text",)


def with_metadata(found: Mapping[str, object], known: Metadata, deck: str) -> dict[str, object]:
    """The fields read from an article's text, with those that its page gives put in their place.

    Args:
        found: values by field, as read from the text.
        known: what the page says.
        deck: the standfirst that its markup shows, or "".
    """
    fields = dict(found)
    provenance = {name: TEXT for name, value in found.items() if value}
    for name, value, origins in _given(found, known):
        fields[name] = value
        provenance[name] = origins
    if deck:
        fields["deck"] = deck
        provenance["deck"] = ("standfirst",)
    return {**fields, "provenance": provenance}


def _given(found: Mapping[str, object], known: Metadata) -> Iterator[tuple[str, object, tuple[str, ...]]]:
    if known.headline:
        yield "headline", *known.headline
    if known.published:
        yield "published", *known.published
    if known.language:
        yield "language", *known.language
    if known.authors or known.agencies:
        authors, agencies = known.authors, known.agencies
        printed = found.get("byline")
        names = (authors.value if authors else ()), (agencies.value if agencies else ())
        text = printed.text if isinstance(printed, Byline) else ", ".join((*names[0], *names[1]))
        origins = (*(authors.origins if authors else ()), *(agencies.origins if agencies else ()))
        yield "byline", Byline(text=text, authors=names[0], agencies=names[1]), tuple(dict.fromkeys(origins))
