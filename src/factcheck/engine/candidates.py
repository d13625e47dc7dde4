"""Values worth trying for a variable: the middle, closed ends, the simplest number."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.engine.arithmetic import ceiling, divide, floor, simplest_between
from factcheck.engine.box import Bounds
from factcheck.quantities.interval import Rational


def candidates(bounds: Bounds, integer: bool) -> Iterator[Rational]:
    """Distinct values within the bounds, the likeliest first.

    >>> list(candidates((0, False, 1, True), False))
    [Fraction(1, 2), 0]
    """
    seen: set[Rational] = set()
    for value in _proposals(bounds, integer):
        if value not in seen and inside(value, bounds):
            seen.add(value)
            yield value


def _proposals(bounds: Bounds, integer: bool) -> Iterator[Rational]:
    low, low_open, high, high_open = bounds
    if low is None and high is None:
        yield from (0, 1, -1, 100)
        return
    if low is None or high is None:
        end = high if low is None else low
        assert end is not None
        away = -1 if low is None else 1
        whole = floor(end) if low is None else ceiling(end)
        yield end
        yield whole + away
        yield whole + away * (abs(whole) + 2)
        yield whole + away * (1000 * abs(whole) + 1000)
        return
    if integer:
        middle = (int(low) + int(high)) // 2
        yield from (middle, low, high, middle + 1, middle - 1)
        return
    width = high - low
    yield simplest_between(low + divide(width * 3, 8), low + divide(width * 5, 8))
    if not low_open:
        yield low
    if not high_open:
        yield high
    yield simplest_between(low + divide(width, 64), high - divide(width, 64))
    yield divide(low + high, 2)


def inside(value: Rational, bounds: Bounds) -> bool:
    """Whether a value lies within bounds."""
    low, low_open, high, high_open = bounds
    if low is not None and (value < low or (low_open and value == low)):
        return False
    return high is None or not (value > high or (high_open and value == high))
