"""Witnesses that were found, tried again on the next question: what holds in one reading mostly holds in the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence

from factcheck.engine.box import Bounds
from factcheck.quantities.interval import Interval, Rational

MOST = 12
"""Witnesses kept: the latest ones."""
LARGEST = 1000
"""Variables of a witness that is worth keeping: for larger ones the copies cost more than they save."""


class Witnesses:
    """The latest witnesses of one network, each with the constraints that its values satisfy."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: deque[tuple[frozenset[int], dict[int, Rational]]] = deque(maxlen=MOST)

    def keep(self, constraints: Sequence[int], witness: Mapping[int, Rational | Interval]) -> None:
        """Remember values that satisfy the constraints, unless some are irrational."""
        if len(witness) > LARGEST:
            return
        values: dict[int, Rational] = {}
        for variable, value in witness.items():
            if isinstance(value, Interval):
                return
            values[variable] = value
        self._kept.appendleft((frozenset(constraints), values))

    def recalled(
        self,
        constraints: Sequence[int],
        variables_of: Callable[[int], tuple[int, ...]],
        domain_of: Callable[[int], tuple[Bounds, bool]],
    ) -> dict[int, Rational] | None:
        """Values that satisfy the constraints and lie in the domains (bounds, and whether only whole numbers count), if any are remembered."""
        for satisfied, values in self._kept:
            if satisfied.issuperset(constraints):
                found = _within(values, constraints, variables_of, domain_of)
                if found is not None:
                    return found
        return None


def _within(
    values: Mapping[int, Rational],
    constraints: Sequence[int],
    variables_of: Callable[[int], tuple[int, ...]],
    domain_of: Callable[[int], tuple[Bounds, bool]],
) -> dict[int, Rational] | None:
    found: dict[int, Rational] = {}
    for constraint in constraints:
        for variable in variables_of(constraint):
            if variable in found:
                continue
            value = values.get(variable)
            if value is None:
                return None
            (low, low_open, high, high_open), integer = domain_of(variable)
            if low is not None and (value < low or (low_open and value == low)):
                return None
            if high is not None and (value > high or (high_open and value == high)):
                return None
            if integer and value.denominator != 1:
                return None
            found[variable] = value
    return found
