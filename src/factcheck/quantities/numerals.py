"""A numeral as printed: its exact value, and how precisely it is printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number a text prints, scale applied.

    ``digit_unit`` is the place value of the last printed digit, ``decimals`` the digits after the point. ``upper`` is the other end
    where two digits in a row name a range (三四十: 30 to 40). ``in_words`` tells number words from Arabic digits.
    """

    value: Fraction
    digit_unit: Fraction = Fraction(1)
    scale: str = ""
    decimals: int = 0
    in_words: bool = False
    upper: Fraction | None = None

    def negative(self) -> Numeral:
        """The same numeral after a minus sign."""
        return replace(self, value=-self.value)
