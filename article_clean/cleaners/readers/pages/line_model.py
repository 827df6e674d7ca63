"""The line model at run time: the kind of a text, up to three looks at each line, the headline; read from data.

The file is JSON: the lexicon, the trees, and what they were made from (`article-clean train lines`).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from article_clean.cleaners.readers.pages.line_context import ALL, context_rows
from article_clean.cleaners.readers.pages.line_features import FEATURES, GLANCE, Lines, Row, Rows
from article_clean.cleaners.readers.pages.page_headline import HEADLINE_FEATURES, candidates
from article_clean.cleaners.readers.pages.page_or_article import KIND_FEATURES, kind_row
from article_clean.learned.model import DOUBT, Model, forest_of, scores_of
from article_clean.learned.word_scores import Lexicon

SHIPPED = Path(__file__).with_name("lines.json")
LIKELY_HEADLINE = 0.5
LOOKS = ("glance", "first", "second")
UNLIKELY = 0.03  # a line that the glance finds less likely is settled: a closer look changed no figure, 4 in 10


def is_open(share: float) -> bool:
    """Whether the glance leaves it open what a line is."""
    return share > UNLIKELY


def is_in_doubt(share: float) -> bool:
    """Whether the first look leaves it in doubt."""
    return DOUBT < share < 1 - DOUBT


class LineModel(Model):
    """How likely each line of a text is a part of its article.

    Args:
        plan: what the file says, as `article-clean train lines` writes it.

    Raises:
        ModelError: it is not a line model, or one of another version of this library.
    """

    WHAT: ClassVar[str] = "lines"
    FORMAT: ClassVar[int] = 2

    def _read(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        self._lexicon = Lexicon.of(scores_of(plan, "terms"))
        self._glance = forest_of(plan, "glance", GLANCE, settling=False)
        self._first = forest_of(plan, "first", FEATURES)
        self._second = forest_of(plan, "second", ALL)
        self._kind = forest_of(plan, "kind", KIND_FEATURES, settling=False)
        self._headline = forest_of(plan, "headline", HEADLINE_FEATURES, settling=False)

    def page_share(self, lines: Lines) -> float:
        """How likely the text is a whole page, 0 to 1."""
        return self._kind.shares([kind_row(lines)])[0]

    def shares(self, lines: Lines) -> list[float]:
        """For each line of a page how likely it is a part of the article, 0 to 1."""
        rows = Rows(lines, self._lexicon)
        shares: list[float] = []
        open_glances: dict[int, Row] = {}
        for index, (row, share) in enumerate(self._glance.judged(rows.glances())):
            shares.append(share)
            if is_open(share):
                open_glances[index] = row
        doubted: dict[int, Row] = {}  # rows of the others go at once: those of a long text would fill the memory
        for index, (row, share) in zip(open_glances, self._first.judged(rows.full(open_glances)), strict=True):
            shares[index] = share
            if is_in_doubt(share):
                doubted[index] = row
        second = self._second.shares(context_rows(rows, doubted, shares))
        for index, share in zip(doubted, second, strict=True):
            shares[index] = share
        return shares

    def headline(self, lines: Lines, shares: Sequence[float], chosen_lines: Sequence[int]) -> int | None:
        """The line that is the headline of what is kept, None where none is likely to be."""
        headlines = candidates(lines, shares, chosen_lines)
        likelihoods = self._headline.shares(headlines.rows)
        highest = max(likelihoods, default=0.0)
        return headlines.lines[likelihoods.index(highest)] if highest >= LIKELY_HEADLINE else None


@cache
def load(path: str | None = None) -> LineModel:
    """The model in a file, read once; the one that comes with the library, where none is named.

    Raises:
        ModelError: the file cannot be read as a line model.
    """
    return LineModel.load(path or SHIPPED)
