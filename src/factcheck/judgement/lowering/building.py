"""The engine's expressions, put together with constants folded."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.engine.model import Constant, Expression, Power, Product, Quotient, Sum
from factcheck.judgement.lowering.scaling import whole
from factcheck.quantities.interval import Rational

ZERO = Constant(0)
ONE = Constant(1)


def constant(value: Rational) -> Constant:
    """An exact number."""
    return Constant(whole(value))


def added(terms: Iterable[Expression]) -> Expression:
    """The sum, nested sums laid flat."""
    flat: list[Expression] = []
    fixed: Rational = 0
    for term in terms:
        for part in term.terms if isinstance(term, Sum) else (term,):
            if isinstance(part, Constant):
                fixed += part.value
            else:
                flat.append(part)
    if fixed:
        flat.append(constant(fixed))
    if not flat:
        return ZERO
    return flat[0] if len(flat) == 1 else Sum(tuple(flat))


def multiplied(*factors: Expression) -> Expression:
    """The product, its constants in front as one."""
    fixed: Rational = 1
    flat: list[Expression] = []
    for factor in factors:
        for part in factor.factors if isinstance(factor, Product) else (factor,):
            if isinstance(part, Constant):
                fixed *= part.value
            else:
                flat.append(part)
    if not flat:
        return constant(fixed)
    if fixed != 1:
        flat.insert(0, constant(fixed))
    return flat[0] if len(flat) == 1 else Product(tuple(flat))


def negated(expression: Expression) -> Expression:
    """The expression with the other sign."""
    return multiplied(constant(-1), expression)


def divided_by(numerator: Expression, denominator: Expression) -> Expression:
    """The quotient; by a constant other than 0 it is a product."""
    if isinstance(denominator, Constant) and denominator.value:
        return multiplied(constant(Fraction(1) / denominator.value), numerator)
    return Quotient(numerator, denominator)


def raised(base: Expression, exponent: int) -> Expression:
    """A whole power."""
    return base if exponent == 1 else Power(base, exponent)
