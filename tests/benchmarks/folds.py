"""Models that never saw a document's site: trained on the other parts of the sites, kept in build/folds.

They are trained again when the documents or the code that makes them change.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from article_clean.training.pages import corpus_hash, site_of
from article_clean.training.trees import fold_of, folds
from tests.cases import ROOT

PACKAGE = ROOT / "article_clean"
KEPT = ROOT / "build" / "folds"
COUNT = 5

Make = Callable[[Sequence[Any], Collection[str]], dict[str, Any]]  # Any: documents; JSON


class Folds:
    """A model for each part of the sites, made of the others.

    Args:
        paths: files of documents, JSON lines in gzip.
        field: what a document is told by: "html" or "text".
        makers: glob patterns, in the package, of the code that makes a model.
        read: the documents to train on.
        made: what the file of a model says, made of these documents without these features.
        kept_as: what the files are called; after the field where nothing is given.
    """

    def __init__(  # noqa: PLR0913  # what a model is made of
        self,
        paths: Sequence[Path],
        field: str,
        makers: Sequence[str],
        read: Callable[[], Sequence[Any]],
        made: Make,
        *,
        kept_as: str = "",
    ) -> None:
        self.kept_as = kept_as or field
        self.paths, self.field, self.makers, self.read, self.made = paths, field, makers, read, made

    def model(self, document: str, without: frozenset[str] = frozenset()) -> Path:
        """The file of the model that was trained without this document's site."""
        return self.of_part(self._parts[_digest(document)], without)

    def of_part(self, part: int, without: frozenset[str] = frozenset()) -> Path:
        """The file of the model that was trained without this part of the sites."""
        kept = self._kept(part, without)
        if not kept.exists():
            self._train(without)
        return kept

    def _train(self, without: frozenset[str]) -> None:
        KEPT.mkdir(parents=True, exist_ok=True)
        parts = folds(self.read(), COUNT)
        for n in range(COUNT):
            others = [document for part in parts[:n] + parts[n + 1 :] for document in part]
            self._kept(n, without).write_text(json.dumps(self.made(others, without)), encoding="utf-8")

    def _kept(self, part: int, without: frozenset[str]) -> Path:
        return KEPT / f"{self.kept_as}-{self._key}-{part}{'-without' if without else ''}.json"

    @cached_property
    def _parts(self) -> dict[str, int]:
        return {_digest(row[self.field]): fold_of(site_of(row["url"] or row["id"]), COUNT) for row in self._rows()}

    def _rows(self) -> Iterator[dict[str, str]]:
        for path in self.paths:
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                yield from map(json.loads, lines)

    @cached_property
    def _key(self) -> str:
        files = {maker: sorted(PACKAGE.glob(maker)) for maker in self.makers}
        if missing := [maker for maker, found in files.items() if not found]:
            message = f"no such code: {', '.join(missing)}; a model of other code would be taken for this one's"
            raise FileNotFoundError(message)
        code = b"".join(path.read_bytes() for found in files.values() for path in found)
        return hashlib.sha256(corpus_hash(self.paths).encode() + code).hexdigest()[:16]


def _digest(document: str) -> str:
    return hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()
