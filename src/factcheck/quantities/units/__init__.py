"""Units: what a number is counted or measured in."""

from factcheck.quantities.units.algebra import (
    NONE,
    combine,
    compatible,
    conversion_factor,
    different_counts,
    divide,
    is_count_base,
    is_currency,
    multiply,
)
from factcheck.quantities.units.known import CURRENCIES, WILDCARD, known_unit, make_unit
from factcheck.quantities.units.nearest import nearest_unit
from factcheck.quantities.units.parse import count_noun, define_units, parse_unit
from factcheck.quantities.units.registry import DefinedUnits

__all__ = [
    "CURRENCIES",
    "NONE",
    "WILDCARD",
    "DefinedUnits",
    "combine",
    "compatible",
    "conversion_factor",
    "count_noun",
    "define_units",
    "different_counts",
    "divide",
    "is_count_base",
    "is_currency",
    "known_unit",
    "make_unit",
    "multiply",
    "nearest_unit",
    "parse_unit",
]
