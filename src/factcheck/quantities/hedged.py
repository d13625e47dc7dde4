"""Both readings of a hedged number: about, nearly, more than, at least and their kin."""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.hedges import Meaning
from factcheck.quantities.interval import Interval
from factcheck.quantities.interval_sets import around, mirrored, not_negative
from factcheck.quantities.model import PrintedQuantity
from factcheck.quantities.precision import hedge_unit


def hedged(quantity: PrintedQuantity, value: Fraction, meaning: Meaning) -> tuple[Interval, Interval]:
    """The strict and the loose reading.

    >>> from factcheck.quantities import read_quantity
    >>> strict, loose = hedged(read_quantity("约3000吨", language="zh"), Fraction(3000), "about")
    >>> (int(strict.low), int(strict.high)), (int(loose.low), int(loose.high))
    ((2500, 3500), (2000, 4000))
    """
    if meaning in ("at_least", "less_than", "at_most"):
        return _bound(quantity, value, meaning)
    if value < 0:
        low, high = _size(quantity, -value, meaning)
        return mirrored(low), mirrored(high)
    return _size(quantity, value, meaning)


def _size(quantity: PrintedQuantity, x: Fraction, meaning: Meaning) -> tuple[Interval, Interval]:
    """Hedges that speak of the size of the number, whatever its sign."""
    hedge, half = hedge_unit(quantity, x), quantity.digit_unit / 2
    if meaning == "nearly":
        return (
            not_negative(Interval(x - hedge, x, False, True)),
            not_negative(Interval(x - 2 * hedge, x + half)),
        )
    if meaning == "odd":
        return Interval(x, x + hedge, True, True), Interval(x, x + hedge)
    if meaning == "more_than":
        return Interval(x, x + hedge, True, False), Interval(x - half, None)
    return not_negative(around(x, hedge / 2)), not_negative(around(x, hedge))


def _bound(quantity: PrintedQuantity, x: Fraction, meaning: Meaning) -> tuple[Interval, Interval]:
    """Hedges that bound the value from one side."""
    hedge, half = hedge_unit(quantity, x), quantity.digit_unit / 2
    floor = Fraction(0) if x >= 0 else None
    if meaning == "at_least":
        return Interval(x, None), Interval(x - half, None)
    if meaning == "at_most":
        return Interval(floor, x), Interval(floor, x + half)
    strict = Interval(x - hedge, x, False, True)
    return (not_negative(strict) if x > 0 else strict), Interval(floor, x + half)
