"""How a text becomes an `Article`: the five stages, one after the other.

Characters and layout rewrite the text; boilerplate and context remove from it; fields label what leaves the body for a
field of its own. In each stage all cleaners read one and the same document, and one function settles what they propose.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING, NoReturn

from article_clean.article import Article
from article_clean.core.cleaner import Cleaner, Stage, is_reader, summary
from article_clean.core.composition import Printed, as_printed, compositions
from article_clean.core.document import Document
from article_clean.core.edits import (
    FURNITURE,
    MARKUP,
    Edit,
    Label,
    OffsetMap,
    Warn,
    apply,
    compose,
    resolved_with,
    settle,
)
from article_clean.core.keep import TYPOGRAPHY, KeepName, is_kept, stays
from article_clean.core.likelihoods import is_likelihood
from article_clean.core.origin import Origin
from article_clean.core.paragraphs import cut_paragraphs
from article_clean.core.patterns import pattern_of
from article_clean.core.presentable import encodable, presentable
from article_clean.core.structure import PlainText
from article_clean.core.table_rows import row_joins
from article_clean.errors import PipelineError
from article_clean.fields import read_fields
from article_clean.fields.provenance import PageField, with_completeness, with_page
from article_clean.intake import decode
from article_clean.pipeline.remarks import depleted, dumped, emptiness
from article_clean.pipeline.typography import fields_as_printed, of_same_length, without_typography

if TYPE_CHECKING:
    from article_clean.pages import Rendering

REPAIRS = 8  # passes over the characters: `&acirc;&euro;&trade;` becomes mojibake, a curly quote, a straight one
LONGEST_REACH = 40  # characters beside a removed one with which its neighbour may make an entity or mojibake
MOST_ROUNDS = 4  # readings of one context; what is taken at an end brings the next line to the end
MOST_NEAR_BOTH_ENDS = 12  # paragraphs: the cleaners look at up to 6 at the head and 5 at the tail

_AS_PRINTED = frozenset(
    {"headline", "deck", "description"}
)  # fields whose characters are repaired as those of the body
_UNSETTLED = pattern_of(
    r"[&<\[]|[^\x00-\x7f]"
)  # what a repair may bring to light: entities, markup, anything not ASCII

Stages = Mapping[Stage, Sequence[Cleaner]]


def run(
    text_or_page: "str | Rendering",
    stages: Stages,
    warnings: Sequence[str] = (),
    keep: Sequence[KeepName] = (),
    *,
    url: str | None = None,
) -> Article:
    """Clean one text that is already decoded, or one page that is already rendered.

    Args:
        text_or_page: plain text, or a page; lone surrogates in it are read as U+FFFD.
        stages: the cleaners of each stage.
        warnings: what was odd about the input so far.
        keep: what stays in the body although it is found; a page is rendered with the same.
        url: where it was found, by the caller; an article whose page names no address of its own has this one.
    """
    page = None if isinstance(text_or_page, str) else text_or_page
    source, surrogate_warnings = decode.without_surrogates(
        (page.source or page.page.text) if page else str(text_or_page)
    )
    remarks: list[str] = []
    doc, passes = _rewritten(source, stages, page, remarks, keep)
    removed, field_edits, field_labels = _parted(doc, stages, remarks, _kept_lines(doc, page))
    taken_edits: Iterable[Edit] = chain(removed, field_edits)
    if keep:
        taken_edits = (edit for edit in taken_edits if not stays(edit, keep))
    paragraph_edits = cut_paragraphs(doc, settle(taken_edits, passes))
    fields = read_fields(doc, field_labels, removed)
    stated_fields = [] if fields.values.get("url") else _address(url)
    stated_fields += [
        field._replace(value=_repaired(field.value, stages, remarks, keep)) if field.name in _AS_PRINTED else field
        for field in (page.fields if page else ())
    ]
    printed = _printed(source, doc, (*passes, paragraph_edits), fields.values, keep)
    values = with_completeness(with_page(printed.fields, stated_fields), printed.body, page.word_count if page else 0)
    unread_warnings = () if values.get("published") else fields.warnings
    all_warnings = (
        *warnings,
        *(page.warnings if page else ()),
        *surrogate_warnings,
        *unread_warnings,
        *dumped(doc, removed),
    )
    # A cleaner may read a text more than once, and then remarks twice.
    all_warnings = (*all_warnings, *depleted(printed.body, removed), *dict.fromkeys(remarks))
    empty_warnings = emptiness(source, printed.body, told=bool(all_warnings))
    values |= _verdict(page)
    outline = (page and page.outline) or PlainText()
    values |= {"source": source, "body": printed.body, "warnings": (*all_warnings, *empty_warnings)}
    return Article.made(printed.passes, outline, **values)


def _address(url: str | None) -> list[PageField]:
    """The address that the caller gives, as a field."""
    if not url:
        return []
    from article_clean.pages.metadata.addresses import CALLER, web_address  # noqa: PLC0415  # as in `clean`

    address = web_address(url)
    return [PageField("url", address, (CALLER,))] if address else []


def _verdict(page: "Rendering | None") -> dict[str, object]:
    """What is thought of a page, as fields of an article."""
    verdict = page.verdict if page else None
    if not verdict:
        return {}
    return {
        "page_type": verdict.kind,
        "page_type_likelihood": verdict.likelihood,
        "confidence": verdict.confidence,
    }


def _kept_lines(doc: Document, page: "Rendering | None") -> list[Edit]:
    """The lines that a page's cuts only left because the caller wants them: the cleaners look at the rest."""
    if not page or not page.kept:
        return []
    from article_clean.pages.cuts import CUTTER, FAR  # noqa: PLC0415  # loaded with the page, and no text needs them

    roles = ((line, page.kept.get(doc.block_at(line.start))) for line in doc.paragraphs)
    return [Edit(line.start, line.end, "", role, FAR, CUTTER) for line, role in roles if role]


def _printed(
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


def _removals(doc: Document, stages: Stages, remarks: list[str], removed: Sequence[Edit] = ()) -> Sequence[Edit]:
    """What the rules of boilerplate and context take away, and what a whole page prints around its article.

    Args:
        doc: the text after the stages that rewrite.
        stages: the cleaners of each stage.
        remarks: takes what is odd.
        removed: what no cleaner is to look at.
    """
    readers = _readers(stages["context"])
    rules = _rules(stages["context"])
    removed = _taken(doc, removed, stages["boilerplate"], remarks)
    further_edits = _taken(doc, removed, [cleaner for cleaner in stages["context"] if cleaner not in readers], remarks)
    if any(edit.role == FURNITURE for edit in further_edits):  # what is left is read as an article
        removed = _taken(doc, further_edits, _rules(stages["boilerplate"]), remarks)
        further_edits = _taken(doc, removed, rules, remarks)
    for _ in range(MOST_ROUNDS):  # what goes at an end brings the next line there
        if further_edits == removed:
            break
        removed, further_edits = further_edits, _taken(doc, further_edits, rules, remarks)
    return further_edits


def _parted(
    doc: Document, stages: Stages, remarks: list[str], kept_lines: Sequence[Edit]
) -> tuple[Sequence[Edit], list[Edit], list[Label]]:
    """What is removed, what is moved to fields, and the labels of these.

    What the rules leave is read by what reads a whole article, and once more as it is when the body is cleaned. Where
    that takes something, or a headline or a byline has left a short text, in which each line is near an end, the rules
    of context look again.
    """
    rule_edits = _removals(doc, stages, remarks, kept_lines)
    removed = _taken(doc, rule_edits, _readers(stages["context"]), remarks)
    field_edits: list[Edit] = []
    field_labels: list[Label] = []
    reasons = {cleaner.name: summary(cleaner) for cleaner in stages["fields"]}
    for round_index in range(MOST_ROUNDS):
        remaining = doc.without(removed)
        field_labels = list(_labels(remaining, stages["fields"], remarks))
        field_edits = [
            Edit(label.start, label.end, "", label.role, reasons[label.cleaner], label.cleaner)
            for label in field_labels
        ]
        if not field_edits and not removed:
            break
        body = doc.without(resolved_with(removed, field_edits), traceless=True)
        reads_again = (
            round_index or removed != rule_edits or (field_edits and len(remaining.paragraphs) <= MOST_NEAR_BOTH_ENDS)
        )
        cleaners = _of_articles(stages["context"]) if reads_again else _readers(stages["context"])
        further_edits = resolved_with(removed, _edits(body, cleaners, remarks))
        if further_edits == removed:
            break
        removed = further_edits
    return removed, field_edits, field_labels


def _taken(doc: Document, removed: Sequence[Edit], cleaners: Sequence[Cleaner], remarks: list[str]) -> Sequence[Edit]:
    """What these cleaners take besides what is removed."""
    return resolved_with(removed, _edits(doc.without(removed), cleaners, remarks))


def _of_articles(cleaners: Sequence[Cleaner]) -> list[Cleaner]:
    """These without the one that takes a whole page down to its article."""
    return [cleaner for cleaner in cleaners if cleaner.role != FURNITURE]


def _rules(cleaners: Sequence[Cleaner]) -> list[Cleaner]:
    """These without the readers of whole texts."""
    return [cleaner for cleaner in cleaners if not is_reader(cleaner)]


def _readers(cleaners: Sequence[Cleaner]) -> list[Cleaner]:
    """Those of these that read a whole article."""
    return [cleaner for cleaner in _of_articles(cleaners) if is_reader(cleaner)]


def rest_of(text: str, stages: Stages) -> Document:
    """What the context stage sees of a plain text: repaired, laid out, without boilerplate.

    Args:
        text: the text, decoded.
        stages: the cleaners of each stage.
    """
    doc, _ = _rewritten(decode.without_surrogates(text)[0], stages, None, [])
    return doc.without(_taken(doc, [], stages["boilerplate"], []))


def traced_rest(text: str, stages: Stages) -> tuple[Document, OffsetMap]:
    """What a reader of articles sees of a plain text, without what rules take; what leads its offsets back to the text.

    Args:
        text: the text, decoded.
        stages: the cleaners of each stage.
    """
    doc, passes = _rewritten(decode.without_surrogates(text)[0], stages, None, [])
    removed = _removals(doc, {**stages, "context": _rules(stages["context"])}, [])
    return doc.without(removed), OffsetMap(reduce(compose, passes, ()))


def _repaired(value: object, stages: Stages, remarks: list[str], keep: Sequence[KeepName]) -> object:
    """A field's text with the characters repaired as in the body: quotation marks, entities, mojibake."""
    if isinstance(value, str) and _UNSETTLED.search(value):
        doc, passes = _rewritten(value, {**stages, "layout": ()}, None, remarks, keep)
        return _printed(value, doc, (*passes, ()), {}, keep).body
    return value


def _rewritten(
    text: str, stages: Stages, page: "Rendering | None", remarks: list[str], keep: Sequence[KeepName] = ()
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
    for _ in range(REPAIRS):
        origin = _origin(page, passes)
        proposed_edits = _edits(Document(text, (), origin), stages["characters"], remarks)
        edits = settle(of_same_length(proposed_edits) if is_kept(TYPOGRAPHY, keep) else proposed_edits, passes)
        is_settled = _are_settled(text, edits)
        if edits:
            passes.append(edits)
            text = apply(text, edits)
        if is_settled:
            break
    origin = _origin(page, passes)
    doc = Document(text, (), origin)
    layout = (edit for edit in _edits(doc, stages["layout"], remarks) if not doc.leaves_block(edit))
    edits = settle(chain(layout, row_joins(doc)), passes)
    if edits:
        passes.append(edits)
        origin = _origin(page, passes)
        doc = Document(apply(text, edits), _joins(text, edits), origin)
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
        or (tex if edit.text else _brings_together(text, edit.start, edit.end))
        for edit in edits
    )


def _brings_together(text: str, start: int, end: int) -> bool:
    """Whether without text[start:end] its neighbours may make an entity or mojibake."""
    if not text[max(0, start - 1) : start].strip() or not text[end : end + 1].strip():
        return False
    search_start, search_end = max(0, start - LONGEST_REACH), end + LONGEST_REACH
    return bool(_UNSETTLED.search(text, search_start, start) or _UNSETTLED.search(text, end, search_end))


def _edits(doc: Document, cleaners: Sequence[Cleaner], remarks: list[str]) -> Iterator[Edit]:
    for cleaner, edit in _proposed(doc, cleaners, remarks):
        if not isinstance(edit, Edit):
            _refuse(cleaner, f"a cleaner of the {cleaner.stage} stage must yield Edit, not {edit!r}")
        _check(cleaner, edit, doc)
        if edit.likelihood is not None and not is_likelihood(edit.likelihood):
            _refuse(cleaner, f"a likelihood is a float of 0 to 1, or None; got {edit.likelihood!r}")
        if not edit.text.isprintable() and encodable(edit.text) is not edit.text:
            _refuse(cleaner, "a lone surrogate is no text, and no file can hold it; write U+FFFD")
        reason = presentable(edit.reason) if edit.reason else summary(cleaner) if _takes(edit, doc.text) else ""
        yield tuple.__new__(
            Edit, (*edit[:3], edit.role or cleaner.role, reason, cleaner.name, (), edit.likelihood)
        )  # half the time of Edit(…)


def _takes(edit: Edit, text: str) -> bool:
    """Whether nothing is left of what an edit covers, or white space where none was: it may come to be a removal."""
    return not edit.text or (edit.text.isspace() and not text[edit.start : edit.end].isspace())


def _labels(doc: Document, cleaners: Sequence[Cleaner], remarks: list[str]) -> Iterator[Label]:
    for cleaner, label in _proposed(doc, cleaners, remarks):
        if not isinstance(label, Label):
            _refuse(cleaner, f"a cleaner of the fields stage must yield Label, not {label!r}")
        _check(cleaner, label, doc)
        yield Label(label.start, label.end, label.role, cleaner.name)


def _proposed(doc: Document, cleaners: Sequence[Cleaner], remarks: list[str]) -> Iterator[tuple[Cleaner, Edit | Label]]:
    """What the cleaners propose, their warnings in `remarks`; where one fails, its name goes up with the error."""
    for cleaner in cleaners:
        try:
            for proposal in cleaner(doc):
                if isinstance(proposal, Warn):
                    remarks.append(proposal.text)
                else:
                    yield cleaner, proposal
        except Exception as error:
            error.add_note(f"raised in cleaner {cleaner.name!r} of the {cleaner.stage} stage")
            raise


def _check(cleaner: Cleaner, proposal: Edit | Label, doc: Document) -> None:
    length = len(doc.text)
    if not 0 <= proposal.start <= proposal.end <= length:
        _refuse(cleaner, f"{proposal!r} does not lie in the text of {length} characters; offsets count in doc.text")


def _refuse(cleaner: Cleaner, fault: str) -> NoReturn:
    message = f"cleaner {cleaner.name!r}: {fault}"
    raise PipelineError(message)


def _joins(text: str, edits: Sequence[Edit]) -> Sequence[int]:
    """Where the edited text has a line break of `text` joined."""
    join_offsets = array("q")
    shift = 0
    for edit in edits:
        if "\n" in text[edit.start : edit.end] and "\n" not in edit.text:
            join_offsets.append(edit.start + shift)
        shift += len(edit.text) - (edit.end - edit.start)
    return join_offsets
