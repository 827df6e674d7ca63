"""How a text becomes an `Article`: the five stages, one after the other.

Characters and layout rewrite the text; boilerplate and context remove from it; fields label what leaves the body for a
field of its own. In each stage all cleaners read one and the same document, and one function settles what they propose.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING

from article_clean.article import Article
from article_clean.core.cleaner import Cleaner, is_reader, summary
from article_clean.core.composition import composed
from article_clean.core.document import Document
from article_clean.core.edits import (
    FURNITURE,
    Edit,
    Label,
    OffsetMap,
    compose,
    resolved_with,
    settle,
)
from article_clean.core.keep import KeepName, stays
from article_clean.core.paragraphs import cut_paragraphs
from article_clean.core.structure import PlainText
from article_clean.fields import read_fields
from article_clean.fields.provenance import PageField, with_completeness, with_page
from article_clean.intake import decode
from article_clean.pipeline.proposals import Remarks, edits_of, labels_of
from article_clean.pipeline.remarks import depleted, dumped, emptiness
from article_clean.pipeline.rewriting import Stages, in_source_letters, repaired, rewritten
from article_clean.pipeline.text_features import Cleaned
from article_clean.pipeline.text_model import Judge, confidence_in

if TYPE_CHECKING:
    from article_clean.pages import Rendering

MOST_ROUNDS = 4  # readings of one context; what is taken at an end brings the next line to the end
MOST_NEAR_BOTH_ENDS = 12  # paragraphs: the cleaners look at up to 6 at the head and 5 at the tail

_REPAIRED_FIELDS = frozenset({"headline", "deck", "description"})  # whose characters are repaired as those of the body


def run(  # noqa: PLR0913  # by name, and each with a default
    text_or_page: "str | Rendering",
    stages: Stages,
    warnings: Sequence[str] = (),
    keep: Sequence[KeepName] = (),
    *,
    url: str | None = None,
    judge: Judge = confidence_in,
) -> Article:
    """Clean one text that is already decoded, or one page that is already rendered.

    Args:
        text_or_page: plain text, or a page; lone surrogates in it are read as U+FFFD.
        stages: the cleaners of each stage.
        warnings: what was odd about the input so far.
        keep: what stays in the body although it is found; a page is rendered with the same.
        url: where it was found, by the caller; an article whose page names no address of its own has this one.
        judge: what gives the confidence in a cleaned text that is no page.
    """
    page = None if isinstance(text_or_page, str) else text_or_page
    source, surrogate_warnings = decode.without_surrogates(
        (page.source or page.page.text) if page else str(text_or_page)
    )
    remarks = Remarks()
    doc, passes = rewritten(source, stages, page, remarks, keep)
    removed, field_edits, field_labels = _parted(doc, stages, remarks, _kept_lines(doc, page))
    taken_edits: Iterable[Edit] = chain(removed, field_edits)
    if keep:
        taken_edits = (edit for edit in taken_edits if not stays(edit, keep))
    paragraph_edits = cut_paragraphs(doc, settle(taken_edits, passes))
    fields = read_fields(doc, field_labels, removed)
    stated_fields = [] if fields.values.get("url") else _address(url)
    stated_fields += [
        field._replace(value=repaired(field.value, stages, remarks, keep)) if field.name in _REPAIRED_FIELDS else field
        for field in (page.fields if page else ())
    ]
    printed = in_source_letters(source, doc, (*passes, paragraph_edits), fields.values, keep)
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
    all_warnings = (*all_warnings, *depleted(printed.body, removed), *dict.fromkeys(remarks.warnings))
    empty_warnings = emptiness(source, printed.body, told=bool(all_warnings))
    if page:
        values |= _verdict(page)
    else:
        body = composed(printed.body)  # a text is as sure in each of its Unicode forms
        cleaned = Cleaned(len(doc.text), len(doc.paragraphs), removed, body, remarks.likelihoods)
        values["confidence"] = judge(cleaned)
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


def _verdict(page: "Rendering") -> dict[str, object]:
    """What is thought of a page, as fields of an article."""
    verdict = page.verdict
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


def _removals(doc: Document, stages: Stages, remarks: Remarks, removed: Sequence[Edit] = ()) -> Sequence[Edit]:
    """What the rules of boilerplate and context take away, and what a whole page prints around its article.

    Args:
        doc: the text after the stages that rewrite.
        stages: the cleaners of each stage.
        remarks: takes what the cleaners say besides.
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
    doc: Document, stages: Stages, remarks: Remarks, kept_lines: Sequence[Edit]
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
        field_labels = list(labels_of(remaining, stages["fields"], remarks))
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
        further_edits = resolved_with(removed, edits_of(body, cleaners, remarks))
        if further_edits == removed:
            break
        removed = further_edits
    return removed, field_edits, field_labels


def _taken(doc: Document, removed: Sequence[Edit], cleaners: Sequence[Cleaner], remarks: Remarks) -> Sequence[Edit]:
    """What these cleaners take besides what is removed."""
    return resolved_with(removed, edits_of(doc.without(removed), cleaners, remarks))


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
    doc, _ = rewritten(decode.without_surrogates(text)[0], stages, None, Remarks())
    return doc.without(_taken(doc, [], stages["boilerplate"], Remarks()))


def traced_rest(text: str, stages: Stages) -> tuple[Document, OffsetMap]:
    """What a reader of articles sees of a plain text, without what rules take; what leads its offsets back to the text.

    Args:
        text: the text, decoded.
        stages: the cleaners of each stage.
    """
    doc, passes = rewritten(decode.without_surrogates(text)[0], stages, None, Remarks())
    removed = _removals(doc, {**stages, "context": _rules(stages["context"])}, Remarks())
    return doc.without(removed), OffsetMap(reduce(compose, passes, ()))
