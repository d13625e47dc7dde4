"""Exact numbers as text: for programs (never rounded) and for people (rounded outward, never inward)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from factcheck.claims.model import Fact
from factcheck.quantities.interval import Rational
from factcheck.quantities.model import PrintedQuantity, Unit

SPARE_DIGITS = 2
"""How many digits more than the article prints are shown of a number that has no end."""


def exact_text(value: Rational) -> str:
    """The number exactly: an integer, a decimal, or ``p/q`` where no decimal ends.

    >>> exact_text(Fraction(43, 2)), exact_text(Fraction(1, 3)), exact_text(6313)
    ('21.5', '1/3', '6313')
    """
    fraction = Fraction(value)
    places = _decimal_places(fraction)
    if places is None:
        return f"{fraction.numerator}/{fraction.denominator}"
    return _decimal(fraction, places)


def readable(value: Rational, places: int, *, up: bool) -> str:
    """The number for people: exact where its decimals end soon after ``places``, otherwise rounded up or down there.

    >>> readable(Fraction(3267, 518) * 1000, 0, up=False)
    '6306.94'
    >>> readable(Fraction(209, 10), 1, up=True)
    '20.9'
    """
    fraction = Fraction(value)
    shown = places + SPARE_DIGITS
    needed = _decimal_places(fraction)
    if needed is not None and needed <= shown:
        return _decimal(fraction, max(needed, 0))
    if abs(fraction) >= 10_000:
        shown = places
    elif fraction and abs(fraction) < 1:
        shown = max(shown, _leading_zeros(fraction) + 3)
    scaled = fraction * 10**shown
    rounded = ceil(scaled) if up else floor(scaled)
    return _decimal(Fraction(rounded, 10**shown), shown)


def magnitude(value: Rational) -> Rational:
    """The absolute value."""
    return -value if value < 0 else value


def _leading_zeros(fraction: Fraction) -> int:
    return len(str(floor(1 / abs(fraction)))) - 1


def _decimal_places(fraction: Fraction) -> int | None:
    rest, twos, fives = fraction.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _decimal(fraction: Fraction, places: int) -> str:
    scaled = fraction * 10**places
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


@dataclass(frozen=True, slots=True)
class Display:
    """How the numbers of one fact are shown: in which scale and unit, and how many decimals the article gives.

    ``size`` is what one of the shown unit is worth in the fact's own unit: 10000 for 万吨 when the fact counts 吨.
    """

    unit: str
    size: Rational = 1
    places: int = 0

    def with_unit(self, number: str) -> str:
        """The number with its unit behind it: ``21.5 万吨``, ``51.8%``.

        >>> Display("万吨").with_unit("21.5"), Display("%").with_unit("51.8")
        ('21.5 万吨', '51.8%')
        """
        if not self.unit:
            return number
        return number + self.unit if self.unit in ("%", "‰") else f"{number} {self.unit}"


def display_of(fact: Fact | None, unit: Unit | None = None) -> Display:
    """How a fact's numbers are shown; a hidden one, or none, in plain units."""
    own = unit or (fact.unit if fact else None)
    name = own.name if own else ""
    quantity = fact.quantity if fact else None
    if quantity is None:
        return Display(name)
    if unit is not None and fact is not None and fact.unit is not None and unit != fact.unit:
        return Display(name, 1, quantity.decimals)
    return Display(scale_word(quantity) + name, scale_size(quantity), quantity.decimals)


def scale_word(quantity: PrintedQuantity) -> str:
    """The scale as it stands before a unit: ``万``; an English word keeps its space (``million people``)."""
    scale = quantity.scale
    return f"{scale} " if scale.isascii() and scale.isalpha() else scale


def scale_size(quantity: PrintedQuantity) -> Rational:
    """What the printed scale is worth: 10000 for 万, 1 where none is printed.

    The digit unit of 21.5万 is 0.1万 = 1000, so the scale is 1000 × 10.
    """
    if not quantity.scale:
        return 1
    size = quantity.digit_unit * Fraction(10) ** quantity.decimals
    return size.numerator if size.denominator == 1 else size
