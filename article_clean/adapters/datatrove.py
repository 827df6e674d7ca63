"""datatrove: a pipeline step that puts the body into `doc.text`, and the rest into `doc.metadata`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Unpack

from article_clean.batch.extras import needed
from article_clean.batch.many import Cleaning, Options
from article_clean.batch.worker import tried

needed("datatrove", "datatrove")
from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

ARTICLE, FAILED = "article", "article_error"
"""Where in `doc.metadata` the rest of the article stands, and the error of a document that could not be cleaned."""


class ArticleCleaner(PipelineStep):  # type: ignore[misc]  # datatrove has no types
    """Clean each document's text, raw text or HTML.

    `doc.text` becomes the body, `doc.metadata["article"]` the rest of the article as JSON-ready values. A document that
    fails stays as it is, with its error in `doc.metadata["article_error"]`. The address is read from
    `doc.metadata["url"]`, where the readers put it, or `url_field`.

    Args:
        columns: the fields of the article that go to the metadata; None for all but the body.
        **options: `pipeline`, `kind`, `engine` and `favor` as in `clean`.
    """

    type = "🧹 - CLEAN"
    name = "📰 article_clean"

    def __init__(self, columns: Sequence[str] | None = None, **options: Unpack[Options]) -> None:
        super().__init__()
        self._cleaning = Cleaning.by("ArticleCleaner", options, ("columns",))
        self._columns = None if columns is None else set(columns)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:  # noqa: ARG002
        """Clean the documents as they come.

        Args:
            data: the documents.
            rank: which of the tasks this is; all do the same.
            world_size: how many tasks there are.
        """
        return self._cleaned(data)

    def _cleaned(self, data: Iterable[Document]) -> Iterator[Document]:
        for doc in data:
            with self.track_time():
                url = self._cleaning.url_field
                outcome = tried(self._cleaning, {"text": doc.text, url: doc.metadata.get(url)})
                if outcome.error is None:
                    article = outcome.value.model_dump(mode="json", include=self._columns, exclude={"body"})
                    doc.metadata[ARTICLE] = article
                    doc.text = outcome.value.body
                else:
                    doc.metadata[FAILED] = outcome.error
                self.stat_update("cleaned" if outcome.error is None else "failed")
                self.update_doc_stats(doc)
            yield doc
