"""The fields of an article: cleaners that label them, and what reads a label's text into a typed value."""

from collections.abc import Sequence

from article_clean.cleaner import Cleaner
from article_clean.document import Document
from article_clean.edits import Edit, Label

FIELDS: tuple[Cleaner, ...] = ()


def read_fields(doc: Document, labels: Sequence[Label], removed: Sequence[Edit]) -> dict[str, object]:
    """The values of `Article`'s fields, read from what the cleaners labelled and from the captions they removed."""
    return {}
