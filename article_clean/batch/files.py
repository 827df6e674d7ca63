"""The files of a batch, which survive being killed: what is done is written down after it is on disk, never before."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from article_clean.batch.sinks import Sink
from article_clean.errors import BatchError


class Counts(NamedTuple):
    """Where each record went.

    Attributes:
        cleaned: records with a row in the output.
        failed: records with a line among the errors.
        skipped: records that are no articles by their kind, such as pictures in a web archive.
    """

    cleaned: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def records(self) -> int:
        """All records that were read."""
        return sum(self)


class State(NamedTuple):
    """How far a batch is; written behind each block.

    Attributes:
        job: what is being done, so that nothing else is taken up where it ended.
        counts: where the records went.
        output: bytes of the unfinished output.
        errors: bytes of the unfinished list of errors.
        done: whether all records are read.
        stats: the statistics so far, or None.
    """

    job: Mapping[str, Any]  # Any: JSON, here and below
    counts: Counts = Counts()
    output: int = 0
    errors: int = 0
    done: bool = False
    stats: Mapping[str, Any] | None = None

    def dumped(self) -> bytes:
        """The state as JSON."""
        return json.dumps(self._asdict()).encode()

    @classmethod
    def loaded(cls, dumped: bytes) -> Self:
        """The state that `dumped` gave."""
        values = json.loads(dumped)
        return cls(**{**values, "counts": Counts(*values["counts"])})


class Files:
    """The output of a batch, and what lies beside it until it is finished.

    `OUT.partial` and `OUT.errors.partial` are appended to; `OUT.state` says how many bytes of each are good. When all
    is done they become `OUT` and `OUT.errors.jsonl`, each by being renamed.

    Args:
        output: the path of the output.
        sink: what writes it.
    """

    def __init__(self, output: str, sink: Sink) -> None:
        self.output = Path(output)
        self.errors = Path(f"{output}.errors.jsonl")
        self._partial = Path(f"{output}.partial")
        self._errors_partial = Path(f"{output}.errors.partial")
        self._state = Path(f"{output}.state")
        self._sink = sink

    def begin(self, state: State, *, overwrite: bool = False) -> State:
        """Lay the files down.

        Args:
            state: the job, and nothing done of it.
            overwrite: whether what is there goes.

        Raises:
            BatchError: the output, or an unfinished one, exists and shall not be overwritten.
        """
        if overwrite:
            self._forget()
        if self._state.exists():
            message = f"{self.output} is unfinished; --resume goes on with it, --overwrite begins anew"
            raise BatchError(message)
        there = [path for path in (self.output, self.errors) if path.exists()]
        if there:
            message = f"{there[0]} exists; --overwrite begins anew"
            raise BatchError(message)
        head = self._sink.head()
        _write(self._partial, head)
        _write(self._errors_partial, b"")
        state = state._replace(output=len(head))
        self._save(state)
        return state

    def resume(self, state: State) -> State | None:
        """Where the batch ended; None where the output is there and nothing is left to do.

        Args:
            state: the job, and nothing done of it.

        Raises:
            BatchError: what is unfinished is another batch.
        """
        if not self._state.exists():
            return None if self.output.exists() else self.begin(state)
        begun = State.loaded(self._state.read_bytes())
        other = [name for name in state.job if state.job[name] != begun.job.get(name)]
        if other:
            message = (
                f"{self.output} was begun with another {' and '.join(other)}; "
                "the same call goes on with it, --overwrite begins anew"
            )
            raise BatchError(message)
        return begun

    @contextmanager
    def opened(self, state: State) -> Iterator["Appending"]:
        """Both files, cut to what is good in them."""
        with self._partial.open("r+b") as output, self._errors_partial.open("r+b") as errors:
            for file, good in ((output, state.output), (errors, state.errors)):
                file.truncate(good)
                file.seek(good)
            yield Appending(output, errors)

    def commit(self, state: State, appending: "Appending") -> State:
        """Write down that all that was appended is good."""
        sizes = appending.synced()
        state = state._replace(output=sizes[0], errors=sizes[1])
        self._save(state)
        return state

    def finish(self) -> None:
        """Give the files their names; done again after a kill, it does what is left of it."""
        if self._errors_partial.exists():
            if self._errors_partial.stat().st_size:
                self._errors_partial.replace(self.errors)
            else:
                self._errors_partial.unlink()
        if self._partial.exists():
            self._sink.finish(self._partial, self.output)
        self._state.unlink(missing_ok=True)

    def _forget(self) -> None:
        for path in (self._state, self._partial, self._errors_partial, self.output, self.errors):
            path.unlink(missing_ok=True)

    def _save(self, state: State) -> None:
        new = self._state.with_name(self._state.name + ".new")
        _write(new, state.dumped())
        new.replace(self._state)


class Appending:
    """The unfinished output and list of errors, open.

    Args:
        output: the output.
        errors: the list of errors.
    """

    def __init__(self, output: Any, errors: Any) -> None:  # Any: binary files
        self.output = output
        self.errors = errors

    def synced(self) -> tuple[int, int]:
        """The sizes of both, once they are on disk."""
        for file in (self.output, self.errors):
            file.flush()
            os.fsync(file.fileno())
        return self.output.tell(), self.errors.tell()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
