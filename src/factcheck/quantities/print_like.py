"""A new value printed as an old one was: same decimals, scale, grouping, hedge and unit."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.lazily import expression
from factcheck.quantities.formatting import decimal_string, exact_string
from factcheck.quantities.interval import Rational
from factcheck.quantities.model import PrintedQuantity

SIGN = expression(r"(?:[-－−+]|负|負|(?:minus|negative)\s)\s*$", re.IGNORECASE)
INNER_HEDGE = expression(r"\s*(?:有余|多|余|餘|来|來|几|幾)(?=\s*[十百千万亿萬億]*$)")


def print_like(quantity: PrintedQuantity, value: Rational) -> str:
    """The text of the quantity with another value, which reads back to that value.

    The decimals are those printed; a value that needs more gets more. Words become digits (四个, 七成), spoken fractions stay
    fractions, and a range becomes one number.

    >>> from factcheck.quantities import read_quantity
    >>> print_like(read_quantity("2.23亿元"), 240000000)
    '2.40亿元'
    >>> print_like(read_quantity("3000多人"), 4000)
    '4000多人'
    """
    value = Fraction(value)
    if value == quantity.value and quantity.upper is None:
        return quantity.text
    if quantity.kind == "date":
        return _date(quantity, value)
    before, numeral, after = _parts(quantity)
    before, sign = _sign(quantity, before, value)
    return before + sign + _numeral(quantity, numeral, abs(value)) + after


def _parts(quantity: PrintedQuantity) -> tuple[str, str, str]:
    """The text before the numeral, the numeral, and what follows it; units that words run into are set apart."""
    low, high = quantity.number_start - quantity.start, quantity.number_end - quantity.start
    before, numeral, after = quantity.text[:low], quantity.text[low:high], quantity.text[high:]
    if quantity.kind == "ratio" and numeral == quantity.measure:
        return before, numeral, "倍" if "翻" in numeral else " times"
    if quantity.form in ("half more", "compound"):
        space = " " if quantity.measure.isascii() else ""
        return before, numeral, space + quantity.measure
    if quantity.measure in ("成", "折"):
        after = re.sub(r"^(\s*[成折])[一二三四五六七八九半]?", r"\1", after)
        numeral = (
            numeral if after.lstrip()[:1] == quantity.measure else numeral.removesuffix(quantity.measure)
        )
        return before, numeral, after if after else quantity.measure
    return before, numeral, after


def _sign(quantity: PrintedQuantity, before: str, value: Fraction) -> tuple[str, str]:
    """The text before the number without a sign that no longer holds, and the sign to add."""
    if quantity.value < 0:
        return (before if value < 0 else SIGN.sub("", before)), ""
    return (SIGN.sub("", before), "-") if value < 0 else (before, "")


def _numeral(quantity: PrintedQuantity, printed: str, value: Fraction) -> str:
    if quantity.measure in ("成", "折"):
        return exact_string(value / 10)
    if "分之" in re.sub(r"\s", "", printed):
        return _of_parts(quantity, printed, value)
    if quantity.form in ("fraction", "one in", "steps"):
        return f"{value.numerator}/{value.denominator}"
    hedge = INNER_HEDGE.search(printed)
    size = quantity.digit_unit * 10**quantity.decimals if quantity.scale else Fraction(1)
    text = _digits(value / size, quantity.decimals)
    if "/" in text:
        return text if size == 1 else exact_string(value)
    if "," in printed or "，" in printed:
        text = _grouped(text)
    space = " " if quantity.scale and quantity.scale.isascii() and " " in printed else ""
    return text + (hedge[0] if hedge else "") + space + quantity.scale


def _of_parts(quantity: PrintedQuantity, printed: str, value: Fraction) -> str:
    """百分之五 keeps its head; 三分之二 becomes 5分之3."""
    if quantity.form:
        return f"{value.denominator}分之{value.numerator}"
    return printed[: printed.index("之") + 1] + _digits(value, quantity.decimals)


def _digits(value: Fraction, places: int) -> str:
    if (value * 10**places).denominator != 1:
        return exact_string(value)
    return decimal_string(value, places)


def _grouped(text: str) -> str:
    whole, point, decimals = text.partition(".")
    return f"{int(whole):,}{point}{decimals}"


def _date(quantity: PrintedQuantity, value: Fraction) -> str:
    """A date in the article's language; parts that are 0 are left out."""
    year, rest = divmod(int(value), 10000)
    month, day = divmod(rest, 100)
    if quantity.text.isascii():
        return f"{year:04d}-{month:02d}-{day:02d}"
    parts = ((year, "年"), (month, "月"), (day, "日"))
    return "".join(f"{number}{name}" for number, name in parts if number)
