"""Text and cleaners in, an `Article` out: the stages, the pipelines, the registry of cleaners, the fingerprint."""

from article_clean.pipeline.cleaning import KINDS, Kind, articles, check_options, clean
from article_clean.pipeline.pipeline import Pipeline
from article_clean.pipeline.presets import AS_PRINTED, DEFAULT, TEXT_ONLY

__all__ = ["AS_PRINTED", "DEFAULT", "KINDS", "TEXT_ONLY", "Kind", "Pipeline", "articles", "check_options", "clean"]
