"""The headline and the decks among the lines of a head: trees weigh each line, then the best reading is taken.

The trees of the headline look first; those of the deck know besides how likely each line is the headline. The file is
JSON, made by `article-clean train titles`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from article_clean.core.document import Document
from article_clean.core.edits import Label
from article_clean.fields.dates.dates import is_moment
from article_clean.fields.title_features import FEATURES, NOTHING, PROSE_LETTERS, Candidate, Features, TitleRows
from article_clean.fields.titles import ends_in_stops, is_no_title
from article_clean.knowledge.sentence_ends import STOPS, closing_mark
from article_clean.learned.model import Model, forest_of
from article_clean.learned.shares import EVEN

SHIPPED = Path(__file__).with_name("titles.json")
ROLES = ("headline", "deck")
HEADLINE_CUT = 0.39  # likelihood from which on a line is the headline; from .34 on 7 more are found and 3 more invented
SIGNED_CUT = 0.1  # and with a byline, a date or a dateline below
BEHIND_CAPTION_CUT = 0.15  # and of one behind the caption on its line
UNLIKE_CUT = 0.6  # and of one that breaks off, ends in a full stop or speaks to the reader
DECK_CUT = 0.5  # and from which on one without a full stop is a deck
DECK_CUT_BELOW = 0.1  # and one straight below the headline or its deck, if it ends in no mark
SENTENCE_CUT = 0.9  # and a sentence, which is the lead far more often
SENTENCE_CUT_BELOW = 0.75  # and one straight below them
STANDFIRST_CUT = 0.08  # and one between the headline and a byline or a date
STANDFIRST = "standfirst"  # what is a deck if it stands there
BESIDE_HEADLINE = ("headline", "likeliest", "lines_below_headline", "headline_above", "headline_below", "is_headed")
DECK_FEATURES = (*FEATURES, *BESIDE_HEADLINE)

_MARKS = ("(@", "    ")  # of who wrote an embedded post; of the columns at the head of a printed page
_NO_TITLE = FEATURES.index("no_title")
_PROSE = FEATURES.index("prose")
_STOP = FEATURES.index("stop")
_SIZE_BELOW = FEATURES.index("below_size")
_SIGNED_BELOW = [FEATURES.index(f"below_{name}") for name in ("dated", "signed", "filed")]


class TitleModel(Model):
    """How likely each line of a head is its headline, and how likely a deck.

    Args:
        plan: what the file says, as `article-clean train titles` writes it.

    Raises:
        ModelError: it is not a model of titles, or one of another version of this library.
    """

    WHAT: ClassVar[str] = "titles"
    FORMAT: ClassVar[int] = 1

    def _read(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        self._headline = forest_of(plan, "headline", FEATURES)
        self._deck = forest_of(plan, "deck", DECK_FEATURES, settling=False)

    def labels(self, doc: Document) -> list[Label]:
        """The headline, the decks and the standfirsts of a document, in order: none where no line is likely enough."""
        titles = TitleRows(doc)
        rows, lines = [*titles.rows()], titles.candidates
        shares = self._headline.shares(rows)
        headline = _headline(lines, rows, shares)
        labels = [Label(*_span(headline), "headline")] if headline else []
        deck_rows = [*beside_headline(rows, shares)]
        indices = [index for index, line in enumerate(lines) if _may_be_deck(line, headline)]
        decks = dict(zip(indices, self._deck.shares(deck_rows[index] for index in indices), strict=True))
        paragraphs_below = {headline.paragraph + 1} if headline else set()
        # The likely ones first, as parts of a line exclude each other; then down the head, as decks stand below decks.
        for index in sorted(indices, key=lambda index: (-decks[index] if decks[index] > DECK_CUT else 0.0, index)):
            start, end = _span(lines[index])
            is_taken = any(start < label.end and label.start < end for label in labels)
            if is_taken or (decks[index] <= STANDFIRST_CUT and not _is_sentence(lines[index], rows[index])):
                continue
            is_below = lines[index].paragraph in paragraphs_below
            is_deck = decks[index] > _deck_cut(doc, lines[index], rows[index], is_below=is_below)
            labels.append(Label(start, end, "deck" if is_deck else STANDFIRST))
            if is_below and is_deck:
                paragraphs_below.add(lines[index].paragraph + 1)
        return sorted(labels)


def _is_sentence(candidate: Candidate, row: Features) -> bool:
    """Whether a line is prose and ends in a full stop: between a headline and a byline it is a deck."""
    return row[_PROSE] > 0 and closing_mark(candidate.line.text) in STOPS


def _may_be_deck(candidate: Candidate, headline: Candidate | None) -> bool:
    """Whether a line or a part stands where a deck can stand: not above the headline, and not on it."""
    is_above = headline is not None and (candidate == headline or candidate.line.start < headline.line.start)
    return not is_above and candidate.may_be != "headline" and not _is_none(candidate.line.text)


def _is_none(text: str) -> bool:
    """Whether a line is no title, however likely it looks: it has a mark of something else, or is a day or a time."""
    return any(mark in text for mark in _MARKS) or is_moment(text)


def _span(candidate: Candidate) -> tuple[int, int]:
    """Where a title stands; with the gap behind it, where more of its line follows."""
    start, end = candidate.line[:2]
    parts_below = candidate.parts[candidate.part + 1 :]
    return start, parts_below[0].start if parts_below else end


def _headline(lines: Sequence[Candidate], rows: Sequence[Features], shares: Sequence[float]) -> Candidate | None:
    """The likeliest headline; the whole line, where that is likely, too, or more than one of its parts."""
    order = (
        index
        for index in _by_likelihood(shares)
        if lines[index].may_be != "deck" and not _is_none(lines[index].line.text)
    )
    likely_indices = [index for index in order if shares[index] > _headline_cut(lines, rows, index)]
    if not likely_indices:
        return None
    best_line = lines[likely_indices[0]]
    same_paragraph = [lines[index] for index in likely_indices if lines[index].paragraph == best_line.paragraph]
    whole_lines = (line for line in lines if line.paragraph == best_line.paragraph and not line.parts)
    return next(whole_lines, best_line) if same_paragraph[1:] else best_line


def _headline_cut(lines: Sequence[Candidate], rows: Sequence[Features], index: int) -> float:
    """The likelihood from which on the nth line is the headline."""
    above_gap = lines[index].parts and not lines[index].part and not is_no_title(lines[index].line.text.rstrip(". "))
    if rows[index][_NO_TITLE] and not above_gap:
        return UNLIKE_CUT
    if lines[index].part:
        return BEHIND_CAPTION_CUT
    return SIGNED_CUT if _is_signed(lines, rows, index) else HEADLINE_CUT


def _is_signed(lines: Sequence[Candidate], rows: Sequence[Features], index: int) -> bool:
    """Whether a byline, a date or a dateline stands below the nth line, with no prose between."""
    for line, row in zip(lines[index:], rows[index:], strict=True):
        if not line.parts and line.paragraph >= lines[index].paragraph:
            if any(row[place] > 0 for place in _SIGNED_BELOW):
                return True
            if row[_SIZE_BELOW] >= PROSE_LETTERS:
                return False
    return False


def _deck_cut(doc: Document, line: Candidate, row: Features, *, is_below: bool) -> float:
    """The likelihood from which on a line is a deck; lower straight below the headline and its decks."""
    if row[_PROSE] or not doc.fact(ends_in_stops):
        return SENTENCE_CUT_BELOW if is_below else SENTENCE_CUT
    return DECK_CUT_BELOW if is_below and not (line.parts or row[_STOP]) else DECK_CUT


def _by_likelihood(shares: Sequence[float]) -> list[int]:
    """The indices, the likeliest first."""
    return sorted(range(len(shares)), key=lambda index: -shares[index])


def beside_headline(rows: Sequence[Features], shares: Sequence[float]) -> Iterator[Features]:
    """The rows of the deck, of the features that `DECK_FEATURES` names.

    Args:
        rows: those of the headline, of one document.
        shares: how likely each is the headline.
    """
    best_index = max(range(len(shares)), key=shares.__getitem__, default=0)
    for index, row in enumerate(rows):
        distance = index - best_index
        yield (
            *row, shares[index], shares[best_index], float(distance), shares[index - 1] if index else NOTHING,
            shares[index + 1] if index + 1 < len(shares) else NOTHING,
            float(distance > 0 and shares[best_index] > EVEN),
        )  # fmt: skip


@cache
def shipped() -> TitleModel:
    """The model that comes with the library."""
    return TitleModel.load(SHIPPED)


def titles_of(doc: Document) -> list[Label]:
    """The headline, the decks and the standfirsts of a document, in order."""
    return shipped().labels(doc)
