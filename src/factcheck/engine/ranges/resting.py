"""Bounds at which what hangs on a core is exactly consistent, though the core's own bounds may not have come to rest."""

from __future__ import annotations

from factcheck.engine.arithmetic import divide, simplest_between, size
from factcheck.engine.box import Bounds, Box, Contradiction
from factcheck.engine.problem import Problem
from factcheck.engine.propagation import Propagator
from factcheck.engine.ranges.core import short
from factcheck.engine.structure import structure_of
from factcheck.quantities.interval import Rational

_LONG = 48
"""Bits from which on a bound is replaced by a simpler one a little further out."""


def rested(problem: Problem) -> Box | None:
    """A box, no narrower than what the constraints allow, in which every value of a core extends to what was set aside.

    Propagation may stop early in cycles, and rounds long numbers outward. The cycles' bounds are then taken a little wider, with few
    digits, and everything else is narrowed anew from its domains; ``None`` where that does not come to rest either.
    """
    box = problem.box
    if not (box.stalled or box.rounded):
        return box
    cyclic = {p for core in structure_of(box, problem.primitives).cores for p in core}
    inner = {v for p in cyclic for v in p.variables}
    others = [p for p in problem.primitives if p not in cyclic]
    fresh = Box()
    fresh.integers = box.integers
    fresh.bounds = {
        v: bounds
        if box.known(v) or v in box.integers
        else _wider(bounds, problem.start[v])
        if v in inner
        else problem.start[v]
        for v, bounds in box.bounds.items()
    }
    try:
        propagator = Propagator(fresh, others, problem.limits.revisions * (len(others) + 8))
        propagator.run(others)
    except Contradiction:
        return None
    if fresh.stalled or not all(short(fresh.bounds[v]) for p in others for v in p.variables):
        return None
    fresh.log.clear()
    return fresh


def _wider(bounds: Bounds, domain: Bounds) -> Bounds:
    """The bounds with few digits, a little wider, but not beyond the domain."""
    low, low_open, high, high_open = bounds
    width = size(low or high or 1) if low is None or high is None else high - low
    step = divide(width, 1 << 20)
    if low is not None and _is_long(low):
        low, low_open = simplest_between(low - step, low), False
        if domain[0] is not None and low <= domain[0]:
            low, low_open = domain[0], domain[1]
    if high is not None and _is_long(high):
        high, high_open = simplest_between(high, high + step), False
        if domain[2] is not None and high >= domain[2]:
            high, high_open = domain[2], domain[3]
    return low, low_open, high, high_open


def _is_long(value: Rational) -> bool:
    return max(value.numerator.bit_length(), value.denominator.bit_length()) > _LONG
