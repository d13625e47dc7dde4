"""From the inside: fix some variables at ends of their bounds until the rest is a tree or linear, whose end is certain.

An extreme lies mostly in a corner: as many facts as there are cycles stand at one of their ends, and the others follow. Of the
values that a variable could be fixed at, the one that leaves most room for the wanted variable is taken; then one choice after the
other is moved to its other end, as long as that leads further.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.box import Bounds
from factcheck.engine.ranges.certain import certain_end, is_linear
from factcheck.engine.ranges.core import Core, unknown_in
from factcheck.engine.ranges.ends import End, end_of, leaves_less
from factcheck.engine.ranges.options import Option, kept_inside, options
from factcheck.engine.search import fixing_order
from factcheck.engine.structure import structure_of
from factcheck.quantities.interval import Rational
from factcheck.records import record

_PASSES = 3
_MOVED = 8
"""With more choices than this none is moved: each costs a way of its own."""

Choices = list[tuple[int, Rational]]
"""Variables with the ends they were meant to stand at, in the order in which they were fixed."""


@record(slots=True)
class Inner:
    """An end that solutions reach (or approach, where open); ``choices``: how it was found."""

    end: End
    choices: Choices
    exact: bool
    """Whether every choice stands at the end that was meant, not near it."""


class Dive:
    """The way to one end of one variable, inside the core's start or other bounds. ``guesses`` are values to try first."""

    def __init__(
        self,
        core: Core,
        variable: int,
        side: int,
        guesses: Mapping[int, Rational] | None = None,
        bounds: dict[int, Bounds] | None = None,
    ) -> None:
        self.core = core
        self.variable = variable
        self.side = side
        self.guesses = guesses or {}
        self.bounds = bounds

    def best(self, outer: End) -> Inner | None:
        """The furthest end that was found, ``outer`` at most; ``None`` where the way leads nowhere."""
        found = self.follow([])
        for _ in range(_PASSES):
            if found is None or found.end == outer or not 2 <= len(found.choices) <= _MOVED:
                break
            better = self._moved(found)
            if better is found:
                break
            found = better
        return found

    def _moved(self, found: Inner) -> Inner:
        """The best of what one choice moved to another end of its variable leads to, for each in turn."""
        start = self.core.start if self.bounds is None else self.bounds
        for at, (chosen, value) in enumerate(found.choices):
            for option in options(start[chosen], chosen in self.core.box.integers):
                if option.stands_for == value:
                    continue
                way = [*found.choices[:at], (chosen, option.stands_for), *found.choices[at + 1 :]]
                other = self.follow(way)
                if other is not None and leaves_less(found.end, other.end, self.side):
                    found = other
                    break
        return found

    def follow(self, way: Choices) -> Inner | None:
        """Fix what is given as far as it fits, then other variables, those in most relations first, until the end is certain."""
        core = self.core
        core.reset(self.bounds)
        made: Choices = []
        exactly = True
        for chosen, value in way:
            option = kept_inside(core.box.bounds[chosen], value)
            if not core.box.known(chosen) and core.fixed(chosen, option.value):
                made.append((chosen, value))
                exactly = exactly and option.value == option.stands_for
        tried = {self.variable, *(chosen for chosen, _ in made)}
        while not is_linear(core):
            cores = structure_of(core.box, core.primitives, keep=self.variable).cores
            if not cores:
                break
            unknown = [v for v in unknown_in((p for c in cores for p in c), core.box) if v not in tried]
            if not unknown:
                return None
            order = fixing_order(core.box, core.problem.propagator, unknown)
            chosen = min(order, key=lambda v: -core.own_ends(v))
            tried.add(chosen)
            found = self._fixed_at_best(chosen)
            if found is not None:
                exactly = exactly and found.value == found.stands_for
                made.append((chosen, found.stands_for))
        end = certain_end(core, self.variable, self.side)
        return None if end is None else Inner(end, made, exactly)

    def _fixed_at_best(self, chosen: int) -> Option | None:
        """Fix a variable where that takes least from the wanted end; ``None`` where no value fits (nothing is changed then)."""
        core, variable, side = self.core, self.variable, self.side
        mark = len(core.box.log)
        before = end_of(core.box.bounds[variable], side)
        best: tuple[End, Option] | None = None
        stands: Option | None = None
        for option in list(
            options(core.box.bounds[chosen], chosen in core.box.integers, self.guesses.get(chosen))
        ):
            if not core.fixed(chosen, option.value):
                continue
            stands = option
            end = end_of(core.box.bounds[variable], side)
            if best is None or leaves_less(best[0], end, side):
                best = end, option
                if not leaves_less(end, before, side):
                    break
            core.box.undo(mark)
            stands = None
        if best is None:
            return None
        if stands is not best[1]:
            core.box.undo(mark)
            core.fixed(chosen, best[1].value)
        return best[1]
