"""A box narrowed by propagation and by linear programmes to what lies beyond a value, and the bound that is left there."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide, simplest_between, size
from factcheck.engine.box import HIGH, LOW, Bounds, Contradiction
from factcheck.engine.primitives import Row
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.crooked import crooked_variables, looseness
from factcheck.engine.ranges.ends import End, beyond, end_of
from factcheck.engine.relaxation import Programme
from factcheck.engine.simplex import OutOfPivots
from factcheck.quantities.interval import Rational
from factcheck.records import record

_TIGHTENED = 24
"""So many variables of a box are narrowed by linear programmes."""
_ROUNDS = 3
_SHORT, _LONG = 32, 160
"""Bits from which on a bound, and one of the wanted variable, is rounded outward."""
_PIVOTS, _FEWEST_PIVOTS = 20_000, 60
"""Pivots of one search times primitives, since a pivot costs as much as there are rows; and the least that are allowed."""
_UNBOUNDED = 1 << 400


@record(slots=True)
class Boxed:
    """A box with the bound on the wanted variable, and the programme's point there."""

    bounds: dict[int, Bounds]
    end: End
    point: dict[int, Rational]


class Bounding:
    """Bounds one variable on one side, box by box."""

    def __init__(self, core: Core, variable: int, side: int) -> None:
        self.core = core
        self.box = core.box
        self.variable = variable
        self.side = side
        self.crooked = crooked_variables(core)
        self.pivots = max(_FEWEST_PIVOTS, _PIVOTS // len(core.primitives))
        """Pivots left for all boxes together."""
        self._guard = Row(-1, ((1, variable),), 0, False, False)
        """Names the wanted variable, so that it gets a column of its own."""

    def bounded(self, bounds: dict[int, Bounds], cutoff: Rational | None) -> Boxed | None:
        """The box narrowed to what lies beyond the cutoff; ``None`` where nothing does."""
        core, variable, side = self.core, self.variable, self.side
        core.reset(bounds)
        if cutoff is not None and not core.cut(variable, 1 - side, cutoff, True):
            return None
        if not core.settle(roughly=True):
            return None
        point: dict[int, Rational] = {}
        for _ in range(_ROUNDS):
            narrowed = self._programmed(point)
            if narrowed is None:
                return None
            if not narrowed:
                break
            if not core.settle(roughly=True):
                return None
        return Boxed(dict(core.box.bounds), end_of(core.box.bounds[variable], side), point)

    def _programmed(self, point: dict[int, Rational]) -> bool | None:
        """Narrow by linear programmes: whether that was worth another round; ``None`` where the box is refuted."""
        box, variable, side = self.box, self.variable, self.side
        box.bounds = {v: self._few_digits(v, ends) for v, ends in box.bounds.items()}
        programme = Programme(box, [*self.core.primitives, self._guarded()], self.pivots)
        try:
            if programme.tableau.check() is not None or not self._narrowed(programme, variable, side):
                return None
            point.clear()
            point.update({v: box.value(v) for v in box.bounds if box.known(v)})
            point.update({v: programme.tableau.values[c][0] for c, v in programme.variable.items()})
            before = {v: box.bounds[v] for v in self._to_tighten(programme)}
            for v in before:
                if not (self._narrowed(programme, v, LOW) and self._narrowed(programme, v, HIGH)):
                    return None
        except OutOfPivots:
            return False
        finally:
            self.pivots = max(0, programme.tableau.pivots_left)
        return any(_shrunk(_width(bounds), _width(box.bounds[v])) for v, bounds in before.items())

    def _narrowed(self, programme: Programme, variable: int, side: int) -> bool:
        """Move an end to the programme's extreme; ``False`` where nothing is left."""
        if variable not in programme.column:
            return True
        value, _ = programme.tableau.extreme(programme.column[variable], side == HIGH)
        if value is None:
            return True
        end, is_open = self._rounded(variable, side, value[0], value[1] != 0)
        try:
            (self.box.raise_low if side == LOW else self.box.lower_high)(variable, end, is_open, None)
        except Contradiction:
            return False
        return True

    def _guarded(self) -> Row:
        low, _, high, _ = self.box.bounds[self.variable]
        sign = 1 if high is not None or low is None else -1
        end = high if high is not None else low
        self._guard.terms = ((sign, self.variable),)
        self._guard.constant = _UNBOUNDED if end is None else end * sign
        return self._guard

    def _to_tighten(self, programme: Programme) -> list[int]:
        box = self.box
        found = [v for v in self.crooked if v in programme.column and not box.known(v) and v != self.variable]
        if len(found) > _TIGHTENED:
            found.sort(key=lambda v: -looseness(box.bounds[v]))
        return found[:_TIGHTENED]

    def _few_digits(self, variable: int, bounds: Bounds) -> Bounds:
        """The bounds, long ones replaced by simpler ones a little further out, so that programmes stay quick."""
        low, low_open, high, high_open = bounds
        if low is not None and low != high:
            low, low_open = self._rounded(variable, LOW, low, low_open)
        if high is not None and bounds[0] != high:
            high, high_open = self._rounded(variable, HIGH, high, high_open)
        return low, low_open, high, high_open

    def _rounded(self, variable: int, side: int, value: Rational, is_open: bool) -> tuple[Rational, bool]:
        """An end moved outward by a small share of the width, to a number with few digits.

        Never further out than where the core starts: nothing else is known to extend to what was set aside.
        """
        low, _, high, _ = self.box.bounds[variable]
        most = _LONG if variable == self.variable else _SHORT
        if max(value.numerator.bit_length(), value.denominator.bit_length()) <= most:
            return value, is_open
        width = size(value) + 1 if low is None or high is None else high - low
        step = divide(width, 64)
        short = (
            simplest_between(value, value + step) if side == HIGH else simplest_between(value - step, value)
        )
        first, first_open = end_of(self.core.start[variable], side)
        if first is not None and not beyond(first, short, side):
            return first, first_open
        return short, is_open and short == value


def _width(bounds: Bounds) -> Rational | None:
    low, _, high, _ = bounds
    return None if low is None or high is None else high - low


def _shrunk(before: Rational | None, after: Rational | None) -> bool:
    """Whether a width became noticeably smaller."""
    if before is None:
        return after is not None
    return after is not None and after * 10 < before * 9
