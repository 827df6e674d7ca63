"""What cleaners propose, checked: each edit with its cleaner, role and reason; one that breaks a rule is named."""

from collections.abc import Iterator, Sequence
from typing import NoReturn

from article_clean.core.cleaner import Cleaner, summary
from article_clean.core.document import Document
from article_clean.core.edits import Edit, Label, Likelihoods, Warn
from article_clean.core.likelihoods import is_likelihood
from article_clean.core.presentable import encodable, presentable
from article_clean.errors import PipelineError


class Remarks:
    """What cleaners say beside their proposals.

    Attributes:
        warnings: what they find odd, in sentences.
        likelihoods: by the name of each reader what it made of the text when it read it last.
    """

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.likelihoods: dict[str, Likelihoods] = {}


def edits_of(doc: Document, cleaners: Sequence[Cleaner], remarks: Remarks) -> Iterator[Edit]:
    """The edits that these cleaners propose, each with its cleaner, role and reason.

    Args:
        doc: what they read.
        cleaners: cleaners of one stage.
        remarks: takes what they say besides.

    Raises:
        PipelineError: a cleaner yields something else than edits of this document.
    """
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


def labels_of(doc: Document, cleaners: Sequence[Cleaner], remarks: Remarks) -> Iterator[Label]:
    """The labels that these cleaners of the fields stage propose, as `edits_of`."""
    for cleaner, label in _proposed(doc, cleaners, remarks):
        if not isinstance(label, Label):
            _refuse(cleaner, f"a cleaner of the fields stage must yield Label, not {label!r}")
        _check(cleaner, label, doc)
        yield Label(label.start, label.end, label.role, cleaner.name)


def _proposed(doc: Document, cleaners: Sequence[Cleaner], remarks: Remarks) -> Iterator[tuple[Cleaner, Edit | Label]]:
    """What the cleaners propose, without their `remarks`; where one fails, its name goes up with the error."""
    for cleaner in cleaners:
        try:
            for proposal in cleaner(doc):
                if isinstance(proposal, Warn):
                    remarks.warnings.append(proposal.text)
                elif isinstance(proposal, Likelihoods):
                    remarks.likelihoods[cleaner.name] = proposal
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
