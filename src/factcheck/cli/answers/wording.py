"""Numbers as the answers show them."""

from __future__ import annotations

from factcheck.quantities import Interval, exact_string
from factcheck.reports.phrases.steps import shown as shown
from factcheck.reports.phrases.steps import step_line as step_line


def interval_json(interval: Interval | None) -> dict[str, object] | None:
    """An interval as the JSON report writes it."""
    if interval is None:
        return None
    low, high = (None if end is None else exact_string(end) for end in (interval.low, interval.high))
    return {"low": low, "high": high, "low_open": interval.low_open, "high_open": interval.high_open}
