"""Questions about intervals that the diagnosis asks: do two meet, what is nearest, how wide."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.judgement.derivation import intersection
from factcheck.judgement.lowering.scaling import is_empty
from factcheck.quantities.interval import Interval


def meet(first: Interval, second: Interval) -> bool:
    """Whether some number lies in both (whole, where either asks for it).

    >>> meet(Interval(1, 2, high_open=True), Interval(2, 3)), meet(Interval(1, 2), Interval(Fraction(3, 2), 3))
    (False, True)
    >>> meet(Interval(Fraction(5, 4), Fraction(7, 4), integer=True), Interval())
    False
    """
    common = intersection(first, second)
    return not is_empty(replace(common, integer=first.integer or second.integer))


def width(interval: Interval) -> Fraction | None:
    """High minus low; ``None`` where unbounded."""
    if interval.low is None or interval.high is None:
        return None
    return Fraction(interval.high) - Fraction(interval.low)


def nearest_printable(interval: Interval, value: Fraction, step: Fraction) -> Fraction | None:
    """The multiple of ``step`` inside the interval that is nearest to ``value``; without one, the nearest number inside; ``None`` if empty.

    >>> nearest_printable(Interval(Fraction(41, 20), Fraction(43, 20)), Fraction(3), Fraction(1, 10))
    Fraction(21, 10)
    """
    if interval.contains(value):
        return value
    below = interval.high is not None and value >= interval.high
    end = interval.high if below else interval.low
    if end is None:
        return None
    multiple = (Fraction(end) // step if below else -(-Fraction(end) // step)) * step
    if not interval.contains(multiple):
        multiple += -step if below else step
    if interval.contains(multiple):
        return multiple
    inside = _inside(interval, Fraction(end))
    return inside if interval.contains(inside) else None


def _inside(interval: Interval, end: Fraction) -> Fraction:
    size = width(interval)
    if interval.contains(end) or size is None or interval.low is None:
        return end
    return Fraction(interval.low) + size / 2
