"""The stages that rewrite a text, characters and layout, and the way back to the letters that the source prints."""

from array import array
from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING

from article_clean.core.cleaner import Cleaner, Stage
from article_clean.core.composition import Printed, as_printed, compositions
from article_clean.core.document import Document
from article_clean.core.edits import MARKUP, Edit, apply, settle
from article_clean.core.keep import TYPOGRAPHY, KeepName, is_kept
from article_clean.core.origin import Origin
from article_clean.core.patterns import pattern_of
from article_clean.core.table_rows import row_joins
from article_clean.pipeline.proposals import Remarks, edits_of
from article_clean.pipeline.typography import fields_as_printed, of_same_length, without_typography

if TYPE_CHECKING:
    from article_clean.pages import Rendering

REPAIRS = 8  # passes over the characters: `&acirc;&euro;&trade;` becomes mojibake, a curly quote, a straight one
LONGEST_REACH = 40  # characters beside a removed one with which its neighbour may make an entity or mojibake

# What a repair may bring to light: entities, markup, anything not ASCII.
_UNSETTLED = pattern_of(r"[&<\[]|[^\x00-\x7f]")

Stages = Mapping[Stage, Sequence[Cleaner]]


def rewritten(
    text: str, stages: Stages, page: "Rendering | None", remarks: Remarks, keep: Sequence[KeepName] = ()
) -> tuple[Document, list[Sequence[Edit]]]:
    """The text after the characters and layout stages, and the passes that led there; a page is cut first."""
    passes: list[Sequence[Edit]] = []
    page_edits = (page.marks or page.cuts) if page else ()
    if page_edits:
        passes.append(page_edits)
        text = apply(text, page_edits)
    if composing := compositions(text):
        passes.append(composing)
        text = apply(text, composing)
    doc = Document(text, (), _origin(page, passes))
    for _ in range(REPAIRS):
        proposed_edits = edits_of(doc, stages["characters"], remarks)
        edits = settle(of_same_length(proposed_edits) if is_kept(TYPOGRAPHY, keep) else proposed_edits, passes)
        is_settled = _are_settled(text, edits)
        if edits:
            passes.append(edits)
            text = apply(text, edits)
            doc = Document(text, (), _origin(page, passes))
        if is_settled:
            break
    layout = (edit for edit in edits_of(doc, stages["layout"], remarks) if not doc.leaves_block(edit))
    edits = settle(chain(layout, row_joins(doc)), passes)
    if edits:
        passes.append(edits)
        doc = Document(apply(text, edits), _joins(text, edits), _origin(page, passes))
    return doc, passes


def _origin(page: "Rendering | None", passes: Sequence[Sequence[Edit]]) -> Origin | None:
    """Where a text comes from that these passes made; with Markdown the first of them begins before the page."""
    if page is None:
        return None
    return Origin(page.page, (page.cuts, *passes[1:]) if page.marks else tuple(passes))


def _are_settled(text: str, edits: Sequence[Edit]) -> bool:
    """Whether no repair made something that needs one: by itself, of what stood on its two sides, or of TeX's marks.

    A tag that goes changes what the next one stands beside.
    """
    tex = "`" in text
    return not any(
        edit.role == MARKUP
        or _UNSETTLED.search(edit.text)
        or ">" in edit.text  # a tag may end there
        or (tex if edit.text else _brings_together(text, edit.start, edit.end))
        for edit in edits
    )


def _brings_together(text: str, start: int, end: int) -> bool:
    """Whether without text[start:end] its neighbours may make an entity or mojibake."""
    if not text[max(0, start - 1) : start].strip() or not text[end : end + 1].strip():
        return False
    search_start, search_end = max(0, start - LONGEST_REACH), end + LONGEST_REACH
    return bool(_UNSETTLED.search(text, search_start, start) or _UNSETTLED.search(text, end, search_end))


def _joins(text: str, edits: Sequence[Edit]) -> Sequence[int]:
    """Where the edited text has a line break of `text` joined."""
    join_offsets = array("q")
    shift = 0
    for edit in edits:
        if "\n" in text[edit.start : edit.end] and "\n" not in edit.text:
            join_offsets.append(edit.start + shift)
        shift += len(edit.text) - (edit.end - edit.start)
    return join_offsets


def in_source_letters(
    source: str, doc: Document, passes: Sequence[Sequence[Edit]], fields: dict[str, object], keep: Sequence[KeepName]
) -> Printed:
    """The body and the fields in the letters that the source prints, and in its marks and spaces, where they are kept.

    Args:
        source: the text before the passes.
        doc: the text before the last of them.
        passes: what makes the body.
        fields: the values of fields, in the letters of `doc`.
        keep: what stays.
    """
    body = apply(doc.text, passes[-1])
    if is_kept(TYPOGRAPHY, keep):
        passes = without_typography(passes)
        fields = fields_as_printed(source, doc.text, passes[:-1], fields)
        body = reduce(apply, passes, source)
    return as_printed(source, passes, body, fields)


def repaired(value: object, stages: Stages, remarks: Remarks, keep: Sequence[KeepName]) -> object:
    """A field's text with the characters repaired as in the body: quotation marks, entities, mojibake."""
    if isinstance(value, str) and _UNSETTLED.search(value):
        doc, passes = rewritten(value, {**stages, "layout": ()}, None, remarks, keep)
        return in_source_letters(value, doc, (*passes, ()), {}, keep).body
    return value
