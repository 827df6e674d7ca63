"""How far the parts of a document stand from what is marked among them."""

from array import array
from collections.abc import Sequence

FAR = 30.0  # parts; what is further away counts as that far


def distances(marked: Sequence[bool]) -> tuple[Sequence[float], Sequence[float]]:
    """For each place how far the last marked one is, 0 for itself, and how far the next one behind it."""
    since = array("d")
    for mark in marked:
        since.append(0.0 if mark else min(FAR, since[-1] + 1) if since else FAR)
    until = array("d")
    ahead = FAR
    for mark in reversed(marked):
        until.append(ahead)
        ahead = 1.0 if mark else min(FAR, ahead + 1)
    until.reverse()
    return since, until
