"""Ranges under one choice of domains, component by component."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.engine.box import Contradiction
from factcheck.engine.certificate import Leaf
from factcheck.engine.limits import Limits
from factcheck.engine.model import Range
from factcheck.engine.ranges.component import Component
from factcheck.engine.ranges.gathering import gathered
from factcheck.engine.ranges.wholeness import make_whole
from factcheck.quantities.interval import Interval

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver

_NODES, _FIXINGS = 12, 24
"""Boxes, and values that may fail, of one decision at an end: one that takes more is left."""


class RangeFinder:
    """Ranges under one choice of domains."""

    def __init__(self, solver: Solver, domains: Mapping[int, Interval] | None, limits: Limits) -> None:
        self.solver = solver
        self.domains = domains
        self.limits = replace(
            limits, nodes=min(limits.nodes, _NODES), fixings=min(limits.fixings, _FIXINGS), lifted=False
        )

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
        problem = gathered(problem)
        try:
            problem.propagator.run(problem.primitives)
        except Contradiction:
            return {v: Range(self._domain(v), tight=False) for v in variables}
        if not make_whole(problem):
            return {v: Range(self._domain(v), tight=False) for v in variables}
        whole = Component(self.solver, component, self.domains, problem)
        return {variable: whole.range(variable) for variable in variables}
