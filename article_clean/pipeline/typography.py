"""Quotation marks and spaces as the source prints them: cleaners read one form, and it is taken back at the end.

An edit that changes how a character looks puts as many characters as it takes, so that no other edit moves without it.
The few that do not, TeX's quotation marks and lost spaces, are not made in the first place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce

from article_clean.core.composition import respelled
from article_clean.core.edits import Edit, apply
from article_clean.core.keep import TYPOGRAPHY


def of_same_length(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits without those of typography that move what stands behind them."""
    return (edit for edit in edits if edit.role != TYPOGRAPHY or len(edit.text) == edit.end - edit.start)


def without_typography(passes: Iterable[Sequence[Edit]]) -> list[Sequence[Edit]]:
    """The passes without what only looks different."""
    return [[edit for edit in edits if edit.role != TYPOGRAPHY] for edits in passes]


def fields_as_printed(
    source: str, text: str, passes: Sequence[Sequence[Edit]], fields: Mapping[str, object]
) -> dict[str, object]:
    """The fields with the marks and spaces that the source prints in them, line by line.

    Args:
        source: the text before the passes.
        text: what the passes make of it with those of typography; as long as without.
        passes: the passes without typography.
        fields: what was read from `text`.
    """
    printed_text = reduce(apply, passes, source)

    def printed_line(line: str) -> str:
        offset = text.find(line)
        return printed_text[offset : offset + len(line)] if offset >= 0 else line

    return respelled(fields, lambda value: "\n".join(map(printed_line, value.split("\n"))))
