"""Printed quantities: what a number in an article says, exactly."""

from factcheck.quantities.formatting import exact_string, format_interval, format_number
from factcheck.quantities.hedges import Meaning, hedge_meaning
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import (
    Dimension,
    Embedded,
    PrintedQuantity,
    Readings,
    ScannedItem,
    Unit,
    ValueKind,
)
from factcheck.quantities.print_like import print_like
from factcheck.quantities.read import read_quantity, scan
from factcheck.quantities.readings import readings
from factcheck.quantities.units import (
    combine,
    compatible,
    conversion_factor,
    define_units,
    different_counts,
    divide,
    known_unit,
    multiply,
    nearest_unit,
    parse_unit,
)

__all__ = [
    "Dimension",
    "Embedded",
    "Interval",
    "Meaning",
    "PrintedQuantity",
    "Rational",
    "Readings",
    "ScannedItem",
    "Unit",
    "ValueKind",
    "combine",
    "compatible",
    "conversion_factor",
    "define_units",
    "different_counts",
    "divide",
    "exact_string",
    "format_interval",
    "format_number",
    "hedge_meaning",
    "known_unit",
    "multiply",
    "nearest_unit",
    "parse_unit",
    "print_like",
    "read_quantity",
    "readings",
    "scan",
]
