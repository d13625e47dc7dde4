"""One comparison that the search made: the unit of counting for what chance alone would bring."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.diagnosis.suggesting.numbers import PrintedNumber
from factcheck.records import record

LOG_TEN = Fraction(23, 10)
"""The natural logarithm of 10: the leading digits of printed numbers spread evenly on a logarithmic scale (Newcomb 1881, Benford 1938)."""


@record(frozen=True, slots=True)
class Trial:
    """Whether these numbers fit together, and the ``chance`` that they would if their digits meant nothing.

    Trials of one ``family`` (form, and near or far) are counted together. ``write`` gives the check as YAML for a hit.
    """

    family: str
    numbers: tuple[PrintedNumber, ...]
    chance: Fraction
    hit: bool
    write: Callable[[], str]


def relative_width(*numbers: PrintedNumber) -> Fraction:
    """The relative widths added up: how far a product or quotient of these may be off."""
    return sum((number.width / number.middle for number in numbers), Fraction(0))


def on_log_scale(*numbers: PrintedNumber) -> Fraction:
    """The chance that a number spread evenly over one decade lies as close as the widths allow."""
    return min(Fraction(1), relative_width(*numbers) / LOG_TEN)


def overlap(low: Fraction, high: Fraction, other: PrintedNumber) -> bool:
    """Whether an interval and the reading of a number meet."""
    return low <= other.high and other.low <= high
