"""The other library, in the shape that the scorer reads: `--peer benchmarks.peers:trafilatura_fields`."""

from types import SimpleNamespace

import trafilatura


def trafilatura_fields(html: str) -> SimpleNamespace | None:
    """What trafilatura makes of a page: text without comments, title, authors and date."""
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None:
        return None
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return SimpleNamespace(body=found.text, headline=found.title, authors=authors, published=found.date)
