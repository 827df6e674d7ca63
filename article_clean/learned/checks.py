"""What a model file must hold before anything is made of it: trees and words of plain numbers, within bounds."""

from collections.abc import Mapping, Sequence
from typing import Any

from article_clean.errors import ModelError

MOST_TREES = 500  # of a look; those that ship have 120
MOST_NODES = 100_000  # of the trees of a look; those that ship have 7,000
MAX_DEPTH = 64  # of a tree; those that ship have 19, and Python compiles no more than 200 brackets in one another
MAX_THRESHOLD = 1e12  # of a feature; those that ship have 1,000
MAX_LOGIT = 500_000  # thousandths, of all trees together: from 709,782 on exp() overflows; those that ship have 38,000
MOST_TOLD = 5  # features that a message names
NODE_PARTS = 4  # feature, threshold, and the trees on both sides
MAX_SCORE = 1e6  # of a word; those that ship have 1,000


def check_trees(trees: object, features: int) -> None:
    """See that these are trees of numbers: `[feature, threshold, left, right]`, or an integer for a leaf.

    Args:
        trees: what a file says.
        features: how many features they may ask for.

    Raises:
        ModelError: they are something else, too many, too deep, or have numbers out of range; it says which.
    """
    if not isinstance(trees, Sequence) or isinstance(trees, str) or len(trees) > MOST_TREES:
        message = f"its trees are a list of {MOST_TREES} at most"
        raise ModelError(message)
    nodes = total = 0
    for index, tree in enumerate(trees):
        largest = depth = 0
        level: list[Any] = [tree]  # Any: whatever JSON holds
        while level:
            depth, nodes = depth + 1, nodes + len(level)
            faults = (fault for node in level if (fault := _fault(node, features, depth)))
            fault = f"more than {MOST_NODES:,} nodes" if nodes > MOST_NODES else next(faults, "")
            if fault:
                message = f"tree {index} has {fault}"
                raise ModelError(message)
            leaves = [abs(node) for node in level if isinstance(node, int)]
            largest = max(largest, *leaves) if leaves else largest
            level = [branch for node in level if not isinstance(node, int) for branch in node[2:]]
        total += largest
    if total > MAX_LOGIT:
        message = f"its leaves add up to {total:,}, more than {MAX_LOGIT:,} thousandths of a logit"
        raise ModelError(message)


def _fault(node: object, features: int, depth: int) -> str:
    """What is wrong with one node; "" where nothing is."""
    if isinstance(node, int) and not isinstance(node, bool):
        return "" if abs(node) <= MAX_LOGIT else f"a leaf out of range: {_shown(node)}"
    if not isinstance(node, (list, tuple)) or len(node) != NODE_PARTS:
        return f"a node that is neither an integer nor [feature, threshold, left, right]: {_shown(node)}"
    if depth >= MAX_DEPTH:
        return f"more than {MAX_DEPTH} levels"
    feature, threshold, *_ = node
    if type(feature) is not int or not 0 <= feature < features:
        return f"a feature that is not one of its {features}: {_shown(feature)}"
    if not _is_number(threshold, MAX_THRESHOLD):
        return f"a threshold that is no number in range: {_shown(threshold)}"
    return ""


def checked_scores(scores: object) -> Mapping[str, float]:
    """Words with their scores, as they are.

    Raises:
        ModelError: they are something else.
    """
    if not isinstance(scores, Mapping):
        message = f"its words are an object with a score for each; got {_shown(scores)}"
        raise ModelError(message)
    for word, score in scores.items():
        if not isinstance(word, str) or not _is_number(score, MAX_SCORE):
            message = f"the score of {_shown(word)} is no number in range: {_shown(score)}"
            raise ModelError(message)
    return scores


def checked_look(
    look: object, feature_names: Sequence[str]
) -> tuple[Sequence[str], Any]:  # Any: trees, not yet checked
    """The features and the trees of a look.

    Args:
        look: what a file says.
        feature_names: the features that there are.

    Raises:
        ModelError: it has none, or asks for features that there are not.
    """
    if not isinstance(look, Mapping) or "trees" not in look:
        message = f"a look is an object with features and trees; got {_shown(look)}"
        raise ModelError(message)
    names = look.get("features")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names) or len({*names}) < len(names):
        message = f"its features are a list of names, each once; got {_shown(names)}"
        raise ModelError(message)
    unknown_names = sorted({*names} - {*feature_names})
    if unknown_names:
        message = f"this version does not know the features {', '.join(unknown_names[:MOST_TOLD])}"
        raise ModelError(message)
    return names, look["trees"]


def _is_number(value: object, largest: float) -> bool:
    """Whether this is a number that is no NaN, and not beyond the largest."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -largest <= value <= largest


def _shown(value: Any) -> str:  # Any: whatever JSON holds
    """A value as a message shows it, short also where it is nested a thousand deep."""
    if isinstance(value, (list, dict)):
        return f"a {type(value).__name__} of {len(value)}"
    text = "a number of many digits" if isinstance(value, int) and abs(value) > MAX_THRESHOLD else repr(value)
    return text if len(text) <= len("a number of many digits") else f"{text[:20]}…"
