"""What holds in a box, as polynomials: bounds and rows that are ≥ 0, primitives that are 0."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.arithmetic import divide, simplest_between, size
from factcheck.engine.box import HIGH, LOW, Box
from factcheck.engine.certificate import Bound, Fact, Multiple, bound_fact
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.definitions import Definition
from factcheck.engine.primitives import Nonzero, Primitive, Product, Row
from factcheck.engine.products.polynomials import Expansion, Polynomial, degree, plus, times
from factcheck.quantities.interval import Rational

_LONG = 40
"""Bits of a bound from which on it is rounded outward …"""
_ROUNDING = 64
"""… by up to this part of the width of its variable."""
_HUGE = 1 << 40


Stated = tuple[Fact, Polynomial]


class Statements:
    """The facts and equations of some primitives in a box."""

    def __init__(self, box: Box, primitives: list[Primitive], definitions: Mapping[int, Definition]) -> None:
        self.box = box
        self.expansion = Expansion(box, definitions)
        self.facts: list[Stated] = []
        """Polynomials ≥ 0 (> 0 where the fact is strict)."""
        self.equations: list[Stated] = []
        self._polynomial: dict[Fact, Polynomial] = {}
        self._gather(primitives)

    def _gather(self, primitives: list[Primitive]) -> None:
        for primitive in primitives:
            if isinstance(primitive, Row):
                self._gather_row(primitive)
            elif isinstance(primitive, Absolute):
                self._gather_absolute(primitive)
            elif not isinstance(primitive, Nonzero):
                self._equation(Fact("equation", (), 0, False, primitive), self._difference(primitive))
        for variable in dict.fromkeys(v for p in primitives for v in p.variables):
            if not self.box.known(variable):
                for bound in bounds_in(self.box, variable):
                    self._fact(bound_fact(bound))

    def _gather_absolute(self, absolute: Absolute) -> None:
        """±x where the sign of x is known, else |x|² = x² and |x| ≥ ±x."""
        x, result = absolute.operand, absolute.result
        low, _, high, _ = self.box.bounds[x]
        for sign, end, side in ((1, low, LOW), (-1, high, HIGH)):
            if end is not None and end * sign >= 0:
                terms = ((1, result), (-sign, x))
                fact = Fact("signed", terms, 0, False, absolute, (Bound(x, side, 0, False),))
                self._equation(fact, self.expansion.linear(list(terms), 0))
                return
        of = self.expansion.of
        squares = plus(times(of(result), of(result)), times(of(x), of(x)), -1)
        self._equation(Fact("equation", (), 0, False, absolute), squares)
        for sign in (1, -1):
            self._fact(Fact("sign", ((sign, x), (-1, result)), 0, False, absolute))

    def _gather_row(self, row: Row) -> None:
        if row.equal:
            fact = Fact("equation", (), 0, False, row)
            self._equation(fact, self.expansion.linear(list(row.terms), -row.constant))
        else:
            self._fact(Fact("row", row.terms, row.constant, row.strict, row))

    def _difference(self, primitive: Primitive) -> Polynomial:
        """The polynomial that the primitive says is 0."""
        of = self.expansion.of
        if isinstance(primitive, Product):
            return plus(of(primitive.result), times(of(primitive.left), of(primitive.right)), -1)
        if isinstance(primitive, Power):
            power: Polynomial = {(): 1}
            for _ in range(primitive.exponent):
                power = times(power, of(primitive.base))
            return plus(of(primitive.result), power, -1)
        assert isinstance(primitive, Greatest)
        found: Polynomial = {(): 1}
        for gap in primitive.gaps:
            found = times(found, of(gap))
        return found

    def _equation(self, fact: Fact, polynomial: Polynomial) -> None:
        if degree(polynomial):
            self.equations.append((fact, polynomial))
            self._polynomial[fact] = polynomial

    def _fact(self, fact: Fact) -> None:
        polynomial = self.expansion.linear([(-c, v) for c, v in fact.terms], fact.constant)
        if degree(polynomial):
            self.facts.append((fact, polynomial))
            self._polynomial[fact] = polynomial

    def product(self, multiple: Multiple) -> Polynomial:
        """What a multiple says is ≥ 0, or 0, its weight left out."""
        found: Polynomial = {multiple.by: 1}
        for fact in multiple.factors:
            if fact.kind == "square":
                ((_, variable),) = fact.terms
                found = times(found, {(variable, variable): 1})
            else:
                found = times(found, self._polynomial[fact])
        return found

    def values(self) -> tuple[Fact, ...]:
        """The known values that were put into the polynomials, as facts."""
        found = []
        for variable in sorted(self.expansion.used):
            value = self.box.value(variable)
            ends = Bound(variable, LOW, value, False), Bound(variable, HIGH, value, False)
            found.append(Fact("value", ((1, variable),), value, False, bounds=ends))
        return tuple(found)


def is_equation(fact: Fact) -> bool:
    """Whether the fact says that a polynomial is 0."""
    return fact.kind in ("equation", "signed")


def bounds_in(box: Box, variable: int) -> list[Bound]:
    """The bounds of a variable, as far as it has any, long numbers rounded outward a little, huge and tiny ones a lot."""
    low, low_open, high, high_open = box.bounds[variable]
    width = None if low is None or high is None else high - low
    found = []
    if low is not None:
        short = _short_below(low, width)
        found.append(Bound(variable, LOW, short, low_open or short != low))
    if high is not None:
        short = -_short_below(-high, width)
        found.append(Bound(variable, HIGH, short, high_open or short != high))
    return found


def _short_below(value: Rational, width: Rational | None) -> Rational:
    """A short number not above the value: bounds that run away say no more at 2⁴⁰⁰ than they did at 2⁴⁰."""
    if value > _HUGE:
        return _HUGE
    if 0 < value * _HUGE < 1:
        return 0
    if value.denominator.bit_length() + value.numerator.bit_length() < _LONG:
        return value
    room = divide(size(value) if width is None else width, _ROUNDING)
    return simplest_between(value - room, value) if room else value
