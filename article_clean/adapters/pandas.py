"""pandas: `df["text"].article.clean()`, once this module is imported."""

from typing import Any, Unpack

from article_clean.article import Article
from article_clean.batch.extras import needed
from article_clean.batch.many import Failure, Options, clean_many

needed("pandas", "pandas")
import pandas as pd

COLUMNS = ("headline", "deck", "byline", "authors", "dateline", "published", "body", "language", "article", "error")


@pd.api.extensions.register_series_accessor("article")
class ArticleAccessor:
    """What a series of raw texts or pages can do.

    Args:
        texts: the series.
    """

    def __init__(self, texts: pd.Series) -> None:
        self._texts = texts

    def clean(self, *, workers: int = 1, deadline: float | None = None, **options: Unpack[Options]) -> pd.DataFrame:
        """Clean each text.

        Args:
            workers: processes.
            deadline: seconds for a text, or None.
            **options: `pipeline`, `kind`, `engine` and `favor` as in `clean`.

        Returns:
            A DataFrame with the same index and a column for each field: `byline` and `dateline` as printed, `authors`
            a tuple, `article` the `Article` with all the rest; of a text that failed only `error`.

        Raises:
            BatchError: no workers, no time, or the pipeline cannot be sent to another process.
        """
        results = clean_many(self._texts, workers=workers, deadline=deadline, **options)
        return pd.DataFrame(map(_row, results), index=self._texts.index, columns=COLUMNS, dtype=object)


def _row(result: Article | Failure) -> dict[str, Any]:  # Any: a field each
    if isinstance(result, Failure):
        return {**dict.fromkeys(COLUMNS), "error": result.error}
    plain = {name: getattr(result, name) for name in COLUMNS if name not in {"byline", "dateline", "article", "error"}}
    texts = {name: value and str(value) for name, value in (("byline", result.byline), ("dateline", result.dateline))}
    return {**plain, **texts, "article": result, "error": None}
