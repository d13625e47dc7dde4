"""Checks turned round at single values: what one variable would have to be, the others being what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.engine.arithmetic import divide, floor
from factcheck.engine.box import Bounds
from factcheck.engine.evaluation import value_of
from factcheck.engine.model import Relation
from factcheck.quantities.interval import Interval, Rational

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver

Domains = Mapping[int, Interval]
Values = dict[int, Rational]
Witness = Mapping[int, Rational | Interval]


def sampled(
    solver: Solver, constraint: int, variable: int | None, domains: Domains | None, witness: Witness
) -> Values | None:
    """Values of all other variables within their domains, as the witness has them where it does."""
    values: Values = {}
    for other, value in witness.items():
        if isinstance(value, Interval):
            return None
        values[other] = value
    for other in solver.variables_of(constraint):
        if other != variable and other not in values:
            values[other] = _point(solver.bounds_of(other, domains), solver.is_integer(other, domains))
    return values


def _point(bounds: Bounds, integer: bool) -> Rational:
    """A value within the bounds, not 0 where there are others."""
    low, _, high, _ = bounds
    if low is None:
        return 1 if high is None else min(high - 1, 1)
    if high is None:
        return floor(low) + 1
    middle = divide(low + high, 2)
    return floor(middle) if integer else middle


def solutions(relation: Relation, variable: int, values: Values) -> Iterator[Rational]:
    """Values that may satisfy the relation, if it is linear in the variable at the other values."""
    gaps = []
    for value in (0, 1):
        values[variable] = value
        left, right = value_of(relation.left, values), value_of(relation.right, values)
        if left is None or right is None:
            return
        gaps.append(left - right)
    slope = gaps[1] - gaps[0]
    if slope:
        root = divide(-gaps[0], slope)
        yield root
        if relation.operator != "=":
            yield floor(root) - 1 if slope > 0 else floor(root) + 2
