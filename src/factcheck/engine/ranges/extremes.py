"""The ends of the variables of one core."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from factcheck.engine.ranges.closure import closed
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.ends import End, end_of, leaves_less
from factcheck.engine.ranges.linear import Linear, allowed_pivots
from factcheck.quantities.interval import Rational

Decided = Callable[[int, Rational | None, Rational | None], bool | None]
"""Whether the whole component has a solution with a variable between two values (``None``: without end, or undecided)."""

_ARTICLE = 150
"""Primitives of a core up to which ends are searched for until they are certain: larger ones are given as outer bounds."""
_LINEAR = 200
"""Primitives of a core up to which its linear programme is solved."""


class Extremes:
    """What is known of a core while the ends of its variables are looked for."""

    def __init__(self, core: Core, decided: Decided) -> None:
        self.core = core
        self.decided = decided
        self.searched = len(core.primitives) <= _ARTICLE

    @cached_property
    def linear(self) -> Linear:
        """The core's linear programme."""
        self.core.reset()
        return Linear(self.core.box, self.core.primitives, allowed_pivots(self.core))

    @cached_property
    def closure(self) -> Core:
        """The core without open ends."""
        return closed(self.core)

    def end(self, variable: int, side: int, propagated: End) -> tuple[End, bool]:
        """The end of a variable on one side, and whether it is tight."""
        outer = end_of(self.core.start[variable], side)
        if leaves_less(propagated, outer, side):
            outer = propagated
        if len(self.core.primitives) <= _LINEAR:
            relaxed = self.linear.end(variable, side)
            if relaxed is not None:
                if self.linear.complete:
                    return relaxed, True
                if leaves_less(relaxed, outer, side):
                    outer = relaxed
        from factcheck.engine.ranges.pursuit import Pursuit  # most ends of articles are certain without

        return Pursuit(self, variable, side, outer).settled()
