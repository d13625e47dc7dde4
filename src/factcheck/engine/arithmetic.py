"""Exact arithmetic on ``int | Fraction``: whole numbers stay ``int`` because that is three times as fast."""

from __future__ import annotations

from math import isqrt

from factcheck.engine.exact import Exact, exact
from factcheck.quantities.interval import Rational

DIGIT_LIMIT = 400
"""Bits of a numerator or denominator above which a bound is rounded outward."""
_KEPT_BITS = 200
_LARGEST_EXPONENT = 360
_LARGEST = 1 << _LARGEST_EXPONENT


def normal(value: Rational) -> Rational:
    """The same number, as an ``int`` where it is whole.

    >>> from fractions import Fraction
    >>> normal(Fraction(6, 2)), normal(Fraction(1, 2))
    (3, Fraction(1, 2))
    """
    kind = type(value)
    if kind is int or kind is Exact:
        return value
    return exact(value.numerator, value.denominator)  # type: ignore[no-any-return]


def divide(numerator: Rational, denominator: Rational) -> Rational:
    """The exact quotient; the denominator is not 0.

    >>> divide(6, 3), divide(1, 3)
    (2, Fraction(1, 3))
    """
    if type(numerator) is int and type(denominator) is int:
        return exact(numerator, denominator)  # type: ignore[no-any-return]
    return normal(numerator / denominator)  # type: ignore[arg-type]


def size(value: Rational) -> Rational:
    """The absolute value."""
    return value if value >= 0 else -value


def floor(value: Rational) -> int:
    """The greatest whole number not above the value."""
    return value if type(value) is int else value.numerator // value.denominator


def ceiling(value: Rational) -> int:
    """The least whole number not below the value."""
    return value if type(value) is int else -(-value.numerator // value.denominator)


def too_long(value: Rational) -> bool:
    """Whether the value has more digits than bounds may carry."""
    if type(value) is int:
        return value.bit_length() > DIGIT_LIMIT
    return value.denominator.bit_length() > DIGIT_LIMIT or value.numerator.bit_length() > DIGIT_LIMIT


def shortened_down(value: Rational) -> Rational | None:
    """A number with few digits, not above the value and close to it; ``None`` below all sizes that bounds may have.

    Sizes end at 2 to the power ±360: a bound that runs away stops there.

    >>> from fractions import Fraction
    >>> shortened_down(Fraction(1, 3)) <= Fraction(1, 3)
    True
    """
    if value >= _LARGEST:
        return _LARGEST
    if value <= -_LARGEST:
        return None
    fraction = value
    shift = _KEPT_BITS - (fraction.numerator.bit_length() - fraction.denominator.bit_length())
    shift = min(shift, _LARGEST_EXPONENT)
    if shift >= 0:
        return exact((fraction.numerator << shift) // fraction.denominator, 1 << shift)  # type: ignore[no-any-return]
    return (fraction.numerator // (fraction.denominator << -shift)) << -shift


def shortened_up(value: Rational) -> Rational | None:
    """A number with few digits, not below the value and close to it; ``None`` above all sizes that bounds may have."""
    below = shortened_down(-value)
    return None if below is None else -below


def _whole_root(value: int, degree: int) -> int:
    """The greatest whole number whose power does not exceed ``value`` (≥ 0)."""
    if degree == 2:
        return isqrt(value)
    if value < 2:
        return value
    guess = 1 << -(-value.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def root_down(value: Rational, degree: int) -> Rational:
    """The ``degree``-th root of a number ≥ 0, exact where it is rational, else rounded down at about 64 binary digits.

    >>> from fractions import Fraction
    >>> root_down(Fraction(4, 9), 2)
    Fraction(2, 3)
    """
    fraction = value
    top, bottom = _whole_root(fraction.numerator, degree), _whole_root(fraction.denominator, degree)
    if top**degree == fraction.numerator and bottom**degree == fraction.denominator:
        return exact(top, bottom)  # type: ignore[no-any-return]
    size = fraction.numerator.bit_length() - fraction.denominator.bit_length()
    shift = max(0, 64 - size // degree)
    shifted = (fraction.numerator << shift * degree) // fraction.denominator
    return exact(_whole_root(shifted, degree), 1 << shift)  # type: ignore[no-any-return]


def root_up(value: Rational, degree: int) -> Rational:
    """The root as :func:`root_down` gives it, rounded up where it is irrational."""
    below = root_down(value, degree)
    if below**degree == value:
        return below
    fraction = below
    size = value.numerator.bit_length() - value.denominator.bit_length()
    return normal(fraction + exact(1, 1 << max(0, 64 - size // degree)))


def simplest_between(low: Rational, high: Rational) -> Rational:
    """The fraction with the smallest denominator in the closed interval (low < high), nearest to 0 among those.

    >>> from fractions import Fraction
    >>> simplest_between(Fraction(31, 100), Fraction(34, 100))
    Fraction(1, 3)
    """
    if low <= 0 <= high:
        return 0
    if high < 0:
        return -simplest_between(-high, -low)
    a, b, c, d = low.numerator, low.denominator, high.numerator, high.denominator
    wholes: list[int] = []
    while True:
        whole = -(-a // b)
        if whole * d <= c:
            break
        whole -= 1
        wholes.append(whole)
        a, b, c, d = d, c - whole * d, b, a - whole * b
    numerator, denominator = whole, 1
    for whole in reversed(wholes):
        numerator, denominator = whole * numerator + denominator, numerator
    return exact(numerator, denominator)  # type: ignore[no-any-return]
