"""Whole-page dumps with the text of their article: what the line model is trained on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from article_clean.cleaners.readers.pages.line_features import Lines, lines_of
from article_clean.errors import TrainingError
from article_clean.pipeline import DEFAULT
from article_clean.pipeline.stages import rest_of
from article_clean.training.pages import json_rows, site_of
from article_clean.training.trees import Sample
from article_clean.training.truth import labels_of


class TrainingText(NamedTuple):
    """A dump, read, with the truth about its lines.

    Attributes:
        site: the registered domain that it comes from.
        lines: its lines.
        labels: the share of each line that stands in the article.
        body: the article's text.
        title: its headline, empty where it is not known.
        is_page: whether it is a whole page, rather than an article with leftovers.
    """

    site: str
    lines: Lines
    labels: list[float]
    body: str
    title: str = ""
    is_page: bool = True

    @property
    def sample(self) -> Sample:
        """The lines with their labels."""
        return Sample(self.site, self.lines.texts, self.labels)


def training_texts(pages: Sequence[str | Path], articles: Sequence[str | Path] = ()) -> list[TrainingText]:
    """The texts in these files of JSON lines, each with "text", "body", "url" ("id" stands in for it) and "title".

    Each page's article stands among the articles too, as a text that nothing has to be taken from.

    Args:
        pages: files of whole-page dumps.
        articles: files of articles with leftovers, as extractors give them.

    Raises:
        TrainingError: a file cannot be read, or a line lacks its text.
    """
    texts = [text for path in pages for row in json_rows(path) for text in _read(row, is_page=True)]
    if not texts:
        message = "no text with a body; each line is a JSON object with text, body and url"
        raise TrainingError(message)
    texts += [text for path in articles for row in json_rows(path) for text in _read(row, is_page=False)]
    bodies = {text.body: {"url": text.site, "text": text.body, "body": text.body} for text in texts}
    return [*texts, *(text for row in bodies.values() for text in _read(row, is_page=False))]


def _read(row: dict[str, str], *, is_page: bool) -> Iterator[TrainingText]:
    if "text" not in row:
        message = f"a line without text: {', '.join(row)}"
        raise TrainingError(message)
    body = row.get("body")
    if not body:
        return
    lines = lines_of(rest_of(row["text"], DEFAULT.of_stage))
    if lines.texts:
        site = site_of(row.get("url") or row.get("id") or body)
        labels = labels_of(lines.texts, body)
        yield TrainingText(site, lines, labels, body, row.get("title") or "", is_page)
