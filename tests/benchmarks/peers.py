"""Other libraries, to score (`--peer benchmarks.peers:trafilatura_fields`) and to time."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace

import justext
import trafilatura
from justext.core import classify_paragraphs, revise_paragraph_classification
from justext.paragraph import Paragraph

from article_clean import Document


def trafilatura_fields(html: str) -> SimpleNamespace | None:
    """What trafilatura makes of a page: text without comments, title, authors and date."""
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None:
        return None
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return SimpleNamespace(body=found.text, headline=found.title, authors=authors, published=found.date)


def trafilatura_text(html: bytes) -> str:
    """What trafilatura makes of a page with the options of its own evaluation."""
    return trafilatura.extract(html, include_comments=False, include_tables=True, include_formatting=False) or ""


class Path:
    """Where jusText thinks a line stands."""

    dom = xpath = "body.p"


def justext_classifier(docs: Sequence[Document]) -> Callable[[], None]:
    """The classifier of jusText, to be called on the lines of these documents."""
    words = justext.get_stoplist("English")
    ready = [[_paragraph(line.text) for line in doc.paragraphs] for doc in docs]

    def classify() -> None:
        for one in ready:
            classify_paragraphs(one, words)
            revise_paragraph_classification(one)

    return classify


def _paragraph(text: str) -> Paragraph:
    found = Paragraph(Path)
    found.append_text(text)
    return found
