"""Files of one article each, alone or in folders."""

import os
from collections.abc import Iterator
from pathlib import Path

from article_clean.batch.sources.byte_streams import MOST_BYTES
from article_clean.batch.sources.entries import Broken, Entry, Fields, TextFile
from article_clean.errors import SourceError

ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".md", ".markdown")


class FolderSource:
    """The texts and pages in a folder and the folders in it, sorted by path; or a single one.

    Args:
        name: the folder, or the file.
        max_record: bytes beyond which a file is not read.
        follow_links: whether links are read that lead out of the folder. Otherwise such a file is a failure, and a
            linked folder is not entered.

    Attributes:
        size: bytes of all the files.
        files: their paths.

    Raises:
        SourceError: there is no such file in the folder.
    """

    def __init__(self, name: str, max_record: int = MOST_BYTES, *, follow_links: bool = False) -> None:
        root_path = Path(name)
        self.files = sorted(_texts(root_path, follow_links=follow_links)) if root_path.is_dir() else [root_path]
        if not self.files:
            message = f"{name}: the folder holds no file that ends in {', '.join(ENDINGS)}"
            raise SourceError(message)
        self._root = root_path
        self._name = name
        self._max_record = max_record
        self._inside = None if follow_links or not root_path.is_dir() else root_path.resolve()
        self._sizes = [path.stat().st_size for path in self.files]
        self._read = 0
        self.size = sum(self._sizes)

    def read(self) -> int:
        """Bytes of the files that were read so far."""
        return self._read

    def fields(self) -> Fields:
        """A file is its text and nothing else."""
        return Fields(("text",))

    def entries(self) -> Iterator[Entry]:
        """The files; each is read where it is cleaned."""
        for file_path, file_size in zip(self.files, self._sizes, strict=True):
            self._read += file_size
            file_place = str(file_path.relative_to(self._root)) if file_path != self._root else file_path.name
            if self._leads_out(file_path):
                yield Broken(
                    self._name, file_place, "it is a link that leads out of the folder; --follow-links reads it"
                )
            else:
                yield TextFile(self._name, file_place, str(file_path), self._max_record)

    def _leads_out(self, path: Path) -> bool:
        return self._inside is not None and path.is_symlink() and not path.resolve().is_relative_to(self._inside)


def _texts(root: Path, *, follow_links: bool) -> Iterator[Path]:
    """The texts and pages below a folder; a folder is entered once, as a link may lead back to where it is.

    Raises:
        OSError: a folder cannot be read.
    """
    entered: set[str] = set()
    for folder_name, folders, file_names in os.walk(root, onerror=_raise, followlinks=follow_links):
        real_folder = os.path.realpath(folder_name)
        if real_folder in entered:
            folders.clear()
            continue
        entered.add(real_folder)
        file_paths = (Path(folder_name, file_name) for file_name in file_names)
        yield from (
            text_path for text_path in file_paths if text_path.suffix.lower() in ENDINGS and text_path.is_file()
        )


def _raise(error: OSError) -> None:
    raise error
