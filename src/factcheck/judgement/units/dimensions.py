"""Arithmetic of dimensions, and what it means when two differ."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from factcheck.quantities.model import Dimension
from factcheck.quantities.units import CURRENCIES, WILDCARD, combine, is_count_base

RATIO: Dimension = ()
POINTS: Dimension = (("percentage_point", 1),)
LISTED_COUNTS = frozenset({"person", "household", "vehicle"})
"""Counts of which the unit system itself knows that one is not the other."""


class Agreement(Enum):
    """How two dimensions stand to each other."""

    SAME = "same"
    COUNTS = "counts"  # different things counted
    PERSONS_AND_VISITS = "persons and visits"
    CURRENCIES = "currencies"
    POINTS = "points"
    CLASH = "clash"


product = lru_cache(4096)(combine)
"""Dimensions multiplied (a third argument of −1: divided)."""


def counts_things(dimension: Dimension) -> bool:
    """Whether a quantity of this dimension is a number of things: one count noun, to the first power.

    >>> counts_things((("household", 1),)), counts_things((("household", -1), ("yuan", 1)))
    (True, False)
    """
    return len(dimension) == 1 and dimension[0][1] == 1 and is_count_base(dimension[0][0])


@lru_cache(4096)
def agreement(left: Dimension, right: Dimension) -> Agreement:
    """How the two compare.

    >>> agreement((("person", 1),), (("household", 1),))
    <Agreement.COUNTS: 'counts'>
    >>> agreement((("person", 1),), (("count", 1),))
    <Agreement.SAME: 'same'>
    """
    if left == right:
        return Agreement.SAME
    quotient = product(left, right, -1)
    names = {name for name, _ in quotient}
    if all(is_count_base(name) for name in names):
        return _counts(quotient, names)
    if len(names) > 1 and all(name in CURRENCIES for name in names):
        return Agreement.CURRENCIES
    return Agreement.POINTS if quotient in (POINTS, (("percentage_point", -1),)) else Agreement.CLASH


def _counts(quotient: Dimension, names: set[str]) -> Agreement:
    if sum(exponent for _, exponent in quotient) != 0:
        return Agreement.CLASH
    if len(names) == 2 and any(f"{name}_time" in names for name in names):
        return Agreement.PERSONS_AND_VISITS
    if len(names) == 2 and (WILDCARD in names or _same_noun(*sorted(names))):
        return Agreement.SAME
    return Agreement.COUNTS


def _same_noun(left: str, right: str) -> bool:
    """Whether both name the same kind of thing, one more closely than the other: 贫困村 and 村, poor villages and villages."""
    if left in LISTED_COUNTS or right in LISTED_COUNTS:
        return False
    if left.isascii() and right.isascii():
        return left.replace("_", " ").split()[-1:] == right.replace("_", " ").split()[-1:]
    return left[-1:] == right[-1:]


__all__ = ["POINTS", "RATIO", "WILDCARD", "Agreement", "agreement", "counts_things", "product"]
