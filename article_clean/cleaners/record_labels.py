"""What archives, data sets and front matter print around a text, edits that remove it out."""

from collections.abc import Iterator

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.fields.label_blocks import read_block
from article_clean.fields.label_rows import FIELDS

_VALUED = FIELDS | {"caption"}
_ROLES = {"tags": "tags"}
_REASONS = {"body": "the label of the text", "mark": "a mark of an archive"}


@cleaner("record_labels", stage="boilerplate", role="record")
def record_labels(doc: Document) -> Iterator[Edit]:
    """Labels of an archive or a data set: "Section: NEWS", "LENGTH: 143 words", "Title:", "Load-Date:".

    Why it goes: it is about the record, not part of the article; headline, byline, date and deck go to their fields.
    Keeps: labels without company ("Text: Jo Lane"), and those of interviews, listings and book reviews.
    """
    if doc.origin is not None:
        return
    for label_part in doc.text_fact(read_block):
        if label_part.kind not in _VALUED:
            yield Edit(
                label_part.start,
                label_part.end,
                role=_ROLES.get(label_part.kind, ""),
                reason=_REASONS.get(label_part.kind, ""),
            )
            continue
        for label_start, label_end in (
            (label_part.start, label_part.value_start),
            (label_part.value_end, label_part.end),
        ):
            if label_start < label_end:
                yield Edit(label_start, label_end, reason="the label of a value")
        if label_part.kind == "caption" and label_part.value_start < label_part.value_end:
            yield Edit(
                label_part.value_start, label_part.value_end, role="caption", reason="what an archive says of a picture"
            )
