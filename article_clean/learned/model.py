"""A model as data: a JSON file with trees and lexicons, and what they were made from."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Self

from article_clean.errors import ModelError
from article_clean.intake.json_files import read_json
from article_clean.learned.checks import checked_look, checked_scores
from article_clean.learned.forest import Forest

DOUBT = 0.08  # a part that the first look finds less or more likely is settled: a second changed no figure, 7 in 10


class Model:
    """What every model file has in common.

    Attributes:
        WHAT: what it scores; `article-clean train` makes it under this name.
        FORMAT: the number of its file's form.
        plan: what the file says.

    Args:
        plan: what the file says, as `article-clean train` writes it.

    Raises:
        ModelError: it is no such model, or one of another version of this library.
    """

    WHAT: ClassVar[str]
    FORMAT: ClassVar[int]

    def __init__(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        with _told_as(f"not a {self._name()}"):
            _check_format(plan, self.FORMAT, self.WHAT)
            self._read(plan)
        self.plan = plan

    def _read(self, plan: Mapping[str, Any]) -> None:  # Any: JSON
        """Make of the file's numbers what the model runs.

        Raises:
            ModelError: they are not what it needs; the message says what is wrong.
        """
        raise NotImplementedError

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The model in a file.

        Raises:
            ModelError: it cannot be read as one; the message says why.
        """
        with _told_as(str(path)):
            try:
                plan = read_json(path)
            except ValueError as error:
                message = f"not a {cls._name()}: {error}"
                raise ModelError(message) from error
            return cls(plan)

    @classmethod
    def _name(cls) -> str:
        return f"{cls.WHAT.removesuffix('s')} model"


@contextmanager
def _told_as(place: str) -> Iterator[None]:
    """What is wrong, with the place where it is in front."""
    try:
        yield
    except ModelError as error:
        message = f"{place}: {error}"
        raise ModelError(message) from error


def _check_format(plan: object, number: int, what: str) -> None:
    if not isinstance(plan, Mapping) or plan.get("format") != number:
        message = f"it is not of format {number}, which `article-clean train {what}` writes"
        raise ModelError(message)


def forest_of(
    plan: Mapping[str, Any],  # Any: JSON
    look: str,
    feature_names: Sequence[str],
    *,
    settling: bool = True,
) -> Forest:
    """The trees of one look.

    Args:
        plan: what the file says.
        look: the name of the look there.
        feature_names: the features of a row, in order.
        settling: whether likely and unlikely rows are left at that before all trees have run.

    Raises:
        ModelError: they are missing, not what trees are, or ask for features that are not known.
    """
    part = plan.get(look)
    with _told_as(repr(look)):
        features, trees = checked_look(part, feature_names)
        return Forest(trees, [feature_names.index(name) for name in features], len(feature_names), settling=settling)


def scores_of(plan: Mapping[str, Any], name: str) -> Mapping[str, float]:  # Any: JSON
    """The words of a model with their scores.

    Args:
        plan: what the file says.
        name: what they are called there.

    Raises:
        ModelError: they are missing, or have anything but numbers.
    """
    with _told_as(repr(name)):
        return {word: float(score) for word, score in checked_scores(plan.get(name)).items()}
