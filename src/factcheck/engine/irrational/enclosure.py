"""Interval evaluation of expressions."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.arithmetic import divide
from factcheck.engine.box import Bounds
from factcheck.engine.curves import absolute_values, raise_to
from factcheck.engine.expressions import in_evaluation_order
from factcheck.engine.interval_products import contains_zero, multiply, solve_factor
from factcheck.engine.model import (
    Absolute,
    Constant,
    Expression,
    Extreme,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Variable,
)
from factcheck.quantities.interval import Rational

Ends = Mapping[int, tuple[Rational, Rational]]


def enclose(expression: Expression, box: Ends) -> tuple[Rational, Rational] | None:
    """Ends of an interval that holds every value over a closed box; ``None`` where a denominator may be 0."""
    stack: list[tuple[Rational, Rational]] = []
    for part, count in in_evaluation_order(expression):
        arguments = stack[len(stack) - count :]
        del stack[len(stack) - count :]
        found = _step(part, arguments, box)
        if found is None:
            return None
        stack.append(found)
    return stack[0]


def _step(
    part: Expression, arguments: list[tuple[Rational, Rational]], box: Ends
) -> tuple[Rational, Rational] | None:
    match part:
        case Variable(index):
            return box[index]
        case Constant(value):
            return value, value
        case Sum():
            return sum(a for a, _ in arguments), sum(b for _, b in arguments)
        case Product():
            found: Bounds = (1, False, 1, False)
            for argument in arguments:
                found = multiply(found, _closed(argument))
            return _finite(found)
        case Quotient():
            top, bottom = arguments
            if contains_zero(_closed(bottom)):
                return None
            if top[0] == top[1] and bottom[0] == bottom[1]:
                value = divide(top[0], bottom[0])
                return value, value
            return _finite(solve_factor(_closed(top), _closed(bottom)))
        case Power(_, exponent):
            return _finite(raise_to(_closed(arguments[0]), exponent))
        case Extreme(_, greatest):
            pick = max if greatest else min
            return pick(a for a, _ in arguments), pick(b for _, b in arguments)
        case Absolute():
            return _finite(absolute_values(_closed(arguments[0])))
    raise TypeError(part)


def _closed(ends: tuple[Rational, Rational]) -> Bounds:
    return ends[0], False, ends[1], False


def _finite(bounds: Bounds) -> tuple[Rational, Rational]:
    low, _, high, _ = bounds
    assert low is not None
    assert high is not None
    return low, high


def difference(relation: Relation, box: Ends) -> tuple[Rational, Rational] | None:
    """Ends of left − right over a closed box."""
    left, right = enclose(relation.left, box), enclose(relation.right, box)
    return None if left is None or right is None else (left[0] - right[1], left[1] - right[0])


def sign_at(relation: Relation, box: Ends) -> int | None:
    """The sign of left − right where it is the same all over a box (0 only at an exact zero); ``None`` else."""
    ends = difference(relation, box)
    if ends is None:
        return None
    low, high = ends
    if low == high == 0:
        return 0
    return 1 if low >= 0 else -1 if high <= 0 else None
