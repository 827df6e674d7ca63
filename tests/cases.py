"""Fixture files: cases in plain text, four lines a case.

    === goes: what it shows
    The council met on Tuesday.
    [-Sign up for our newsletter-]
    === stays: prose about the same thing
    The newsletter reached 680,000 readers.

A case of a cleaner that removes marks in `[-…-]` what goes. A case of one that rewrites, or of a field, has a line
`>>>` and behind it the body wanted, or a JSON object of fields.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
LEAD = (  # of a story around what is tested
    "The harbour froze on Monday for the first time since 1963, and the ferries stayed in port. Nobody in town could "
    "say how long the ice would hold, and the harbour master asked all boats to wait for the next tide."
)
NEXT = (  # its last paragraph
    "Children skated between the moored boats until the coast guard sent them home in the evening. They came back in "
    "the morning with their parents, and by noon half of the town stood on the ice."
)
SHARED = ROOT.parent / "shared"  # beside the project where it is developed; tests that need it skip elsewhere
_CASE = re.compile(r"^=== (goes|stays): (.*)\n", re.MULTILINE)
_MARKED = re.compile(r"\[-(.*?)-\]", re.DOTALL)


class Case(NamedTuple):
    """One case: `text` goes in; of it `gone` is removed, or `wanted` (a body, or fields) comes out."""

    goes: bool
    title: str
    text: str
    gone: list[str]
    wanted: str | None

    @property
    def fields(self):
        """The fields wanted, where they are given as JSON."""
        return json.loads(self.wanted) if self.wanted else {}


def read_cases(path: Path) -> list[Case]:
    """The cases of a fixture file, in order."""
    parts = _CASE.split(path.read_text(encoding="utf-8"))[1:]
    return [_case(*parts[n : n + 3]) for n in range(0, len(parts), 3)]


def _case(kind: str, title: str, block: str) -> Case:
    text, arrow, wanted = block.partition("\n>>>\n")
    gone = _MARKED.findall(text)
    return Case(
        kind == "goes", title, _MARKED.sub(r"\1", text).strip("\n"), gone, wanted.strip("\n") if arrow else None
    )
