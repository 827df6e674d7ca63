"""JSON of a user's own making: a model, a pipeline. It is read whole, to a bound."""

import json
from pathlib import Path
from typing import Any

MAX_FILE_BYTES = 50_000_000  # a hundred times the larger of the models that ship, with its 216,000

_GZIP = b"\x1f\x8b"


def read_json(path: str | Path) -> Any:  # Any: JSON
    """What a file says.

    Raises:
        ValueError: it cannot be read, is too long, or is no JSON; the message says why, without the path.
    """
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MAX_FILE_BYTES + 1)
        fault = _fault(raw)
        value = None if fault else json.loads(raw)
    except OSError as error:
        fault = error.strerror or str(error)
    except RecursionError:
        fault = "it is nested too deep"
    except ValueError as error:
        fault = f"it is not JSON ({error})"
    if fault:
        raise ValueError(fault)
    return value


def _fault(raw: bytes) -> str:
    if len(raw) > MAX_FILE_BYTES:
        return f"it is longer than {MAX_FILE_BYTES:,} bytes"
    return "it is compressed; unpack it first" if raw.startswith(_GZIP) else ""
