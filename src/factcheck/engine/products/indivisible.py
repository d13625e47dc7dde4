"""A polynomial equation between whole numbers whose terms are all whole and whose constant is not: 4x³ + 2y = 3 has no solution."""

from __future__ import annotations

from math import gcd, lcm

from factcheck.engine.arithmetic import divide
from factcheck.engine.certificate import Leaf, Multiple
from factcheck.engine.products.statements import Statements


def indivisible_equation(statements: Statements) -> Leaf | None:
    """The refutation that one equation gives by divisibility, if one does."""
    integers = statements.box.integers
    for fact, polynomial in statements.equations:
        coefficients = [c for monomial, c in polynomial.items() if monomial]
        if not all(variable in integers for monomial in polynomial for variable in monomial):
            continue
        weight = divide(
            lcm(*(c.denominator for c in coefficients)), gcd(*(c.numerator for c in coefficients))
        )
        if (weight * polynomial.get((), 0)).denominator != 1:
            return Leaf([], "divisible", statements.values(), multiples=(Multiple(weight, (fact,)),))
    return None
