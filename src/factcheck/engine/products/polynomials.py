"""Polynomials with rational coefficients, and auxiliary variables and relations multiplied out into them."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.arithmetic import normal
from factcheck.engine.box import Box
from factcheck.engine.definitions import Definition
from factcheck.engine.expressions import in_evaluation_order
from factcheck.engine.model import (
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

Monomial = tuple[int, ...]
"""Variables in ascending order, each as often as its power; ``()`` is 1."""
Polynomial = dict[Monomial, Rational]
"""Coefficient by monomial; none is 0."""


def plus(one: Polynomial, other: Polynomial, factor: Rational = 1) -> Polynomial:
    """``one`` + ``factor`` · ``other``.

    >>> plus({(1,): 2, (): 1}, {(1,): 1}, -2)
    {(): 1}
    """
    found = dict(one)
    for monomial, coefficient in other.items():
        total = normal(found.get(monomial, 0) + factor * coefficient)
        if total:
            found[monomial] = total
        else:
            found.pop(monomial, None)
    return found


def times(one: Polynomial, other: Polynomial) -> Polynomial:
    """The product.

    >>> times({(1,): 1, (): 1}, {(1,): 1, (): -1})
    {(1, 1): 1, (): -1}
    """
    found: Polynomial = {}
    for left, coefficient in one.items():
        for right, factor in other.items():
            monomial = tuple(sorted(left + right)) if left and right else left or right
            found[monomial] = found.get(monomial, 0) + coefficient * factor
    return {monomial: normal(c) for monomial, c in found.items() if c}


def degree(polynomial: Polynomial) -> int:
    """The length of the longest monomial; 0 for a number."""
    return max(map(len, polynomial), default=0)


class Expansion:
    """Variables as polynomials: sums, products and powers multiplied out, quotients, absolute values and maxima kept as they are.

    Variables known in the box become their values; ``used`` tells which.
    """

    def __init__(self, box: Box, definitions: Mapping[int, Definition]) -> None:
        self.box = box
        self.definitions = definitions
        self.found: dict[int, Polynomial] = {}
        self.used: set[int] = set()

    def of(self, variable: int) -> Polynomial:
        """The polynomial of one variable."""
        stack = [variable]
        while stack:
            top = stack[-1]
            definition = None if self.box.known(top) else self.definitions.get(top)
            operands = definition.operands if definition is not None and _multiplies(definition) else ()
            missing = [operand for operand in operands if operand not in self.found]
            if missing and top not in self.found:
                stack += missing
                continue
            stack.pop()
            if top not in self.found:
                self.found[top] = self._defined(top, definition)
        return self.found[variable]

    def _defined(self, variable: int, definition: Definition | None) -> Polynomial:
        if self.box.known(variable):
            self.used.add(variable)
            value = self.box.value(variable)
            return {(): value} if value else {}
        if definition is None or not _multiplies(definition):
            return {(variable,): 1}
        if definition.form is not None:
            terms, constant = definition.form
            return self.linear([(c, v) for v, c in terms.items()], constant)
        operands = [self.found[operand] for operand in definition.operands]
        if definition.kind == "power":
            operands *= definition.exponent
        found: Polynomial = {(): 1}
        for operand in operands:
            found = times(found, operand)
        return found

    def linear(self, terms: list[tuple[Rational, int]], constant: Rational) -> Polynomial:
        """Σ coefficient · variable + constant."""
        found: Polynomial = {(): constant} if constant else {}
        for coefficient, variable in terms:
            found = plus(found, self.of(variable), coefficient)
        return found


def _multiplies(definition: Definition) -> bool:
    return definition.kind in ("form", "product", "power")


def cross_multiplied(relation: Relation, known: Mapping[int, Rational] | None = None) -> Polynomial | None:
    """left − right times all denominators, known values put in; ``None`` where absolute values or maxima are in it.

    >>> from factcheck.engine.model import Quotient
    >>> x = Variable(0)
    >>> cross_multiplied(Relation(Quotient(Power(x, 2), x), "=", x))
    {}
    """
    left, right = _ratio(relation.left, known or {}), _ratio(relation.right, known or {})
    if left is None or right is None:
        return None
    return plus(times(left[0], right[1]), times(right[0], left[1]), -1)


def _ratio(expression: Expression, known: Mapping[int, Rational]) -> tuple[Polynomial, Polynomial] | None:
    stack: list[tuple[Polynomial, Polynomial]] = []
    for part, count in in_evaluation_order(expression):
        arguments = stack[len(stack) - count :]
        del stack[len(stack) - count :]
        if isinstance(part, Variable) and part.index in known:
            part = Constant(known[part.index])
        found = _joined(part, arguments)
        if found is None:
            return None
        stack.append(found)
    return stack[0]


def _joined(
    part: Expression, arguments: list[tuple[Polynomial, Polynomial]]
) -> tuple[Polynomial, Polynomial] | None:
    one: Polynomial = {(): 1}
    top, bottom = ({}, one) if isinstance(part, Sum) else (one, one)
    match part:
        case Variable(index):
            return {(index,): 1}, one
        case Constant(value):
            return ({(): normal(value)} if value else {}), one
        case Sum():
            for over, under in arguments:
                top, bottom = plus(times(top, under), times(over, bottom)), times(bottom, under)
        case Product():
            for over, under in arguments:
                top, bottom = times(top, over), times(bottom, under)
        case Power(_, exponent):
            for _ in range(exponent):
                top, bottom = times(top, arguments[0][0]), times(bottom, arguments[0][1])
        case Quotient():
            (over, under), (divisor, lower) = arguments
            return times(over, lower), times(under, divisor)
        case Extreme(members, _) if all(member == members[0] for member in members):
            return arguments[0]
        case _:
            return None
    return top, bottom
