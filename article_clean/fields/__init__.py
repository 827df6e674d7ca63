"""Lines of the head and marks of pages in, labels and typed values out: headline, deck, byline, dateline, date."""

from article_clean.fields.labels import FIELDS
from article_clean.fields.read import read_fields

__all__ = ["FIELDS", "read_fields"]
