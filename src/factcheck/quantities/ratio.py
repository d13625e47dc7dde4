"""Fractions made of two whole numbers without the checks of :class:`fractions.Fraction`, for places where they are made by the hundred thousand."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

_new = object.__new__


def ratio(numerator: int, denominator: int) -> Fraction:
    """``numerator`` by ``denominator`` (above 0) in lowest terms: what ``Fraction`` makes of them, in less than half the time.

    >>> ratio(514, 10), ratio(6, 1)
    (Fraction(257, 5), Fraction(6, 1))
    """
    if denominator == 1:
        return whole(numerator)
    common = gcd(numerator, denominator)
    made = _new(Fraction)
    made._numerator = numerator // common  # type: ignore[attr-defined]
    made._denominator = denominator // common  # type: ignore[attr-defined]
    return made


def whole(value: int) -> Fraction:
    """A whole number as a fraction.

    >>> whole(3267)
    Fraction(3267, 1)
    """
    made = _new(Fraction)
    made._numerator = value  # type: ignore[attr-defined]
    made._denominator = 1  # type: ignore[attr-defined]
    return made
