"""The fields of an article: cleaners that label them, and what reads a label's text into a typed value."""

from article_clean.fields.labels import FIELDS
from article_clean.fields.read import read_fields

__all__ = ["FIELDS", "read_fields"]
