"""What is left for a fact as reports take it: exact text, in the fact's own unit."""

from __future__ import annotations

from factcheck.findings import Bounds
from factcheck.quantities import Interval, Unit, exact_string


def bounds(interval: Interval | None, unit: Unit | None) -> Bounds | None:
    """The interval with exact strings for its ends."""
    if interval is None:
        return None
    low, high = (None if end is None else exact_string(end) for end in (interval.low, interval.high))
    return Bounds(low, high, unit.name if unit else "", interval.low_open, interval.high_open)
