"""A value, and where the page says it: claims, and the one that the most trustworthy of them make."""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LEAST_WEIGHT = 1.0  # what a place that no table names counts


class Claim(NamedTuple, Generic[T]):
    """One place's word on a field.

    Attributes:
        value: what it says.
        origin: the place ("json-ld", "og:title", "h1" …).
    """

    value: T
    origin: str


class Found(NamedTuple, Generic[T]):
    """A field's value with its provenance.

    Attributes:
        value: what the page says.
        origins: the places that say so, the strongest first ("json-ld", "og:title", "h1").
    """

    value: T
    origins: tuple[str, ...]


def settle(claims: Iterable[Claim[T]], key: Callable[[T], object], weights: Mapping[str, float]) -> Found[T] | None:
    """The value whose places together weigh most, in the form that the weightiest of them gives it.

    Args:
        claims: what each place says; of equal weight, the earlier one wins.
        key: two values with the same key agree.
        weights: how much each place counts.

    Returns:
        The value and the places that agree with it, or None where there is no claim.
    """
    groups: dict[object, dict[str, T]] = {}
    for value, origin in claims:
        groups.setdefault(key(value), {}).setdefault(origin, value)
    if not groups:
        return None

    def weight(origin: str) -> float:
        return weights.get(origin, LEAST_WEIGHT)

    best_group = max(groups.values(), key=lambda group: sum(map(weight, group)))
    origins = tuple(sorted(best_group, key=weight, reverse=True))
    return Found(best_group[origins[0]], origins)


def leading(claims: Iterable[Claim[T]], key: Callable[[T], object]) -> Found[T] | None:
    """The value of the first claim, with all places that agree with it; None where there is no claim.

    Args:
        claims: what each place says, the most trustworthy first.
        key: two values with the same key agree.
    """
    claim_list = list(claims)
    if not claim_list:
        return None
    value, first_origin = claim_list[0]
    if len(claim_list) == 1:
        return Found(value, (first_origin,))
    value_key = key(value)
    agreeing = (origin for other, origin in claim_list if other == value or key(other) == value_key)
    return Found(value, tuple(dict.fromkeys(agreeing)))
