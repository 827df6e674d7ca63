"""The likelihoods of a first look, as the second look sees them: around each part, and over the whole document."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import mul

REACH = 3  # neighbours each side
EVEN = 0.5
LONG = 80  # characters of a part that may begin or end the article
MANY = 100.0  # parts; what is further away counts as that far
NONE = -1.0  # in place of what is not there

BESIDE = (*(f"share_before_{n}" for n in range(1, REACH + 1)), *(f"share_after_{n}" for n in range(1, REACH + 1)))
PLACES = ("text_so_far", "from_first", "to_last")
WHOLE = ("page_share", "page_doubt")


class Shares:
    """How likely a first look finds each part of a document a part of its article.

    Args:
        shares: the likelihoods, 0 to 1.
        texts: the length of each part, in characters.
    """

    def __init__(self, shares: Sequence[float], lengths: Sequence[float]) -> None:
        self._shares = shares
        self._padded = array("d", [NONE] * REACH) + array("d", shares) + array("d", [NONE] * REACH)
        self._sums = array("d", accumulate(shares, initial=0.0))
        self._so_far = array("d", accumulate(map(mul, shares, lengths)))
        parts = range(len(shares))
        self._first = next((index for index in parts if shares[index] > EVEN and lengths[index] > LONG), 0)
        self._last = next(
            (index for index in reversed(parts) if shares[index] > EVEN and lengths[index] > LONG), len(shares) - 1
        )

    def beside(self, index: int) -> Iterator[float]:
        """Those of the parts before and after one, the nearest first."""
        padded = self._padded
        yield from reversed(padded[index : index + REACH])
        yield from padded[index + REACH + 1 : index + 2 * REACH + 1]

    def around(self, index: int, reaches: Sequence[int]) -> Iterator[float]:
        """The mean over so many parts each side, for each reach."""
        sums, count = self._sums, len(self._shares)
        for reach in reaches:
            start, end = max(0, index - reach), min(count, index + reach + 1)
            yield (sums[end] - sums[start]) / (end - start)

    def whole(self) -> tuple[float, ...]:
        """The mean of all, and how much doubt is left."""
        count = len(self._shares)
        return (self._sums[-1] / count, sum(share * (1 - share) for share in self._shares) / count) if count else ()

    def places(self, index: int) -> tuple[float, float, float]:
        """How much of the likely text has come with a part, and how far the first and the last likely one are."""
        from_first, to_last = float(index - self._first), float(self._last - index)
        return (
            self._so_far[index] / (self._so_far[-1] or 1.0),
            max(-MANY, min(MANY, from_first)),
            max(-MANY, min(MANY, to_last)),
        )
