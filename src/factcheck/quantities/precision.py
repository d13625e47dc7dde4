"""How precisely a number is printed: digit unit, round unit and hedge unit.

The units are places of the decimal system (1, 100, 0.01 亿), times 5 for a hedged number whose last digit is a 5.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.model import PrintedQuantity


def is_plain_whole(quantity: PrintedQuantity) -> bool:
    """Whether the number is a whole number printed to its last digit: no scale, no decimals, no percentage."""
    return (
        quantity.decimals == 0
        and quantity.scale == ""
        and quantity.digit_unit == 1
        and quantity.kind not in ("percent", "percentage_point", "ratio", "fraction")
    )


def last_place(value: Fraction) -> Fraction:
    """The place of the last digit of a whole number that is not zero (1200: 100); 1 for zero."""
    whole = abs(int(value))
    place = 1
    while whole and whole % 10 == 0:
        whole //= 10
        place *= 10
    return Fraction(place)


def first_place(value: Fraction) -> Fraction:
    """The place of the first digit of a whole number (1200: 1000)."""
    return Fraction(10 ** (len(str(abs(int(value)))) - 1))


def round_unit(quantity: PrintedQuantity, value: Fraction) -> Fraction:
    """The place to which a number may have been rounded before it was printed.

    Two trailing zeros or more on a plain whole number: the place of the last digit that is not zero, but at most that of the second
    digit (1200: 100; 3000: 100; 10000: 1000). Else the digit unit (2890: 1; 390万: 1万).
    """
    if not is_plain_whole(quantity) or value == 0 or value % 100:
        return quantity.digit_unit
    return min(last_place(value), first_place(value) / 10)


def hedge_unit(quantity: PrintedQuantity, value: Fraction) -> Fraction:
    """The place that a hedge leaves open: that of the last digit that is not zero, times 5 where it is a 5 after other digits.

    约3000: 1000; 近903万: 1万; 约75%: 5 percentage points; decimals as printed (5.6亿多: 0.1亿).
    """
    if quantity.form == "steps" or quantity.decimals or not value:
        return quantity.digit_unit
    digits = value / quantity.digit_unit
    if digits.denominator != 1:
        return quantity.digit_unit
    place = last_place(digits)
    significant = abs(int(digits / place))
    five = significant > 5 and significant % 10 == 5
    return quantity.digit_unit * place * (5 if five else 1)
