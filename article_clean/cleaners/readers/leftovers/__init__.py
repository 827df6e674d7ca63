"""The text of an article in, the passages that are no part of it out, each with its likelihood and what it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from article_clean.cleaners.readers.leftovers.leftover_model import OTHER, LeftoverModel, Reading, load
from article_clean.core.arguments import check_type
from article_clean.core.cleaner import Stage
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit, Likelihoods, resolve
from article_clean.core.favor import Favor, check_favor
from article_clean.core.likelihoods import against
from article_clean.core.patterns import pattern_of
from article_clean.core.public import public
from article_clean.fields.head import read_head
from article_clean.fields.head_rows import is_signed
from article_clean.fields.title_features import PROSE_LETTERS
from article_clean.knowledge.phrases.slots import opens
from article_clean.knowledge.sentence_ends import sentence_starts
from article_clean.knowledge.word_counts import is_spaced, weight
from article_clean.learned.shares import EVEN

TITLES = frozenset({"headline", "deck"})
FIELDS = TITLES | {"byline", "dateline", "date_line"}  # read elsewhere, as a head
MOST_PASSAGES = 2_000  # of a text that is read: no article has more, and a row of features takes three kilobytes
CUT = 0.25  # likelihood below which a passage goes that stands near an end of the text: 1 of 20 such is wrong
CUT_ABOVE = 0.5  # and above the text: what is neither a title nor a line of the fields there is seldom the article
CUT_AMID = 0.1  # and amid the text, where a heading reads like a link: between .1 and .3 1 of 5 there would be wrong
# Prose of a script without spaces stays above that cut at the ends as well: 22 of the labelled texts are in one.
EDGE_PASSAGES = 2  # at each end
MOST_FIELDS = 8  # passages that the fields of a head may be: where more are left, there is a text
HEAD_PASSAGES = 6  # of a text, among which the fields of its head stand
LEAST_PROSE = 70  # letters of sentences that are believed to open a paragraph of the article
MOST_LOSS = 0.01  # of the text's characters: nothing is cut where more of the article is expected to go with it
LEAST_LOSS = 25.0  # characters; so much may be expected to be lost of a short text
SCALES: Mapping[Favor, float] = {"precision": 1.6, "balance": 1.0, "recall": 0.48}
"""What both cuts and both bounds on the loss are multiplied by."""
_SCALES_OF = {
    favor: sorted((other for other in SCALES.values() if other <= scale), reverse=True)
    for favor, scale in SCALES.items()
}  # where the first one takes too much, the next one

_SPACES = pattern_of(r"\s+")


@public
@dataclass(frozen=True, slots=True)
class Leftovers:
    """Junk from the page that the rules leave in an article: "Sign up for our newsletter", "Jo Hill is a staff writer".

    Why it goes: no list of phrases knows what the next site prints. A model weighs the words of a passage, its shape
    and place, what stands beside it and how much of it the rest of the text speaks of; it was trained on the labelled
    lines of 932 sites and sources. The likelihood in the reason is that of being a part of the article. Of a page of
    HTML and of a whole page's text it reads what the readers of pages leave.
    Keeps: whatever is likelier than the cut; long plain prose amid the text, which it does not look at; headlines that
    do not read as something else, bylines and date lines; corrections of the story; all of a text of which nothing
    else would be left.

    Attributes:
        model: the path of a model file of your own (`article-clean train leftovers`); None for the one that ships here.
        favor: "precision" where junk is worse than a passage that is lost, "recall" the other way round.
    """

    name: ClassVar[str] = "leftovers"
    stage: ClassVar[Stage] = "context"
    is_reader: ClassVar[bool] = True
    role: ClassVar[str] = "other"

    model: str | None = None
    favor: Favor = "balance"

    def __post_init__(self) -> None:
        """See that the options can be used.

        Raises:
            ArgumentError: the model is no path.
            PipelineError: there is nothing of this name to favor.
        """
        check_type("the model of leftovers", self.model, str | None, "the path of a model file as a str, or None")
        check_favor(self.favor, "the favor of leftovers")

    def __call__(self, doc: Document) -> Iterator[Edit | Likelihoods]:
        """Propose the passages that are no part of the article; nothing, where nothing else would be left."""
        if not 1 < len(doc.paragraphs) <= MOST_PASSAGES:
            yield Likelihoods()
            return
        model = load(self.model)
        reading = model.read(doc)
        yield Likelihoods(reading.shares)
        edits = [*self._proposed(doc, model, reading)]
        yield from edits if _leave_text(edits, doc) else ()

    def _proposed(self, doc: Document, model: LeftoverModel, reading: Reading) -> Iterator[Edit]:
        lines, (shares, rows) = doc.paragraphs, reading
        for index in _unlikely(lines, shares, self.favor):
            role = model.role(rows.get(index))
            reads_as_junk = shares[index] < CUT and role not in {*FIELDS, OTHER}
            if _is_row(lines, index) or _is_correction(lines[index]) or _is_field(doc, index, titles=not reads_as_junk):
                continue
            if _opens_as_article(doc, index, model):
                continue
            edit_role = OTHER if role in FIELDS else role
            reason = f"reads as {edit_role}: the likelihood of being the article is {shares[index]:.2f}"
            yield Edit(lines[index].start, lines[index].end, "", edit_role, reason, likelihood=against(shares[index]))


def cut_at(index: int, count: int) -> float:
    """The likelihood below which the nth of so many passages goes."""
    return CUT if index < EDGE_PASSAGES or index >= count - EDGE_PASSAGES else CUT_AMID


def _head_size(lines: Sequence[Line]) -> int:
    """How many passages stand above the first paragraph of prose; none, where there is no such paragraph."""
    head = range(min(EDGE_PASSAGES + 1, len(lines)))
    return next((index for index in head if weight(lines[index].text) >= PROSE_LETTERS), 0)


def _leave_text(edits: Sequence[Edit], doc: Document) -> bool:
    """Whether without these passages and the fields there is a text."""
    if len(doc.paragraphs) - len(edits) > MOST_FIELDS:
        return True
    labels = doc.fact(read_head).labels if edits else ()
    fields = (Edit(label.start, label.end) for label in labels)
    return bool(doc.without(resolve(chain(edits, fields))).paragraphs)


def _is_row(lines: Sequence[Line], index: int) -> bool:
    """Whether a passage is a row of a table: it has tabs, and so has one beside it."""
    return "\t" in lines[index].text and any(
        "\t" in line.text for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    )


def _is_correction(line: Line) -> bool:
    """Whether a passage says what was changed in the story, which belongs to it: "This story was updated with …"."""
    return opens("correction", line.text, line.folded)


def _is_field(doc: Document, index: int, *, titles: bool) -> bool:
    """Whether a passage is a field of the head, or stands where a byline or a date line does and has its shape.

    Args:
        doc: the text.
        index: the passage's.
        titles: whether a headline and a deck are such fields; a credit on the first line has the shape of one.
    """
    line = doc.paragraphs[index]
    at_an_end = index < HEAD_PASSAGES or index == len(doc.paragraphs) - 1
    if at_an_end and is_signed(doc, line):
        return True
    return any(
        label.start < line.end and line.start < label.end and (titles or label.role not in TITLES)
        for label in doc.fact(read_head).labels
    )


def _unlikely(lines: Sequence[Line], shares: Sequence[float], favor: Favor) -> Sequence[int]:
    """The passages that go: as many as the favor allows, but none where the text is expected to lose too much."""
    least_share, count = min(shares), len(lines)
    if least_share >= _SCALES_OF[favor][0] * CUT_ABOVE:  # so are three texts in four
        return ()
    head, sizes = _head_size(lines), [line.end - line.start for line in lines]
    cuts = [*[CUT_ABOVE] * head, *(cut_at(index, count) for index in range(head, count))]
    for scale in _SCALES_OF[favor]:
        if least_share >= scale * CUT_ABOVE:
            break
        unlikely_indexes = [index for index, share in enumerate(shares) if share < scale * cuts[index]]
        loss = sum(shares[index] * sizes[index] for index in unlikely_indexes)
        if loss <= scale * max(LEAST_LOSS, MOST_LOSS * sum(sizes)):
            return unlikely_indexes
    return ()


def _opens_as_article(doc: Document, index: int, model: LeftoverModel) -> bool:
    """Whether the first half of a passage's sentences is likely a part of the article: its last words tell no more."""
    line = doc.paragraphs[index]
    if weight(line.text) < LEAST_PROSE:
        return False
    starts = [*_sentence_starts(line.text)]
    if not starts:
        return False
    opening = doc.line(line.start, line.start + len(line.text[: starts[len(starts) // 2]].rstrip()))
    if weight(opening.text) < LEAST_PROSE:
        return False
    least_share = EVEN if is_spaced(opening.text) else CUT_AMID
    shortened = doc.only([*doc.paragraphs[:index], opening, *doc.paragraphs[index + 1 :]])
    return model.read(shortened, {index}).shares[index] >= least_share


def _sentence_starts(text: str) -> Iterable[int]:
    """Where its further sentences begin; in scripts that mark no end of one, where its further words do."""
    starts = [*sentence_starts(text)]
    return starts if starts or is_spaced(text) else (match.end() for match in _SPACES.finditer(text))


leftovers = Leftovers()
