"""A numeral as printed: its exact value, and how precisely it is printed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.lazily import expression
from factcheck.records import record

LONGEST = 60
"""Characters of the longest numeral that is read; longer runs of digits are codes."""
LONG_RUN = expression(rf"\d[\d,.]{{{LONGEST},}}")


@record(frozen=True, slots=True)
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


EXPONENT = expression(r"\s*(?P<kind>[eE]|[x×]\s?10\^?|\^)(?P<signs>[+-]*)(?P<digits>\d{1,3})$")
LARGEST_EXPONENT = 400


def read_power(base: str, power: str) -> Numeral | None:
    """A number in scientific notation or with an exponent: 2e5, 1.3x10^6, 1.1^23; ``None`` where the exponent is out of reach.

    >>> read_power("1.3", "x10^6").value
    Fraction(1300000, 1)
    """
    match = EXPONENT.match(power)
    digits = base.replace(",", "")
    if match is None or not digits.isascii() or int(match["digits"]) > LARGEST_EXPONENT:
        return None
    try:
        value = Fraction(digits)
    except ValueError:
        return None
    exponent = int(match["digits"]) * (-1) ** match["signs"].count("-")
    decimals = len(digits.partition(".")[2])
    if match["kind"] == "^":
        if not value and exponent < 0:
            return None
        result = value**exponent
        return Numeral(result, abs(result) / 1000)
    size = Fraction(10) ** exponent
    return Numeral(value * size, size / 10**decimals, match[0].strip(), decimals)
