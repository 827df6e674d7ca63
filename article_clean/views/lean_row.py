"""An article as a lean row: without its source, and without the texts and reasons of what was removed."""

from typing import Any

from article_clean.article import Article
from article_clean.core.trail import DUMPED

LEAN_REMOVAL = ("start", "end", "role", "cleaner")  # what a lean row has of each removal
COUNTS = ("source_characters", "body_characters", "removed_characters", "paragraphs")


def lean_row(article: Article) -> dict[str, Any]:  # Any: JSON
    """The article as JSON-ready values, without its source; of what was removed, where and by whom alone."""
    row = article.model_dump(mode="json", exclude={"source", *DUMPED})
    removals = [{name: getattr(removal, name) for name in LEAN_REMOVAL} for removal in article.removed]
    removed_chars = sum(removal.end - removal.start for removal in article.removed)
    counts = (len(article.source), len(article.body), removed_chars, len(article.paragraphs))
    return {**row, "counts": dict(zip(COUNTS, counts, strict=True)), "removed": removals}
