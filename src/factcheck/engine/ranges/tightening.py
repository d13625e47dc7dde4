"""Bounds that propagation cannot see where a factor is unbounded: shares, means and rates of a hidden whole."""

from __future__ import annotations

from factcheck.engine.box import HIGH, LOW, Bounds
from factcheck.engine.primitives import Product
from factcheck.engine.ranges.core import Core
from factcheck.engine.ranges.ends import leaves_less
from factcheck.engine.ranges.linear import Linear, allowed_pivots

_ROUNDS = 2


def tightened(core: Core) -> Core:
    """The core with the bounds of such factors narrowed to the extremes of product ÷ unbounded factor in its linear programme."""
    for _ in range(_ROUNDS):
        beside = [
            (product, factor)
            for product in core.primitives
            if type(product) is Product
            for factor, other in ((product.left, product.right), (product.right, product.left))
            if _unbounded(core.start[other]) and not core.box.known(factor)
        ]
        if (
            not beside
            or len(core.primitives) > core.problem.limits.simplex_size
            or not _narrowed(core, beside)
        ):
            break
    return core


def _unbounded(bounds: Bounds) -> bool:
    return bounds[0] is None or bounds[2] is None


def _narrowed(core: Core, beside: list[tuple[Product, int]]) -> bool:
    """Whether any factor's bounds moved; the core then starts from there."""
    linear = Linear(core.box, core.primitives, allowed_pivots(core))
    found = False
    start = dict(core.start)
    for product, factor in beside:
        low, low_open, high, high_open = start[factor]
        below, above = (linear.factor_end(product, factor, side) for side in (LOW, HIGH))
        if below is not None and leaves_less(below, (low, low_open), LOW):
            low, low_open, found = *below, True
        if above is not None and leaves_less(above, (high, high_open), HIGH):
            high, high_open, found = *above, True
        start[factor] = low, low_open, high, high_open
    if found:
        core.reset(start)
        if core.settle():
            core.start = dict(core.box.bounds)
            return True
    core.reset()
    return False
