"""What kind of page it is, and how good the text is that was chosen of it: small trees over the page as a whole.

The file is JSON, made by `article-clean train pages` of pages of all kinds.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from article_clean.learned.choice import Choice
from article_clean.learned.model import Model, forest_of, scores_of
from article_clean.pages.page_features import FEATURES, KINDS, OF_PAGE, page_row, page_words, word_row
from article_clean.pages.reading import Reading

SHIPPED = Path(__file__).with_name("pages.json")
ARTICLE = KINDS[0]
SEVERAL = frozenset({"listing", "collection", "forum"})  # kinds of pages that hold more than one text
CONFIDENCE = "confidence"
WORDS = "words"
DIGITS = 3  # of a likelihood that an article states


class Verdict(NamedTuple):
    """What is thought of a page.

    Attributes:
        kind: one of `KINDS`, or "wall", "shell" or "error".
        likelihood: of that kind, beside the others, 0 to 1.
        confidence: the F1 to expect of the text that was chosen, 0 to 1; None where none was.
    """

    kind: str
    likelihood: float
    confidence: float | None


class PageModel(Model):
    """What kind a page is of, and how good the text is that was chosen of it.

    Args:
        plan: what the file says, as `article-clean train pages` writes it.

    Raises:
        ModelError: it is no such model, or one of another version of this library.
    """

    WHAT: ClassVar[str] = "pages"
    FORMAT: ClassVar[int] = 2

    def _read(self, model_plan: Mapping[str, Any]) -> None:  # Any: JSON
        self._lexicons = {page_kind: scores_of(model_plan[WORDS], page_kind) for page_kind in KINDS}
        self._kinds = {page_kind: forest_of(model_plan, page_kind, FEATURES, settling=False) for page_kind in KINDS}
        self._confidence = forest_of(model_plan, CONFIDENCE, OF_PAGE, settling=False)

    def judged(self, reading: Reading, shares: Sequence[float], choice: Choice) -> Verdict:
        """What is thought of a page and of the blocks that were chosen of it.

        Args:
            reading: the page.
            shares: how likely each block of its region is a part of the article.
            choice: what was chosen of these blocks.
        """
        return self.verdict(page_row(reading, shares, choice), page_words(reading.page))

    def verdict(self, feature_row: Sequence[float], words: Collection[str]) -> Verdict:
        """What is thought of a page with these features, but for those of its words, and with these words."""
        full_row = [*feature_row, *word_row(words, self._lexicons)]
        kind_shares = {page_kind: kind_forest.shares([full_row])[0] for page_kind, kind_forest in self._kinds.items()}
        page_kind = max(kind_shares, key=kind_shares.__getitem__)
        confidence = self._confidence.shares([feature_row])[0]
        return Verdict(
            page_kind, round(kind_shares[page_kind] / sum(kind_shares.values()), DIGITS), round(confidence, DIGITS)
        )


@cache
def shipped() -> PageModel:
    """The model that comes with the library; read when the first page is cleaned."""
    return PageModel.load(SHIPPED)
