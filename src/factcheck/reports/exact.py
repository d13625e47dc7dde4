"""Exact numbers as text: an integer, a decimal, or ``p/q``; never rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.quantities.interval import Rational


def exact_text(value: Rational) -> str:
    """The number in full: a decimal where one is exact, a fraction otherwise.

    >>> exact_text(Fraction(43, 2)), exact_text(-3), exact_text(Fraction(1, 3)), exact_text(Fraction(-1, 400))
    ('21.5', '-3', '1/3', '-0.0025')
    """
    number = Fraction(value)
    places = decimal_places(number.denominator)
    if places is None:
        return f"{digits(number.numerator)}/{digits(number.denominator)}"
    if places == 0:
        return digits(number.numerator)
    scaled = digits(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{scaled[:-places]}.{scaled[-places:]}"


def decimal_places(denominator: int) -> int | None:
    """How many places a fraction in lowest terms needs after the point; ``None`` where no number of them suffices.

    >>> decimal_places(8), decimal_places(1), decimal_places(6)
    (3, 0, None)
    """
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None


def digits(number: int) -> str:
    """The digits of an integer of any length (``str`` refuses those beyond some thousands)."""
    try:
        return str(number)
    except ValueError:
        return f"{Decimal(number):f}"


def rounded(value: Rational, significant: int = 2) -> str:
    """About how much, for people: rounded to so many significant digits, ties away from zero.

    >>> rounded(Fraction(30, 2150) * 100), rounded(Fraction(1234567)), rounded(Fraction(1, 3000)), rounded(0)
    ('1.4', '1200000', '0.00033', '0')
    """
    number = Fraction(value)
    if number == 0:
        return "0"
    step = Fraction(10) ** (_exponent(abs(number)) - significant + 1)
    whole = int(abs(number) / step + Fraction(1, 2))
    return exact_text(whole * step if number > 0 else -whole * step)


def _exponent(number: Fraction) -> int:
    """The power of ten of the first significant digit: 2 for 123, -3 for 0.004."""
    exponent = len(digits(number.numerator)) - len(digits(number.denominator))
    return exponent if number >= Fraction(10) ** exponent else exponent - 1
