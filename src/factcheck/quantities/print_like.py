"""A new value printed as an old one was: same decimals, scale, grouping, hedge and unit."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.formatting import decimal_string, exact_string
from factcheck.quantities.interval import Rational
from factcheck.quantities.model import PrintedQuantity


def print_like(quantity: PrintedQuantity, value: Rational) -> str:
    """The text of the quantity with another value, which reads back to that value.

    The decimals are those printed; a value that needs more gets more. Words (四个, 七成) become digits.

    >>> from factcheck.quantities import read_quantity
    >>> print_like(read_quantity("2.23亿元"), 240000000)
    '2.40亿元'
    """
    before, numeral, after = _parts(quantity)
    return before + _numeral(quantity, numeral, Fraction(value)) + after


def _parts(quantity: PrintedQuantity) -> tuple[str, str, str]:
    low, high = quantity.number_start - quantity.start, quantity.number_end - quantity.start
    return quantity.text[:low], quantity.text[low:high], quantity.text[high:]


def _numeral(quantity: PrintedQuantity, printed: str, value: Fraction) -> str:
    size = quantity.digit_unit * 10**quantity.decimals if quantity.scale else Fraction(1)
    scaled = value / size
    places = quantity.decimals
    if (scaled * 10**places).denominator != 1:
        text = exact_string(scaled)
    else:
        text = decimal_string(scaled, places)
    if "," in printed or "，" in printed:
        text = _grouped(text)
    space = " " if quantity.scale.isascii() and quantity.scale.isalpha() and " " in printed else ""
    return text + space + quantity.scale


def _grouped(text: str) -> str:
    whole, point, decimals = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.lstrip('-')):,}{point}{decimals}"
