"""Many records in, their articles or failures out, in order: `clean_many`, and jobs that can be stopped and resumed."""

from article_clean.batch.many import Failure, clean_many

__all__ = ["Failure", "clean_many"]
