"""What a printed quantity may truly be: the strict and the loose reading, exactly.

*Strict*: every printed digit counts and hedges mean what readers take them to mean. *Loose*: all that the printed form covers in
honest use. The strict reading always lies inside the loose one. Both are in the quantity's own unit, scale applied.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from factcheck.quantities.hedged import hedged
from factcheck.quantities.hedges import hedge_meaning
from factcheck.quantities.interval import Interval
from factcheck.quantities.interval_sets import around, exactly, hull, is_within, whole_numbers
from factcheck.quantities.model import PrintedQuantity, Readings, Unit
from factcheck.quantities.precision import is_plain_whole, round_unit
from factcheck.quantities.spoken import in_spoken_form, spoken

Rounding = Literal["nearest", "truncate", "either"]
Override = Literal["exact", "strict", "loose"] | Interval


def readings(
    quantity: PrintedQuantity,
    *,
    rounding: Rounding = "nearest",
    whole_of_all: bool = False,
    precision: Fraction | None = None,
    reading: Override | None = None,
    is_ratio: bool = False,
    unit: Unit | None = None,
) -> Readings:
    """Both readings of a printed quantity.

    ``rounding`` is how the article shortens numbers; ``whole_of_all`` says that 100 % stands beside "all"; ``precision`` sets the
    digit unit; ``reading`` overrides the result; ``is_ratio`` marks a quotient, which is never a whole number by nature; ``unit``
    is the unit of the fact where it differs from the printed one.

    >>> from factcheck.quantities import read_quantity
    >>> both = readings(read_quantity("2.23亿元", language="zh"))
    >>> both.strict.low, both.strict.high
    (Fraction(222500000, 1), Fraction(223500000, 1))
    """
    point = quantity.kind in ("year", "date", "ordinal")
    counted = (unit or quantity.unit).is_count and not is_ratio and not point
    if precision is not None:
        quantity = replace(quantity, digit_unit=precision)
    rests = False
    if point or reading == "exact":
        both = _ends_exactly(quantity, counted)
    elif quantity.upper is not None:
        both = _range(quantity, counted)
    else:
        both = _one(quantity, quantity.value, rounding, counted, whole_of_all)
        meaning = hedge_meaning(quantity.hedge)
        rests = meaning in (None, "reached") and round_unit(quantity, quantity.value) > quantity.digit_unit
    if counted:
        both = _whole(both)
    strict, loose = _overridden(both, reading)
    return Readings(strict, loose, rests)


def _ends_exactly(quantity: PrintedQuantity, integer: bool) -> tuple[Interval, Interval]:
    upper = quantity.value if quantity.upper is None else quantity.upper
    interval = Interval(quantity.value, upper, integer=integer)
    return interval, interval


def _overridden(both: tuple[Interval, Interval], reading: Override | None) -> tuple[Interval, Interval]:
    strict, loose = both
    if isinstance(reading, Interval):
        return reading, reading
    if reading == "strict":
        return strict, strict
    if reading == "loose":
        return loose, loose
    return strict, loose


def _one(
    quantity: PrintedQuantity, value: Fraction, rounding: Rounding, counted: bool, whole_of_all: bool
) -> tuple[Interval, Interval]:
    """Both readings of one number, before whole things are considered."""
    if in_spoken_form(quantity):
        return spoken(quantity)
    meaning = hedge_meaning(quantity.hedge)
    if meaning is not None and meaning != "reached":
        return _nested(hedged(quantity, value, meaning))
    if quantity.kind == "percent" and value == 100 and quantity.form == "":
        return _hundred(quantity, whole_of_all)
    return _plain(quantity, value, rounding, counted)


def _hundred(quantity: PrintedQuantity, whole_of_all: bool) -> tuple[Interval, Interval]:
    """100 % is all of it; in loose use, what rounds to it (that no share exceeds 100 % is for the check to say)."""
    exact = exactly(quantity.value)
    if whole_of_all:
        return exact, exact
    unit = quantity.digit_unit
    return exact, Interval(quantity.value - unit / 2, quantity.value + unit, False, True)


def _plain(
    quantity: PrintedQuantity, value: Fraction, rounding: Rounding, counted: bool
) -> tuple[Interval, Interval]:
    unit = quantity.digit_unit
    rounded = around(value, round_unit(quantity, value) / 2)
    if counted and is_plain_whole(quantity):
        return exactly(value), rounded if value % 100 == 0 else exactly(value)
    if quantity.form == "steps":
        return around(value, unit / 2), around(value, unit)
    loose = hull(around(value, unit, open_ends=True), rounded)
    if rounding == "either":
        return loose, loose
    if rounding == "truncate":
        return _truncated(value, unit), loose
    return around(value, unit / 2), loose


def _truncated(value: Fraction, unit: Fraction) -> Interval:
    """What is cut off to this value: digits are dropped towards zero."""
    low = value - unit if value <= 0 else value
    high = value + unit if value >= 0 else value
    return Interval(low, high, value <= 0, value >= 0)


def _range(quantity: PrintedQuantity, counted: bool) -> tuple[Interval, Interval]:
    """A range is as printed when strict; each end may be loose on its own account."""
    assert quantity.upper is not None
    meaning = hedge_meaning(quantity.hedge)
    if meaning in ("about", "nearly"):
        low = _nested(hedged(quantity, quantity.value, "about"))
        high = _nested(hedged(quantity, quantity.upper, "about"))
        return hull(low[0], high[0]), hull(low[1], high[1])
    ends = (
        _plain(quantity, quantity.value, "nearest", counted)[1],
        _plain(quantity, quantity.upper, "nearest", counted)[1],
    )
    return Interval(quantity.value, quantity.upper), hull(*ends)


def _nested(both: tuple[Interval, Interval]) -> tuple[Interval, Interval]:
    """Widen the loose reading where the formulas alone would leave out some of the strict one."""
    strict, loose = both
    return strict, loose if is_within(strict, loose) else hull(strict, loose)


def _whole(both: tuple[Interval, Interval]) -> tuple[Interval, Interval]:
    """Whole things only; a strict reading without a whole number (2.5人) falls back to the loose one, then to fractions."""
    strict, loose = whole_numbers(both[0]), whole_numbers(both[1])
    if loose is None:
        return both
    return (loose if strict is None else strict), loose
