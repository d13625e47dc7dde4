"""Products of facts as a linear programme over monomials: what interval bounds and single products do not show.

Every fact about the box (a bound, a row) is a polynomial ≥ 0, every primitive an equation between polynomials. Products of facts are
≥ 0 too, multiples of equations are 0; a positive combination of them whose monomials all cancel and that leaves a number below 0
proves that the box holds nothing. Unbounded variables need no special care: x · y + x = x · y with x > 8 is refuted as it stands.

Source: H. D. Sherali, W. P. Adams, "A Hierarchy of Relaxations …", SIAM J. Discrete Math. 3 (1990), the reformulation-linearization
technique; D. Handelman, "Representing polynomials by positive linear functions on compact convex polyhedra", Pacific J. Math. 132 (1988).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement, islice
from math import comb, lcm

from factcheck.engine.arithmetic import divide, normal, simplest_between, size
from factcheck.engine.box import HIGH, LOW, Box
from factcheck.engine.certificate import Bound, Fact, Multiple
from factcheck.engine.curves import Absolute, Greatest, Power
from factcheck.engine.definitions import Definition
from factcheck.engine.polynomials import Expansion, Monomial, Polynomial, degree, plus, times
from factcheck.engine.primitives import Nonzero, Primitive, Product, Row
from factcheck.engine.simplex import LOWER, Blame, Tableau, Value
from factcheck.quantities.interval import Rational

_MONOMIALS = 130
"""Columns a programme may have."""
_PRODUCTS = 1500
"""Products of facts that may wait; those of few factors come first."""
_AT_ONCE = 12
"""Violated products that enter the programme together."""
_LONG = 40
"""Bits of a bound from which on it is rounded outward …"""
_ROUNDING = 64
"""… by up to this part of the width of its variable."""
_HUGE = 1 << 40

Stated = tuple[Fact, Polynomial]


class Lifting:
    """The programme of one box. ``fits`` is false where it would be too large."""

    def __init__(
        self,
        box: Box,
        primitives: list[Primitive],
        definitions: Mapping[int, Definition],
        pivots: int,
        raised: int = 0,
    ) -> None:
        self.box = box
        self.expansion = Expansion(box, definitions)
        self.facts: list[Stated] = []
        """Polynomials ≥ 0 (> 0 where the fact is strict)."""
        self.equations: list[Stated] = []
        self.column: dict[Monomial, int] = {}
        self.multiples: dict[int, tuple[Multiple, int]] = {}
        """What a row is, and what it was multiplied with to become whole."""
        self.waiting: list[tuple[Multiple, Polynomial]] = []
        self.tableau = Tableau(pivots)
        self._gather(primitives)
        self.base = sorted({v for _, p in self.facts + self.equations for monomial in p for v in monomial})
        self.degree = self._degree(raised)
        self.fits = self.degree > 0
        if self.fits:
            self._fill()

    def _gather(self, primitives: list[Primitive]) -> None:
        for primitive in primitives:
            if isinstance(primitive, Row):
                self._gather_row(primitive)
            elif not isinstance(primitive, Nonzero):
                self._equation(primitive, self._difference(primitive))
            if isinstance(primitive, Absolute):
                for sign in (1, -1):
                    terms = ((sign, primitive.operand), (-1, primitive.result))
                    self._fact(Fact("sign", terms, 0, False, primitive))
        for variable in dict.fromkeys(v for p in primitives for v in p.variables):
            if not self.box.known(variable):
                for bound in bounds_in(self.box, variable):
                    self._fact(bound_fact(bound))

    def _gather_row(self, row: Row) -> None:
        if row.equal:
            self._equation(row, self.expansion.linear(list(row.terms), -row.constant))
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
        if isinstance(primitive, Absolute):
            result, operand = of(primitive.result), of(primitive.operand)
            return plus(times(result, result), times(operand, operand), -1)
        assert isinstance(primitive, Greatest)
        found: Polynomial = {(): 1}
        for gap in primitive.gaps:
            found = times(found, of(gap))
        return found

    def _equation(self, primitive: Primitive, polynomial: Polynomial) -> None:
        if degree(polynomial):
            self.equations.append((Fact("equation", (), 0, False, primitive), polynomial))

    def _fact(self, fact: Fact) -> None:
        polynomial = self.expansion.linear([(-c, v) for c, v in fact.terms], fact.constant)
        if degree(polynomial):
            self.facts.append((fact, polynomial))

    def _degree(self, raised: int) -> int:
        """That of what is stated, raised if the monomials still fit; 0 where not even that fits."""
        stated = [p for _, p in self.equations] + [p for f, p in self.facts if f.kind != "bound"]
        least = max(2, *map(degree, stated)) if stated else 2
        for candidate in (least + raised, least):
            if comb(len(self.base) + candidate, candidate) <= _MONOMIALS:
                return candidate
        return 0

    def _fill(self) -> None:
        """The rows to start with; products of facts wait until a point violates them."""
        for monomial in self._monomials(self.degree):
            if monomial:
                self.column[monomial] = self.tableau.add_column(None, None)
        for multiple, polynomial in self._first_rows():
            self._add(multiple, polynomial)
        self.waiting = list(islice(self._products(), _PRODUCTS))

    def _first_rows(self) -> Iterator[tuple[Multiple, Polynomial]]:
        for fact, polynomial in self.equations:
            for by in self._monomials(self.degree - degree(polynomial)):
                yield Multiple(1, (fact,), by), times(polynomial, {by: 1}) if by else polynomial
        for fact, polynomial in self.facts:
            if degree(polynomial) <= self.degree:
                yield Multiple(1, (fact,)), polynomial
        for variable in self.base:
            square = Fact("square", ((1, variable),), 0, False)
            yield Multiple(1, (square,)), {(variable, variable): 1}

    def _products(self) -> Iterator[tuple[Multiple, Polynomial]]:
        """Products of facts, those of few factors first."""
        single = [(fact, p) for fact, p in self.facts if degree(p) < self.degree]
        level: list[tuple[tuple[int, ...], Polynomial]] = [
            ((index,), p) for index, (_, p) in enumerate(single)
        ]
        while level:
            following = []
            for chosen, polynomial in level:
                for index in range(chosen[-1], len(single)):
                    if degree(polynomial) + degree(single[index][1]) <= self.degree:
                        product = times(polynomial, single[index][1])
                        following.append(((*chosen, index), product))
                        yield Multiple(1, tuple(single[i][0] for i in following[-1][0])), product
            level = following

    def _monomials(self, most: int) -> Iterator[Monomial]:
        for length in range(most + 1):
            yield from combinations_with_replacement(self.base, length)

    def _add(self, multiple: Multiple, polynomial: Polynomial) -> None:
        scale = lcm(*(c.denominator for m, c in polynomial.items() if m))
        terms = {self.column[m]: int(c * scale) for m, c in polynomial.items() if m}
        end: Value = (normal(-polynomial.get((), 0) * scale), 1 if is_strict(multiple) else 0)
        equal = multiple.factors[0].kind == "equation"
        row = self.tableau.add_row(terms, end, end if equal else None)
        self.multiples[row] = multiple, scale

    def refutation(self) -> tuple[Multiple, ...] | None:
        """Products and multiples that add up to a number below 0, or ``None`` where the programme has a point."""
        while True:
            blame = self.tableau.check()
            if blame is not None:
                return self._weighted(blame)
            violated = self._violated()
            if not violated:
                return None
            for multiple, polynomial in violated:
                self._add(multiple, polynomial)

    def _weighted(self, blame: Blame) -> tuple[Multiple, ...]:
        found = []
        for row, side, weight in blame:
            multiple, scale = self.multiples[row]
            found.append(multiple._replace(weight=weight * scale if side == LOWER else -weight * scale))
        return tuple(found)

    def _violated(self) -> list[tuple[Multiple, Polynomial]]:
        """The waiting products that the point violates most; they no longer wait."""
        values = self.tableau.values
        worst: list[tuple[Rational, int]] = []
        for index, (multiple, polynomial) in enumerate(self.waiting):
            real: Rational = polynomial.get((), 0)
            small: Rational = 0
            spread: Rational = 1
            for monomial, coefficient in polynomial.items():
                if monomial:
                    q, d = values[self.column[monomial]]
                    real += coefficient * q
                    small += coefficient * d
                    spread += size(coefficient)
            if (real, small) < (0, 1 if is_strict(multiple) else 0):
                worst.append((divide(real, spread), index))
        taken = {index for _, index in sorted(worst)[:_AT_ONCE]}
        violated = [self.waiting[index] for index in sorted(taken)]
        self.waiting = [item for index, item in enumerate(self.waiting) if index not in taken]
        return violated

    def values(self) -> tuple[Fact, ...]:
        """The known values that were put into the polynomials, as facts."""
        found = []
        for variable in sorted(self.expansion.used):
            value = self.box.value(variable)
            ends = Bound(variable, LOW, value, False), Bound(variable, HIGH, value, False)
            found.append(Fact("value", ((1, variable),), value, False, bounds=ends))
        return tuple(found)

    def point(self) -> dict[Monomial, Rational]:
        """The values of the monomials that satisfy the programme."""
        values = self.tableau.point()
        return {monomial: values[column] for monomial, column in self.column.items()}


def is_strict(multiple: Multiple) -> bool:
    """Whether the product is above 0, not just not below."""
    return all(fact.strict for fact in multiple.factors)


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


def bound_fact(bound: Bound) -> Fact:
    """A bound as a linear fact."""
    sign = -1 if bound.side == LOW else 1
    return Fact("bound", ((sign, bound.variable),), sign * bound.value, bound.open, bounds=(bound,))
