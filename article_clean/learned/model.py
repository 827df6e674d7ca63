"""A model as data: a JSON file with trees and lexicons, and what they were made from."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Self

from article_clean.errors import ModelError
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
        if plan.get("format") != self.FORMAT:
            message = f"no {self._name()} of format {self.FORMAT}; `article-clean train {self.WHAT}` makes one"
            raise ModelError(message)
        self.plan = plan

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The model in a file.

        Raises:
            ModelError: it cannot be read as one.
        """
        try:
            return cls(json.loads(Path(path).read_text(encoding="utf-8")))
        except ModelError:
            raise
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{path} is no {cls._name()} ({error}); `article-clean train {cls.WHAT}` makes one"
            raise ModelError(message) from error

    @classmethod
    def _name(cls) -> str:
        return f"{cls.WHAT.removesuffix('s')} model"


def forest_of(plan: Mapping[str, Any], known: Sequence[str], *, settling: bool = True) -> Forest:  # Any: JSON
    """The trees of one look.

    Args:
        plan: their features and trees.
        known: the features of a row, in order.
        settling: whether likely and unlikely rows are left at that before all trees have run.

    Raises:
        ModelError: they ask for features that are not known.
    """
    strange = set(plan["features"]) - set(known)
    if strange:
        message = f"the model wants features that this version does not know: {', '.join(sorted(strange))}"
        raise ModelError(message)
    return Forest(plan["trees"], [known.index(name) for name in plan["features"]], len(known), settling=settling)
