"""Many records at once: `clean_many`, and the jobs of `article-clean batch` that can be stopped and taken up again."""

from article_clean.batch.many import Failure, clean_many

__all__ = ["Failure", "clean_many"]
