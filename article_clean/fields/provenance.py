"""The fields of an article with the places that say so: its text, and the page that it stands in."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from article_clean.knowledge.language import same_language

TEXT: tuple[str, ...] = ("text",)
ALL_WORDS = (0.9, 1.25)  # share of the words that JSON-LD counts: 63 of 78 pages of shared/pages that count have it
FEW_WORDS = 0.5  # of an article that is not free: a teaser


class PageField(NamedTuple):
    """A field and the places that say so, the strongest first."""

    name: str
    value: object
    origins: tuple[str, ...]


def with_page(read_fields: Mapping[str, object], stated_fields: Iterable[PageField]) -> dict[str, object]:
    """The fields read from an article's text, those that its page gives in their place, and where each comes from."""
    fields = dict(read_fields)
    provenance = {name: TEXT for name, value in read_fields.items() if value}
    text_language = fields.get("language")
    for name, value, origins in stated_fields:
        if name == "language" and text_language and not same_language(str(value), str(text_language)):
            continue  # a template's language: in 632 pages of shared/pages three such, and the text was right in each
        fields[name] = value
        provenance[name] = origins
    return {**fields, "provenance": provenance}


def with_completeness(fields: Mapping[str, object], body: str, word_count: int) -> dict[str, object]:
    """The fields, with whether the body has the words that its page counts in the article, where that shows.

    Args:
        fields: the fields of an article, `provenance` among them.
        body: its body.
        word_count: how many words its page says that it has; 0 where it does not say.
    """
    share = len(body.split()) / word_count if word_count else 0.0
    is_all = ALL_WORDS[0] <= share <= ALL_WORDS[1]
    is_teaser = 0 < share < FEW_WORDS and fields.get("is_free") is False
    provenance = fields["provenance"]
    if "is_complete" in fields or not (is_all or is_teaser) or not isinstance(provenance, dict):
        return {**fields}
    return {**fields, "is_complete": is_all, "provenance": {**provenance, "is_complete": ("json-ld",)}}
