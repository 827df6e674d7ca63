"""How far the parts of a document stand from what is marked among them."""

from array import array
from collections.abc import Sequence

FAR = 30.0  # parts; what is further away counts as that far


def distances(marks: Sequence[bool]) -> tuple[Sequence[float], Sequence[float]]:
    """For each place how far the last marked one is, 0 for itself, and how far the next one behind it."""
    since_mark = array("d")
    for mark in marks:
        since_mark.append(0.0 if mark else min(FAR, since_mark[-1] + 1) if since_mark else FAR)
    until_mark = array("d")
    distance = FAR
    for mark in reversed(marks):
        until_mark.append(distance)
        distance = 1.0 if mark else min(FAR, distance + 1)
    until_mark.reverse()
    return since_mark, until_mark
