"""Numbers printed alike: once ``763.57万元`` has been read, ``971.86万元`` differs from it only in its digits."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from factcheck.claims.model import Rounding
from factcheck.lazily import expression
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import PrintedQuantity, Readings, Unit, ValueKind
from factcheck.records import record

_PLAIN = expression(r"([1-9][0-9]*(?:,[0-9]{3})*)(?:\.([0-9]+))?([^0-9.,].*)")
_KINDS = frozenset(("count", "money", "percent", "percentage_point", "measure"))
_ANOTHER_MEANING = frozenset("年月日号时点分秒度期届第折成")
"""Words beside which a number's size decides what it is (2018年, 30年; 3月, 13月; 9折, 95折)."""

MOST_TAILS = 4096
"""Tails remembered at most."""


@record(slots=True)
class Shape:
    """What all numbers with the same tail and as many decimals share; ``offsets`` lead from the value to its readings, once learnt."""

    unit: Unit
    kind: ValueKind
    scale: str
    measure: str
    scale_length: int
    size: int
    decimals: int
    digit_unit: Fraction
    offsets: tuple[_Ends, _Ends] | None = field(default=None)

    def quantity(self, text: str, digits: int, tail: str) -> PrintedQuantity:
        """The quantity of these digits."""
        value = (
            Fraction(digits * self.size, 10**self.decimals) if self.decimals else Fraction(digits * self.size)
        )
        return PrintedQuantity(
            text,
            0,
            len(text),
            0,
            len(text) - len(tail) + self.scale_length,
            value,
            self.unit,
            self.kind,
            None,
            self.scale,
            self.decimals,
            self.digit_unit,
            "",
            self.measure,
        )

    def readings(self, quantity: PrintedQuantity, digits: int) -> Readings | None:
        """The readings of a quantity of this shape; ``None`` where they do not follow from another's."""
        if self.offsets is None or not digits % 100:
            return None
        exact: Rational = quantity.value
        if not self.decimals:
            exact = digits * self.size
        elif exact.denominator == 1:
            exact = exact.numerator
        strict, loose = self.offsets
        first = strict.beside(exact)
        return Readings(first, first if loose is strict else loose.beside(exact))

    def learn(self, quantity: PrintedQuantity, digits: int, readings: Readings) -> None:
        """Remember how the readings lie around the value, unless zeros at its end may stand for a rounder number."""
        if self.offsets is not None or not digits % 100 or readings.rests_on_zeros:
            return
        if self.unit.is_count and self.digit_unit.denominator != 1:
            return
        strict = _ends(quantity.value, readings.strict)
        loose = strict if readings.loose == readings.strict else _ends(quantity.value, readings.loose)
        if strict is None or loose is None:
            return
        offsets = (strict.low, strict.high, loose.low, loose.high)
        if self.unit.is_count and any(isinstance(each, Fraction) for each in offsets):
            return  # where whole things are counted, halves depend on the digits
        self.offsets = (strict, loose)


@record(frozen=True, slots=True)
class _Ends:
    low: Rational
    high: Rational
    low_open: bool
    high_open: bool
    integer: bool

    def beside(self, value: Rational) -> Interval:
        return Interval(value + self.low, value + self.high, self.low_open, self.high_open, self.integer)


def _ends(value: Fraction, interval: Interval) -> _Ends | None:
    if interval.low is None or interval.high is None:
        return None
    low, high = (
        each.numerator if each.denominator == 1 else each
        for each in (Fraction(interval.low) - value, Fraction(interval.high) - value)
    )
    return _Ends(low, high, interval.low_open, interval.high_open, interval.integer)


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
