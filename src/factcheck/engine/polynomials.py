"""Polynomials with rational coefficients, and auxiliary variables multiplied out into them."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.arithmetic import normal
from factcheck.engine.box import Box
from factcheck.engine.definitions import Definition
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
