"""A number with its unit, before hedges and ranges: what both grammars hand to the scanner."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction

from factcheck.quantities.model import Unit, ValueKind
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.units.algebra import NONE, is_currency
from factcheck.quantities.units.known import CURRENCIES
from factcheck.records import record


@record(slots=True)
class Atom:
    """One numeral and what stands around it: code points ``number_start`` to ``number_end`` of the numeral, ``end`` with its unit."""

    numeral: Numeral
    number_start: int
    number_end: int
    end: int
    unit: Unit = NONE
    measure: str = ""
    noun: str = ""
    hedge: str = ""
    kind: ValueKind | None = None
    form: str = ""
    start: int = field(default=-1)

    def __post_init__(self) -> None:
        if self.start < 0:
            self.start = self.number_start


def kind_of(unit: Unit) -> ValueKind:
    """The kind of value that a unit says."""
    dimension = unit.dimension
    if unit.is_count:
        return "count"
    if not dimension:
        return _ratio_kind(unit)
    if dimension == (("percentage_point", 1),):
        return "percentage_point"
    if dimension == (("time", 1),):
        return "measure" if unit.name in ("岁", "周岁") else "duration"
    if is_currency(dimension) or any(base in CURRENCIES and power == 1 for base, power in dimension):
        return "money"
    return "measure"


def _ratio_kind(unit: Unit) -> ValueKind:
    if unit.factor < 1:
        return "percent"
    return "ratio" if unit.name else "number"


def is_whole(value: Fraction) -> bool:
    """Whether a value is a whole number."""
    return value.denominator == 1
