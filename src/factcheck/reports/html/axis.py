"""Intervals on one axis: what is stated against what the others imply, the gap between them marked.

Places are whole numbers from 0 to ``WIDTH``: the picture's own units. Only they are rounded; the numbers beside the picture are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from factcheck.quantities import Interval
from factcheck.quantities.interval import Rational
from factcheck.records import record

_Place = Callable[[Rational], int]

WIDTH = 1000
MARGIN = 90
"""Room on either side for ends that lie at infinity."""


@record(frozen=True, slots=True)
class Bar:
    """An interval from ``left`` to ``right``; an end that is ``None`` of the interval runs out of the picture."""

    left: int
    right: int
    low_open: bool = False
    high_open: bool = False
    unbounded_left: bool = False
    unbounded_right: bool = False

    @property
    def width(self) -> int:
        """The length of the bar; 0 for a single number."""
        return self.right - self.left


@record(frozen=True, slots=True)
class Axis:
    """The bars of the two readings of what is stated and of what is implied, and the stretch that lies between them."""

    stated: tuple[Bar, ...]
    implied: tuple[Bar, ...]
    gap: Bar | None = None


def axis_of(stated: Sequence[Interval], implied: Sequence[Interval]) -> Axis | None:
    """The picture of intervals given from the widest reading to the narrowest; ``None`` where there is nothing to compare.

    >>> picture = axis_of([Interval(10, 10)], [Interval(0, 5)])
    >>> picture.stated[0].left, picture.implied[0].right, picture.gap.left, picture.gap.right
    (910, 500, 500, 910)
    """
    ends = [end for each in (*stated, *implied) for end in (each.low, each.high) if end is not None]
    if not ends or not implied:
        return None
    place = _Scale(min(ends), max(ends)).place
    bars = [tuple(_bar(each, place) for each in group) for group in (stated, implied)]
    return Axis(bars[0], bars[1], _gap(stated[:1], implied[:1], place))


@record(frozen=True, slots=True)
class _Scale:
    low: Rational
    high: Rational

    def place(self, value: Rational) -> int:
        if self.low == self.high:
            return WIDTH // 2
        share = Fraction(value - self.low) / Fraction(self.high - self.low)
        return MARGIN + round(share * (WIDTH - 2 * MARGIN))


def _bar(interval: Interval, place: _Place) -> Bar:
    return Bar(
        0 if interval.low is None else place(interval.low),
        WIDTH if interval.high is None else place(interval.high),
        interval.low_open,
        interval.high_open,
        interval.low is None,
        interval.high is None,
    )


def _gap(stated: Iterable[Interval], implied: Iterable[Interval], place: _Place) -> Bar | None:
    """What lies between two intervals that do not meet."""
    for one, other in ((one, other) for one in stated for other in implied):
        for lower, upper in ((one, other), (other, one)):
            if lower.high is not None and upper.low is not None and lower.high < upper.low:
                return Bar(place(lower.high), place(upper.low))
    return None
