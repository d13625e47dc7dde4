"""What hangs together with one variable, in a box of its own that can be narrowed again and again."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from factcheck.engine.box import LOW, Bounds, Box, Contradiction
from factcheck.engine.primitives import Primitive
from factcheck.engine.problem import Problem
from factcheck.engine.ranges.ends import End, end_of
from factcheck.engine.ranges.merging import ONE
from factcheck.engine.search import fix
from factcheck.engine.structure import structure_of
from factcheck.quantities.interval import Rational

_SHORT = 150
"""Bits of a bound that was certainly not shortened: :func:`~factcheck.engine.arithmetic.shortened_down` leaves 200, over a power of 2."""


_ROUGH = 4
"""Narrowings for each primitive where bounds need not come to rest: cycles would go on for long, with ever longer numbers."""


class Core:
    """Primitives around one variable, and their box, which :meth:`reset` brings back to where it was."""

    def __init__(self, problem: Problem, primitives: list[Primitive], bounds: dict[int, Bounds]) -> None:
        box = Box()
        bounds = {**bounds, ONE: (1, False, 1, False)}
        box.bounds = dict(bounds)
        box.integers = problem.box.integers
        self.problem = Problem(
            problem.network, problem.constraints, primitives, box, problem.originals, problem.limits
        )
        self.problem.known = problem.known
        self.box = box
        self.primitives = primitives
        self.start = dict(bounds)
        self.domains = problem.start
        """Bounds before anything was narrowed."""
        self.variables = list(dict.fromkeys(v for p in primitives for v in p.variables if not box.known(v)))
        self._budget = self.problem.propagator.budget
        self._rough_budget = _ROUGH * (len(primitives) + 8)

    def reset(self, bounds: dict[int, Bounds] | None = None) -> None:
        """Back to the start, or to other bounds, with all work allowances full."""
        box, problem = self.box, self.problem
        box.bounds = dict(self.start if bounds is None else bounds)
        box.log.clear()
        problem.isolated = {}
        problem.failures_left = problem.limits.fixings
        problem.deadline = monotonic() + problem.limits.seconds
        self._fresh()

    def _fresh(self, roughly: bool = False) -> None:
        box = self.box
        box.moves.clear()
        box.stalled = box.rounded = False
        box.coarse = roughly
        self.problem.propagator.budget = self._rough_budget if roughly else self._budget

    def own_ends(self, variable: int) -> int:
        """How many of a variable's ends stand where its own domain has them: values there fit others more likely than implied ones."""
        now, domain = self.box.bounds[variable], self.domains.get(variable)
        if domain is None:
            return 0
        return sum(now[end] is not None and now[end] == domain[end] for end in (0, 2))

    def settle(self, roughly: bool = False) -> bool:
        """Narrow by all primitives until nothing (``roughly``: little) moves; ``False`` where nothing is left."""
        self._fresh(roughly)
        try:
            self.problem.propagator.run(self.primitives)
        except Contradiction:
            return False
        return True

    def allow_search(self) -> None:
        """A new allowance of narrowings for a whole search."""
        self.box.moves.clear()
        self.problem.propagator.budget = 10 * self._rough_budget

    def fixed(self, variable: int, value: Rational) -> bool:
        """Fix a variable and propagate roughly (:meth:`exact_end` does it exactly); undone where that leaves nothing."""
        mark = len(self.box.log)
        self._fresh(roughly=True)
        try:
            fix(self.box, variable, value)
            self.problem.propagator.moved(mark)
        except Contradiction:
            self.box.undo(mark)
            return False
        return True

    def cut(self, variable: int, side: int, value: Rational, is_open: bool) -> bool:
        """Leave out everything beyond a value on one side; ``False`` where nothing is left (the box is then of no use)."""
        mark = len(self.box.log)
        self._fresh(roughly=True)
        try:
            (self.box.raise_low if side == LOW else self.box.lower_high)(variable, value, is_open, None)
            self.problem.propagator.moved(mark)
        except Contradiction:
            return False
        return True

    def unfolds_from(self, variable: int) -> bool:
        """Whether every value that is left for the variable extends to the whole, were the bounds at their fixpoint."""
        return not structure_of(self.box, self.primitives, keep=variable).cores

    def exact_end(self, variable: int, side: int) -> End | None:
        """The end of a variable where propagation gives the true one: a tree that hangs on it, at an exact fixpoint.

        Every value within the bounds is then part of a solution, so an open end is approached by solutions and a closed one reached.
        """
        if not self.unfolds_from(variable) or not self.settle() or self.box.stalled:
            return None
        if not (self._sharp() and self.unfolds_from(variable)):
            return None
        return end_of(self.box.bounds[variable], side)

    def _sharp(self) -> bool:
        """Whether no bound was rounded outward to save digits."""
        bounds = self.box.bounds
        return all(short(bounds[v]) for p in self.primitives for v in p.variables if not self.box.known(v))


def short(bounds: Bounds) -> bool:
    """Whether neither end looks like a shortened one."""
    for end in (bounds[0], bounds[2]):
        if end is not None and end.numerator.bit_length() > _SHORT:
            below = end.denominator
            if not below & (below - 1):
                return False
    return True


def unknown_in(primitives: Iterable[Primitive], box: Box) -> set[int]:
    """The variables of the primitives that have no single value yet."""
    return {v for p in primitives for v in p.variables if not box.known(v)}
