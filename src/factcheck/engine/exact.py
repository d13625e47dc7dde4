"""Rational numbers for inner loops: fractions that become ``int`` where they are whole.

:class:`fractions.Fraction` spends most of its time on type checks. This subclass does the same arithmetic on its two fields
directly, two to three times as fast, and returns an ``int`` for whole results, so sums of whole numbers stay cheap.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Any

_new = object.__new__


class Exact(Fraction):
    """A fraction in lowest terms that is not whole.

    >>> half = exact(1, 2)
    >>> half + half, half * half, 1 / half, half < 1
    (1, Fraction(1, 4), 2, True)
    """

    __slots__ = ()

    def __add__(self, other: Any) -> Any:
        n, d = self._numerator, self._denominator  # type: ignore[attr-defined]
        if type(other) is int:
            return _made(n + other * d, d)
        if type(other) is Exact or isinstance(other, Fraction):
            m, e = other._numerator, other._denominator  # type: ignore[attr-defined]
            common = gcd(d, e)
            if common == 1:
                return _made(n * e + m * d, d * e)
            share = d // common
            top = n * (e // common) + m * share
            rest = gcd(top, common)
            bottom = share * (e // rest)
            top //= rest
            return top if bottom == 1 else _made(top, bottom)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if type(other) is int:
            d = self._denominator  # type: ignore[attr-defined]
            return _made(self._numerator - other * d, d)  # type: ignore[attr-defined]
        return self + -other

    def __rsub__(self, other: Any) -> Any:
        if type(other) is int:
            d = self._denominator  # type: ignore[attr-defined]
            return _made(other * d - self._numerator, d)  # type: ignore[attr-defined]
        return -self + other

    def __neg__(self) -> Any:
        return _made(-self._numerator, self._denominator)  # type: ignore[attr-defined]

    def __abs__(self) -> Any:
        return self if self._numerator >= 0 else -self  # type: ignore[attr-defined]

    def __mul__(self, other: Any) -> Any:
        n, d = self._numerator, self._denominator  # type: ignore[attr-defined]
        if type(other) is int:
            common = gcd(other, d)
            if common == d:
                return n * (other // d)
            return _made(n * (other // common), d // common) if other else 0
        if type(other) is Exact or isinstance(other, Fraction):
            m, e = other._numerator, other._denominator  # type: ignore[attr-defined]
            one, two = gcd(n, e), gcd(m, d)
            bottom = (d // two) * (e // one)
            top = (n // one) * (m // two)
            return top if bottom == 1 else _made(top, bottom)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        if type(other) is int:
            return exact(self._numerator, self._denominator * other)  # type: ignore[attr-defined]
        if type(other) is Exact or isinstance(other, Fraction):
            return exact(
                self._numerator * other._denominator,  # type: ignore[attr-defined]
                self._denominator * other._numerator,  # type: ignore[attr-defined]
            )
        return NotImplemented

    def __rtruediv__(self, other: Any) -> Any:
        if type(other) is int:
            return exact(other * self._denominator, self._numerator)  # type: ignore[attr-defined]
        return exact(
            other.numerator * self._denominator,  # type: ignore[attr-defined]
            other.denominator * self._numerator,  # type: ignore[attr-defined]
        )

    def __pow__(self, exponent: Any) -> Any:
        if type(exponent) is int and exponent >= 0:
            if exponent == 0:
                return 1
            return _made(self._numerator**exponent, self._denominator**exponent)  # type: ignore[attr-defined]
        return super().__pow__(exponent)

    def __eq__(self, other: object) -> bool:
        if type(other) is int:
            return False
        if type(other) is Exact or isinstance(other, Fraction):
            return bool(
                self._numerator == other._numerator and self._denominator == other._denominator  # type: ignore[attr-defined]
            )
        return super().__eq__(other)

    __hash__ = Fraction.__hash__

    def __lt__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator < other * self._denominator  # type: ignore[attr-defined, no-any-return]
        if type(other) is Exact:
            return self._numerator * other._denominator < other._numerator * self._denominator  # type: ignore[attr-defined, no-any-return]
        return self._numerator * other.denominator < other.numerator * self._denominator  # type: ignore[attr-defined, no-any-return]

    def __le__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator <= other * self._denominator  # type: ignore[attr-defined, no-any-return]
        if type(other) is Exact:
            return self._numerator * other._denominator <= other._numerator * self._denominator  # type: ignore[attr-defined, no-any-return]
        return self._numerator * other.denominator <= other.numerator * self._denominator  # type: ignore[attr-defined, no-any-return]

    def __gt__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator > other * self._denominator  # type: ignore[attr-defined, no-any-return]
        if type(other) is Exact:
            return self._numerator * other._denominator > other._numerator * self._denominator  # type: ignore[attr-defined, no-any-return]
        return self._numerator * other.denominator > other.numerator * self._denominator  # type: ignore[attr-defined, no-any-return]

    def __ge__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator >= other * self._denominator  # type: ignore[attr-defined, no-any-return]
        if type(other) is Exact:
            return self._numerator * other._denominator >= other._numerator * self._denominator  # type: ignore[attr-defined, no-any-return]
        return self._numerator * other.denominator >= other.numerator * self._denominator  # type: ignore[attr-defined, no-any-return]

    def __repr__(self) -> str:
        return f"Fraction({self._numerator}, {self._denominator})"  # type: ignore[attr-defined]

    def __reduce__(self) -> Any:
        return exact, (self._numerator, self._denominator)  # type: ignore[attr-defined]


def _made(numerator: int, denominator: int) -> Any:
    """A fraction known to be in lowest terms, with a denominator of at least 2."""
    made = _new(Exact)
    made._numerator = numerator  # type: ignore[attr-defined]
    made._denominator = denominator  # type: ignore[attr-defined]
    return made


def exact(numerator: int, denominator: int) -> Any:
    """The quotient of two whole numbers, an ``int`` where it is whole.

    >>> exact(6, -4), exact(6, 3)
    (Fraction(-3, 2), 2)
    """
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    common = gcd(numerator, denominator)
    if common == denominator:
        return numerator // denominator
    if not denominator:
        raise ZeroDivisionError(f"Fraction({numerator}, 0)")
    return _made(numerator // common, denominator // common)
