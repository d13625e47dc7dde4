"""Exact sets of numbers: an interval with open or closed ends over the rationals."""

from __future__ import annotations

from fractions import Fraction

from factcheck.records import record

Rational = int | Fraction


@record(frozen=True, slots=True)
class Interval:
    """All rationals between ``low`` and ``high``; ``None`` is unbounded, an open end is left out. ``integer`` keeps whole numbers only.

    >>> Interval(1, 2, high_open=True).contains(2)
    False
    """

    low: Rational | None = None
    high: Rational | None = None
    low_open: bool = False
    high_open: bool = False
    integer: bool = False

    def contains(self, value: Rational) -> bool:
        """Whether the value lies inside."""
        if self.integer and Fraction(value).denominator != 1:
            return False
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or not (value > self.high or (self.high_open and value == self.high))
