"""The bounds of every variable while they are narrowed, with a log that proves each step and can undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.engine.arithmetic import ceiling, floor, normal, shortened_down, shortened_up, size, too_long
from factcheck.engine.exact import Exact
from factcheck.quantities.interval import Interval, Rational

if TYPE_CHECKING:
    from factcheck.engine.primitives import Primitive

Bounds = tuple[Rational | None, bool, Rational | None, bool]
"""Low end, whether it is open, high end, whether it is open; ``None`` is unbounded."""

LOW, HIGH = 0, 1

_FREE_STEPS = 24
"""So many times each bound may move by any amount; then only by a worthwhile share of the width."""
_LAST_STEP = 240
"""So many times a bound may move at all."""


class Contradiction(Exception):  # noqa: N818 - the expected end of most searches, not an error
    """No values are left for a variable; the last entry of the log says which."""


class Entry(NamedTuple):
    """One narrowing: ``reason`` (``None``: a decision of the search) moved one ``side`` of ``variable``; ``before`` are the bounds it had."""

    reason: Primitive | None
    variable: int
    side: int
    value: Rational
    open: bool
    before: Bounds


class Box:
    """Bounds by variable.

    ``stalled`` tells that some narrowing was left out because it was too small, so the bounds are no fixpoint; ``rounded`` that one
    was rounded outward to save digits or because a root is irrational.
    """

    __slots__ = ("bounds", "coarse", "integers", "log", "moves", "rounded", "stalled")

    def __init__(self) -> None:
        self.bounds: dict[int, Bounds] = {}
        self.integers: set[int] = set()
        self.log: list[Entry] = []
        self.moves: dict[int, int] = {}
        self.stalled = False
        self.rounded = False
        self.coarse = False
        """Leave out small narrowings from the first move on: in large components they would never end."""

    def copy(self) -> Box:
        """An independent box with the same bounds and an empty log."""
        twin = Box()
        twin.bounds = dict(self.bounds)
        twin.integers = self.integers
        return twin

    def raise_low(self, variable: int, value: Rational, is_open: bool, reason: Primitive | None) -> None:
        """Leave out all values below ``value`` (and ``value`` itself where open); raises :class:`Contradiction` when nothing is left."""
        if type(value) is not int and type(value) is not Exact:
            value = normal(value)
        if variable in self.integers:
            value = value + 1 if is_open and type(value) is int else ceiling(value)
            is_open = False
        before = self.bounds[variable]
        low, low_open, high, high_open = before
        if low is not None and not value > low and (low_open or not is_open or value < low):
            return
        empty = high is not None and not value < high and (is_open or high_open or value > high)
        if not empty and reason is not None:  # a value that the search decides on is taken as it is
            if (self.coarse or variable in self.moves) and self._too_small(variable, low, value, high):
                self.stalled = True
                return
            if too_long(value):
                short = shortened_down(value)
                if short is None or (low is not None and short <= low):
                    return
                value, is_open = short, False
                self.rounded = True
        self.moves[variable] = self.moves.get(variable, 0) + 1
        self.log.append(Entry(reason, variable, LOW, value, is_open, before))
        self.bounds[variable] = (value, is_open, high, high_open)
        if empty:
            raise Contradiction

    def lower_high(self, variable: int, value: Rational, is_open: bool, reason: Primitive | None) -> None:
        """Leave out all values above ``value`` (and ``value`` itself where open); raises :class:`Contradiction` when nothing is left."""
        if type(value) is not int and type(value) is not Exact:
            value = normal(value)
        if variable in self.integers:
            value = value - 1 if is_open and type(value) is int else floor(value)
            is_open = False
        before = self.bounds[variable]
        low, low_open, high, high_open = before
        if high is not None and not value < high and (high_open or not is_open or value > high):
            return
        empty = low is not None and not value > low and (is_open or low_open or value < low)
        if not empty and reason is not None:  # a value that the search decides on is taken as it is
            if (self.coarse or variable in self.moves) and self._too_small(variable, high, value, low):
                self.stalled = True
                return
            if too_long(value):
                short = shortened_up(value)
                if short is None or (high is not None and short >= high):
                    return
                value, is_open = short, False
                self.rounded = True
        self.moves[variable] = self.moves.get(variable, 0) + 1
        self.log.append(Entry(reason, variable, HIGH, value, is_open, before))
        self.bounds[variable] = (low, low_open, value, is_open)
        if empty:
            raise Contradiction

    def _too_small(self, variable: int, old: Rational | None, new: Rational, other: Rational | None) -> bool:
        """Whether a bound that has moved often moves too little to be worth following."""
        moves = self.moves.get(variable, 0)
        if (moves < _FREE_STEPS and not self.coarse) or old is None or new == other:
            return False
        if moves > _LAST_STEP:
            return True
        gain = size(new - old)
        return gain < size(old) + 1 if other is None else gain * 200 < size(other - old)

    def undo(self, mark: int) -> None:
        """Take back every narrowing after the log had ``mark`` entries."""
        log, bounds = self.log, self.bounds
        while len(log) > mark:
            entry = log.pop()
            bounds[entry.variable] = entry.before

    def known(self, variable: int) -> bool:
        """Whether a single value is left."""
        low, _, high, _ = self.bounds[variable]
        return low is not None and low == high

    def value(self, variable: int) -> Rational:
        """The single value that is left."""
        low = self.bounds[variable][0]
        assert low is not None
        return low

    def interval(self, variable: int) -> Interval:
        """The bounds as an interval."""
        low, low_open, high, high_open = self.bounds[variable]
        return Interval(low, high, low_open, high_open, variable in self.integers)


def bounds_of(domain: Interval) -> Bounds:
    """The bounds of a domain, whole ends where whole numbers are counted (an open end at 7 becomes 6 or 8)."""
    low, high = domain.low, domain.high
    low_open, high_open = domain.low_open and low is not None, domain.high_open and high is not None
    if low is not None:
        low = normal(low)
    if high is not None:
        high = normal(high)
    if domain.integer:
        if low is not None:
            low = low + 1 if low_open and type(low) is int else ceiling(low)
        if high is not None:
            high = high - 1 if high_open and type(high) is int else floor(high)
        low_open = high_open = False
    return low, low_open, high, high_open


def is_empty(bounds: Bounds) -> bool:
    """Whether no number lies within the bounds."""
    low, low_open, high, high_open = bounds
    return low is not None and high is not None and (low > high or (low == high and (low_open or high_open)))
