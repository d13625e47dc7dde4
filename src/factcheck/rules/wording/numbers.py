"""Numbers for people: exact where their decimals end soon, rounded outward otherwise, in the scale that the article uses."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from factcheck.claims.model import Fact
from factcheck.quantities.formatting import decimal_string, exact_string, scale_size
from factcheck.quantities.interval import Rational
from factcheck.quantities.model import PrintedQuantity, Unit
from factcheck.records import record

SPARE_DIGITS = 2
"""How many digits more than the article prints are shown of a number that has no end."""


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
        return decimal_string(fraction, max(needed, 0))
    if abs(fraction) >= 10_000:
        shown = places
    elif fraction and abs(fraction) < 1:
        shown = max(shown, _leading_zeros(fraction) + 3)
    scaled = fraction * 10**shown
    rounded = ceil(scaled) if up else floor(scaled)
    return decimal_string(Fraction(rounded, 10**shown), shown)


def magnitude(value: Rational) -> Rational:
    """The absolute value."""
    return -value if value < 0 else value


def _leading_zeros(fraction: Fraction) -> int:
    return len(str(floor(1 / abs(fraction)))) - 1


def _decimal_places(fraction: Fraction) -> int | None:
    exact = exact_string(fraction)
    return None if "/" in exact else len(exact.partition(".")[2])


@record(frozen=True, slots=True)
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
    return Display(scale_word(quantity) + name, scale_size(quantity.scale), quantity.decimals)


def scale_word(quantity: PrintedQuantity) -> str:
    """The scale as it stands before a unit: ``万``; an English word keeps its space (``million people``)."""
    scale = quantity.scale
    return f"{scale} " if scale.isascii() and scale.isalpha() else scale
