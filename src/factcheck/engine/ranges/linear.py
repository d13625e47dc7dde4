"""Ends by linear programmes: the true ones where the programme says all that the primitives say, outer bounds elsewhere."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide
from factcheck.engine.box import HIGH, Box
from factcheck.engine.curves import Absolute
from factcheck.engine.primitives import Nonzero, Primitive, Product, Row
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.ends import End
from factcheck.engine.relaxation import Programme
from factcheck.engine.satisfaction import holds_at
from factcheck.engine.simplex import OutOfPivots
from factcheck.quantities.interval import Rational

_ITERATIONS = 12
_PIVOTS = 60_000
"""Pivots of one programme times primitives, since a pivot costs as much as there are rows."""


def allowed_pivots(core: Core) -> int:
    """Pivots of one programme: fewer where each costs more."""
    return min(core.problem.limits.pivots * 10, _PIVOTS // max(1, len(core.primitives)))


class Linear:
    """The linear programme of some primitives in a box as it is now, and what it says of ends."""

    def __init__(self, box: Box, primitives: list[Primitive], pivots: int) -> None:
        self.box = box.copy()
        self.primitives = primitives
        self.pivots = pivots
        self.programme = _feasible(Programme(self.box, primitives, pivots))
        self.complete = self.programme is not None and all(self._says_all(p) for p in primitives)
        """Whether its ends are the true ones."""

    def end(self, variable: int, side: int) -> End | None:
        """The programme's end of a variable; ``None`` where it says nothing."""
        programme = self.programme
        if programme is None:
            return None
        if variable not in programme.column:
            return self._quotient_end(variable, side)
        try:
            value, _ = programme.tableau.extreme(programme.column[variable], side == HIGH)
        except OutOfPivots:
            self.programme = None
            return None
        return (None, False) if value is None else (value[0], value[1] != 0)

    def point(self) -> dict[int, Rational]:
        """Where the programme stands: after :meth:`end`, a point at that end."""
        if self.programme is None:
            return {}
        values = self.programme.tableau.values
        return {variable: values[column][0] for column, variable in self.programme.variable.items()}

    def _quotient_end(self, variable: int, side: int) -> End | None:
        """The end of a factor that stands in one product only."""
        products = [p for p in self.primitives if type(p) is Product and variable in (p.left, p.right)]
        return self.factor_end(products[0], variable, side) if len(products) == 1 else None

    def factor_end(self, product: Product, variable: int, side: int) -> End | None:
        """A bound of a factor: the extreme of product ÷ other factor.

        Dinkelbach's iteration: the extreme t of z / y is where the extreme of z − t · y is 0.
        Source: W. Dinkelbach, "On Nonlinear Fractional Programming", Management Science 13 (1967).
        """
        programme = self.programme
        if programme is None:
            return None
        other = product.right if variable == product.left else product.left
        if self.box.known(other) or not positive(self.box, other) or other not in programme.column:
            return None
        if product.result not in programme.column and not self.box.known(product.result):
            return None
        low, _, _, _ = self.box.bounds[other]
        upward = (side == HIGH) == (low is not None and low >= 0)
        ratio = self._ratio(programme, product.result, other)
        limit = False
        for _ in range(_ITERATIONS):
            if ratio is None:
                break
            fresh = Programme(self.box, self.primitives, self.pivots)
            goal = fresh.add_objective({product.result: 1, other: -ratio})
            try:
                fresh.tableau.check()
                value, _ = fresh.tableau.extreme(goal, upward)
            except OutOfPivots:
                break
            if value is None:
                ratio, limit = self._ray_ratio(fresh, product.result, other), True
                continue
            known = self.box.value(product.result) if self.box.known(product.result) else 0
            gain = value[0] + known * ratio.denominator  # the objective is scaled to whole numbers
            if gain == 0:
                return ratio, value[1] != 0
            if limit and (gain < 0) == upward:
                return ratio, True
            ratio, limit = self._ratio(fresh, product.result, other), False
        return None

    def _ray_ratio(self, programme: Programme, result: int, other: int) -> Rational | None:
        """Product ÷ factor far out, where the goal grows without end: the ratio that solutions approach there."""
        tableau = programme.tableau
        below = tableau.rate(programme.column[other], tableau.runaway)
        above = tableau.rate(programme.column[result], tableau.runaway) if result in programme.column else 0
        return divide(above, below) if below else None

    def _ratio(self, programme: Programme, result: int, other: int) -> Rational | None:
        """Product ÷ factor at the programme's present point (of their infinitesimal parts where both are 0)."""
        values = programme.tableau.values
        below = values[programme.column[other]]
        above = (
            values[programme.column[result]] if result in programme.column else (self.box.value(result), 0)
        )
        if below[0] or above[0]:
            return divide(above[0], below[0]) if below[0] else None
        return divide(above[1], below[1]) if below[1] else None

    def _says_all(self, primitive: Primitive) -> bool:
        """Whether the programme says all that the primitive says."""
        box = self.box
        unknown = [v for v in primitive.variables if not box.known(v)]
        if any(v in box.integers for v in unknown):
            return False
        if type(primitive) is Row:
            return True
        if not unknown:
            return holds_at(primitive, box.value)
        if type(primitive) is Product:
            factors = [v for v in (primitive.left, primitive.right) if not box.known(v)]
            if len(factors) < 2:
                return True
            assert self.programme is not None
            return any(
                v not in self.programme.column
                and positive(box, primitive.right if v == primitive.left else primitive.left)
                for v in factors
            )
        if type(primitive) is Absolute:
            low, _, high, _ = box.bounds[primitive.operand]
            return (low is not None and low >= 0) or (high is not None and high <= 0)
        return type(primitive) is Nonzero and positive(box, primitive.operand)


def _feasible(programme: Programme) -> Programme | None:
    """The programme at a point of it; ``None`` where there is none, or it takes too long."""
    try:
        return programme if programme.tableau.check() is None else None
    except OutOfPivots:
        return None


def positive(box: Box, variable: int) -> bool:
    """Whether a variable has a sign and is not 0."""
    low, low_open, high, high_open = box.bounds[variable]
    return (low is not None and (low > 0 or (low == 0 and low_open))) or (
        high is not None and (high < 0 or (high == 0 and high_open))
    )
