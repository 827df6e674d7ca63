"""Pages with the text of their article: what the block model is trained on."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from article_clean.core.origin import Page
from article_clean.errors import TrainingError
from article_clean.pages.hints import Hints
from article_clean.pages.markdown import read_markdown
from article_clean.pages.reading import read_html
from article_clean.pages.regions import Region, whole_page
from article_clean.training.trees import Sample
from article_clean.training.truth import labels_of


class TrainingPage(NamedTuple):
    """A page, read, with the truth about its blocks.

    Attributes:
        site: the registered domain that it comes from.
        page: its blocks and boxes.
        region: the part of it that is looked at.
        hints: what it says of its article elsewhere.
        labels: the share of each block of the region that stands in the article.
        body: the article's text.
    """

    site: str
    page: Page
    region: Region
    hints: Hints
    labels: list[float]
    body: str

    @property
    def sample(self) -> Sample:
        """The blocks of the region with their labels."""
        blocks = self.page.blocks[self.region.first : self.region.end]
        return Sample(self.site, [block.text for block in blocks], self.labels)


def training_pages(paths: Sequence[str | Path]) -> list[TrainingPage]:
    """The pages in these files of JSON lines, each with "html" or "markdown", "body" and "url" ("id" stands in for it).

    Raises:
        TrainingError: a file cannot be read, or a line lacks both.
    """
    pages = [page for path in paths for row in json_rows(path) for page in training_page(row)]
    if not pages:
        message = "no page with a body; each line is a JSON object with html, body and url"
        raise TrainingError(message)
    return pages


def corpus_hash(paths: Iterable[str | Path]) -> str:
    """SHA-256 of the files, one after the other, by name: which corpus a model was made of."""
    digest = hashlib.sha256()
    for path in sorted(map(Path, paths), key=lambda path: path.name):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def site_of(address: str) -> str:
    """The registered domain of an address, or the address itself where it has none.

    >>> site_of("https://news.example.co.uk/a/b")
    'example.co.uk'
    """
    from courlan import extract_domain  # noqa: PLC0415  # comes with trafilatura; slow to import

    domain = extract_domain(address)
    return str(domain) if domain else address


def page_site(row: Mapping[str, str]) -> str:
    """The registered domain of a page by its address; its name or its text stands in for that."""
    return site_of(row.get("url") or row.get("id") or row["body"])


def json_rows(path: str | Path) -> Iterator[dict[str, str]]:
    """The objects in a file of JSON lines, plain or gzip.

    Raises:
        TrainingError: it cannot be read.
    """
    opener = gzip.open if str(path).endswith(".gz") else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except (OSError, ValueError) as error:
        message = f"cannot read {path} as JSON lines: {error}"
        raise TrainingError(message) from error


def training_page(row: Mapping[str, str]) -> Iterator[TrainingPage]:
    """The page of one line, where it has a body.

    Raises:
        TrainingError: the line lacks both.
    """
    if "html" not in row and "markdown" not in row:
        message = f"a line without html or markdown: {', '.join(row)}"
        raise TrainingError(message)
    body = row.get("body")
    if not body:
        return
    address = row.get("url")
    reading = read_markdown(row["markdown"], address).reading if "markdown" in row else read_html(row["html"], address)
    region = whole_page(reading.region) if "kind" in row else reading.region  # as `rendered` reads pages of other kinds
    labels = labels_of([block.text for block in reading.page.blocks], body)[region.first : region.end]
    yield TrainingPage(page_site(row), reading.page, region, reading.hints, labels, body)
