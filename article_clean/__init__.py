"""Raw scraped text or HTML of one article in, a typed `Article` out, with all that was removed and where it stood.

Names are loaded when they are first asked for: the command shows its help without loading models and languages.
"""

from article_clean.core.moved import load_moved_modules

__version__ = "0.1.0"

TYPE_CHECKING = False  # typing has one too, and is slow to import
if TYPE_CHECKING:
    from article_clean.article import Article
    from article_clean.batch import Failure, clean_many
    from article_clean.batch.arrow import ARTICLE_SCHEMA as ARTICLE_SCHEMA
    from article_clean.batch.arrow import clean_batch as clean_batch
    from article_clean.batch.rows import article_of
    from article_clean.cleaners.pattern import PatternCleaner
    from article_clean.cleaners.readers.leftovers import Leftovers
    from article_clean.cleaners.readers.pages import PageFurniture
    from article_clean.core.cleaner import Cleaner, cleaner
    from article_clean.core.document import Document, Line
    from article_clean.core.edits import Edit, Label, Warn, apply
    from article_clean.core.parts import BodyBlock, Byline, Caption, Dateline, Image, Removal, Span
    from article_clean.errors import (
        ArgumentError,
        ArticleCleanError,
        BatchError,
        InputTypeError,
        MissingExtraError,
        ModelError,
        NotSentError,
        OutlineError,
        PipelineError,
        RecordError,
        SourceError,
        TrailError,
        TrainingError,
        UnknownCleanerError,
        WorkerError,
    )
    from article_clean.pages.block_model import BlockModel
    from article_clean.pipeline import AS_PRINTED, DEFAULT, TEXT_ONLY, Pipeline, articles, clean

__all__ = [  # without what needs pyarrow, so that `import *` does not
    "AS_PRINTED",
    "DEFAULT",
    "TEXT_ONLY",
    "ArgumentError",
    "Article",
    "ArticleCleanError",
    "BatchError",
    "BlockModel",
    "BodyBlock",
    "Byline",
    "Caption",
    "Cleaner",
    "Dateline",
    "Document",
    "Edit",
    "Failure",
    "Image",
    "InputTypeError",
    "Label",
    "Leftovers",
    "Line",
    "MissingExtraError",
    "ModelError",
    "NotSentError",
    "OutlineError",
    "PageFurniture",
    "PatternCleaner",
    "Pipeline",
    "PipelineError",
    "RecordError",
    "Removal",
    "SourceError",
    "Span",
    "TrailError",
    "TrainingError",
    "UnknownCleanerError",
    "Warn",
    "WorkerError",
    "apply",
    "article_of",
    "articles",
    "clean",
    "clean_many",
    "cleaner",
]

load_moved_modules()

_HOMES = {
    "article": ("Article",),
    "batch": ("Failure", "clean_many"),
    "batch.arrow": ("ARTICLE_SCHEMA", "clean_batch"),
    "batch.rows": ("article_of",),
    "core.document": ("Document", "Line"),
    "core.edits": ("Edit", "Label", "Warn", "apply"),
    "errors": (
        "ArgumentError",
        "ArticleCleanError",
        "BatchError",
        "InputTypeError",
        "MissingExtraError",
        "ModelError",
        "NotSentError",
        "OutlineError",
        "PipelineError",
        "RecordError",
        "SourceError",
        "TrailError",
        "TrainingError",
        "UnknownCleanerError",
        "WorkerError",
    ),
    "pages.block_model": ("BlockModel",),
    "cleaners.pattern": ("PatternCleaner",),
    "cleaners.readers.leftovers": ("Leftovers",),
    "cleaners.readers.pages": ("PageFurniture",),
    "core.parts": ("BodyBlock", "Byline", "Caption", "Dateline", "Image", "Removal", "Span"),
    "pipeline": ("AS_PRINTED", "DEFAULT", "TEXT_ONLY", "Pipeline", "articles", "clean"),
    "core.cleaner": ("Cleaner", "cleaner"),
}
_IN_PICKLES = {  # of articles: found by these names, and of no use to anyone else
    "core.structure": ("PlainText",),
    "pages.html_outline": ("HtmlOutline",),
    "pages.markdown.markdown_outline": ("MarkdownOutline",),
}
_HOME_OF = {name: home for homes in (_HOMES, _IN_PICKLES) for home, names in homes.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  # 3 ms that `--help` does without

    public_object: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = public_object
    return public_object


def __dir__() -> list[str]:
    return [*globals(), *__all__]
