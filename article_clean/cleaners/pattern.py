"""A cleaner made of a pattern alone: the commonest plug-in, and the easiest way to hang, so that its time is limited.

https://github.com/mrabarnett/mrab-regex
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from time import process_time
from typing import TYPE_CHECKING, Literal, get_args

from article_clean.article import MOVED
from article_clean.core.cleaner import STAGES, Proposals, Stage
from article_clean.core.document import Document
from article_clean.core.edits import Edit, Label, Warn
from article_clean.core.public import public
from article_clean.errors import PipelineError

Where = Literal["line", "paragraph", "text"]

MOST_TOLD = 80  # characters of a pattern in the reason of a removal
OVER_LIMIT = "cleaner {!r}: its pattern needs more than {:g} seconds of CPU for this text; it removed nothing"
_LABELLED = (*sorted(MOVED), "date_line")

if TYPE_CHECKING:
    import regex


@public
@dataclass(frozen=True, slots=True)
class PatternCleaner:
    r"""A cleaner that removes what a pattern matches, in each line, each paragraph or the whole text.

    The pattern is one of the package `regex`: the syntax of `re`, and `\p{Script=Greek}`, possessive quantifiers, fuzzy
    matching and more. Every match goes, so `^…$` takes a whole line. If the pattern takes too long for a text, it
    removes nothing, and `Article.warnings` says so.

    Args:
        name: its name in a pipeline and in `Article.removed`.
        pattern: the pattern; flags are part of it, as in `(?i)`.
        role: what it takes; by default its name. In the stage "fields", the field.
        stage: when it runs, one of `STAGES`.
        where: what the pattern is matched against: "line", a line as it was printed; "paragraph", with wrapped lines
            joined; or "text".
        timeout: limit in seconds of CPU for one text.

    Raises:
        PipelineError: the pattern does not compile, or the stage, `where` or `timeout` is wrong; it says which.
    """

    name: str
    pattern: str
    role: str = ""
    stage: Stage = "boilerplate"
    where: Where = "line"
    timeout: float = 0.2

    def __post_init__(self) -> None:
        if not self.role:
            object.__setattr__(self, "role", self.name)
        fault = next(_faults(self), None)
        if fault:
            message = f"pattern cleaner {self.name!r}: {fault}"
            raise PipelineError(message)

    def __call__(self, doc: Document, /) -> Proposals:
        """Propose each match, or a warning where they take too long to find."""
        try:
            match_spans = list(self._spans(doc))
        except TimeoutError:
            return [Warn(OVER_LIMIT.format(self.name, self.timeout))]
        if self.stage == "fields":
            return [Label(match_start, match_end, self.role) for match_start, match_end in match_spans]
        pattern = " ".join(self.pattern.split())
        shown_pattern = pattern if len(pattern) <= MOST_TOLD else pattern[: MOST_TOLD - 1] + "…"
        return [
            Edit(match_start, match_end, reason=f"matches the pattern {shown_pattern}")
            for match_start, match_end in match_spans
        ]

    def _spans(self, doc: Document) -> Iterator[tuple[int, int]]:
        """Start and end of each match that is not empty.

        Raises:
            TimeoutError: all of them together take longer than they may.
        """
        compiled = _compiled(self.pattern)
        deadline = process_time() + self.timeout
        for text_start, text in self._texts(doc):
            seconds_left = deadline - process_time()
            if seconds_left <= 0:
                raise TimeoutError
            for found_match in compiled.finditer(text, timeout=seconds_left):
                if found_match.end() > found_match.start():
                    yield text_start + found_match.start(), text_start + found_match.end()

    def _texts(self, doc: Document) -> Sequence[tuple[int, str]]:
        if self.where == "text":
            return [(0, doc.text)]
        return [(line.start, line.text) for line in (doc.lines if self.where == "line" else doc.paragraphs)]


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "regex.Pattern":
    """The pattern, ready to match.

    Raises:
        PipelineError: it cannot be compiled.
    """
    import regex  # noqa: PLC0415  # 20 ms, a tenth of the time of all other imports; seldom needed

    try:
        return regex.compile(pattern)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        message = f"the pattern {pattern!r} cannot be compiled: {error}"
        raise PipelineError(message) from error


def _faults(cleaner: PatternCleaner) -> Iterator[str]:
    """What is wrong with its options."""
    if not isinstance(cleaner.name, str) or not cleaner.name or not isinstance(cleaner.role, str):
        yield "its name and role are texts, and the name is not empty"
    if cleaner.stage not in STAGES:
        yield f"unknown stage {cleaner.stage!r}; the stages are {', '.join(STAGES)}"
    if cleaner.stage == "fields" and cleaner.role not in _LABELLED:
        yield f"in the stage 'fields' the role is one of {', '.join(_LABELLED)}; got {cleaner.role!r}"
    if cleaner.where not in get_args(Where):
        yield f"where is one of {', '.join(map(repr, get_args(Where)))}; got {cleaner.where!r}"
    limit = cleaner.timeout
    if isinstance(limit, bool) or not isinstance(limit, (int, float)) or not (isfinite(limit) and limit > 0):
        yield f"timeout is a number of seconds above 0; got {limit!r}"
    pattern: object = cleaner.pattern
    if not isinstance(pattern, str):
        yield f"the pattern is a text; got {pattern!r}"
    try:
        _compiled(cleaner.pattern)
    except PipelineError as error:
        yield str(error)
