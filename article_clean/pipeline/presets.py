"""The pipelines that ship: the same cleaners, and what each leaves in the body."""

from article_clean.cleaners import CLEANERS
from article_clean.fields import FIELDS
from article_clean.pipeline.pipeline import Pipeline

DEFAULT = Pipeline((*CLEANERS, *FIELDS))
AS_PRINTED = DEFAULT.keeping("typography")
TEXT_ONLY = DEFAULT.keeping("headline", "deck", "dateline")
