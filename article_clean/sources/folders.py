"""Files of one article each, alone or in folders."""

from collections.abc import Iterator
from pathlib import Path

from article_clean.sources.entries import Entry, TextFile

ENDINGS = (".txt", ".html", ".htm", ".xhtml")


class FolderSource:
    """The texts and pages in a folder and the folders in it, sorted by path; or a single one.

    Args:
        name: the folder, or the file.

    Attributes:
        size: bytes of all the files.
    """

    def __init__(self, name: str) -> None:
        root = Path(name)
        inside = (path for path in root.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
        self._paths = sorted(inside) if root.is_dir() else [root]
        self._name = name
        self._sizes = [path.stat().st_size for path in self._paths]
        self._read = 0
        self.size = sum(self._sizes)

    def read(self) -> int:
        """Bytes of the files that were read so far."""
        return self._read

    def entries(self) -> Iterator[Entry]:
        """The files; each is read where it is cleaned."""
        root = Path(self._name)
        for path, size in zip(self._paths, self._sizes, strict=True):
            self._read += size
            place = str(path.relative_to(root)) if path != root else path.name
            yield TextFile(self._name, place, str(path))
