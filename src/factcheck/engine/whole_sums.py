"""Whole numbers beside a rest that leaves their sum no whole number: counts a + b and a share below 0.1 do not add up to 1213.15 … 1213.25."""

from __future__ import annotations

from math import gcd

from factcheck.engine.arithmetic import ceiling, divide, floor
from factcheck.engine.box import HIGH, LOW, Box
from factcheck.engine.certificate import Bound, Fact, Leaf, bound_fact
from factcheck.engine.primitives import Primitive, Row
from factcheck.quantities.interval import Rational


def no_whole_sum(box: Box, core: list[Primitive]) -> Leaf | None:
    """A refutation of one equation whose whole numbers would have to add up to a fraction, if there is one.

    Each number alone may have room enough, so that bounds say nothing and cuts would have to go through all of them.
    """
    for row in core:
        if isinstance(row, Row) and row.equal:
            leaf = _refuted(box, row)
            if leaf is not None:
                return leaf
    return None


def _refuted(box: Box, row: Row) -> Leaf | None:
    rest = [(c, v) for c, v in row.terms if v not in box.integers]
    whole = [c for c, v in row.terms if v in box.integers]
    if not rest or len(whole) < 2:
        return None
    step = gcd(*whole)
    sides = []
    for sign in (1, -1):  # the whole numbers' sum is at most, and at least
        facts = [Fact("row", tuple((sign * c, v) for c, v in row.terms), sign * row.constant, False, row)]
        weights: list[Rational] = [1]
        end: Rational = sign * row.constant
        is_open = False
        for coefficient, variable in rest:
            bound = _least(box, variable, sign * coefficient > 0)
            if bound is None:
                return None
            facts.append(bound_fact(bound))
            weights.append(abs(coefficient))
            end -= sign * coefficient * bound.value
            is_open |= bound.open
        sides.append((facts, weights, end, is_open))
    (upper, up, most, most_open), (lower, down, least, least_open) = sides
    greatest, smallest = floor(divide(most, step)), ceiling(divide(-least, step))
    if most_open and greatest * step == most:
        greatest -= 1
    if least_open and smallest * step == -least:
        smallest += 1
    if smallest <= greatest:
        return None
    return Leaf([], "gap", (*upper, *lower), (*up, *(-weight for weight in down)))


def _least(box: Box, variable: int, low_side: bool) -> Bound | None:
    """The end of a variable at which its term is least."""
    low, low_open, high, high_open = box.bounds[variable]
    if low_side:
        return None if low is None else Bound(variable, LOW, low, low_open)
    return None if high is None else Bound(variable, HIGH, high, high_open)
