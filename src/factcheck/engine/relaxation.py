"""The linear programme that a box and its primitives imply: every row in it is a :class:`Fact` with its reason."""

from __future__ import annotations

from math import lcm

from factcheck.engine.arithmetic import divide, normal, size
from factcheck.engine.box import HIGH, LOW, Box
from factcheck.engine.certificate import Bound, Fact, bound_fact
from factcheck.engine.curves import Absolute, Power
from factcheck.engine.primitives import Primitive, Product, Row
from factcheck.engine.simplex import LOWER, UPPER, Blame, Tableau, Value
from factcheck.quantities.interval import Rational

Terms = dict[int, Rational]


class Programme:
    """A tableau over the unknown variables of some primitives."""

    def __init__(self, box: Box, primitives: list[Primitive], pivots: int) -> None:
        self.box = box
        self.tableau = Tableau(pivots)
        self.column: dict[int, int] = {}
        self.variable: dict[int, int] = {}
        self.reasons: dict[tuple[int, int], Fact] = {}
        self.uses: dict[int, int] = {}
        for primitive in primitives:
            for variable in primitive.variables:
                self.uses[variable] = self.uses.get(variable, 0) + 1
        rows: list[tuple[Terms, Fact | None, Fact | None]] = []
        products: dict[tuple[int, int], Product] = {}
        for primitive in primitives:
            if isinstance(primitive, Row):
                rows.append(self._row(primitive))
            elif isinstance(primitive, Product):
                rows += [
                    ({v: c for c, v in fact.terms}, fact, other) for fact, other in self._product(primitive)
                ]
                key = (min(primitive.left, primitive.right), max(primitive.left, primitive.right))
                if key in products:
                    rows.append(self._same(products[key], primitive))
                products[key] = primitive
            elif isinstance(primitive, Power):
                rows += [({v: c for c, v in fact.terms}, fact, None) for fact in self._power(primitive)]
            elif isinstance(primitive, Absolute):
                rows += [({v: c for c, v in fact.terms}, fact, None) for fact in self._absolute(primitive)]
        kept = [(self._unknown(terms), upper, lower) for terms, upper, lower in rows]
        for (terms, _), _, _ in kept:
            for variable in terms:
                self._column_of(variable)
        for (terms, moved), upper, lower in kept:
            self._add(terms, moved, upper, lower)

    def _unknown(self, terms: Terms) -> tuple[Terms, Rational]:
        """The terms in unknown variables, and what the known ones add up to."""
        left: Terms = {}
        moved: Rational = 0
        for variable, coefficient in terms.items():
            if self.box.known(variable):
                low = self.box.bounds[variable][0]
                assert low is not None
                moved += coefficient * low
            else:
                left[variable] = coefficient
        return left, moved

    def _column_of(self, variable: int) -> int:
        found = self.column.get(variable)
        if found is None:
            low, low_open, high, high_open = self.box.bounds[variable]
            found = self.column[variable] = self.tableau.add_column(
                None if low is None else (low, 1 if low_open else 0),
                None if high is None else (high, -1 if high_open else 0),
            )
            self.variable[found] = variable
        return found

    def _add(self, terms: Terms, moved: Rational, upper: Fact | None, lower: Fact | None) -> None:
        """``terms`` ≤ the constant of ``upper``; −``terms`` ≤ the constant of ``lower``."""
        scale = lcm(*(c.denominator for c in terms.values())) if terms else 1
        whole = {self.column[v]: int(c * scale) for v, c in terms.items() if c}
        top: Value | None = None
        bottom: Value | None = None
        if upper is not None:
            top = (normal((upper.constant - moved) * scale), -1 if upper.strict else 0)
        if lower is not None:
            bottom = (normal((-lower.constant - moved) * scale), 1 if lower.strict else 0)
        index = self.tableau.add_row(whole, bottom, top)
        if upper is not None:
            self.reasons[index, UPPER] = _scaled(upper, scale)
        if lower is not None:
            self.reasons[index, LOWER] = _scaled(lower, scale)

    def _row(self, row: Row) -> tuple[Terms, Fact | None, Fact | None]:
        terms: Terms = {v: c for c, v in row.terms}
        upper = Fact("row", row.terms, row.constant, row.strict, row)
        if not row.equal:
            return terms, upper, None
        return terms, upper, Fact("row", tuple((-c, v) for c, v in row.terms), -row.constant, False, row)

    def _bounds(self, variable: int) -> list[Bound]:
        low, low_open, high, high_open = self.box.bounds[variable]
        found = []
        if low is not None:
            found.append(Bound(variable, LOW, low, low_open))
        if high is not None:
            found.append(Bound(variable, HIGH, high, high_open))
        return found

    def _product(self, product: Product) -> list[tuple[Fact, Fact | None]]:
        for factor, other in ((product.left, product.right), (product.right, product.left)):
            if self.box.known(factor):
                return [self._fixed(product, factor, other)]
        for factor, other in ((product.left, product.right), (product.right, product.left)):
            if self.uses[factor] == 1 and factor not in self.box.integers:
                sign = self._sign_bound(other)
                if sign is not None:
                    return [(self._multiplied(product, bound, sign), None) for bound in self._bounds(factor)]
        return [
            (self._multiplied(product, one, other), None)
            for one in self._bounds(product.left)
            for other in self._bounds(product.right)
        ]

    def _sign_bound(self, variable: int) -> Bound | None:
        """The bound at 0 that tells the variable's sign."""
        low, low_open, high, high_open = self.box.bounds[variable]
        if low is not None and low >= 0:
            return Bound(variable, LOW, 0, low > 0 or low_open)
        if high is not None and high <= 0:
            return Bound(variable, HIGH, 0, high < 0 or high_open)
        return None

    def _fixed(self, product: Product, factor: int, other: int) -> tuple[Fact, Fact]:
        value = self.box.bounds[factor][0]
        assert value is not None
        bounds = (Bound(factor, LOW, value, False), Bound(factor, HIGH, value, False))
        up: Terms = {}
        for variable, coefficient in ((product.result, 1), (other, -value)):
            up[variable] = up.get(variable, 0) + coefficient
        upper = Fact("fixed", tuple((c, v) for v, c in up.items()), 0, False, product, bounds)
        return upper, upper._replace(terms=tuple((-c, v) for v, c in up.items()))

    @staticmethod
    def _multiplied(product: Product, one: Bound, other: Bound) -> Fact:
        """(±x ∓ a) · (±y ∓ b) ≥ 0 with z for x · y, as an inequality ``<=``."""
        sign = 1 if one.side == other.side else -1
        terms: Terms = {}
        for variable, coefficient in (
            (product.result, -sign),
            (one.variable, sign * other.value),
            (other.variable, sign * one.value),
        ):
            terms[variable] = terms.get(variable, 0) + coefficient
        strict = one.open and other.open
        pairs = tuple((c, v) for v, c in terms.items() if c)
        return Fact("product", pairs, sign * one.value * other.value, strict, product, (one, other))

    @staticmethod
    def _same(first: Product, second: Product) -> tuple[Terms, Fact, Fact]:
        terms: Terms = {first.result: 1, second.result: -1} if first.result != second.result else {}
        upper = Fact("same", tuple((c, v) for v, c in terms.items()), 0, False, first, other=second)
        return terms, upper, upper._replace(terms=tuple((-c, v) for v, c in terms.items()))

    def _power(self, power: Power) -> list[Fact]:
        """Tangents below and the secant above where the power is convex; mirrored for odd powers of negative bases."""
        low, _, high, _ = self.box.bounds[power.base]
        n = power.exponent
        if n % 2 == 0 or (low is not None and low >= 0):
            sign = 1
        elif high is not None and high <= 0:
            sign = -1
        else:
            return []
        facts = []
        guards = tuple(self._bounds(power.base))
        for point in {low, high} - {None}:
            assert point is not None
            slope = n * point ** (n - 1)
            facts.append(_line("tangent", power, slope, point**n - slope * point, -sign, guards, (point,)))
        if low is not None and high is not None and low != high:
            slope = divide(high**n - low**n, high - low)
            facts.append(_line("secant", power, slope, low**n - slope * low, sign, guards, (low, high)))
        return facts

    def _absolute(self, absolute: Absolute) -> list[Fact]:
        """|x| ≥ x and |x| ≥ −x; an equation where the sign is known."""
        facts = [
            Fact("sign", ((sign, absolute.operand), (-1, absolute.result)), 0, False, absolute)
            for sign in (1, -1)
        ]
        sign = self._sign_bound(absolute.operand)
        if sign is not None:
            away = 1 if sign.side == LOW else -1
            facts.append(
                Fact("sign", ((1, absolute.result), (-away, absolute.operand)), 0, False, absolute, (sign,))
            )
        return facts

    def add_objective(self, terms: Terms) -> int:
        """A row without bounds over columns that are there already, to be driven to an extreme; only before any pivot."""
        left, _ = self._unknown({v: c for v, c in terms.items() if c})
        scale = lcm(*(c.denominator for c in left.values())) if left else 1
        return self.tableau.add_row({self.column[v]: int(c * scale) for v, c in left.items()}, None, None)

    def explain(self, blame: Blame) -> tuple[list[Fact], list[Rational]]:
        """The facts and weights behind a blame; bounds of known variables are added so that all terms cancel."""
        facts: list[Fact] = []
        weights: list[Rational] = []
        left: Terms = {}
        for index, side, weight in blame:
            fact = (
                self.reasons[index, side]
                if index not in self.variable
                else self._bound_fact(self.variable[index], side)
            )
            facts.append(fact)
            weights.append(weight)
            for coefficient, variable in fact.terms:
                left[variable] = left.get(variable, 0) + coefficient * weight
        for variable, coefficient in left.items():
            if coefficient and self.box.known(variable):
                facts.append(self._bound_fact(variable, LOW if coefficient > 0 else HIGH))
                weights.append(size(coefficient))
        return facts, weights

    def _bound_fact(self, variable: int, side: int) -> Fact:
        low, low_open, high, high_open = self.box.bounds[variable]
        value, is_open = (low, low_open) if side == LOW else (high, high_open)
        assert value is not None
        return bound_fact(Bound(variable, side, value, is_open))


def _line(
    kind: str,
    power: Power,
    slope: Rational,
    constant: Rational,
    sign: int,
    bounds: tuple[Bound, ...],
    points: tuple[Rational, ...],
) -> Fact:
    """sign · (result − slope · base − constant) ≤ 0."""
    return Fact(
        kind,
        tuple((c, v) for c, v in ((sign, power.result), (-sign * slope, power.base)) if c),
        sign * constant,
        False,
        power,
        bounds,
        points,
    )


def _scaled(fact: Fact, scale: int) -> Fact:
    if scale == 1:
        return fact
    return fact._replace(terms=tuple((c * scale, v) for c, v in fact.terms), constant=fact.constant * scale)
