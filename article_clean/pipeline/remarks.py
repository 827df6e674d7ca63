"""What is odd about how a text was cleaned, in sentences for `Article.warnings`."""

from collections.abc import Iterator, Sequence

from article_clean.core.document import Document
from article_clean.core.edits import FURNITURE, Edit

FOUND_DUMP = "taken for a whole page: {} of {} lines are not part of its article; kind='article' keeps them"
FOUND_LEFTOVERS = "taken for leftovers: {} of {} paragraphs, {} of {} characters; favor='recall' keeps more"


def dumped(doc: Document, removed: Sequence[Edit]) -> Iterator[str]:
    """That the text was taken for a whole page, and most of it not for the article."""
    lines = sum(edit.role == FURNITURE for edit in removed)
    if lines:
        yield FOUND_DUMP.format(lines, len(doc.paragraphs))


def depleted(body: str, removed: Sequence[Edit]) -> Iterator[str]:
    """That more than half of what rules and fields leave went as a learned reader of articles proposed.

    Args:
        body: what stays, a blank line between its paragraphs.
        removed: what went, with the likelihoods of such readers.
    """
    sizes = [edit.end - edit.start for edit in removed if edit.likelihood is not None and edit.role != FURNITURE]
    count, size = len(sizes), sum(sizes)
    paragraphs = body.count("\n\n") + 1 if body else 0
    if count > paragraphs or size > len(body):
        yield FOUND_LEFTOVERS.format(count, count + paragraphs, size, size + len(body))


def emptiness(source: str, body: str, *, told: bool) -> Iterator[str]:
    """That there is no text, unless what was odd about the input tells why."""
    if not source.strip():
        yield from () if told else ("the input is empty",)
    elif not body:
        yield "no text of the input is left for the body"
