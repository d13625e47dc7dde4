"""What is left for a fact as exact text, in the fact's own unit."""

from __future__ import annotations

from factcheck.findings import Bounds
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Unit


def exact_text(value: Rational) -> str:
    """The number exactly: an integer, a decimal, or ``p/q`` where no decimal ends.

    >>> from fractions import Fraction
    >>> exact_text(Fraction(43, 2)), exact_text(Fraction(1, 3)), exact_text(-7)
    ('21.5', '1/3', '-7')
    """
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).zfill(places + 1)
    point = len(digits) - places
    return ("-" if value < 0 else "") + (f"{digits[:point]}.{digits[point:]}" if places else digits)


def bounds(interval: Interval | None, unit: Unit | None) -> Bounds | None:
    """The interval as reports take it."""
    if interval is None:
        return None
    low, high = (None if end is None else exact_text(end) for end in (interval.low, interval.high))
    return Bounds(low, high, unit.name if unit else "", interval.low_open, interval.high_open)
