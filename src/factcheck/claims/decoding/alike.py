"""Numbers printed alike: once ``763.57万元`` has been read, ``971.86万元`` differs from it only in its digits."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Literal

from factcheck.claims.model import Rounding
from factcheck.lazily import expression
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import PrintedQuantity, Readings, Unit, ValueKind
from factcheck.quantities.ratio import ratio
from factcheck.records import record

_PLAIN = expression(r"([1-9][0-9]*(?:,[0-9]{3})*)(?:\.([0-9]+))?([^0-9.,].*)")
_KINDS = frozenset(("count", "money", "percent", "percentage_point", "measure"))
_ANOTHER_MEANING = frozenset("年月日号时点分秒度期届第折成")
"""Words beside which a number's size decides what it is (2018年, 30年; 3月, 13月; 9折, 95折)."""

MOST_TAILS = 4096
"""Tails remembered at most."""


@record(slots=True)
class Shape:
    """What all numbers with the same tail and as many decimals share; ``ends`` say how the readings lie around the value, once learnt.

    A value is its digits times ``size``, divided by ``power``, 10 for each decimal.
    """

    unit: Unit
    kind: ValueKind
    scale: str
    measure: str
    scale_length: int
    size: int
    decimals: int
    power: int
    digit_unit: Fraction
    ends: tuple[_Ends, _Ends] | None = field(default=None)

    def quantity(self, text: str, digits: int, tail: str) -> PrintedQuantity:
        """The quantity of these digits."""
        length = len(text)
        return PrintedQuantity(
            text,
            0,
            length,
            0,
            length - len(tail) + self.scale_length,
            ratio(digits * self.size, self.power),
            self.unit,
            self.kind,
            None,
            self.scale,
            self.decimals,
            self.digit_unit,
            "",
            self.measure,
        )

    def readings(self, digits: int, value: Fraction) -> Readings | None:
        """The readings of the quantity of these digits, which have this value; ``None`` where they do not follow from another's."""
        if self.ends is None or not digits % 100:
            return None
        strict, loose = self.ends
        first = strict.beside(digits, value)
        return Readings(first, first if loose is strict else loose.beside(digits, value))

    def learn(self, quantity: PrintedQuantity, digits: int, readings: Readings) -> None:
        """Remember how the readings lie around the value, unless zeros at its end may stand for a rounder number."""
        if self.ends is not None or not digits % 100 or readings.rests_on_zeros:
            return
        if self.unit.is_count and self.digit_unit.denominator != 1:
            return
        strict = _ends(self, quantity.value, readings.strict)
        loose = strict if readings.loose == readings.strict else _ends(self, quantity.value, readings.loose)
        if strict is None or loose is None:
            return
        if self.unit.is_count and not all(each.low_whole and each.high_whole for each in (strict, loose)):
            return  # where whole things are counted, halves depend on the digits
        self.ends = (strict, loose)


@record(frozen=True, slots=True)
class _Ends:
    """An interval around a value, in parts of 1: ``parts`` of them make 1, ``each_digit`` the last digit of the value.

    ``low`` and ``high`` lead from the value to the ends; ``low_whole`` and ``high_whole`` tell whether that is a whole number.
    """

    parts: int
    each_digit: int
    low: int
    high: int
    low_whole: bool
    high_whole: bool
    low_open: bool
    high_open: bool
    integer: bool

    def beside(self, digits: int, exact: Fraction) -> Interval:
        """The interval around the value of these digits: ends are ``int`` where the value and the way to them are whole."""
        value, parts = digits * self.each_digit, self.parts
        whole_value = exact.denominator == 1
        low: Rational
        high: Rational
        if whole_value and self.low_whole:
            low = (value + self.low) // parts if self.low else exact.numerator
        else:
            low = ratio(value + self.low, parts)
        if self.high == self.low:
            high = low
        elif whole_value and self.high_whole:
            high = (value + self.high) // parts if self.high else exact.numerator
        else:
            high = ratio(value + self.high, parts)
        return Interval(low, high, self.low_open, self.high_open, self.integer)


def _ends(shape: Shape, value: Fraction, interval: Interval) -> _Ends | None:
    if interval.low is None or interval.high is None:
        return None
    low, high = (Fraction(each) - value for each in (interval.low, interval.high))
    parts = lcm(shape.power, low.denominator, high.denominator)
    return _Ends(
        parts,
        shape.size * (parts // shape.power),
        int(low * parts),
        int(high * parts),
        low.denominator == 1,
        high.denominator == 1,
        interval.low_open,
        interval.high_open,
        interval.integer,
    )


class Alike:
    """Remembers the tails of plain numbers, and reads another number with the same tail from its digits."""

    __slots__ = ("_shapes",)

    def __init__(self) -> None:
        self._shapes: dict[str, dict[int, Shape]] = {}

    def read(self, text: str) -> tuple[PrintedQuantity, Shape, int] | None:
        """The quantity, its shape and its digits, if one with this tail was learnt; otherwise ``None``, which says nothing about the text."""
        found = _PLAIN.fullmatch(text)
        if found is None:
            return None
        whole, decimals, tail = found.groups()
        shapes = self._shapes.get(tail)
        if shapes is None:
            return None
        if "," in whole:
            if not _grouped(whole):
                return None
            whole = whole.replace(",", "")
        places = len(decimals) if decimals is not None else 0
        shape = shapes.get(places) or _add_shape(shapes, places)
        digits = int(whole + decimals if decimals is not None else whole)
        return shape.quantity(text, digits, tail), shape, digits

    def learn(self, text: str, quantity: PrintedQuantity) -> tuple[Shape | None, int]:
        """Remember the tail of a plain number that was read in full; its shape (``None`` where others cannot be told from it) and digits."""
        found = _PLAIN.fullmatch(text)
        if (
            found is None
            or quantity.kind not in _KINDS
            or not _ANOTHER_MEANING.isdisjoint(found[3])
            or len(self._shapes) >= MOST_TAILS
        ):
            return None, 0
        places = len(found[2] or "")
        digits = int(found[1].replace(",", "") + (found[2] or ""))
        size = quantity.value / Fraction(digits, 10**places)
        if size.denominator != 1:
            return None, 0
        shape = Shape(
            quantity.unit,
            quantity.kind,
            quantity.scale,
            quantity.measure,
            quantity.number_end - (len(text) - len(found[3])),
            size.numerator,
            places,
            10**places,
            Fraction(size.numerator, 10**places),
        )
        self._shapes[found[3]] = {places: shape}
        again = self.read(text)
        if again is None or again[0] != quantity:
            del self._shapes[found[3]]  # something about this one does not follow from its digits
            return None, 0
        return shape, digits


def _add_shape(shapes: dict[int, Shape], places: int) -> Shape:
    """The shape with another number of decimals."""
    model = next(iter(shapes.values()))
    shape = shapes[places] = Shape(
        model.unit,
        model.kind,
        model.scale,
        model.measure,
        model.scale_length,
        model.size,
        places,
        10**places,
        Fraction(model.size, 10**places),
    )
    return shape


@lru_cache(maxsize=8)
def shared_alike(language: Literal["zh", "en"], rounding: Rounding) -> Alike:
    """What is remembered for all files that read numbers in the same way and define no units of their own."""
    return Alike()


def _grouped(whole: str) -> bool:
    first, *rest = whole.split(",")
    return len(first) <= 3 and all(len(group) == 3 for group in rest)
