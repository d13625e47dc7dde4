"""One component at its propagated fixpoint, and the ranges of its variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.engine.box import HIGH, LOW
from factcheck.engine.derivation import derivation_of
from factcheck.engine.model import Range
from factcheck.engine.primitives import Primitive
from factcheck.engine.problem import Problem
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.ends import End, agree, end_of
from factcheck.engine.ranges.extremes import Extremes
from factcheck.engine.ranges.merging import merged
from factcheck.engine.ranges.resting import rested
from factcheck.engine.ranges.tightening import tightened
from factcheck.engine.structure import structure_of
from factcheck.quantities.interval import Interval, Rational

if TYPE_CHECKING:
    from factcheck.engine.solver import Solver


class Component:
    """Ranges from one propagated problem."""

    def __init__(
        self,
        solver: Solver,
        constraints: tuple[int, ...],
        domains: Mapping[int, Interval] | None,
        problem: Problem,
    ) -> None:
        self.solver = solver
        self.constraints = constraints
        self.domains = domains
        self.problem = problem
        self.box = problem.box
        self.rest = rested(problem)
        """The box with what can be set aside at its exact fixpoint, so that it extends whatever a core leaves; ``None`` where that failed."""
        self._extremes: dict[tuple[Primitive, ...], Extremes] = {}

    def range(self, variable: int) -> Range:
        """The range of one variable."""
        whole = self.solver.is_integer(variable, self.domains)
        propagated = replace(self.box.interval(variable), integer=whole)
        derivation = derivation_of(
            self.box.log, {(variable, LOW), (variable, HIGH)}, len(self.solver.network.domains)
        )
        core = None if self.box.known(variable) else self._core(variable)
        if core is None:
            bounds = (self.rest or self.box).interval(variable)
            return Range(replace(bounds, integer=whole), True, derivation)
        if self._same(propagated.low, propagated.high):
            return Range(propagated, True, derivation)
        (low, low_tight), (high, high_tight) = (self._end(core, variable, side) for side in (LOW, HIGH))
        bounds = Interval(low[0], high[0], low[1], high[1], propagated.integer)
        same = (propagated.low, propagated.high) == (bounds.low, bounds.high)
        tight = (low_tight and high_tight) or self._same(low[0], high[0])
        return Range(bounds, tight, derivation if same else ())

    @staticmethod
    def _same(low: Rational | None, high: Rational | None) -> bool:
        """Whether the ends agree, so that any solution is at both (an irrational value)."""
        return low is not None and high is not None and agree(low, high) and agree(high, low)

    def _core(self, variable: int) -> tuple[Primitive, ...] | None:
        """What decides the variable's ends beyond propagation; ``None`` where nothing does."""
        if self.rest is not None:
            cores = structure_of(self.rest, self.problem.primitives, keep=variable).cores
        else:
            cores = structure_of(self.box, self.problem.primitives, prune=False).cores
        for core in cores:
            if any(variable in primitive.variables for primitive in core):
                return tuple(core)
        return None

    def _end(self, primitives: tuple[Primitive, ...], variable: int, side: int) -> tuple[End, bool]:
        found = self._extremes.get(primitives)
        if found is None:
            box = self.rest or self.box
            core = tightened(Core(self.problem, merged(box, list(primitives)), box.bounds))
            found = self._extremes[primitives] = Extremes(core, self._decided)
        return found.end(variable, side, end_of(self.box.bounds[variable], side))

    def _decided(self, variable: int, low: Rational | None, high: Rational | None) -> bool | None:
        """Whether the whole component has a solution with a value between the two, irrational ones of others included."""
        domain = Interval(low, high, integer=self.solver.is_integer(variable, self.domains))
        decision = self.solver.decide(
            self.constraints, domains={**(self.domains or {}), variable: domain}, limits=self.problem.limits
        )
        return None if decision.status == "undecided" else decision.status == "satisfiable"
