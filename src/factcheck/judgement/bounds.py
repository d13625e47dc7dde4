"""The bounds of an expression over domains, by exact interval arithmetic: outer bounds, tight where every variable occurs once."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Protocol

from factcheck.engine.arithmetic import divide
from factcheck.engine.box import Bounds, bounds_of
from factcheck.engine.interval_products import EVERYTHING, contains_zero, multiply
from factcheck.engine.model import (
    Absolute,
    Constant,
    Expression,
    Extreme,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)
from factcheck.judgement.lowering.scaling import whole
from factcheck.quantities.interval import Interval, Rational
from factcheck.records import record


class Domains(Protocol):
    """An interval for each variable, by index."""

    def __getitem__(self, index: int, /) -> Interval:
        """The domain of one variable."""


@record(frozen=True, slots=True)
class WithOne:
    """Domains with that of one ``variable`` replaced, without copying them."""

    domains: Domains
    variable: int
    domain: Interval

    def __getitem__(self, index: int) -> Interval:
        """The domain of one variable."""
        return self.domain if index == self.variable else self.domains[index]


Linear = tuple[dict[int, Rational], Rational]
"""Coefficients by variable, and a constant."""


def interval_of(expression: Expression, domains: Domains) -> Interval:
    """All values of ``expression``, as an interval.

    >>> interval_of(Product((Constant(2), Variable(0))), [Interval(1, 3, high_open=True)])
    Interval(low=2, high=6, low_open=False, high_open=True, integer=False)
    """
    low, low_open, high, high_open = _bounds(expression, domains)
    return Interval(low, high, low_open, high_open)


def _bounds(expression: Expression, domains: Domains) -> Bounds:
    match expression:
        case Constant(value=value):
            return value, False, value, False
        case Variable(index=index):
            domain = domains[index]
            if domain.integer:
                return bounds_of(domain)
            return domain.low, domain.low_open, domain.high, domain.high_open
        case Sum(terms=terms):
            return _sum([_bounds(term, domains) for term in terms])
        case Product(factors=factors):
            result = _bounds(factors[0], domains)
            for factor in factors[1:]:
                result = multiply(result, _bounds(factor, domains))
            return result
        case Quotient():
            return _quotient(_bounds(expression.numerator, domains), _bounds(expression.denominator, domains))
        case Power():
            return _power(_bounds(expression.base, domains), expression.exponent)
        case Extreme():
            return _extreme([_bounds(member, domains) for member in expression.members], expression.greatest)
        case Absolute():
            return _absolute(_bounds(expression.operand, domains))


def _sum(parts: list[Bounds]) -> Bounds:
    low: Rational | None = 0
    high: Rational | None = 0
    low_open = high_open = False
    for part_low, part_low_open, part_high, part_high_open in parts:
        low = None if low is None or part_low is None else low + part_low
        high = None if high is None or part_high is None else high + part_high
        low_open |= part_low_open
        high_open |= part_high_open
    return low, low_open and low is not None, high, high_open and high is not None


def _quotient(numerator: Bounds, denominator: Bounds) -> Bounds:
    low, low_open, high, high_open = denominator
    if contains_zero(denominator) and not (low == 0 or high == 0):
        return EVERYTHING
    if low == 0 and high == 0:
        return EVERYTHING
    if low is not None and low >= 0:
        inverse: Bounds = (
            *((0, True) if high is None else (divide(1, high), high_open)),
            *((None, False) if low == 0 else (divide(1, low), low_open)),
        )
    else:
        inverse = (
            *((None, False) if high is None or high == 0 else (divide(1, high), high_open)),
            *((0, True) if low is None else (divide(1, low), low_open)),
        )
    return multiply(numerator, inverse)


def _power(base: Bounds, exponent: int) -> Bounds:
    result: Bounds = (1, False, 1, False)
    if exponent % 2 == 0:
        base = _absolute(base)
    for _ in range(exponent):
        result = multiply(result, base)
    return result


def _extreme(members: list[Bounds], greatest: bool) -> Bounds:
    if not greatest:
        low, low_open, high, high_open = _extreme([_negated(member) for member in members], True)
        return _negated((low, low_open, high, high_open))
    highs = [(high, high_open) for _, _, high, high_open in members]
    lows = [(low, low_open) for low, low_open, _, _ in members if low is not None]
    if any(high is None for high, _ in highs):
        top, top_open = None, False
    else:
        top, top_open = max(
            ((high, high_open) for high, high_open in highs), key=lambda end: (end[0] or 0, not end[1])
        )
    if not lows:
        return None, False, top, top_open
    bottom, bottom_open = max(lows, key=lambda end: (end[0], end[1]))
    return bottom, bottom_open, top, top_open


def _negated(bounds: Bounds) -> Bounds:
    low, low_open, high, high_open = bounds
    return (
        None if high is None else -high,
        high_open,
        None if low is None else -low,
        low_open,
    )


def _absolute(bounds: Bounds) -> Bounds:
    low, _, high, _ = bounds
    if low is not None and low >= 0:
        return bounds
    if high is not None and high <= 0:
        return _negated(bounds)
    top = _extreme([bounds, _negated(bounds)], True)
    return 0, False, top[2], top[3]


NOTHING_KNOWN: Mapping[int, Rational] = {}


def linear(expression: Expression, known: Mapping[int, Rational] = NOTHING_KNOWN) -> Linear | None:
    """The expression as a linear form, ``None`` where it is none; variables in ``known`` count as constants.

    >>> linear(Sum((Variable(1), Product((Constant(-2), Variable(0))), Constant(3))))
    ({1: 1, 0: -2}, 3)
    """
    match expression:
        case Constant(value=value):
            return {}, value
        case Variable(index=index):
            return ({}, known[index]) if index in known else ({index: 1}, 0)
        case Sum(terms=terms):
            return _linear_sum(terms, known)
        case Product(factors=factors):
            return _linear_product(factors, known)
        case Quotient(numerator=numerator, denominator=denominator):
            top, bottom = linear(numerator, known), linear(denominator, known)
            if top is None or bottom is None or bottom[0] or not bottom[1]:
                return None
            return _times(top, Fraction(1) / Fraction(bottom[1]))
        case _:
            return None


def _linear_sum(terms: tuple[Expression, ...], known: Mapping[int, Rational]) -> Linear | None:
    coefficients: dict[int, Rational] = {}
    fixed: Rational = 0
    for term in terms:
        form = linear(term, known)
        if form is None:
            return None
        for index, coefficient in form[0].items():
            coefficients[index] = coefficients.get(index, 0) + coefficient
        fixed += form[1]
    return {index: value for index, value in coefficients.items() if value}, fixed


def _linear_product(factors: tuple[Expression, ...], known: Mapping[int, Rational]) -> Linear | None:
    result: Linear = ({}, 1)
    for factor in factors:
        form = linear(factor, known)
        if form is None or (form[0] and result[0]):
            return None
        result = _times(form, result[1]) if not result[0] else _times(result, form[1])
    return result


def _times(form: Linear, value: Rational) -> Linear:
    return {index: coefficient * value for index, coefficient in form[0].items() if value}, form[1] * value


def gap_between(stated: Interval, implied: Interval) -> Rational:
    """The distance between two intervals, 0 where they meet.

    >>> gap_between(Interval(9370, 9370), Interval(0, 6319))
    3051
    """
    if stated.high is not None and implied.low is not None and stated.high < implied.low:
        return implied.low - stated.high
    if implied.high is not None and stated.low is not None and implied.high < stated.low:
        return stated.low - implied.high
    return 0


def in_unit(interval: Interval, factor: Fraction) -> Interval:
    """An interval of base units in a unit of this size."""
    if factor == 1:
        return interval
    low, high = interval.low, interval.high
    return Interval(
        None if low is None else whole(low / factor),
        None if high is None else whole(high / factor),
        interval.low_open,
        interval.high_open,
    )
