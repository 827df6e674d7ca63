"""The files of a batch, which survive being killed: what is done is written down after it is on disk, never before."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from article_clean.batch.lock import Lock
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
    is done they become `OUT` and `OUT.errors.jsonl`, each by being renamed, and `OUT.state` says how they were made.

    Args:
        output: the path of the output.
        sink: what writes it.
    """

    most_records = sys.maxsize
    """How many records may be written at once: as many as anybody likes."""

    def __init__(self, output: str, sink: Sink) -> None:
        self.output = Path(output)
        self.errors = Path(f"{output}.errors.jsonl")
        self.lock = Lock(output)
        self._partial = Path(f"{output}.partial")
        self._errors_partial = Path(f"{output}.errors.partial")
        self._state = Path(f"{output}.state")
        self._sink = sink

    @property
    def written(self) -> tuple[Path, ...]:
        """All files that may be written."""
        return (self.output, self.errors, self._partial, self._errors_partial, self._state, self.lock.path)

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
        if self._state.exists() and not self._is_finished(self._begun()):
            message = f"{self.output} is unfinished; --resume continues it, --overwrite starts over"
            raise BatchError(message)
        existing = [output_path for output_path in (self.output, self.errors) if output_path.exists()]
        if existing:
            message = f"{existing[0]} exists; --overwrite starts over"
            raise BatchError(message)
        output_head = self._sink.head()
        _write(self._partial, output_head)
        _write(self._errors_partial, b"")
        state = state._replace(output=len(output_head))
        self._save(state)
        return state

    def resume(self, state: State) -> State | None:
        """Where the batch ended; None where the output is there and nothing is left to do.

        Args:
            state: the job, and nothing done of it.

        Raises:
            BatchError: what is there, finished or not, is of another batch or was changed.
        """
        if not self._state.exists():
            return None if self.output.exists() else self.begin(state)
        begun_state = self._begun()
        finished = self._is_finished(begun_state)
        if finished and not self.output.exists():  # it was taken elsewhere
            return self.begin(state)
        changed_options = [
            option_name for option_name in state.job if state.job[option_name] != begun_state.job.get(option_name)
        ]
        if changed_options:
            made_how = "is complete, but was made" if finished else "was begun"
            message = (
                f"{self.output} {made_how} with another {' and '.join(changed_options)}; "
                f"{'' if finished else 'the same call continues it, '}--overwrite starts over"
            )
            raise BatchError(message)
        if finished:
            return None
        self._check_sizes(begun_state)
        return begun_state

    @contextmanager
    def opened(self, state: State) -> Iterator["Appending"]:
        """Both files, cut to what is good in them."""
        with self._partial.open("r+b") as output_file, self._errors_partial.open("r+b") as errors_file:
            for partial_file, good_bytes in ((output_file, state.output), (errors_file, state.errors)):
                partial_file.truncate(good_bytes)
                partial_file.seek(good_bytes)
            yield Appending(output_file, errors_file)

    def commit(self, state: State, appending: "Appending") -> State:
        """Write down that all that was appended is good."""
        synced_sizes = appending.synced()
        state = state._replace(output=synced_sizes[0], errors=synced_sizes[1])
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

    def _begun(self) -> State:
        try:
            return State.loaded(self._state.read_bytes())
        except (ValueError, TypeError, KeyError) as error:
            message = f"{self._state} does not say how far a batch is; --overwrite starts over"
            raise BatchError(message) from error

    def _is_finished(self, begun_state: State) -> bool:
        return begun_state.done and not self._partial.exists()

    def _check_sizes(self, begun_state: State) -> None:
        """See that the files have what the state says: they would be filled up with zeros."""
        for path, least_size in ((self._partial, begun_state.output), (self._errors_partial, begun_state.errors)):
            missing = not path.exists()
            if (missing and not begun_state.done) or (not missing and path.stat().st_size < least_size):
                message = f"{path} lacks some of what was written to it; --overwrite starts over"
                raise BatchError(message)

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


class StandardOutput:
    """Standard output in the place of files, and standard error in that of the list of errors.

    What is written there cannot be taken back, so that nothing can be resumed.
    """

    most_records = 1
    """How many records may be written at once: whoever reads waits for each."""

    @contextmanager
    def opened(self, _: State) -> Iterator["Appending"]:
        """Both streams."""
        sys.stdout.flush()
        yield Appending(sys.stdout.buffer, sys.stderr.buffer)

    def commit(self, state: State, appending: "Appending") -> State:
        """Let whoever reads have what was written."""
        appending.output.flush()
        appending.errors.flush()
        return state

    def finish(self) -> None:
        """Nothing is left to do."""


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
