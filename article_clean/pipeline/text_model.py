"""How good a body is to be expected to be that was made of a text: small trees over the cleaned text as a whole.

The file is JSON, made by `article-clean train texts` of labelled articles and of dumps of pages.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from article_clean.learned.model import Model, forest_of
from article_clean.pipeline.text_features import ARTICLE_READER, FEATURES, Cleaned, text_row

SHIPPED = Path(__file__).with_name("texts.json")
CONFIDENCE = "confidence"
DIGITS = 3  # of the F1 that an article states

Judge = Callable[[Cleaned], float | None]


class TextModel(Model):
    """How good the body of a cleaned text is to be expected to be.

    Args:
        plan: what the file says, as `article-clean train texts` writes it.

    Raises:
        ModelError: it is no such model, or one of another version of this library.
    """

    WHAT: ClassVar[str] = "texts"
    FORMAT: ClassVar[int] = 1

    def _read(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        self._confidence = forest_of(plan, CONFIDENCE, FEATURES, settling=False)

    def confidence(self, row: list[float]) -> float:
        """The F1 to expect of the body of a text with these features, 0 to 1."""
        return round(self._confidence.shares([row])[0], DIGITS)


def confidence_in(cleaned: Cleaned) -> float | None:
    """The F1 to expect of a body; None where there is none, or where no reader of articles has read it."""
    if not cleaned.body or ARTICLE_READER not in cleaned.likelihoods:
        return None
    return _shipped().confidence(text_row(cleaned))


@cache
def _shipped() -> TextModel:
    """The model that comes with the library; read when the first text is cleaned."""
    return TextModel.load(SHIPPED)
