"""Exact evaluation of expressions at given values."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.arithmetic import divide, normal, size
from factcheck.engine.expressions import children, in_evaluation_order
from factcheck.engine.model import (
    Constant,
    Constraint,
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


def value_of(expression: Expression, values: Mapping[int, Rational]) -> Rational | None:
    """The value of an expression, ``None`` where something is divided by 0.

    >>> value_of(Quotient(Variable(0), Variable(1)), {0: 1, 1: 3})
    Fraction(1, 3)
    """
    try:
        value = _value(expression, values)
    except RecursionError:
        value = _value_of_deep(expression, values)
    return None if value is None else normal(value)


def _value(part: Expression, values: Mapping[int, Rational]) -> Rational | None:
    """The value by recursion: most expressions are shallow, and it takes a third of the time."""
    kind = type(part)
    if kind is Variable:
        return values[part.index]  # type: ignore[union-attr]
    if kind is Constant:
        return part.value  # type: ignore[union-attr]
    arguments = []
    for below in children(part):
        value = _value(below, values)
        if value is None:
            return None
        arguments.append(value)
    return _apply(part, arguments)


def _value_of_deep(expression: Expression, values: Mapping[int, Rational]) -> Rational | None:
    """The same without recursion."""
    stack: list[Rational] = []
    for part, count in in_evaluation_order(expression):
        if type(part) is Variable:
            stack.append(values[part.index])
            continue
        if type(part) is Constant:
            stack.append(part.value)
            continue
        arguments = stack[len(stack) - count :]
        del stack[len(stack) - count :]
        value = _apply(part, arguments)
        if value is None:
            return None
        stack.append(value)
    return stack[0]


def _apply(part: Expression, arguments: list[Rational]) -> Rational | None:
    match part:
        case Sum():
            return sum(arguments)
        case Product():
            product = arguments[0] if arguments else 1
            for argument in arguments[1:]:
                product = product * argument
            return product
        case Quotient():
            numerator, denominator = arguments
            return None if denominator == 0 else divide(numerator, denominator)
        case Power(exponent=exponent):
            return arguments[0] ** exponent
        case Extreme(greatest=greatest):
            return max(arguments) if greatest else min(arguments)
        case _:
            return size(arguments[0])


def relation_holds(relation: Relation, values: Mapping[int, Rational]) -> bool:
    """Whether both sides are defined and compare as stated."""
    left, right = value_of(relation.left, values), value_of(relation.right, values)
    if left is None or right is None:
        return False
    if relation.operator == "=":
        return left == right
    return left < right if relation.operator == "<" else left <= right


def constraint_holds(constraint: Constraint, values: Mapping[int, Rational]) -> bool:
    """Whether all relations of the constraint hold."""
    return all(relation_holds(relation, values) for relation in constraint.relations)
