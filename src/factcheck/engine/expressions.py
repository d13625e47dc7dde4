"""Walking through expressions without recursion."""

from __future__ import annotations

from factcheck.engine.model import Absolute as AbsoluteExpression
from factcheck.engine.model import Constant, Constraint, Expression, Extreme, Quotient, Sum, Variable
from factcheck.engine.model import Power as PowerExpression
from factcheck.engine.model import Product as ProductExpression


def children(expression: Expression) -> tuple[Expression, ...]:
    """The direct parts of an expression."""
    if isinstance(expression, Sum):
        return expression.terms
    if isinstance(expression, ProductExpression):
        return expression.factors
    if isinstance(expression, Quotient):
        return (expression.numerator, expression.denominator)
    if isinstance(expression, PowerExpression):
        return (expression.base,)
    if isinstance(expression, Extreme):
        return expression.members
    if isinstance(expression, AbsoluteExpression):
        return (expression.operand,)
    return ()


def in_evaluation_order(expression: Expression) -> list[tuple[Expression, int]]:
    """Every part after its own parts, with how many those are; no recursion, so depth does not matter."""
    order: list[tuple[Expression, int]] = []
    stack = [expression]
    while stack:
        part = stack.pop()
        below = children(part)
        order.append((part, len(below)))
        stack.extend(below)
    order.reverse()
    return order


def variables_of(constraint: Constraint) -> tuple[int, ...]:
    """The variables a constraint mentions, ascending."""
    found: set[int] = set()
    stack: list[Expression] = []
    for relation in constraint.relations:
        stack += (relation.left, relation.right)
    while stack:
        part = stack.pop()
        if type(part) is Variable:
            found.add(part.index)
        elif type(part) is not Constant:
            stack.extend(children(part))
    return tuple(sorted(found))
