"""The model of leftovers at run time: three looks at the passages of an article, and what one that goes is.

The file is JSON: the lexicon, the trees, and what they were made from (`article-clean train leftovers`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import exp, log
from operator import mul
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from article_clean.cleaners.readers.leftovers.passage_features import FEATURES, GLANCE, MOST_DISTANCE, Rows
from article_clean.cleaners.readers.leftovers.passage_memory import PassageMemory
from article_clean.cleaners.readers.leftovers.passage_words import Row
from article_clean.core.document import Document
from article_clean.learned.forest import Contest
from article_clean.learned.model import Model, forest_of, scores_of
from article_clean.learned.shares import BESIDE, NONE, PLACES, WHOLE, Shares
from article_clean.learned.word_scores import Lexicon

SHIPPED = Path(__file__).with_name("leftovers.json")
LOOKS = ("glance", "first", "second")
SURE = 0.75  # likelihood at which a passage is left at what the glance makes of it: 2 of 246 leftovers are lost by it
DOUBTFUL = 0.45  # and at what the first look makes of it: 2 of 246
CONTEXT = (
    "share", *BESIDE, *PLACES, *WHOLE, "likely_above", "likely_below", "most_below", "run_size", "run_share",
    "run_place", "run_least", "above_run", "below_run",
)  # fmt: skip
ALL = (*FEATURES, *CONTEXT)
FEWEST_ITEMS = 3  # of a list whose items stay or go together
LEAST = 1e-4  # likelihood that an item counts with
OF_ROLE = "role: "  # in front of a role in the file
OTHER = "other"
MOST_WORDS = 40.0  # of a passage below that is likely a part of the article; what is longer counts as that much


def is_open(share: float) -> bool:
    """Whether the glance leaves it open what a passage is."""
    return share < SURE


def is_doubtful(share: float) -> bool:
    """Whether the first look finds that a passage may be none of the article."""
    return share < DOUBTFUL


def context_rows(rows: Rows, first_rows: Mapping[int, Row], shares: Sequence[float]) -> Iterator[Row]:
    """The rows of the second look, in the order of `ALL`.

    Args:
        rows: the passages that they come from.
        first_rows: by index the passages to look at again, with their rows of the first look.
        shares: how likely each passage has been found a part of the article.
    """
    if not first_rows:
        return
    around, count = Shares(shares, rows.sizes), len(shares)
    text_row = around.whole()
    share_sums = [0.0, *accumulate(shares)]
    word_counts = (min(MOST_WORDS, line.text.count(" ") + 1.0) for line in reversed(rows.lines))
    most_words = [*accumulate(map(mul, reversed(shares), word_counts), max, initial=0.0)]
    runs = _runs(rows, shares, first_rows)
    for index, row in first_rows.items():
        count_below = count - index - 1
        yield (
            *row, shares[index], *around.beside(index), *around.places(index), *text_row,
            share_sums[index] / index if index else 1.0,
            (share_sums[count] - share_sums[index + 1]) / count_below if count_below else 1.0, most_words[count_below],
            *runs[index],
        )  # fmt: skip


def _runs(rows: Rows, shares: Sequence[float], passages: Mapping[int, Row]) -> dict[int, Row]:
    """For each of these passages its list: how long it is, how likely, and what stands above and below."""
    row_of: dict[int, Row] = {}
    for run in rows.lists:
        if passages.keys().isdisjoint(run):
            continue
        size, items = len(run), shares[run.start : run.stop]
        mean, least = sum(items) / size, min(items)
        share_above = shares[run.start - 1] if run.start else NONE
        share_below = shares[run.stop] if run.stop < len(shares) else NONE
        for index in run:
            row_of[index] = (
                min(MOST_DISTANCE, float(size)),
                mean,
                (index - run.start) / size,
                least,
                share_above,
                share_below,
            )
    return row_of


def _settle_lists(rows: Rows, shares: list[float]) -> None:
    """Give all items of a list the mean of their logits: they stay or go together."""
    for run in rows.lists:
        if len(run) >= FEWEST_ITEMS:
            logits = (log(max(LEAST, shares[index]) / max(LEAST, 1 - shares[index])) for index in run)
            share = 1 / (1 + exp(-sum(logits) / len(run)))
            shares[run.start : run.stop] = [share] * len(run)


class Reading(NamedTuple):
    """What the model makes of the passages of a document.

    Attributes:
        shares: how likely each is a part of the article, 0 to 1.
        rows: the rows of the first look, by index, of those that it left in doubt.
    """

    shares: list[float]
    rows: Mapping[int, Row]


class LeftoverModel(Model):
    """How likely each passage of a text is a part of its article, and what one is that is none.

    Args:
        plan: what the file says, as `article-clean train leftovers` writes it.

    Raises:
        ModelError: it is not a model of leftovers, or one of another version of this library.
    """

    WHAT: ClassVar[str] = "leftovers"
    FORMAT: ClassVar[int] = 1

    def _read(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        self._lexicon = Lexicon.of(scores_of(plan, "terms"))
        self._glance = forest_of(plan, "glance", GLANCE, settling=False)
        self._first = forest_of(plan, "first", FEATURES)
        self._second = forest_of(plan, "second", ALL, settling=False)
        roles = _roles_in(plan)
        self._roles = Contest({role: forest_of(plan, f"{OF_ROLE}{role}", FEATURES, settling=False) for role in roles})

    def shares(self, doc: Document) -> list[float]:
        """For each paragraph of a document how likely it is a part of the article, 0 to 1."""
        return self.read(doc).shares

    def read(self, doc: Document, only: Collection[int] = ()) -> Reading:
        """The same, with the rows of the paragraphs that are in doubt.

        Args:
            doc: the document.
            only: the paragraphs to look at; those that may be no part of the article, where none are named.
        """
        memory = doc.text_fact(self._memory)
        rows = Rows(doc, memory, only)
        shares = rows.shares()
        open_glances: dict[int, Row] = {}
        open_rows: dict[int, Row] = {}  # of the first look
        for index, (row, share) in zip(rows.asked, self._glance.judged(rows.glances()), strict=True):
            shares[index] = share
            if is_open(share):
                open_glances[index] = row
            else:
                memory.settle(rows.lines[index], share)
        doubted: dict[int, Row] = {}
        for index, (row, share) in zip(open_glances, self._first.judged(rows.full(open_glances)), strict=True):
            shares[index], open_rows[index] = share, row
            if is_doubtful(share):
                doubted[index] = row
            elif not is_open(share):
                memory.settle(rows.lines[index], share)
        second = self._second.shares(context_rows(rows, doubted, shares))
        for index, share in zip(doubted, second, strict=True):
            shares[index] = share
        if doubted:
            _settle_lists(rows, shares)
        return Reading(shares, open_rows)

    def _memory(self, _: str) -> PassageMemory:
        """What is found of the passages of one text, for all readings of it."""
        return PassageMemory(self._lexicon)

    @property
    def roles(self) -> list[str]:
        """What it tells from one another."""
        return self._roles.names

    def role(self, row: Row | None) -> str:
        """What a passage most likely is that is no paragraph of the body, by its row of the first look."""
        return self._roles.likeliest(row) if row and self.roles else OTHER


def _roles_in(plan: Mapping[str, Any]) -> list[str]:  # Any: JSON
    return sorted(name.removeprefix(OF_ROLE) for name in plan if name.startswith(OF_ROLE))


@cache
def load(path: str | None = None) -> LeftoverModel:
    """The model in a file, read once; the one that comes with the library, where none is named.

    Raises:
        ModelError: the file cannot be read as a model of leftovers.
    """
    return LeftoverModel.load(path or SHIPPED)
