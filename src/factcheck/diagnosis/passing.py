"""Which edits of a number's digits would pass unseen: told by whole numbers of steps of the last digit, for speed."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.model import Fact
from factcheck.diagnosis.intervals import meet
from factcheck.diagnosis.model import ReadingName
from factcheck.diagnosis.reading import Reader
from factcheck.diagnosis.slips import as_printed
from factcheck.diagnosis.slips.numeral import Numeral
from factcheck.quantities import Interval, PrintedQuantity, Readings

Window = tuple[int | None, int | None]
"""The least and the greatest number of steps that pass, ``None`` where there is no end."""


class Passes:
    """The edits of one printed number.

    Numbers of one precision are all read alike, so many steps to either side of what is printed, but for those that end in two zeros and
    may be round ones, and for hedged ones: these are read one by one.
    """

    def __init__(self, reader: Reader, fact: Fact, quantity: PrintedQuantity, numeral: Numeral) -> None:
        self._reader = reader
        self._fact = fact
        self._quantity = quantity
        self._numeral = numeral
        self._alike = not quantity.hedge
        self._own_steps = int(numeral.digits) if quantity.scale == numeral.scale.strip() else None
        self._read: dict[int, Readings] = {}

    def window(self, reading: ReadingName, space: Interval) -> Window:
        """Which numbers of steps can be read as something in the space."""
        steps = int(self._numeral.digits)
        sample = steps if steps % 100 else steps + 1
        around = self._reading(sample, reading)
        sign = -1 if self._numeral.negative else 1
        unit = self._quantity.digit_unit
        centre = sign * sample * unit
        least = _limit(space.low, around.high, centre, space.low_open or around.high_open, unit)
        most = _limit(space.high, around.low, centre, space.high_open or around.low_open, -unit)
        low, high = least, None if most is None else -most
        return (low, high) if sign > 0 else (_negated(high), _negated(low))

    def unseen(self, steps: int, reading: ReadingName, window: Window, space: Interval) -> bool:
        """Whether the number with so many steps could stand there without any check noticing."""
        if self._alike and steps % 100:
            low, high = window
            return (low is None or low <= steps) and (high is None or steps <= high)
        return meet(self._reading(steps, reading), space)

    def _reading(self, steps: int, reading: ReadingName) -> Interval:
        read = self._read.get(steps)
        if read is None:
            read = self._read[steps] = self._reader.readings(self._fact, self._form(steps))
        return read.strict if reading == "strict" else read.loose

    def _form(self, steps: int) -> PrintedQuantity:
        if steps == self._own_steps:
            return self._quantity
        meant = self._numeral.with_digits(str(steps).zfill(len(self._numeral.digits)))
        return as_printed(self._quantity, self._numeral, meant)


def _limit(
    end: Fraction | int | None, reach: Fraction | int | None, centre: Fraction, is_open: bool, unit: Fraction
) -> int | None:
    """The least number of steps from which the reach of a number comes to the end of the space (counted downwards for a negative unit)."""
    if end is None or reach is None:
        return None
    exact = (end - (reach - centre)) / unit
    whole = -(-exact.numerator // exact.denominator)
    return whole + 1 if is_open and whole == exact else whole


def _negated(steps: int | None) -> int | None:
    return None if steps is None else -steps
