"""Files that are written: over an existing one only when asked, over an input never, and whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from article_clean.errors import OutputError

STREAM = "-"  # standard input or output


class _Identity(NamedTuple):
    """What makes two names the same file, through links of either kind."""

    device: int
    inode: int


def check_outputs(outputs: Iterable[str | Path], inputs: Iterable[str | Path], *, overwrite: bool = False) -> None:
    """See that writing costs nobody a file. Pipes and devices hold nothing and may always be written.

    Args:
        outputs: the files to be written; "-" is standard output.
        inputs: the files that are read; "-" is standard input, which may be a file too.
        overwrite: whether outputs that exist are to be replaced.

    Raises:
        OutputError: an output is an input or another output, whatever name it has, or exists and stays.
    """
    output_names = [str(output) for output in outputs]
    real_paths = [os.path.realpath(file_name) for file_name in output_names]
    twice = next(
        (
            file_name
            for name_index, file_name in enumerate(output_names)
            if real_paths[name_index] in real_paths[:name_index]
        ),
        None,
    )
    if twice is not None:
        message = f"{twice} is named for two outputs; give each a name of its own"
        raise OutputError(message)
    existing = {
        file_name: identity for file_name in output_names if file_name != STREAM and (identity := _identity(file_name))
    }
    input_names = {_identity(file_name): str(file_name) for file_name in inputs} if existing else {}
    for file_name, identity in existing.items():
        if identity in input_names:
            alias_note = "" if input_names[identity] == file_name else f", the same file as {input_names[identity]}"
            message = f"{file_name} is an input{alias_note}; write to another file"
            raise OutputError(message)
        if not overwrite:
            message = f"{file_name} exists; --overwrite replaces it"
            raise OutputError(message)


def write_text(path: str | Path, text: str) -> None:
    """Write a file in UTF-8, whole or not at all; a link stays one. "-" is standard output.

    Raises:
        OSError: it cannot be written; what it held is still there.
    """
    if path == STREAM:
        sys.stdout.write(text)
        return
    target_file = Path(os.path.realpath(path))
    is_file = target_file.is_file() or not target_file.exists()
    partial_file = target_file.with_name(f"{target_file.name}.{os.getpid()}.partial") if is_file else target_file
    try:
        partial_file.write_text(text, encoding="utf-8", newline="\n")
        if is_file:
            partial_file.replace(target_file)
    except OSError as error:
        if is_file:
            partial_file.unlink(missing_ok=True)
        error.filename = str(path)
        raise


def _identity(name: str | Path) -> _Identity | None:
    """The file behind a name; None where there is none, or none that holds anything."""
    try:
        status = os.fstat(sys.stdin.fileno()) if str(name) == STREAM else Path(name).stat()
    except (OSError, ValueError):  # no such file, or a standard input that is not a file of the system
        return None
    return _Identity(status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None
