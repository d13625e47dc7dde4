"""From the outside: nothing lies beyond an end, by branch and bound over ever smaller boxes.

Each box is cut to what lies beyond the best value known and narrowed (:mod:`.bounding`); then it is refuted, or bounded, or cut in
two where the programme's point fits worst.
Source: spatial branch and bound with bound tightening, as in P. Belotti et al., "Branching and bounds tightening techniques for
non-convex MINLP", Optimization Methods & Software 24 (2009); here in exact arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush

from factcheck.engine.arithmetic import divide, floor, simplest_between, size
from factcheck.engine.box import HIGH, Bounds
from factcheck.engine.branching import cut_point
from factcheck.engine.primitives import Row
from factcheck.engine.ranges.bounding import Bounding, Boxed
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.crooked import arguments, gap_at, looseness
from factcheck.engine.ranges.ends import End, agree, beyond
from factcheck.quantities.interval import Rational

_PATIENCE = 8
"""After so many boxes the best bound, or what is reached, must have moved."""

Found = Callable[[Boxed], Rational | None]
"""Looks for a solution in a box near its end; a value that is reached, or ``None``."""


def nothing_found(_: Boxed) -> None:
    """Looks for nothing."""
    return


class Exhaustion:
    """Bounds one variable on one side; ``nodes`` boxes may be looked at."""

    def __init__(
        self, core: Core, variable: int, side: int, nodes: int, found: Found = nothing_found
    ) -> None:
        self.core = core
        self.side = side
        self.nodes = nodes
        self.found = found
        self.bounding = Bounding(core, variable, side)
        self.cutoff: Rational | None = None
        self._queue: list[tuple[tuple[int, Rational, bool], int, Boxed]] = []
        self._order = 0
        low, _, high, _ = core.start[variable]
        self._scale: Rational = 1 if low is None or high is None else min(1, high - low)

    def run(self, cutoff: Rational | None, start: dict[int, Bounds] | None = None) -> End:
        """A proven outer end: the cutoff where nothing lies beyond it, else the bound of what could not be refuted.

        The cutoff rises with what is found. ``(None, False)`` with nodes left and no cutoff: there is no solution at all.
        """
        self.cutoff = cutoff
        self._push(dict(self.core.start if start is None else start))
        looked = 0
        before: tuple[Rational | None, Rational | None] = None, cutoff
        while self._queue:
            best = heappop(self._queue)[2]
            if self._within_cutoff(best.end):
                continue
            looked += 1
            if looked % _PATIENCE == 0:
                if self._stuck(before, best.end[0]):
                    return best.end
                before = best.end[0], self.cutoff
            if self._near(best.end) or self.nodes <= 0 or not self.bounding.pivots:
                return best.end
            self._raise_cutoff(self.found(best))
            if self._near(best.end):
                return best.end
            if not self._within_cutoff(best.end):
                halves = self._halves(best)
                if not halves:
                    return best.end
                for half in halves:
                    self._push(half)
        return self.cutoff, False

    def refutes(self, start: dict[int, Bounds]) -> bool:
        """Whether there is no solution at all in these bounds."""
        return self.run(None, start) == (None, False) and not self._queue and self.nodes > 0

    def _raise_cutoff(self, value: Rational | None) -> None:
        if value is not None and (self.cutoff is None or beyond(value, self.cutoff, self.side)):
            self.cutoff = value

    def _stuck(self, before: tuple[Rational | None, Rational | None], now: Rational | None) -> bool:
        """Whether the best bound has hardly moved for a while: more boxes of the same kind would not help."""
        bound, reached = before
        if now is None:
            return reached == self.cutoff
        if bound is None:
            return False
        gap = size(now - self.cutoff) if self.cutoff is not None else size(now)
        return size(now - bound) * 64 < gap

    def _near(self, end: End) -> bool:
        return end[0] is not None and self.cutoff is not None and agree(end[0], self.cutoff, self._scale)

    def _within_cutoff(self, end: End) -> bool:
        return end[0] is not None and self.cutoff is not None and not beyond(end[0], self.cutoff, self.side)

    def _push(self, bounds: dict[int, Bounds]) -> None:
        """Bound a box, and keep it where it may hold more than is reached; the furthest comes first, of equal ends a closed one."""
        self.nodes -= 1
        boxed = self.bounding.bounded(bounds, self.cutoff)
        if boxed is None or self._within_cutoff(boxed.end):
            return
        self._order += 1
        end, is_open = boxed.end
        key = (0, 0, False) if end is None else (1, -end if self.side == HIGH else end, is_open)
        heappush(self._queue, (key, self._order, boxed))

    def _halves(self, boxed: Boxed) -> list[dict[int, Bounds]]:
        """The box cut in two; nothing where every variable is known."""
        found = self._cut(boxed)
        if found is None:
            return []
        variable, value, value_low = found
        low, low_open, high, high_open = boxed.bounds[variable]
        whole = variable in self.core.box.integers
        below: Bounds = (low, low_open, value, not value_low)
        above: Bounds = (value + 1, False, high, high_open) if whole else (value, value_low, high, high_open)
        return [{**boxed.bounds, variable: below}, {**boxed.bounds, variable: above}]

    def _cut(self, boxed: Boxed) -> tuple[int, Rational, bool] | None:
        """A variable, where to cut it, and whether the low part keeps the value: whole numbers first, then what fits worst."""
        bounds, point, integers = boxed.bounds, boxed.point, self.core.box.integers
        unknown = [v for v in self.core.variables if bounds[v][0] is None or bounds[v][0] != bounds[v][2]]
        for v in unknown:
            if v in integers and v in point and type(point[v]) is not int:
                return v, floor(point[v]), True
        options = self._misfits(point, set(unknown))
        options = options or [v for v in self.bounding.crooked if v in unknown] or unknown
        if not options:
            return None
        variable = max(options, key=lambda v: looseness(bounds[v]))
        hint = point.get(variable)
        value, value_low = cut_point(bounds[variable], variable in integers, hint)
        low, _, high, _ = bounds[variable]
        if hint is not None and low is not None and high is not None and variable not in integers:
            margin = divide(high - low, 8)
            if low + margin <= hint <= high - margin:
                value = simplest_between(hint - divide(margin, 4), hint + divide(margin, 4))
        return variable, value, value_low

    def _misfits(self, point: dict[int, Rational], unknown: set[int]) -> list[int]:
        """The variables of the relation that the programme's point misses by most."""
        worst: Rational = 0
        found: list[int] = []
        for primitive in self.core.primitives:
            if type(primitive) is Row or any(v not in point for v in primitive.variables):
                continue
            gap = divide(gap_at(primitive, point), max(size(point[primitive.variables[0]]), 1))
            options = [v for v in arguments(primitive) if v in unknown]
            if gap > worst and options:
                worst, found = gap, options
        return found
