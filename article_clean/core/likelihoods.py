"""How likely a passage is no part of the article: what the edits of a learned reader say."""

HUNDREDTHS = 2  # digits; edits that differ in no more than their place are packed as one


def against(share: float) -> float:
    """How likely a passage is no part of the article, in hundredths.

    Args:
        share: how likely it is a part of it, 0 to 1.

    >>> against(0.034)
    0.97
    """
    return round(1 - round(share, HUNDREDTHS), HUNDREDTHS)


def is_likelihood(value: object) -> bool:
    """Whether it is a number of 0 to 1; NaN is not."""
    return isinstance(value, float | int) and 0 <= value <= 1
