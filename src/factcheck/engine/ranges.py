"""What constraints leave of a variable: its exact range, ends open where they are not reached.

Propagation is tight on trees; where all relations are linear (or products with a factor of their own) the optimum of the linear
programme is; any other end is tight once a witness reaches it, whole numbers by bisection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.engine.arithmetic import divide, size
from factcheck.engine.box import HIGH, LOW, Contradiction
from factcheck.engine.certificate import Leaf
from factcheck.engine.curves import Absolute
from factcheck.engine.derivation import derivation_of
from factcheck.engine.exact import exact
from factcheck.engine.limits import Limits
from factcheck.engine.model import Range
from factcheck.engine.primitives import Nonzero, Primitive, Product, Row
from factcheck.engine.problem import Problem
from factcheck.engine.relaxation import Programme
from factcheck.engine.simplex import OutOfPivots
from factcheck.engine.structure import structure_of
from factcheck.quantities.interval import Interval, Rational

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver

End = tuple[Rational | None, bool]
_BISECTIONS = 64
_ITERATIONS = 12
_FAR = 1 << 60
_NODES = 12
"""Boxes of one search for a witness at an end: an end that takes more is given as an outer bound."""


class RangeFinder:
    """Ranges under one choice of domains."""

    def __init__(self, solver: Solver, domains: Mapping[int, Interval] | None, limits: Limits) -> None:
        self.solver = solver
        self.domains = domains
        self.limits = replace(limits, nodes=min(limits.nodes, _NODES), fixings=min(limits.fixings, 24))

    def ranges(self, constraints: Sequence[int], variables: Sequence[int]) -> dict[int, Range]:
        """The range of each variable; its own domain where the constraints do not concern it or contradict each other."""
        wanted = set(variables)
        found: dict[int, Range] = {}
        for component in self.solver.components(constraints, self.domains):
            here = sorted(
                {v for c in component for v in self.solver.variables_of(c) if v in wanted and v not in found}
            )
            here = [v for v in here if not self._known(v)]
            if here:
                found.update(self._in_component(component, here))
        return {v: found[v] if v in found else Range(self._domain(v), tight=True) for v in variables}

    def _known(self, variable: int) -> bool:
        low, _, high, _ = self.solver.bounds_of(variable, self.domains)
        return low is not None and low == high

    def _domain(self, variable: int) -> Interval:
        low, low_open, high, high_open = self.solver.bounds_of(variable, self.domains)
        return Interval(low, high, low_open, high_open, self.solver.is_integer(variable, self.domains))

    def _in_component(self, component: tuple[int, ...], variables: list[int]) -> dict[int, Range]:
        problem = self.solver.prepare(component, self.domains, self.limits)
        if isinstance(problem, Leaf):
            return {v: Range(self._domain(v), tight=False) for v in variables}
        try:
            problem.propagator.run(problem.primitives)
        except Contradiction:
            return {v: Range(self._domain(v), tight=False) for v in variables}
        return _Component(self, component, problem).ranges(variables)


class _Component:
    """One component at its propagated fixpoint."""

    def __init__(self, finder: RangeFinder, component: tuple[int, ...], problem: Problem) -> None:
        self.finder = finder
        self.component = component
        self.problem = problem
        self.box = problem.box
        structure = structure_of(problem.box, problem.primitives)
        exact = not (problem.box.stalled or problem.box.rounded)
        in_core = {v for core in structure.cores for p in core for v in p.variables}
        self.tree = exact and not structure.cores
        self.primitives: list[Primitive] = [
            p for core in structure_of(problem.box, problem.primitives, prune=False).cores for p in core
        ]
        self.in_core = in_core
        self._programme: Programme | None = None
        self._linear = False

    def ranges(self, variables: list[int]) -> dict[int, Range]:
        """The range of each variable."""
        return {variable: self._range(variable) for variable in variables}

    def _range(self, variable: int) -> Range:
        derivation = derivation_of(
            self.box.log, {(variable, LOW), (variable, HIGH)}, len(self.finder.solver.network.domains)
        )
        propagated = self.box.interval(variable)
        if self.tree or self.box.known(variable):
            return Range(propagated, True, derivation)
        low, low_tight = self._end(variable, LOW)
        high, high_tight = self._end(variable, HIGH)
        bounds = Interval(low[0], high[0], low[1], high[1], propagated.integer)
        same = (propagated.low, propagated.high) == (bounds.low, bounds.high)
        return Range(bounds, low_tight and high_tight, derivation if same else ())

    def _end(self, variable: int, side: int) -> tuple[End, bool]:
        bounds = self.box.bounds[variable]
        end: End = (bounds[0], bounds[1]) if side == LOW else (bounds[2], bounds[3])
        relaxed, exact = self._relaxed_end(variable, side)
        if relaxed is not None and _inside(relaxed, end, side):
            end = relaxed
        if variable in self.box.integers and end[0] is not None:
            end = self._whole(end, side)
        if exact:
            return end, True
        return self._confirmed(variable, side, end)

    @staticmethod
    def _whole(end: End, side: int) -> End:
        value, is_open = end
        assert value is not None
        whole = value // 1 if side == HIGH else -(-value // 1)
        if is_open and whole == value:
            whole += 1 if side == LOW else -1
        return int(whole), False

    def _relaxed_end(self, variable: int, side: int) -> tuple[End | None, bool]:
        """The end that the linear programme gives (unbounded: ``(None, False)``), and whether it is the true one."""
        programme = self._feasible_programme()
        if programme is None:
            return None, False
        if variable not in programme.column:
            return self._quotient_end(programme, variable, side)
        try:
            value, _ = programme.tableau.extreme(programme.column[variable], side == HIGH)
        except OutOfPivots:
            return None, False
        if value is None:
            return (None, False), self._linear
        return (value[0], value[1] != 0), self._linear

    def _quotient_end(self, programme: Programme, variable: int, side: int) -> tuple[End | None, bool]:
        """The end of a factor that stands in one product only: the extreme of product ÷ other factor.

        Dinkelbach's iteration: the extreme t of z / y is where the extreme of z − t · y is 0.
        """
        products = [p for p in self.primitives if isinstance(p, Product) and variable in (p.left, p.right)]
        if len(products) != 1 or variable in self.box.integers:
            return None, False
        product = products[0]
        other = product.right if variable == product.left else product.left
        if self.box.known(other) or not self._positive(other) or other not in programme.column:
            return None, False
        if product.result not in programme.column and not self.box.known(product.result):
            return None, False
        low, _, _, _ = self.box.bounds[other]
        upward = (side == HIGH) == (low is not None and low >= 0)
        ratio = self._ratio(programme, product.result, other)
        for _ in range(_ITERATIONS):
            if ratio is None:
                break
            fresh = Programme(self.box, self.primitives, self.finder.limits.pivots * 10)
            goal = fresh.add_objective({product.result: 1, other: -ratio})
            try:
                fresh.tableau.check()
                value, _ = fresh.tableau.extreme(goal, upward)
            except OutOfPivots:
                break
            if value is None:
                break
            known = self.box.bounds[product.result][0] if self.box.known(product.result) else 0
            gain = value[0] + (known or 0)
            if gain == 0:
                return (ratio, value[1] != 0), self._linear
            ratio = self._ratio(fresh, product.result, other)
        return None, False

    def _ratio(self, programme: Programme, result: int, other: int) -> Rational | None:
        """Product ÷ factor at the programme's present point."""
        tableau = programme.tableau
        below = tableau.values[programme.column[other]][0]
        above = (
            self.box.bounds[result][0]
            if result not in programme.column
            else tableau.values[programme.column[result]][0]
        )
        return None if not below or above is None else divide(above, below)

    def _feasible_programme(self) -> Programme | None:
        if self._programme is None and len(self.primitives) <= self.finder.limits.simplex_size:
            programme = Programme(self.box, self.primitives, self.finder.limits.pivots * 10)
            try:
                if programme.tableau.check() is not None:
                    return None
            except OutOfPivots:
                return None
            self._programme = programme
            self._linear = all(self._is_linear(p, programme) for p in self.primitives)
        return self._programme

    def _is_linear(self, primitive: Primitive, programme: Programme) -> bool:
        """Whether the programme says all that the primitive says."""
        unknown = [v for v in primitive.variables if not self.box.known(v)]
        if any(v in self.box.integers for v in unknown):
            return False
        if isinstance(primitive, Row):
            return True
        if isinstance(primitive, Product):
            factors = [v for v in (primitive.left, primitive.right) if not self.box.known(v)]
            if len(factors) < 2:
                return True
            return any(
                v not in programme.column
                and self._positive(primitive.right if v == primitive.left else primitive.left)
                for v in factors
            )
        if isinstance(primitive, Absolute):
            low, _, high, _ = self.box.bounds[primitive.operand]
            return (low is not None and low >= 0) or (high is not None and high <= 0)
        return isinstance(primitive, Nonzero) and self._positive(primitive.operand)

    def _positive(self, variable: int) -> bool:
        low, low_open, high, high_open = self.box.bounds[variable]
        return (low is not None and (low > 0 or (low == 0 and low_open))) or (
            high is not None and (high < 0 or (high == 0 and high_open))
        )

    def _confirmed(self, variable: int, side: int, end: End) -> tuple[End, bool]:
        """The end once a witness reaches it; whole numbers by bisection between a witness and the end."""
        if end[0] is None:
            far = self._beyond(variable, side, _FAR if side == HIGH else -_FAR)
            return end, far is not None and not isinstance(far, str)
        if not end[1]:
            reached = self._beyond(variable, side, end[0], exactly=True)
            if reached is not None and reached != "no":
                return end, True
        if variable in self.box.integers:
            return self._bisected(variable, side, end)
        return end, end[1] and self._approached(variable, side, end[0])

    def _approached(self, variable: int, side: int, value: Rational) -> bool:
        """Whether witnesses come so close to an open end that no printed digit can tell (2⁻⁴⁰ of the width)."""
        low, _, high, _ = self.box.bounds[variable]
        width = size(value) + 1 if low is None or high is None else high - low
        near = value + width * exact(1 if side == LOW else -1, 1 << 40)
        reached = self._beyond(variable, side, near)
        return reached is not None and not isinstance(reached, str)

    def _beyond(
        self, variable: int, side: int, value: Rational, exactly: bool = False
    ) -> Rational | str | None:
        """A value of a witness at least as far out as ``value``; ``no`` where there is none, ``None`` where undecided."""
        own = self.box.interval(variable)
        if exactly:
            domain = Interval(value, value, integer=own.integer)
        elif side == HIGH:
            domain = replace(own, low=value, low_open=False)
        else:
            domain = replace(own, high=value, high_open=False)
        finder = self.finder
        decision = finder.solver.decide(
            self.component, domains={**(finder.domains or {}), variable: domain}, limits=finder.limits
        )
        if decision.status == "undecided":
            return None
        if decision.witness is None:
            return "no"
        found = decision.witness[variable]
        if not isinstance(found, Interval):
            return found
        assert found.low is not None
        return found.low

    def _bisected(self, variable: int, side: int, end: End) -> tuple[End, bool]:
        own = self.box.bounds[variable]
        start = self._beyond(
            variable,
            side,
            own[0] if side == HIGH and own[0] is not None else own[2] if own[2] is not None else 0,
        )
        if start is None or isinstance(start, str) or end[0] is None:
            return end, False
        inside, outside = int(start), int(end[0]) + (1 if side == HIGH else -1)
        for _ in range(_BISECTIONS):
            if size(outside - inside) <= 1:
                return (inside, False), True
            middle = (inside + outside) // 2 if side == HIGH else -((-inside - outside) // 2)
            answer = self._beyond(variable, side, middle)
            if answer is None:
                return (outside - (1 if side == HIGH else -1), False), False
            if isinstance(answer, str):
                outside = middle
            else:
                inside = int(answer)
        return (outside - (1 if side == HIGH else -1), False), False


def _inside(candidate: End, end: End, side: int) -> bool:
    """Whether a candidate end leaves no more than the end does."""
    if candidate[0] is None:
        return False
    if end[0] is None or candidate[0] == end[0]:
        return end[0] is None or candidate[1] or not end[1]
    return candidate[0] < end[0] if side == HIGH else candidate[0] > end[0]
