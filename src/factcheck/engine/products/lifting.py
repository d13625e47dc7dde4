"""Products of facts as a linear programme over monomials: what interval bounds and single products do not show.

Every fact about the box (a bound, a row) is a polynomial ≥ 0, every primitive an equation between polynomials. Products of facts are
≥ 0 too, multiples of equations are 0; a positive combination of them whose monomials all cancel and that leaves a number below 0
proves that the box holds nothing. Unbounded variables need no special care: x · y + x = x · y with x > 8 is refuted as it stands.
Linear equations are solved for some variables first, and products enter only once a point violates them.

Source: H. D. Sherali, W. P. Adams, "A Hierarchy of Relaxations …", SIAM J. Discrete Math. 3 (1990), the reformulation-linearization
technique; D. Handelman, "Representing polynomials by positive linear functions on compact convex polyhedra", Pacific J. Math. 132 (1988).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement, islice
from math import comb, lcm

from factcheck.engine.arithmetic import normal
from factcheck.engine.certificate import Fact, Multiple
from factcheck.engine.products.elimination import Elimination
from factcheck.engine.products.polynomials import Monomial, Polynomial, degree, plus, times
from factcheck.engine.products.statements import Stated, Statements, is_equation
from factcheck.engine.simplex import LOWER, Blame, Tableau, Value
from factcheck.quantities.interval import Rational

_MONOMIALS = 130
"""Columns a programme may have."""
_PRODUCTS = 1500
"""Products of facts that may wait; those of few factors come first."""
_AT_ONCE = 12
"""Violated products that enter the programme together."""
_ROUGHLY = 1e-12
"""Relative error of a float evaluation below which a product counts as satisfied."""

Rough = tuple[bool, float, float, list[tuple[int, float]]]
"""A waiting product in floats: whether it is strict, its constant, the sum of its coefficients' sizes, column and coefficient of each term."""


class Lifting:
    """The programme of one box. ``fits`` is false where it would be too large; ``raised``: how far the degree goes above what is stated."""

    def __init__(self, statements: Statements, pivots: int, raised: int = 0) -> None:
        self.statements = statements
        self.elimination = Elimination([p for _, p in statements.equations])
        self.facts = self._reduced(statements.facts)
        self.equations = self._reduced(statements.equations)
        self.base = sorted({v for _, p in self.facts + self.equations for monomial in p for v in monomial})
        """The variables that are left."""
        self.column: dict[Monomial, int] = {}
        self.multiples: dict[int, tuple[Multiple, int]] = {}
        """What a row is, and what it was multiplied with to become whole."""
        self.waiting: list[tuple[Multiple, Polynomial]] = []
        self.rough: dict[int, Rough] = {}
        self.tableau = Tableau(pivots)
        self.degree = self._degree(raised)
        self.fits = self.degree > 0
        if self.fits:
            self._fill()

    def _reduced(self, stated: list[Stated]) -> list[Stated]:
        """What is stated in the variables that are left, without what holds anyway."""
        found = []
        for fact, polynomial in stated:
            reduced = self.elimination.reduced(polynomial)
            number = reduced.get((), 0)
            plainly = not number if is_equation(fact) else number > 0 or (number == 0 and not fact.strict)
            if degree(reduced) or not plainly:
                found.append((fact, reduced))
        return found

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
        self.rough = {index: self._roughly(*item) for index, item in enumerate(self.waiting)}

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

    def _roughly(self, multiple: Multiple, polynomial: Polynomial) -> Rough:
        terms = [(self.column[m], float(c)) for m, c in polynomial.items() if m]
        spread = 1 + sum(abs(c) for _, c in terms)
        return is_strict(multiple), float(polynomial.get((), 0)), spread, terms

    def _add(self, multiple: Multiple, polynomial: Polynomial) -> None:
        scale = lcm(*(c.denominator for m, c in polynomial.items() if m))
        terms = {self.column[m]: int(c * scale) for m, c in polynomial.items() if m}
        end: Value = (normal(-polynomial.get((), 0) * scale), 1 if is_strict(multiple) else 0)
        row = self.tableau.add_row(terms, end, end if is_equation(multiple.factors[0]) else None)
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
        """The rows to blame, and the multiples of linear equations that were taken away from them."""
        found: list[Multiple] = []
        total: Polynomial = {}
        for row, side, weight in blame:
            multiple, scale = self.multiples[row]
            signed = weight * scale if side == LOWER else -weight * scale
            found.append(multiple._replace(weight=signed))
            total = plus(total, self.statements.product(multiple), signed)
        for (index, by), times_taken in self.elimination.divided(total)[1].items():
            if times_taken:
                found.append(Multiple(-times_taken, (self.statements.equations[index][0],), by))
        return tuple(found)

    def _violated(self) -> list[tuple[Multiple, Polynomial]]:
        """The waiting products that the point violates most; they no longer wait.

        Floats propose them, twenty times as fast as exact numbers: a product that is not violated after all does no harm.
        """
        worst: list[tuple[float, int]] = []
        try:
            point = [(float(q), float(d)) for q, d in self.tableau.values]
        except OverflowError:
            return []
        for index, (strict, constant, spread, terms) in self.rough.items():
            real, small = constant, 0.0
            size = abs(constant)
            for column, coefficient in terms:
                q, d = point[column]
                term = coefficient * q
                real += term
                size += abs(term)
                small += coefficient * d
            slack = size * _ROUGHLY
            if real < -slack or (strict and real <= slack and small < 1):
                worst.append((real / spread, index))
        taken = [index for _, index in sorted(worst)[:_AT_ONCE]]
        for index in taken:
            del self.rough[index]
        return [self.waiting[index] for index in sorted(taken)]

    def point(self) -> dict[Monomial, Rational]:
        """The values of the monomials that satisfy the programme."""
        values = self.tableau.point()
        return {monomial: values[column] for monomial, column in self.column.items()}


def is_strict(multiple: Multiple) -> bool:
    """Whether the product is above 0, not just not below."""
    return all(fact.strict for fact in multiple.factors)
