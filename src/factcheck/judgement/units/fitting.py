"""The usual case: a named check over facts whose units plainly fit, told without looking further."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.expressions import Reference
from factcheck.claims.model import Check, Fact
from factcheck.judgement.units.dimensions import RATIO
from factcheck.quantities.model import Dimension, Unit

ALIKE = {
    "sum": ("whole", "parts"),
    "within": ("part", "parts", "whole"),
    "same": ("of",),
    "share": ("part", "whole"),
}
"""The fields of each kind that are in one unit."""


def plainly_fits(check: Check, facts: Mapping[str, Fact], units: Mapping[str, Unit | None]) -> bool:
    """Whether all fields are facts of one dimension (and the share a ratio); ``False`` says only that it takes a closer look."""
    fields = ALIKE.get(check.kind)
    if fields is None:
        return False
    if check.kind == "share" and _dimension(check.fields["is"][0], units) != RATIO:
        return False
    dimensions = {_dimension(node, units) for name in fields for node in check.fields.get(name, ())}
    return len(dimensions) == 1 and None not in dimensions


def _dimension(node: object, units: Mapping[str, Unit | None]) -> Dimension | None:
    unit = units.get(node.fact) if isinstance(node, Reference) else None
    return None if unit is None else unit.dimension
