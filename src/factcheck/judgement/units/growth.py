"""Whether a change is given as a rate or as an amount."""

from __future__ import annotations

from factcheck.claims.expressions import Node
from factcheck.judgement.units.dimensions import RATIO
from factcheck.judgement.units.typed import Units, typed


def grows_by_ratio(start: Node, by: Node, units: Units) -> bool:
    """Whether ``by`` is a ratio to ``start``: a percentage, a multiple, or a hidden rate; a bare number beside bare numbers is an amount."""
    rate, base = typed(by, units), typed(start, units)
    if rate.dimension is None:
        return True
    if rate.dimension != RATIO or rate.bare:
        return rate.bare and bool(base.dimension)
    if rate.unit is None or base.dimension is None or base.dimension:
        return True
    return rate.unit.factor != 1 or rate.unit.name not in ("", "one", "1")
