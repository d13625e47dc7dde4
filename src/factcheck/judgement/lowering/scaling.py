"""Intervals and numbers carried from one unit to another, exactly."""

from __future__ import annotations

from fractions import Fraction

from factcheck.engine.exact import exact
from factcheck.quantities.interval import Interval, Rational

ONE = Fraction(1)


def whole(value: Rational) -> Rational:
    """The same number, as an ``int`` where it is whole: the engine is three times as fast with them.

    >>> whole(Fraction(4, 2))
    2
    """
    if type(value) is int:
        return value
    return value.numerator if value.denominator == 1 else value


def scaled(interval: Interval, factor: Fraction) -> Interval:
    """The interval times a positive ``factor``; whole numbers stay whole only where the factor is.

    >>> scaled(Interval(Fraction(103, 2), 52, high_open=True), Fraction(1, 100))
    Interval(low=Fraction(103, 200), high=Fraction(13, 25), low_open=False, high_open=True, integer=False)
    """
    low, high = interval.low, interval.high
    times, over = factor.numerator, factor.denominator
    if times == over and type(low) is not Fraction and type(high) is not Fraction:
        return interval
    return Interval(
        None if low is None else exact(low.numerator * times, low.denominator * over),
        None if high is None else exact(high.numerator * times, high.denominator * over),
        interval.low_open,
        interval.high_open,
        interval.integer and over == 1,
    )


def is_point(interval: Interval) -> bool:
    """Whether the interval is exactly one number."""
    return (
        interval.low is not None
        and interval.low == interval.high
        and not interval.low_open
        and not interval.high_open
    )


def tightened(interval: Interval) -> Interval:
    """The same set with whole, closed ends where only whole numbers are in it.

    >>> tightened(Interval(Fraction(7, 2), 7, high_open=True, integer=True))
    Interval(low=4, high=6, low_open=False, high_open=False, integer=True)
    """
    if not interval.integer:
        return interval
    low, high = interval.low, interval.high
    if low is not None:
        ceiling = -(-low.numerator // low.denominator)
        low = ceiling + 1 if interval.low_open and ceiling == low else ceiling
    if high is not None:
        floor = high.numerator // high.denominator
        high = floor - 1 if interval.high_open and floor == high else floor
    return Interval(low, high, integer=True)


def is_empty(interval: Interval) -> bool:
    """Whether no number lies in the interval."""
    interval = tightened(interval)
    if interval.low is None or interval.high is None:
        return False
    if interval.low == interval.high:
        return interval.low_open or interval.high_open
    return interval.low > interval.high
