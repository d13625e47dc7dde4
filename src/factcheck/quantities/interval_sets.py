"""Small operations on intervals that the readings need."""

from __future__ import annotations

from math import ceil, floor

from factcheck.quantities.interval import Interval, Rational


def exactly(value: Rational, *, integer: bool = False) -> Interval:
    """The one value."""
    return Interval(value, value, integer=integer)


def around(value: Rational, half_width: Rational, *, open_ends: bool = False) -> Interval:
    """All values not farther from ``value`` than ``half_width``."""
    return Interval(value - half_width, value + half_width, open_ends, open_ends)


def hull(first: Interval, second: Interval) -> Interval:
    """The smallest interval that holds both."""
    low, low_open = _lower(first, second)
    high, high_open = _upper(first, second)
    return Interval(low, high, low_open, high_open, first.integer and second.integer)


def _lower(first: Interval, second: Interval) -> tuple[Rational | None, bool]:
    if first.low is None or second.low is None:
        return None, False
    if first.low == second.low:
        return first.low, first.low_open and second.low_open
    return (first.low, first.low_open) if first.low < second.low else (second.low, second.low_open)


def _upper(first: Interval, second: Interval) -> tuple[Rational | None, bool]:
    if first.high is None or second.high is None:
        return None, False
    if first.high == second.high:
        return first.high, first.high_open and second.high_open
    return (first.high, first.high_open) if first.high > second.high else (second.high, second.high_open)


def mirrored(interval: Interval) -> Interval:
    """The negatives of all values."""
    low = None if interval.high is None else -interval.high
    high = None if interval.low is None else -interval.low
    return Interval(low, high, interval.high_open, interval.low_open, interval.integer)


def not_negative(interval: Interval) -> Interval:
    """The values from 0 upwards."""
    if interval.low is not None and interval.low >= 0:
        return interval
    return Interval(0, interval.high, False, interval.high_open, interval.integer)


def whole_numbers(interval: Interval) -> Interval | None:
    """The whole numbers of an interval, with closed ends; ``None`` where there are none.

    >>> from fractions import Fraction
    >>> whole_numbers(Interval(Fraction(1, 2), 3, high_open=True))
    Interval(low=1, high=2, low_open=False, high_open=False, integer=True)
    """
    low = None if interval.low is None else ceil(interval.low)
    if low is not None and interval.low_open and low == interval.low:
        low += 1
    high = None if interval.high is None else floor(interval.high)
    if high is not None and interval.high_open and high == interval.high:
        high -= 1
    if low is not None and high is not None and low > high:
        return None
    return Interval(low, high, integer=True)


def is_within(inner: Interval, outer: Interval) -> bool:
    """Whether every value of ``inner`` is in ``outer``, for intervals that hold at least one value."""
    joined = hull(inner, outer)
    return (joined.low, joined.high, joined.low_open, joined.high_open) == (
        outer.low,
        outer.high,
        outer.low_open,
        outer.high_open,
    )
