"""Text and cleaners in, an `Article` out: the stages, the pipeline, the registry of cleaners, the fingerprint."""

from article_clean.pipeline.pipeline import DEFAULT, KINDS, Kind, Pipeline, articles, check_options, clean

__all__ = ["DEFAULT", "KINDS", "Kind", "Pipeline", "articles", "check_options", "clean"]
