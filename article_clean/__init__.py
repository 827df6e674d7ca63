"""Raw scraped text or HTML of one article in, a typed `Article` out, with all that was removed and where it stood."""

from article_clean.article import Article, Byline, Caption, Dateline, Removal
from article_clean.cleaner import Cleaner, cleaner
from article_clean.document import Document, Line
from article_clean.edits import Edit, Label
from article_clean.errors import ArticleCleanError
from article_clean.markup.model import BlockModel
from article_clean.pipeline import DEFAULT, Pipeline, clean

__all__ = [
    "DEFAULT",
    "Article",
    "ArticleCleanError",
    "BlockModel",
    "Byline",
    "Caption",
    "Cleaner",
    "Dateline",
    "Document",
    "Edit",
    "Label",
    "Line",
    "Pipeline",
    "Removal",
    "clean",
    "cleaner",
]
