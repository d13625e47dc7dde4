"""What a relation says of one variable that occurs in it once: the relation turned round, over intervals."""

from __future__ import annotations

from factcheck.engine.box import bounds_of
from factcheck.engine.interval_products import contains_zero, solve_factor
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
from factcheck.judgement.bounds import Domains, interval_of
from factcheck.quantities.interval import Interval

EVERYTHING = Interval()


def occurrences(expression: Expression, variable: int) -> int:
    """How often the variable stands in the expression."""
    count = 0
    stack = [expression]
    while stack:
        part = stack.pop()
        if isinstance(part, Variable):
            count += part.index == variable
        else:
            stack += parts_of(part)
    return count


def variables_of_expression(expression: Expression) -> set[int]:
    """The variables in an expression."""
    found: set[int] = set()
    stack = [expression]
    while stack:
        part = stack.pop()
        if isinstance(part, Variable):
            found.add(part.index)
        else:
            stack += parts_of(part)
    return found


def variables_in_order(relation: Relation) -> list[int]:
    """The variables of a relation, as often as they occur."""
    found: list[int] = []
    stack = [relation.left, relation.right]
    while stack:
        part = stack.pop()
        if isinstance(part, Variable):
            found.append(part.index)
        else:
            stack += parts_of(part)
    return found


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """The direct parts of an expression."""
    match expression:
        case Sum(terms=parts) | Product(factors=parts) | Extreme(members=parts):
            return parts
        case Quotient(numerator=numerator, denominator=denominator):
            return (numerator, denominator)
        case Power(base=part) | Absolute(operand=part):
            return (part,)
        case Constant() | Variable():
            return ()


def solved_for(relation: Relation, variable: int, domains: Domains) -> Interval | None:
    """All values of ``variable`` for which the equation holds for some values of the others; ``None`` where it cannot be turned round.

    >>> share = Relation(Variable(0), "=", Product((Variable(1), Variable(2))))
    >>> solved_for(share, 2, [Interval(6, 6), Interval(2, 3), EVERYTHING])
    Interval(low=2, high=3, low_open=False, high_open=False, integer=False)
    """
    left, right = occurrences(relation.left, variable), occurrences(relation.right, variable)
    if left + right != 1 or relation.operator != "=":
        return None
    here, other = (relation.left, relation.right) if left else (relation.right, relation.left)
    target = interval_of(other, domains)
    while not isinstance(here, Variable):
        step = _inward(here, variable, target, domains)
        if step is None:
            return None
        here, target = step
    return target


def _inward(
    expression: Expression, variable: int, target: Interval, domains: Domains
) -> tuple[Expression, Interval] | None:
    """One layer taken off: the part that holds the variable, and what it has to be."""
    inner = next((part for part in parts_of(expression) if occurrences(part, variable)), None)
    if inner is None:
        return None
    others = tuple(part for part in parts_of(expression) if part is not inner)
    match expression:
        case Sum():
            return inner, minus(target, interval_of(Sum(others), domains))
        case Product():
            return inner, _without_factor(target, interval_of(Product(others), domains))
        case Quotient(numerator=numerator, denominator=denominator):
            if inner is numerator:
                return inner, interval_of(
                    Product((Variable(0), Variable(1))), [target, interval_of(denominator, domains)]
                )
            return inner, _without_factor(interval_of(numerator, domains), target)
        case _:
            return None


def minus(left: Interval, right: Interval) -> Interval:
    """All differences."""
    return Interval(
        None if left.low is None or right.high is None else left.low - right.high,
        None if left.high is None or right.low is None else left.high - right.low,
        left.low_open or right.high_open,
        left.high_open or right.low_open,
    )


def _without_factor(product: Interval, factor: Interval) -> Interval:
    if contains_zero(bounds_of(factor)) and not contains_zero(bounds_of(product)) and factor.low != 0:
        return EVERYTHING
    low, low_open, high, high_open = solve_factor(bounds_of(product), bounds_of(factor))
    return Interval(low, high, low_open, high_open)


def inside(inner: Interval, outer: Interval) -> bool:
    """Whether every number of ``inner`` lies in ``outer`` (whole numbers left aside).

    >>> inside(Interval(2, 3), Interval(0, None)), inside(Interval(2, 3), Interval(2, 5, low_open=True))
    (True, False)
    """
    if outer.low is not None and (
        inner.low is None
        or inner.low < outer.low
        or (inner.low == outer.low and outer.low_open and not inner.low_open)
    ):
        return False
    return outer.high is None or not (
        inner.high is None
        or inner.high > outer.high
        or (inner.high == outer.high and outer.high_open and not inner.high_open)
    )
